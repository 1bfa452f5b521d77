/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "members/mlg-day.h"
#include "members/mlg-directory-work.h"
#include "network-file.h"

#define MEL "200093201"

static void
add_members_of (NetworkFile *f, const char *epci, MlgDirectoryCounts *counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = mlg_directory_list_members (f->db, epci, &error);

  g_assert_no_error (error);
  network_file_begin (f);
  mlg_directory_add_bodies (f->db, entries, "prospect", counts, &error);
  g_assert_no_error (error);
  network_file_commit (f);
}

static void
test_add (NetworkFile *f, gconstpointer data)
{
  MlgDirectoryCounts counts;
  g_autofree char *today = mlg_day_today ();
  g_autofree char *since = NULL;
  g_autofree char *status = NULL;
  gint64 roubaix;

  /* Known by its SIREN, and known by its code. */
  network_file_add (f, "body", "name", "Ville de Lille", "siren", "215903501", "status", "member",
                    NULL);
  network_file_add (f, "body", "name", "Tourcoing", "insee", "59599", NULL);
  add_members_of (f, MEL, &counts);
  g_assert_cmpuint (counts.n_present, ==, 2);
  g_assert_cmpuint (counts.n_added, >, 80);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM body"), ==,
                   counts.n_added + counts.n_present);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM body WHERE status='member'"), ==,
                   1);
  roubaix = network_file_count (f, "SELECT id FROM body WHERE insee='59512'");
  status = network_file_get (f, "body", roubaix, "status");
  since = network_file_get (f, "body", roubaix, "prospect_on");
  g_assert_cmpstr (status, ==, "prospect");
  g_assert_cmpstr (since, ==, today);

  add_members_of (f, MEL, &counts);
  g_assert_cmpuint (counts.n_added, ==, 0);
  network_file_undo (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM body"), ==, 2);
}

/* The département 59 has no SIREN in the directory, and its code is not that of a commune. */
static void
test_add_departement (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDirectoryEntry) nord =
      mlg_directory_find_place (f->db, "departement", "59", &error);
  gboolean added = FALSE;
  gint64 first = 0, second = 0;

  network_file_begin (f);
  g_assert_true (mlg_directory_add_body (f->db, nord, NULL, &first, &added, &error));
  g_assert_true (added);
  g_assert_true (mlg_directory_add_body (f->db, nord, NULL, &second, &added, &error));
  g_assert_false (added);
  g_assert_cmpint (first, ==, second);
  network_file_commit (f);
}

/* People read names and not numbers. */
static void
assert_reading (GPtrArray *findings, gint64 body, guint field, const char *theirs)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const MlgDirectoryFinding *finding = findings->pdata[i];
      g_autofree char *reading = mlg_directory_finding_dup_theirs (finding);

      if (finding->body != body || finding->gone || finding->field != field)
        continue;
      g_assert_cmpstr (reading, ==, theirs);
      return;
    }
  g_assert_not_reached ();
}

static void
assert_finding (GPtrArray *findings, gint64 body, int field, const char *ours, const char *theirs)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const MlgDirectoryFinding *finding = findings->pdata[i];

      if (finding->body != body || finding->gone != (field < 0)
          || (field >= 0 && finding->field != (guint) field))
        continue;
      g_assert_cmpstr (finding->ours, ==, ours);
      g_assert_cmpstr (finding->theirs, ==, theirs);
      g_assert_cmpint (*mlg_directory_finding_get_title (finding), !=, '\0');
      return;
    }
  g_assert_not_reached ();
}

static GPtrArray *
compare (NetworkFile *f)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = mlg_directory_compare (f->db, &error);

  g_assert_no_error (error);
  return findings;
}

/* What was just taken from the directory does not differ from it. */
static void
test_compare_same (NetworkFile *f, gconstpointer data)
{
  MlgDirectoryCounts counts;
  g_autoptr (GPtrArray) findings = NULL;

  add_members_of (f, MEL, &counts);
  findings = compare (f);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_compare (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  gint64 lille =
      network_file_add (f, "body", "name", "Lens", "siren", "215903501", "insee", "59350",
                        "category", "7210", "epci", "245900410", "population", "12", NULL);
  gint64 roubaix = network_file_add (f, "body", "name", "Ville de Roubaix", "insee", "59512", NULL);
  gint64 gone =
      network_file_add (f, "body", "name", "Ancienne", "insee", "59999", "category", "7210", NULL);

  /* Nothing says that these should be in the directory, or that they are not what they were. */
  network_file_add (f, "body", "name", "Association", "siren", "404833048", NULL);
  network_file_add (f, "body", "name", "CCAS de Lille", "siren", "215903501", "siret",
                    "21590350100017", NULL);

  findings = compare (f);
  assert_finding (findings, lille, MLG_BODY_NAME, "Lens", "Lille");
  assert_finding (findings, lille, MLG_BODY_EPCI, "245900410", MEL);
  assert_finding (findings, roubaix, MLG_BODY_SIREN, NULL, "215905126");
  assert_finding (findings, roubaix, MLG_BODY_CATEGORY, NULL, "7210");
  assert_finding (findings, gone, -1, NULL, NULL);
  assert_reading (findings, lille, MLG_BODY_EPCI, "Métropole Européenne de Lille");
  assert_reading (findings, roubaix, MLG_BODY_CATEGORY, "Commune");
  for (guint i = 0; i < findings->len; i++)
    {
      const MlgDirectoryFinding *finding = findings->pdata[i];

      g_assert_true (finding->body == lille || finding->body == roubaix || finding->body == gone);
      g_assert_false (finding->body == roubaix && finding->field == MLG_BODY_NAME);
    }

  network_file_begin (f);
  g_assert_true (mlg_directory_apply (f->db, findings, &error));
  network_file_commit (f);
  left = compare (f);
  g_assert_cmpuint (left->len, ==, 1);
  assert_finding (left, gone, -1, NULL, NULL);

  /* What was compared is old now. */
  network_file_begin (f);
  g_assert_false (mlg_directory_apply (f->db, findings, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONFLICT);
  mlg_connection_rollback (f->db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/members/directory-work/add", test_add);
  ADD_TEST ("/members/directory-work/add-departement", test_add_departement);
  ADD_TEST ("/members/directory-work/compare-same", test_compare_same);
  ADD_TEST ("/members/directory-work/compare", test_compare);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "members/mlg-directory-work.h"
#include "members/mlg-territory.h"
#include "network-file.h"

#define MEL "200093201"

static void
add (NetworkFile *f, MlgDirectoryEntry *entry, const char *status)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (entry);
  network_file_begin (f);
  mlg_directory_add_body (f->db, entry, status, NULL, NULL, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  mlg_directory_entry_free (entry);
}

static void
add_number (NetworkFile *f, const char *number, const char *status)
{
  add (f, mlg_directory_find (f->db, number, NULL), status);
}

static MlgTerritory *
load (NetworkFile *f)
{
  g_autoptr (GError) error = NULL;
  MlgTerritory *territory = mlg_territory_load (f->db, &error);

  g_assert_no_error (error);
  return territory;
}

static gint64
get_population (NetworkFile *f, const char *sql)
{
  return network_file_count (f, sql);
}

static guint
get_share (GPtrArray *shares, const char *code)
{
  for (guint i = 0; i < shares->len; i++)
    if (g_str_equal (((MlgTerritoryShare *) shares->pdata[i])->code, code))
      return ((MlgTerritoryShare *) shares->pdata[i])->n;
  return 0;
}

static void
test_empty (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgTerritory) territory = load (f);
  const MlgTerritoryPlace *nord = mlg_territory_find (territory, "59");

  g_assert_cmpuint (territory->all.n_members, ==, 0);
  g_assert_cmpint (territory->all.covered, ==, 0);
  g_assert_cmpint (territory->perimeter.population, ==, 0);
  g_assert_cmpuint (nord->n_communes, >, 600);
  g_assert_cmpuint (nord->n_groupings, >, 10);
  g_assert_cmpint (nord->population, ==,
                   get_population (f, "SELECT sum(population) FROM directory.entry"
                                      " WHERE kind='commune' AND departement='59'"));
  g_assert_cmpfloat (mlg_territory_place_get_coverage (nord), <=, 0);
  g_assert_cmpuint (territory->all.n_communes, ==,
                    network_file_count (f, "SELECT count(*) FROM directory.entry"
                                           " WHERE kind='commune'"));
  g_assert_null (mlg_territory_find (territory, "20"));
}

/* A commune, then the EPCI that it is in, then the département: nobody counts twice. */
static void
test_coverage (NetworkFile *f, gconstpointer data)
{
  static const char of_mel[] = "SELECT sum(population) FROM directory.entry"
                               " WHERE kind='commune' AND epci='" MEL "'";
  const MlgTerritoryPlace *nord;
  g_autoptr (MlgTerritory) first = NULL;
  g_autoptr (MlgTerritory) second = NULL;
  g_autoptr (MlgTerritory) third = NULL;

  add_number (f, "59350", "member");
  add_number (f, "59512", "prospect");
  add_number (f, "59009", "interested");
  first = load (f);
  nord = mlg_territory_find (first, "59");
  g_assert_cmpuint (nord->n_members, ==, 1);
  g_assert_cmpuint (nord->n_member_communes, ==, 1);
  g_assert_cmpuint (nord->n_prospects, ==, 1);
  g_assert_cmpuint (nord->n_interested, ==, 1);
  g_assert_cmpuint (nord->n_covered, ==, 1);
  g_assert_cmpint (nord->covered, ==,
                   get_population (f, "SELECT population FROM directory.entry"
                                      " WHERE kind='commune' AND insee='59350'"));

  add_number (f, MEL, "member");
  second = load (f);
  nord = mlg_territory_find (second, "59");
  g_assert_cmpuint (nord->n_member_groupings, ==, 1);
  g_assert_cmpint (nord->covered, ==, get_population (f, of_mel));
  g_assert_cmpint (second->all.covered, ==, nord->covered);
  g_assert_cmpint (second->all.local, ==, nord->covered);

  add (f, mlg_directory_find_place (f->db, "departement", "59", NULL), "member");
  add (f, mlg_directory_find_place (f->db, "region", "32", NULL), "member");
  third = load (f);
  nord = mlg_territory_find (third, "59");
  g_assert_cmpint (nord->covered, ==, nord->population);
  g_assert_cmpfloat (mlg_territory_place_get_coverage (nord), >=, 1);
  g_assert_cmpint (nord->local, ==, get_population (f, of_mel));
  g_assert_cmpfloat (mlg_territory_place_get_local_coverage (nord), <, 1);
  g_assert_cmpint (third->all.covered, ==, nord->covered);
  g_assert_cmpuint (((MlgTerritoryPlace *) third->places->pdata[0])->n_members, ==, 1);
}

static void
test_shares (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgTerritory) territory = NULL;
  g_autofree char *person = NULL;
  g_autofree char *body = NULL;

  add_number (f, "59350", "member");
  add_number (f, "59512", "member");
  add_number (f, MEL, "member");
  add_number (f, "59599", "former");
  network_file_add (f, "body", "name", "Association", "status", "member", NULL);
  person = g_strdup_printf ("%" G_GINT64_FORMAT,
                            network_file_add (f, "person", "family_name", "Responsable", NULL));
  body = g_strdup_printf ("%" G_GINT64_FORMAT,
                          network_file_count (f, "SELECT id FROM body WHERE insee='59350'"));
  for (guint i = 0; i < 2; i++)
    network_file_add (f, "function", "person", person, "body", body, "role", "procurement", NULL);
  network_file_add (f, "function", "person", person, "body", body, "role", "legal", "until",
                    "2020-01-01", NULL);

  territory = load (f);
  g_assert_cmpuint (get_share (territory->families, "Communes"), ==, 2);
  g_assert_cmpuint (get_share (territory->families, "Intercommunal Bodies"), ==, 1);
  g_assert_cmpuint (get_share (territory->families, ""), ==, 1);
  g_assert_cmpuint (get_share (territory->statuses, "member"), ==, 4);
  g_assert_cmpuint (get_share (territory->statuses, "former"), ==, 1);
  g_assert_cmpuint (get_share (territory->statuses, "prospect"), ==, 0);
  g_assert_cmpuint (get_share (territory->roles, "procurement"), ==, 1);
  g_assert_cmpuint (get_share (territory->roles, "legal"), ==, 0);
}

static void
test_perimeter (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTerritory) territory = NULL;

  network_file_begin (f);
  mlg_connection_execute (
      f->db, &error, "INSERT INTO network(id, name, perimeter) VALUES(1, 'Essai', 'FRE11')", "");
  g_assert_no_error (error);
  network_file_commit (f);
  territory = load (f);
  g_assert_true (mlg_territory_find (territory, "59")->inside);
  g_assert_false (mlg_territory_find (territory, "62")->inside);
  g_assert_cmpint (territory->perimeter.population, ==,
                   mlg_territory_find (territory, "59")->population);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/members/territory/empty", test_empty);
  ADD_TEST ("/members/territory/coverage", test_coverage);
  ADD_TEST ("/members/territory/shares", test_shares);
  ADD_TEST ("/members/territory/perimeter", test_perimeter);
  return g_test_run ();
}

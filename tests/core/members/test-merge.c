/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "members/mlg-body.h"
#include "members/mlg-custom.h"
#include "members/mlg-directory-work.h"
#include "members/mlg-distinction.h"
#include "members/mlg-duplicate.h"
#include "members/mlg-member-link.h"
#include "members/mlg-merge.h"
#include "members/mlg-person.h"
#include "mlg-kinds.h"
#include "network-file.h"

static GPtrArray *
find (NetworkFile *f, const MlgKind *kind)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = mlg_duplicate_find (f->db, kind, &error);

  g_assert_no_error (error);
  return found;
}

/* The only duplicate of a file with two bodies, or -1. */
static int
reason_of (const char *const *first, const char *const *second, double *score)
{
  static const char *const names[] = {
    "name", "siren", "siret", "insee", "category", "departement"
  };
  NetworkFile f;
  g_autoptr (GPtrArray) found = NULL;
  int reason;

  network_file_set_up (&f, NULL);
  for (guint i = 0; i < 2; i++)
    {
      const char *const *values = i == 0 ? first : second;

      network_file_add (&f, "body", names[0], values[0], names[1], values[1], names[2], values[2],
                        names[3], values[3], names[4], values[4], names[5], values[5], NULL);
    }
  found = find (&f, &mlg_body_kind);
  g_assert_cmpuint (found->len, <=, 1);
  reason = found->len == 0 ? -1 : (int) ((MlgDuplicate *) found->pdata[0])->reason;
  *score = found->len == 0 ? 0 : ((MlgDuplicate *) found->pdata[0])->score;
  if (found->len > 0)
    g_assert_cmpint (*mlg_duplicate_get_reason_title (found->pdata[0]), !=, '\0');
  network_file_tear_down (&f, NULL);
  return reason;
}

static void
test_bodies (void)
{
  static const struct
  {
    const char *first[6], *second[6]; /* name, siren, siret, insee, category, departement */
    int reason;
  } cases[] = {
    { { "Lille", "", "21590350100017", "", "", "" },
      { "Mairie", "", "21590350100017", "", "", "" },
      MLG_DUPLICATE_SIRET },
    { { "Lille", "215903501", "", "", "", "" },
      { "Ville de Lille", "215903501", "", "", "", "" },
      MLG_DUPLICATE_SIREN },
    { { "Lille", "", "", "59350", "", "" },
      { "Ville de Lille", "", "", "59350", "", "" },
      MLG_DUPLICATE_INSEE },
    { { "Valenciennes", "", "", "", "", "59" },
      { "VALENCIENNES", "219506309", "", "", "", "59" },
      MLG_DUPLICATE_NAME_PLACE },
    { { "Valenciennes", "", "", "", "", "59" },
      { "Valencienes", "", "", "", "", "59" },
      MLG_DUPLICATE_NEAR_NAME },
    { { "Communauté de communes du Pays de Lumbres", "", "", "", "", "62" },
      { "CC Pays de Lumrbes", "", "", "", "", "62" },
      MLG_DUPLICATE_NEAR_NAME },
    { { "Valenciennes", "", "", "", "", "" },
      { "Valenciennes", "", "", "", "", "59" },
      MLG_DUPLICATE_NAME },
    /* Told apart by a number, a place, a form or a letter. */
    { { "Lille", "215903501", "", "", "", "59" }, { "Lille", "200093201", "", "", "", "59" }, -1 },
    { { "CCAS", "215903501", "21590350100017", "", "", "59" },
      { "Lille", "215903501", "21590350100025", "", "", "59" },
      -1 },
    { { "Saint-Martin", "", "", "", "", "59" }, { "Saint-Martin", "", "", "", "", "62" }, -1 },
    { { "Lyon", "", "", "", "7210", "69" }, { "Lyon", "", "", "", "7229", "69" }, -1 },
    { { "Lens", "", "", "", "", "62" }, { "Lans", "", "", "", "", "62" }, -1 },
    { { "Nord", "", "", "59", "7220", "" }, { "Autre", "", "", "59", "7210", "" }, -1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double score = 0;

      g_test_message ("%s, %s", cases[i].first[0], cases[i].second[0]);
      g_assert_cmpint (reason_of (cases[i].first, cases[i].second, &score), ==, cases[i].reason);
      g_assert_cmpfloat (score, <=, 1);
      g_assert_true ((score > 0) == (cases[i].reason >= 0));
    }
}

static char *
number (gint64 id)
{
  static char buffers[8][24];
  static guint next;
  char *buffer = buffers[next++ % G_N_ELEMENTS (buffers)];

  g_snprintf (buffer, sizeof buffers[0], "%" G_GINT64_FORMAT, id);
  return buffer;
}

static void
test_people (NetworkFile *f, gconstpointer data)
{
  gint64 body = network_file_add (f, "body", "name", "Lille", NULL);
  gint64 people[6];
  g_autoptr (GPtrArray) found = NULL;

  people[0] =
      network_file_add (f, "person", "family_name", "Achats", "email", "a@example.org", NULL);
  people[1] =
      network_file_add (f, "person", "family_name", "Autre", "email", "A@Example.org", NULL);
  people[2] = network_file_add (f, "person", "given_name", "Responsable", "family_name",
                                "Environnement", NULL);
  people[3] = network_file_add (f, "person", "given_name", "Environnement", "family_name",
                                "Responsable", NULL);
  people[4] = network_file_add (f, "person", "family_name", "Directrice", NULL);
  people[5] = network_file_add (f, "person", "family_name", "Directrise", NULL);
  for (guint i = 2; i < 6; i++)
    network_file_add (f, "function", "person", number (people[i]), "body", number (body), NULL);

  found = find (f, &mlg_person_kind);
  g_assert_cmpuint (found->len, ==, 3);
  for (guint i = 0; i < found->len; i++)
    {
      const MlgDuplicate *duplicate = found->pdata[i];

      for (guint j = 0; j < 6; j += 2)
        if (duplicate->first == people[j])
          {
            static const MlgDuplicateReason reasons[] = { MLG_DUPLICATE_EMAIL,
                                                          MLG_DUPLICATE_NAME_PLACE,
                                                          MLG_DUPLICATE_NEAR_NAME };

            g_assert_cmpint (duplicate->second, ==, people[j + 1]);
            g_assert_cmpint (duplicate->reason, ==, reasons[j / 2]);
          }
    }
}

/* All the communes of a large département: none of them is another one. */
static void
test_many (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groupings = mlg_directory_list_groupings (f->db, "59", &error);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) one = NULL;
  MlgDirectoryCounts counts;

  network_file_begin (f);
  for (guint i = 0; i < groupings->len; i++)
    {
      g_autoptr (GPtrArray) communes = mlg_directory_list_members (
          f->db, ((MlgDirectoryEntry *) groupings->pdata[i])->siren, &error);

      g_assert_true (mlg_directory_add_bodies (f->db, communes, NULL, &counts, &error));
    }
  network_file_commit (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM body"), >, 600);
  found = find (f, &mlg_body_kind);
  g_assert_cmpuint (found->len, ==, 0);
  network_file_add (f, "body", "name", "Ville d’Armentiere", "departement", "59", NULL);
  one = find (f, &mlg_body_kind);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((MlgDuplicate *) one->pdata[0])->first_name, ==, "Armentières");
}

/* What a person told apart is not found again; merged all the same, nothing ties a body to itself. */
static void
test_distinction (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 one = network_file_add (f, "body", "name", "Lille", "siren", "215903501", NULL);
  gint64 other = network_file_add (f, "body", "name", "Lille", "siren", "215903501", NULL);
  gint64 third = network_file_add (f, "body", "name", "Autre", NULL);
  g_autoptr (GPtrArray) before = find (f, &mlg_body_kind);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MlgMergePlan) plan = NULL;

  g_assert_cmpuint (before->len, ==, 1);
  network_file_begin (f);
  g_assert_true (mlg_distinction_add (f->db, &mlg_body_kind, other, one, &error));
  g_assert_true (mlg_distinction_add (f->db, &mlg_body_kind, third, other, &error));
  g_assert_false (mlg_distinction_add (f->db, &mlg_body_kind, one, one, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  g_clear_error (&error);
  network_file_commit (f);
  after = find (f, &mlg_body_kind);
  g_assert_cmpuint (after->len, ==, 0);

  plan = mlg_merge_plan_new (f->db, &mlg_body_kind, one, other, &error);
  network_file_begin (f);
  mlg_merge_apply (f->db, plan, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM distinction"), ==, 1);
  g_assert_cmpint (network_file_count (f, "SELECT other_body FROM distinction"), ==, one);
}

static MlgMergeField *
get_field (MlgMergePlan *plan, guint field)
{
  for (guint i = 0; i < plan->fields->len; i++)
    if (((MlgMergeField *) plan->fields->pdata[i])->custom == 0
        && ((MlgMergeField *) plan->fields->pdata[i])->field == field)
      return plan->fields->pdata[i];
  g_assert_not_reached ();
}

static char *
describe_all (NetworkFile *f)
{
  GString *text = g_string_new (NULL);

  for (const MlgKind *const *kind = mlg_kinds; *kind != NULL; kind++)
    {
      g_autoptr (GPtrArray) records = mlg_record_load_where (f->db, *kind, NULL, "ORDER BY id", "");

      for (guint i = 0; i < records->len; i++)
        for (guint j = 0; j < (*kind)->n_fields; j++)
          {
            g_autofree char *value = mlg_record_dup_plain (records->pdata[i], j);

            g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %s=%s\n", (*kind)->name,
                                    mlg_record_get_id (records->pdata[i]), (*kind)->fields[j].name,
                                    value);
          }
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  gint64 kept, other, child, group, agents;
} Pair;

static Pair
make_pair (NetworkFile *f)
{
  g_autoptr (GError) error = NULL;
  Pair p;
  gint64 person = network_file_add (f, "person", "family_name", "Responsable", NULL);

  p.kept = network_file_add (f, "body", "name", "Lille", "siren", "215903501", "notes", "Un",
                             "city", "Lille", NULL);
  p.other = network_file_add (f, "body", "name", "Ville de Lille", "insee", "59350", "notes",
                              "Deux", "city", "LILLE", "parent", number (p.kept), NULL);
  p.child = network_file_add (f, "body", "name", "CCAS", "parent", number (p.other), "sponsor",
                              number (p.other), NULL);
  p.group = network_file_add (f, "group", "name", "Restauration", NULL);
  p.agents = network_file_add (f, "custom-field", "name", "Agents", "kind", "body", "type",
                               "integer", NULL);
  for (guint i = 0; i < 2; i++)
    {
      const char *body = number (i == 0 ? p.kept : p.other);

      network_file_add (f, "function", "person", number (person), "body", body,
                        i == 0 ? "role" : "title", i == 0 ? "director" : "Directrice", NULL);
      network_file_add (f, "group-member", "grp", number (p.group), "body", body, NULL);
    }
  network_file_add (f, "function", "person", number (person), "body", number (p.other), "role",
                    "director", "until", "2020-01-01", NULL);
  network_file_begin (f);
  g_assert_true (mlg_custom_set (f->db, p.agents, &mlg_body_kind, p.kept, "10", NULL, &error));
  g_assert_true (mlg_custom_set (f->db, p.agents, &mlg_body_kind, p.other, "12", NULL, &error));
  network_file_commit (f);
  return p;
}

static void
apply (NetworkFile *f, MlgMergePlan *plan)
{
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  mlg_merge_apply (f->db, plan, &error);
  g_assert_no_error (error);
  network_file_commit (f);
}

static void
assert_field (NetworkFile *f, gint64 body, const char *field, const char *expected)
{
  g_autofree char *value = network_file_get (f, "body", body, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_merge (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Pair p = make_pair (f);
  g_autofree char *before = describe_all (f);
  g_autofree char *after = NULL;
  g_autoptr (MlgMergePlan) plan =
      mlg_merge_plan_new (f->db, &mlg_body_kind, p.kept, p.other, &error);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) customs = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (mlg_merge_plan_get_n_conflicts (plan), ==, 4);
  g_assert_cmpint (get_field (plan, MLG_BODY_INSEE)->choice, ==, MLG_MERGE_OTHER);
  g_assert_cmpint (get_field (plan, MLG_BODY_NOTES)->choice, ==, MLG_MERGE_BOTH);
  g_assert_cmpint (get_field (plan, MLG_BODY_NAME)->choice, ==, MLG_MERGE_KEPT);
  get_field (plan, MLG_BODY_CITY)->choice = MLG_MERGE_OTHER;
  apply (f, plan);

  assert_field (f, p.kept, "name", "Lille");
  assert_field (f, p.kept, "insee", "59350");
  assert_field (f, p.kept, "siren", "215903501");
  assert_field (f, p.kept, "notes", "Un\n\nDeux");
  assert_field (f, p.kept, "city", "LILLE");
  assert_field (f, p.kept, "parent", NULL);
  assert_field (f, p.child, "parent", number (p.kept));
  assert_field (f, p.child, "sponsor", number (p.kept));
  people = mlg_body_list_people (f->db, p.kept, &error);
  g_assert_cmpuint (people->len, ==, 2);
  groups = mlg_member_list_groups (f->db, &mlg_body_kind, p.kept, &error);
  g_assert_cmpuint (groups->len, ==, 1);
  customs = mlg_custom_list (f->db, &mlg_body_kind, p.kept, &error);
  g_assert_cmpstr (((MlgCustom *) customs->pdata[0])->display, ==, "10");
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM custom_value"), ==, 1);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM function WHERE title='Directrice'"
                                          " AND role='director'"),
                   ==, 1);

  network_file_undo (f);
  after = describe_all (f);
  g_assert_cmpstr (before, ==, after);
}

static void
test_merge_other_way (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Pair p = make_pair (f);
  g_autoptr (MlgMergePlan) plan =
      mlg_merge_plan_new (f->db, &mlg_body_kind, p.other, p.kept, &error);
  g_autoptr (GPtrArray) customs = NULL;

  for (guint i = 0; i < plan->fields->len; i++)
    if (((MlgMergeField *) plan->fields->pdata[i])->custom != 0)
      ((MlgMergeField *) plan->fields->pdata[i])->choice = MLG_MERGE_OTHER;
  apply (f, plan);
  assert_field (f, p.other, "parent", NULL);
  assert_field (f, p.other, "siren", "215903501");
  customs = mlg_custom_list (f->db, &mlg_body_kind, p.other, &error);
  g_assert_cmpstr (((MlgCustom *) customs->pdata[0])->display, ==, "10");
}

/* A plan that is old does nothing. */
static void
test_old_plan (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Pair p = make_pair (f);
  g_autoptr (MlgMergePlan) plan =
      mlg_merge_plan_new (f->db, &mlg_body_kind, p.kept, p.other, &error);
  g_autoptr (MlgRecord) other = mlg_record_load (f->db, &mlg_body_kind, p.other, &error);

  network_file_begin (f);
  mlg_record_set_text (other, MLG_BODY_INSEE, "59599");
  g_assert_true (mlg_record_update (f->db, other, &error));
  g_assert_false (mlg_merge_apply (f->db, plan, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONFLICT);
  mlg_connection_rollback (f->db);
  g_clear_error (&error);
  g_assert_null (mlg_merge_plan_new (f->db, &mlg_body_kind, p.kept, p.kept, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/members/merge/bodies", test_bodies);
  ADD_TEST ("/members/merge/people", test_people);
  ADD_TEST ("/members/merge/many", test_many);
  ADD_TEST ("/members/merge/distinction", test_distinction);
  ADD_TEST ("/members/merge/merge", test_merge);
  ADD_TEST ("/members/merge/merge-other-way", test_merge_other_way);
  ADD_TEST ("/members/merge/old-plan", test_old_plan);
  return g_test_run ();
}

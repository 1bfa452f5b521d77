/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-group-member.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "mlg-kinds.h"
#include "store/mlg-action.h"
#include "store/mlg-query.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-search.h"

/* Five bodies, two people, and groups: "Achats" with its part "Papier", and "Voirie". */
typedef struct
{
  char *folder, *path;
  MlgConnection *db;
  gint64 nord, lille, mel, ecole, fete, anne, zoe, achats, papier, voirie;
} Fixture;

static gint64
add (Fixture *f, MlgRecord *record)
{
  g_autoptr (MlgRecord) owned = record;
  g_autoptr (GError) error = NULL;

  mlg_record_insert (f->db, owned, &error);
  g_assert_no_error (error);
  return mlg_record_get_id (owned);
}

static gint64
add_body (Fixture *f, const char *name, const char *category, gint64 population, gint64 parent)
{
  MlgRecord *body = mlg_record_new (&mlg_body_kind);

  mlg_record_set_text (body, MLG_BODY_NAME, name);
  mlg_record_set_text (body, MLG_BODY_CATEGORY, category);
  mlg_record_set_integer (body, MLG_BODY_PARENT, parent);
  if (population > 0)
    mlg_record_set_integer (body, MLG_BODY_POPULATION, population);
  return add (f, body);
}

static gint64
add_person (Fixture *f, const char *name, gint64 body, const char *role)
{
  MlgRecord *person = mlg_record_new (&mlg_person_kind);
  MlgRecord *function = mlg_record_new (&mlg_function_kind);
  gint64 id;

  mlg_record_set_text (person, MLG_PERSON_FAMILY_NAME, name);
  id = add (f, person);
  mlg_record_set_integer (function, MLG_FUNCTION_PERSON, id);
  mlg_record_set_integer (function, MLG_FUNCTION_BODY, body);
  mlg_record_set_text (function, MLG_FUNCTION_ROLE, role);
  add (f, function);
  return id;
}

static gint64
add_group (Fixture *f, const char *name, gint64 parent)
{
  MlgRecord *group = mlg_record_new (&mlg_group_kind);

  mlg_record_set_text (group, MLG_GROUP_NAME, name);
  mlg_record_set_integer (group, MLG_GROUP_PARENT, parent);
  return add (f, group);
}

static void
join (Fixture *f, gint64 group, gint64 body)
{
  MlgRecord *member = mlg_record_new (&mlg_group_member_kind);

  mlg_record_set_integer (member, MLG_GROUP_MEMBER_GROUP, group);
  mlg_record_set_integer (member, MLG_GROUP_MEMBER_BODY, body);
  add (f, member);
}

static void
fill (Fixture *f)
{
  f->nord = add_body (f, "Nord", "7220", 2600000, 0);
  f->lille = add_body (f, "Lille", "7210", 238000, f->nord);
  f->mel = add_body (f, "Métropole européenne de Lille", "7344", 1200000, f->nord);
  f->ecole = add_body (f, "École de la commande", NULL, 0, f->lille);
  f->fete = add_body (f, "Fête-l’Abbaye", "7312", 900, 0);
  f->anne = add_person (f, "Acheteuse", f->lille, "procurement");
  f->zoe = add_person (f, "Directeur", f->mel, "director");
  f->achats = add_group (f, "Achats", 0);
  f->papier = add_group (f, "Papier", f->achats);
  f->voirie = add_group (f, "Voirie", 0);
  join (f, f->achats, f->nord);
  join (f, f->papier, f->lille);
  join (f, f->papier, f->nord);
  join (f, f->voirie, f->mel);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("maillage-test-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "x.maillage", NULL);
  f->db = mlg_connection_open (f->path, MLG_OPEN_CREATE, mlg_kinds, &error);
  g_assert_no_error (error);
  mlg_connection_begin (f->db, "Fill", &error);
  g_assert_no_error (error);
  fill (f);
  mlg_connection_commit (f->db, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mlg_connection_close (f->db);
  g_unlink (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

/* Asserts that the query finds these ids in this order, and that a page of it is a part of them. */
static void
assert_found (Fixture *f, MlgQuery *query, const gint64 *ids, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = mlg_query_run (query, f->db, &error);
  g_autoptr (GPtrArray) page = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, n);
  g_assert_cmpint (mlg_query_count (query, f->db, &error), ==, n);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (found, gint64, i), ==, ids[i]);
  page = mlg_query_load (query, f->db, 2, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, n > 1 ? MIN (n - 1, 2) : 0);
  for (guint i = 0; i < page->len; i++)
    g_assert_cmpint (mlg_record_get_id (page->pdata[i]), ==, ids[i + 1]);
}

#define assert_query(f, query, ...)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (MlgQuery) asked = query;                                                            \
    const gint64 expected[] = { __VA_ARGS__ };                                                     \
                                                                                                   \
    assert_found (f, asked, expected, G_N_ELEMENTS (expected));                                    \
  }                                                                                                \
  G_STMT_END

/* "Nord 2; Lille 1; – 1": titles and counts. */
static void
assert_facets (GPtrArray *facets, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (facets);
  for (guint i = 0; i < facets->len; i++)
    {
      const MlgFacet *facet = facets->pdata[i];

      g_string_append_printf (text, "%s%s %u", i > 0 ? "; " : "",
                              facet->title != NULL ? facet->title : "–", facet->n);
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_ptr_array_unref (facets);
}

static void
test_sum (Fixture *f, gconstpointer data)
{
  static const char *const communes[] = { "Communes", NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_body_kind);
  g_autoptr (MlgQuery) some = mlg_query_with_groups (all, MLG_BODY_CATEGORY, communes);
  g_autoptr (MlgQuery) none = mlg_query_with_words (all, "introuvable");
  g_autoptr (GError) error = NULL;
  double sum = -1;

  g_assert_true (mlg_query_sum (all, f->db, MLG_BODY_POPULATION, &sum, &error));
  g_assert_cmpint (lround (sum), ==, 4038900);
  g_assert_true (mlg_query_sum (some, f->db, MLG_BODY_POPULATION, &sum, &error));
  g_assert_cmpint (lround (sum), ==, 238900);
  g_assert_true (mlg_query_sum (none, f->db, MLG_BODY_POPULATION, &sum, &error));
  g_assert_cmpint (lround (sum), ==, 0);
}

static void
test_values (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_body_kind);
  g_autoptr (MlgQuery) some = mlg_query_with_words (all, "lille");
  g_auto (GStrv) counted =
      mlg_query_list_values (all, f->db, MLG_BODY_CATEGORY, MLG_BODY_POPULATION, NULL);
  g_auto (GStrv) named =
      mlg_query_list_values (some, f->db, MLG_BODY_CATEGORY, MLG_BODY_NAME, NULL);
  g_autofree char *codes = g_strjoinv (" ", counted);
  g_autofree char *of_some = g_strjoinv (" ", named);

  g_assert_cmpstr (codes, ==, "7210 7220 7312 7344");
  g_assert_cmpstr (of_some, ==, "7210 7344");
}

static void
test_groups_of_codes (Fixture *f, gconstpointer data)
{
  static const char *const communes[] = { "Communes", NULL };
  static const char *const several[] = { "Départements", "", "7344", NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_body_kind);
  g_autoptr (MlgQuery) some = mlg_query_with_groups (all, MLG_BODY_CATEGORY, communes);
  g_autofree const char **groups = mlg_code_list_get_groups (&mlg_legal_categories);

  g_assert_true (g_strv_contains (groups, "Social Security"));
  g_assert_cmpstr (groups[0], ==, "Communes");
  g_assert_cmpstr (mlg_code_list_get_group (&mlg_legal_categories, "7312"), ==, "Communes");
  g_assert_null (mlg_code_list_get_group (&mlg_legal_categories, "unknown"));
  assert_query (f, mlg_query_with_groups (all, MLG_BODY_CATEGORY, communes), f->fete, f->lille);
  assert_query (f, mlg_query_with_groups (all, MLG_BODY_CATEGORY, several), f->ecole, f->mel,
                f->nord);
  assert_query (f, mlg_query_with_groups (some, MLG_BODY_CATEGORY, NULL), f->ecole, f->fete,
                f->lille, f->mel, f->nord);
  assert_facets (mlg_query_facet_groups (some, f->db, MLG_BODY_CATEGORY, NULL),
                 "Communes 2; – 1; Départements 1; Intercommunal Bodies 1");
}

static void
test_range (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_body_kind);
  g_autoptr (MlgQuery) large = mlg_query_with_range (all, MLG_BODY_POPULATION, "238000", NULL);

  assert_query (f, mlg_query_ref (large), f->lille, f->mel, f->nord);
  assert_query (f, mlg_query_with_range (large, MLG_BODY_POPULATION, NULL, "1200000"), f->fete,
                f->lille, f->mel);
  assert_query (f, mlg_query_with_range (large, MLG_BODY_POPULATION, "1000", "1199999.5"),
                f->lille);
  assert_query (f, mlg_query_with_range (large, MLG_BODY_POPULATION, NULL, NULL), f->ecole, f->fete,
                f->lille, f->mel, f->nord);
}

static void
test_branches (Fixture *f, gconstpointer data)
{
  g_autofree char *achats = g_strdup_printf ("%" G_GINT64_FORMAT, f->achats);
  g_autofree char *nord = g_strdup_printf ("%" G_GINT64_FORMAT, f->nord);
  const char *const groups[] = { achats, NULL };
  const char *const bodies[] = { nord, NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_body_kind);
  g_autoptr (MlgQuery) members =
      mlg_query_with_branch (all, &mlg_group_member_kind, MLG_GROUP_MEMBER_BODY,
                             MLG_GROUP_MEMBER_GROUP, MLG_GROUP_PARENT, groups);

  assert_query (f, mlg_query_ref (members), f->lille, f->nord);
  assert_query (f,
                mlg_query_with_related (members, &mlg_group_member_kind, MLG_GROUP_MEMBER_BODY,
                                        MLG_GROUP_MEMBER_GROUP, groups),
                f->nord);
  assert_query (f, mlg_query_with_branch (all, NULL, 0, MLG_BODY_PARENT, MLG_BODY_PARENT, bodies),
                f->ecole, f->lille, f->mel);
  assert_facets (mlg_query_facet_branches (members, f->db, &mlg_group_member_kind,
                                           MLG_GROUP_MEMBER_BODY, MLG_GROUP_MEMBER_GROUP,
                                           MLG_GROUP_PARENT, NULL),
                 "Achats 2; Papier 2; Voirie 1");
  assert_facets (mlg_query_facet_related (members, f->db, &mlg_group_member_kind,
                                          MLG_GROUP_MEMBER_BODY, MLG_GROUP_MEMBER_GROUP, NULL),
                 "Papier 2; Achats 1; Voirie 1");
  g_assert_true (mlg_query_is_touched (members, &mlg_group_kind));
  g_assert_true (mlg_query_is_touched (members, &mlg_group_member_kind));
  g_assert_false (mlg_query_is_touched (members, &mlg_person_kind));
}

/* People of a body, people who hold a role. */
static void
test_related (Fixture *f, gconstpointer data)
{
  static const char *const roles[] = { "director", NULL };
  g_autofree char *lille = g_strdup_printf ("%" G_GINT64_FORMAT, f->lille);
  const char *const bodies[] = { lille, NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_person_kind);

  assert_query (f,
                mlg_query_with_related (all, &mlg_function_kind, MLG_FUNCTION_PERSON,
                                        MLG_FUNCTION_BODY, bodies),
                f->anne);
  assert_query (f,
                mlg_query_with_related (all, &mlg_function_kind, MLG_FUNCTION_PERSON,
                                        MLG_FUNCTION_ROLE, roles),
                f->zoe);
  assert_facets (mlg_query_facet_related (all, f->db, &mlg_function_kind, MLG_FUNCTION_PERSON,
                                          MLG_FUNCTION_BODY, NULL),
                 "Lille 1; Métropole européenne de Lille 1");
}

static void
test_order (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_body_kind);
  g_autoptr (MlgQuery) by_parent = mlg_query_with_sort (all, MLG_BODY_PARENT, FALSE);
  gboolean descending = TRUE;

  assert_query (f, mlg_query_ref (all), f->ecole, f->fete, f->lille, f->mel, f->nord);
  assert_query (f, mlg_query_ref (by_parent), f->ecole, f->lille, f->mel, f->fete, f->nord);
  assert_query (f, mlg_query_with_sort (all, MLG_BODY_PARENT, TRUE), f->lille, f->mel, f->ecole,
                f->fete, f->nord);
  assert_query (f, mlg_query_with_sort (all, MLG_BODY_POPULATION, TRUE), f->nord, f->mel, f->lille,
                f->fete, f->ecole);
  assert_query (f, mlg_query_with_sort (all, MLG_BODY_CATEGORY, FALSE), f->fete, f->lille, f->nord,
                f->mel, f->ecole);
  assert_facets (mlg_query_facet (by_parent, f->db, MLG_BODY_PARENT, NULL), "– 2; Nord 2; Lille 1");
  g_assert_cmpuint (mlg_query_get_sort (by_parent, &descending), ==, MLG_BODY_PARENT);
  g_assert_false (descending);
}

/* The beginning of a field is asked beside the whole of it, and each is counted without itself. */
static void
test_beginnings (Fixture *f, gconstpointer data)
{
  const char *const communes[] = { "72", NULL }, *const none[] = { "", NULL };
  const char *const eight[] = { "7344", "7210", NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_body_kind);
  g_autoptr (MlgQuery) begun = mlg_query_with_beginnings (all, MLG_BODY_CATEGORY, 2, communes);
  g_autoptr (MlgQuery) both = mlg_query_with_values (begun, MLG_BODY_CATEGORY, eight);

  assert_query (f, mlg_query_ref (begun), f->lille, f->nord);
  assert_query (f, mlg_query_ref (both), f->lille);
  assert_query (f, mlg_query_with_beginnings (both, MLG_BODY_CATEGORY, 2, NULL), f->lille, f->mel);
  assert_query (f, mlg_query_with_beginnings (all, MLG_BODY_CATEGORY, 2, none), f->ecole);
  assert_facets (mlg_query_facet_beginnings (begun, f->db, MLG_BODY_NAME, 1, NULL), "N 1; L 1");
  assert_facets (mlg_query_facet_beginnings (both, f->db, MLG_BODY_NAME, 1, NULL), "L 1");
}

static void
test_marks (Fixture *f, gconstpointer data)
{
  const gint64 ids[] = { f->nord, f->mel };
  g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  const MlgSearchHit *hit;

  g_array_append_vals (page, ids, G_N_ELEMENTS (ids));
  hits = mlg_search_mark (f->db, "metropoles lil", page, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpint (hit->id, ==, f->mel);
  g_assert_true (hit->kind == &mlg_body_kind);
  g_assert_cmpstr (hit->name, ==, "\2Métropole\3 européenne de \2Lille\3");
  g_assert_cmpstr (hit->snippet, ==, "");
}

/* The commune says more of itself than the other, whose name has the word too. */
static void
test_named_first (Fixture *f, gconstpointer data)
{
  MlgRecord *ascq = mlg_record_new (&mlg_body_kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  const MlgSearchHit *first;
  gint64 id;

  mlg_record_set_text (ascq, MLG_BODY_NAME, "Ascq");
  mlg_record_set_text (ascq, MLG_BODY_INSEE, "59009");
  mlg_record_set_text (ascq, MLG_BODY_CITY, "Villeneuve-d’Ascq");
  mlg_record_set_text (ascq, MLG_BODY_NOTES,
                       "Une commune de la métropole, dont les marchés de "
                       "papier et de nettoyage sont passés en commun.");
  mlg_connection_begin (f->db, "Add", NULL);
  id = add (f, ascq);
  add_body (f, "Ascq vert", "9220", 0, 0);
  mlg_connection_commit (f->db, NULL, NULL);
  hits = mlg_search_find (f->db, " ascq", NULL, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 2);
  first = hits->pdata[0];
  g_assert_cmpint (first->id, ==, id);
  g_assert_cmpstr (first->snippet, ==, "Villeneuve-d’\2Ascq\3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC) g_test_add ("/members/query/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("sum", test_sum);
  ADD ("values", test_values);
  ADD ("groups-of-codes", test_groups_of_codes);
  ADD ("range", test_range);
  ADD ("branches", test_branches);
  ADD ("related", test_related);
  ADD ("order", test_order);
  ADD ("beginnings", test_beginnings);
  ADD ("marks", test_marks);
  ADD ("named-first", test_named_first);
#undef ADD
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document-file.h"
#include "template/mlg-fill.h"
#include "template/mlg-shipped-template.h"

/* The model tenders that come with the program: whole, coherent from one piece to the other, and
 * growing with the ambition. Those are the papers that sample answers are shipped for. */

#define SAMPLE "-answers.xml"

static const char *const ambitions[] = { "base", "good", "exemplary" };

typedef struct
{
  MlgTemplate *template;
  MlgAnswers *answers;
  MlgIssueList *issues;
} Fixture;

static char *
get_sample_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, SAMPLE, NULL);

  return g_build_filename (g_getenv ("MLG_DATA_DIR"), "sample", file, NULL);
}

static Fixture *
fixture_new (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = get_sample_path (name);
  g_autoptr (GBytes) bytes = mlg_document_load_file (path, NULL, &error);
  Fixture *f = g_new0 (Fixture, 1);

  g_assert_no_error (error);
  f->issues = mlg_issue_list_new ();
  f->template = mlg_shipped_template_read (name, f->issues, NULL, &error);
  g_assert_no_error (error);
  f->answers = mlg_answers_read_xml (f->template, bytes, path, f->issues, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (f->issues), ==, 0);
  return f;
}

static void
fixture_free (Fixture *f)
{
  g_clear_object (&f->answers);
  g_clear_object (&f->template);
  g_clear_pointer (&f->issues, mlg_issue_list_unref);
  g_free (f);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
set (Fixture *f, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_answers_set (f->answers, field, text, &error));
  g_assert_no_error (error);
}

static void
assert_no_issue (Fixture *f)
{
  for (guint i = 0; i < mlg_issue_list_get_n (f->issues); i++)
    g_error ("%s", mlg_issue_list_get (f->issues, i)->message);
}

static MlgDocument *
fill (Fixture *f, guint piece)
{
  g_autoptr (GError) error = NULL;
  MlgDocument *document = mlg_fill (f->template, f->answers, NULL, piece, f->issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (mlg_document_validate (document, f->issues));
  return document;
}

static char *
fill_words (Fixture *f, guint piece)
{
  g_autoptr (MlgDocument) document = fill (f, piece);
  g_autoptr (xmlChar) words =
      xmlNodeGetContent (xmlDocGetRootElement (mlg_document_get_tree (document)));

  return g_strdup ((const char *) words);
}

typedef void (*Visit) (const xmlNode *element, gpointer data);

static void
walk (const xmlNode *node, Visit visit, gpointer data)
{
  visit (node, data);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      walk (child, visit, data);
}

static void
walk_template (Fixture *f, Visit visit, gpointer data)
{
  walk (xmlDocGetRootElement (mlg_template_get_tree (f->template)), visit, data);
}

static void
collect_id (const xmlNode *element, gpointer ids)
{
  const char *id = mlg_xml_get_ns (element, (const char *) XML_XML_NAMESPACE, "id");

  if (id != NULL)
    g_hash_table_add (ids, g_strdup (id));
}

static GHashTable *
list_articles (Fixture *f, const char *ambition)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MlgDocument) document = NULL;

  set (f, "ambition", ambition);
  document = fill (f, MLG_FILL_ALL_PIECES);
  walk (xmlDocGetRootElement (mlg_document_get_tree (document)), collect_id, ids);
  return ids;
}

static gboolean
is_among (gpointer id, gpointer value, gpointer ids)
{
  return !g_hash_table_contains (ids, id);
}

static void
test_pieces (gconstpointer name)
{
  static const char *const roles[] = { "rc", "ccap", "cctp", "ae" };
  g_autoptr (Fixture) f = fixture_new (name);
  GPtrArray *pieces = mlg_template_get_pieces (f->template);

  set (f, "buyer", "Commune d’Essai");
  set (f, "reference", "2026-ESSAI-1");
  set (f, "launch-date", "2026-12-01");
  g_assert_cmpuint (pieces->len, ==, G_N_ELEMENTS (roles));
  for (guint i = 0; i < pieces->len; i++)
    {
      g_autofree char *words = fill_words (f, i);

      g_assert_cmpstr (mlg_xml_get (pieces->pdata[i], "role"), ==, roles[i]);
      g_assert_nonnull (strstr (words, "Commune d’Essai"));
      g_assert_nonnull (strstr (words, "2026-ESSAI-1"));
      g_assert_nonnull (strstr (words, "1er\u00a0décembre 2026"));
    }
  assert_no_issue (f);
}

/* Each level keeps the articles of the one below and has more, and nothing points to what it lacks. */
static void
test_ambitions (gconstpointer name)
{
  g_autoptr (Fixture) f = fixture_new (name);
  g_autoptr (GHashTable) below = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ambitions); i++)
    {
      g_autoptr (GHashTable) ids = list_articles (f, ambitions[i]);

      if (below != NULL)
        {
          g_assert_null (g_hash_table_find (below, is_among, ids));
          g_assert_cmpuint (g_hash_table_size (ids), >=, g_hash_table_size (below) + 5);
        }
      g_clear_pointer (&below, g_hash_table_unref);
      below = g_steal_pointer (&ids);
    }
  assert_no_issue (f);
}

/* Whatever is left out, in a piece alone as in the set, no reference is lost and nothing is a gap. */
static void
try_answer (const char *name, const MlgTemplateField *field, const char *value, guint turn)
{
  g_autoptr (Fixture) f = fixture_new (name);
  guint n_pieces = mlg_template_get_pieces (f->template)->len;
  g_autoptr (MlgDocument) whole = NULL;
  g_autoptr (MlgDocument) alone = NULL;

  if (!g_str_equal (field->name, "ambition"))
    set (f, "ambition", ambitions[turn % G_N_ELEMENTS (ambitions)]);
  set (f, field->name, value);
  whole = fill (f, MLG_FILL_ALL_PIECES);
  alone = fill (f, turn % n_pieces);
  for (guint i = 0; i < mlg_issue_list_get_n (f->issues); i++)
    g_error ("%s = %s: %s", field->name, value, mlg_issue_list_get (f->issues, i)->message);
}

static void
try_field (const char *name, const MlgTemplateField *field, guint *turn)
{
  for (guint i = 0; field->choices != NULL && i < field->choices->len; i++)
    try_answer (name, field, ((MlgTemplateChoice *) field->choices->pdata[i])->value, (*turn)++);
  if (field->type == MLG_TEMPLATE_YES_NO)
    {
      try_answer (name, field, "true", (*turn)++);
      try_answer (name, field, "false", (*turn)++);
    }
  else if (field->type == MLG_TEMPLATE_NUMBER)
    try_answer (name, field, "0", (*turn)++);
}

static void
test_choices (gconstpointer name)
{
  g_autoptr (Fixture) f = fixture_new (name);
  GPtrArray *fields = mlg_template_get_fields (f->template);
  guint turn = 0;

  for (guint i = 0; i < fields->len; i++)
    try_field (name, fields->pdata[i], &turn);
  g_assert_cmpuint (turn, >=, 15);
}

/* Articles come and go with the answers that call for them: those of cleaning. */
static void
test_conditions (void)
{
  g_autoptr (Fixture) f = fixture_new ("cleaning");
  g_autoptr (GHashTable) with = list_articles (f, "good");
  g_autoptr (GHashTable) without = NULL;

  set (f, "insertion-hours", "0");
  set (f, "staff-transfer", "false");
  mlg_answers_clear (f->answers, "lots");
  without = list_articles (f, "good");
  g_assert_true (g_hash_table_contains (with, "ccap-insertion"));
  g_assert_false (g_hash_table_contains (without, "ccap-insertion"));
  g_assert_true (g_hash_table_contains (with, "ccap-reprise"));
  g_assert_false (g_hash_table_contains (without, "ccap-reprise"));
  g_assert_true (g_hash_table_contains (with, "rc-reserve"));
  g_assert_false (g_hash_table_contains (without, "rc-reserve"));
  g_assert_true (g_hash_table_contains (with, "cctp-fournitures"));
  g_assert_false (g_hash_table_contains (without, "cctp-fournitures"));
}

/* The weights of the models are whole. */
static guint64
weight_of (const xmlNode *criterion)
{
  const char *weight = mlg_xml_get (criterion, "weight");
  char *end = NULL;
  guint64 points = g_ascii_strtoull (weight, &end, 10);

  g_assert_cmpstr (end, ==, "");
  return points;
}

static guint64
sum_weights (const xmlNode *parent)
{
  guint64 sum = 0;

  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && xmlStrEqual (child->name, (const xmlChar *) "criterion"))
      sum += weight_of (child);
  return sum;
}

static void
check_criterion (const xmlNode *element, gpointer environment)
{
  gboolean *found = environment;
  const char *dimension;

  if (!xmlStrEqual (element->name, (const xmlChar *) "criterion"))
    return;
  dimension = mlg_xml_get (element, "dimension");
  *found = *found || (dimension != NULL && strstr (dimension, "environment") != NULL);
  g_assert_nonnull (mlg_template_find_child (element, "elements"));
  g_assert_nonnull (mlg_template_find_child (element, "method"));
  if (sum_weights (element) > 0)
    g_assert_cmpuint (sum_weights (element), ==, weight_of (element));
}

static void
test_criteria (gconstpointer name)
{
  g_autoptr (Fixture) f = fixture_new (name);
  xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (f->template));
  const xmlNode *criteria = mlg_template_find_child (root, "criteria");
  g_autofree char *rules = fill_words (f, 0);
  gboolean environment = FALSE;

  g_assert_cmpuint (sum_weights (criteria), ==, 100);
  walk (criteria, check_criterion, &environment);
  g_assert_true (environment);
  g_assert_nonnull (strstr (rules, "Performance environnementale"));
}

static gboolean
has_dimension (const xmlNode *clause)
{
  const char *dimension = mlg_xml_get (clause, "dimension");

  return dimension != NULL && !g_str_equal (dimension, "economy");
}

/* What is asked for the environment or for people says how it is seen and what follows if it is not
 * done; a label is never asked without its equivalent. */
static void
check_clause (const xmlNode *element, gpointer n)
{
  const char *phase = mlg_xml_get (element, "phase");
  g_autoptr (xmlChar) words = NULL;

  if (!xmlStrEqual (element->name, (const xmlChar *) "clause"))
    return;
  *(guint *) n += 1;
  g_assert_nonnull (mlg_xml_get (element, "uri"));
  g_assert_nonnull (mlg_xml_get (element, "ambition"));
  g_assert_nonnull (mlg_template_find_child (element, "why"));
  g_assert_nonnull (mlg_template_find_child (element, "checked"));
  words = xmlNodeGetContent (mlg_template_find_child (element, "text"));
  if (mlg_template_find_child (element, "label") != NULL)
    g_assert_nonnull (strstr ((const char *) words, "équivalent"));
  if (!has_dimension (element)
      || (!g_str_equal (phase, "performance") && !g_str_equal (phase, "specification")))
    return;
  g_assert_nonnull (mlg_template_find_child (element, "link"));
  g_assert_nonnull (mlg_template_find_child (element, "proof"));
  g_assert_nonnull (mlg_template_find_child (element, "sanction"));
}

static void
test_clauses (gconstpointer name)
{
  g_autoptr (Fixture) f = fixture_new (name);
  guint n = 0;

  walk_template (f, check_clause, &n);
  g_assert_cmpuint (n, >=, 60);
}

static void
collect_gap (const xmlNode *element, gpointer gaps)
{
  if (mlg_document_node_is (element, "field") && mlg_xml_is_true (element, "missing"))
    g_hash_table_add (gaps, g_strdup (mlg_xml_get (element, "name")));
}

static GHashTable *
list_gaps (Fixture *f, MlgAnswers *answers)
{
  GHashTable *gaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MlgDocument) document =
      mlg_fill (f->template, answers, NULL, MLG_FILL_ALL_PIECES, f->issues, NULL, NULL);

  walk (xmlDocGetRootElement (mlg_document_get_tree (document)), collect_gap, gaps);
  return gaps;
}

/* What must be answered is listed, and shows as a gap; but the estimated value, which is only printed
 * when one wants to publish it. */
static void
test_nothing_answered (gconstpointer name)
{
  g_autoptr (Fixture) f = fixture_new (name);
  g_autoptr (MlgAnswers) none = mlg_answers_new (f->template);
  g_autoptr (GHashTable) gaps = list_gaps (f, none);
  g_auto (GStrv) missing = mlg_fill_list_missing (f->template, none);
  GPtrArray *fields = mlg_template_get_fields (f->template);
  guint n = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      const MlgTemplateField *field = fields->pdata[i];

      if (!field->required || field->preset != NULL)
        continue;
      g_assert_cmpstr (missing[n++], ==, field->label);
      g_assert_cmpint (g_hash_table_contains (gaps, field->name), !=,
                       g_str_equal (field->name, "estimated-amount"));
    }
  g_assert_cmpuint (n, ==, g_strv_length (missing));
  g_assert_cmpuint (n, >=, 15);
}

/* What is shipped is in the canonical form, and read and written again it is the same file. */
static void
test_round_trip (gconstpointer name)
{
  g_autoptr (Fixture) f = fixture_new (name);
  g_autofree char *path = mlg_shipped_template_get_path (name);
  g_autoptr (GBytes) shipped = mlg_document_load_file (path, NULL, NULL);
  g_autoptr (GBytes) written = mlg_template_to_xml (f->template);
  g_autoptr (MlgTemplate) again =
      mlg_template_read_xml (written, "again.xml", f->issues, NULL, NULL);
  g_autoptr (GBytes) twice = again != NULL ? mlg_template_to_xml (again) : NULL;

  g_assert_nonnull (twice);
  g_assert_true (g_bytes_equal (shipped, written));
  g_assert_true (g_bytes_equal (written, twice));
}

static void
collect_clause (const xmlNode *element, gpointer clauses)
{
  const char *uri = mlg_xml_get (element, "uri");
  g_autoptr (xmlChar) words = NULL;
  g_autofree char *told = NULL;
  const char *known;

  if (!xmlStrEqual (element->name, (const xmlChar *) "clause"))
    return;
  words = xmlNodeGetContent (element);
  told = g_strdup_printf ("%s %s %s %s %s", mlg_xml_get (element, "revision"),
                          mlg_xml_get (element, "phase"), mlg_xml_get (element, "ambition"),
                          mlg_xml_get (element, "dimension"), (const char *) words);
  known = g_hash_table_lookup (clauses, uri);
  if (known != NULL)
    g_assert_cmpstr (told, ==, known);
  else
    g_hash_table_insert (clauses, g_strdup (uri), g_steal_pointer (&told));
}

/* A clause that several tenders use is one: the same uri has the same words everywhere. */
static void
test_shared_clauses (gconstpointer tenders)
{
  const GPtrArray *names = tenders;
  g_autoptr (GHashTable) clauses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint alone;

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (Fixture) f = fixture_new (names->pdata[i]);

      walk_template (f, collect_clause, clauses);
    }
  alone = g_hash_table_size (clauses);
  g_assert_cmpuint (alone, <, 90 * names->len);
  g_assert_cmpuint (alone, >, 25 * names->len);
}

static GPtrArray *
list_tenders (void)
{
  g_auto (GStrv) names = mlg_shipped_template_list (NULL);
  GPtrArray *tenders = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = get_sample_path (names[i]);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (tenders, g_strdup (names[i]));
    }
  return tenders;
}

static void
add (const char *tender, const char *what, GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/tender/%s/%s", tender, what);

  g_test_add_data_func (path, tender, test);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) tenders = list_tenders ();

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpuint (tenders->len, >=, 3);
  for (guint i = 0; i < tenders->len; i++)
    {
      add (tenders->pdata[i], "pieces", test_pieces);
      add (tenders->pdata[i], "ambitions", test_ambitions);
      add (tenders->pdata[i], "choices", test_choices);
      add (tenders->pdata[i], "criteria", test_criteria);
      add (tenders->pdata[i], "clauses", test_clauses);
      add (tenders->pdata[i], "nothing-answered", test_nothing_answered);
      add (tenders->pdata[i], "round-trip", test_round_trip);
    }
  g_test_add_func ("/tender/conditions", test_conditions);
  g_test_add_data_func ("/tender/shared-clauses", tenders, test_shared_clauses);
  return g_test_run ();
}

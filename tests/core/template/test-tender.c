/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tender.h"

#include <string.h>

/* The model tenders filled: whole, coherent from one piece to the other, growing with the ambition. */

static const char *const ambitions[] = { "base", "good", "exemplary" };

static void
test_pieces (gconstpointer name)
{
  static const char *const roles[] = { "rc", "ccap", "cctp", "ae" };
  g_autoptr (Tender) f = tender_new (name);
  GPtrArray *pieces = mlg_template_get_pieces (f->template);

  tender_set (f, "buyer", "Commune d’Essai");
  tender_set (f, "reference", "2026-ESSAI-1");
  tender_set (f, "launch-date", "2026-12-01");
  g_assert_cmpuint (pieces->len, ==, G_N_ELEMENTS (roles));
  for (guint i = 0; i < pieces->len; i++)
    {
      g_autofree char *words = tender_fill_words (f, i);

      g_assert_cmpstr (mlg_xml_get (pieces->pdata[i], "role"), ==, roles[i]);
      g_assert_nonnull (strstr (words, "Commune d’Essai"));
      g_assert_nonnull (strstr (words, "2026-ESSAI-1"));
      g_assert_nonnull (strstr (words, "1er\u00a0décembre 2026"));
    }
  tender_assert_no_issue (f);
}

static void
collect_id (const xmlNode *element, gpointer ids)
{
  const char *id = mlg_xml_get_ns (element, (const char *) XML_XML_NAMESPACE, "id");

  if (id != NULL)
    g_hash_table_add (ids, g_strdup (id));
}

static GHashTable *
list_articles (Tender *f, const char *ambition)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MlgDocument) document = NULL;

  tender_set (f, "ambition", ambition);
  document = tender_fill (f, MLG_FILL_ALL_PIECES);
  tender_walk_tree (xmlDocGetRootElement (mlg_document_get_tree (document)), collect_id, ids);
  return ids;
}

static gboolean
is_among (gpointer id, gpointer value, gpointer ids)
{
  return !g_hash_table_contains (ids, id);
}

/* Each level keeps the articles of the one below and has more, and nothing points to what it lacks. */
static void
test_ambitions (gconstpointer name)
{
  g_autoptr (Tender) f = tender_new (name);
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
  tender_assert_no_issue (f);
}

/* Whatever is left out, in a piece alone as in the set, no reference is lost and nothing is a gap. */
static void
try_answer (Tender *f, const MlgTemplateField *field, const char *value, guint turn)
{
  guint n_pieces = mlg_template_get_pieces (f->template)->len;
  g_autoptr (MlgDocument) whole = NULL;
  g_autoptr (MlgDocument) alone = NULL;

  tender_reset (f);
  if (!g_str_equal (field->name, "ambition"))
    tender_set (f, "ambition", ambitions[turn % G_N_ELEMENTS (ambitions)]);
  tender_set (f, field->name, value);
  whole = tender_fill (f, MLG_FILL_ALL_PIECES);
  alone = tender_fill (f, turn % n_pieces);
  for (guint i = 0; i < mlg_issue_list_get_n (f->issues); i++)
    g_error ("%s = %s: %s", field->name, value, mlg_issue_list_get (f->issues, i)->message);
}

static void
try_field (Tender *f, const MlgTemplateField *field, guint *turn)
{
  for (guint i = 0; field->choices != NULL && i < field->choices->len; i++)
    try_answer (f, field, ((MlgTemplateChoice *) field->choices->pdata[i])->value, (*turn)++);
  if (field->type == MLG_TEMPLATE_YES_NO)
    {
      try_answer (f, field, "true", (*turn)++);
      try_answer (f, field, "false", (*turn)++);
    }
  else if (field->type == MLG_TEMPLATE_NUMBER)
    try_answer (f, field, "0", (*turn)++);
}

static void
test_choices (gconstpointer name)
{
  g_autoptr (Tender) f = tender_new (name);
  GPtrArray *fields = mlg_template_get_fields (f->template);
  guint turn = 0;

  for (guint i = 0; i < fields->len; i++)
    try_field (f, fields->pdata[i], &turn);
  g_assert_cmpuint (turn, >=, 15);
}

/* Articles come and go with the answers that call for them: those of cleaning. */
static void
test_conditions (void)
{
  g_autoptr (Tender) f = tender_new ("cleaning");
  g_autoptr (GHashTable) with = list_articles (f, "good");
  g_autoptr (GHashTable) without = NULL;

  tender_set (f, "insertion-hours", "0");
  tender_set (f, "staff-transfer", "false");
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

static void
collect_gap (const xmlNode *element, gpointer gaps)
{
  if (mlg_document_node_is (element, "field") && mlg_xml_is_true (element, "missing"))
    g_hash_table_add (gaps, g_strdup (mlg_xml_get (element, "name")));
}

static GHashTable *
list_gaps (Tender *f, MlgAnswers *answers)
{
  GHashTable *gaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MlgDocument) document =
      mlg_fill (f->template, answers, NULL, MLG_FILL_ALL_PIECES, f->issues, NULL, NULL);

  tender_walk_tree (xmlDocGetRootElement (mlg_document_get_tree (document)), collect_gap, gaps);
  return gaps;
}

/* What must be answered is listed, and shows as a gap; but the estimated value, which is only printed
 * when one wants to publish it. */
static void
test_nothing_answered (gconstpointer name)
{
  g_autoptr (Tender) f = tender_new (name);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  tender_add_test ("pieces", test_pieces);
  tender_add_test ("ambitions", test_ambitions);
  tender_add_test ("choices", test_choices);
  tender_add_test ("nothing-answered", test_nothing_answered);
  g_test_add_func ("/tender/conditions", test_conditions);
  return g_test_run ();
}

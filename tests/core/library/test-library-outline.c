/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "library/mlg-clause.h"
#include "library/mlg-conditions.h"
#include "library/mlg-tender-outline.h"
#include "library/mlg-reading.h"
#include "library/mlg-template-find.h"
#include "library/mlg-tender-head.h"
#include "template/mlg-template-error.h"

/* The outline of a template, its conditions and its words, changed. */

#define CLAUSE(N, TITLE, WORDS)                                                                    \
  "<clause phase=\"specification\" revision=\"1\""                                                 \
  " uri=\"urn:uuid:0000000" N "-3333-4333-8333-333333333333\">"                                    \
  "<title>" TITLE "</title><text><d:p>" WORDS "</d:p></text></clause>\n"

#define SECTION(TITLE, IN) "<d:section>\n<d:heading>" TITLE "</d:heading>\n" IN "</d:section>\n"

static MlgTemplate *
make (void)
{
  static const char text[] =
      "<template xmlns=\"urn:maillage:template:1\" xmlns:d=\"urn:maillage:document:1\""
      " xml:lang=\"fr\" revision=\"1\" uri=\"urn:uuid:11111111-1111-4111-8111-111111111111\">\n"
      "<identity><title>Savon</title></identity>\n<fields>\n"
      "<field name=\"level\" type=\"choice\">\n<label>Niveau</label>"
      "<choice value=\"base\">De base</choice><choice value=\"high\">Élevé</choice></field>\n"
      "<field name=\"amount\" type=\"amount\">\n<label>Montant</label></field>\n"
      "<field name=\"lots\" type=\"rows\">\n<label>Lots</label>"
      "<column name=\"name\" type=\"text\">Nom</column></field>\n"
      "</fields>\n<piece role=\"cctp\">\n<title>CCTP</title>\n<text>\n" SECTION (
          "Un",
          CLAUSE ("1", "A", "Le <d:b>savon</d:b> noir, l’eau.") "<when test=\"level = "
                                                                "'high'\">\n" CLAUSE (
                                                                    "2", "B",
                                                                    "Savon doux.") "</when>\n")
          SECTION ("Deux", CLAUSE ("3", "C", "Rien.")) "</text>\n</piece>\n<piece "
                                                       "role=\"ccap\">\n<title>CCAP</"
                                                       "title>\n<text>\n" CLAUSE (
                                                           "4", "D",
                                                           "Du savon.") "</text>\n</piece>\n</"
                                                                        "template>\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgTemplate *template = mlg_template_read_xml (bytes, "test", issues, NULL, &error);

  g_assert_no_error (error);
  return template;
}

static MlgOutlinePlace
find (MlgTemplate *template, const char *title)
{
  g_autoptr (GPtrArray) items = mlg_reading_new (template, NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (((MlgReadingItem *) items->pdata[i])->title, title) == 0)
      return (MlgOutlinePlace){ ((MlgReadingItem *) items->pdata[i])->line, title };
  g_assert_not_reached ();
}

/* The titles in their order, with the depth of sections and the conditions. */
static char *
write_outline (MlgTemplate *template)
{
  g_autoptr (GPtrArray) items = mlg_reading_new (template, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const MlgReadingItem *item = items->pdata[i];

      if (item->title == NULL)
        continue;
      g_string_append_printf (text, "%s%u%s", i > 0 ? " " : "", item->level, item->title);
      if (item->expression != NULL)
        g_string_append_printf (text, "[%s]", item->expression);
    }
  return g_string_free (text, FALSE);
}

static void
assert_outline (MlgTemplate *template, GError *error, const char *expected)
{
  g_autofree char *outline = NULL;
  g_autoptr (MlgTemplate) read = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  /* Lines are those of its XML. */
  bytes = mlg_template_to_xml (template);
  read = mlg_template_read_xml (bytes, "test", issues, NULL, NULL);
  g_assert_nonnull (read);
  outline = write_outline (read);
  g_assert_cmpstr (outline, ==, expected);
}

static void
assert_moved (const char *title, MlgOutlineStep step, const char *expected)
{
  g_autoptr (MlgTemplate) template = make ();
  MlgOutlinePlace place = find (template, title);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) moved = mlg_outline_move (template, &place, step, &error);

  if (expected != NULL)
    assert_outline (moved, error, expected);
  else
    g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE);
}

#define B "1B[level = 'high']"

static void
test_move (void)
{
  assert_moved ("A", MLG_OUTLINE_DOWN, "0CCTP 1Un " B " 1A 1Deux 1C 0CCAP 0D");
  assert_moved ("B", MLG_OUTLINE_UP, "0CCTP 1Un " B " 1A 1Deux 1C 0CCAP 0D");
  assert_moved ("A", MLG_OUTLINE_UP, NULL);
  assert_moved ("A", MLG_OUTLINE_OUT, "0CCTP 1Un " B " 0A 1Deux 1C 0CCAP 0D");
  assert_moved ("Deux", MLG_OUTLINE_UP, "0CCTP 1Deux 1C 1Un 1A " B " 0CCAP 0D");
  assert_moved ("Deux", MLG_OUTLINE_IN, "0CCTP 1Un 1A " B " 2Deux 2C 0CCAP 0D");
  assert_moved ("Deux", MLG_OUTLINE_DOWN, "0CCTP 1Un 1A " B " 0CCAP 1Deux 1C 0D");
  assert_moved ("D", MLG_OUTLINE_UP, "0CCTP 1Un 1A " B " 1Deux 1C 0D 0CCAP");
  assert_moved ("CCAP", MLG_OUTLINE_UP, "0CCAP 0D 0CCTP 1Un 1A " B " 1Deux 1C");
  assert_moved ("CCTP", MLG_OUTLINE_UP, NULL);
  assert_moved ("D", MLG_OUTLINE_OUT, NULL);
}

static void
assert_dropped (const char *title, const char *at, const char *expected)
{
  g_autoptr (MlgTemplate) template = make ();
  MlgOutlinePlace place = find (template, title);
  MlgOutlinePlace target = find (template, at);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) moved = mlg_outline_drop (template, &place, &target, &error);

  if (expected != NULL)
    assert_outline (moved, error, expected);
  else
    g_assert_null (moved);
}

static void
test_drop (void)
{
  assert_dropped ("B", "D", "0CCTP 1Un 1A 1Deux 1C 0CCAP 0D 0B[level = 'high']");
  assert_dropped ("D", "Deux", "0CCTP 1Un 1A " B " 1Deux 1D 1C 0CCAP");
  assert_dropped ("Deux", "CCAP", "0CCTP 1Un 1A " B " 0CCAP 1Deux 1C 0D");
  assert_dropped ("CCTP", "D", NULL);
  assert_dropped ("Un", "A", NULL);
}

static void
test_change (void)
{
  g_autoptr (MlgTemplate) template = make ();
  MlgOutlinePlace un = find (template, "Un");
  MlgOutlinePlace moved = { un.line, "Deux" };
  MlgOutlinePlace other = { un.line, "Trois" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) renamed = mlg_outline_rename (template, &un, "Premier <&>", &error);
  g_autoptr (MlgTemplate) removed = mlg_outline_remove (template, &un, &error);
  g_autoptr (MlgTemplate) section = mlg_outline_add_section (template, &un, "Trois", &error);
  g_autoptr (MlgTemplate) piece = mlg_outline_add_piece (template, &un, "rc", "RC", &error);
  g_autoptr (MlgTemplate) elsewhere = mlg_outline_remove (template, &moved, &error);

  assert_outline (renamed, error, "0CCTP 1Premier <&> 1A " B " 1Deux 1C 0CCAP 0D");
  assert_outline (removed, error, "0CCTP 1Deux 1C 0CCAP 0D");
  assert_outline (section, error, "0CCTP 1Un 1A " B " 1Trois 1Deux 1C 0CCAP 0D");
  assert_outline (piece, error, "0CCTP 1Un 1A " B " 1Deux 1C 0RC 0CCAP 0D");
  assert_outline (elsewhere, error, "0CCTP 1Un 1A " B " 0CCAP 0D");
  g_assert_null (mlg_outline_rename (template, &un, "", NULL));
  g_assert_null (mlg_outline_remove (template, &other, &error));
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN);
}

static void
test_condition (void)
{
  g_autoptr (MlgTemplate) template = make ();
  MlgOutlinePlace b = find (template, "B");
  MlgOutlinePlace deux = find (template, "Deux");
  g_autofree char *before = mlg_outline_get_condition (template, &b);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) without = mlg_outline_set_control (template, &b, "", "", &error);
  g_autoptr (MlgTemplate) with =
      mlg_outline_set_control (template, &deux, "amount > 3", "", &error);
  g_autoptr (MlgTemplate) repeated =
      mlg_outline_set_control (template, &b, before, "lots/row", &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpstr (before, ==, "level = 'high'");
  assert_outline (without, error, "0CCTP 1Un 1A 1B 1Deux 1C 0CCAP 0D");
  assert_outline (with, error, "0CCTP 1Un 1A " B " 1Deux[amount > 3] 1C[amount > 3] 0CCAP 0D");
  assert_outline (repeated, error, "0CCTP 1Un 1A " B " 1Deux 1C 0CCAP 0D");
  bytes = mlg_template_to_xml (repeated);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                  "<repeat select=\"lots/row\">"));
  g_assert_null (mlg_outline_set_control (template, &deux, "amount >", "", &error));
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_INVALID);
}

static void
assert_condition (const char *test, guint n)
{
  g_autoptr (MlgTemplate) template = make ();
  g_autoptr (GPtrArray) conditions = mlg_conditions_parse (template, test);
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  g_assert_nonnull (conditions);
  g_assert_cmpuint (conditions->len, ==, n);
  written = mlg_conditions_write (template, conditions, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, test);
}

static void
assert_value (const char *field, MlgComparison comparison, const char *value, const char *expected)
{
  g_autoptr (MlgTemplate) template = make ();
  g_autoptr (GPtrArray) conditions = mlg_conditions_parse (template, "");
  g_autofree char *written = NULL;

  mlg_conditions_add (conditions, field, comparison, value);
  written = mlg_conditions_write (template, conditions, NULL);
  g_assert_cmpstr (written, ==, expected);
}

static void
test_conditions (void)
{
  g_autoptr (MlgTemplate) template = make ();

  assert_condition ("", 0);
  assert_condition ("level = 'high'", 1);
  assert_condition ("level != 'base' and amount >= 40000 and count(lots/row) > 1", 3);
  assert_condition ("not(amount) and lots/row", 2);
  assert_condition ("not(lots/row)", 1);
  g_assert_null (mlg_conditions_parse (template, "level = 'a' or amount"));
  g_assert_null (mlg_conditions_parse (template, "lots/row[name = 'x']"));
  g_assert_null (mlg_conditions_parse (template, "nothing = 'a'"));
  assert_value ("level", MLG_COMPARE_IS, "Élevé", "level = 'high'");
  assert_value ("level", MLG_COMPARE_IS, "autre", NULL);
  assert_value ("level", MLG_COMPARE_MORE, "high", NULL);
  assert_value ("amount", MLG_COMPARE_MORE, "1 500,50", "amount > 1500.5");
  assert_value ("amount", MLG_COMPARE_MORE, "", NULL);
  assert_value ("lots", MLG_COMPARE_MORE, "2", "count(lots/row) > 2");
  assert_value ("lots", MLG_COMPARE_MORE, "x", NULL);
}

static guint
count_found (const char *words, MlgFindFlags flags)
{
  g_autoptr (MlgTemplate) template = make ();
  g_autoptr (GPtrArray) found = mlg_template_find_words (template, words, flags);

  return found->len;
}

static void
test_find (void)
{
  g_autoptr (MlgTemplate) template = make ();
  g_autoptr (GPtrArray) found = mlg_template_find_words (template, "savon", MLG_FIND_PLAIN);
  const MlgFoundWords *first = found->pdata[0];

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (first->title, ==, "A");
  g_assert_cmpstr (first->before, ==, "Le ");
  g_assert_cmpstr (first->found, ==, "savon");
  g_assert_cmpstr (first->after, ==, " noir, l’eau.");
  g_assert_cmpuint (count_found ("savon", MLG_FIND_CASE), ==, 2);
  g_assert_cmpuint (count_found ("avon", MLG_FIND_WHOLE_WORDS), ==, 0);
  g_assert_cmpuint (count_found ("l'eau", MLG_FIND_PLAIN), ==, 1);
  g_assert_cmpuint (count_found ("le savon noir", MLG_FIND_PLAIN), ==, 1);
  g_assert_cmpuint (count_found ("", MLG_FIND_PLAIN), ==, 0);
  g_assert_cmpuint (count_found ("specification", MLG_FIND_PLAIN), ==, 0);
}

static gboolean
has (MlgTemplate *template, const char *markup)
{
  g_autoptr (GBytes) bytes = mlg_template_to_xml (template);

  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), markup)
         != NULL;
}

static void
test_replace (void)
{
  g_autoptr (MlgTemplate) template = make ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) all =
      mlg_template_replace_words (template, "savon", MLG_FIND_PLAIN, "savon savon <&>", -1, &error);
  g_autoptr (MlgTemplate) one =
      mlg_template_replace_words (template, "savon", MLG_FIND_PLAIN, "gel", 1, &error);
  g_autoptr (MlgTemplate) across = mlg_template_replace_words (
      template, "le savon noir", MLG_FIND_PLAIN, "La lessive", -1, &error);

  g_assert_no_error (error);
  g_assert_true (has (all, "Le <d:b>savon savon &lt;&amp;&gt;</d:b> noir"));
  g_assert_true (has (all, "Du savon savon &lt;&amp;&gt;."));
  g_assert_true (has (one, "<d:b>savon</d:b>"));
  g_assert_true (has (one, "gel doux."));
  g_assert_true (has (one, "Du savon."));
  g_assert_true (has (across, "<d:p>La lessive"));
  g_assert_true (has (across, ", l’eau.</d:p>"));
  g_assert_null (mlg_template_replace_words (template, "savon", MLG_FIND_PLAIN, "gel", 3, &error));
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN);
}

static void
set_value (GPtrArray *rows, guint row, guint value, const char *text)
{
  MlgHeadRow *changed = rows->pdata[row];

  g_free (changed->values[value]);
  changed->values[value] = g_strdup (text);
}

static void
test_criteria (void)
{
  g_autoptr (MlgTemplate) template = make ();
  g_autoptr (GPtrArray) rows = mlg_tender_head_list (template, MLG_HEAD_CRITERIA);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) with = NULL;
  g_autoptr (MlgTemplate) wrong = NULL;

  g_assert_cmpuint (rows->len, ==, 0);
  g_ptr_array_add (rows, mlg_head_row_new ());
  g_ptr_array_add (rows, mlg_head_row_new ());
  set_value (rows, 0, MLG_HEAD_TITLE, "Prix");
  set_value (rows, 0, MLG_HEAD_CRITERION_TYPE, "price");
  set_value (rows, 0, MLG_HEAD_CRITERION_WEIGHT, "60");
  set_value (rows, 1, MLG_HEAD_TITLE, "Environnement");
  set_value (rows, 1, MLG_HEAD_CRITERION_WEIGHT, "39.5");
  set_value (rows, 1, MLG_HEAD_CRITERION_METHOD, "Notes");
  g_assert_cmpfloat (mlg_tender_head_sum (rows), >, 99.4999);
  g_assert_cmpfloat (mlg_tender_head_sum (rows), <, 99.5001);
  with = mlg_tender_head_write (template, MLG_HEAD_CRITERIA, rows, &error);
  g_assert_no_error (error);
  g_assert_true (has (with, "<criterion type=\"price\" weight=\"60\">"));
  g_assert_true (has (with, "<method>Notes</method>"));
  set_value (rows, 1, MLG_HEAD_CRITERION_WEIGHT, "beaucoup");
  wrong = mlg_tender_head_write (template, MLG_HEAD_CRITERIA, rows, &error);
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_INVALID);
}

static void
add_criterion (GPtrArray *rows, guint level, const char *title, const char *weight)
{
  MlgHeadRow *row = mlg_head_row_new ();

  row->level = level;
  g_ptr_array_add (rows, row);
  set_value (rows, rows->len - 1, MLG_HEAD_TITLE, title);
  set_value (rows, rows->len - 1, MLG_HEAD_CRITERION_WEIGHT, weight);
}

static void
test_criteria_inside (void)
{
  g_autoptr (MlgTemplate) template = make ();
  g_autoptr (GPtrArray) rows = mlg_tender_head_list (template, MLG_HEAD_CRITERIA);
  g_autoptr (GPtrArray) read = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) with = NULL, other = NULL;
  g_autofree char *told = NULL;

  add_criterion (rows, 0, "Prix", "60");
  add_criterion (rows, 0, "Technique", "40");
  add_criterion (rows, 1, "Moyens", "25");
  add_criterion (rows, 1, "Délais", "10");
  g_assert_true (G_APPROX_VALUE (mlg_tender_head_sum (rows), 100, 0.001));
  told = mlg_tender_head_tell_weights (rows);
  g_assert_true (strstr (told, "Technique") != NULL && strstr (told, "35") != NULL);
  g_assert_null (strstr (told, "Prix"));
  set_value (rows, 3, MLG_HEAD_CRITERION_WEIGHT, "15");
  g_assert_null (mlg_tender_head_tell_weights (rows));
  with = mlg_tender_head_write (template, MLG_HEAD_CRITERIA, rows, &error);
  g_assert_no_error (error);
  read = mlg_tender_head_list (with, MLG_HEAD_CRITERIA);
  g_assert_cmpuint (read->len, ==, 4);
  g_assert_true (((MlgHeadRow *) read->pdata[1])->level + 1
                 == ((MlgHeadRow *) read->pdata[3])->level);
  g_assert_cmpstr (((MlgHeadRow *) read->pdata[3])->values[MLG_HEAD_TITLE], ==, "Délais");

  g_ptr_array_insert (read, 0, g_ptr_array_steal_index (read, 3));
  ((MlgHeadRow *) read->pdata[0])->level = 0;
  other = mlg_tender_head_write (with, MLG_HEAD_CRITERIA, read, &error);
  g_assert_no_error (error);
  again = mlg_tender_head_list (other, MLG_HEAD_CRITERIA);
  g_assert_cmpuint (again->len, ==, 4);
  g_assert_cmpstr (((MlgHeadRow *) again->pdata[0])->values[MLG_HEAD_TITLE], ==, "Délais");
  g_assert_cmpuint (((MlgHeadRow *) again->pdata[0])->level, ==, 0);
  g_assert_cmpuint (((MlgHeadRow *) again->pdata[3])->level, ==, 1);
}

static void
test_swap (void)
{
  g_autoptr (MlgTemplate) template = make ();
  MlgOutlinePlace place = find (template, "B"), section = find (template, "Un"), now;
  g_autoptr (MlgRecord) clause = mlg_record_new (&mlg_clause_kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) with = NULL;
  g_autofree char *condition = NULL;

  mlg_record_set_text (clause, MLG_CLAUSE_URI, "urn:uuid:00000009-3333-4333-8333-333333333333");
  mlg_record_set_integer (clause, MLG_CLAUSE_REVISION, 1);
  mlg_record_set_text (clause, MLG_CLAUSE_TITLE, "Autre");
  mlg_record_set_text (clause, MLG_CLAUSE_PHASE, "specification");
  mlg_record_set_text (clause, MLG_CLAUSE_TEXT, "<d:p>Savon sans huile.</d:p>");
  g_assert_null (mlg_outline_swap_clause (template, &section, clause, NULL));
  with = mlg_outline_swap_clause (template, &place, clause, &error);
  g_assert_no_error (error);
  g_assert_true (has (with, "Savon sans huile."));
  g_assert_false (has (with, "Savon doux."));
  now = find (with, "Autre");
  condition = mlg_outline_get_condition (with, &now);
  g_assert_cmpstr (condition, ==, "level = 'high'");
}

static void
test_fields (void)
{
  g_autoptr (MlgTemplate) template = make ();
  g_autoptr (GPtrArray) rows = mlg_tender_head_list (template, MLG_HEAD_FIELDS);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) with = NULL;

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (((MlgHeadRow *) rows->pdata[0])->values[MLG_HEAD_FIELD_CHOICES], ==,
                   "base = De base; high = Élevé");
  g_ptr_array_insert (rows, 0, mlg_head_row_new ());
  set_value (rows, 0, MLG_HEAD_TITLE, "Délai d’exécution");
  set_value (rows, 0, MLG_HEAD_FIELD_TYPE, "duration");
  set_value (rows, 0, MLG_HEAD_FIELD_REQUIRED, "true");
  set_value (rows, 1, MLG_HEAD_FIELD_CHOICES, "base = De base; high = Haut; top = Tout = rien");
  with = mlg_tender_head_write (template, MLG_HEAD_FIELDS, rows, &error);
  g_assert_no_error (error);
  g_assert_true (has (with, "name=\"delai-d-execution\""));
  g_assert_true (has (with, "<choice value=\"top\">Tout = rien</choice>"));
  g_assert_true (has (with, "<column name=\"name\" type=\"text\">Nom</column>"));
  set_value (rows, 1, MLG_HEAD_FIELD_CHOICES, "base");
  g_assert_null (mlg_tender_head_write (template, MLG_HEAD_FIELDS, rows, NULL));
  set_value (rows, 0, MLG_HEAD_TITLE, "");
  g_assert_null (mlg_tender_head_write (template, MLG_HEAD_FIELDS, rows, NULL));
}

static void
test_lots (void)
{
  g_autoptr (MlgTemplate) template = make ();
  g_autoptr (GPtrArray) rows = mlg_tender_head_list (template, MLG_HEAD_LOTS);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) with = NULL;
  g_autoptr (GPtrArray) read = NULL;

  g_ptr_array_add (rows, mlg_head_row_new ());
  g_ptr_array_add (rows, mlg_head_row_new ());
  set_value (rows, 0, MLG_HEAD_TITLE, "Nord");
  set_value (rows, 1, MLG_HEAD_TITLE, "Sud");
  set_value (rows, 1, MLG_HEAD_LOT_VALUE, "4000");
  with = mlg_tender_head_write (template, MLG_HEAD_LOTS, rows, &error);
  g_assert_no_error (error);
  g_assert_true (has (with, "<lot number=\"2\" value=\"4000\">Sud</lot>"));
  read = mlg_tender_head_list (with, MLG_HEAD_LOTS);
  g_assert_cmpuint (read->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/outline/move", test_move);
  g_test_add_func ("/library/outline/drop", test_drop);
  g_test_add_func ("/library/outline/change", test_change);
  g_test_add_func ("/library/outline/condition", test_condition);
  g_test_add_func ("/library/outline/conditions", test_conditions);
  g_test_add_func ("/library/outline/find", test_find);
  g_test_add_func ("/library/outline/replace", test_replace);
  g_test_add_func ("/library/outline/criteria", test_criteria);
  g_test_add_func ("/library/outline/criteria-inside", test_criteria_inside);
  g_test_add_func ("/library/outline/swap", test_swap);
  g_test_add_func ("/library/outline/fields", test_fields);
  g_test_add_func ("/library/outline/lots", test_lots);
  return g_test_run ();
}

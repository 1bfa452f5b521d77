/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document.h"
#include "template/mlg-expression.h"
#include "template/mlg-fill.h"

#define HEAD                                                                                       \
  "<template xmlns='urn:maillage:template:1' xmlns:d='urn:maillage:document:1' xml:lang='fr'"      \
  " uri='urn:uuid:00000000-0000-4000-8000-000000000001' revision='3'>"                             \
  "<identity><title>Nettoyage</title></identity>"
#define FIELDS                                                                                     \
  "<fields>"                                                                                       \
  "<field name='buyer' type='body' required='true'><label>L’acheteur</label></field>"            \
  "<field name='value' type='amount'><label>Montant</label></field>"                               \
  "<field name='launch' type='date' default='2026-11-23'><label>Lancement</label></field>"         \
  "<field name='kind' type='choice'><label>Forme</label><choice value='a'>Ordinaire</choice>"      \
  "<choice value='b'>À bons de commande</choice></field>"                                         \
  "<field name='lots' type='rows'><label>Lots</label><column name='title' type='text'>Titre"       \
  "</column><column name='price' type='amount'>Prix</column></field>"                              \
  "</fields>"
#define PIECE(text)                                                                                \
  "<piece role='ccap'><title><d:field name='buyer'/></title><text>" text "</text></piece>"
#define TAIL "</template>"

static MlgTemplate *
read_template (const char *xml, MlgIssueList *issues, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  return mlg_template_read_xml (bytes, "test.xml", issues, NULL, error);
}

typedef struct
{
  MlgIssueList *issues;
  MlgTemplate *template;
  MlgAnswers *answers;
} Fixture;

static Fixture *
fixture_new (const char *xml)
{
  g_autoptr (GError) error = NULL;
  Fixture *f = g_new0 (Fixture, 1);

  f->issues = mlg_issue_list_new ();
  f->template = read_template (xml, f->issues, &error);
  if (mlg_issue_list_get_n (f->issues) > 0)
    g_test_message ("%s", mlg_issue_list_get (f->issues, 0)->message);
  g_assert_no_error (error);
  f->answers = mlg_answers_new (f->template);
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

/* The body of the filled document, as its XML without white space between elements. */
static char *
fill (Fixture *f, guint piece)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgIssueList) none = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document =
      mlg_fill (f->template, f->answers, NULL, piece, f->issues, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (mlg_document_validate (document, none));
  bytes = mlg_document_to_xml (document);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append (text, g_strstrip (lines[i]));
  return g_string_free (text, FALSE);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no %s in %s", part, text);
}

#define assert_lacks(text, part) g_assert_null (strstr (text, part))

static void
test_fields (void)
{
  g_autoptr (Fixture) f = fixture_new (HEAD FIELDS PIECE (
      "<d:p>De <d:field name='buyer'/>, <d:field name='value'/>, le <d:field name='launch'/> : "
      "<d:field name='kind'/>.</d:p>") TAIL);
  g_autofree char *text = NULL;

  set (f, "buyer", "Ville de Lille");
  set (f, "value", "25 000,50 €");
  set (f, "kind", "À bons de commande");
  text = fill (f, 0);
  assert_has (text,
              "<p>De Ville de Lille, 25\u202f000,50\u00a0€, le 23\u00a0novembre 2026 : À bons "
              "de commande.</p>");
  assert_has (text, "<title>Ville de Lille</title><author>Ville de Lille</author>"
                    "<date>2026-11-23</date></head>");
  g_assert_cmpuint (mlg_issue_list_get_n (f->issues), ==, 0);
}

/* A required field shows as a gap wherever it is printed, and is told once; another one is blank. */
static void
test_gaps (void)
{
  g_autoptr (Fixture) f = fixture_new (
      HEAD FIELDS PIECE ("<d:p><d:field name='buyer'/>|<d:field name='value'/>|</d:p>") TAIL);
  g_autofree char *text = fill (f, 0);
  g_auto (GStrv) missing = mlg_fill_list_missing (f->template, f->answers);

  assert_has (text, "<p><field missing=\"true\" name=\"buyer\">L’acheteur</field>||</p>");
  g_assert_cmpuint (mlg_issue_list_count (f->issues, MLG_SEVERITY_WARNING), ==, 1);
  g_assert_cmpuint (g_strv_length (missing), ==, 1);
  g_assert_cmpstr (missing[0], ==, "L’acheteur");
}

static void
test_when (void)
{
  g_autoptr (Fixture) f = fixture_new (HEAD FIELDS PIECE (
      "<when test='value &gt; 90000'><d:p>Grand</d:p><otherwise><d:p>Petit</d:p>"
      "</otherwise></when><d:p>A<when test=\"kind = 'b'\"> bon</when></d:p>") TAIL);
  g_autofree char *small = NULL;
  g_autofree char *large = NULL;

  set (f, "buyer", "X");
  set (f, "value", "90000");
  small = fill (f, 0);
  assert_has (small, "<p>Petit</p><p>A</p>");
  set (f, "value", "90000,01");
  set (f, "kind", "b");
  large = fill (f, 0);
  assert_has (large, "<p>Grand</p><p>A bon</p>");
  assert_lacks (large, "Petit");
}

static void
add_lot (Fixture *f, const char *title, const char *price)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (values, (gpointer) "title", (gpointer) title);
  g_hash_table_insert (values, (gpointer) "price", (gpointer) price);
  g_assert_true (mlg_answers_add_row (f->answers, "lots", values, &error));
  g_assert_no_error (error);
}

static void
test_repeat (void)
{
  g_autoptr (Fixture) f = fixture_new (HEAD FIELDS PIECE (
      "<d:table><d:row "
      "header='true'><d:cell><d:p>Lot</d:p></d:cell><d:cell><d:p>Prix</d:p></d:cell>"
      "</d:row><repeat select='lots/row'><d:row><d:cell><d:p xml:id='lot'><value select='title'/>"
      "</d:p></d:cell><d:cell><d:p><value "
      "select='price'/></d:p></d:cell></d:row></repeat></d:table>"
      "<d:p><repeat select='lots/row' between=', '><value select='title'/></repeat></d:p>"
      "<d:p><value select='count(lots/row)'/> lots</d:p>") TAIL);
  g_autofree char *text = NULL;

  set (f, "buyer", "X");
  add_lot (f, "Vitres", "1 000");
  add_lot (f, "Bureaux", "2 000");
  text = fill (f, 0);
  assert_has (text,
              "<cell><p xml:id=\"lot\">Vitres</p></cell><cell><p>1\u202f000\u00a0€</p></cell>");
  assert_has (text, "<cell><p>Bureaux</p></cell>");
  assert_has (text, "<p>Vitres, Bureaux</p><p>2 lots</p>");
}

/* A passage that disappears leaves no dead reference behind. */
static void
test_references (void)
{
  g_autoptr (Fixture) f = fixture_new (HEAD FIELDS PIECE (
      "<when test='value'><d:section xml:id='price'><d:heading>Prix</d:heading></d:section></when>"
      "<d:p>Voir <d:ref to='price'>l’article</d:ref>.</d:p>") TAIL);
  g_autofree char *gone = NULL;
  g_autofree char *there = NULL;

  set (f, "buyer", "X");
  gone = fill (f, 0);
  assert_has (gone, "<p>Voir <span>l’article</span>.</p>");
  g_assert_cmpuint (mlg_issue_list_count (f->issues, MLG_SEVERITY_WARNING), ==, 1);
  set (f, "value", "1");
  there = fill (f, 0);
  assert_has (there, "<ref to=\"price\">l’article</ref>");
}

/* Another piece is called by the number that it has in the set, also by a piece alone. */
static void
test_references_between_pieces (void)
{
  g_autoptr (Fixture) f = fixture_new (
      HEAD FIELDS
      "<piece role='rc' numbering='decimal'><title>RC</title><text><d:p>Voir "
      "<d:ref to='duty'>le CCAP</d:ref> et <d:ref to='gone'>rien</d:ref>.</d:p></text></piece>"
      "<piece role='ccap' numbering='decimal'><title>CCAP</title><text>"
      "<d:section><d:heading>Prix</d:heading></d:section>"
      "<d:section><d:heading>Suivi</d:heading><when test='value'>"
      "<d:section><d:heading>Bilan</d:heading></d:section></when>"
      "<d:section xml:id='duty'><d:heading>Devoirs</d:heading></d:section></d:section>"
      "<when test='value'><d:p xml:id='gone'/></when></text></piece>" TAIL);
  g_autofree char *alone = NULL;
  g_autofree char *longer = NULL;
  g_autofree char *set_of_two = NULL;

  alone = fill (f, 0);
  assert_has (alone, "<p>Voir <span>2.1</span> et <span>rien</span>.</p>");
  g_assert_cmpuint (mlg_issue_list_count (f->issues, MLG_SEVERITY_WARNING), ==, 1);
  set (f, "value", "1");
  longer = fill (f, 0);
  assert_has (longer, "<p>Voir <span>2.2</span> et <span>rien</span>.</p>");
  g_assert_cmpuint (mlg_issue_list_count (f->issues, MLG_SEVERITY_WARNING), ==, 1);
  set_of_two = fill (f, MLG_FILL_ALL_PIECES);
  assert_has (set_of_two, "<ref to=\"duty\">le CCAP</ref>");
}

/* current() is the row of the repeat, whatever the expression walks over. */
static void
test_current (void)
{
  g_autoptr (Fixture) f = fixture_new (HEAD FIELDS PIECE (
      "<repeat select='lots/row'><d:p><value select='title'/>:<repeat "
      "select='/context/lots/row[price = current()/price]'><value select='title'/></repeat></d:p>"
      "<when test='/context/lots/row[price &gt; current()/price]'><d:p>moins cher</d:p></when>"
      "</repeat>") TAIL);
  g_autofree char *text = NULL;

  set (f, "buyer", "X");
  add_lot (f, "A", "1");
  add_lot (f, "B", "2");
  add_lot (f, "C", "1");
  text = fill (f, 0);
  assert_has (text, "<p>A:AC</p><p>moins cher</p><p>B:B</p><p>C:AC</p><p>moins cher</p>");
}

/* All that a clause may say to the drafter, in any order, and nothing of it in the document. */
static void
test_clause (void)
{
  g_autoptr (Fixture) f = fixture_new (HEAD FIELDS PIECE (
      "<clause phase='specification' dimension='environment' ambition='good'><title>C</title>"
      "<checked on='2026-11-23'>À relire</checked><source confidence='to-check'>Article</source>"
      "<related to='other'/><label code='eu-ecolabel'>Écolabel européen</label><why>Secret</why>"
      "<reliability>draft</reliability><text><d:p xml:id='other'>Deux</d:p></text></clause>") TAIL);
  g_autofree char *text = NULL;

  set (f, "buyer", "X");
  text = fill (f, 0);
  assert_has (text, "<p xml:id=\"other\">Deux</p>");
  assert_lacks (text, "Secret");
  assert_lacks (text, "colabel");
}

/* A piece knows whether it is sent alone: its table of contents is then its own. */
static void
test_piece_alone (void)
{
  g_autoptr (Fixture) f = fixture_new (
      HEAD FIELDS "<piece role='rc'><title>RC</title><text><d:p>Un</d:p></text></piece>" PIECE (
          "<when test='template/@piece'><d:p>Pièce <value "
          "select='template/@piece'/></d:p><otherwise>"
          "<d:p>Ensemble</d:p></otherwise></when>") TAIL);
  g_autofree char *alone = NULL;
  g_autofree char *together = NULL;

  set (f, "buyer", "X");
  alone = fill (f, 1);
  assert_has (alone, "<p>Pièce 2</p>");
  together = fill (f, MLG_FILL_ALL_PIECES);
  assert_has (together, "<p>Ensemble</p>");
}

static void
test_all_pieces (void)
{
  g_autoptr (Fixture) f = fixture_new (
      HEAD FIELDS
      "<piece role='rc' numbering='decimal' before='Article '><title>RC</title><text>"
      "<d:p>Un</d:p></text></piece>" PIECE ("<clause phase='performance' "
                                            "dimension='environment'><title>C</title><why>Secret</"
                                            "why><text><d:p>Deux</d:p></text></clause>"
                                            "<d:note><d:p>Au rédacteur</d:p></d:note>") TAIL);
  g_autofree char *text = NULL;

  set (f, "buyer", "X");
  text = fill (f, MLG_FILL_ALL_PIECES);
  assert_has (text, "<section before=\"Article \" numbered=\"false\" numbering=\"decimal\">"
                    "<heading>RC</heading><p>Un</p></section><page-break/><section");
  assert_has (text, "<heading>X</heading><p>Deux</p></section>");
  assert_lacks (text, "Secret");
  assert_lacks (text, "rédacteur");
}

static void
test_round_trip (void)
{
  g_autoptr (Fixture) f = fixture_new (HEAD FIELDS PIECE (
      "<d:p>De <when test='value'>a <d:b>b</d:b></when> <d:field name='buyer'/></d:p>") TAIL);
  g_autoptr (GBytes) once = mlg_template_to_xml (f->template);
  g_autoptr (Fixture) again = fixture_new (g_bytes_get_data (once, NULL));
  g_autoptr (GBytes) twice = mlg_template_to_xml (again->template);

  g_assert_true (g_bytes_equal (once, twice));
}

static void
test_answers_round_trip (void)
{
  g_autoptr (Fixture) f = fixture_new (HEAD FIELDS PIECE ("<d:p/>") TAIL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) once = NULL, twice = NULL;
  g_autoptr (MlgAnswers) again = NULL;

  set (f, "value", "12,5");
  add_lot (f, "Vitres", "3");
  once = mlg_answers_to_xml (f->answers);
  again = mlg_answers_read_xml (f->template, once, "answers.xml", f->issues, NULL, &error);
  g_assert_no_error (error);
  twice = mlg_answers_to_xml (again);
  g_assert_true (g_bytes_equal (once, twice));
  g_assert_false (mlg_answers_set (f->answers, "kind", "c", &error));
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (mlg_answers_set (f->answers, "nothing", "c", &error));
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN);
}

/* What XML may not hold is never kept: what is written can be read again. */
static void
test_control_characters (void)
{
  g_autoptr (Fixture) f = fixture_new (HEAD FIELDS PIECE ("<d:p/>") TAIL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (MlgAnswers) again = NULL;
  g_autofree char *buyer = NULL;
  g_autofree char *xml = NULL;

  set (f, "buyer", "Ville\001 de\033[31m\tLille\177");
  add_lot (f, "Vi\002tres", "3");
  written = mlg_answers_to_xml (f->answers);
  again = mlg_answers_read_xml (f->template, written, "answers.xml", f->issues, NULL, &error);
  g_assert_no_error (error);
  buyer = mlg_answers_get (again, "buyer");
  g_assert_cmpstr (buyer, ==, "Ville  de [31m\tLille");
  xml = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_assert_nonnull (strstr (xml, "Vi tres"));
  set (f, "buyer", "\001 \002");
  g_clear_pointer (&buyer, g_free);
  buyer = mlg_answers_get (f->answers, "buyer");
  g_assert_null (buyer);
}

static void
assert_refused (const char *xml)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (read_template (xml, issues, &error));
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_INVALID);
  g_assert_cmpuint (mlg_issue_list_count (issues, MLG_SEVERITY_ERROR), >, 0);
}

static void
test_refused (void)
{
  assert_refused (HEAD FIELDS PIECE ("<d:p><d:field name='unknown'/></d:p>") TAIL);
  assert_refused (HEAD FIELDS PIECE ("<when test='1 +'><d:p/></when>") TAIL);
  assert_refused (HEAD FIELDS PIECE ("<d:p><d:ref to='nowhere'/></d:p>") TAIL);
  assert_refused (HEAD FIELDS PIECE ("<script/>") TAIL);
  assert_refused (HEAD FIELDS PIECE ("<clause phase='need'><title>C</title><related to='nowhere'/>"
                                     "<text/></clause>") TAIL);
  assert_refused (
      HEAD FIELDS PIECE ("<clause phase='need'><title>C</title><label code='É'>É</label>"
                         "<text/></clause>") TAIL);
  assert_refused (
      HEAD "<fields><field name='a' type='text'><label>A</label></field>"
           "<field name='a' type='text'><label>A</label></field></fields>" PIECE ("<d:p/>") TAIL);
}

/* What would never end is given up with a message. */
static void
test_costly_expression (void)
{
  g_autoptr (Fixture) f = fixture_new (HEAD FIELDS PIECE (
      "<when test='count(//*[count(//*[count(//*[count(//*[count(//*) &gt; 0]) &gt; 0]) &gt; 0]) "
      "&gt; 0]) &gt; 0'><d:p>x</d:p></when>") TAIL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    add_lot (f, "Vitres", "3");
  g_assert_null (mlg_fill (f->template, f->answers, NULL, 0, f->issues, NULL, &error));
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_EXPRESSION);
}

/* A table within a table within the rows: what would fill the memory is given up, what is only large is not. */
static void
test_large_document (void)
{
  static const char text[] = HEAD FIELDS PIECE (
      "<repeat select='//row'><repeat select='//row'><d:p>x</d:p></repeat></repeat>") TAIL;
  g_autoptr (Fixture) large = fixture_new (text);
  g_autoptr (Fixture) too_large = fixture_new (text);
  g_autoptr (MlgDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  MlgDocumentCounts counts;

  for (guint i = 0; i < 200; i++)
    add_lot (large, "Vitres", "3");
  document = mlg_fill (large->template, large->answers, NULL, 0, large->issues, NULL, &error);
  g_assert_no_error (error);
  mlg_document_count (document, &counts);
  g_assert_cmpuint (counts.paragraphs, >=, 200 * 200);
  for (guint i = 0; i * i <= MLG_FILL_MAX_NODES; i++)
    add_lot (too_large, "Vitres", "3");
  g_assert_null (
      mlg_fill (too_large->template, too_large->answers, NULL, 0, too_large->issues, NULL, &error));
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_EXPRESSION);
}

/* A function that nobody knows is an error of the template, and nothing is printed of it. */
static void
test_unknown_function (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (Fixture) f = fixture_new (HEAD FIELDS PIECE (
          "<when test='ceiling(1) = 1 and unknown(1)'><d:p>x</d:p></when>") TAIL);
      g_autoptr (GError) error = NULL;

      g_assert_null (mlg_fill (f->template, f->answers, NULL, 0, f->issues, NULL, &error));
      g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_EXPRESSION);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/fill/fields", test_fields);
  g_test_add_func ("/template/fill/gaps", test_gaps);
  g_test_add_func ("/template/fill/when", test_when);
  g_test_add_func ("/template/fill/repeat", test_repeat);
  g_test_add_func ("/template/fill/references", test_references);
  g_test_add_func ("/template/fill/references-between-pieces", test_references_between_pieces);
  g_test_add_func ("/template/fill/current", test_current);
  g_test_add_func ("/template/fill/clause", test_clause);
  g_test_add_func ("/template/fill/piece-alone", test_piece_alone);
  g_test_add_func ("/template/fill/all-pieces", test_all_pieces);
  g_test_add_func ("/template/fill/round-trip", test_round_trip);
  g_test_add_func ("/template/fill/answers-round-trip", test_answers_round_trip);
  g_test_add_func ("/template/fill/control-characters", test_control_characters);
  g_test_add_func ("/template/fill/refused", test_refused);
  g_test_add_func ("/template/fill/costly-expression", test_costly_expression);
  g_test_add_func ("/template/fill/large-document", test_large_document);
  g_test_add_func ("/template/fill/unknown-function", test_unknown_function);
  return g_test_run ();
}

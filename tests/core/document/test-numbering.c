/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-numbering.h"

static MlgDocument *
parse (const char *attributes, const char *body)
{
  g_autofree char *text =
      g_strdup_printf ("<document xmlns='urn:maillage:document:1' xml:lang='fr' %s><body>%s</body>"
                       "</document>",
                       attributes, body);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgDocument *document = mlg_document_read_xml (bytes, "a.xml", issues, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
append_labels (GString *text, const MlgNumbering *numbering, const xmlNode *node, const char *name)
{
  const MlgNumber *number =
      mlg_document_node_is (node, name) ? mlg_numbering_get (numbering, node) : NULL;

  if (number != NULL)
    g_string_append_printf (text, "%s[%s]", text->len > 0 ? " " : "",
                            number->label != NULL ? number->label : "");
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      append_labels (text, numbering, child, name);
}

static void
assert_labels (const char *attributes, const char *body, const char *name, const char *expected)
{
  g_autoptr (MlgDocument) document = parse (attributes, body);
  g_autoptr (MlgNumbering) numbering = mlg_numbering_new (document);
  g_autoptr (GString) text = g_string_new (NULL);

  append_labels (text, numbering, xmlDocGetRootElement (mlg_document_get_tree (document)), name);
  g_assert_cmpstr (text->str, ==, expected);
}

#define H(attributes, inside) "<section" attributes "><heading>x</heading>" inside "</section>"

static void
test_headings (void)
{
  static const struct
  {
    const char *attributes;
    const char *body;
    const char *labels;
  } cases[] = {
    { "", H ("", H ("", "")), "[] []" },
    { "numbering='decimal'", H ("", H ("", "") H ("", "")) H ("", H ("", "")),
      "[1] [1.1] [1.2] [2] [2.1]" },
    { "numbering='decimal' before='Article ' after=' –'", H ("", H ("", H ("", ""))) H ("", ""),
      "[Article 1 –] [1.1] [1.1.1] [Article 2 –]" },
    { "numbering='upper-roman' after='.'", H ("", H ("", "")) H ("", ""), "[I.] [I.1] [II.]" },
    /* Left out of the numbering, which goes on. */
    { "numbering='decimal'", H ("", "") H (" numbered='false'", "") H ("", ""), "[1] [] [2]" },
    /* A section without a heading takes no level. */
    { "numbering='decimal'", "<section>" H ("", "") "</section>" H ("", ""), "[1] [2]" },
    /* A level that was skipped. */
    { "numbering='decimal'", H ("", H (" level='3'", "") H ("", "")), "[1] [1.0.1] [1.1]" },
    /* Numbered anew inside, then on as before. */
    { "numbering='decimal'",
      H ("", H (" numbering='upper-letter' after=')'", H ("", "") H ("", H ("", ""))) H ("", "")),
      "[1] [1.1] [A)] [B)] [B.1] [1.2]" },
    { "",
      H (" numbering='decimal' numbered='false'", H ("", "") H ("", ""))
          H (" numbering='decimal' before='Article '", H ("", "")),
      "[] [1] [2] [] [Article 1]" },
    { "", "<table><row><cell>" H (" numbering='decimal'", H ("", "")) "</cell></row></table>",
      "[] [1]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_labels (cases[i].attributes, cases[i].body, "heading", cases[i].labels);
}

#define I(attributes, inside) "<item" attributes "><p>x</p>" inside "</item>"

static void
test_items (void)
{
  static const struct
  {
    const char *body;
    const char *labels;
  } cases[] = {
    { "<list>" I ("", "<list>" I ("", "<list>" I ("", "") "</list>") "</list>") "</list>",
      "[•] [–] [▪]" },
    { "<list numbering='decimal'>" I ("", "") I ("", "") "</list>", "[1.] [2.]" },
    { "<list numbering='lower-letter' after=')'>" I ("", "") I (" numbered='false'", "")
          I ("", "") "</list>",
      "[a)] [] [b)]" },
    { "<list numbering='upper-roman' before='(' after=')' start='4'>" I ("", "")
          I (" value='9'", "") I ("", "") "</list>",
      "[(IV)] [(IX)] [(X)]" },
    { "<list numbering='decimal' start='2'>" I (
          "", "<list numbering='lower-letter' levels='2' after=''>" I ("", "") I ("", "") "</list>")
          I ("", "") "</list>",
      "[2.] [2.a] [2.b] [3.]" },
    /* A list with bullets around has no level to show. */
    { "<list>" I ("", "<list numbering='decimal' levels='3'>" I ("", "") "</list>") "</list>",
      "[•] [1.]" },
    /* A cell begins anew. */
    { "<list>" I ("",
                  "<table><row><cell><list>" I ("", "") "</list></cell></row></table>") "</list>",
      "[•] [•]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_labels ("", cases[i].body, "item", cases[i].labels);
}

static void
test_footnotes (void)
{
  assert_labels ("",
                 "<p>a<footnote><p>x</p></footnote>b<footnote end='true'><p>x</p></footnote>"
                 "c<footnote><p>x</p></footnote></p>",
                 "footnote", "[1] [i] [2]");
}

static void
test_formats (void)
{
  static const struct
  {
    const char *numbering;
    guint value;
    const char *text;
  } cases[] = {
    { "decimal", 0, "0" },
    { "decimal", 12, "12" },
    { "lower-letter", 0, "0" },
    { "lower-letter", 1, "a" },
    { "lower-letter", 26, "z" },
    { "lower-letter", 27, "aa" },
    { "upper-letter", 702, "ZZ" },
    { "upper-letter", 703, "AAA" },
    { "lower-roman", 1994, "mcmxciv" },
    { "upper-roman", 3999, "MMMCMXCIX" },
    { "upper-roman", 4000, "4000" },
    { "lower-letter", 1000000, "bdwgn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mlg_numbering_format (cases[i].numbering, cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static const xmlNode *
find (const xmlNode *node, const char *name)
{
  const xmlNode *found = mlg_document_node_is (node, name) ? node : NULL;

  for (const xmlNode *child = node->children; child != NULL && found == NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      found = find (child, name);
  return found;
}

static void
test_references (void)
{
  static const struct
  {
    const char *reference;
    const char *text;
  } cases[] = {
    { "<ref to='s'/>", "1.1" },
    { "<ref to='h'>here</ref>", "1.1" },
    { "<ref to='s' show='title'/>", "Second title" },
    { "<ref to='s' show='words'>there</ref>", NULL },
    { "<ref to='s' show='page'>there</ref>", NULL },
    { "<ref to='s' show='page'/>", "Second title" },
    { "<ref to='i'/>", "b" },
    { "<ref to='t'/>", "Prices" },
    { "<ref to='t'>the table</ref>", NULL },
    { "<ref to='f'/>", "1" },
    { "<ref to='group'/>", "In a group" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strconcat (
          "<p>", cases[i].reference, "</p>",
          "<section><heading>First</heading><section xml:id='s'><heading xml:id='h'>Second<br/>"
          "<b>title</b><footnote xml:id='f'><p>n</p></footnote></heading></section></section>"
          "<list numbering='lower-letter' after=')'><item><p>x</p></item><item xml:id='i'><p>y</p>"
          "</item></list><table xml:id='t'><caption>Prices</caption><row><cell/></row></table>"
          "<section xml:id='group'><p>In a group</p></section>",
          NULL);
      g_autoptr (MlgDocument) document = parse ("numbering='decimal'", body);
      g_autoptr (MlgNumbering) numbering = mlg_numbering_new (document);
      const xmlNode *reference =
          find (xmlDocGetRootElement (mlg_document_get_tree (document)), "ref");
      g_autofree char *text = mlg_numbering_get_reference (numbering, reference);

      g_assert_nonnull (mlg_numbering_find_target (numbering, reference));
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_outline (void)
{
  g_autoptr (MlgDocument) document =
      parse ("numbering='decimal'",
             H ("", H (" numbering='upper-roman' before='§'", H ("", ""))) H ("", ""));
  g_autoptr (MlgNumbering) numbering = mlg_numbering_new (document);
  const MlgNumber *third = mlg_numbering_get_heading (numbering, 2);

  g_assert_cmpuint (mlg_numbering_get_n_headings (numbering), ==, 4);
  g_assert_cmpuint (mlg_numbering_get_n_scopes (numbering), ==, 2);
  g_assert_cmpuint (third->level, ==, 3);
  g_assert_cmpuint (third->depth, ==, 1);
  g_assert_cmpuint (third->scope, ==, 1);
  g_assert_cmpuint (mlg_numbering_get_scope (numbering, 1)->base, ==, 2);
  g_assert_cmpstr (mlg_numbering_get_scope (numbering, 1)->before, ==, "§");
  g_assert_cmpuint (mlg_numbering_get_heading (numbering, 3)->value, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbering/headings", test_headings);
  g_test_add_func ("/numbering/items", test_items);
  g_test_add_func ("/numbering/footnotes", test_footnotes);
  g_test_add_func ("/numbering/formats", test_formats);
  g_test_add_func ("/numbering/references", test_references);
  g_test_add_func ("/numbering/outline", test_outline);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "everything.h"

static char *
write_text (MlgDocument *document)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = test_write (document, ".txt", issues);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

#define DOCUMENT(body)                                                                             \
  "<document xmlns='urn:maillage:document:1' xml:lang='fr' numbering='decimal'><body>" body        \
  "</body></document>"

static void
test_blocks (void)
{
  static const struct
  {
    const char *xml;
    const char *text;
  } cases[] = {
    { DOCUMENT ("<section><heading>Été</heading><section><heading>Deux</heading><p>x</p></section>"
                "</section>"),
      "1 Été\n=====\n\n1.1 Deux\n--------\n\nx\n" },
    { DOCUMENT ("<p>aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggggggg hhhhhhh "
                "i j\xc2\xa0k</p>"),
      "aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggggggg hhhhhhh\n"
      "i j\xc2\xa0k\n" },
    { DOCUMENT ("<list numbering='lower-roman' after=')'><item><p>a</p></item><item><p>b</p>"
                "<list><item><p>c</p></item></list></item></list>"),
      "i)  a\n\nii) b\n\n    – c\n" },
    { DOCUMENT ("<list><item><p>a</p></item><item><p>b</p></item></list><p>c</p>"),
      "• a\n• b\n\nc\n" },
    { DOCUMENT ("<p>m<sup>2</sup>, 1<sup>er</sup>, <link href='https://a.example/'>l</link>"
                "<br/><field name='f' missing='true'>f</field></p>"),
      "m², 1er, l <https://a.example/>\n[f]\n" },
    { DOCUMENT ("<p>a<footnote><p>n</p></footnote></p>"), "a[1]\n\n--------\n[1]  n\n" },
    { DOCUMENT (
          "<table borders='false' columns='1 1'><row><cell><p>a</p></cell><cell><p>b</p></cell>"
          "</row></table>"),
      "a                                    b\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MlgDocument) document = test_read_document (cases[i].xml);
      g_autofree char *text = write_text (document);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* A cell over two rows goes through the rule between them. */
static void
test_spans (void)
{
  g_autoptr (MlgDocument) document = test_read_document (DOCUMENT (
      "<table columns='1 1'><row header='true'><cell><p>h</p></cell><cell><p>i</p></cell></row>"
      "<row><cell rowspan='2'><p>a<br/>b<br/>c</p></cell><cell><p>d</p></cell></row>"
      "<row><cell><p>e</p></cell></row><row><cell colspan='2'><p>f</p></cell></row></table>"));
  g_autofree char *text = write_text (document);
  g_autoptr (GRegex) spaces = g_regex_new ("[ ]+", 0, 0, NULL);
  g_autoptr (GRegex) rules = g_regex_new ("([-=])[-=]+", 0, 0, NULL);
  g_autofree char *narrow = g_regex_replace_literal (spaces, text, -1, 0, " ", 0, NULL);
  g_autofree char *shape = g_regex_replace (rules, narrow, -1, 0, "\\1", 0, NULL);

  g_assert_cmpstr (shape, ==,
                   "+-+-+\n| h | i |\n+=+=+\n| a | d |\n+ b +-+\n| c | e |\n+-+-+\n| f |\n+-+-+\n");
}

static void
test_everything (void)
{
  static const char *const facts[] = {
    "\nArticle 1 – Objet du marché\n===========================\n",
    "\n  1.1 Lots\n",
    "l’article 2, soit « Prix »",
    "\n   b) mairies\n\n      suite de l’item, dans un second paragraphe\n",
    "\n      III.1. trois un\n",
    "[Un dégradé]",
    "\n[i]  Une note de fin.\n",
  };
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autofree char *text = write_text (document);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (strstr (text, facts[i]) == NULL)
      g_error ("not in the text: %s", facts[i]);
  g_assert_null (strstr (text, "Adapter la surface"));
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 79);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-text/blocks", test_blocks);
  g_test_add_func ("/document-text/spans", test_spans);
  g_test_add_func ("/document-text/everything", test_everything);
  return g_test_run ();
}

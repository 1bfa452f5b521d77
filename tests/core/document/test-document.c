/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document.h"

#define OPEN  "<document xmlns=\"urn:maillage:document:1\" xml:lang=\"fr\"><body>"
#define CLOSE "</body></document>"

static MlgDocument *
read_text (const char *text, MlgIssueList *issues, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return mlg_document_read_xml (bytes, "a.xml", issues, NULL, error);
}

static MlgDocument *
read_valid (const char *text)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgDocument *document = read_text (text, issues, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
  return document;
}

static char *
to_text (MlgDocument *document)
{
  g_autoptr (GBytes) bytes = mlg_document_to_xml (document);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Everything that the schema has, in the canonical form. */
static const char canonical[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- A comment before -->\n"
    "<document xmlns=\"urn:maillage:document:1\" xml:lang=\"fr\" after=\" –\" before=\"Article \""
    " numbering=\"decimal\" orientation=\"portrait\">\n"
    "  <head>\n"
    "    <title>Règlement &amp; annexes</title>\n"
    "    <subject>Nettoyage</subject>\n"
    "    <author>Ville de Lille</author>\n"
    "    <author>Métropole</author>\n"
    "    <date>2026-11-23</date>\n"
    "    <keyword>ménage</keyword>\n"
    "  </head>\n"
    "  <header>\n"
    "    <p>En-tête</p>\n"
    "  </header>\n"
    "  <footer>\n"
    "    <p align=\"center\">Page <page-number/> sur <page-count/></p>\n"
    "  </footer>\n"
    "  <body>\n"
    "    <p role=\"title\">Règlement</p>\n"
    "    <toc depth=\"2\"/>\n"
    "    <section xml:id=\"objet\">\n"
    "      <heading>Objet</heading>\n"
    "      <p>Un <b>mot <i>et</i></b>, CO<sub>2</sub>, 1<sup>er</sup> "
    "<link href=\"https://example.org/?a=1&amp;b=2\">lien</link> "
    "<ref show=\"title\" to=\"objet\">voir</ref> <field missing=\"true\" name=\"acheteur\">à "
    "compléter</field><footnote><p>Note.</p><list><item><p>x</p></item></list></footnote><br/>"
    "<tab/><span xml:lang=\"en\">word</span> 1 &lt; 2 &gt; 0</p>\n"
    "      <note author=\"A\" date=\"2026-11-23\">\n"
    "        <p>Conseil</p>\n"
    "      </note>\n"
    "      <page-break/>\n"
    "      <section level=\"4\" numbered=\"false\" orientation=\"landscape\">\n"
    "        <heading>Tableau</heading>\n"
    "        <table columns=\"1 2\">\n"
    "          <caption>Prix</caption>\n"
    "          <row header=\"true\">\n"
    "            <cell colspan=\"2\" header=\"true\">\n"
    "              <p>Titre</p>\n"
    "            </cell>\n"
    "          </row>\n"
    "          <row>\n"
    "            <cell align=\"right\" rowspan=\"2\">\n"
    "              <p>1</p>\n"
    "              <list after=\")\" numbering=\"lower-letter\" start=\"3\">\n"
    "                <item value=\"4\">\n"
    "                  <p>a</p>\n"
    "                  <list>\n"
    "                    <item numbered=\"false\">\n"
    "                      <p>b</p>\n"
    "                    </item>\n"
    "                  </list>\n"
    "                </item>\n"
    "              </list>\n"
    "            </cell>\n"
    "            <cell/>\n"
    "          </row>\n"
    "          <row/>\n"
    "        </table>\n"
    "        <!-- a comment -->\n"
    "        <image alt=\"Un logo\" height=\"10mm\" type=\"image/png\" width=\"20.5mm\">\n"
    "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0\n"
    "NTY3ODk=\n"
    "</image>\n"
    "      </section>\n"
    "    </section>\n"
    "  </body>\n"
    "</document>\n";

static void
test_round_trip (void)
{
  g_autoptr (MlgDocument) document = read_valid (canonical);
  g_autofree char *text = to_text (document);

  g_assert_cmpstr (text, ==, canonical);
}

/* The same tree written by another hand gives the same bytes. */
static void
test_canonical (void)
{
  g_auto (GStrv) lines = g_strsplit (canonical, "\n", -1);
  g_autoptr (GString) other = g_string_new (NULL);
  g_autoptr (MlgDocument) document = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (other, "%s%s", g_strchug (lines[i]),
                            g_str_has_prefix (lines[i], "<!--") ? "" : "\r\n\t");
  g_string_replace (other, " numbering=\"decimal\" orientation=\"portrait\"",
                    "\n orientation='portrait'   numbering='decimal'", 1);
  g_string_replace (other, "<p>Conseil</p>", "<p>\n  <![CDATA[Conseil]]>\n</p>", 1);
  g_string_replace (other, "<row/>", "<row>\n</row>", 1);
  document = read_valid (other->str);
  text = to_text (document);
  g_assert_cmpstr (text, ==, canonical);
}

static void
test_space (void)
{
  static const struct
  {
    const char *given;
    const char *kept;
  } cases[] = {
    { "<p> a  b\n\tc </p>", "<p>a b c</p>" },
    { "<p>a <b> b </b> c</p>", "<p>a <b>b </b>c</p>" },
    { "<p>a<b> </b></p>", "<p>a<b/></p>" },
    { "<p> <b> a</b></p>", "<p><b>a</b></p>" },
    { "<p>a <br/> b</p>", "<p>a<br/>b</p>" },
    { "<p>a \xc2\xa0 b</p>", "<p>a \xc2\xa0 b</p>" },
    { "<p>a <footnote> <p> n </p> </footnote> b </p>", "<p>a <footnote><p>n</p></footnote> b</p>" },
    { "<p>a <!-- c --> b</p>", "<p>a <!-- c -->b</p>" },
    { "<p>  </p>", "<p/>" },
    { "<p>a&#13;b&#10;c</p>", "<p>a b c</p>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *given = g_strconcat (OPEN, cases[i].given, CLOSE, NULL);
      g_autoptr (MlgDocument) document = read_valid (given);
      g_autofree char *text = to_text (document);

      if (strstr (text, cases[i].kept) == NULL)
        g_error ("%s became %s", cases[i].given, text);
    }
}

static void
test_invalid (void)
{
  static const struct
  {
    const char *body;
    int line, column;
    const char *message;
  } cases[] = {
    { "\n  <foo/>", 2, 3, "\"foo\" may not stand here" },
    { "\n<p\ncolour='red'>x</p>", 2, 1, "*\"colour\"*" },
    { "<p>\n <p/></p>", 2, 2, "*\"p\"*" },
    { "\n<list/>", 2, 1, "*" },
    { "\n<table><caption>x</caption></table>", 2, 1, "*" },
    { "words", 1, 63, "*text*" },
    { "\n<p><link href='javascript:alert(1)'>x</link></p>", 2, 4, "*\"link\"*" },
    { "\n<p><link href='file:///etc/passwd'>x</link></p>", 2, 4, "*\"link\"*" },
    { "<p xml:id='a'/>\n<p xml:id='a'/>", 2, 1, "*\"a\" is already used on line 1" },
    { "\n<p><ref to='b'/></p>", 2, 4, "*\"b\", which does not exist" },
    { "\n<image alt='' type='image/png'>a=b</image>", 2, 1, "*base64*" },
    { "\n<image alt='' type='image/png'/>", 2, 1, "*base64*" },
    { "<table><row/>\n<row header='true'/></table>", 2, 1, "header rows*" },
    { "\n<section level='11'/>", 2, 1, "*\"level\"*" },
    { "\n<list numbering='octal'><item/></list>", 2, 1, "*\"numbering\"*" },
    { "\n<list start='2'><item/></list>", 2, 1, "*\"start\"*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (OPEN, cases[i].body, CLOSE, NULL);
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MlgDocument) document = read_text (text, issues, &error);
      const MlgIssue *issue = NULL;

      g_assert_null (document);
      g_assert_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_INVALID);
      g_assert_cmpuint (mlg_issue_list_get_n (issues), >=, 1);
      issue = mlg_issue_list_get (issues, 0);
      g_test_message ("%s: %d:%d %s", cases[i].body, issue->line, issue->column, issue->message);
      g_assert_cmpint (issue->severity, ==, MLG_SEVERITY_ERROR);
      g_assert_true (g_pattern_match_simple (cases[i].message, issue->message));
      if (cases[i].line > 1)
        {
          g_assert_cmpint (issue->line, ==, cases[i].line);
          g_assert_cmpint (issue->column, ==, cases[i].column);
        }
    }
}

static void
test_other_root (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDocument) document = read_text ("<document><body/></document>", issues, &error);

  g_assert_null (document);
  g_assert_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_INVALID);
}

static void
test_count (void)
{
  g_autoptr (MlgDocument) document = read_valid (canonical);
  MlgDocumentCounts counts;

  mlg_document_count (document, &counts);
  g_assert_cmpuint (counts.headings[0], ==, 2);
  g_assert_cmpuint (counts.headings[1], ==, 1);
  g_assert_cmpuint (counts.headings[4], ==, 1);
  g_assert_cmpuint (counts.paragraphs, ==, 9);
  g_assert_cmpuint (counts.lists, ==, 3);
  g_assert_cmpuint (counts.items, ==, 3);
  g_assert_cmpuint (counts.tables, ==, 1);
  g_assert_cmpuint (counts.rows, ==, 3);
  g_assert_cmpuint (counts.cells, ==, 3);
  g_assert_cmpuint (counts.images, ==, 1);
  g_assert_cmpuint (counts.footnotes, ==, 1);
  g_assert_cmpuint (counts.drafter_notes, ==, 1);
  g_assert_cmpuint (counts.notes, ==, 2);
  g_assert_cmpuint (counts.links, ==, 1);
}

static void
test_words (void)
{
  static const struct
  {
    const char *body;
    guint words;
  } cases[] = {
    { "<p/>", 0 },
    { "<p>un deux  trois</p>", 3 },
    { "<p>un<b>e</b> <i>seule</i>ment</p>", 2 },
    { "<p>un</p><p>deux</p>", 2 },
    { "<p>« l’eau » : 3\xc2\xa0%</p>", 2 },
    { "<p>un<footnote><p>deux</p></footnote>trois</p>", 3 },
    { "<p>un<br/>deux<tab/>trois</p>", 3 },
    { "<section><heading>un</heading><p>deux</p></section>", 2 },
    { "<image alt='mot' type='image/png'>QUJD</image>", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (OPEN, cases[i].body, CLOSE, NULL);
      g_autoptr (MlgDocument) document = read_valid (text);
      MlgDocumentCounts counts;

      mlg_document_count (document, &counts);
      g_test_message ("%s", cases[i].body);
      g_assert_cmpuint (counts.words, ==, cases[i].words);
    }
}

static void
test_parts (void)
{
  g_autoptr (MlgDocument) document = read_valid (canonical);
  g_autoptr (MlgDocument) bare = read_valid (OPEN CLOSE);
  g_autofree char *title = mlg_document_get_title (document);
  g_autofree char *none = mlg_document_get_title (bare);
  g_autofree char *language = mlg_document_get_language (document);

  g_assert_cmpstr (mlg_document_get_name (document), ==, "a.xml");
  g_assert_cmpstr (title, ==, "Règlement & annexes");
  g_assert_null (none);
  g_assert_cmpstr (language, ==, "fr");
  g_assert_nonnull (mlg_document_get_part (document, "footer"));
  g_assert_null (mlg_document_get_part (bare, "footer"));
}

static void
test_levels (void)
{
  g_autoptr (MlgDocument) document =
      read_valid (OPEN "<section><section><heading>1</heading><section level='3'><heading>3"
                       "</heading><section><heading>4</heading></section></section></section>"
                       "</section>" CLOSE);
  xmlNode *group = xmlFirstElementChild (mlg_document_get_part (document, "body"));
  xmlNode *one = xmlFirstElementChild (group);
  xmlNode *three = xmlLastElementChild (one);
  xmlNode *four = xmlLastElementChild (three);

  g_assert_cmpuint (mlg_document_section_level (group), ==, 0);
  g_assert_cmpuint (mlg_document_section_level (one), ==, 1);
  g_assert_cmpuint (mlg_document_section_level (three), ==, 3);
  g_assert_cmpuint (mlg_document_section_level (four), ==, 4);
  g_assert_null (mlg_document_section_heading (group));
  g_assert_nonnull (mlg_document_section_heading (four));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/round-trip", test_round_trip);
  g_test_add_func ("/document/canonical", test_canonical);
  g_test_add_func ("/document/space", test_space);
  g_test_add_func ("/document/invalid", test_invalid);
  g_test_add_func ("/document/other-root", test_other_root);
  g_test_add_func ("/document/count", test_count);
  g_test_add_func ("/document/words", test_words);
  g_test_add_func ("/document/parts", test_parts);
  g_test_add_func ("/document/levels", test_levels);
  return g_test_run ();
}

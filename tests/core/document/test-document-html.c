/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <string.h>

#include "everything.h"

static xmlDoc *
write_page (MlgIssueList *issues)
{
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autoptr (GBytes) bytes = test_write (document, ".html", issues);
  const char *text = g_bytes_get_data (bytes, NULL);

  g_assert_cmpmem (text, 15, "<!DOCTYPE html>", 15);
  return htmlReadMemory (text, (int) g_bytes_get_size (bytes), NULL, "UTF-8",
                         HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
}

static void
assert_true_of (xmlDoc *page, const char *expression)
{
  xmlXPathContext *context = xmlXPathNewContext (page);
  xmlXPathObject *result = xmlXPathEval ((const xmlChar *) expression, context);

  if (result == NULL || !xmlXPathCastToBoolean (result))
    g_error ("not true of the page: %s", expression);
  xmlXPathFreeObject (result);
  xmlXPathFreeContext (context);
}

static void
test_page (void)
{
  static const char *const facts[] = {
    "/html[@lang = 'fr']/head/title = 'Cahier des clauses particulières'",
    "//meta[@name = 'author'][2]/@content = 'Communauté d’Exemple'",
    "//meta[@name = 'keywords']/@content = 'nettoyage, achat durable'",
    "count(//main) = 1",
    /* Headings in order: one h1, and none deeper than one more than the one before it. */
    "count(//h1) = 1 and //h1 = 'Cahier des clauses particulières'",
    "not(//h3[not(preceding::h2)]) and not(//h4[not(preceding::h3)])",
    "//h2[1]/span[@class = 'number'] = 'Article 1 –'",
    "//h3[span = 'A.'] and //h4[span = 'A.1']",
    /* Lists: native numbers, with the label as it is written. */
    "//ol/li[@value = 1][contains(@style, \"'1° '\")]/ol/li[@value = 2][contains(@style, 'b)')]",
    "//ol/li[@value = 7]",
    "count(//li[@class = 'goes-on']) = 1",
    /* Tables. */
    "//table[caption = 'Bordereau des prix'][@id = 'tableau']",
    "count(//table[caption]/thead/tr/th[@scope = 'col']) = 3",
    "//table[caption]/tbody/tr/th[@scope = 'row'][normalize-space() = '1']",
    ("//table[caption]//td[@rowspan = 2][normalize-space() = '2'] and "
     "//table[caption]//td[@colspan "
     "= 2]"),
    "//table[@role = 'presentation'][@class = 'plain']//table",
    /* Every way leads somewhere. */
    "not(//a[starts-with(@href, '#')][not(substring(@href, 2) = //@id)])",
    "//p/a[@href = '#prix'][. = '2'] and //p/a[@href = '#prix'][. = 'Prix']",
    "//a[@href = '#point'] = 'b' and //a[@href = 'https://example.org/'] = 'le site'",
    "count(//a[@role = 'doc-noteref']) = 2 and count(//a[@role = 'doc-backlink']) = 2",
    "//section[@role = 'doc-endnotes']/ol/li[1]//a[@href = 'https://example.org/note']",
    "count(//nav[@class = 'toc']//li) = 9",
    /* Images are inside, and say what they show. */
    "count(//img[starts-with(@src, 'data:image/png;base64,iVBOR')][@alt]) = 2",
    "//img[@alt = 'Un dégradé'][contains(@style, 'width:40.00mm')]",
    /* Nothing comes from elsewhere, nothing runs. */
    "not(//script) and not(//link) and not(//@*[starts-with(name(), 'on')]) and not(//iframe)",
    "//mark = '[montant en euros]'",
    "//span[@lang = 'en'] = 'best value'",
    "//strong/em = 'communaux' and //sup = '2' and //sub = '2'",
    "//section[@class = 'landscape']//th[1]/p = 'Janvier'",
    "not(contains(., 'Adapter la surface'))",
  };
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (xmlDoc) page = write_page (issues);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    assert_true_of (page, facts[i]);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 1); /* the note to the drafter */
}

/* Words that look like markup stay words. */
static void
test_hostile (void)
{
  g_autoptr (MlgDocument) document = test_read_document (
      "<document xmlns='urn:maillage:document:1' xml:lang='fr'><head><title>&lt;/title>&lt;script>"
      "</title></head><body><p>&lt;script>alert(1)&lt;/script></p><list numbering='decimal' "
      "before=\"';x:&lt;/style>\\\"><item><p>a</p></item></list></body></document>");
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = test_write (document, ".html", issues);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_null (strstr (text, "<script"));
  g_assert_null (strstr (text, "list-style-type:''"));
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-html/page", test_page);
  g_test_add_func ("/document-html/hostile", test_hostile);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "document/mlg-package.h"
#include "everything.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

static void
assert_true_of (xmlDoc *doc, const char *expression)
{
  static const char *const namespaces[][2] = {
    { "office", OASIS "office:1.0" },
    { "text", OASIS "text:1.0" },
    { "table", OASIS "table:1.0" },
    { "style", OASIS "style:1.0" },
    { "draw", OASIS "drawing:1.0" },
    { "svg", OASIS "svg-compatible:1.0" },
    { "meta", OASIS "meta:1.0" },
    { "fo", OASIS "xsl-fo-compatible:1.0" },
    { "manifest", OASIS "manifest:1.0" },
    { "dc", "http://purl.org/dc/elements/1.1/" },
    { "xlink", "http://www.w3.org/1999/xlink" },
  };
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *result = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (namespaces); i++)
    xmlXPathRegisterNs (context, (const xmlChar *) namespaces[i][0],
                        (const xmlChar *) namespaces[i][1]);
  result = xmlXPathEval ((const xmlChar *) expression, context);
  if (result == NULL || !xmlXPathCastToBoolean (result))
    g_error ("not true of the file: %s", expression);
  xmlXPathFreeObject (result);
  xmlXPathFreeContext (context);
}

static xmlDoc *
parse (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  xmlDoc *doc = mlg_xml_read_bytes (bytes, "part", NULL, NULL, &error);

  g_assert_no_error (error);
  return doc;
}

static xmlDoc *
read_part (MlgPackage *package, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mlg_package_read_part (package, part, NULL, &error);

  g_assert_no_error (error);
  return parse (bytes);
}

/* True of the flat file; all but the last ones of a package too, part by part. */
static const char *const facts[] = {
  /* Metadata and language. */
  "//office:meta/dc:title = 'Cahier des clauses particulières'",
  "//office:meta/dc:creator = 'Commune d’Exemple, Communauté d’Exemple'",
  "//office:meta/dc:date = '2026-11-23T00:00:00' and count(//meta:keyword) = 2",
  "//style:default-style/style:text-properties[@fo:language = 'fr'][@fo:country = 'FR']",
  /* Every style that is used is there. */
  "not(//text:p[not(@text:style-name = "
  "//style:style/@style:name)][not(ancestor::office:annotation)])",
  "not(//text:h[not(@text:style-name = //style:style/@style:name)])",
  "not(//text:span[not(@text:style-name = //style:style/@style:name)])",
  "not(//style:style[@style:parent-style-name][not(@style:parent-style-name = "
  "//style:style/@style:name)])",
  "not(//text:list[@text:style-name][not(@text:style-name = //text:list-style/@style:name)])",
  "not(//table:*[@table:style-name][not(@table:style-name = //style:style/@style:name)])",
  /* Headings: numbered by their levels, or by a list where they are numbered anew. */
  "count(//text:h) = 10 and count(//text:outline-level-style) = 10",
  "//text:outline-level-style[1][@style:num-prefix = 'Article '][@style:num-suffix = ' –']"
  "[@style:num-format = '1']",
  "//text:outline-level-style[2]/@text:display-levels = 2",
  "//text:h[. = 'Sans numéro'][@text:is-list-header = 'true'][@text:outline-level = 2]",
  "//text:list-style[@style:name = 'Headings_20_1']/text:list-level-style-number[1]"
  "/@style:num-format = 'A'",
  "//text:list[@text:style-name = 'Headings_20_1'][@text:continue-list = 'headings-1']"
  "//text:h[. = 'Seconde annexe']",
  /* Table of contents, with what it needs to be made anew. */
  "count(//text:index-body/text:p) = 9 and "
  "//text:table-of-content-source[@text:outline-level = 2]/text:table-of-content-entry-template",
  "not(//text:index-body//text:bookmark-ref[not(@text:ref-name = "
  "//text:bookmark-start/@text:name)])",
  "not(//text:a[starts-with(@xlink:href, '#')][not(substring(@xlink:href, 2) = "
  "//text:bookmark-start/@text:name)])",
  /* Lists. */
  "//text:list-item[text:p = 'Septième lot']/@text:start-value = 7",
  "//text:list-item[text:p = 'encore a']/@text:start-value = 1",
  "//text:list-item[text:p = 'trois']/@text:start-value = 3",
  "//text:list-level-style-number[@text:level = 2]/@text:display-levels = 2",
  /* Tables. */
  "//text:p[@text:style-name = 'Table'] = 'Bordereau des prix'",
  "count(//table:table-header-rows) = 2 and //table:table-column",
  "//table:table-cell[@table:number-rows-spanned = 2]/text:p = '2'",
  "//table:table-row[.//text:p = '2']/@table:style-name = 'Row.whole' and "
  "not(//table:table-row[.//table:table]/@table:style-name = 'Row.whole')",
  "not(//table:table[not(.//table:table)]/table:table-row[count(table:table-cell | "
  "table:covered-table-cell) != count(../table:table-column)])",
  "//table:table-cell[last()]/*[last()][self::text:p]",
  /* Pages. */
  "//style:style[@style:master-page-name = 'Landscape'][@style:parent-style-name = "
  "'Heading_20_1']/@style:name = //text:h[. = 'Annexe en paysage']/@text:style-name",
  "//style:style[@style:master-page-name = 'Standard']/@style:name = "
  "//text:h[. = 'Annexes']/@text:style-name",
  "count(//style:master-page/style:footer//text:page-count) = 2",
  "//style:style[@style:name = //text:h[contains(., 'Objet')]/@text:style-name]"
  "/style:paragraph-properties/@fo:break-before = 'page'",
  /* Notes. */
  "count(//text:note[@text:note-class = 'footnote']) = 1 and count(//text:note) = 2",
  "//office:annotation[dc:creator = 'Service juridique'][dc:date = '2026-01-02T00:00:00']"
  "[count(text:p) = 2]",
  /* References that programs keep up to date. */
  "//text:bookmark-ref[@text:ref-name = 'prix'][@text:reference-format = 'page'] = '4'",
  "//text:bookmark-ref[@text:ref-name = 'prix'][@text:reference-format = 'text'] = 'Prix'",
  /* Words. */
  "//text:span[@text:style-name = 'Gap'] = '[montant en euros]'",
  "//text:span[@text:style-name = 'Language.en'] = 'best value'",
  "//draw:frame[@svg:width = '40.00mm']/svg:desc = 'Un dégradé' and count(//draw:frame) = 2",
};

static void
test_flat (void)
{
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = test_write (document, ".fodt", issues);
  g_autoptr (xmlDoc) doc = parse (bytes);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    assert_true_of (doc, facts[i]);
  assert_true_of (doc, "count(//office:binary-data[starts-with(., 'iVBOR')]) = 2");
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
}

static void
test_package (void)
{
  static const char type[] = "mimetypeapplication/vnd.oasis.opendocument.text";
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = test_write (document, ".odt", issues);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgPackage) package = mlg_package_new (bytes, "a.odt", NULL, &error);
  g_autoptr (xmlDoc) manifest = NULL;
  g_autoptr (xmlDoc) content = NULL;
  g_autoptr (xmlDoc) styles = NULL;
  g_autoptr (xmlDoc) meta = NULL;

  g_assert_no_error (error);
  g_assert_cmpmem ((const char *) g_bytes_get_data (bytes, NULL) + 30, strlen (type), type,
                   strlen (type));
  manifest = read_part (package, "META-INF/manifest.xml");
  content = read_part (package, "content.xml");
  styles = read_part (package, "styles.xml");
  meta = read_part (package, "meta.xml");
  assert_true_of (manifest, "count(//manifest:file-entry) = 6");
  assert_true_of (content, "count(//text:h) = 10 and count(//draw:image[@xlink:href]) = 2");
  assert_true_of (styles, "//style:master-page and //text:outline-style");
  assert_true_of (meta, "//dc:title");
  g_assert_true (mlg_package_has_part (package, "Pictures/image2.png"));
}

/* A document that has nothing is one all the same. */
static void
test_empty (void)
{
  g_autoptr (MlgDocument) document = test_read_document (
      "<document xmlns='urn:maillage:document:1' xml:lang='nl-BE'><body/></document>");
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = test_write (document, ".fodt", issues);
  g_autoptr (xmlDoc) doc = parse (bytes);

  assert_true_of (doc, "count(//office:text/text:p) = 1 and not(//style:header)");
  assert_true_of (doc, "//style:text-properties[@fo:language = 'nl'][@fo:country = 'BE']");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-odf/flat", test_flat);
  g_test_add_func ("/document-odf/package", test_package);
  g_test_add_func ("/document-odf/empty", test_empty);
  return g_test_run ();
}

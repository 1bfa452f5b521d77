/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "document/mlg-package.h"
#include "everything.h"

static void
assert_true_of (xmlDoc *doc, const char *part, const char *expression)
{
  static const char *const namespaces[][2] = {
    { "w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
    { "r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
    { "wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" },
    { "a", "http://schemas.openxmlformats.org/drawingml/2006/main" },
    { "rel", "http://schemas.openxmlformats.org/package/2006/relationships" },
    { "ct", "http://schemas.openxmlformats.org/package/2006/content-types" },
    { "cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties" },
    { "dc", "http://purl.org/dc/elements/1.1/" },
    { "dcterms", "http://purl.org/dc/terms/" },
  };
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *result = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (namespaces); i++)
    xmlXPathRegisterNs (context, (const xmlChar *) namespaces[i][0],
                        (const xmlChar *) namespaces[i][1]);
  result = xmlXPathEval ((const xmlChar *) expression, context);
  if (result == NULL || !xmlXPathCastToBoolean (result))
    g_error ("not true of %s: %s", part, expression);
  xmlXPathFreeObject (result);
  xmlXPathFreeContext (context);
}

static MlgPackage *
write_package (MlgDocument *document, MlgIssueList *issues)
{
  g_autoptr (GBytes) bytes = test_write (document, ".docx", issues);
  g_autoptr (GError) error = NULL;
  MlgPackage *package = mlg_package_new (bytes, "a.docx", NULL, &error);

  g_assert_no_error (error);
  return package;
}

static xmlDoc *
read_part (MlgPackage *package, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mlg_package_read_part (package, part, NULL, &error);
  xmlDoc *doc = NULL;

  g_assert_no_error (error);
  doc = mlg_xml_read_bytes (bytes, part, NULL, NULL, &error);
  g_assert_no_error (error);
  return doc;
}

static const struct
{
  const char *part;
  const char *fact;
} facts[] = {
  { "[Content_Types].xml", "count(//ct:Override) = 11" },
  { "_rels/.rels", "count(//rel:Relationship) = 3" },
  { "docProps/core.xml", "//dc:title = 'Cahier des clauses particulières'" },
  { "docProps/core.xml", "//dc:creator = 'Commune d’Exemple; Communauté d’Exemple'" },
  { "docProps/core.xml", "//dcterms:created = '2026-11-23T00:00:00Z'" },
  { "word/styles.xml", "//w:docDefaults//w:lang/@w:val = 'fr-FR'" },
  { "word/styles.xml", "not(//w:basedOn[not(@w:val = //w:style/@w:styleId)])" },
  { "word/styles.xml", "//w:style[w:name/@w:val = 'heading 2'][w:pPr/w:numPr/w:ilvl/@w:val = 1]"
                       "/w:pPr/w:outlineLvl/@w:val = 1" },
  /* Pages are told by the file itself, without Word asking whether it may count them. */
  { "word/settings.xml", "not(//w:updateFields)" },
  { "word/document.xml", "count(//w:sdtContent//w:instrText[starts-with(., ' PAGEREF')]) = 9 and "
                         "not(//w:instrText[starts-with(., ' PAGEREF')][not(number(../following-"
                         "sibling::w:r/w:t) > 0)])" },
  { "word/document.xml",
    "//w:hyperlink[contains(., 'Annexe en paysage')]"
    "//w:r[w:fldChar/@w:fldCharType = 'separate']/following-sibling::w:r[1]/w:t = 4" },
  /* Headings. */
  { "word/numbering.xml", "//w:abstractNum[@w:abstractNumId = 0]/w:lvl[1][w:pStyle/@w:val = "
                          "'Heading1']/w:lvlText/@w:val = 'Article %1 –'" },
  { "word/numbering.xml", "//w:abstractNum[@w:abstractNumId = 0]/w:lvl[3]/w:lvlText/@w:val = "
                          "'%1.%2.%3'" },
  { "word/numbering.xml", "//w:abstractNum[@w:abstractNumId = 1]/w:lvl[1][w:numFmt/@w:val = "
                          "'upperLetter']/w:lvlText/@w:val = '%1.'" },
  { "word/numbering.xml", "not(//w:num[not(w:abstractNumId/@w:val = "
                          "//w:abstractNum/@w:abstractNumId)])" },
  { "word/numbering.xml", "not(//w:abstractNum[preceding-sibling::w:num])" },
  { "word/document.xml", "count(//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]) = 10" },
  { "word/document.xml",
    "//w:p[. = 'Sans numéro'][w:pPr/w:pStyle]/w:pPr/w:numPr/w:numId/@w:val = 0" },
  { "word/document.xml", "//w:p[. = 'Seconde annexe'][w:pPr/w:numPr]/w:pPr/w:numPr"
                         "[w:ilvl/@w:val = 0]/w:numId/@w:val = 2" },
  /* Lists: items that restart have a run of their own. */
  { "word/document.xml", "//w:p[. = 'mairies']/w:pPr/w:numPr[w:ilvl/@w:val = 1]/w:numId/@w:val = "
                         "//w:p[. = 'Premier lot']/w:pPr/w:numPr/w:numId/@w:val" },
  { "word/document.xml", "//w:p[. = 'encore a']/w:pPr/w:numPr/w:numId/@w:val != "
                         "//w:p[. = 'de nouveau a']/w:pPr/w:numPr/w:numId/@w:val" },
  { "word/document.xml", "//w:p[starts-with(., 'suite de')]/w:pPr[not(w:numPr)]/w:pStyle/@w:val = "
                         "'ListContinue2'" },
  { "word/numbering.xml", "//w:num/w:lvlOverride[@w:ilvl = 0]/w:startOverride/@w:val = 7" },
  { "word/numbering.xml", "//w:lvl[@w:ilvl = 1]/w:lvlText/@w:val = '%1.%2.'" },
  { "word/numbering.xml", "//w:lvl[@w:ilvl = 0]/w:lvlText/@w:val = '(%1)'" },
  /* Tables: header rows, spans, a line between two and at the end of a cell. */
  { "word/document.xml", "count(//w:tr[w:trPr/w:tblHeader]) = 2" },
  { "word/document.xml", "//w:tr[not(w:trPr/w:tblHeader)]/w:trPr/w:cantSplit and "
                         "not(//w:tr[.//w:tbl]/w:trPr/w:cantSplit)" },
  { "word/document.xml", "count(//w:vMerge[@w:val = 'restart']) = 1 and count(//w:vMerge) = 2" },
  { "word/document.xml", "//w:gridSpan/@w:val = 2 and not(//w:tc[not(*[last()][self::w:p])])" },
  { "word/document.xml", "not(//w:tbl/following-sibling::*[1][self::w:tbl])" },
  { "word/document.xml", "//w:tblCaption/@w:val = 'Bordereau des prix'" },
  { "word/document.xml", "not(//w:tbl[not(.//w:tbl)]/w:tr[sum(w:tc/w:tcPr/w:gridSpan/@w:val) + "
                         "count(w:tc[not(w:tcPr/w:gridSpan)]) != count(../w:tblGrid/w:gridCol)])" },
  /* Pages. */
  { "word/document.xml", "count(//w:sectPr) = 3 and "
                         "count(//w:pPr/w:sectPr[w:pgSz/@w:orient = 'landscape']) = 1" },
  { "word/document.xml", "not(//w:sectPr[not(w:headerReference and w:footerReference)])" },
  { "word/document.xml", "//w:p[contains(., 'Objet du marché')]/w:pPr/w:pageBreakBefore" },
  { "word/footer.xml",
    "//w:fldSimple[@w:instr = ' PAGE '] and //w:fldSimple[@w:instr = ' NUMPAGES ']" },
  { "word/header.xml", "//w:p = 'Commune d’Exemple'" },
  /* Table of contents and references. */
  { "word/document.xml", "contains(//w:instrText[contains(., 'TOC')], '\\o \"1-2\"')" },
  { "word/document.xml", "count(//w:sdt//w:hyperlink) = 9" },
  { "word/document.xml",
    "not(//w:hyperlink[@w:anchor][not(@w:anchor = //w:bookmarkStart/@w:name)])" },
  { "word/document.xml", "count(//w:fldChar[@w:fldCharType = 'begin']) = "
                         "count(//w:fldChar[@w:fldCharType = 'end'])" },
  { "word/document.xml",
    "//w:instrText = ' PAGEREF prix \\h ' and //w:instrText = ' REF prix \\h '" },
  { "word/document.xml", "not(//w:bookmarkStart[@w:id = preceding::w:bookmarkStart/@w:id])" },
  { "word/document.xml", "count(//w:bookmarkStart) = count(//w:bookmarkEnd)" },
  /* Notes, comments, links, images. */
  { "word/footnotes.xml", "count(//w:footnote) = 3 and //w:footnote[3]//w:hyperlink/@r:id" },
  { "word/endnotes.xml", "count(//w:endnote) = 3" },
  { "word/comments.xml", "//w:comment[@w:author = 'Service juridique'][@w:date = "
                         "'2026-01-02T00:00:00'][count(w:p) = 2]" },
  { "word/_rels/footnotes.xml.rels", "//rel:Relationship[@TargetMode = 'External']/@Target = "
                                     "'https://example.org/note'" },
  { "word/_rels/document.xml.rels", "count(//rel:Relationship[contains(@Type, '/image')]) = 2" },
  { "word/_rels/document.xml.rels", "count(//rel:Relationship[@TargetMode = 'External']) = 1" },
  { "word/document.xml", "//wp:docPr/@descr = 'Un dégradé' and //wp:extent/@cx = 1440000" },
  { "word/document.xml", "//w:r[w:t = 'best value']/w:rPr/w:lang/@w:val = 'en-GB'" },
  { "word/document.xml", "//w:r[w:t = 'communaux']/w:rPr[w:b and w:i]" },
  { "word/document.xml", "//w:r[w:t = '[montant en euros]']/w:rPr/w:rStyle/@w:val = 'Gap'" },
};

static void
test_parts (void)
{
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgPackage) package = write_package (document, issues);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (xmlDoc) doc = read_part (package, facts[i].part);

      assert_true_of (doc, facts[i].part, facts[i].fact);
    }
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
}

/* Every style and every number that is used is there. */
static void
test_uses (void)
{
  static const char *const parts[] = { "word/document.xml", "word/footnotes.xml",
                                       "word/endnotes.xml", "word/comments.xml",
                                       "word/header.xml",   "word/footer.xml" };
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgPackage) package = write_package (document, issues);
  g_autoptr (xmlDoc) styles = read_part (package, "word/styles.xml");
  g_autoptr (xmlDoc) numbering = read_part (package, "word/numbering.xml");

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (xmlDoc) doc = read_part (package, parts[i]);
      xmlNode *root = xmlDocGetRootElement (doc);

      xmlAddChild (root, xmlDocCopyNode (xmlDocGetRootElement (styles), doc, 1));
      xmlAddChild (root, xmlDocCopyNode (xmlDocGetRootElement (numbering), doc, 1));
      assert_true_of (doc, parts[i],
                      "not((//w:pStyle | //w:rStyle | //w:tblStyle)[not(@w:val = "
                      "//w:style/@w:styleId)])");
      assert_true_of (doc, parts[i], "not(//w:numId[not(@w:val = //w:num/@w:numId)][@w:val != 0])");
    }
}

static void
test_plain (void)
{
  g_autoptr (MlgDocument) document =
      test_read_document ("<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>"
                          "<image alt='' type='image/svg+xml'>PHN2Zy8+</image></body></document>");
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgPackage) package = write_package (document, issues);

  g_assert_cmpuint (mlg_issue_list_count (issues, MLG_SEVERITY_WARNING), ==, 1);
  g_assert_true (mlg_package_has_part (package, "word/media/image1.svg"));
  g_assert_false (mlg_package_has_part (package, "word/footnotes.xml"));
  g_assert_false (mlg_package_has_part (package, "word/comments.xml"));
  g_assert_false (mlg_package_has_part (package, "word/header.xml"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-ooxml/parts", test_parts);
  g_test_add_func ("/document-ooxml/uses", test_uses);
  g_test_add_func ("/document-ooxml/plain", test_plain);
  return g_test_run ();
}

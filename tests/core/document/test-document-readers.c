/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document-file.h"
#include "document/mlg-xml-write.h"
#include "zip.h"

#define ODF                                                                                        \
  "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"                                \
  " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"                                   \
  " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"                                 \
  " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"                                 \
  " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'"                        \
  " xmlns:xlink='http://www.w3.org/1999/xlink'"
#define DRAWN                                                                                      \
  "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"                                 \
  " xmlns:form='urn:oasis:names:tc:opendocument:xmlns:form:1.0'"                                   \
  " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'"
#define WORD     "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#define ODT_STYLES                                                                                 \
  "<text:list-style style:name='L'><text:list-level-style-number text:level='1' "                  \
  "style:num-format='a' style:num-suffix=')'/></text:list-style>"                                  \
  "<style:style style:name='P1'><style:text-properties fo:font-weight='bold'/></style:style>"      \
  "<style:style style:name='P2' style:parent-style-name='Title'><style:paragraph-properties "      \
  "fo:text-align='center'/></style:style>"                                                         \
  "<style:style style:name='P3' style:master-page-name='Wide'/>"
#define ODT_PAGES                                                                                  \
  "<office:document-styles " ODF "><office:styles><style:default-style "                           \
  "style:family='paragraph'><style:text-properties fo:language='en' fo:country='GB'/>"             \
  "</style:default-style><style:style style:name='Quotations'>"                                    \
  "<style:text-properties fo:font-style='italic'/></style:style></office:styles>"                  \
  "<office:automatic-styles><style:page-layout style:name='pm'><style:page-layout-properties "     \
  "style:print-orientation='landscape'/></style:page-layout></office:automatic-styles>"            \
  "<office:master-styles><style:master-page style:name='Wide' style:page-layout-name='pm'/>"       \
  "</office:master-styles></office:document-styles>"
#define NUMBERED(id, level, text)                                                                  \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" id "'/></w:numPr></w:pPr>"    \
  "<w:r><w:t>" text "</w:t></w:r></w:p>"
#define PARAGRAPH(style, text)                                                                     \
  "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define FIELD(code, result)                                                                        \
  "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>" code "</w:instrText></w:r>"    \
  "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>" result "</w:t></w:r><w:r>"          \
  "<w:fldChar w:fldCharType='end'/></w:r>"
#define FORM(data, code)                                                                           \
  "<w:r><w:fldChar w:fldCharType='begin'><w:ffData>" data "</w:ffData></w:fldChar></w:r>"          \
  "<w:r><w:instrText>" code "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
#define DOCX_NUMBERS                                                                               \
  "<w:numbering " WORD "><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'>"                    \
  "<w:start w:val='3'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='(%1)'/></w:lvl>"            \
  "</w:abstractNum><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/>"      \
  "<w:numFmt w:val='decimal'/><w:lvlText w:val='%1°'/></w:lvl></w:abstractNum>"                   \
  "<w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>"                                        \
  "<w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num></w:numbering>"

static char *
read_body (GBytes *bytes, MlgIssueList *issues)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDocument) document = mlg_document_read_bytes (bytes, "a", issues, NULL, &error);
  g_autoptr (MlgIssueList) faults = mlg_issue_list_new ();
  g_autoptr (GRegex) space = g_regex_new ("\n *", 0, 0, NULL);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (mlg_document_validate (document, faults));
  text = mlg_xml_write_node (mlg_document_get_part (document, "body"));
  return g_regex_replace_literal (space, text, -1, 0, "", 0, NULL);
}

static GBytes *
make_odt (const char *body)
{
  TestZip *zip = test_zip_new ();
  g_autofree char *content =
      g_strconcat ("<office:document-content " ODF "><office:automatic-styles>" ODT_STYLES
                   "</office:automatic-styles><office:body><office:text>",
                   body, "</office:text></office:body></office:document-content>", NULL);

  test_zip_add_stored (zip, "mimetype", "application/vnd.oasis.opendocument.text");
  test_zip_add (zip, "content.xml", content);
  test_zip_add (zip, "styles.xml", ODT_PAGES);
  return test_zip_finish (zip);
}

static GBytes *
make_docx (const char *body)
{
  TestZip *zip = test_zip_new ();
  g_autofree char *content =
      g_strconcat ("<w:document " WORD "><w:body>", body, "</w:body></w:document>", NULL);

  test_zip_add (zip, "[Content_Types].xml", "<Types/>");
  test_zip_add (zip, "_rels/.rels",
                "<Relationships><Relationship Id='r1' Type='" RELATION "/officeDocument' "
                "Target='word/other.xml'/></Relationships>");
  test_zip_add (zip, "word/other.xml", content);
  test_zip_add (zip, "word/styles.xml",
                "<w:styles " WORD "><w:style w:styleId='T2'><w:name w:val='heading 2'/></w:style>"
                "<w:style w:styleId='LC'><w:name w:val='List Continue'/></w:style>"
                "<w:style w:styleId='LB'><w:name w:val='List Bullet'/><w:pPr><w:numPr><w:numId "
                "w:val='9'/></w:numPr></w:pPr></w:style>"
                "<w:style w:styleId='CAP'><w:name w:val='caption'/></w:style>"
                "<w:style w:styleId='TH'><w:name w:val='Table Heading'/></w:style></w:styles>");
  test_zip_add (zip, "word/numbering.xml", DOCX_NUMBERS);
  test_zip_add (zip, "word/_rels/other.xml.rels",
                "<Relationships><Relationship Id='s' Type='" RELATION "/styles' "
                "Target='styles.xml'/><Relationship Id='n' Type='" RELATION "/numbering' "
                "Target='numbering.xml'/><Relationship Id='i' Type='" RELATION "/image' "
                "Target='media/logo.png'/><Relationship Id='h' Type='" RELATION "/aFChunk' "
                "Target='page.html'/></Relationships>");
  test_zip_add (zip, "word/page.html", "<p>lost <b>words</b></p>");
  test_zip_add (zip, "word/media/logo.png", "data");
  return test_zip_finish (zip);
}

static void
test_odt (void)
{
  static const struct
  {
    const char *source;
    const char *body;
  } cases[] = {
    { "<text:h "
      "text:outline-level='2'>A</text:h><text:p>b<text:s/><text:span>c</text:span></text:p>",
      "<section level=\"2\"><heading>A</heading><p>b c</p></section>" },
    { "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p>"
      "</text:list-item></text:list></text:list-item></text:list>",
      "<list><item><p>a</p><list><item><p>b</p></item></list></item></list>" },
    { "<text:list><text:list-item><text:h text:outline-level='1'>A</text:h></text:list-item>"
      "</text:list>",
      "<section><heading>A</heading></section>" },
    { "<table:table><table:table-header-rows><table:table-row><table:table-cell "
      "table:number-columns-spanned='2'><text:p>h</text:p></table:table-cell>"
      "<table:covered-table-cell/></table:table-row></table:table-header-rows></table:table>",
      "<table><row header=\"true\"><cell colspan=\"2\"><p>h</p></cell></row></table>" },
    { "<text:p>a<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
      "<text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>",
      "<p>a<footnote><p>n</p></footnote></p>" },
    { "<text:p><text:a xlink:href='https://example.org'>l</text:a> <text:date>today</text:date>"
      "</text:p>",
      "<p><link href=\"https://example.org\">l</link> today</p>" },
    { "<text:section><text:unknown>words</text:unknown></text:section>", "<p>words</p>" },
    /* Numbers that begin elsewhere, and where they restart. */
    { "<text:list text:style-name='L'><text:list-item text:start-value='4'><text:p>a</text:p>"
      "</text:list-item><text:list-item text:start-value='9'><text:p>b</text:p></text:list-item>"
      "</text:list><text:p>c</text:p><text:list text:style-name='L' "
      "text:continue-numbering='true'><text:list-item><text:p>d</text:p></text:list-item>"
      "</text:list>",
      "<list after=\")\" numbering=\"lower-letter\" start=\"4\"><item><p>a</p></item>"
      "<item value=\"9\"><p>b</p></item></list><p>c</p><list after=\")\" "
      "numbering=\"lower-letter\" start=\"10\"><item><p>d</p></item></list>" },
    /* A role comes from a named style; what such a style looks like is no mark. */
    { "<text:p text:style-name='Quotations'>q</text:p><text:p text:style-name='P1'>b</text:p>"
      "<text:p text:style-name='P2'>c</text:p>",
      "<p role=\"quote\">q</p><p><b>b</b></p><p align=\"center\" role=\"title\">c</p>" },
    { "<text:p text:style-name='Caption'>Prices</text:p><table:table><table:table-row>"
      "<table:table-cell><text:p text:style-name='Table_20_Heading'>h</text:p>"
      "</table:table-cell></table:table-row></table:table>",
      "<table><caption>Prices</caption><row><cell header=\"true\"><p>h</p></cell></row></table>" },
    /* The same cell, and the same row, several times. */
    { "<table:table><table:table-row table:number-rows-repeated='2'><table:table-cell "
      "table:number-columns-repeated='3'><text:p>a</text:p></table:table-cell></table:table-row>"
      "</table:table>",
      "<table><row><cell><p>a</p></cell><cell><p>a</p></cell><cell><p>a</p></cell></row><row><cell>"
      "<p>a</p></cell><cell><p>a</p></cell><cell><p>a</p></cell></row></table>" },
    { "<text:p>a <draw:frame " DRAWN "><draw:object><math><mi>x</mi><mo>=</mo><mn>2</mn></math>"
      "</draw:object></draw:frame></text:p>",
      "<p>a x = 2</p>" },
    { "<text:p>a</text:p><text:p text:style-name='P3'>wide</text:p>",
      "<p>a</p><section orientation=\"landscape\"><p>wide</p></section>" },
    { "<text:p><text:bookmark text:name='x'/>a <text:bookmark-ref "
      "text:reference-format='page' text:ref-name='x'>7</text:bookmark-ref></text:p>",
      "<p xml:id=\"x\">a <ref show=\"page\" to=\"x\">7</ref></p>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (GBytes) bytes = make_odt (cases[i].source);
      g_autofree char *body = read_body (bytes, issues);
      g_autofree char *expected = g_strconcat ("<body>", cases[i].body, "</body>", NULL);

      g_assert_cmpstr (body, ==, expected);
    }
}

static void
test_language (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = make_odt ("<text:p>a</text:p>");
  g_autoptr (MlgDocument) document = mlg_document_read_bytes (bytes, "a", issues, NULL, NULL);
  g_autofree char *language = mlg_document_get_language (document);

  g_assert_cmpstr (language, ==, "en-GB");
}

static void
test_docx (void)
{
  static const struct
  {
    const char *source;
    const char *body;
  } cases[] = {
    { "<w:p><w:pPr><w:pStyle w:val='T2'/></w:pPr><w:r><w:t>A</w:t></w:r></w:p>",
      "<section level=\"2\"><heading>A</heading></section>" },
    { "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>",
      "<p><b>a</b>b</p>" },
    { "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r>"
      "</w:del></w:p>",
      "<p>new</p>" },
    { "<w:p><w:r><w:t>p</w:t></w:r><w:fldSimple w:instr=' PAGE '><w:r><w:t>7</w:t></w:r>"
      "</w:fldSimple></w:p>",
      "<p>p<page-number/></p>" },
    { "<w:sdt><w:sdtContent><w:p><w:r><w:t>in</w:t></w:r></w:p></w:sdtContent></w:sdt>",
      "<p>in</p>" },
    { "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>a"
      "</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr>"
      "</w:pPr><w:r><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p>",
      "<list><item><p>a</p><list><item><p>b</p></item></list></item></list><p>c</p>" },
    /* Numbered as the numbering part says; what goes on with an item; another list. */
    { NUMBERED ("2", "0", "a") NUMBERED ("2", "0", "b") PARAGRAPH ("LC", "more")
          NUMBERED ("3", "0", "c") PARAGRAPH ("", "d") NUMBERED ("2", "0", "e"),
      "<list after=\")\" before=\"(\" numbering=\"upper-roman\" start=\"3\"><item><p>a</p></item>"
      "<item><p>b</p><p>more</p></item></list><list after=\"°\" "
      "numbering=\"decimal\"><item><p>c</p>"
      "</item></list><p>d</p><list after=\")\" before=\"(\" numbering=\"upper-roman\" start=\"5\">"
      "<item><p>e</p></item></list>" },
    /* A list by its style alone. */
    { PARAGRAPH ("LB", "a"), "<list><item><p>a</p></item></list>" },
    { PARAGRAPH ("CAP", "Prices") "<w:tbl><w:tr><w:tc>" PARAGRAPH ("TH",
                                                                   "h") "</w:tc></w:tr></w:tbl>",
      "<table><caption>Prices</caption><row><cell header=\"true\"><p>h</p></cell></row></table>" },
    /* Fields: links, references, pages; a code cut in two. */
    { "<w:p><w:bookmarkStart w:name='x'/><w:r><w:t>t</w:t></w:r>" FIELD ("REF x \\r", "1")
          FIELD ("HYPER</w:instrText><w:instrText>LINK \"https://a.example/\"", "l")
              FIELD ("PAGE", "9") "</w:p>",
      "<p xml:id=\"x\">t<ref show=\"number\" to=\"x\">1</ref><link href=\"https://a.example/\">l"
      "</link><page-number/></p>" },
    { PARAGRAPH (
          "", "a") "<w:p><w:pPr><w:sectPr><w:pgSz/></w:sectPr></w:pPr><w:r><w:t>b</w:t></w:r>"
                   "</w:p>" PARAGRAPH ("",
                                       "c") "<w:sectPr><w:pgSz w:orient='landscape'/></w:sectPr>",
      "<p>a</p><p>b</p><section orientation=\"landscape\"><p>c</p></section>" },
    { "<w:p><w:pPr><w:jc w:val='both'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
      "<p align=\"justify\">a</p>" },
    /* Forms: boxes, a choice, signs of the fonts that have them. */
    { "<w:p>" FORM ("<w:checkBox><w:default w:val='0'/></w:checkBox>", "FORMCHECKBOX")
          FORM ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "FORMCHECKBOX")
              FORM ("<w:ddList><w:result w:val='1'/><w:listEntry w:val='no'/><w:listEntry "
                    "w:val='yes'/></w:ddList>",
                    "FORMDROPDOWN") "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>",
      "<p>☐☒yes☑</p>" },
    /* What stands there twice is read once; what is not known keeps its words. */
    { "<AlternateContent><Choice>" PARAGRAPH ("", "new") "</Choice><Fallback>" PARAGRAPH (
          "", "old") "</Fallback></AlternateContent><w:p><AlternateContent><Choice><w:r><w:t>a</"
                     "w:t></w:r></Choice>"
                     "<Fallback><w:r><w:t>b</w:t></w:r></Fallback></"
                     "AlternateContent><w:r><w:ruby><w:rt><w:r>"
                     "<w:t>said</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></"
                     "w:rubyBase></w:ruby>"
                     "<w:odd><w:r><w:t>odd</w:t></w:r></w:odd></w:r></w:p>",
      "<p>new</p><p>abase (said)odd</p>" },
    /* An image as old versions write it, with its size in points. */
    { "<w:p><w:r><w:pict><shape alt='Logo' style='position:relative; width:72pt;height:36pt'>"
      "<imagedata id='i'/></shape></w:pict></w:r></w:p>",
      "<p><image alt=\"Logo\" height=\"12.7mm\" type=\"image/png\" width=\"25.4mm\">ZGF0YQ=="
      "</image></p>" },
    { "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p/></w:tc></w:tr><w:tr>"
      "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
      "<table><row><cell rowspan=\"2\"/></row><row/></table>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (GBytes) bytes = make_docx (cases[i].source);
      g_autofree char *body = read_body (bytes, issues);
      g_autofree char *expected = g_strconcat ("<body>", cases[i].body, "</body>", NULL);

      g_assert_cmpstr (body, ==, expected);
    }
}

static void
assert_page_parts (GBytes *bytes, const char *header, const char *left_out)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document = mlg_document_read_bytes (bytes, "a", issues, NULL, NULL);
  g_autofree char *text = mlg_xml_write_node (mlg_document_get_part (document, "header"));

  g_assert_nonnull (strstr (text, header));
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 1);
  g_assert_nonnull (strstr (mlg_issue_list_get (issues, 0)->message, left_out));
}

/* A document has one header: what other pages say instead is in the report, once. */
static void
test_page_parts_of_odt (void)
{
  TestZip *zip = test_zip_new ();
  g_autoptr (GBytes) bytes = NULL;

  test_zip_add_stored (zip, "mimetype", "application/vnd.oasis.opendocument.text");
  test_zip_add (zip, "content.xml",
                "<office:document-content " ODF "><office:body><office:text><text:p>a</text:p>"
                "</office:text></office:body></office:document-content>");
  test_zip_add (
      zip, "styles.xml",
      "<office:document-styles " ODF "><office:master-styles>"
      "<style:master-page><style:header><text:p>All</text:p></style:header>"
      "<style:header-first><text:p>First</text:p><text:p>page</text:p></style:header-first>"
      "</style:master-page><style:master-page><style:header><text:p>All</text:p>"
      "</style:header></style:master-page></office:master-styles></office:document-styles>");
  bytes = test_zip_finish (zip);
  assert_page_parts (bytes, "<p>All</p>", ": First page");
}

/* Signs that are not known, words under merged cells and images of some pages only are told. */
static void
assert_told (GBytes *bytes, const char *message)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document = mlg_document_read_bytes (bytes, "a", issues, NULL, NULL);
  gboolean told = FALSE;

  g_assert_nonnull (document);
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    told |= strstr (mlg_issue_list_get (issues, i)->message, message) != NULL;
  if (!told)
    g_error ("nothing says \"%s\"", message);
}

static void
test_told (void)
{
  g_autoptr (GBytes) sign =
      make_docx ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F021'/></w:r></w:p>");
  g_autoptr (GBytes) merged =
      make_docx ("<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge "
                 "w:val='restart'/></w:tcPr>" PARAGRAPH (
                     "", "a") "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></"
                              "w:tcPr>" PARAGRAPH ("", "under") "</w:tc></w:tr></w:tbl>");
  g_autoptr (GBytes) covered = make_odt (
      "<table:table><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>a"
      "</text:p></table:table-cell><table:covered-table-cell><text:p>under</text:p>"
      "</table:covered-table-cell></table:table-row></table:table>");

  g_autoptr (GBytes) ruby = make_docx (
      "<w:p><w:r><w:ruby><w:rt><w:r><w:t>said</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t>"
      "</w:r></w:rubyBase></w:ruby></w:r></w:p>");
  g_autoptr (GBytes) chunk = make_docx ("<w:altChunk id='h'/>");
  g_autoptr (GBytes) older = make_docx ("<AlternateContent><Choice>" PARAGRAPH (
      "", "new") "</Choice><Fallback>" PARAGRAPH ("", "old") "</Fallback></AlternateContent>");

  g_autoptr (GBytes) said = make_odt (
      "<office:forms " DRAWN "><form:form><form:text form:label='Name' form:current-value='Ada'/>"
      "</form:form></office:forms><text:p><draw:frame " DRAWN "><draw:text-box><text:p>a</text:p>"
      "</draw:text-box><svg:title>titled</svg:title></draw:frame><draw:frame " DRAWN
      "><draw:object>"
      "<math><mi>x</mi></math></draw:object></draw:frame></text:p><table:table><table:title>prices"
      "</table:title><table:table-row table:number-rows-repeated='70'><table:table-cell><text:p>a"
      "</text:p></table:table-cell></table:table-row></table:table>");

  assert_told (said, "left out of text: Name");
  assert_told (said, "left out of text: Ada");
  assert_told (said, "left out of title: titled");
  assert_told (said, "left out of title: prices");
  assert_told (said, "70 times, only 64");
  assert_told (said, "math (1)");
  assert_told (ruby, "ruby (1)");
  assert_told (chunk, "left out of word/page.html: lost words");
  assert_told (older, "left out of mc:Fallback: old");
  assert_told (sign, "sym (1)");
  assert_told (merged, "left out: under");
  assert_told (covered, "left out: under");
}

#define HEADER(words) "<w:hdr " WORD ">" PARAGRAPH ("", words) "</w:hdr>"

/* The last section has the header of all pages of the section before. */
static void
test_page_parts_of_docx (void)
{
  TestZip *zip = test_zip_new ();
  g_autoptr (GBytes) bytes = NULL;

  test_zip_add (zip, "[Content_Types].xml", "<Types/>");
  test_zip_add (zip, "_rels/.rels",
                "<Relationships><Relationship Id='r1' Type='" RELATION "/officeDocument' "
                "Target='d.xml'/></Relationships>");
  test_zip_add (zip, "_rels/d.xml.rels",
                "<Relationships><Relationship Id='a' Type='" RELATION "/header' Target='a.xml'/>"
                "<Relationship Id='b' Type='" RELATION "/header' Target='b.xml'/></Relationships>");
  test_zip_add (zip, "a.xml", HEADER ("All"));
  test_zip_add (zip, "b.xml", HEADER ("First"));
  test_zip_add (
      zip, "d.xml",
      "<w:document " WORD " xmlns:r='" RELATION
      "'><w:body><w:p><w:pPr><w:sectPr><w:headerReference w:type='default' "
      "r:id='a'/><w:headerReference w:type='first' r:id='b'/></w:sectPr></w:pPr><w:r><w:t>a"
      "</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p><w:sectPr/></w:body></w:document>");
  bytes = test_zip_finish (zip);
  assert_page_parts (bytes, "<p>All</p>", ": First");
}

/* A letterhead: an image on the first page alone. */
static void
test_images_of_page_parts (void)
{
  TestZip *zip = test_zip_new ();
  g_autoptr (GBytes) bytes = NULL;

  test_zip_add_stored (zip, "mimetype", "application/vnd.oasis.opendocument.text");
  test_zip_add (zip, "content.xml",
                "<office:document-content " ODF "><office:body><office:text><text:p>a</text:p>"
                "</office:text></office:body></office:document-content>");
  test_zip_add (zip, "styles.xml",
                "<office:document-styles " ODF " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:"
                "drawing:1.0'><office:master-styles><style:master-page><style:header-first><text:p>"
                "<draw:frame><draw:image/></draw:frame></text:p></style:header-first>"
                "</style:master-page></office:master-styles></office:document-styles>");
  bytes = test_zip_finish (zip);
  assert_told (bytes, "images of headers or footers of some pages only, left out: 1");
}

static void
test_report (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = make_odt ("<text:unknown>words</text:unknown><text:p/>");
  g_autofree char *body = read_body (bytes, issues);

  g_assert_cmpstr (body, ==, "<body><p>words</p></body>");
  g_assert_cmpuint (mlg_issue_list_count (issues, MLG_SEVERITY_WARNING), ==, 1);
  g_assert_cmpuint (mlg_issue_list_count (issues, MLG_SEVERITY_NOTE), ==, 1);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *start;
    gsize length;
    MlgDocumentError code;
  } cases[] = {
    { "%PDF-1.7", 8, MLG_DOCUMENT_ERROR_UNSUPPORTED },
    { "\xd0\xcf\x11\xe0 word", 9, MLG_DOCUMENT_ERROR_UNSUPPORTED },
    { "\xd0\xcf\x11\xe0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 37,
      MLG_DOCUMENT_ERROR_ENCRYPTED },
    { "{\\rtf1}", 7, MLG_DOCUMENT_ERROR_UNSUPPORTED },
    { "", 0, MLG_DOCUMENT_ERROR_DAMAGED },
    { "PK\3\4 cut", 8, MLG_DOCUMENT_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].start, cases[i].length);

      g_assert_null (mlg_document_read_bytes (bytes, "a", issues, NULL, &error));
      g_assert_error (error, MLG_DOCUMENT_ERROR, (int) cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-readers/odt", test_odt);
  g_test_add_func ("/document-readers/language", test_language);
  g_test_add_func ("/document-readers/docx", test_docx);
  g_test_add_func ("/document-readers/page-parts-of-odt", test_page_parts_of_odt);
  g_test_add_func ("/document-readers/page-parts-of-docx", test_page_parts_of_docx);
  g_test_add_func ("/document-readers/told", test_told);
  g_test_add_func ("/document-readers/images-of-page-parts", test_images_of_page_parts);
  g_test_add_func ("/document-readers/report", test_report);
  g_test_add_func ("/document-readers/refused", test_refused);
  return g_test_run ();
}

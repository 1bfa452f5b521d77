/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document-file.h"
#include "document/mlg-xml-write.h"
#include "zip.h"

/* Foreign documents made by chance, with what is known and what is not inside one another: every word of
 * the source is in the document or in the report. */

#define OASIS    "urn:oasis:names:tc:opendocument:xmlns:"
#define WORD     "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* What stands around blocks, words or a single word: '@' is what stands inside. */
typedef struct
{
  const char *const *blocks;
  const char *const *words;
  const char *const *signs;
  const char *paragraph;
} Format;

static const char *const odt_blocks[] = {
  "<text:section>@</text:section>",
  "<text:list><text:list-item>@</text:list-item></text:list>",
  "<table:table><table:title>#</table:title><table:table-row><table:table-cell>@</table:table-cell>"
  "</table:table-row></table:table>",
  "<text:unknown>@</text:unknown>",
  "<draw:frame><svg:title>#</svg:title><draw:text-box>@</draw:text-box></draw:frame>",
  "<text:numbered-paragraph>@</text:numbered-paragraph>",
  "<text:h text:outline-level='2'>#</text:h>@",
  NULL
};
static const char *const odt_words[] = {
  "<text:span>@</text:span>",
  "<text:a xlink:href='https://example.org'>@</text:a>",
  "<text:a xlink:href='javascript:x'>@</text:a>",
  "<text:ruby><text:ruby-base>@</text:ruby-base><text:ruby-text>#</text:ruby-text></text:ruby>",
  "<text:unknown>@</text:unknown>",
  "<text:drop-down><text:label text:value='#'/><text:label text:value='#'/>@</text:drop-down>",
  "<odd>@</odd>",
  NULL
};
static const char *const odt_signs[] = {
  "#",
  "<text:s/>#",
  "<draw:frame><draw:object><math><mi>#</mi></math></draw:object></draw:frame>",
  "<text:note text:note-class='footnote'><text:note-body><text:p>#</text:p></text:note-body>"
  "</text:note>",
  "<draw:frame><svg:desc>#</svg:desc><draw:image xlink:href='none.png'/></draw:frame>",
  "<draw:rect><svg:title>#</svg:title><text:p>#</text:p></draw:rect>",
  "<office:annotation><text:p>#</text:p></office:annotation>",
  NULL
};
static const Format odt = { odt_blocks, odt_words, odt_signs, "<text:p>@</text:p>" };

static const char *const docx_blocks[] = {
  "<w:sdt><w:sdtContent>@</w:sdtContent></w:sdt>",
  "<w:sdt><w:sdtPr><w:comboBox><w:listItem w:value='#'/></w:comboBox></w:sdtPr>"
  "<w:sdtContent>@</w:sdtContent></w:sdt>",
  "<w:tbl><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText='#' w:value='1'/>"
  "</w:dropDownList></w:sdtPr><w:sdtContent><w:tr><w:tc>@</w:tc></w:tr></w:sdtContent></w:sdt></"
  "w:tbl>",
  "<w:tbl><w:tr><w:tc>@</w:tc></w:tr></w:tbl>",
  "<w:tbl><w:customXml><w:tr><w:odd><w:tc>@</w:tc></w:odd></w:tr></w:customXml></w:tbl>",
  "<AlternateContent><Choice>@</Choice><Fallback><w:p><w:r><w:t>#</w:t></w:r></w:p></Fallback>"
  "</AlternateContent>",
  "<w:odd>@</w:odd>",
  "<oMathPara><oMath><r><t>#</t></r></oMath></oMathPara>@",
  NULL
};
static const char *const docx_words[] = {
  "<w:ins>@</w:ins>",
  "<w:smartTag>@</w:smartTag>",
  "<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText='#' w:value='1'/><w:listItem "
  "w:displayText='#' "
  "w:value='2'/></w:dropDownList></w:sdtPr><w:sdtContent>@</w:sdtContent></w:sdt>",
  "<w:hyperlink w:anchor='x'>@</w:hyperlink>",
  "<w:del><w:r><w:delText>#</w:delText></w:r></w:del>@",
  "<AlternateContent><Choice>@</Choice><Fallback><w:r><w:t>#</w:t></w:r></Fallback>"
  "</AlternateContent>",
  "<w:odd>@</w:odd>",
  NULL
};
static const char *const docx_signs[] = {
  "<w:r><w:t>#</w:t></w:r>",
  "<w:r><w:odd><w:r><w:t>#</w:t></w:r></w:odd></w:r>",
  "<w:r><w:ruby><w:rt><w:r><w:t>#</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>#</w:t></w:r>"
  "</w:rubyBase></w:ruby></w:r>",
  "<oMath><r><t>#</t></r></oMath>",
  "<w:r><w:pict><shape><textbox><w:txbxContent><w:p><w:r><w:t>#</w:t></w:r></w:p>"
  "</w:txbxContent></textbox><textbox><w:txbxContent><w:p><w:r><w:t>#</w:t></w:r></w:p>"
  "</w:txbxContent></textbox></shape></w:pict></w:r>",
  "<w:r><w:drawing><docPr descr='#'/></w:drawing></w:r>",
  "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/><w:listEntry "
  "w:val='#'/>"
  "<w:listEntry w:val='#'/><w:listEntry w:val='#'/></w:ddList></w:ffData></w:fldChar></w:r>"
  "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>",
  NULL
};
static const Format docx = { docx_blocks, docx_words, docx_signs, "<w:p>@</w:p>" };

typedef void (*Filler) (const Format *format, GRand *chance, GString *text, guint *n, guint depth);

static void
fill (const Format *format,
      GRand *chance,
      GString *text,
      guint *n,
      guint depth,
      const char *shape,
      Filler inside)
{
  for (const char *c = shape; *c != '\0'; c++)
    if (*c == '#')
      g_string_append_printf (text, "q%uq", ++*n);
    else if (*c == '@')
      inside (format, chance, text, n, depth + 1);
    else
      g_string_append_c (text, *c);
}

static const char *
choose (GRand *chance, const char *const *shapes)
{
  return shapes[g_rand_int_range (chance, 0, (gint32) g_strv_length ((GStrv) shapes))];
}

static void
add_words (const Format *format, GRand *chance, GString *text, guint *n, guint depth)
{
  for (gint32 i = g_rand_int_range (chance, 1, 4); i > 0; i--)
    if (depth < 6 && g_rand_boolean (chance))
      fill (format, chance, text, n, depth, choose (chance, format->words), add_words);
    else
      fill (format, chance, text, n, depth, choose (chance, format->signs), add_words);
}

static void
add_blocks (const Format *format, GRand *chance, GString *text, guint *n, guint depth)
{
  for (gint32 i = g_rand_int_range (chance, 1, 4); i > 0; i--)
    if (depth < 3 && g_rand_boolean (chance))
      fill (format, chance, text, n, depth, choose (chance, format->blocks), add_blocks);
    else
      fill (format, chance, text, n, depth, format->paragraph, add_words);
}

static GBytes *
make_odt (const char *body)
{
  TestZip *zip = test_zip_new ();
  g_autofree char *content = g_strconcat (
      "<office:document-content xmlns:office='" OASIS "office:1.0' xmlns:text='" OASIS "text:1.0' "
      "xmlns:table='" OASIS "table:1.0' xmlns:draw='" OASIS "drawing:1.0' xmlns:svg='" OASIS
      "svg-compatible:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'><office:body><office:text>",
      body, "</office:text></office:body></office:document-content>", NULL);

  test_zip_add_stored (zip, "mimetype", "application/vnd.oasis.opendocument.text");
  test_zip_add (zip, "content.xml", content);
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
                "<Relationships><Relationship Id='r' Type='" RELATION "/officeDocument' "
                "Target='d.xml'/></Relationships>");
  test_zip_add (zip, "_rels/d.xml.rels",
                "<Relationships><Relationship Id='d' Type='" RELATION "/diagramData' "
                "Target='diagram.xml'/></Relationships>");
  test_zip_add (zip, "diagram.xml",
                "<dataModel><pt><t><p><r><t>Prépa</t></r><r><t>rer</t></r></p></t></pt>"
                "<pt><t><p><r><t>Publier</t></r></p></t></pt></dataModel>");
  test_zip_add (zip, "d.xml", content);
  return test_zip_finish (zip);
}

/* All that a person can read of it: the document and what was told. */
static char *
read_all (GBytes *bytes)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDocument) document = mlg_document_read_bytes (bytes, "a", issues, NULL, &error);
  g_autofree char *body = NULL;
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  body = mlg_xml_write_node (mlg_document_get_part (document, "body"));
  g_string_append (all, body);
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    g_string_append_printf (all, "\n%s", mlg_issue_list_get (issues, i)->message);
  return g_string_free (all, FALSE);
}

static void
test_words (const Format *format, GBytes *(*make) (const char *body))
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *all = NULL;
      guint n = 0;

      add_blocks (format, chance, source, &n, 0);
      bytes = make (source->str);
      all = read_all (bytes);
      for (guint i = 1; i <= n; i++)
        {
          g_autofree char *word = g_strdup_printf ("q%uq", i);

          if (strstr (all, word) == NULL)
            g_error ("document %u: %s is lost of %s\n%s", seed, word, source->str, all);
        }
    }
}

static void
test_odt (void)
{
  test_words (&odt, make_odt);
}

static void
test_docx (void)
{
  test_words (&docx, make_docx);
}

/* The words of a diagram, which is a part of its own. */
static void
test_diagram (void)
{
  g_autoptr (GBytes) bytes =
      make_docx ("<w:p><w:r><w:drawing><relIds dm='d' lo='l'/></w:drawing></w:r></w:p>");
  g_autofree char *all = read_all (bytes);

  g_assert_nonnull (strstr (all, "Préparer Publier"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/every-word/odt", test_odt);
  g_test_add_func ("/every-word/docx", test_docx);
  g_test_add_func ("/every-word/diagram", test_diagram);
  return g_test_run ();
}

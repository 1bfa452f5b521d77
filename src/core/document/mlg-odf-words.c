/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document.h"
#include "mlg-odf-body-private.h"

/* The words of OpenDocument text: what stands inside a line. */

static void
write_words (MlgOdfBody *self, const xmlNode *words, const char *style)
{
  mlg_odf_open (self, "text:span", "text:style-name", style, NULL);
  mlg_odf_write_children (self, words);
  mlg_odf_close (self, "text:span");
}

void
mlg_odf_write_style (MlgOdfBody *self, const xmlNode *words)
{
  static const char *const styles[][2] = {
    { "b", "Strong_20_Emphasis" },
    { "i", "Emphasis" },
    { "sup", "Superscript" },
    { "sub", "Subscript" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (strcmp ((const char *) words->name, styles[i][0]) == 0)
      write_words (self, words, styles[i][1]);
}

/* What an element holds, which may say in what language it is. */
void
mlg_odf_write_language (MlgOdfBody *self, const xmlNode *words)
{
  const char *language = mlg_odf_get_xml (words, "lang");
  g_autofree char *style = g_strconcat ("Language.", language, NULL);

  if (language != NULL)
    write_words (self, words, style);
  else
    mlg_odf_write_children (self, words);
}

static void
write_bookmark (MlgOdfBody *self, const xmlNode *node, const char *element)
{
  const char *id = mlg_odf_get_xml (node, "id");

  if (id == NULL)
    return;
  mlg_odf_open (self, element, "text:name", id, NULL);
  mlg_odf_close (self, element);
}

void
mlg_odf_write_span (MlgOdfBody *self, const xmlNode *span)
{
  write_bookmark (self, span, "text:bookmark-start");
  mlg_odf_write_language (self, span);
  write_bookmark (self, span, "text:bookmark-end");
}

void
mlg_odf_write_field (MlgOdfBody *self, const xmlNode *field)
{
  if (!mlg_xml_is_true (field, "missing"))
    {
      mlg_odf_write_children (self, field);
      return;
    }
  mlg_odf_open (self, "text:span", "text:style-name", "Gap", NULL);
  mlg_odf_text (self, "[");
  mlg_odf_write_children (self, field);
  mlg_odf_text (self, "]");
  mlg_odf_close (self, "text:span");
}

void
mlg_odf_write_link (MlgOdfBody *self, const xmlNode *link)
{
  mlg_odf_open (self, "text:a", "xlink:type", "simple", "xlink:href", mlg_xml_get (link, "href"),
                "text:style-name", "Internet_20_link", "text:visited-style-name",
                "Visited_20_Internet_20_Link", NULL);
  mlg_odf_write_children (self, link);
  mlg_odf_close (self, "text:a");
}

/* What programs print for a reference that they keep up to date (nullable). */
static const char *
reference_format (const xmlNode *reference)
{
  const char *show = mlg_xml_get (reference, "show");

  if (g_strcmp0 (show, "page") == 0)
    return "page";
  if (mlg_odf_get (reference, "words") == NULL)
    return NULL;
  if (g_strcmp0 (show, "title") == 0)
    return "text";
  return mlg_odf_get (reference, "target") != NULL && g_strcmp0 (show, "words") != 0 ? "number"
                                                                                     : NULL;
}

/* It looks as the words around it, as the references that programs keep up to date do. */
static void
write_plain_reference (MlgOdfBody *self, const xmlNode *reference)
{
  const char *words = mlg_odf_get (reference, "words");
  g_autofree char *address = g_strconcat ("#", mlg_xml_get (reference, "to"), NULL);

  mlg_odf_open (self, "text:a", "xlink:type", "simple", "xlink:href", address, "text:style-name",
                "Index_20_Link", "text:visited-style-name", "Index_20_Link", NULL);
  if (words != NULL)
    mlg_odf_text (self, words);
  else
    mlg_odf_write_children (self, reference);
  mlg_odf_close (self, "text:a");
}

void
mlg_odf_write_reference (MlgOdfBody *self, const xmlNode *reference)
{
  const char *format = reference_format (reference), *words = mlg_odf_get (reference, "words");
  g_autoptr (xmlChar) own = NULL;

  if (format == NULL)
    {
      write_plain_reference (self, reference);
      return;
    }
  own = xmlNodeGetContent (reference);
  mlg_odf_open (self, "text:bookmark-ref", "text:reference-format", format, "text:ref-name",
                mlg_xml_get (reference, "to"), NULL);
  mlg_odf_text (self, words != NULL ? words : (const char *) own);
  mlg_odf_close (self, "text:bookmark-ref");
}

/* What is no word: ends of lines, tabulations, numbers of pages. */
void
mlg_odf_write_mark (MlgOdfBody *self, const xmlNode *mark)
{
  if (mlg_document_node_is (mark, "br"))
    mlg_odf_write_empty (self, "text:line-break");
  else if (mlg_document_node_is (mark, "tab"))
    mlg_odf_write_empty (self, "text:tab");
  else if (mlg_document_node_is (mark, "page-count"))
    mlg_odf_write_simple (self, "text:page-count", "1");
  else
    {
      mlg_odf_open (self, "text:page-number", "text:select-page", "current", NULL);
      mlg_odf_text (self, "1");
      mlg_odf_close (self, "text:page-number");
    }
}

void
mlg_odf_write_footnote (MlgOdfBody *self, const xmlNode *footnote)
{
  const char *number = mlg_odf_get (footnote, "number");
  g_autofree char *id = g_strconcat ("ftn", mlg_odf_get (footnote, "index"), NULL);

  write_bookmark (self, footnote, "text:bookmark");
  mlg_odf_open (self, "text:note", "text:id", id, "text:note-class",
                mlg_xml_is_true (footnote, "end") ? "endnote" : "footnote", NULL);
  mlg_odf_write_simple (self, "text:note-citation", number != NULL ? number : "");
  mlg_odf_open (self, "text:note-body", NULL);
  mlg_odf_write_children (self, footnote);
  if (!mlg_odf_has_elements (footnote))
    mlg_odf_empty_line (self, "Footnote");
  mlg_odf_close (self, "text:note-body");
  mlg_odf_close (self, "text:note");
}

static void
write_frame_content (MlgOdfBody *self, const xmlNode *image)
{
  g_autofree char *address = g_strconcat ("Pictures/", mlg_odf_get (image, "file"), NULL);

  mlg_odf_open (self, "draw:image", "draw:mime-type", mlg_xml_get (image, "type"), NULL);
  if (self->flat)
    {
      g_autoptr (xmlChar) data = xmlNodeGetContent (image);

      mlg_odf_write_simple (self, "office:binary-data", (const char *) data);
    }
  else
    {
      mlg_odf_attribute (self, "xlink:href", address);
      mlg_odf_attribute (self, "xlink:type", "simple");
      mlg_odf_attribute (self, "xlink:show", "embed");
      mlg_odf_attribute (self, "xlink:actuate", "onLoad");
    }
  mlg_odf_close (self, "draw:image");
}

static void
write_frame (MlgOdfBody *self, const xmlNode *image)
{
  const char *alternative = mlg_xml_get (image, "alt");
  g_autofree char *name = g_strconcat ("Image", mlg_odf_get (image, "index"), NULL);
  g_autofree char *width = g_strconcat (mlg_odf_get (image, "width"), "mm", NULL);
  g_autofree char *height = g_strconcat (mlg_odf_get (image, "height"), "mm", NULL);

  write_bookmark (self, image, "text:bookmark");
  mlg_odf_open (self, "draw:frame", "draw:name", name, "draw:style-name", "Frame",
                "text:anchor-type", "as-char", "svg:width", width, "svg:height", height,
                "draw:z-index", "0", NULL);
  write_frame_content (self, image);
  if (*alternative != '\0')
    {
      mlg_odf_write_simple (self, "svg:title", alternative);
      mlg_odf_write_simple (self, "svg:desc", alternative);
    }
  mlg_odf_close (self, "draw:frame");
}

/* An image that is a block stands in a line of its own. */
void
mlg_odf_write_image (MlgOdfBody *self, const xmlNode *image)
{
  g_autofree char *look = NULL;

  if (mlg_odf_get (image, "style") == NULL)
    {
      write_frame (self, image);
      return;
    }
  look = mlg_odf_look (image);
  mlg_odf_open (self, "text:p", "text:style-name", look, NULL);
  write_frame (self, image);
  mlg_odf_close (self, "text:p");
}

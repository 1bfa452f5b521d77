/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-text.h"

#include <string.h>

#include "mlg-document-text-private.h"
#include "mlg-document-writing.h"
#include "mlg-outgoing.h"

#define WIDTH 78

static void lay_children (MlgLines *lines, const xmlNode *parent, guint width);

static void
underline (MlgLines *lines, guint from, char sign)
{
  guint longest = 0;
  g_autofree char *rule = NULL;

  for (guint i = from; i < lines->len; i++)
    longest = MAX (longest, mlg_text_get_width (lines->pdata[i]));
  rule = g_strnfill (longest, sign);
  mlg_lines_add (lines, rule);
}

static void
lay_heading (MlgLines *lines, const xmlNode *heading, guint width)
{
  static const char signs[] = { '=', '-', '~' };
  g_autofree char *text = mlg_text_get_line (heading);
  guint level = (guint) g_ascii_strtoull (mlg_text_get (heading, "level"), NULL, 10);
  guint from;

  mlg_lines_add_gap (lines);
  from = lines->len;
  mlg_lines_add_words (lines, text, width);
  if (level <= G_N_ELEMENTS (signs) && lines->len > from)
    underline (lines, from, signs[level - 1]);
  mlg_lines_add_gap (lines);
}

static void
lay_paragraph (MlgLines *lines, const xmlNode *paragraph, guint width)
{
  g_autofree char *text = mlg_text_get_line (paragraph);
  const char *role = mlg_xml_get (paragraph, "role");
  guint from = lines->len;

  if (g_strcmp0 (role, "quote") == 0)
    {
      g_autoptr (GPtrArray) inside = mlg_lines_new ();

      mlg_lines_add_words (inside, text, width > 8 ? width - 4 : width);
      mlg_lines_add_hanging (lines, inside, "", width > 8 ? 4 : 0);
    }
  else
    mlg_lines_add_words (lines, text, width);
  if (g_strcmp0 (role, "title") == 0 && lines->len > from)
    underline (lines, from, '=');
  mlg_lines_add_gap (lines);
}

static gboolean
holds_one_line (const xmlNode *item)
{
  guint n = 0;

  for (const xmlNode *child = item->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      n += mlg_document_node_is (child, "p") ? 1 : 2;
  return n <= 1;
}

static void
lay_list (MlgLines *lines, const xmlNode *list, guint width)
{
  guint indent = 2;
  gboolean tight = TRUE;

  for (const xmlNode *item = list->children; item != NULL; item = item->next)
    if (mlg_document_node_is (item, "item"))
      {
        const char *label = mlg_text_get (item, "label");

        indent = MAX (indent, label != NULL ? mlg_text_get_width (label) + 1 : 0);
        tight = tight && holds_one_line (item);
      }
  for (const xmlNode *item = list->children; item != NULL; item = item->next)
    if (mlg_document_node_is (item, "item"))
      {
        const char *label = mlg_text_get (item, "label");
        g_autoptr (GPtrArray) inside =
            mlg_text_lay_flow (item, width > indent + 8 ? width - indent : 8);

        mlg_lines_add_hanging (lines, inside, label != NULL ? label : "", indent);
        if (!tight)
          mlg_lines_add_gap (lines);
      }
  mlg_lines_add_gap (lines);
}

static void
lay_toc (MlgLines *lines, const xmlNode *toc, guint width)
{
  for (const xmlNode *entry = toc->children; entry != NULL; entry = entry->next)
    {
      guint level = (guint) g_ascii_strtoull (mlg_text_get (entry, "level"), NULL, 10);
      g_autofree char *margin = g_strnfill (2 * (level - 1), ' ');
      g_autofree char *text = mlg_text_get_line (entry);
      g_autoptr (GPtrArray) inside = mlg_lines_new ();

      mlg_lines_add_words (inside, text, width > 40 ? width - 2 * level : width);
      mlg_lines_add_hanging (lines, inside, margin, 2 * (level - 1));
    }
  mlg_lines_add_gap (lines);
}

static void
lay_image (MlgLines *lines, const xmlNode *image, guint width)
{
  const char *alt = mlg_xml_get (image, "alt");
  g_autofree char *text = g_strdup_printf ("[%s]", alt);

  if (*alt == '\0')
    return;
  mlg_lines_add_words (lines, text, width);
  mlg_lines_add_gap (lines);
}

static void
lay_table (MlgLines *lines, const xmlNode *table, guint width)
{
  mlg_lines_add_gap (lines);
  mlg_text_lay_table (lines, table, width);
  mlg_lines_add_gap (lines);
}

static void
lay_block (MlgLines *lines, const xmlNode *node, guint width)
{
  static const struct
  {
    const char *name;
    void (*lay) (MlgLines *lines, const xmlNode *node, guint width);
  } kinds[] = {
    { "p", lay_paragraph },      { "heading", lay_heading }, { "list", lay_list },
    { "table", lay_table },      { "toc", lay_toc },         { "image", lay_image },
    { "section", lay_children },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (mlg_document_node_is (node, kinds[i].name))
      kinds[i].lay (lines, node, width);
}

static void
lay_children (MlgLines *lines, const xmlNode *parent, guint width)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      lay_block (lines, child, width);
}

/* The blocks of a cell, an item, a note, on lines of this many characters (transfer full). */
MlgLines *
mlg_text_lay_flow (const xmlNode *parent, guint width)
{
  MlgLines *lines = mlg_lines_new ();

  lay_children (lines, parent, width);
  if (lines->len > 0 && *(const char *) lines->pdata[lines->len - 1] == '\0')
    g_ptr_array_set_size (lines, (int) lines->len - 1);
  return lines;
}

static void
collect_footnotes (const xmlNode *node, GPtrArray *notes)
{
  if (mlg_document_node_is (node, "footnote"))
    g_ptr_array_add (notes, (gpointer) node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      collect_footnotes (child, notes);
}

static void
lay_footnotes (MlgLines *lines, const xmlNode *body)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  collect_footnotes (body, notes);
  if (notes->len > 0)
    {
      mlg_lines_add_gap (lines);
      mlg_lines_add (lines, "--------");
    }
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *label = g_strdup_printf ("[%s]", mlg_text_get (notes->pdata[i], "number"));
      g_autoptr (GPtrArray) inside = mlg_text_lay_flow (notes->pdata[i], WIDTH - 5);

      mlg_lines_add_hanging (lines, inside, label, MAX (5, mlg_text_get_width (label) + 1));
    }
}

/* Page headers stand at the top, once; footers, which mostly number the pages, nowhere. */
static void
lay_document (MlgLines *lines, const xmlNode *root)
{
  for (const xmlNode *part = root->children; part != NULL; part = part->next)
    if (mlg_document_node_is (part, "header"))
      lay_children (lines, part, WIDTH);
    else if (mlg_document_node_is (part, "body"))
      {
        lay_children (lines, part, WIDTH);
        lay_footnotes (lines, part);
      }
}

/**
 * mlg_document_write_text:
 *
 * Writes plain text in UTF-8, in lines of at most 78 characters where words allow: headings
 * underlined, lists with their numbers, tables drawn. Notes to the drafter stay out. See
 * #MlgDocumentWriteFunc.
 */
gboolean
mlg_document_write_text (MlgDocument *document,
                         GOutputStream *stream,
                         MlgIssueList *issues,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (xmlDoc) tree = mlg_outgoing_new (document);
  g_autoptr (GPtrArray) lines = mlg_lines_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  mlg_writing_report_notes (document, issues);
  lay_document (lines, xmlDocGetRootElement (tree));
  for (guint i = 0; i < lines->len; i++)
    if (i + 1 < lines->len || *(const char *) lines->pdata[i] != '\0')
      g_string_append_printf (text, "%s\n", (const char *) lines->pdata[i]);
  return g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error);
}

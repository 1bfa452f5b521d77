/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-docx-private.h"

/* What the styles and properties of Word's paragraphs say. */

/* The name that people know, whatever the language of their Word (nullable). */
const char *
mlg_docx_style_name (const MlgDocx *self, const xmlNode *look)
{
  const char *id = mlg_docx_value (look, "pStyle");
  const xmlNode *style = id != NULL ? g_hash_table_lookup (self->styles, id) : NULL;

  return style != NULL ? mlg_docx_value (style, "name") : id;
}

const char *
mlg_docx_role (const MlgDocx *self, const xmlNode *look)
{
  static const char *const roles[][2] = {
    { "Title", "title" },     { "Subtitle", "subtitle" },   { "Quote", "quote" },
    { "Address", "address" }, { "Signature", "signature" }, { "Small Print", "small" },
  };
  const char *name = mlg_docx_style_name (self, look);

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (roles); i++)
    if (g_ascii_strcasecmp (name, roles[i][0]) == 0)
      return roles[i][1];
  return NULL;
}

/* Only what is not as usual. */
const char *
mlg_docx_align (const xmlNode *look)
{
  const char *align = mlg_docx_value (look, "jc");

  if (g_strcmp0 (align, "both") == 0)
    return "justify";
  if (g_strcmp0 (align, "end") == 0)
    return "right";
  return g_strcmp0 (align, "center") == 0 || g_strcmp0 (align, "right") == 0 ? align : NULL;
}

guint
mlg_docx_heading_level (const MlgDocx *self, const xmlNode *look)
{
  const char *style = mlg_docx_value (look, "pStyle");
  const char *outline = mlg_docx_value (look, "outlineLvl");
  guint level = 0;

  if (outline != NULL)
    level = (guint) g_ascii_strtoull (outline, NULL, 10) + 1;
  else if (style != NULL)
    level = GPOINTER_TO_UINT (g_hash_table_lookup (self->levels, style));
  return level <= 9 ? level : 0;
}

/* A paragraph that goes on with an item: the depth of its list; 0 for others. */
guint
mlg_docx_continued_depth (const MlgDocx *self, const xmlNode *look)
{
  static const char start[] = "List Continue";
  const char *name = mlg_docx_style_name (self, look);

  if (name == NULL || g_ascii_strncasecmp (name, start, sizeof start - 1) != 0)
    return 0;
  return MAX ((guint) g_ascii_strtoull (name + sizeof start - 1, NULL, 10), 1);
}

static void
add_section (MlgDocx *self, const xmlNode *properties)
{
  const char *orient = mlg_docx_get (mlg_docx_find (properties, "pgSz"), "orient");
  gboolean landscape = g_strcmp0 (orient, "landscape") == 0;

  g_array_append_val (self->sections, landscape);
}

/* How pages lie is said at the end of a section: it must be known before. */
void
mlg_docx_collect_sections (MlgDocx *self, const xmlNode *body)
{
  for (const xmlNode *node = body->children; node != NULL; node = node->next)
    {
      const xmlNode *look = mlg_docx_is (node, "p") ? mlg_docx_find (node, "pPr") : NULL;

      if (mlg_docx_is (node, "sectPr"))
        add_section (self, node);
      else if (mlg_docx_find (look, "sectPr") != NULL)
        add_section (self, mlg_docx_find (look, "sectPr"));
    }
}

void
mlg_docx_end_section (MlgDocx *self)
{
  if (++self->section < self->sections->len)
    mlg_document_builder_set_landscape (self->reading.builder,
                                        g_array_index (self->sections, gboolean, self->section));
}

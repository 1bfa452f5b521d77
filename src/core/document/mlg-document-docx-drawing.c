/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-docx-private.h"

/* Images, boxes with text and other drawings. */

/* The first one with this name, however deep (nullable). */
const xmlNode *
mlg_docx_find_below (const xmlNode *parent, const char *name)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      const xmlNode *found = mlg_docx_is (child, name) ? child : NULL;

      if (found == NULL && child->type == XML_ELEMENT_NODE)
        found = mlg_docx_find_below (child, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* "…;width:34.5pt;…" of the drawings of older versions, in millimetres; 0 when it is not said in points. */
static double
length_in_style (const char *style, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (style != NULL ? style : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *value = strchr (g_strstrip (parts[i]), ':');
      char *unit = NULL;
      double length = value != NULL ? g_ascii_strtod (value + 1, &unit) : 0;

      if (value != NULL && (gsize) (value - parts[i]) == strlen (name)
          && g_str_has_prefix (parts[i], name) && strcmp (unit, "pt") == 0)
        return length * 25.4 / 72;
    }
  return 0;
}

/* An image as versions before 2007 write it, and later ones for older programs. */
static gboolean
read_old_image (MlgDocx *self, const xmlNode *drawing)
{
  const xmlNode *image = mlg_docx_find_below (drawing, "imagedata");
  const char *id = mlg_docx_get (image, "id");
  const char *part = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;
  const xmlNode *shape = image != NULL ? image->parent : NULL;
  const char *style = mlg_docx_get (shape, "style"), *alt = mlg_docx_get (shape, "alt");

  if (part == NULL)
    return FALSE;
  mlg_reading_add_image (&self->reading, part, alt != NULL ? alt : mlg_docx_get (image, "title"),
                         length_in_style (style, "width"), length_in_style (style, "height"));
  return TRUE;
}

/* Whether there is a box with text below; reads all of them. */
static gboolean
read_boxes (MlgDocx *self, xmlNode *parent)
{
  gboolean found = FALSE;

  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (mlg_docx_is (child, "txbxContent"))
      {
        mlg_docx_read_blocks (self, child);
        found = TRUE;
      }
    else if (mlg_docx_is (child, "AlternateContent"))
      {
        xmlNode *chosen = mlg_docx_choose (self, child);

        found |= chosen != NULL && read_boxes (self, chosen);
      }
    else if (child->type == XML_ELEMENT_NODE)
      found |= read_boxes (self, child);
  return found;
}

/* A drawing that is not an image: what is said of it, and the words of a chart or a diagram. */
static void
read_other_drawing (MlgDocx *self, const xmlNode *drawing)
{
  const xmlNode *about = mlg_docx_find_below (drawing, "docPr");
  const xmlNode *chart = mlg_docx_find_below (drawing, "chart");
  const xmlNode *diagram = mlg_docx_find_below (drawing, "relIds");
  const char *said = mlg_docx_get (about, "descr");

  mlg_reading_count (&self->reading, "drawing");
  mlg_reading_report_left (&self->reading, "drawing",
                           said != NULL ? said : mlg_docx_get (about, "title"));
  if (chart != NULL)
    mlg_docx_report_part (self, chart);
  if (diagram != NULL)
    mlg_docx_report_part (self, diagram);
}

void
mlg_docx_read_drawing (MlgDocx *self, xmlNode *drawing)
{
  const xmlNode *blip = mlg_docx_find_below (drawing, "blip");
  const xmlNode *size = mlg_docx_find_below (drawing, "extent");
  const xmlNode *about = mlg_docx_find_below (drawing, "docPr");
  const char *id = mlg_docx_get (blip, "embed");
  const char *part = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;

  gboolean boxes = read_boxes (self, drawing);

  if (part != NULL)
    mlg_reading_add_image (
        &self->reading, part, mlg_docx_get (about, "descr"),
        g_ascii_strtod (mlg_docx_get (size, "cx") != NULL ? mlg_docx_get (size, "cx") : "0", NULL)
            / 36000,
        g_ascii_strtod (mlg_docx_get (size, "cy") != NULL ? mlg_docx_get (size, "cy") : "0", NULL)
            / 36000);
  else if (!read_old_image (self, drawing) && !boxes)
    read_other_drawing (self, drawing);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-run.h"

#include <hb.h>
#include <pango/pangocairo.h>

/* Pango would draw runs too, but it takes the glyph from the space at the end of each line: cairo then
 * writes marks that hide the next lines from those who read the structure. Here the space keeps its
 * glyph, so that the last word of a line and the first of the next stay two. */

/* A cluster of more bytes is left to Pango. */
#define MAX_CLUSTER 255

/**
 * mlg_page_run_new:
 * @font: gets a reference
 * @start: where its text begins, in bytes of the line's
 * @n_glyphs: how many there will be
 *
 * Makes a run of glyphs of one font, to be filled by its maker.
 *
 * Returns: (transfer full): what was made
 */
MlgPageRun *
mlg_page_run_new (PangoFont *font, guint start, guint n_glyphs)
{
  MlgPageRun *self = g_malloc0 (sizeof *self + n_glyphs * sizeof (MlgPageGlyph));

  self->font = g_object_ref (font);
  self->start = start;
  self->n_glyphs = n_glyphs;
  return self;
}

/* Frees the runs of a line. */
void
mlg_page_run_free_all (MlgPageRun *self)
{
  while (self != NULL)
    {
      MlgPageRun *next = self->next;

      g_object_unref (self->font);
      g_clear_pointer (&self->special, pango_glyph_item_free);
      g_free (self);
      self = next;
    }
}

/* From right to left, or with letters that no font has: what Pango knows better. */
static gboolean
is_special (const PangoGlyphItem *item)
{
  if (item->item->analysis.level % 2 == 1)
    return TRUE;
  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    if (item->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      return TRUE;
  return FALSE;
}

static guint32
space_of (PangoFont *font)
{
  hb_codepoint_t glyph = 0;

  if (!hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &glyph))
    return MLG_PAGE_NO_GLYPH;
  return glyph;
}

/* How many bytes the glyph @i stands for: up to the next cluster. */
static int
bytes_of (const PangoGlyphItem *item, int i)
{
  const int *clusters = item->glyphs->log_clusters;
  int next = i + 1;

  if (i > 0 && clusters[i] == clusters[i - 1])
    return 0;
  while (next < item->glyphs->num_glyphs && clusters[next] == clusters[i])
    next++;
  return (next < item->glyphs->num_glyphs ? clusters[next] : item->item->length) - clusters[i];
}

static void
set_glyph (MlgPageRun *self, const char *text, const PangoGlyphItem *item, int i, int x)
{
  const PangoGlyphInfo *info = &item->glyphs->glyphs[i];
  MlgPageGlyph *glyph = &self->glyphs[i];

  glyph->n_bytes = (guint32) bytes_of (item, i) & 0xff;
  glyph->index = info->glyph & 0xffffff;
  if (info->glyph == PANGO_GLYPH_EMPTY)
    glyph->index = text[item->item->offset + item->glyphs->log_clusters[i]] == ' '
                       ? space_of (self->font) & 0xffffff
                       : MLG_PAGE_NO_GLYPH;
  glyph->x = (float) (x + info->geometry.x_offset) / PANGO_SCALE;
  glyph->y = (float) info->geometry.y_offset / PANGO_SCALE;
}

static MlgPageRun *
copy_run (const char *text, PangoGlyphItem *item)
{
  guint n = (guint) item->glyphs->num_glyphs;
  MlgPageRun *self = mlg_page_run_new (item->item->analysis.font, (guint) item->item->offset, n);
  gboolean special = is_special (item);
  int x = 0;

  for (guint i = 0; i < n; i++)
    {
      special |= bytes_of (item, (int) i) > MAX_CLUSTER;
      set_glyph (self, text, item, (int) i, x);
      x += item->glyphs->glyphs[i].geometry.width;
    }
  self->width = (float) x / PANGO_SCALE;
  self->y = (float) -item->y_offset / PANGO_SCALE;
  if (special)
    self->special = pango_glyph_item_copy (item);
  return self;
}

/*
 * @text: of the paragraph of @line
 *
 * Returns: (nullable): the runs of a line, from left to right
 */
MlgPageRun *
mlg_page_run_new_for_line (const char *text, const PangoLayoutLine *line)
{
  MlgPageRun *first = NULL;
  MlgPageRun **last = &first;
  float x = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      MlgPageRun *run = copy_run (text, l->data);

      run->x = x;
      x += run->width;
      *last = run;
      last = &run->next;
    }
  return first;
}

/* How far its letters reach above its baseline (a negative number) and below, in points. */
void
mlg_page_run_get_height (const MlgPageRun *self, double *top, double *bottom)
{
  PangoRectangle logical;

  pango_font_get_glyph_extents (self->font, space_of (self->font), NULL, &logical);
  *top = (double) logical.y / PANGO_SCALE;
  *bottom = (double) (logical.y + logical.height) / PANGO_SCALE;
}

typedef struct
{
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;
  int n_glyphs;
  int n_clusters;
  GString *text;
} Drawing;

/* What has no glyph at all is not told either. */
static void
collect (const MlgPageRun *self, const char *text, double x, double y, Drawing *drawing)
{
  const char *p = text + self->start;

  for (guint i = 0; i < self->n_glyphs; i++)
    {
      const MlgPageGlyph *glyph = &self->glyphs[i];

      if (glyph->index != MLG_PAGE_NO_GLYPH)
        {
          cairo_glyph_t drawn = { glyph->index, x + (double) glyph->x, y + (double) glyph->y };

          if (glyph->n_bytes > 0 || drawing->n_clusters == 0)
            {
              cairo_text_cluster_t cluster = { glyph->n_bytes, 0 };

              drawing->clusters[drawing->n_clusters++] = cluster;
              g_string_append_len (drawing->text, p, glyph->n_bytes);
            }
          drawing->clusters[drawing->n_clusters - 1].num_glyphs++;
          drawing->glyphs[drawing->n_glyphs++] = drawn;
        }
      p += glyph->n_bytes;
    }
}

/*
 * @text: of the paragraph that the run is of
 * @x, @y: the left end of the baseline of its line
 */
void
mlg_page_run_draw (const MlgPageRun *self, cairo_t *cr, const char *text, double x, double y)
{
  Drawing drawing = { 0 };
  PangoCairoFont *font = PANGO_CAIRO_FONT (self->font);

  x += (double) self->x;
  y += (double) self->y;
  if (self->special != NULL)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_glyph_item (cr, text, self->special);
      return;
    }
  drawing.glyphs = g_new (cairo_glyph_t, self->n_glyphs);
  drawing.clusters = g_new (cairo_text_cluster_t, self->n_glyphs);
  drawing.text = g_string_sized_new (self->n_glyphs + 16);
  collect (self, text, x, y, &drawing);
  if (drawing.n_glyphs > 0)
    {
      cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (font));
      cairo_show_text_glyphs (cr, drawing.text->str, (int) drawing.text->len, drawing.glyphs,
                              drawing.n_glyphs, drawing.clusters, drawing.n_clusters, 0);
    }
  g_free (drawing.glyphs);
  g_free (drawing.clusters);
  g_string_free (drawing.text, TRUE);
}

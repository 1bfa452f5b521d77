/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-glyphs.h"

#include <hb.h>
#include <pango/pangocairo.h>

/* Pango would draw runs too, but it takes the glyph from the space at the end of each line: cairo then
 * writes marks that hide the next lines from those who read the structure. Here the space keeps its
 * glyph, so that the last word of a line and the first of the next stay two. */

typedef struct
{
  GArray *glyphs;   /* (owned) (element-type cairo_glyph_t) */
  GArray *clusters; /* (owned) (element-type cairo_text_cluster_t) */
  GString *text;
  double x;
  double y;
} Drawn;

/* From right to left, or with letters that no font has: what Pango knows better. */
static gboolean
is_special (const PangoGlyphItem *run)
{
  if (run->item->analysis.level % 2 == 1)
    return TRUE;
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      return TRUE;
  return FALSE;
}

/* The glyph of a space, or 0. */
static PangoGlyph
space_of (PangoFont *font)
{
  hb_codepoint_t glyph = 0;

  return hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &glyph) ? glyph : 0;
}

static void
add_space (Drawn *self, PangoFont *font)
{
  cairo_glyph_t glyph = { space_of (font), self->x, self->y };
  cairo_text_cluster_t cluster = { 1, 1 };

  if (glyph.index == 0)
    return;
  g_array_append_val (self->glyphs, glyph);
  g_array_append_val (self->clusters, cluster);
  g_string_append_c (self->text, ' ');
}

static int
add_glyph (Drawn *self, const PangoGlyphInfo *info)
{
  cairo_glyph_t glyph = { .index = info->glyph, .x = self->x, .y = self->y };

  glyph.x += (double) info->geometry.x_offset / PANGO_SCALE;
  glyph.y += (double) info->geometry.y_offset / PANGO_SCALE;
  self->x += (double) info->geometry.width / PANGO_SCALE;
  if (info->glyph == PANGO_GLYPH_EMPTY)
    return 0;
  g_array_append_val (self->glyphs, glyph);
  return 1;
}

/* One letter, one glyph, as in nearly all runs of a Latin language. */
static gboolean
is_simple (const PangoGlyphItem *run, const char *text)
{
  const char *p = text + run->item->offset;

  if (run->glyphs->num_glyphs != run->item->num_chars)
    return FALSE;
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      if (run->glyphs->log_clusters[i] != p - text - run->item->offset)
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return TRUE;
}

/* What else has no glyph is not told. */
static void
add_cluster (
    Drawn *self, PangoGlyphItem *run, const char *start, const char *end, int first, int last)
{
  cairo_text_cluster_t cluster = { .num_bytes = (int) (end - start) };

  for (int i = first; i < last; i++)
    cluster.num_glyphs += add_glyph (self, &run->glyphs->glyphs[i]);
  if (cluster.num_glyphs == 0)
    {
      if (*start == ' ')
        add_space (self, run->item->analysis.font);
      return;
    }
  g_string_append_len (self->text, start, cluster.num_bytes);
  g_array_append_val (self->clusters, cluster);
}

static void
add_letters (Drawn *self, PangoGlyphItem *run, const char *text)
{
  const char *p = text + run->item->offset;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const char *next = g_utf8_next_char (p);

      add_cluster (self, run, p, next, i, i + 1);
      p = next;
    }
}

static void
add_clusters (Drawn *self, PangoGlyphItem *run, const char *text)
{
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    add_cluster (self, run, text + iter.start_index, text + iter.end_index, iter.start_glyph,
                 iter.end_glyph);
}

static void
show (cairo_t *cr, Drawn *drawn, PangoFont *font)
{
  if (drawn->glyphs->len == 0)
    return;
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  cairo_show_text_glyphs (
      cr, drawn->text->str, (int) drawn->text->len,
      (cairo_glyph_t *) (gpointer) drawn->glyphs->data, (int) drawn->glyphs->len,
      (cairo_text_cluster_t *) (gpointer) drawn->clusters->data, (int) drawn->clusters->len, 0);
}

/*
 * @text: of the paragraph that the run is of
 * @x, @y: the left end of its baseline
 */
void
mlg_page_show_run (cairo_t *cr, const char *text, PangoGlyphItem *run, double x, double y)
{
  Drawn drawn = { .x = x, .y = y };
  guint n = (guint) run->glyphs->num_glyphs;
  if (is_special (run))
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_glyph_item (cr, text, run);
      return;
    }
  drawn.glyphs = g_array_sized_new (FALSE, FALSE, sizeof (cairo_glyph_t), n);
  drawn.clusters = g_array_sized_new (FALSE, FALSE, sizeof (cairo_text_cluster_t), n);
  drawn.text = g_string_sized_new ((gsize) run->item->length + 1);
  if (is_simple (run, text))
    add_letters (&drawn, run, text);
  else
    add_clusters (&drawn, run, text);
  show (cr, &drawn, run->item->analysis.font);
  g_array_unref (drawn.glyphs);
  g_array_unref (drawn.clusters);
  g_string_free (drawn.text, TRUE);
}

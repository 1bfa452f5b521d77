/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-pen.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "mlg-tally-chart.h"
#include "template/mlg-french.h"

#define FONT          "Liberation Sans, Sans"
#define HEADING_LINES 2   /* of each paragraph of a heading */
#define PNG_SCALE     3.0 /* fine enough for print */

/* In any thread. */
void
mlg_tally_pen_set_colour (cairo_t *cairo, const double *colour)
{
  cairo_set_source_rgb (cairo, colour[0], colour[1], colour[2]);
}

static PangoLayout *
make_layout (cairo_t *cairo, const char *words, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (cairo);
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_font_description_set_absolute_size (font, MLG_TALLY_CHART_TEXT * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, words, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_font_description_free (font);
  return layout;
}

/**
 * mlg_tally_pen_draw_words:
 * @y: of the middle of a row
 * @width: words that are longer are cut with an ellipsis
 */
void
mlg_tally_pen_draw_words (
    cairo_t *cairo, const char *words, double x, double y, double width, PangoAlignment alignment)
{
  PangoLayout *layout = make_layout (cairo, words, width);
  int height = 0;

  pango_layout_set_alignment (layout, alignment);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (cairo, x, y - height / 2.0);
  pango_cairo_show_layout (cairo, layout);
  g_object_unref (layout);
}

/**
 * mlg_tally_pen_draw_heading:
 * @words: one paragraph or more
 * @y: of its bottom
 * @width: paragraphs that do not hold in two lines of it are cut with an ellipsis
 */
void
mlg_tally_pen_draw_heading (cairo_t *cairo, const char *words, double x, double y, double width)
{
  PangoLayout *layout = make_layout (cairo, words, width);
  int height = 0;

  pango_layout_set_height (layout, -HEADING_LINES);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (cairo, x, y - height);
  pango_cairo_show_layout (cairo, layout);
  g_object_unref (layout);
}

/**
 * mlg_tally_pen_print:
 *
 * Returns: (transfer full): a figure as it stands beside a bar; a dash for one that is not known
 */
char *
mlg_tally_pen_print (double score)
{
  if (!isfinite (score))
    return g_strdup ("–");
  return mlg_french_print_number (score, floor (score) < score ? 2 : 0);
}

static cairo_status_t
append (gpointer closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * mlg_tally_pen_make_png:
 * @height: of the drawing, which is %MLG_TALLY_PEN_PAPER wide
 * @draw: draws it from the origin
 *
 * Returns: (transfer full) (nullable): the drawing as an image on white paper; %NULL when it cannot be made
 */
GBytes *
mlg_tally_pen_make_png (double height, MlgTallyPenFunc draw, gconstpointer data)
{
  GByteArray *png = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (MLG_TALLY_PEN_PAPER * PNG_SCALE),
                                  (int) ceil (MAX (height, 1) * PNG_SCALE));
  cairo_t *cairo = cairo_create (surface);
  gboolean drawn;

  cairo_scale (cairo, PNG_SCALE, PNG_SCALE);
  mlg_tally_pen_set_colour (cairo, mlg_tally_paper_colours.paper);
  cairo_paint (cairo);
  draw (data, MLG_TALLY_PEN_PAPER, cairo);
  drawn = cairo_status (cairo) == CAIRO_STATUS_SUCCESS
          && cairo_surface_write_to_png_stream (surface, append, png) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  if (drawn)
    return g_byte_array_free_to_bytes (png);
  g_byte_array_unref (png);
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-drawing.h"

#include <math.h>
#include <pango/pangocairo.h>

/* The pictures of a count, for a screen or for paper: bars by one method, and who is before whom. */

#define LINE       2.0  /* of a bar with its space, in sizes of text */
#define LABEL_PART 0.38 /* of the width */
#define FIGURE     5.0  /* in sizes of text */
#define CELL       3.4
#define PAIR_LABEL 16.0

static void
set_color (cairo_t *cr, const double *color, double alpha)
{
  cairo_set_source_rgba (cr, color[0], color[1], color[2], alpha);
}

static PangoLayout *
make_layout (cairo_t *cr, const char *text, double width, const MlgTallyInk *ink)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, ink->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (layout, -1);
  return layout;
}

static void
draw_text (cairo_t *cr,
           const char *text,
           double x,
           double y,
           double width,
           PangoAlignment align,
           const MlgTallyInk *ink)
{
  g_autoptr (PangoLayout) layout = make_layout (cr, text, width, ink);

  pango_layout_set_alignment (layout, align);
  set_color (cr, ink->text, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * mlg_tally_find_drawn_method:
 *
 * Returns: the method whose figures people read best for what was asked: means of scores and dots,
 *   approvals of choices, Borda's points of ranks
 */
MlgTallyMethod
mlg_tally_find_drawn_method (const MlgTally *tally)
{
  switch (tally->form)
    {
    case MLG_BALLOTS_SCORES:
    case MLG_BALLOTS_DOTS:
      return MLG_TALLY_MEAN;
    case MLG_BALLOTS_CHOICES:
      return MLG_TALLY_APPROVAL;
    case MLG_BALLOTS_RANKS:
    default:
      return MLG_TALLY_BORDA;
    }
}

/**
 * mlg_tally_measure_bars:
 * @size: of text
 * @height: (out): how high the bars are
 */
void
mlg_tally_measure_bars (const MlgTally *tally, double size, double *height)
{
  *height = tally->n * LINE * size;
}

static double
find_highest (const MlgTally *tally, const double *scores)
{
  double highest = 0;

  for (guint i = 0; scores != NULL && i < tally->n; i++)
    if (!isnan (scores[i]) && scores[i] > highest)
      highest = scores[i];
  return highest;
}

static void
draw_bar (const MlgTally *tally,
          guint option,
          double score,
          double highest,
          cairo_t *cr,
          double y,
          double width,
          const MlgTallyInk *ink)
{
  double left = width * LABEL_PART;
  double room = MAX (width - left - FIGURE * ink->size, 1);
  double length = highest > 0 && !isnan (score) ? MAX (score, 0) / highest * room : 0;
  g_autofree char *figure =
      isnan (score) ? g_strdup ("–") : g_strdup_printf ("%.*f", score < 100 ? 2 : 0, score);

  draw_text (cr, tally->options[option], 0, y, left - ink->size / 2, PANGO_ALIGN_LEFT, ink);
  set_color (cr, ink->accent, 1);
  cairo_rectangle (cr, left, y + ink->size * 0.1, length, ink->size * 1.2);
  cairo_fill (cr);
  draw_text (cr, figure, left + length + ink->size / 2, y, FIGURE * ink->size, PANGO_ALIGN_LEFT,
             ink);
}

/**
 * mlg_tally_draw_bars:
 * @method: whose figures are drawn, the first place first
 * @width: of the drawing
 *
 * Draws a bar for each option.
 */
void
mlg_tally_draw_bars (
    const MlgTally *tally, MlgTallyMethod method, cairo_t *cr, double width, const MlgTallyInk *ink)
{
  const double *scores = tally->results[method].scores;
  double highest = find_highest (tally, scores);
  g_autoptr (GPtrArray) levels = mlg_tally_list_levels (tally, method);
  double y = 0;

  for (guint i = 0; i < levels->len; i++)
    {
      GArray *level = levels->pdata[i];

      for (guint j = 0; j < level->len; j++, y += LINE * ink->size)
        {
          guint option = g_array_index (level, guint, j);

          draw_bar (tally, option, scores != NULL ? scores[option] : (double) NAN, highest, cr, y, width,
                    ink);
        }
    }
}

/**
 * mlg_tally_measure_pairs:
 * @size: of text
 * @width: (out): how wide the table of pairs is
 * @height: (out): how high
 */
void
mlg_tally_measure_pairs (const MlgTally *tally, double size, double *width, double *height)
{
  *width = (PAIR_LABEL + tally->n * CELL) * size;
  *height = (tally->n + 1) * LINE * size;
}

/* A majority is filled; how strong it is, by how dark. */
static void
draw_pair (const MlgTally *tally, guint i, guint j, cairo_t *cr, const MlgTallyInk *ink)
{
  double x = (PAIR_LABEL + j * CELL) * ink->size;
  double y = (i + 1) * LINE * ink->size;
  double wins = mlg_tally_get_pair (tally, i, j);
  double loses = mlg_tally_get_pair (tally, j, i);
  double total = wins + loses;
  g_autofree char *text = g_strdup_printf ("%.*f", wins - floor (wins) > 0 ? 1 : 0, wins);

  if (wins > loses && total > 0)
    {
      set_color (cr, ink->accent, 0.15 + 0.45 * (wins - loses) / total);
      cairo_rectangle (cr, x + 1, y + 1, CELL * ink->size - 2, LINE * ink->size - 2);
      cairo_fill (cr);
    }
  draw_text (cr, text, x, y + ink->size * 0.3, CELL * ink->size, PANGO_ALIGN_CENTER, ink);
}

/**
 * mlg_tally_draw_pairs:
 *
 * Draws the table of pairs: in the line of an option, how many put it before each other one; filled
 * where that is a majority.
 */
void
mlg_tally_draw_pairs (const MlgTally *tally, cairo_t *cr, const MlgTallyInk *ink)
{
  double label = PAIR_LABEL * ink->size;

  for (guint i = 0; i < tally->n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *name = g_strdup_printf ("%u. %s", i + 1, tally->options[i]);

      draw_text (cr, number, label + i * CELL * ink->size, ink->size * 0.3, CELL * ink->size,
                 PANGO_ALIGN_CENTER, ink);
      draw_text (cr, name, 0, ((i + 1) * LINE + 0.3) * ink->size, label - ink->size / 2,
                 PANGO_ALIGN_LEFT, ink);
      for (guint j = 0; j < tally->n; j++)
        if (i != j)
          draw_pair (tally, i, j, cr, ink);
    }
}

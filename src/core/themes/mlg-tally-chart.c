/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mlg-tally-pen.h"

/* What a count says, drawn: once for screens and for paper. Sizes are in units of the cairo context, which
 * is scaled for a larger text. */

#define ROW         MLG_TALLY_PEN_ROW
#define BAR         13.0
#define LABEL_SHARE 0.42 /* of the width */
#define VALUE_WIDTH 56.0
#define GAP         6.0
#define SQUARE      38.0  /* of a pair, where there is room */
#define LABEL_MOST  176.0 /* beside pairs */

const MlgTallyColours mlg_tally_paper_colours = {
  .ink = { 0.1, 0.1, 0.1 },
  .paper = { 1, 1, 1 },
  .bar = { 0.11, 0.29, 0.47 },
  .faint = { 0.62, 0.71, 0.80 },
};

static gboolean
has_scores (const MlgTally *tally, MlgTallyMethod method)
{
  return tally->results[method].scores != NULL && tally->results[method].places != NULL;
}

/**
 * mlg_tally_chart_choose_method:
 *
 * Returns: the method whose figures say most of such ballots as bars: points for ranks, means for scores,
 *   approvals else; the first one with figures when it was not asked for
 */
MlgTallyMethod
mlg_tally_chart_choose_method (const MlgTally *tally)
{
  static const MlgTallyMethod usual[] = {
    [MLG_BALLOTS_RANKS] = MLG_TALLY_BORDA,
    [MLG_BALLOTS_SCORES] = MLG_TALLY_MEAN,
    [MLG_BALLOTS_CHOICES] = MLG_TALLY_APPROVAL,
    [MLG_BALLOTS_DOTS] = MLG_TALLY_MEAN,
  };

  if (has_scores (tally, usual[tally->form]))
    return usual[tally->form];
  for (guint m = 0; m < MLG_N_TALLY_METHODS; m++)
    if (has_scores (tally, m))
      return m;
  return MLG_TALLY_BORDA;
}

/**
 * mlg_tally_chart_get_height:
 *
 * Returns: the height of the bars of all options
 */
double
mlg_tally_chart_get_height (const MlgTally *tally)
{
  return tally->n * ROW;
}

/* The length of its bar: none when the option has no figure. */
static double
get_score (const MlgTally *tally, MlgTallyMethod method, guint option)
{
  double score = tally->results[method].scores[option];

  return isfinite (score) ? score : 0;
}

static double
find_highest (const MlgTally *tally, MlgTallyMethod method)
{
  double highest = 0;

  for (guint i = 0; i < tally->n; i++)
    highest = MAX (highest, get_score (tally, method, i));
  return highest;
}

static void
draw_bar (const MlgTally *tally,
          MlgTallyMethod method,
          guint option,
          const MlgTallyColours *colours,
          double width,
          double y,
          cairo_t *cairo)
{
  double label = width * LABEL_SHARE;
  double room = width - label - 2 * GAP - VALUE_WIDTH;
  double highest = find_highest (tally, method);
  double score = get_score (tally, method, option);
  double length = highest > 0 && room > 0 ? room * MAX (score, 0) / highest : 0;
  gboolean first = tally->results[method].places[option] == 1;
  g_autofree char *value = mlg_tally_pen_print (tally->results[method].scores[option]);

  mlg_tally_pen_set_colour (cairo, colours->ink);
  mlg_tally_pen_draw_words (cairo, tally->options[option], 0, y + ROW / 2, label,
                            PANGO_ALIGN_RIGHT);
  mlg_tally_pen_set_colour (cairo, first ? colours->bar : colours->faint);
  cairo_rectangle (cairo, label + GAP, y + (ROW - BAR) / 2, MAX (length, 0.5), BAR);
  cairo_fill (cairo);
  mlg_tally_pen_set_colour (cairo, colours->ink);
  mlg_tally_pen_draw_words (cairo, value, label + 2 * GAP + length, y + ROW / 2, VALUE_WIDTH,
                            PANGO_ALIGN_LEFT);
}

/**
 * mlg_tally_chart_draw:
 * @method: whose figures: one that has scores, see mlg_tally_chart_choose_method()
 * @width: of the whole chart
 *
 * Draws a bar for each option, the first place on top, with its name and its figure; what comes first is
 * darker. The chart is mlg_tally_chart_get_height() high and starts at the origin. In any thread.
 */
void
mlg_tally_chart_draw (const MlgTally *tally,
                      MlgTallyMethod method,
                      const MlgTallyColours *colours,
                      double width,
                      cairo_t *cairo)
{
  g_autoptr (GPtrArray) levels = NULL;
  double y = 0;

  if (!has_scores (tally, method))
    return;
  levels = mlg_tally_list_levels (tally, method);
  for (guint i = 0; i < levels->len; i++)
    {
      const GArray *level = levels->pdata[i];

      for (guint j = 0; j < level->len; j++, y += ROW)
        draw_bar (tally, method, g_array_index (level, guint, j), colours, width, y, cairo);
    }
}

/* A square of the matrix: how many put the option of its row before that of its column. */
static void
draw_square (const MlgTally *tally,
             guint i,
             guint j,
             const MlgTallyColours *colours,
             const cairo_rectangle_t *square,
             cairo_t *cairo)
{
  double ahead = mlg_tally_get_pair (tally, i, j);
  double behind = mlg_tally_get_pair (tally, j, i);
  g_autofree char *value = mlg_tally_pen_print (ahead);

  if (ahead > behind)
    {
      mlg_tally_pen_set_colour (cairo, colours->faint);
      cairo_rectangle (cairo, square->x, square->y, square->width, square->height);
      cairo_fill (cairo);
    }
  mlg_tally_pen_set_colour (cairo, colours->ink);
  /* A majority is told by its colour and by a mark. */
  if (ahead > behind)
    {
      cairo_rectangle (cairo, square->x + 1, square->y + 1, square->width - 2, square->height - 2);
      cairo_set_line_width (cairo, 1);
      cairo_stroke (cairo);
    }
  if (square->height >= MLG_TALLY_CHART_TEXT && square->width >= 2 * MLG_TALLY_CHART_TEXT)
    mlg_tally_pen_draw_words (cairo, value, square->x, square->y + square->height / 2,
                              square->width, PANGO_ALIGN_CENTER);
}

static void
draw_row (const MlgTally *tally,
          guint i,
          const MlgTallyColours *colours,
          double label,
          double width,
          double height,
          cairo_t *cairo)
{
  double side = (width - label - GAP) / tally->n;
  double y = (i + 1) * height;
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  g_autofree char *name = g_strdup_printf ("%s. %s", number, tally->options[i]);

  mlg_tally_pen_set_colour (cairo, colours->ink);
  mlg_tally_pen_draw_words (cairo, name, 0, y + height / 2, label, PANGO_ALIGN_RIGHT);
  mlg_tally_pen_draw_words (cairo, number, label + GAP + i * side, height / 2, side,
                            PANGO_ALIGN_CENTER);
  for (guint j = 0; j < tally->n; j++)
    if (i != j)
      {
        cairo_rectangle_t square = { label + GAP + j * side, y, side, height };

        draw_square (tally, i, j, colours, &square, cairo);
      }
}

/**
 * mlg_tally_matrix_measure:
 * @width: (out): with which all squares can be read
 * @height: (out): likewise
 */
void
mlg_tally_matrix_measure (const MlgTally *tally, double *width, double *height)
{
  *width = LABEL_MOST + GAP + tally->n * SQUARE;
  *height = (tally->n + 1) * ROW;
}

/**
 * mlg_tally_matrix_draw:
 *
 * Draws a square for each pair of options, within @width and @height: the weight of the ballots that put the
 * option of the row before that of the column, framed and tinted where it is the larger. In any thread.
 */
void
mlg_tally_matrix_draw (const MlgTally *tally,
                       const MlgTallyColours *colours,
                       double width,
                       double height,
                       cairo_t *cairo)
{
  double label = MIN (width * LABEL_SHARE, LABEL_MOST);

  for (guint i = 0; i < tally->n; i++)
    draw_row (tally, i, colours, label, width, height / (tally->n + 1), cairo);
}

/**
 * mlg_tally_chart_describe:
 *
 * Returns: (transfer full): the chart in words, for who cannot see it: "Borda count: A 12, B 9,5"
 */
char *
mlg_tally_chart_describe (const MlgTally *tally, MlgTallyMethod method)
{
  g_autoptr (GPtrArray) levels = mlg_tally_list_levels (tally, method);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; has_scores (tally, method) && i < levels->len; i++)
    {
      const GArray *level = levels->pdata[i];

      for (guint j = 0; j < level->len; j++)
        {
          guint option = g_array_index (level, guint, j);
          g_autofree char *value = mlg_tally_pen_print (tally->results[method].scores[option]);

          g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "",
                                  tally->options[option], value);
        }
    }
  /* Translators: a method, then each option with its figure. */
  return g_strdup_printf (_ ("Bar chart, %s: %s"), mlg_tally_method_get_title (method), text->str);
}

typedef struct
{
  const MlgTally *tally;
  MlgTallyMethod method;
} Bars;

static void
draw_on_paper (gconstpointer data, double width, cairo_t *cairo)
{
  const Bars *bars = data;

  mlg_tally_chart_draw (bars->tally, bars->method, &mlg_tally_paper_colours, width, cairo);
}

/**
 * mlg_tally_chart_make_png:
 *
 * Returns: (transfer full) (nullable): the chart as an image on white paper; %NULL when there is nothing to
 *   draw
 */
GBytes *
mlg_tally_chart_make_png (const MlgTally *tally, MlgTallyMethod method)
{
  Bars bars = { tally, method };

  if (tally->n == 0 || !has_scores (tally, method))
    return NULL;
  return mlg_tally_pen_make_png (mlg_tally_chart_get_height (tally), draw_on_paper, &bars);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-group-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mlg-tally-pen.h"
#include "template/mlg-french.h"

/* What the groups of a count say of each option, beside each other: a line for each option, a column of bars
 * for each group. Groups are not of one size, so what is drawn is what each answer gives in the mean. Columns
 * that do not hold beside each other go on below. */

#define ROW         MLG_TALLY_PEN_ROW
#define BAR         13.0
#define GAP         6.0
#define LABEL_SHARE 0.36 /* of the width */
#define LABEL_MOST  176.0
#define COLUMN      72.0        /* of one group, at the least */
#define HEADING     (2.2 * ROW) /* two lines for its name, one for how many answered */
#define VALUE       38.0

typedef struct
{
  const MlgTally *tally;
  MlgTallyMethod method;
  const MlgTallyColours *colours;
  GPtrArray *shown; /* (owned) (element-type MlgTallyGroup) (unowned) */
  double label;     /* the width of the names of options */
  guint n_columns;  /* of one band */
  guint n_bands;
  double column; /* the width of one */
  double highest;
} Drawing;

static GPtrArray *
list_shown (const MlgTallyGroupChart *chart, MlgTallyMethod method)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < chart->groups->len; i++)
    {
      const MlgTallyGroup *group = chart->groups->pdata[i];

      if (group->tally != NULL && group->tally->results[method].scores != NULL
          && group->tally->weight > 0)
        g_ptr_array_add (shown, chart->groups->pdata[i]);
    }
  return shown;
}

/* Points and approvals are sums; a mean is one already. */
static double
get_value (const MlgTally *tally, MlgTallyMethod method, guint option)
{
  double score = tally->results[method].scores[option];

  return method == MLG_TALLY_MEAN ? score : score / tally->weight;
}

static gboolean
is_share (MlgTallyMethod method)
{
  return method == MLG_TALLY_APPROVAL || method == MLG_TALLY_PLURALITY;
}

static char *
print_value (MlgTallyMethod method, double value)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup ("–");
  number =
      mlg_french_print_number (is_share (method) ? 100 * value : value, is_share (method) ? 0 : 1);
  /* Translators: a share of a hundred. */
  return is_share (method) ? g_strdup_printf (_ ("%s%%"), number) : g_steal_pointer (&number);
}

static Drawing
lay_out (const MlgTallyGroupChart *chart, double width)
{
  Drawing d = { .tally = chart->tally, .method = mlg_tally_chart_choose_method (chart->tally) };
  guint n;

  d.shown = list_shown (chart, d.method);
  n = MAX (d.shown->len, 1);
  d.label = MIN (width * LABEL_SHARE, LABEL_MOST);
  d.n_columns = (guint) CLAMP ((width - d.label) / COLUMN, 1, n);
  d.n_bands = (n + d.n_columns - 1) / d.n_columns;
  d.n_columns = (n + d.n_bands - 1) / d.n_bands;
  d.column = (width - d.label) / d.n_columns;
  for (guint i = 0; i < d.shown->len; i++)
    for (guint j = 0; j < d.tally->n; j++)
      {
        double value = get_value (((MlgTallyGroup *) d.shown->pdata[i])->tally, d.method, j);

        d.highest = isfinite (value) ? MAX (d.highest, value) : d.highest;
      }
  return d;
}

static double
get_band_height (const Drawing *d)
{
  return HEADING + (d->tally->n + 1) * ROW;
}

/**
 * mlg_tally_group_chart_is_drawn:
 *
 * Returns: whether there are two groups to be compared that are not hidden
 */
gboolean
mlg_tally_group_chart_is_drawn (const MlgTallyGroupChart *chart)
{
  MlgTallyMethod method = mlg_tally_chart_choose_method (chart->tally);
  g_autoptr (GPtrArray) shown = list_shown (chart, method);

  return shown->len > 1 && chart->tally->n > 0 && chart->tally->results[method].scores != NULL;
}

/**
 * mlg_tally_group_chart_get_unit:
 *
 * Returns: what the bars are lengths of
 */
const char *
mlg_tally_group_chart_get_unit (const MlgTallyGroupChart *chart)
{
  MlgTallyMethod method = mlg_tally_chart_choose_method (chart->tally);

  if (method == MLG_TALLY_MEAN)
    return _ ("Mean of the answers of each group");
  if (is_share (method))
    return _ ("Share of the answers of each group");
  return _ ("Borda count: points for each answer of the group");
}

/**
 * mlg_tally_group_chart_get_height:
 * @width: of the whole chart
 */
double
mlg_tally_group_chart_get_height (const MlgTallyGroupChart *chart, double width)
{
  Drawing d = lay_out (chart, width);
  double height = d.n_bands * get_band_height (&d) - ROW / 2;

  g_ptr_array_unref (d.shown);
  return height;
}

static void
draw_bar (
    const Drawing *d, const MlgTallyGroup *group, guint option, double x, double y, cairo_t *cairo)
{
  double value = get_value (group->tally, d->method, option);
  double room = MAX (d->column - 2 * GAP - VALUE, 0);
  double length = isfinite (value) && d->highest > 0 ? room * MAX (value, 0) / d->highest : 0;
  gboolean first = group->tally->results[d->method].places[option] == 1;
  g_autofree char *text = print_value (d->method, value);

  mlg_tally_pen_set_colour (cairo, first ? d->colours->bar : d->colours->faint);
  cairo_rectangle (cairo, x + GAP, y + (ROW - BAR) / 2, MAX (length, 0.5), BAR);
  cairo_fill (cairo);
  mlg_tally_pen_set_colour (cairo, d->colours->ink);
  mlg_tally_pen_draw_words (cairo, text, x + GAP + length + GAP / 2, y + ROW / 2, VALUE,
                            PANGO_ALIGN_LEFT);
}

static void
draw_heading (const Drawing *d, const MlgTallyGroup *group, double x, double y, cairo_t *cairo)
{
  guint n = (guint) group->ballots;
  /* Translators: the name of a group, and below how many in it answered. */
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s\n%'u answer", "%s\n%'u answers", n), group->label, n);

  mlg_tally_pen_set_colour (cairo, d->colours->ink);
  mlg_tally_pen_draw_heading (cairo, text, x + GAP, y + HEADING - GAP / 2, d->column - GAP);
}

/* The line of one option in one band. */
static void
draw_line (const Drawing *d, guint band, guint option, double y, cairo_t *cairo)
{
  guint first = band * d->n_columns;

  mlg_tally_pen_set_colour (cairo, d->colours->ink);
  mlg_tally_pen_draw_words (cairo, d->tally->options[option], 0, y + ROW / 2, d->label,
                            PANGO_ALIGN_RIGHT);
  for (guint i = 0; i < d->n_columns && first + i < d->shown->len; i++)
    draw_bar (d, d->shown->pdata[first + i], option, d->label + i * d->column, y, cairo);
}

static void
draw_band (const Drawing *d, guint band, GPtrArray *levels, double y, cairo_t *cairo)
{
  guint first = band * d->n_columns;

  for (guint i = 0; i < d->n_columns && first + i < d->shown->len; i++)
    draw_heading (d, d->shown->pdata[first + i], d->label + i * d->column, y, cairo);
  y += HEADING;
  for (guint i = 0; i < levels->len; i++)
    {
      const GArray *level = levels->pdata[i];

      for (guint j = 0; j < level->len; j++, y += ROW)
        draw_line (d, band, g_array_index (level, guint, j), y, cairo);
    }
}

/**
 * mlg_tally_group_chart_draw:
 * @width: of the whole chart
 *
 * Draws the options in the order of the whole, with a column of bars for each group; what a group puts first
 * is darker. The chart starts at the origin and is mlg_tally_group_chart_get_height() high. In any thread.
 */
void
mlg_tally_group_chart_draw (const MlgTallyGroupChart *chart,
                            const MlgTallyColours *colours,
                            double width,
                            cairo_t *cairo)
{
  Drawing d = lay_out (chart, width);
  g_autoptr (GPtrArray) levels = mlg_tally_list_levels (chart->tally, d.method);

  d.colours = colours;
  for (guint band = 0; band < d.n_bands; band++)
    draw_band (&d, band, levels, band * get_band_height (&d), cairo);
  g_ptr_array_unref (d.shown);
}

/* "Papier 8,4, Mobilier 8,4": what a group puts first. */
static char *
describe_first (const MlgTally *tally, MlgTallyMethod method)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tally->n; i++)
    if (tally->results[method].places[i] == 1)
      {
        g_autofree char *value = print_value (method, get_value (tally, method, i));

        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", tally->options[i],
                                value);
      }
  return g_string_free (text, FALSE);
}

/**
 * mlg_tally_group_chart_describe:
 *
 * Returns: (transfer full): the chart in words, for who cannot see it: what each group puts first
 */
char *
mlg_tally_group_chart_describe (const MlgTallyGroupChart *chart)
{
  MlgTallyMethod method = mlg_tally_chart_choose_method (chart->tally);
  g_autoptr (GPtrArray) shown = list_shown (chart, method);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    {
      const MlgTallyGroup *group = shown->pdata[i];
      g_autofree char *first = describe_first (group->tally, method);

      if (i > 0)
        g_string_append (text, C_ ("between results", "; "));
      /* Translators: a group, and what it puts first. */
      g_string_append_printf (text, C_ ("group", "%s: %s"), group->label, first);
    }
  /* Translators: what the bars are lengths of, then what each group puts first. */
  return g_strdup_printf (_ ("Bar chart by group. %s. First, %s"),
                          mlg_tally_group_chart_get_unit (chart), text->str);
}

static void
draw_on_paper (gconstpointer data, double width, cairo_t *cairo)
{
  mlg_tally_group_chart_draw (data, &mlg_tally_paper_colours, width, cairo);
}

/**
 * mlg_tally_group_chart_make_png:
 *
 * Returns: (transfer full) (nullable): the chart as an image on white paper; %NULL when there are no two groups
 *   to compare
 */
GBytes *
mlg_tally_group_chart_make_png (const MlgTallyGroupChart *chart)
{
  if (!mlg_tally_group_chart_is_drawn (chart))
    return NULL;
  return mlg_tally_pen_make_png (mlg_tally_group_chart_get_height (chart, MLG_TALLY_PEN_PAPER),
                                 draw_on_paper, chart);
}

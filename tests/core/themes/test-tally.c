/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "themes/mlg-tally-group-chart.h"
#include "themes/mlg-tally-groups.h"

/* What counting promises beside its results, which the command line's tests hold against a slow count:
 * groups, hands, limits, sentences. */

#define NONE MLG_BALLOT_NONE

static const char *const options[] = { "A", "B", "C", NULL };

static void
add (MlgBallots *ballots, const gint32 *values, guint voters, const char *role)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_ballots_add (ballots, values, 1, voters, &error));
  g_assert_no_error (error);
  mlg_ballots_label (ballots, MLG_SPLIT_ROLE, role);
}

static MlgTally *
count (const MlgBallots *ballots, MlgUnranked unranked)
{
  g_autoptr (GError) error = NULL;
  MlgTally *tally = mlg_tally_run (ballots, unranked, MLG_TALLY_ALL_METHODS, NULL, &error);

  g_assert_no_error (error);
  return tally;
}

static void
assert_ranking (const MlgTally *tally, MlgTallyMethod method, const char *expected)
{
  g_autofree char *ranking = mlg_tally_format_ranking (tally, method);

  g_assert_cmpstr (ranking, ==, expected);
}

/* A third of a vote each, three times, is one: no rounding makes a difference. */
static void
test_exact_shares (void)
{
  g_autoptr (MlgBallots) ballots = mlg_ballots_new (MLG_BALLOTS_RANKS, options);
  g_autoptr (MlgTally) tally = NULL;

  add (ballots, (gint32[]){ 1, 1, 1 }, 3, NULL);
  add (ballots, (gint32[]){ 1, NONE, NONE }, 1, NULL);
  add (ballots, (gint32[]){ NONE, 1, NONE }, 1, NULL);
  tally = count (ballots, MLG_UNRANKED_LAST);
  assert_ranking (tally, MLG_TALLY_PLURALITY, "A = B > C");
  g_assert_cmpuint (tally->ballots, ==, 5);
}

static void
test_hands (void)
{
  g_autoptr (MlgBallots) ballots = mlg_ballots_new (MLG_BALLOTS_CHOICES, options);
  g_autoptr (MlgTally) tally = NULL;
  g_autoptr (MlgTally) single = NULL;

  add (ballots, (gint32[]){ MLG_BALLOTS_UNIT, NONE, NONE }, 2, NULL);
  mlg_ballots_add_hands (ballots, 2, 5);
  tally = count (ballots, MLG_UNRANKED_LAST);
  assert_ranking (tally, MLG_TALLY_APPROVAL, "C > A > B");
  assert_ranking (tally, MLG_TALLY_PLURALITY, "A > B = C");
  mlg_ballots_set_single (ballots, TRUE);
  single = count (ballots, MLG_UNRANKED_LAST);
  assert_ranking (single, MLG_TALLY_PLURALITY, "C > A > B");
  g_assert_cmpuint (single->hands, ==, 5);
}

static GPtrArray *
split (const MlgBallots *ballots, gboolean anonymous)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *groups = mlg_tally_split (ballots, MLG_SPLIT_ROLE, MLG_UNRANKED_LAST,
                                       MLG_TALLY_ALL_METHODS, anonymous, NULL, &error);

  g_assert_no_error (error);
  return groups;
}

/* Below five nothing is told; nor what could be found by taking the others off the whole. */
static void
test_small_groups (void)
{
  static const struct
  {
    guint sizes[3]; /* of three groups, in the order of their names */
    gboolean hidden[3];
  } cases[] = {
    { { 5, 6, 7 }, { FALSE, FALSE, FALSE } },
    { { 4, 6, 7 }, { TRUE, TRUE, FALSE } },
    { { 3, 2, 7 }, { TRUE, TRUE, FALSE } },
    { { 1, 9, 1 }, { TRUE, TRUE, TRUE } },
  };
  static const char *const names[] = { "a", "b", "c" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MlgBallots) ballots = mlg_ballots_new (MLG_BALLOTS_RANKS, options);
      g_autoptr (GPtrArray) anonymous = NULL;
      g_autoptr (GPtrArray) named = NULL;

      for (guint j = 0; j < 3; j++)
        add (ballots, (gint32[]){ 1, 2, 3 }, cases[i].sizes[j], names[j]);
      anonymous = split (ballots, TRUE);
      named = split (ballots, FALSE);
      for (guint j = 0; j < 3; j++)
        {
          const MlgTallyGroup *group = anonymous->pdata[j];

          g_test_message ("case %u, group %s", i, names[j]);
          g_assert_true ((group->tally == NULL) == cases[i].hidden[j]);
          g_assert_true ((group->ballots == 0) == cases[i].hidden[j]);
          g_assert_nonnull (((const MlgTallyGroup *) named->pdata[j])->tally);
        }
    }
}

static void
assert_ungrouped (const MlgBallots *ballots, gboolean anonymous, const char *expected)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  mlg_tally_note_ungrouped (ballots, MLG_SPLIT_ROLE, anonymous, issues);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, expected != NULL ? 1 : 0);
  if (expected != NULL)
    g_assert_nonnull (strstr (mlg_issue_list_get (issues, 0)->message, expected));
}

/* Those who are in no group are told, the few of them that are anonymous not by their number; where there is no group
 * at all there is nothing to tell. */
static void
test_ungrouped (void)
{
  g_autoptr (MlgBallots) ballots = mlg_ballots_new (MLG_BALLOTS_RANKS, options);

  add (ballots, (gint32[]){ 1, 2, 3 }, 3, NULL);
  assert_ungrouped (ballots, FALSE, NULL);
  add (ballots, (gint32[]){ 1, 2, 3 }, 6, "staff");
  assert_ungrouped (ballots, FALSE, "Elected representatives and staff: 3 answers are in no group");
  assert_ungrouped (ballots, TRUE, "fewer than five answers are in no group");
  add (ballots, (gint32[]){ 2, 1, 3 }, 2, NULL);
  assert_ungrouped (ballots, TRUE, "5 answers are in no group");
}

/* A group of six that is hidden with one of four is not said to be of fewer than five. */
static void
test_hidden_words (void)
{
  g_autoptr (MlgBallots) ballots = mlg_ballots_new (MLG_BALLOTS_RANKS, options);
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *words = NULL;

  add (ballots, (gint32[]){ 1, 2, 3 }, 4, "elected");
  add (ballots, (gint32[]){ 1, 2, 3 }, 6, "staff");
  groups = split (ballots, TRUE);
  words = mlg_tally_group_format_ranking (groups->pdata[1], MLG_TALLY_BORDA);
  g_assert_cmpstr (words, ==, "hidden: too few anonymous answers to be told apart");
}

/* Whether a place has a colour. */
static gboolean
is_painted (cairo_surface_t *surface, int x, int y, const double *colour)
{
  const guchar *pixel =
      cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;

  for (guint i = 0; i < 3; i++)
    if (ABS (pixel[2 - i] - (int) (colour[i] * 255 + 0.5)) > 1)
      return FALSE;
  return TRUE;
}

/* The bar of what comes first is on top and dark, the next one faint and shorter; words tell the same. */
static void
test_chart (void)
{
  const MlgTallyColours *colours = &mlg_tally_paper_colours;
  g_autoptr (MlgBallots) ballots = mlg_ballots_new (MLG_BALLOTS_RANKS, options);
  g_autoptr (MlgTally) tally = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autofree char *words = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 66);
  cairo_t *cairo = cairo_create (surface);

  add (ballots, (gint32[]){ 2, 1, 3 }, 6, NULL);
  add (ballots, (gint32[]){ 1, 2, 3 }, 2, NULL);
  tally = count (ballots, MLG_UNRANKED_LAST);
  g_assert_cmpint (mlg_tally_chart_choose_method (tally), ==, MLG_TALLY_BORDA);
  g_assert_cmpint ((int) mlg_tally_chart_get_height (tally), ==, 66);
  mlg_tally_chart_draw (tally, MLG_TALLY_BORDA, colours, 400, cairo);
  cairo_surface_flush (surface);
  g_assert_true (is_painted (surface, 180, 11, colours->bar));
  g_assert_true (is_painted (surface, 180, 33, colours->faint));
  g_assert_false (is_painted (surface, 180, 55, colours->faint));
  words = mlg_tally_chart_describe (tally, MLG_TALLY_BORDA);
  g_assert_cmpstr (words, ==, "Bar chart, Borda count: B 14, A 10, C 0");
  png = mlg_tally_chart_make_png (tally, MLG_TALLY_BORDA);
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\x89PNG", 4);
  g_assert_null (mlg_tally_chart_make_png (tally, MLG_TALLY_SCHULZE_WINNING));
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

/* Groups of different sizes are drawn by what each answer gives; where they do not hold beside each other, they go
 * on below. */
static void
test_group_chart (void)
{
  const MlgTallyColours *colours = &mlg_tally_paper_colours;
  g_autoptr (MlgBallots) ballots = mlg_ballots_new (MLG_BALLOTS_RANKS, options);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (MlgTally) tally = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autofree char *words = NULL;
  MlgTallyGroupChart chart;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 140);
  cairo_t *cairo = cairo_create (surface);

  add (ballots, (gint32[]){ 1, 2, 3 }, 12, "elected");
  add (ballots, (gint32[]){ 3, 1, 2 }, 6, "staff");
  tally = count (ballots, MLG_UNRANKED_LAST);
  groups = split (ballots, TRUE);
  chart = (MlgTallyGroupChart){ tally, groups };
  g_assert_true (mlg_tally_group_chart_is_drawn (&chart));
  mlg_tally_group_chart_draw (&chart, colours, 400, cairo);
  cairo_surface_flush (surface);
  /* A in front for the elected, behind for the staff; B the reverse: 2 columns of 128 from 144. */
  g_assert_true (is_painted (surface, 144 + 70, 59, colours->bar));
  g_assert_false (is_painted (surface, 144 + 128 + 12, 59, colours->faint));
  g_assert_true (is_painted (surface, 144 + 12, 81, colours->faint));
  g_assert_true (is_painted (surface, 144 + 128 + 70, 81, colours->bar));
  g_assert_cmpint ((int) mlg_tally_group_chart_get_height (&chart, 400), ==, 125);
  g_assert_cmpint ((int) mlg_tally_group_chart_get_height (&chart, 200), ==, 261);
  words = mlg_tally_group_chart_describe (&chart);
  g_assert_cmpstr (words, ==,
                   "Bar chart by group. Borda count: points for each answer of the group. First, "
                   "elected: A 2; staff: B 2");
  png = mlg_tally_group_chart_make_png (&chart);
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\x89PNG", 4);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

/* What is too small to be told apart is not drawn either. */
static void
test_group_chart_hidden (void)
{
  g_autoptr (MlgBallots) ballots = mlg_ballots_new (MLG_BALLOTS_RANKS, options);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (MlgTally) tally = NULL;
  MlgTallyGroupChart chart;

  add (ballots, (gint32[]){ 1, 2, 3 }, 12, "elected");
  add (ballots, (gint32[]){ 3, 1, 2 }, 4, "staff");
  tally = count (ballots, MLG_UNRANKED_LAST);
  groups = split (ballots, TRUE);
  chart = (MlgTallyGroupChart){ tally, groups };
  g_assert_false (mlg_tally_group_chart_is_drawn (&chart));
  g_assert_null (mlg_tally_group_chart_make_png (&chart));
}

/* The square of a majority is tinted, the one across is not. */
static void
test_matrix (void)
{
  const MlgTallyColours *colours = &mlg_tally_paper_colours;
  g_autoptr (MlgBallots) ballots = mlg_ballots_new (MLG_BALLOTS_RANKS, options);
  g_autoptr (MlgTally) tally = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 482, 160);
  cairo_t *cairo = cairo_create (surface);
  double width = 0;
  double height = 0;

  add (ballots, (gint32[]){ 1, 2, 3 }, 3, NULL);
  tally = count (ballots, MLG_UNRANKED_LAST);
  mlg_tally_matrix_measure (tally, &width, &height);
  g_assert_cmpint ((int) width, ==, 296);
  g_assert_cmpint ((int) height, ==, 88);
  mlg_tally_matrix_draw (tally, colours, 482, 160, cairo);
  cairo_surface_flush (surface);
  g_assert_true (is_painted (surface, 182 + 100 + 6, 46, colours->faint));
  g_assert_false (is_painted (surface, 182 + 6, 86, colours->faint));
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

static void
test_sentences (void)
{
  g_autoptr (MlgBallots) ballots = mlg_ballots_new (MLG_BALLOTS_RANKS, options);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (MlgTally) tally = NULL;
  g_autofree char *methods = NULL;
  g_autofree char *by_group = NULL;

  add (ballots, (gint32[]){ 1, 2, 3 }, 6, "elected");
  add (ballots, (gint32[]){ 2, 1, 3 }, 5, "staff");
  tally = count (ballots, MLG_UNRANKED_LAST);
  groups = split (ballots, FALSE);
  methods = mlg_tally_explain_methods (tally);
  by_group = mlg_tally_explain_groups (tally, groups, MLG_TALLY_BORDA);
  g_assert_nonnull (strstr (methods, "does not depend on the method: A"));
  g_assert_nonnull (strstr (by_group, "depends on the group"));
  g_assert_nonnull (strstr (by_group, "B (staff)"));
  g_assert_cmpint (tally->condorcet, ==, 0);
}

static void
test_limits (void)
{
  g_autoptr (MlgBallots) ballots = mlg_ballots_new (MLG_BALLOTS_RANKS, options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const gint32 values[] = { 1, 2, 3 };

  g_assert_false (mlg_ballots_add (ballots, values, -1, 1, NULL));
  g_assert_false (mlg_ballots_add (ballots, values, 2e9, 1, NULL));
  g_assert_true (mlg_ballots_add (ballots, values, 1e9, 999, NULL));
  g_assert_false (mlg_ballots_add (ballots, values, 1e9, 2, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (
      mlg_tally_run (ballots, MLG_UNRANKED_LAST, MLG_TALLY_ALL_METHODS, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (mlg_tally_methods_parse ("borda, schulze"), ==,
                    1u << MLG_TALLY_BORDA | 1u << MLG_TALLY_SCHULZE_WINNING
                        | 1u << MLG_TALLY_SCHULZE_MARGINS);
  g_assert_cmpuint (mlg_tally_methods_parse ("borda,dice"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/themes/tally/exact-shares", test_exact_shares);
  g_test_add_func ("/themes/tally/hands", test_hands);
  g_test_add_func ("/themes/tally/small-groups", test_small_groups);
  g_test_add_func ("/themes/tally/ungrouped", test_ungrouped);
  g_test_add_func ("/themes/tally/hidden-words", test_hidden_words);
  g_test_add_func ("/themes/tally/chart", test_chart);
  g_test_add_func ("/themes/tally/group-chart", test_group_chart);
  g_test_add_func ("/themes/tally/group-chart-hidden", test_group_chart_hidden);
  g_test_add_func ("/themes/tally/matrix", test_matrix);
  g_test_add_func ("/themes/tally/sentences", test_sentences);
  g_test_add_func ("/themes/tally/limits", test_limits);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "mlg-tally-private.h"

/* The methods that give points to each option: mean, approval, Borda. Points are kept as fractions, so
 * that they compare exactly. */
typedef struct
{
  MlgWide top;
  gint64 bottom; /* 0: nothing is known of the option, which comes last */
} Fraction;

typedef struct
{
  Fraction *points;
  gboolean low; /* whether less is better */
} Points;

static gboolean
is_before (gconstpointer data, guint a, guint b)
{
  const Points *p = data;
  const Fraction *x = &p->points[a], *y = &p->points[b];
  MlgWide left, right;

  if (x->bottom == 0 || y->bottom == 0)
    return x->bottom != 0 && y->bottom == 0;
  left = x->top * y->bottom;
  right = y->top * x->bottom;
  return p->low ? left < right : left > right;
}

/* @unit: by what the points are divided to be shown. */
static void
set_result (MlgCount *count, MlgTallyMethod method, const Points *points, double unit)
{
  MlgTallyResult *result = &count->tally->results[method];

  result->places = g_new (guint, count->n);
  result->scores = g_new (double, count->n);
  mlg_tally_place (count->n, result->places, is_before, points);
  for (guint i = 0; i < count->n; i++)
    result->scores[i] =
        points->points[i].bottom == 0
            ? (double) NAN
            : (double) points->points[i].top / (double) points->points[i].bottom / unit;
}

static gint64
get_ties (const MlgCount *count, guint i, guint j)
{
  return i == j ? 0 : count->ties[MIN (i, j) * count->n + MAX (i, j)];
}

/* Borda, Mémoire sur les élections au scrutin, 1781: one point for each option that stands behind, and,
 * for ties, the mean of the places that they take (half a point for each that ties). When a ballot is
 * silent on what it leaves out, only what it names is compared, so that its last gets nothing: Emerson,
 * The original Borda count and partial voting, 2013. */
static void
count_borda (MlgCount *count, Fraction *points)
{
  Points p = { points, FALSE };

  for (guint i = 0; i < count->n; i++)
    {
      points[i] = (Fraction){ 0, 1 };
      for (guint j = 0; j < count->n; j++)
        points[i].top +=
            2 * (MlgWide) count->tally->pairs[i * count->n + j] + get_ties (count, i, j);
    }
  set_result (count, MLG_TALLY_BORDA, &p, 2.0 * MLG_BALLOTS_UNIT);
}

/* Brams and Fishburn, Approval Voting, 1978: how much weight approves. */
static void
count_approval (MlgCount *count, Fraction *points)
{
  Points p = { points, FALSE };

  for (guint i = 0; i < count->n; i++)
    points[i] = (Fraction){
      count->approved[i] + (gint64) mlg_ballots_get_hands (count->ballots, i) * MLG_BALLOTS_UNIT, 1
    };
  set_result (count, MLG_TALLY_APPROVAL, &p, MLG_BALLOTS_UNIT);
}

/* The mean of the scores, dots or choices; what is left out is 0, or is not counted when it is silent. */
static void
count_mean_score (MlgCount *count, Fraction *points)
{
  Points p = { points, FALSE };
  gboolean silent = count->tally->unranked == MLG_UNRANKED_SILENT;

  for (guint i = 0; i < count->n; i++)
    points[i] = (Fraction){ count->sums[i],
                            silent ? count->named[i] : mlg_ballots_get_total (count->ballots) };
  set_result (count, MLG_TALLY_MEAN, &p, MLG_BALLOTS_UNIT);
}

/* Of ranks, the mean place on the ballots: ties share the mean of the places that they take, and so do
 * those left out, behind the others; or they are not counted when they are silent. */
static void
count_mean_rank (MlgCount *count, Fraction *points)
{
  Points p = { points, TRUE };
  gboolean silent = count->tally->unranked == MLG_UNRANKED_SILENT;

  for (guint i = 0; i < count->n; i++)
    {
      gint64 weight = silent ? count->named[i] : mlg_ballots_get_total (count->ballots);

      points[i] = (Fraction){ 2 * (MlgWide) weight, weight };
      for (guint j = 0; j < count->n; j++)
        points[i].top +=
            2 * (MlgWide) count->tally->pairs[j * count->n + i] + get_ties (count, i, j);
    }
  set_result (count, MLG_TALLY_MEAN, &p, 2);
}

/**
 * mlg_tally_count_points:
 *
 * The methods that give points: Borda, approval, mean.
 */
void
mlg_tally_count_points (MlgCount *count, guint methods)
{
  g_autofree Fraction *points = g_new (Fraction, count->n);

  if ((methods & (1u << MLG_TALLY_BORDA)) != 0)
    count_borda (count, points);
  if ((methods & (1u << MLG_TALLY_APPROVAL)) != 0)
    count_approval (count, points);
  if ((methods & (1u << MLG_TALLY_MEAN)) == 0)
    return;
  if (count->tally->form == MLG_BALLOTS_RANKS)
    count_mean_rank (count, points);
  else
    count_mean_score (count, points);
}

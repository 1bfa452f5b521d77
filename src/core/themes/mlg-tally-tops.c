/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "mlg-tally-private.h"

/* The methods that count first places: plurality and instant runoff. A ballot with several options in its
 * first place gives each an equal share. */

#define ROWS_PER_LOOK 4096
#define NO_TOP        G_MAXUINT
/* How far shares are multiplied at the most to compare them without fractions. */
#define MULTIPLE_MAX 1e20

/* How much weight an option shares with so many others: [option * (n + 1) + sharers]. */
typedef struct
{
  guint n;
  gboolean ranks;  /* whether the least value is best */
  gint64 *shares;  /* (owned) */
  gboolean *alive; /* (owned) */
  guint *left;     /* (owned) the options that are alive */
  guint n_left;
  guint
      *tops; /* (owned) what each ballot puts first alone, as long as that is alive; else NO_TOP */
  MlgWide *totals; /* (owned) the shares, multiplied by @multiple */
  MlgWide multiple;
} Round;

/* Returns: what the ballot puts first of what is left, when it is one option; else NO_TOP. */
static guint
add_ballot (Round *round, const gint32 *values, gint64 weight)
{
  guint best[MLG_BALLOTS_MAX_OPTIONS];
  guint n_best = 0;
  gint32 best_key = G_MAXINT32;

  for (guint k = 0; k < round->n_left; k++)
    {
      gint32 value = values[round->left[k]];
      gint32 key;

      if (value == MLG_BALLOT_NONE)
        continue;
      key = round->ranks ? value : -value;
      if (n_best > 0 && key > best_key)
        continue;
      if (key < best_key)
        n_best = 0;
      best_key = key;
      best[n_best++] = round->left[k];
    }
  for (guint i = 0; i < n_best; i++)
    round->shares[best[i] * (round->n + 1) + n_best] += weight;
  return n_best == 1 ? best[0] : NO_TOP;
}

/* A ballot whose first option is still there says what it said in the round before. */
static void
add_row (const MlgCount *count, Round *round, guint row)
{
  gint64 weight = mlg_ballots_get_weight (count->ballots, row);
  guint top = round->tops[row];

  if (top != NO_TOP && round->alive[top])
    round->shares[top * (round->n + 1) + 1] += weight;
  else
    round->tops[row] = add_ballot (round, mlg_ballots_get_values (count->ballots, row), weight);
}

static MlgWide
find_common_divisor (MlgWide a, MlgWide b)
{
  while (b != 0)
    {
      MlgWide rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/* The least number that all counts of sharers divide. Beyond what can be multiplied, which takes dozens
 * of options in one place, shares are rounded. */
static MlgWide
find_multiple (const Round *round)
{
  MlgWide multiple = 1;

  for (guint k = 2; k <= round->n; k++)
    {
      gboolean used = FALSE;

      for (guint i = 0; i < round->n && !used; i++)
        used = round->shares[i * (round->n + 1) + k] != 0;
      if (!used)
        continue;
      if ((double) (multiple / find_common_divisor (multiple, k) * k) > MULTIPLE_MAX)
        break;
      multiple = multiple / find_common_divisor (multiple, k) * k;
    }
  return multiple;
}

static void
add_up (const MlgCount *count, Round *round)
{
  round->multiple = find_multiple (round);
  for (guint i = 0; i < round->n; i++)
    {
      round->totals[i] = 0;
      for (guint k = 1; k <= round->n; k++)
        round->totals[i] += round->shares[i * (round->n + 1) + k] * round->multiple / k;
      if (mlg_ballots_is_single (count->ballots))
        round->totals[i] += (MlgWide) mlg_ballots_get_hands (count->ballots, i) * MLG_BALLOTS_UNIT
                            * round->multiple;
    }
}

static gboolean
count_round (const MlgCount *count, Round *round, GError **error)
{
  round->n_left = 0;
  for (guint i = 0; i < round->n; i++)
    if (round->alive[i])
      round->left[round->n_left++] = i;
  for (guint i = 0; i < round->n * (round->n + 1); i++)
    round->shares[i] = 0;
  for (guint row = 0; row < mlg_ballots_get_n_rows (count->ballots); row++)
    {
      if (row % ROWS_PER_LOOK == 0
          && g_cancellable_set_error_if_cancelled (count->cancellable, error))
        return FALSE;
      add_row (count, round, row);
    }
  add_up (count, round);
  return TRUE;
}

static double *
read_totals (const Round *round)
{
  double *totals = g_new (double, round->n);

  for (guint i = 0; i < round->n; i++)
    totals[i] = round->alive[i]
                    ? (double) round->totals[i] / (double) round->multiple / MLG_BALLOTS_UNIT
                    : (double) NAN;
  return totals;
}

static gboolean
has_more (gconstpointer data, guint a, guint b)
{
  const Round *round = data;

  return round->totals[a] > round->totals[b];
}

static void
keep_plurality (MlgTally *tally, const Round *round)
{
  MlgTallyResult *result = &tally->results[MLG_TALLY_PLURALITY];

  result->places = g_new (guint, round->n);
  result->scores = read_totals (round);
  mlg_tally_place (round->n, result->places, has_more, round);
}

/* Takes out those that have least. Returns: how many are left. */
static guint
take_out_least (Round *round, guint *places, guint n_alive)
{
  MlgWide least = 0;
  gboolean known = FALSE;
  guint n_out = 0;

  for (guint i = 0; i < round->n; i++)
    if (round->alive[i] && (!known || round->totals[i] < least))
      {
        least = round->totals[i];
        known = TRUE;
      }
  for (guint i = 0; i < round->n; i++)
    n_out += round->alive[i] && round->totals[i] == least;
  for (guint i = 0; i < round->n; i++)
    if (round->alive[i] && round->totals[i] == least)
      {
        places[i] = n_alive - n_out + 1;
        round->alive[i] = FALSE;
      }
  return n_alive - n_out;
}

/* Ware's application of the single transferable vote to one seat, 1871 (instant runoff): the option with
 * the fewest first places is out, and its ballots go to what they name next. Options that have the same
 * least number are out together: no lot is drawn. */
static gboolean
run_off (MlgCount *count, Round *round, GError **error)
{
  MlgTally *tally = count->tally;
  MlgTallyResult *result = &tally->results[MLG_TALLY_INSTANT_RUNOFF];
  guint n_alive = round->n;

  result->places = g_new0 (guint, round->n);
  tally->rounds = g_ptr_array_new_with_free_func (g_free);
  for (;;)
    {
      g_ptr_array_add (tally->rounds, read_totals (round));
      n_alive = take_out_least (round, result->places, n_alive);
      if (n_alive == 0)
        return TRUE;
      if (!count_round (count, round, error))
        return FALSE;
    }
}

/**
 * mlg_tally_count_tops:
 *
 * The methods that count first places: plurality, then, round by round, instant runoff.
 */
gboolean
mlg_tally_count_tops (MlgCount *count, guint methods, GError **error)
{
  guint n = count->n;
  g_autofree gint64 *shares = g_new0 (gint64, (gsize) n * (n + 1));
  g_autofree gboolean *alive = g_new (gboolean, n);
  g_autofree guint *left = g_new (guint, n);
  guint n_rows = mlg_ballots_get_n_rows (count->ballots);
  g_autofree guint *tops = g_new (guint, n_rows);
  g_autofree MlgWide *totals = g_new0 (MlgWide, n);
  Round round = { .n = n,
                  .ranks = mlg_ballots_get_form (count->ballots) == MLG_BALLOTS_RANKS,
                  .shares = shares,
                  .alive = alive,
                  .left = left,
                  .tops = tops,
                  .totals = totals,
                  .multiple = 1 };

  for (guint i = 0; i < n; i++)
    alive[i] = TRUE;
  for (guint row = 0; row < n_rows; row++)
    tops[row] = NO_TOP;
  if ((methods & (1u << MLG_TALLY_PLURALITY | 1u << MLG_TALLY_INSTANT_RUNOFF)) == 0)
    return TRUE;
  if (!count_round (count, &round, error))
    return FALSE;
  if ((methods & (1u << MLG_TALLY_PLURALITY)) != 0)
    keep_plurality (count->tally, &round);
  return (methods & (1u << MLG_TALLY_INSTANT_RUNOFF)) == 0 || n == 0
         || run_off (count, &round, error);
}

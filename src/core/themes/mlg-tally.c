/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "mlg-tally-private.h"

/* Between two looks at whether the count was called off. */
#define ROWS_PER_LOOK 4096
/* A score approves from here, in thousandths: the upper half of 0 to 5. */
#define APPROVING_SCORE 3000

/* As numbers of which a smaller one is better, the last for none. */
static void
read_keys (const MlgCount *count, const gint32 *values, gint32 *keys)
{
  gboolean ranks = mlg_ballots_get_form (count->ballots) == MLG_BALLOTS_RANKS;

  for (guint i = 0; i < count->n; i++)
    keys[i] = values[i] == MLG_BALLOT_NONE ? G_MAXINT32 : ranks ? values[i] : -values[i];
}

/* The pairwise comparisons of one ballot. Without branches, which no processor could foresee here. */
static void
add_pairs (MlgCount *count, const gint32 *keys, gint64 weight)
{
  guint n = count->n;
  /* The key of what the ballot is not compared by; no key is the least one. */
  gint32 nothing = count->tally->unranked == MLG_UNRANKED_SILENT ? G_MAXINT32 : G_MININT32;

  for (guint i = 0; i < n; i++)
    {
      gint64 *ahead = count->tally->pairs + (gsize) i * n;
      gint64 *ties = count->ties + (gsize) i * n;
      gint64 told = keys[i] != nothing ? weight : 0;

      for (guint j = 0; j < n; j++)
        {
          gint64 counted = told & -(gint64) (keys[j] != nothing);

          ahead[j] += counted & -(gint64) (keys[i] < keys[j]);
          ties[j] += counted & -(gint64) (keys[i] == keys[j]);
        }
    }
}

static gboolean
approves (const MlgCount *count, gint32 value)
{
  switch (mlg_ballots_get_form (count->ballots))
    {
    case MLG_BALLOTS_SCORES:
      return value >= APPROVING_SCORE;
    case MLG_BALLOTS_CHOICES:
    case MLG_BALLOTS_DOTS:
      return value > 0;
    case MLG_BALLOTS_RANKS:
    default:
      return TRUE;
    }
}

static void
add_values (MlgCount *count, const gint32 *values, gint64 weight)
{
  for (guint i = 0; i < count->n; i++)
    if (values[i] != MLG_BALLOT_NONE)
      {
        count->named[i] += weight;
        count->sums[i] += (MlgWide) weight * values[i];
        if (approves (count, values[i]))
          count->approved[i] += weight;
      }
}

static gboolean
read_ballots (MlgCount *count, GError **error)
{
  g_autofree gint32 *keys = g_new (gint32, count->n);

  for (guint row = 0; row < mlg_ballots_get_n_rows (count->ballots); row++)
    {
      const gint32 *values = mlg_ballots_get_values (count->ballots, row);
      gint64 weight = mlg_ballots_get_weight (count->ballots, row);

      if (row % ROWS_PER_LOOK == 0
          && g_cancellable_set_error_if_cancelled (count->cancellable, error))
        return FALSE;
      read_keys (count, values, keys);
      add_pairs (count, keys, weight);
      add_values (count, values, weight);
    }
  return TRUE;
}

/* Condorcet, Essai sur l'application de l'analyse, 1785: who beats each other one by one. */
static int
find_condorcet (const MlgTally *tally)
{
  guint n = tally->n;

  for (guint i = 0; i < n; i++)
    {
      gboolean beats = TRUE;

      for (guint j = 0; j < n && beats; j++)
        beats = i == j || tally->pairs[i * n + j] > tally->pairs[j * n + i];
      if (beats)
        return (int) i;
    }
  return -1;
}

/**
 * mlg_tally_place:
 * @places: (out): the place of each option, from 1
 * @is_before: whether @a comes before @b: a weak order
 *
 * Gives each option the place after all that come before it; those that tie share theirs.
 */
void
mlg_tally_place (guint n,
                 guint *places,
                 gboolean (*is_before) (gconstpointer data, guint a, guint b),
                 gconstpointer data)
{
  for (guint i = 0; i < n; i++)
    {
      places[i] = 1;
      for (guint j = 0; j < n; j++)
        if (is_before (data, j, i))
          places[i]++;
    }
}

/**
 * mlg_tally_place_levels:
 * @places: (out): the place of each option, from 1
 * @beats: [a * n + b]: whether @a comes before @b: a partial order
 *
 * Places those first that nobody beats, then those that nobody who is left beats, and so on: what is not
 * ordered and found together is tied.
 */
void
mlg_tally_place_levels (guint n, guint *places, const gboolean *beats)
{
  guint n_placed = 0;

  for (guint i = 0; i < n; i++)
    places[i] = 0;
  while (n_placed < n)
    {
      guint place = n_placed + 1;

      for (guint i = 0; i < n; i++)
        {
          gboolean beaten = places[i] != 0;

          for (guint j = 0; j < n && !beaten; j++)
            beaten = (places[j] == 0 || places[j] == place) && beats[j * n + i];
          if (beaten)
            continue;
          places[i] = place;
          n_placed++;
        }
      g_assert (n_placed >= place);
    }
}

static MlgTally *
make_tally (const MlgBallots *ballots, MlgUnranked unranked)
{
  MlgTally *tally = g_new0 (MlgTally, 1);

  tally->n = mlg_ballots_get_n_options (ballots);
  tally->options = g_strdupv ((GStrv) mlg_ballots_get_options (ballots));
  tally->form = mlg_ballots_get_form (ballots);
  tally->unranked = unranked;
  tally->ballots = mlg_ballots_get_n_voters (ballots);
  tally->weight = (double) mlg_ballots_get_total (ballots) / MLG_BALLOTS_UNIT;
  tally->pairs = g_new0 (gint64, (gsize) tally->n * tally->n);
  for (guint i = 0; i < tally->n; i++)
    tally->hands += mlg_ballots_get_hands (ballots, i);
  return tally;
}

static gboolean
run (MlgCount *count, guint methods, GError **error)
{
  if (!read_ballots (count, error))
    return FALSE;
  count->tally->condorcet = find_condorcet (count->tally);
  mlg_tally_count_points (count, methods);
  if ((methods & (1u << MLG_TALLY_SCHULZE_WINNING)) != 0)
    mlg_tally_schulze (count->tally, FALSE);
  if ((methods & (1u << MLG_TALLY_SCHULZE_MARGINS)) != 0)
    mlg_tally_schulze (count->tally, TRUE);
  if ((methods & (1u << MLG_TALLY_RANKED_PAIRS)) != 0)
    mlg_tally_ranked_pairs (count->tally);
  return mlg_tally_count_tops (count, methods, error);
}

/**
 * mlg_tally_run:
 * @methods: 1 << #MlgTallyMethod for each that is asked, or %MLG_TALLY_ALL_METHODS
 *
 * Counts ballots. The time grows with the ballots, and with the square (the cube for the last steps) of
 * the options; everything is counted in whole thousandths, so that a tie is one. In any thread.
 *
 * Returns: (transfer full): the count; %NULL with @error set when it was called off
 */
MlgTally *
mlg_tally_run (const MlgBallots *ballots,
               MlgUnranked unranked,
               guint methods,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (MlgTally) tally = make_tally (ballots, unranked);
  guint n = tally->n;
  g_autofree gint64 *ties = g_new0 (gint64, (gsize) n * n);
  g_autofree gint64 *named = g_new0 (gint64, n);
  g_autofree gint64 *approved = g_new0 (gint64, n);
  g_autofree MlgWide *sums = g_new0 (MlgWide, n);
  MlgCount count = { ballots, tally, n, ties, named, approved, sums, cancellable };

  return run (&count, methods, error) ? g_steal_pointer (&tally) : NULL;
}

/**
 * mlg_tally_free:
 * @tally: (transfer full) (nullable)
 */
void
mlg_tally_free (MlgTally *tally)
{
  if (tally == NULL)
    return;
  g_strfreev (tally->options);
  g_free (tally->pairs);
  g_free (tally->paths);
  g_clear_pointer (&tally->majorities, g_array_unref);
  g_clear_pointer (&tally->rounds, g_ptr_array_unref);
  for (guint i = 0; i < MLG_N_TALLY_METHODS; i++)
    {
      g_free (tally->results[i].places);
      g_free (tally->results[i].scores);
    }
  g_free (tally);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-private.h"

/* The methods that look at pairs of options only. */

/* Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method, 2011: the strength of a path is that of its weakest link, and an option comes before
 * another when its strongest path to it is stronger than the one back. A link is a majority; it weighs
 * the votes of the winning side, or the margin. */
static gint64 *
find_paths (const MlgTally *tally, gboolean margins)
{
  guint n = tally->n;
  gint64 *paths = g_new0 (gint64, (gsize) n * n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (tally->pairs[i * n + j] > tally->pairs[j * n + i])
        paths[i * n + j] = tally->pairs[i * n + j] - (margins ? tally->pairs[j * n + i] : 0);
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        if (i != j && i != k && j != k)
          paths[i * n + j] = MAX (paths[i * n + j], MIN (paths[i * n + k], paths[k * n + j]));
  return paths;
}

/**
 * mlg_tally_schulze:
 * @margins: whether a link weighs its margin, and not the votes of the winning side
 */
void
mlg_tally_schulze (MlgTally *tally, gboolean margins)
{
  guint n = tally->n;
  gint64 *paths = find_paths (tally, margins);
  g_autofree gboolean *beats = g_new (gboolean, (gsize) n * n);
  MlgTallyResult *result =
      &tally->results[margins ? MLG_TALLY_SCHULZE_MARGINS : MLG_TALLY_SCHULZE_WINNING];

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      beats[i * n + j] = i != j && paths[i * n + j] > paths[j * n + i];
  result->places = g_new (guint, n);
  mlg_tally_place_levels (n, result->places, beats);
  if (margins)
    g_free (paths);
  else
    tally->paths = paths;
}

/* Stronger first: more votes for, then fewer against. */
static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer data)
{
  const MlgTally *tally = data;
  const MlgTallyPair *x = a, *y = b;
  gint64 for_x = tally->pairs[x->winner * tally->n + x->loser];
  gint64 for_y = tally->pairs[y->winner * tally->n + y->loser];
  gint64 against_x = tally->pairs[x->loser * tally->n + x->winner];
  gint64 against_y = tally->pairs[y->loser * tally->n + y->winner];

  if (for_x != for_y)
    return for_x > for_y ? -1 : 1;
  return against_x == against_y ? 0 : against_x < against_y ? -1 : 1;
}

static GArray *
list_majorities (MlgTally *tally)
{
  guint n = tally->n;
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (MlgTallyPair));

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (tally->pairs[i * n + j] > tally->pairs[j * n + i])
        {
          MlgTallyPair pair = { i, j, FALSE };

          g_array_append_val (pairs, pair);
        }
  g_array_sort_with_data (pairs, compare_pairs, tally);
  return pairs;
}

/* Whether one can go from @from to @to by the edges. */
static gboolean
is_reached (guint n, const gboolean *edges, guint from, guint to)
{
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  g_autofree guint *stack = g_new (guint, n);
  guint n_stack = 0;

  stack[n_stack++] = from;
  seen[from] = TRUE;
  while (n_stack > 0)
    {
      guint at = stack[--n_stack];

      if (at == to)
        return TRUE;
      for (guint i = 0; i < n; i++)
        if (edges[at * n + i] && !seen[i])
          {
            seen[i] = TRUE;
            stack[n_stack++] = i;
          }
    }
  return FALSE;
}

/* Keeps the majorities of one strength, but those that stand in a circle with kept ones and with each
 * other: no one of equals is preferred. */
static void
keep_equals (MlgTally *tally, gboolean *edges, guint from, guint to)
{
  guint n = tally->n;
  MlgTallyPair *pairs = (MlgTallyPair *) (void *) tally->majorities->data;

  for (guint i = from; i < to; i++)
    edges[pairs[i].winner * n + pairs[i].loser] = TRUE;
  for (guint i = from; i < to; i++)
    pairs[i].kept = !is_reached (n, edges, pairs[i].loser, pairs[i].winner);
  for (guint i = from; i < to; i++)
    edges[pairs[i].winner * n + pairs[i].loser] = pairs[i].kept;
}

/* What a kept majority says of two, those between them included. */
static void
close_edges (guint n, gboolean *edges)
{
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; edges[i * n + k] && j < n; j++)
        if (edges[k * n + j])
          edges[i * n + j] = TRUE;
}

/**
 * mlg_tally_ranked_pairs:
 *
 * Tideman, Independence of clones as a criterion for voting rules, 1987: majorities are kept one after
 * the other, the strongest first, but those that would close a circle. The strength is the votes for,
 * then the fewer votes against; majorities of one strength are looked at together, and those of them that
 * close a circle are all set aside, so that no order of the options on paper decides.
 */
void
mlg_tally_ranked_pairs (MlgTally *tally)
{
  guint n = tally->n;
  g_autofree gboolean *edges = g_new0 (gboolean, (gsize) n * n);
  MlgTallyResult *result = &tally->results[MLG_TALLY_RANKED_PAIRS];

  tally->majorities = list_majorities (tally);
  for (guint i = 0, end; i < tally->majorities->len; i = end)
    {
      MlgTallyPair *pairs = (MlgTallyPair *) (void *) tally->majorities->data;

      for (end = i + 1;
           end < tally->majorities->len && compare_pairs (&pairs[i], &pairs[end], tally) == 0;
           end++)
        ;
      keep_equals (tally, edges, i, end);
    }
  close_edges (n, edges);
  result->places = g_new (guint, n);
  mlg_tally_place_levels (n, result->places, edges);
}

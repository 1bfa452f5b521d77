/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-tally-groups.h"

/* What a count says, in sentences. */

/**
 * mlg_tally_get_pair:
 *
 * Returns: the weight of the ballots that put @i before @j
 */
double
mlg_tally_get_pair (const MlgTally *tally, guint i, guint j)
{
  return (double) tally->pairs[i * tally->n + j] / MLG_BALLOTS_UNIT;
}

/**
 * mlg_tally_list_levels:
 *
 * Returns: (transfer full) (element-type GArray): the options (guint) of each place, first place first;
 *   those of one place tie
 */
GPtrArray *
mlg_tally_list_levels (const MlgTally *tally, MlgTallyMethod method)
{
  GPtrArray *levels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  const guint *places = tally->results[method].places;

  for (guint place = 1; places != NULL && place <= tally->n; place++)
    {
      GArray *level = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < tally->n; i++)
        if (places[i] == place)
          g_array_append_val (level, i);
      if (level->len > 0)
        g_ptr_array_add (levels, level);
      else
        g_array_unref (level);
    }
  return levels;
}

static char *
join_level (const MlgTally *tally, GArray *level, const char *between)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < level->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? between : "",
                            tally->options[g_array_index (level, guint, i)]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mlg_tally_format_ranking:
 *
 * Returns: (transfer full): "A > B = C > D"
 */
char *
mlg_tally_format_ranking (const MlgTally *tally, MlgTallyMethod method)
{
  g_autoptr (GPtrArray) levels = mlg_tally_list_levels (tally, method);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < levels->len; i++)
    {
      g_autofree char *level = join_level (tally, levels->pdata[i], " = ");

      g_string_append_printf (text, "%s%s", i > 0 ? " > " : "", level);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mlg_tally_group_format_ranking:
 *
 * Returns: (transfer full): "A > B = C > D"; why there is none when the group is hidden, itself too small or shown with one that is, or when its answers
 *   weigh nothing, which would put all options on the same place
 */
char *
mlg_tally_group_format_ranking (const MlgTallyGroup *group, MlgTallyMethod method)
{
  if (group->tally == NULL)
    return g_strdup (_ ("hidden: too few anonymous answers to be told apart"));
  if (!(group->tally->weight > 0))
    return g_strdup (_ ("no ranking: these answers have no weight"));
  return mlg_tally_format_ranking (group->tally, method);
}

/**
 * mlg_tally_has_same_winners:
 *
 * Returns: whether two counts of the same options put the same ones first
 */
gboolean
mlg_tally_has_same_winners (const MlgTally *a,
                            MlgTallyMethod a_method,
                            const MlgTally *b,
                            MlgTallyMethod b_method)
{
  for (guint i = 0; i < a->n; i++)
    if ((a->results[a_method].places[i] == 1) != (b->results[b_method].places[i] == 1))
      return FALSE;
  return TRUE;
}

static char *
name_winners (const MlgTally *tally, MlgTallyMethod method)
{
  g_autoptr (GPtrArray) levels = mlg_tally_list_levels (tally, method);

  return levels->len > 0 ? join_level (tally, levels->pdata[0], " = ") : g_strdup ("");
}

/* Whether a method was asked and says something on the ballots: to be ranked is hardly to be approved. */
static gboolean
is_told (const MlgTally *tally, guint method)
{
  return tally->results[method].places != NULL
         && (method != MLG_TALLY_APPROVAL || tally->form != MLG_BALLOTS_RANKS);
}

/* The methods that put the same ones first as @m, from @m on; @told: gets which they are. */
static char *
list_methods (const MlgTally *tally, guint m, gboolean *told)
{
  GString *text = g_string_new (mlg_tally_method_get_title (m));

  for (guint other = m + 1; other < MLG_N_TALLY_METHODS; other++)
    if (is_told (tally, other) && mlg_tally_has_same_winners (tally, m, tally, other))
      {
        told[other] = TRUE;
        g_string_append_printf (text, ", %s", mlg_tally_method_get_title (other));
      }
  return g_string_free (text, FALSE);
}

/* "A by Schulze, Borda count; B by Plurality" */
static char *
list_winners (const MlgTally *tally)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean told[MLG_N_TALLY_METHODS] = { FALSE };

  for (guint m = 0; m < MLG_N_TALLY_METHODS; m++)
    {
      g_autofree char *winners = NULL;
      g_autofree char *methods = NULL;

      if (!is_told (tally, m) || told[m])
        continue;
      winners = name_winners (tally, m);
      methods = list_methods (tally, m, told);
      if (text->len > 0)
        g_string_append (text, C_ ("between results", "; "));
      /* Translators: what comes first, then by which methods: "Paper by Borda count, Plurality". */
      g_string_append_printf (text, _ ("%s by %s"), winners, methods);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
find_first_method (const MlgTally *tally)
{
  for (guint m = 0; m < MLG_N_TALLY_METHODS; m++)
    if (is_told (tally, m))
      return (int) m;
  return -1;
}

static gboolean
is_agreed (const MlgTally *tally, guint first)
{
  for (guint m = first + 1; m < MLG_N_TALLY_METHODS; m++)
    if (is_told (tally, m) && !mlg_tally_has_same_winners (tally, first, tally, m))
      return FALSE;
  return TRUE;
}

/* Whether some option beats or ties each other one: else majorities go round in a circle at the top. */
static gboolean
has_unbeaten (const MlgTally *tally)
{
  for (guint i = 0; i < tally->n; i++)
    {
      gboolean beaten = FALSE;

      for (guint j = 0; j < tally->n && !beaten; j++)
        beaten = tally->pairs[j * tally->n + i] > tally->pairs[i * tally->n + j];
      if (!beaten)
        return TRUE;
    }
  return FALSE;
}

static const char *
explain_no_condorcet (const MlgTally *tally)
{
  return has_unbeaten (tally)
             ? _ ("No option beats each other one: some are tied when compared two by two.")
             : _ (
                 "No option beats each other one: majorities go round in a circle, and each method "
                 "breaks it in its own way.");
}

static char *
explain_agreement (const MlgTally *tally, const char *winners)
{
  if (tally->condorcet < 0)
    return g_strdup_printf (
        _ ("The result does not depend on the method: %s comes first by all. %s"), winners,
        explain_no_condorcet (tally));
  if (tally->results[find_first_method (tally)].places[tally->condorcet] == 1)
    return g_strdup_printf (
        _ ("The result does not depend on the method: %s comes first by all, and "
           "beats each other option when they are compared two by two."),
        winners);
  return g_strdup_printf (
      _ ("The result does not depend on the method: %s comes first by all that were "
         "asked, though %s beats each other option when they are compared two by "
         "two."),
      winners, tally->options[tally->condorcet]);
}

static char *
explain_disagreement (const MlgTally *tally)
{
  g_autofree char *winners = list_winners (tally);

  if (tally->condorcet < 0)
    return g_strdup_printf (_ ("The result depends on the method: %s. %s"), winners,
                            explain_no_condorcet (tally));
  return g_strdup_printf (
      _ ("The result depends on the method: %s. %s beats each other option when they "
         "are compared two by two; the methods that put another first count first "
         "places, points or approvals, and not majorities."),
      winners, tally->options[tally->condorcet]);
}

/**
 * mlg_tally_explain_methods:
 *
 * Returns: (transfer full): whether the result depends on the method, and why, in a sentence or two
 */
char *
mlg_tally_explain_methods (const MlgTally *tally)
{
  int first = find_first_method (tally);
  g_autofree char *winners = NULL;

  if (tally->n == 0 || first < 0 || (!(tally->weight > 0) && tally->hands == 0))
    return g_strdup (_ ("There is nothing to count yet."));
  if (!is_agreed (tally, (guint) first))
    return explain_disagreement (tally);
  winners = name_winners (tally, (MlgTallyMethod) first);
  return explain_agreement (tally, winners);
}

/**
 * mlg_tally_explain_groups:
 * @tally: the whole
 * @groups: (element-type MlgTallyGroup): its groups, of one split
 * @method: by which method, that was asked of both
 *
 * Returns: (transfer full) (nullable): whether the result depends on the group, and how; %NULL when fewer
 *   than two groups are shown
 */
char *
mlg_tally_explain_groups (const MlgTally *tally, GPtrArray *groups, MlgTallyMethod method)
{
  g_autoptr (GString) others = g_string_new (NULL);
  g_autofree char *winners = name_winners (tally, method);
  guint n_shown = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const MlgTallyGroup *group = groups->pdata[i];
      gboolean told = group->tally != NULL && group->tally->weight > 0;
      g_autofree char *own = told ? name_winners (group->tally, method) : NULL;

      if (own == NULL)
        continue;
      n_shown++;
      if (!mlg_tally_has_same_winners (tally, method, group->tally, method))
        g_string_append_printf (others, "%s%s (%s)", others->len > 0 ? ", " : "", own,
                                group->label);
    }
  if (n_shown < 2)
    return NULL;
  if (others->len == 0)
    return g_strdup_printf (_ ("The result does not depend on the group: each puts %s first."),
                            winners);
  return g_strdup_printf (
      /* Translators: what comes first, then what some groups put first: "B (Communes), C (Regions)". */
      _ ("The result depends on the group: all together put %s first, but some put another first: "
         "%s."),
      winners, others->str);
}

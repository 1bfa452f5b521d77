/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-groups.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
} splits[] = {
  [MLG_SPLIT_ROLE] = { "role", N_ ("Elected representatives and staff") },
  [MLG_SPLIT_CATEGORY] = { "category", N_ ("Kind of body") },
  [MLG_SPLIT_SIZE] = { "size", N_ ("Size") },
  [MLG_SPLIT_DEPARTEMENT] = { "departement", N_ ("Département") },
};

/**
 * mlg_ballot_split_get_name:
 *
 * Returns: the name in commands and JSON
 */
const char *
mlg_ballot_split_get_name (MlgBallotSplit split)
{
  return splits[split].name;
}

/**
 * mlg_ballot_split_get_title:
 *
 * Returns: what people read
 */
const char *
mlg_ballot_split_get_title (MlgBallotSplit split)
{
  return _ (splits[split].title);
}

/**
 * mlg_tally_group_free:
 * @group: (transfer full)
 */
void
mlg_tally_group_free (MlgTallyGroup *group)
{
  g_free (group->label);
  mlg_tally_free (group->tally);
  g_free (group);
}

static guint64
count_voters (const MlgBallots *ballots, MlgBallotSplit split, const char *label)
{
  guint64 n = 0;

  for (guint i = 0; i < mlg_ballots_get_n_rows (ballots); i++)
    if (g_strcmp0 (mlg_ballots_get_label (ballots, i, split), label) == 0)
      n += mlg_ballots_get_voters (ballots, i);
  return n;
}

/* Which groups are too small; and when what is hidden, those of no known group included, could be found
 * as what is left of the whole, the smallest that is shown is hidden too. */
static gboolean *
choose_hidden (const guint64 *sizes, guint n, guint64 unknown)
{
  gboolean *hidden = g_new0 (gboolean, n);
  guint64 n_hidden = unknown;

  for (guint i = 0; i < n; i++)
    if (sizes[i] < MLG_TALLY_SMALLEST_GROUP)
      {
        hidden[i] = TRUE;
        n_hidden += sizes[i];
      }
  while (n_hidden > 0 && n_hidden < MLG_TALLY_SMALLEST_GROUP)
    {
      int smallest = -1;

      for (guint i = 0; i < n; i++)
        if (!hidden[i] && (smallest < 0 || sizes[i] < sizes[smallest]))
          smallest = (int) i;
      if (smallest < 0)
        break;
      hidden[smallest] = TRUE;
      n_hidden += sizes[smallest];
    }
  return hidden;
}

/**
 * mlg_tally_split:
 * @anonymous: whether groups below %MLG_TALLY_SMALLEST_GROUP are hidden
 *
 * Counts each group apart. In any thread.
 *
 * Returns: (transfer full) (element-type MlgTallyGroup): the groups in the order of their names, the
 *   hidden ones too; empty when nothing is known of them; %NULL with @error set
 */
GPtrArray *
mlg_tally_split (const MlgBallots *ballots,
                 MlgBallotSplit split,
                 MlgUnranked unranked,
                 guint methods,
                 gboolean anonymous,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GPtrArray) groups =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_tally_group_free);
  g_autoptr (GPtrArray) labels = mlg_ballots_list_labels (ballots, split);
  g_autofree guint64 *sizes = g_new0 (guint64, labels->len);
  g_autofree gboolean *hidden = NULL;

  for (guint i = 0; i < labels->len; i++)
    sizes[i] = count_voters (ballots, split, labels->pdata[i]);
  hidden = choose_hidden (sizes, labels->len, count_voters (ballots, split, NULL));
  for (guint i = 0; i < labels->len; i++)
    {
      MlgTallyGroup *group = g_new0 (MlgTallyGroup, 1);
      g_autoptr (MlgBallots) own = NULL;

      group->split = split;
      group->label = g_strdup (labels->pdata[i]);
      g_ptr_array_add (groups, group);
      if (anonymous && hidden[i])
        continue;
      own = mlg_ballots_pick (ballots, split, group->label, error);
      if (own == NULL)
        return NULL;
      group->ballots = sizes[i];
      group->tally = mlg_tally_run (own, unranked, methods, cancellable, error);
      if (group->tally == NULL)
        return NULL;
    }
  return g_steal_pointer (&groups);
}

/* Anonymous answers are not told by a number that is small. */
static char *
explain_ungrouped (MlgBallotSplit split, guint n, gboolean anonymous)
{
  const char *title = mlg_ballot_split_get_title (split);

  if (anonymous && n < MLG_TALLY_SMALLEST_GROUP)
    /* Translators: by what groups are made: "Size". */
    return g_strdup_printf (
        _ ("%s: fewer than five answers are in no group, because it is not known of "
           "them; they count in the whole only"),
        title);
  return g_strdup_printf (
      /* Translators: by what groups are made ("Size"), and a number. */
      ngettext ("%s: %'u answer is in no group, because it is not known of it; it counts in the "
                "whole only",
                "%s: %'u answers are in no group, because it is not known of them; they count in "
                "the whole only",
                n),
      title, n);
}

/**
 * mlg_tally_note_ungrouped:
 * @anonymous: as for mlg_tally_split()
 * @issues: gets a note when some answers are in no group of a split that has groups
 *
 * Says of whom nothing is known that a group is made by. In any thread.
 */
void
mlg_tally_note_ungrouped (const MlgBallots *ballots,
                          MlgBallotSplit split,
                          gboolean anonymous,
                          MlgIssueList *issues)
{
  g_autoptr (GPtrArray) labels = mlg_ballots_list_labels (ballots, split);
  guint64 n = labels->len > 0 ? count_voters (ballots, split, NULL) : 0;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = explain_ungrouped (split, (guint) MIN (n, G_MAXUINT), anonymous);
  mlg_issue_list_add (issues, MLG_SEVERITY_NOTE, NULL, 0, 0, "%s", text);
}

/**
 * mlg_tally_pick_split:
 * @groups: (element-type MlgTallyGroup): of all splits
 *
 * Returns: (transfer container) (element-type MlgTallyGroup): those of one split
 */
GPtrArray *
mlg_tally_pick_split (GPtrArray *groups, MlgBallotSplit split)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < groups->len; i++)
    if (((MlgTallyGroup *) groups->pdata[i])->split == split)
      g_ptr_array_add (picked, groups->pdata[i]);
  return picked;
}

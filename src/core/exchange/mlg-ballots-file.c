/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-ballots-file.h"

#include "mlg-table-reader.h"

static gboolean
has_ending (const char *name, const char *const *endings)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (lower, *endings))
      return TRUE;
  return FALSE;
}

/**
 * mlg_ballots_is_cef_name:
 *
 * Returns: whether a file is in the Condorcet Election Format, by its name
 */
gboolean
mlg_ballots_is_cef_name (const char *name)
{
  return has_ending (name, (const char *const[]){ ".cvotes", ".cef", NULL });
}

/**
 * mlg_ballots_is_file_name:
 *
 * Returns: whether this is the name of a file of ballots
 */
gboolean
mlg_ballots_is_file_name (const char *name)
{
  return mlg_ballots_is_cef_name (name)
         || has_ending (name, (const char *const[]){ ".csv", ".tsv", ".txt", NULL });
}

/**
 * mlg_ballots_read:
 * @path: a file in the Condorcet Election Format (.cvotes), or a table
 * @form: what the cells of a table say
 * @unranked: (inout): what the file says of what is left out, if it does
 * @issues: gets the ballots that were left aside
 *
 * Returns: (transfer full): the ballots; %NULL with @error set
 */
MlgBallots *
mlg_ballots_read (const char *path,
                  MlgBallotForm form,
                  MlgUnranked *unranked,
                  MlgIssueList *issues,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes =
      mlg_exchange_load (file, mlg_table_default_limits.bytes, cancellable, error);

  if (bytes == NULL)
    return NULL;
  if (mlg_ballots_is_cef_name (name))
    return mlg_ballots_read_cef (bytes, name, unranked, issues, error);
  return mlg_ballots_read_table (bytes, name, form, issues, error);
}

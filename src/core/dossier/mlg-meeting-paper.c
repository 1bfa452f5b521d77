/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-paper.h"

#include "document/mlg-xml.h"
#include "library/mlg-adapted-paper.h"
#include "meetings/mlg-meeting-context.h"
#include "template/mlg-fill.h"

/* The papers of a meeting: templates filled with what the records say of it. */

/**
 * mlg_meeting_paper_list:
 *
 * Returns: (transfer none): the names of the papers that a meeting has, ended by %NULL
 */
const char *const *
mlg_meeting_paper_list (void)
{
  static const char *const papers[] = { "convocation", "agenda", "attendance", "minutes", NULL };

  return papers;
}

/**
 * mlg_meeting_paper_find_usual:
 *
 * Returns: the paper that a meeting calls for in its state: its agenda before, its minutes after; %NULL
 *   with @error set
 */
const char *
mlg_meeting_paper_find_usual (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autofree char *state = NULL;

  if (!mlg_connection_get_text (db, &state, error, "SELECT state FROM meeting WHERE id=?1", "i",
                                meeting))
    return NULL;
  return g_strcmp0 (state, "held") == 0 || g_strcmp0 (state, "approved") == 0
                 || g_strcmp0 (state, "locked") == 0
             ? "minutes"
             : "agenda";
}

/**
 * mlg_meeting_paper_fill:
 * @paper: one of mlg_meeting_paper_list()
 * @missing: (out) (transfer full): the labels of required fields for which the records have nothing
 * @issues: gets what was found odd in the template or in the values
 *
 * Returns: (transfer full): the paper, gaps where something is missing; %NULL with @error set
 */
MlgDocument *
mlg_meeting_paper_fill (MlgConnection *db,
                        gint64 meeting,
                        const char *paper,
                        GStrv *missing,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (xmlDoc) context = mlg_meeting_make_context (db, meeting, error);
  g_autoptr (MlgTemplate) template =
      context != NULL ? mlg_adapted_paper_read (db, paper, issues, cancellable, error) : NULL;
  g_autoptr (MlgAnswers) answers = NULL;

  if (template == NULL)
    return NULL;
  answers = mlg_answers_new (template);
  mlg_answers_take_records (answers, context, issues);
  *missing = mlg_fill_list_missing (template, answers);
  return mlg_fill (template, answers, NULL, MLG_FILL_ALL_PIECES, issues, cancellable, error);
}

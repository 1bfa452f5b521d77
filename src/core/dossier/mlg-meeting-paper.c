/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-paper.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-xml.h"
#include "library/mlg-adapted-paper.h"
#include "meetings/mlg-meeting-context.h"
#include "meetings/mlg-meeting-xml.h"
#include "meetings/mlg-minutes-version.h"
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
  static const char *const papers[] = { "convocation", "agenda",      "attendance",
                                        "minutes",     "certificate", NULL };

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

static MlgDocument *
fill (MlgConnection *db,
      xmlDoc *context,
      const char *paper,
      GStrv *missing,
      MlgIssueList *issues,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (MlgTemplate) template = mlg_adapted_paper_read (db, paper, issues, cancellable, error);
  g_autoptr (MlgAnswers) answers = NULL;

  if (template == NULL)
    return NULL;
  answers = mlg_answers_new (template);
  mlg_answers_take_records (answers, context, issues);
  *missing = mlg_fill_list_missing (template, answers);
  return mlg_fill (template, answers, context, MLG_FILL_ALL_PIECES, issues, cancellable, error);
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

  return context != NULL ? fill (db, context, paper, missing, issues, cancellable, error) : NULL;
}

static xmlNode *
find_meeting (xmlDoc *context)
{
  xmlNode *child = xmlDocGetRootElement (context)->children;

  while (child != NULL && !xmlStrEqual (child->name, (const xmlChar *) "meeting"))
    child = child->next;
  return child;
}

/* The network as it is today, the meeting as it was. */
static gboolean
put_version (xmlDoc *context, xmlDoc *kept)
{
  xmlNode *now = find_meeting (context), *then = find_meeting (kept);
  xmlNode *copy = then != NULL ? xmlDocCopyNode (then, context, 1) : NULL;

  if (now == NULL || copy == NULL)
    return FALSE;
  xmlReplaceNode (now, copy);
  xmlFreeNode (now);
  return TRUE;
}

/**
 * mlg_meeting_paper_fill_version:
 * @version: a #MlgMinutesVersion
 * @missing: (out) (transfer full): as with mlg_meeting_paper_fill()
 * @issues: gets what was found odd in the template or in the values
 *
 * Returns: (transfer full): the minutes as they were approved then; %NULL with @error set
 */
MlgDocument *
mlg_meeting_paper_fill_version (MlgConnection *db,
                                gint64 version,
                                GStrv *missing,
                                MlgIssueList *issues,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_minutes_version_kind, version, error);
  g_autoptr (xmlDoc) kept = record != NULL ? mlg_meeting_read_minutes (db, version, error) : NULL;
  g_autoptr (xmlDoc) context = NULL;

  if (kept == NULL)
    return NULL;
  context = mlg_meeting_make_context (
      db, mlg_record_get_integer (record, MLG_MINUTES_VERSION_MEETING), error);
  if (context == NULL)
    return NULL;
  if (!put_version (context, kept))
    {
      g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                           _ ("This version of the minutes cannot be read any more"));
      return NULL;
    }
  return fill (db, context, "minutes", missing, issues, cancellable, error);
}

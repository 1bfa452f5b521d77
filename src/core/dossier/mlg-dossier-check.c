/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "../mlg-date.h"
#include "document/mlg-xml.h"
#include "meetings/mlg-meeting-context.h"
#include "meetings/mlg-meeting.h"
#include "mlg-dossier-context.h"
#include "mlg-dossier-law.h"
#include "mlg-dossier-paper.h"

/* What would shame whoever leads the meeting, beside what the meeting itself lacks. */

static int
compare (gconstpointer a, gconstpointer b)
{
  const MlgMeetingLack *first = *(MlgMeetingLack *const *) a;
  const MlgMeetingLack *second = *(MlgMeetingLack *const *) b;

  return (first->severity == MLG_SEVERITY_ERROR ? 0 : 1)
         - (second->severity == MLG_SEVERITY_ERROR ? 0 : 1);
}

static void
add (GPtrArray *lacks, gint64 meeting, const char *field, char *message)
{
  MlgMeetingLack *lack = g_new0 (MlgMeetingLack, 1);

  *lack = (MlgMeetingLack){ MLG_SEVERITY_WARNING, message, &mlg_meeting_kind, meeting, field };
  g_ptr_array_add (lacks, lack);
}

static xmlNode *
find (xmlDoc *context, const char *name)
{
  for (xmlNode *child = xmlDocGetRootElement (context)->children; child != NULL;
       child = child->next)
    if (child->type == XML_ELEMENT_NODE && xmlStrEqual (child->name, (const xmlChar *) name))
      return child;
  return NULL;
}

/* Whether such a meeting has a paper now; its own facts count for those that are to come only. */
static gboolean
has_paper (MlgRecord *meeting, const char *name)
{
  const char *state = mlg_record_get_text (meeting, MLG_MEETING_STATE);
  g_autoptr (GPtrArray) papers =
      mlg_dossier_list_papers (mlg_record_get_text (meeting, MLG_MEETING_TYPE), state);

  if (state != NULL && !g_str_equal (state, "draft") && !g_str_equal (state, "convened"))
    return FALSE;
  for (guint i = 0; i < papers->len; i++)
    if (g_str_equal (((const MlgDossierPaper *) papers->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): when the law that the meeting tells was last looked at, by those who made the rules
 *   or by those who prepare the meeting */
static const char *
find_last_look (MlgRecord *meeting, const xmlNode *law)
{
  const char *checked = mlg_xml_get (law, "checked");
  const char *own = mlg_record_get_text (meeting, MLG_MEETING_LAW_CHECKED_ON);

  return own != NULL && (checked == NULL || strcmp (own, checked) > 0) ? own : checked;
}

/* Law that nobody has looked at for long before the meeting. */
static void
check_law (GPtrArray *lacks, MlgRecord *meeting, xmlDoc *context)
{
  const xmlNode *law = find (context, "law");
  const char *checked = law != NULL ? find_last_look (meeting, law) : NULL;
  g_autofree char *moment = checked != NULL ? g_strconcat (checked, "T12:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) time = moment != NULL ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
  g_autoptr (GDateTime) stale =
      time != NULL ? g_date_time_add_months (time, MLG_DOSSIER_FRESH_MONTHS) : NULL;
  g_autofree char *day = stale != NULL ? g_date_time_format (stale, "%F") : NULL;
  g_autofree char *shown = time != NULL ? mlg_date_write_day (time) : NULL;

  if (day == NULL || strcmp (day, mlg_xml_get (law, "day")) >= 0)
    return;
  add (
      lacks, mlg_record_get_id (meeting), mlg_meeting_kind.fields[MLG_MEETING_LAW_CHECKED_ON].name,
      /* Translators: a date. */
      g_strdup_printf (_ ("Legal facts were last looked at on %s: look at them again, and note the "
                          "day"),
                       shown));
}

/* Where people look for the first time at what others have done, something must be there to look at, chosen
 * for them. */
static gboolean
check_examples (MlgConnection *db, GPtrArray *lacks, MlgRecord *record, GError **error)
{
  const char *type = mlg_record_get_text (record, MLG_MEETING_TYPE);
  gint64 meeting = mlg_record_get_id (record), chosen = 0, sheets = 0;

  if (g_strcmp0 (type, "kick-off") != 0 && g_strcmp0 (type, "information") != 0)
    return TRUE;
  if (!mlg_connection_get_integer (
          db, &chosen, error, "SELECT count(*) FROM meeting_example WHERE meeting=?1", "i", meeting)
      || !mlg_connection_get_integer (db, &sheets, error, "SELECT count(*) FROM sheet", ""))
    return FALSE;
  if (chosen == 0)
    add (lacks, meeting, MLG_LACK_EXAMPLES,
         g_strdup (sheets == 0 ? _ ("No feedback sheet shows what members have done")
                               : _ ("No example is chosen among the feedback sheets")));
  return TRUE;
}

/**
 * mlg_dossier_check:
 * @context: (nullable): what mlg_dossier_make_context() made, or a "context" with the "law"; %NULL when
 *   the meeting tells no law
 *
 * Looks for what the dossier of a meeting lacks: what mlg_meeting_check() finds, examples, and law that
 * was looked at not too long before the meeting. In the thread of @db.
 *
 * Returns: (transfer full) (element-type MlgMeetingLack): what to mend, errors first; %NULL with @error set
 */
GPtrArray *
mlg_dossier_check (MlgConnection *db, gint64 meeting, xmlDoc *context, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_meeting_kind, meeting, error);
  g_autoptr (GPtrArray) lacks = record != NULL ? mlg_meeting_check (db, meeting, error) : NULL;

  if (lacks == NULL
      || (has_paper (record, "briefing-examples") && !check_examples (db, lacks, record, error)))
    return NULL;
  if (context != NULL && has_paper (record, "briefing-law"))
    check_law (lacks, record, context);
  /* The sort of GLib keeps the order of equals. */
  g_ptr_array_sort (lacks, compare);
  return g_steal_pointer (&lacks);
}

/**
 * mlg_dossier_list_lacks:
 * @issues: gets what is wrong with the files of rules
 * @cancellable: (nullable): gives up
 *
 * Looks for what the dossier of a meeting lacks without making it: see mlg_dossier_check().
 *
 * Returns: (transfer full) (element-type MlgMeetingLack): what to mend, errors first; %NULL with @error set
 */
GPtrArray *
mlg_dossier_list_lacks (MlgConnection *db,
                        gint64 meeting,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_meeting_kind, meeting, error);
  g_autoptr (xmlDoc) context = NULL;

  if (record == NULL)
    return NULL;
  if (has_paper (record, "briefing-law")
      && ((context = mlg_meeting_make_context (db, meeting, error)) == NULL
          || !mlg_dossier_add_law_of (db, context, issues, cancellable, error)))
    return NULL;
  return mlg_dossier_check (db, meeting, context, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-xml.h"
#include "meetings/mlg-meeting.h"
#include "mlg-dossier-context.h"

/* What would shame whoever leads the meeting, beside what the meeting itself lacks. */

/* Months after which legal facts are to be looked at again. */
#define FRESH_MONTHS 6

static int
compare (gconstpointer a, gconstpointer b)
{
  const MlgMeetingLack *first = *(MlgMeetingLack *const *) a;
  const MlgMeetingLack *second = *(MlgMeetingLack *const *) b;

  return (first->severity == MLG_SEVERITY_ERROR ? 0 : 1)
         - (second->severity == MLG_SEVERITY_ERROR ? 0 : 1);
}

static void
add (GPtrArray *lacks, gint64 meeting, char *message)
{
  MlgMeetingLack *lack = g_new0 (MlgMeetingLack, 1);

  *lack = (MlgMeetingLack){ MLG_SEVERITY_WARNING, message, &mlg_meeting_kind, meeting, NULL };
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

/* Law that nobody has looked at for long before the meeting. */
static void
check_law (GPtrArray *lacks, gint64 meeting, xmlDoc *context)
{
  const xmlNode *law = find (context, "law");
  const char *checked = law != NULL ? mlg_xml_get (law, "checked") : NULL;
  g_autofree char *moment = checked != NULL ? g_strconcat (checked, "T12:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) time = moment != NULL ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
  g_autoptr (GDateTime) stale = time != NULL ? g_date_time_add_months (time, FRESH_MONTHS) : NULL;
  g_autofree char *day = stale != NULL ? g_date_time_format (stale, "%F") : NULL;

  if (day != NULL && strcmp (day, mlg_xml_get (law, "day")) < 0)
    add (lacks, meeting,
         /* Translators: a date. */
         g_strdup_printf (_ ("Legal facts were last checked on %s: look at them again"), checked));
}

/* Where people look at what others have done, something must be there to look at. */
static void
check_examples (GPtrArray *lacks, gint64 meeting, xmlDoc *context)
{
  const xmlNode *examples = find (context, "examples");
  const char *kind = mlg_dossier_find_text (context, "meeting", "kind");

  if (examples != NULL && xmlFirstElementChild ((xmlNode *) examples) == NULL
      && (g_strcmp0 (kind, "kick-off") == 0 || g_strcmp0 (kind, "information") == 0))
    add (lacks, meeting, g_strdup (_ ("No feedback sheet shows what members have done")));
}

/**
 * mlg_dossier_check:
 * @context: what mlg_dossier_make_context() made
 *
 * Looks for what the dossier of a meeting lacks: what mlg_meeting_check() finds, examples, and law that
 * was checked not too long before the meeting.
 *
 * Returns: (transfer full) (element-type MlgMeetingLack): what to mend, errors first; %NULL with @error set
 */
GPtrArray *
mlg_dossier_check (MlgConnection *db, gint64 meeting, xmlDoc *context, GError **error)
{
  GPtrArray *lacks = mlg_meeting_check (db, meeting, error);

  if (lacks == NULL)
    return NULL;
  check_examples (lacks, meeting, context);
  check_law (lacks, meeting, context);
  /* The sort of GLib keeps the order of equals. */
  g_ptr_array_sort (lacks, compare);
  return lacks;
}

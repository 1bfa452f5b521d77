/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-calendar-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <time.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-meeting-agenda.h"
#include "meetings/mlg-meeting-time.h"
#include "meetings/mlg-meeting.h"
#include "mlg-calendar-private.h"
#include "store/mlg-record-sql.h"

/* Meetings as a calendar (RFC 5545). What they are called there, their UID and SEQUENCE, is kept with
 * them, so that a calendar knows them again. Invitees are not in it: they are nobody else's business. */
typedef struct
{
  MlgConnection *db;
  icalcomponent *calendar; /* (owned) */
  GHashTable *zones;       /* (owned) (element-type utf8): those described already */
} Exporting;

/* The zone of a meeting, or that of the computer, if it is described; NULL for a time without a zone. */
static const char *
use_zone (Exporting *e, const char *name)
{
  g_autoptr (GTimeZone) local = name == NULL ? g_time_zone_new_local () : NULL;
  const char *wanted = name != NULL ? name : g_time_zone_get_identifier (local);
  icalcomponent *description;

  if (g_hash_table_contains (e->zones, wanted))
    return g_hash_table_lookup (e->zones, wanted);
  description = mlg_calendar_make_zone (wanted);
  if (description == NULL)
    return NULL;
  icalcomponent_add_component (e->calendar, description);
  g_hash_table_insert (e->zones, g_strdup (wanted), g_strdup (wanted));
  return g_hash_table_lookup (e->zones, wanted);
}

static struct icaltimetype
read_moment (const char *moment, gboolean day)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, utc);
  struct icaltimetype read = icaltime_null_time ();

  if (time == NULL)
    return read;
  read.year = g_date_time_get_year (time);
  read.month = g_date_time_get_month (time);
  read.day = g_date_time_get_day_of_month (time);
  read.is_date = day;
  if (!day)
    {
      read.hour = g_date_time_get_hour (time);
      read.minute = g_date_time_get_minute (time);
      read.second = g_date_time_get_second (time);
    }
  if (g_str_has_suffix (moment, "Z") && !day)
    read.zone = icaltimezone_get_utc_timezone ();
  return read;
}

/* Takes the property. */
static void
add_time (Exporting *e, icalcomponent *event, icalproperty *property, MlgRecord *meeting)
{
  const char *zone = use_zone (e, mlg_record_get_text (meeting, MLG_MEETING_TIME_ZONE));
  struct icaltimetype time = icalvalue_get_datetime (icalproperty_get_value (property));

  if (!time.is_date && !icaltime_is_utc (time) && zone != NULL)
    icalproperty_add_parameter (property, icalparameter_new_tzid (zone));
  icalcomponent_add_property (event, property);
}

static void
add_times (Exporting *e, icalcomponent *event, MlgRecord *meeting)
{
  const char *starts = mlg_record_get_text (meeting, MLG_MEETING_STARTS);
  const char *ends = mlg_record_get_text (meeting, MLG_MEETING_ENDS);
  gboolean days = mlg_record_get_boolean (meeting, MLG_MEETING_ALL_DAY);
  struct icaltimetype end;

  add_time (e, event, icalproperty_new_dtstart (read_moment (starts, days)), meeting);
  if (ends == NULL)
    return;
  end = read_moment (ends, days);
  if (days)
    icaltime_adjust (&end, 1, 0, 0, 0);
  add_time (e, event, icalproperty_new_dtend (end), meeting);
}

static enum icalproperty_status
get_status (MlgRecord *meeting)
{
  const char *state = mlg_record_get_text (meeting, MLG_MEETING_STATE);

  if (g_strcmp0 (state, "cancelled") == 0)
    return ICAL_STATUS_CANCELLED;
  return state == NULL || g_str_equal (state, "draft") ? ICAL_STATUS_TENTATIVE
                                                       : ICAL_STATUS_CONFIRMED;
}

static void
add_place (icalcomponent *event, MlgRecord *meeting)
{
  const char *place = mlg_record_get_text (meeting, MLG_MEETING_PLACE);
  const char *address = mlg_record_get_text (meeting, MLG_MEETING_ADDRESS);
  g_autofree char *both =
      place != NULL && address != NULL ? g_strdup_printf ("%s, %s", place, address) : NULL;
  const char *text = both != NULL ? both : place != NULL ? place : address;
  g_autofree char *line = text != NULL ? g_strdelimit (g_strdup (text), "\r\n", ' ') : NULL;

  if (line != NULL)
    icalcomponent_add_property (event, icalproperty_new_location (line));
}

/* The objective, then the agenda with its times. */
static gboolean
add_description (Exporting *e, icalcomponent *event, MlgRecord *meeting, GError **error)
{
  const char *objective = mlg_record_get_text (meeting, MLG_MEETING_OBJECTIVE);
  g_autoptr (GString) text = g_string_new (objective);
  g_autoptr (MlgAgenda) agenda = mlg_agenda_load (e->db, mlg_record_get_id (meeting), error);

  if (agenda == NULL)
    return FALSE;
  for (guint i = 0; i < agenda->times->len; i++)
    {
      const MlgAgendaTime *time = agenda->times->pdata[i];
      g_autofree char *clock =
          time->starts >= 0 ? mlg_clock_from_minutes (time->starts) : g_strdup ("–");

      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "", clock,
                              mlg_record_get_text (time->item, MLG_AGENDA_ITEM_TITLE));
    }
  if (text->len > 0)
    icalcomponent_add_property (event, icalproperty_new_description (text->str));
  return TRUE;
}

static void
add_organiser (icalcomponent *event, MlgRecord *meeting)
{
  const char *address = mlg_record_get_text (meeting, MLG_MEETING_REPLY_ADDRESS);
  g_autofree char *uri = address != NULL ? g_strconcat ("mailto:", address, NULL) : NULL;

  if (uri != NULL)
    icalcomponent_add_property (event, icalproperty_new_organizer (uri));
}

static void
add_identity (icalcomponent *event, MlgRecord *meeting)
{
  const char *uid = mlg_record_get_text (meeting, MLG_MEETING_UID);
  const char *occurrence = mlg_record_get_text (meeting, MLG_MEETING_RECURRENCE_ID);
  g_autofree char *own = g_strdup_printf ("%" G_GINT64_FORMAT, mlg_record_get_id (meeting));

  icalcomponent_add_property (event, icalproperty_new_uid (uid != NULL ? uid : own));
  icalcomponent_add_property (event, icalproperty_new_sequence ((int) mlg_record_get_integer (
                                         meeting, MLG_MEETING_SEQUENCE)));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (icaltime_from_timet_with_zone (
                                         time (NULL), 0, icaltimezone_get_utc_timezone ())));
  if (occurrence != NULL)
    icalcomponent_add_property (event,
                                icalproperty_new_recurrenceid (icaltime_from_string (occurrence)));
}

static gboolean
add_meeting (Exporting *e, MlgRecord *meeting, GError **error)
{
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  const char *link = mlg_record_get_text (meeting, MLG_MEETING_LINK);
  g_autofree char *type = mlg_record_dup_display (meeting, MLG_MEETING_TYPE);

  add_identity (event, meeting);
  icalcomponent_add_property (
      event, icalproperty_new_summary (mlg_record_get_text (meeting, MLG_MEETING_TITLE)));
  add_times (e, event, meeting);
  add_place (event, meeting);
  if (link != NULL)
    icalcomponent_add_property (event, icalproperty_new_url (link));
  icalcomponent_add_property (event, icalproperty_new_categories (type));
  icalcomponent_add_property (event, icalproperty_new_status (get_status (meeting)));
  add_organiser (event, meeting);
  icalcomponent_add_component (e->calendar, event);
  return add_description (e, event, meeting, error);
}

/* A calendar that only calls off says so as a whole (RFC 5546, section 3.2.5). */
static void
set_method (Exporting *e, guint n_cancelled, guint n)
{
  icalcomponent_add_property (e->calendar, icalproperty_new_method (n > 0 && n_cancelled == n
                                                                        ? ICAL_METHOD_CANCEL
                                                                        : ICAL_METHOD_PUBLISH));
}

static gboolean
add_meetings (Exporting *e, GArray *meetings, GError **error)
{
  guint n = 0, n_cancelled = 0;

  for (guint i = 0; i < meetings->len; i++)
    {
      g_autoptr (MlgRecord) meeting =
          mlg_record_load (e->db, &mlg_meeting_kind, g_array_index (meetings, gint64, i), error);

      if (meeting == NULL)
        return FALSE;
      /* What has no day is in no calendar. */
      if (mlg_record_is_null (meeting, MLG_MEETING_STARTS))
        continue;
      n++;
      n_cancelled += get_status (meeting) == ICAL_STATUS_CANCELLED;
      if (!add_meeting (e, meeting, error))
        return FALSE;
    }
  set_method (e, n_cancelled, n);
  return TRUE;
}

/**
 * mlg_calendar_export:
 * @meetings: (element-type gint64): meetings; those without a day are left out
 *
 * Writes meetings as a calendar (RFC 5545): a description of each time zone, then an event for each, with
 * its identifier, its revision, its place, its link, its objective and its agenda. A meeting that is
 * called off is so in calendars.
 *
 * Returns: (transfer full): the calendar; %NULL with @error set
 */
GBytes *
mlg_calendar_export (MlgConnection *db, GArray *meetings, GError **error)
{
  g_autoptr (GHashTable) zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Exporting e = { db, icalcomponent_new (ICAL_VCALENDAR_COMPONENT), zones };
  GBytes *bytes = NULL;

  icalcomponent_add_property (e.calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (e.calendar,
                              icalproperty_new_prodid ("-//Maillage//" MLG_VERSION "//FR"));
  if (add_meetings (&e, meetings, error))
    {
      char *text = icalcomponent_as_ical_string_r (e.calendar);

      bytes = g_bytes_new (text, strlen (text));
      icalmemory_free_buffer (text);
    }
  icalcomponent_free (e.calendar);
  return bytes;
}

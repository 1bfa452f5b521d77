/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-calendar-private.h"
#include "mlg-charset.h"

/* Reading calendars (RFC 5545) with libical, event by event. */
typedef struct
{
  const char *name; /* of the file */
  MlgIssueList *issues;
  GPtrArray *events; /* (owned) (element-type MlgCalendarEvent) */
  const MlgCalendarBlock *block;
  icalcomponent *calendar;  /* of the block */
  icalcomponent *component; /* its event */
} Reading;

/** How many years an event without an end is followed. */
#define MOST_YEARS 5

/**
 * mlg_calendar_event_free:
 * @event: (transfer full): an event
 *
 * Frees an event that was read from a calendar, or made for one.
 */
void
mlg_calendar_event_free (MlgCalendarEvent *event)
{
  /* Lists have holes where events were taken out. */
  if (event == NULL)
    return;
  g_free (event->uid);
  g_free (event->recurrence_id);
  g_free (event->title);
  g_free (event->place);
  g_free (event->description);
  g_free (event->link);
  g_free (event->starts);
  g_free (event->ends);
  g_free (event->time_zone);
  g_free (event);
}

static void
say (Reading *r, MlgSeverity severity, const char *message)
{
  mlg_issue_list_add (r->issues, severity, r->name, r->block->line, 0, "%s", message);
}

static char *
dup_text (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  return valid != NULL && *g_strstrip (valid) != '\0' ? g_steal_pointer (&valid) : NULL;
}

static const char *
get_tzid (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  icalparameter *parameter =
      property != NULL ? icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER) : NULL;

  return parameter != NULL ? icalparameter_get_tzid (parameter) : NULL;
}

/* The last day of an event of whole days: its end is the day after (RFC 5545, section 3.6.1). */
static struct icaltimetype
get_last_day (struct icaltimetype starts, struct icaltimetype ends)
{
  icaltime_adjust (&ends, -1, 0, 0, 0);
  return icaltime_compare_date_only (ends, starts) < 0 ? starts : ends;
}

static void
set_end (Reading *r, MlgCalendarEvent *event, struct icaltimetype starts, struct icaltimetype ends)
{
  const char *tzid = get_tzid (r->component, ICAL_DTEND_PROPERTY);
  g_autofree char *zone = NULL;
  gboolean unknown = FALSE;

  if (icaltime_is_null_time (ends))
    return;
  if (event->all_day)
    ends = get_last_day (starts, ends);
  event->ends = mlg_calendar_get_moment (
      ends, tzid != NULL ? tzid : get_tzid (r->component, ICAL_DTSTART_PROPERTY), r->calendar,
      &zone, &unknown);
  if (event->ends != NULL && strcmp (event->ends, event->starts) < 0)
    {
      say (r, MLG_SEVERITY_WARNING, _ ("The event ends before it starts: its end is left aside"));
      g_clear_pointer (&event->ends, g_free);
    }
}

static gboolean
set_times (Reading *r,
           MlgCalendarEvent *event,
           struct icaltimetype starts,
           struct icaltimetype ends)
{
  gboolean unknown = FALSE;
  const char *tzid = get_tzid (r->component, ICAL_DTSTART_PROPERTY);

  event->all_day = starts.is_date;
  event->starts = mlg_calendar_get_moment (starts, tzid, r->calendar, &event->time_zone, &unknown);
  /* What is called off need not say again when it was (RFC 5546, section 3.2.5). */
  if (event->starts == NULL && event->cancelled)
    return TRUE;
  if (event->starts == NULL)
    {
      say (r, MLG_SEVERITY_ERROR, _ ("The event has no day that can be read: it is left aside"));
      return FALSE;
    }
  if (unknown)
    mlg_issue_list_add (r->issues, MLG_SEVERITY_WARNING, r->name, r->block->line, 0,
                        _ ("The time zone “%s” is not known: its times are taken as they stand"),
                        tzid);
  set_end (r, event, starts, ends);
  return TRUE;
}

static char *
get_link (icalcomponent *component)
{
  icalproperty *url = icalcomponent_get_first_property (component, ICAL_URL_PROPERTY);

  return url != NULL ? dup_text (icalproperty_get_url (url)) : NULL;
}

static MlgCalendarEvent *
make_event (Reading *r)
{
  MlgCalendarEvent *event = g_new0 (MlgCalendarEvent, 1);
  enum icalproperty_status status = icalcomponent_get_status (r->component);

  event->line = r->block->line;
  event->uid = dup_text (icalcomponent_get_uid (r->component));
  event->title = dup_text (icalcomponent_get_summary (r->component));
  event->place = dup_text (icalcomponent_get_location (r->component));
  event->description = dup_text (icalcomponent_get_description (r->component));
  event->link = get_link (r->component);
  event->sequence = MAX (icalcomponent_get_sequence (r->component), 0);
  event->cancelled = r->block->cancels || status == ICAL_STATUS_CANCELLED;
  if (event->title == NULL)
    event->title = g_strdup (_ ("Event without a title"));
  return event;
}

static void
add_event (Reading *r, struct icaltimetype starts, struct icaltimetype ends, const char *occurrence)
{
  g_autoptr (MlgCalendarEvent) event = make_event (r);

  event->recurrence_id = g_strdup (occurrence);
  if (event->uid == NULL)
    {
      say (r, MLG_SEVERITY_WARNING,
           _ ("The event has no identifier: it cannot be recognised another time"));
      event->uid = g_uuid_string_random ();
    }
  if (set_times (r, event, starts, ends))
    g_ptr_array_add (r->events, g_steal_pointer (&event));
}

/* The same moment; or the same by the clock, when one of the two does not say its time zone. */
static gboolean
is_same_time (struct icaltimetype a, struct icaltimetype b)
{
  if (a.is_date || b.is_date)
    return icaltime_compare_date_only (a, b) == 0;
  if (icaltime_compare (a, b) == 0)
    return TRUE;
  if (icaltime_is_utc (a) || icaltime_is_utc (b))
    return FALSE;
  a.zone = b.zone = NULL;
  return icaltime_compare (a, b) == 0;
}

/* Days on which an event does not come again. */
static gboolean
is_excluded (icalcomponent *component, struct icaltimetype time)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_EXDATE_PROPERTY);

  for (; property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_EXDATE_PROPERTY))
    if (is_same_time (icalproperty_get_exdate (property), time))
      return TRUE;
  return FALSE;
}

static void
add_occurrence (Reading *r,
                struct icaltimetype time,
                struct icaltimetype starts,
                struct icaltimetype ends)
{
  struct icaltimetype end = ends;
  const char *id = icaltime_as_ical_string (time);

  if (!icaltime_is_null_time (ends))
    {
      struct icaldurationtype length = icaltime_subtract (ends, starts);

      end = icaltime_add (time, length);
      end.is_date = ends.is_date;
      end.zone = ends.zone;
    }
  add_event (r, time, end, id);
}

/* Occurrences by a rule, up to the limits. */
static void
add_by_rule (Reading *r,
             struct icalrecurrencetype rule,
             struct icaltimetype starts,
             struct icaltimetype ends)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (rule, starts);
  struct icaltimetype time;
  guint n = 0;

  if (iterator == NULL)
    {
      say (r, MLG_SEVERITY_WARNING,
           _ ("The rule by which the event comes again cannot be read: only the first is kept"));
      add_event (r, starts, ends, NULL);
      return;
    }
  for (time = icalrecur_iterator_next (iterator); !icaltime_is_null_time (time);
       time = icalrecur_iterator_next (iterator))
    {
      if (n >= MLG_CALENDAR_MAX_OCCURRENCES || time.year > starts.year + MOST_YEARS
          || r->events->len >= MLG_CALENDAR_MAX_EVENTS)
        {
          mlg_issue_list_add (r->issues, MLG_SEVERITY_NOTE, r->name, r->block->line, 0,
                              ngettext ("The event comes again without end: %u was taken",
                                        "The event comes again without end: %u were taken", n),
                              n);
          break;
        }
      if (is_excluded (r->component, time))
        continue;
      add_occurrence (r, time, starts, ends);
      n++;
    }
  icalrecur_iterator_free (iterator);
}

static void
add_by_dates (Reading *r, struct icaltimetype starts, struct icaltimetype ends)
{
  icalproperty *property = icalcomponent_get_first_property (r->component, ICAL_RDATE_PROPERTY);

  for (guint n = 0; property != NULL && n < MLG_CALENDAR_MAX_OCCURRENCES; n++)
    {
      struct icaldatetimeperiodtype date = icalproperty_get_rdate (property);

      if (!icaltime_is_null_time (date.time))
        add_occurrence (r, date.time, starts, ends);
      property = icalcomponent_get_next_property (r->component, ICAL_RDATE_PROPERTY);
    }
}

static void
read_times (Reading *r)
{
  struct icaltimetype starts = icalcomponent_get_dtstart (r->component);
  struct icaltimetype ends = icalcomponent_get_dtend (r->component);
  struct icaltimetype occurrence = icalcomponent_get_recurrenceid (r->component);
  icalproperty *rule = icalcomponent_get_first_property (r->component, ICAL_RRULE_PROPERTY);
  struct icalrecurrencetype recurrence =
      rule != NULL ? icalproperty_get_rrule (rule) : (struct icalrecurrencetype){ 0 };

  if (!icaltime_is_null_time (occurrence))
    {
      add_event (r, starts, ends, icaltime_as_ical_string (occurrence));
      return;
    }
  if (rule != NULL && !icaltime_is_null_time (starts) && recurrence.freq >= ICAL_DAILY_RECURRENCE
      && recurrence.freq < ICAL_NO_RECURRENCE)
    add_by_rule (r, recurrence, starts, ends);
  else
    {
      if (rule != NULL)
        say (r, MLG_SEVERITY_WARNING,
             _ ("The event comes again more often than each day: only the first is kept"));
      add_event (r, starts, ends, NULL);
    }
  add_by_dates (r, starts, ends);
}

/* What libical could not read of the event, it has noted in it. */
static void
tell_errors (Reading *r)
{
  icalproperty *property = icalcomponent_get_first_property (r->component, ICAL_XLICERROR_PROPERTY);

  for (; property != NULL;
       property = icalcomponent_get_next_property (r->component, ICAL_XLICERROR_PROPERTY))
    mlg_issue_list_add (r->issues, MLG_SEVERITY_WARNING, r->name, r->block->line, 0,
                        /* Translators: %s is the message of a library, in English. */
                        _ ("Something in the event was not understood: %s"),
                        icalproperty_get_xlicerror (property));
}

static void
read_block (Reading *r, const MlgCalendarBlock *block)
{
  r->block = block;
  r->calendar = icalparser_parse_string (block->text);
  r->component = r->calendar != NULL
                     ? icalcomponent_get_first_component (r->calendar, ICAL_VEVENT_COMPONENT)
                     : NULL;
  if (r->component == NULL)
    say (r, MLG_SEVERITY_ERROR, _ ("The event cannot be read: it is left aside"));
  else
    {
      tell_errors (r);
      read_times (r);
    }
  if (r->calendar != NULL)
    icalcomponent_free (r->calendar);
}

static char *
make_key (const MlgCalendarEvent *event)
{
  return g_strdup_printf ("%s\n%s", event->uid,
                          event->recurrence_id != NULL ? event->recurrence_id : "");
}

/* An occurrence that the calendar changes stands after the rule that makes it: the last one is right. */
static GPtrArray *
keep_last (GPtrArray *events)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_calendar_event_free);

  for (guint i = events->len; i-- > 0;)
    if (g_hash_table_add (seen, make_key (events->pdata[i])))
      g_ptr_array_insert (kept, 0, g_steal_pointer (&events->pdata[i]));
  return kept;
}

static gboolean
is_calendar (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return g_ascii_strncasecmp (text, "BEGIN:V", strlen ("BEGIN:V")) == 0;
}

static char *
decode (GBytes *bytes, const char *name, MlgIssueList *issues, GError **error)
{
  gsize size = 0, length = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  guint n_replaced = 0;
  g_autofree char *text = NULL;

  if (size > MLG_CALENDAR_MAX_BYTES)
    {
      g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("%s: the file is larger than %u MB: cut it in several ones"), name,
                   MLG_CALENDAR_MAX_BYTES / 1000000);
      return NULL;
    }
  text = mlg_charset_decode (mlg_charset_detect (data, size), data, size, &length, &n_replaced);
  if (text == NULL || strlen (text) != length || !is_calendar (text))
    {
      g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_FORMAT,
                   _ ("%s: this is no calendar"), name);
      return NULL;
    }
  if (n_replaced > 0)
    mlg_issue_list_add (
        issues, MLG_SEVERITY_WARNING, name, 0, 0,
        ngettext ("%u character could not be read", "%u characters could not be read", n_replaced),
        n_replaced);
  return g_steal_pointer (&text);
}

/**
 * mlg_calendar_read:
 * @bytes: a calendar (.ics), or several one after the other
 * @name: the name of the file, for issues
 * @issues: gets what was not understood, each with the line of its event
 *
 * Reads the events of a calendar: their times in their time zone, whole days, those that come again once
 * for each time up to %MLG_CALENDAR_MAX_OCCURRENCES, changed occurrences in their place.
 *
 * Errors: %MLG_EXCHANGE_ERROR_FORMAT, %MLG_EXCHANGE_ERROR_TOO_LARGE, %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (element-type MlgCalendarEvent): the events, in the order of the file
 */
GPtrArray *
mlg_calendar_read (GBytes *bytes,
                   const char *name,
                   MlgIssueList *issues,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *text = decode (bytes, name, issues, error);
  g_autoptr (GPtrArray) blocks =
      text != NULL ? mlg_calendar_cut (text, name, issues, cancellable, error) : NULL;
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_calendar_event_free);
  Reading reading = { .name = name, .issues = issues, .events = events };

  if (blocks == NULL)
    return NULL;
  for (guint i = 0; i < blocks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (events->len >= MLG_CALENDAR_MAX_EVENTS)
        {
          g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_TOO_LARGE,
                       _ ("%s: there are more than %u events"), name, MLG_CALENDAR_MAX_EVENTS);
          return NULL;
        }
      read_block (&reading, blocks->pdata[i]);
    }
  return keep_last (events);
}

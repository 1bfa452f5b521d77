/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/mlg-calendar-export.h"
#include "exchange/mlg-calendar-import.h"
#include "exchange/mlg-calendar.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting.h"
#include "network-file.h"

#define CALENDAR(METHOD, TEXT)                                                                     \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//FR\r\n" METHOD TEXT "END:VCALENDAR\r\n"
#define EVENT(LINES) "BEGIN:VEVENT\r\n" LINES "END:VEVENT\r\n"

static GPtrArray *
read_noting (const char *text, MlgIssueList *issues)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GPtrArray *events = mlg_calendar_read (bytes, "x.ics", issues, NULL, &error);

  g_assert_no_error (error);
  return events;
}

/* Without a single remark. */
static GPtrArray *
read_all (const char *text)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  GPtrArray *events = read_noting (text, issues);

  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    g_test_message ("%s", mlg_issue_list_get (issues, i)->message);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
  return events;
}

static const MlgCalendarEvent *
get (GPtrArray *events, guint i)
{
  g_assert_cmpuint (i, <, events->len);
  return events->pdata[i];
}

static void
test_event (void)
{
  g_autoptr (GPtrArray) events = read_all (CALENDAR (
      "", EVENT ("UID:a@example.org\r\nSEQUENCE:3\r\nSUMMARY:Réunion\\, avec\r\n  suite\r\n"
                 "DTSTART;TZID=Europe/Paris:20261210T093000\r\nDURATION:PT3H\r\n"
                 "LOCATION:Hôtel de Région\r\nURL:https://example.org/r\r\n"
                 "DESCRIPTION:Un\\nDeux\r\n")));
  const MlgCalendarEvent *event = get (events, 0);

  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpint (event->line, ==, 4);
  g_assert_cmpstr (event->uid, ==, "a@example.org");
  g_assert_cmpint (event->sequence, ==, 3);
  g_assert_cmpstr (event->title, ==, "Réunion, avec suite");
  g_assert_cmpstr (event->starts, ==, "2026-12-10T09:30:00");
  g_assert_cmpstr (event->ends, ==, "2026-12-10T12:30:00");
  g_assert_cmpstr (event->time_zone, ==, "Europe/Paris");
  g_assert_cmpstr (event->place, ==, "Hôtel de Région");
  g_assert_cmpstr (event->link, ==, "https://example.org/r");
  g_assert_cmpstr (event->description, ==, "Un\nDeux");
  g_assert_false (event->all_day || event->cancelled);
}

static void
test_whole_days (void)
{
  g_autoptr (GPtrArray) events =
      read_all (CALENDAR ("", EVENT ("UID:a\r\nSUMMARY:x\r\nDTSTART;VALUE=DATE:20261210\r\n"
                                     "DTEND;VALUE=DATE:20261212\r\n")
                                  EVENT ("UID:b\r\nSUMMARY:y\r\nDTSTART;VALUE=DATE:20261210\r\n")));

  g_assert_true (get (events, 0)->all_day);
  g_assert_cmpstr (get (events, 0)->starts, ==, "2026-12-10T00:00:00");
  g_assert_cmpstr (get (events, 0)->ends, ==, "2026-12-11T00:00:00");
  g_assert_true (get (events, 1)->all_day);
}

#define ODD_ZONE                                                                                   \
  "BEGIN:VTIMEZONE\r\nTZID:Bureau\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"                \
  "TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
#define LOCATED_ZONE                                                                               \
  "BEGIN:VTIMEZONE\r\nTZID:Chez nous\r\nX-LIC-LOCATION:Europe/Brussels\r\nBEGIN:STANDARD\r\n"      \
  "DTSTART:16010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"          \
  "END:VTIMEZONE\r\n"

/* Tests run in UTC. */
static void
test_zones (void)
{
  g_autoptr (GPtrArray) events = read_all (CALENDAR (
      "", ODD_ZONE LOCATED_ZONE EVENT (
              "UID:a\r\nSUMMARY:x\r\nDTSTART;TZID=\"Romance Standard Time\":20261210T093000\r\n")
              EVENT ("UID:b\r\nSUMMARY:x\r\nDTSTART;TZID=Bureau:20261210T093000\r\n")
                  EVENT ("UID:c\r\nSUMMARY:x\r\nDTSTART;TZID=Chez nous:20261210T093000\r\n")
                      EVENT ("UID:d\r\nSUMMARY:x\r\nDTSTART:20261210T093000Z\r\n") EVENT (
                          "UID:e\r\nSUMMARY:x\r\n"
                          "DTSTART;TZID=/citadel.org/2021/Europe/Paris:20261210T093000\r\n")));

  g_assert_cmpstr (get (events, 0)->time_zone, ==, "Europe/Paris");
  g_assert_cmpstr (get (events, 0)->starts, ==, "2026-12-10T09:30:00");
  g_assert_null (get (events, 1)->time_zone);
  g_assert_cmpstr (get (events, 1)->starts, ==, "2026-12-10T06:30:00");
  g_assert_cmpstr (get (events, 2)->time_zone, ==, "Europe/Brussels");
  g_assert_cmpstr (get (events, 3)->starts, ==, "2026-12-10T09:30:00");
  g_assert_cmpstr (get (events, 4)->time_zone, ==, "Europe/Paris");
}

static void
test_unknown_zone (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) events = read_noting (
      CALENDAR ("", EVENT ("UID:a\r\nSUMMARY:x\r\nDTSTART;TZID=Lune:20261210T093000\r\n")), issues);

  g_assert_cmpstr (get (events, 0)->starts, ==, "2026-12-10T09:30:00");
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 1);
  g_assert_cmpint (mlg_issue_list_get (issues, 0)->line, ==, 4);
}

/* Weekly but for one day, one occurrence moved, one day more. */
static void
test_recurrence (void)
{
  g_autoptr (GPtrArray) events = read_all (CALENDAR (
      "", EVENT ("UID:a\r\nSUMMARY:Point\r\nDTSTART;TZID=Europe/Paris:20261201T100000\r\n"
                 "DTEND;TZID=Europe/Paris:20261201T110000\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n"
                 "EXDATE;TZID=Europe/Paris:20261208T100000\r\n"
                 "RDATE;TZID=Europe/Paris:20261231T100000\r\n")
              EVENT ("UID:a\r\nSUMMARY:Point déplacé\r\n"
                     "RECURRENCE-ID;TZID=Europe/Paris:20261215T100000\r\n"
                     "DTSTART;TZID=Europe/Paris:20261216T140000\r\n")));

  g_assert_cmpuint (events->len, ==, 4);
  g_assert_cmpstr (get (events, 0)->starts, ==, "2026-12-01T10:00:00");
  g_assert_cmpstr (get (events, 0)->ends, ==, "2026-12-01T11:00:00");
  g_assert_cmpstr (get (events, 0)->recurrence_id, ==, "20261201T100000");
  g_assert_cmpstr (get (events, 1)->starts, ==, "2026-12-22T10:00:00");
  g_assert_cmpstr (get (events, 2)->starts, ==, "2026-12-31T10:00:00");
  g_assert_cmpstr (get (events, 3)->title, ==, "Point déplacé");
  g_assert_cmpstr (get (events, 3)->starts, ==, "2026-12-16T14:00:00");
}

static void
test_without_end (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) daily =
      read_noting (CALENDAR ("", EVENT ("UID:a\r\nSUMMARY:x\r\nDTSTART:20261201T100000\r\n"
                                        "RRULE:FREQ=DAILY\r\n")),
                   issues);
  g_autoptr (GPtrArray) hourly =
      read_noting (CALENDAR ("", EVENT ("UID:a\r\nSUMMARY:x\r\nDTSTART:20261201T100000\r\n"
                                        "RRULE:FREQ=SECONDLY\r\n")),
                   issues);

  g_assert_cmpuint (daily->len, ==, MLG_CALENDAR_MAX_OCCURRENCES);
  g_assert_cmpuint (hourly->len, ==, 1);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 2);
}

static gboolean
has_issue (MlgIssueList *issues, int line, MlgSeverity severity)
{
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    if (mlg_issue_list_get (issues, i)->line == line
        && mlg_issue_list_get (issues, i)->severity == severity)
      return TRUE;
  return FALSE;
}

/* Each problem has its line, and the sound event is read. */
static void
test_broken (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) events = read_noting ("BEGIN:VCALENDAR\n"                     /* 1 */
                                              "no colon here\n"                       /* 2 */
                                              "END:VTODO\n"                           /* 3 */
                                              "BEGIN:VEVENT\nUID:a\nSUMMARY:x\n"      /* 4 */
                                              "DTSTART:soon\nEND:VEVENT\n"            /* 7 */
                                              "BEGIN:VEVENT\nUID:b\nSUMMARY:y\n"      /* 9 */
                                              "DTSTART:20261210T090000\nEND:VEVENT\n" /* 12 */
                                              "BEGIN:VTODO\nSUMMARY:z\nEND:VTODO\n"   /* 14 */
                                              "BEGIN:VEVENT\nUID:c\n",                /* 17 */
                                              issues);

  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpstr (get (events, 0)->uid, ==, "b");
  g_assert_cmpint (get (events, 0)->line, ==, 9);
  g_assert_true (has_issue (issues, 2, MLG_SEVERITY_WARNING));
  g_assert_true (has_issue (issues, 3, MLG_SEVERITY_ERROR));
  g_assert_true (has_issue (issues, 4, MLG_SEVERITY_ERROR));
  g_assert_true (has_issue (issues, 17, MLG_SEVERITY_ERROR));
  g_assert_true (has_issue (issues, 1, MLG_SEVERITY_ERROR));
  g_assert_true (has_issue (issues, 0, MLG_SEVERITY_NOTE));
}

/* No more events than the limit, and no zone without an end. */
static void
test_limits (void)
{
  g_autoptr (GString) many = g_string_new ("BEGIN:VCALENDAR\n");
  g_autoptr (GString) zone = g_string_new ("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:a\n");
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= MLG_CALENDAR_MAX_EVENTS; i++)
    g_string_append (many, "BEGIN:VEVENT\nUID:a\nDTSTART:20261210T090000\nEND:VEVENT\n");
  g_string_append (many, "END:VCALENDAR\n");
  bytes = g_bytes_new (many->str, many->len);
  g_assert_null (mlg_calendar_read (bytes, "x.ics", issues, NULL, &error));
  g_assert_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_TOO_LARGE);
  for (guint i = 0; i < 4000; i++)
    g_string_append (zone, "X-LINE:of a zone without an end\n");
  g_string_append (zone, "END:VTIMEZONE\nBEGIN:VEVENT\nUID:b\nSUMMARY:x\n"
                         "DTSTART;TZID=a:20261210T090000\nEND:VEVENT\nEND:VCALENDAR\n");
  events = read_noting (zone->str, issues);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpint (mlg_issue_list_get (issues, 0)->line, ==, 2);
}

static void
test_foreign (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("nom;ville\n", 10);
  g_autoptr (GBytes) large =
      g_bytes_new_take (g_malloc0 (MLG_CALENDAR_MAX_BYTES + 1), MLG_CALENDAR_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (mlg_calendar_read (bytes, "x.ics", issues, NULL, &error));
  g_assert_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (mlg_calendar_read (large, "x.ics", issues, NULL, &error));
  g_assert_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_TOO_LARGE);
}

static MlgCalendarResult
import (NetworkFile *f, const char *text)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) events = read_noting (text, issues);
  g_autoptr (GError) error = NULL;
  MlgCalendarResult result;

  network_file_begin (f);
  mlg_calendar_import (f->db, events, "x.ics", "plenary", &result, issues, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  return result;
}

#define MOVED(SEQUENCE, HOUR)                                                                      \
  EVENT ("UID:a\r\nSEQUENCE:" SEQUENCE "\r\nSUMMARY:Plénière\r\nLOCATION:Arras\r\n"              \
         "DTSTART;TZID=Europe/Paris:20261210T" HOUR "0000\r\n")

static void
test_import (NetworkFile *f, gconstpointer data)
{
  MlgCalendarResult result = import (f, CALENDAR ("", MOVED ("2", "09")));
  gint64 id = network_file_count (f, "SELECT id FROM meeting");
  g_autofree char *starts = NULL;
  g_autofree char *state = NULL;
  g_autofree char *later = NULL;

  g_assert_cmpuint (result.added, ==, 1);
  g_assert_cmpuint (import (f, CALENDAR ("", MOVED ("2", "09"))).skipped, ==, 1);
  g_assert_cmpuint (import (f, CALENDAR ("", MOVED ("1", "08"))).skipped, ==, 1);
  starts = network_file_get (f, "meeting", id, "starts");
  g_assert_cmpstr (starts, ==, "2026-12-10T09:00:00");
  g_assert_cmpuint (import (f, CALENDAR ("", MOVED ("3", "10"))).updated, ==, 1);
  later = network_file_get (f, "meeting", id, "starts");
  g_assert_cmpstr (later, ==, "2026-12-10T10:00:00");
  g_assert_cmpint (network_file_count (f, "SELECT sequence FROM meeting"), ==, 3);
  result = import (f, CALENDAR ("METHOD:REPLY\r\n", MOVED ("9", "11")));
  g_assert_cmpuint (result.read, ==, 0);
  result = import (f, CALENDAR ("METHOD:CANCEL\r\n", EVENT ("UID:a\r\nSEQUENCE:4\r\n")));
  g_assert_cmpuint (result.cancelled, ==, 1);
  state = network_file_get (f, "meeting", id, "state");
  g_assert_cmpstr (state, ==, "cancelled");
  network_file_undo (f);
  g_assert_cmpint (network_file_count (f, "SELECT state='draft' FROM meeting"), ==, 1);
}

/* What the rules refuse is left, and the rest is imported. */
static void
test_refused (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MlgCalendarResult result;

  import (f, CALENDAR ("", MOVED ("2", "09")));
  network_file_begin (f);
  mlg_connection_execute (f->db, &error, "UPDATE meeting SET state='locked'", "");
  network_file_commit (f);
  result = import (f, CALENDAR ("", MOVED ("3", "10") EVENT (
                                        "UID:b\r\nSUMMARY:x\r\nDTSTART:20270110T090000\r\n")));
  g_assert_cmpuint (result.skipped, ==, 1);
  g_assert_cmpuint (result.added, ==, 1);
}

static char *export(NetworkFile *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = network_file_count (f, "SELECT min(id) FROM meeting");
  g_autoptr (GBytes) bytes = NULL;

  g_array_append_val (ids, id);
  bytes = mlg_calendar_export (f->db, ids, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What is exported is read as it was; a change keeps the UID and raises the SEQUENCE. */
static void
test_round_trip (NetworkFile *f, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MlgRecord) meeting = NULL;
  g_autoptr (GError) error = NULL;

  network_file_add (f, "meeting", "title", "Lancement; avec, tout", "type", "kick-off", "starts",
                    "2026-12-10 9h30", "ends", "2026-12-10 12h30", "time_zone", "Europe/Paris",
                    "place", "Hôtel de Région", "address", "Lille", "uid", "abc", "sequence", "0",
                    "objective", "Décider", NULL);
  first = export(f);
  g_assert_nonnull (strstr (first, "BEGIN:VTIMEZONE"));
  g_assert_nonnull (strstr (first, "DTSTART;TZID=Europe/Paris:20261210T093000"));
  g_assert_nonnull (strstr (first, "METHOD:PUBLISH"));
  before = read_all (first);
  g_assert_cmpstr (get (before, 0)->title, ==, "Lancement; avec, tout");
  g_assert_cmpstr (get (before, 0)->ends, ==, "2026-12-10T12:30:00");
  g_assert_cmpstr (get (before, 0)->time_zone, ==, "Europe/Paris");
  g_assert_cmpstr (get (before, 0)->place, ==, "Hôtel de Région, Lille");

  meeting = mlg_record_load (f->db, &mlg_meeting_kind,
                             network_file_count (f, "SELECT id FROM meeting"), &error);
  mlg_record_set_text (meeting, MLG_MEETING_STARTS, "2026-12-10T10:00:00");
  network_file_begin (f);
  g_assert_true (mlg_meeting_store (f->db, meeting, &error));
  g_assert_true (
      mlg_meeting_set_state (f->db, mlg_record_get_id (meeting), "cancelled", NULL, &error));
  network_file_commit (f);
  second = export(f);
  after = read_all (second);
  g_assert_cmpstr (get (after, 0)->uid, ==, "abc");
  g_assert_cmpint (get (after, 0)->sequence, ==, 2);
  g_assert_true (get (after, 0)->cancelled);
  g_assert_nonnull (strstr (second, "METHOD:CANCEL"));
}

static void
test_export_days (NetworkFile *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) events = NULL;

  network_file_add (f, "meeting", "title", "Rencontre", "type", "national", "starts", "2026-12-10",
                    "ends", "2026-12-11", "all_day", "1", "uid", "abc", NULL);
  network_file_add (f, "meeting", "title", "Sans date", "type", "national", "uid", "def", NULL);
  text = export(f);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20261210"));
  g_assert_nonnull (strstr (text, "DTEND;VALUE=DATE:20261212"));
  events = read_all (text);
  g_assert_cmpstr (get (events, 0)->ends, ==, "2026-12-11T00:00:00");
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/calendar/event", test_event);
  g_test_add_func ("/exchange/calendar/whole-days", test_whole_days);
  g_test_add_func ("/exchange/calendar/zones", test_zones);
  g_test_add_func ("/exchange/calendar/unknown-zone", test_unknown_zone);
  g_test_add_func ("/exchange/calendar/recurrence", test_recurrence);
  g_test_add_func ("/exchange/calendar/without-end", test_without_end);
  g_test_add_func ("/exchange/calendar/broken", test_broken);
  g_test_add_func ("/exchange/calendar/limits", test_limits);
  g_test_add_func ("/exchange/calendar/foreign", test_foreign);
  ADD_TEST ("/exchange/calendar/import", test_import);
  ADD_TEST ("/exchange/calendar/refused", test_refused);
  ADD_TEST ("/exchange/calendar/round-trip", test_round_trip);
  ADD_TEST ("/exchange/calendar/export-days", test_export_days);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-invitation.h"
#include "meetings/mlg-meeting-attendees.h"
#include "meetings/mlg-meeting-day.h"
#include "meetings/mlg-meeting-run.h"
#include "meetings/mlg-meeting.h"
#include "network-file.h"

#define MINUTE 60
#define NOON   1781265600 /* any moment will do */

/* Three items: 10, 30 and 20 minutes; without a start the agenda has lengths only. */
static MlgAgenda *
make_agenda (const char *starts)
{
  static const int minutes[] = { 10, 30, 20 };
  g_autoptr (MlgRecord) meeting = mlg_record_new (&mlg_meeting_kind);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  mlg_record_set_text (meeting, MLG_MEETING_STARTS, starts);
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      MlgRecord *item = mlg_record_new (&mlg_agenda_item_kind);

      mlg_record_set_id (item, i + 1);
      mlg_record_set_integer (item, MLG_AGENDA_ITEM_MINUTES, minutes[i]);
      g_ptr_array_add (items, item);
    }
  return mlg_agenda_compute (meeting, items);
}

static void
test_before (void)
{
  g_autoptr (MlgMeetingRun) run = mlg_meeting_run_new ();
  g_autoptr (MlgAgenda) agenda = make_agenda ("2026-06-12T12:00:00");
  MlgMeetingPace pace = mlg_meeting_run_measure (run, agenda, NOON, NOON);

  g_assert_false (mlg_meeting_run_is_running (run));
  g_assert_cmpint (pace.current, ==, -1);
  mlg_meeting_run_move (run, 2, NOON);
  g_assert_cmpint (mlg_meeting_run_get_item (run), ==, 0);
}

static void
test_pace (gconstpointer starts)
{
  g_autoptr (MlgMeetingRun) run = mlg_meeting_run_new ();
  g_autoptr (MlgAgenda) agenda = make_agenda (starts);
  MlgMeetingPace pace;

  /* Started eight minutes late. */
  mlg_meeting_run_start (run, 1, NOON + 8 * MINUTE);
  pace = mlg_meeting_run_measure (run, agenda, NOON, NOON + 12 * MINUTE);
  g_assert_cmpint (pace.current, ==, 0);
  g_assert_cmpint (pace.spent, ==, 4 * MINUTE);
  g_assert_cmpint (pace.left, ==, 6 * MINUTE);
  g_assert_cmpint (pace.elapsed, ==, 4 * MINUTE);
  g_assert_cmpint (pace.planned, ==, 4 * MINUTE);
  g_assert_cmpint (pace.late, ==, 8 * MINUTE);
  g_assert_cmpint (pace.ends, ==, NOON + 68 * MINUTE);

  /* It runs over by five minutes, and the end with it. */
  pace = mlg_meeting_run_measure (run, agenda, NOON, NOON + 23 * MINUTE);
  g_assert_cmpint (pace.left, ==, -5 * MINUTE);
  g_assert_cmpint (pace.planned, ==, 10 * MINUTE);
  g_assert_cmpint (pace.late, ==, 13 * MINUTE);

  /* What is saved on the second item is won back; coming back to the first counts on. */
  mlg_meeting_run_move (run, 2, NOON + 23 * MINUTE);
  mlg_meeting_run_move (run, 3, NOON + 33 * MINUTE);
  pace = mlg_meeting_run_measure (run, agenda, NOON, NOON + 33 * MINUTE);
  g_assert_cmpint (pace.current, ==, 2);
  g_assert_cmpint (pace.left, ==, 20 * MINUTE);
  g_assert_cmpint (pace.late, ==, -7 * MINUTE);
  mlg_meeting_run_move (run, 1, NOON + 40 * MINUTE);
  pace = mlg_meeting_run_measure (run, agenda, NOON, NOON + 41 * MINUTE);
  g_assert_cmpint (pace.left, ==, -6 * MINUTE);
}

static void
test_end (void)
{
  g_autoptr (MlgMeetingRun) run = mlg_meeting_run_new ();
  g_autoptr (MlgAgenda) agenda = make_agenda ("2026-06-12T12:00:00");
  MlgMeetingPace pace;

  mlg_meeting_run_start (run, 1, NOON);
  mlg_meeting_run_end (run, NOON + 50 * MINUTE);
  pace = mlg_meeting_run_measure (run, agenda, NOON, NOON + 90 * MINUTE);
  g_assert_false (mlg_meeting_run_is_running (run));
  g_assert_cmpint (pace.current, ==, -1);
  g_assert_cmpint (pace.elapsed, ==, 50 * MINUTE);
  g_assert_cmpint (pace.planned, ==, 60 * MINUTE);
  g_assert_cmpint (pace.late, ==, -10 * MINUTE);

  /* It was not over yet. */
  mlg_meeting_run_start (run, 3, NOON + 51 * MINUTE);
  pace = mlg_meeting_run_measure (run, agenda, NOON, NOON + 52 * MINUTE);
  g_assert_cmpint (pace.elapsed, ==, 52 * MINUTE);
  g_assert_cmpint (pace.current, ==, 2);
}

/* A rehearsal on another day is neither late nor early; an item that is gone is no longer dealt with. */
static void
test_other_day (void)
{
  g_autoptr (MlgMeetingRun) run = mlg_meeting_run_new ();
  g_autoptr (MlgAgenda) agenda = make_agenda ("2026-06-12T12:00:00");
  MlgMeetingPace pace;

  mlg_meeting_run_start (run, 1, NOON);
  pace = mlg_meeting_run_measure (run, agenda, NOON + 10 * 24 * 60 * MINUTE, NOON + MINUTE);
  g_assert_cmpint (pace.late, ==, 0);
  mlg_meeting_run_move (run, 99, NOON + MINUTE);
  pace = mlg_meeting_run_measure (run, agenda, NOON, NOON + 2 * MINUTE);
  g_assert_cmpint (pace.current, ==, -1);
}

static void
test_find_start (void)
{
  g_assert_cmpint (mlg_meeting_find_start ("2026-06-12T14:00:00", "Europe/Paris"), ==,
                   mlg_meeting_find_start ("2026-06-12T12:00:00", "UTC"));
  g_assert_cmpint (mlg_meeting_find_start ("2026-06-12T12:00:00", "UTC"), ==, 1781265600);
  g_assert_cmpint (mlg_meeting_find_start (NULL, "UTC"), ==, 0);
  g_assert_cmpint (mlg_meeting_find_start ("soon", NULL), ==, 0);
}

static void
test_attending (NetworkFile *f, gconstpointer data)
{
  gint64 meeting = network_file_add (f, "meeting", "title", "Plénière", "type", "plenary", "state",
                                     "convened", NULL);
  gint64 lille = network_file_add (f, "body", "name", "Lille", NULL);
  gint64 arras = network_file_add (f, "body", "name", "Arras", NULL);
  gint64 person = network_file_add (f, "person", "family_name", "Acheteuse", NULL);
  g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  g_autofree char *at = g_strdup_printf ("%" G_GINT64_FORMAT, lille);
  g_autofree char *at_arras = g_strdup_printf ("%" G_GINT64_FORMAT, arras);
  g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const MlgAttending *attending;

  network_file_add (f, "invitation", "meeting", to, "body", at, "person", who, NULL);
  network_file_add (f, "invitation", "meeting", to, "body", at_arras, NULL);
  network_file_add (f, "invitation", "meeting", to, "visitor_name", "Une voisine", "visitor_body",
                    "Lens", "attendance", "visitor", NULL);
  all = mlg_meeting_list_attending (f->db, meeting, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 3);
  attending = all->pdata[0];
  g_assert_cmpstr (attending->name, ==, "Arras");
  g_assert_null (attending->body);
  attending = all->pdata[1];
  g_assert_cmpstr (attending->name, ==, "Une voisine");
  g_assert_cmpstr (attending->body, ==, "Lens");
  attending = all->pdata[2];
  g_assert_cmpstr (attending->name, ==, "Acheteuse");
  g_assert_cmpstr (attending->body, ==, "Lille");
}

typedef struct
{
  gint64 meeting;
  gint64 items[3];
} Day;

/* A draft with three items of 10 minutes. */
static void
add_day (NetworkFile *f, Day *day)
{
  static const char *const positions[] = { "1", "2", "3" };
  g_autofree char *to = NULL;

  day->meeting = network_file_add (f, "meeting", "title", "Plénière", "type", "plenary", "starts",
                                   "2026-06-12 12:00", "time_zone", "UTC", NULL);
  to = g_strdup_printf ("%" G_GINT64_FORMAT, day->meeting);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    day->items[i] =
        network_file_add (f, "agenda-item", "meeting", to, "title", positions[i], "position",
                          positions[i], "state", "open", "minutes", "10", NULL);
}

static void
check_state (NetworkFile *f, const char *kind, gint64 id, const char *state)
{
  g_autofree char *value = network_file_get (f, kind, id, "state");

  g_assert_cmpstr (value, ==, state);
}

/* As it is after the program was started anew. */
static MlgMeetingPace
measure (NetworkFile *f, const Day *day, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgMeetingRun) run = mlg_meeting_run_load (f->db, day->meeting, &error);
  g_autoptr (MlgAgenda) agenda = mlg_agenda_load (f->db, day->meeting, &error);

  g_assert_no_error (error);
  return mlg_meeting_run_measure (run, agenda, NOON, now);
}

#define DO(deed)                                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    network_file_begin (f);                                                                        \
    g_assert_true (deed);                                                                          \
    g_assert_no_error (error);                                                                     \
    network_file_commit (f);                                                                       \
  }                                                                                                \
  G_STMT_END

/* What was spent is kept whatever becomes of the program, and each step can be undone. */
static void
test_kept (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MlgMeetingPace pace;
  Day day;

  add_day (f, &day);
  g_assert_cmpint (measure (f, &day, NOON).current, ==, -1);
  DO (mlg_meeting_day_start (f->db, day.meeting, NOON, &error));
  check_state (f, "meeting", day.meeting, "convened");
  pace = measure (f, &day, NOON + 4 * MINUTE);
  g_assert_cmpint (pace.current, ==, 0);
  g_assert_cmpint (pace.spent, ==, 4 * MINUTE);

  DO (mlg_meeting_day_step (f->db, day.meeting, 1, NOON + 12 * MINUTE, &error));
  check_state (f, "agenda-item", day.items[0], "closed");
  DO (mlg_meeting_day_step (f->db, day.meeting, 1, NOON + 15 * MINUTE, &error));
  pace = measure (f, &day, NOON + 16 * MINUTE);
  g_assert_cmpint (pace.current, ==, 2);
  g_assert_cmpint (pace.elapsed, ==, 16 * MINUTE);

  /* Back to the second: its three minutes count on. */
  network_file_undo (f);
  g_assert_cmpint (measure (f, &day, NOON + 20 * MINUTE).current, ==, 1);
  check_state (f, "agenda-item", day.items[1], "open");
  DO (mlg_meeting_day_go (f->db, day.meeting, day.items[0], NOON + 20 * MINUTE, &error));
  pace = measure (f, &day, NOON + 21 * MINUTE);
  g_assert_cmpint (pace.current, ==, 0);
  g_assert_cmpint (pace.spent, ==, 13 * MINUTE);
  DO (mlg_meeting_day_step (f->db, day.meeting, -1, NOON + 22 * MINUTE, &error));
  g_assert_cmpint (measure (f, &day, NOON + 22 * MINUTE).current, ==, 0);
}

/* The end closes the item that is dealt with; a meeting that was ended may go on. */
static void
test_day_end (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Day day;

  add_day (f, &day);
  DO (mlg_meeting_day_step (f->db, day.meeting, 1, NOON, &error));
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM item_lapse"), ==, 0);
  DO (mlg_meeting_day_start (f->db, day.meeting, NOON, &error));
  DO (mlg_meeting_day_start (f->db, day.meeting, NOON + MINUTE, &error));
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM item_lapse"), ==, 1);
  /* The clock was set back meanwhile. */
  DO (mlg_meeting_day_end (f->db, day.meeting, NOON - MINUTE, &error));
  check_state (f, "meeting", day.meeting, "held");
  check_state (f, "agenda-item", day.items[0], "closed");
  g_assert_cmpint (measure (f, &day, NOON + MINUTE).current, ==, -1);
  DO (mlg_meeting_day_start (f->db, day.meeting, NOON + 2 * MINUTE, &error));
  g_assert_cmpint (measure (f, &day, NOON + 3 * MINUTE).current, ==, 1);
  check_state (f, "meeting", day.meeting, "held");

  /* What is removed takes its times along. */
  DO (mlg_record_remove (f->db, &mlg_agenda_item_kind, day.items[1], &error));
  DO (mlg_record_remove (f->db, &mlg_meeting_kind, day.meeting, &error));
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM item_lapse"), ==, 0);
}

/* An empty agenda has a clock all the same. */
static void
test_no_agenda (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgMeetingRun) run = NULL;
  gint64 meeting = network_file_add (f, "meeting", "title", "Visite", "type", "visit", "starts",
                                     "2026-06-12 12:00", NULL);

  DO (mlg_meeting_day_start (f->db, meeting, NOON, &error));
  DO (mlg_meeting_day_step (f->db, meeting, 1, NOON, &error));
  run = mlg_meeting_run_load (f->db, meeting, &error);
  g_assert_true (mlg_meeting_run_is_running (run));
  g_assert_cmpint (mlg_meeting_run_get_item (run), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meetings/run/before", test_before);
  g_test_add_data_func ("/meetings/run/pace", "2026-06-12T12:00:00", test_pace);
  g_test_add_data_func ("/meetings/run/pace-without-times", NULL, test_pace);
  g_test_add_func ("/meetings/run/end", test_end);
  g_test_add_func ("/meetings/run/other-day", test_other_day);
  g_test_add_func ("/meetings/run/find-start", test_find_start);
  ADD_TEST ("/meetings/run/attending", test_attending);
  ADD_TEST ("/meetings/run/kept", test_kept);
  ADD_TEST ("/meetings/run/day-end", test_day_end);
  ADD_TEST ("/meetings/run/no-agenda", test_no_agenda);
  return g_test_run ();
}

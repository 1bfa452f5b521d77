/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-agenda-reading.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting.h"
#include "mlg-kinds.h"
#include "store/mlg-action.h"

/* What the agenda says on screen: its clock times, its lines, and by how much it is too long. */
typedef struct
{
  char *folder, *path;
  MlgConnection *db;
  gint64 meeting;
} Fixture;

static gboolean
add_item (MlgConnection *db, gint64 meeting, const char *title, gint64 minutes, GError **error)
{
  g_autoptr (MlgRecord) item = mlg_record_new (&mlg_agenda_item_kind);

  mlg_record_set_integer (item, MLG_AGENDA_ITEM_MEETING, meeting);
  mlg_record_set_text (item, MLG_AGENDA_ITEM_TITLE, title);
  mlg_record_set_text (item, MLG_AGENDA_ITEM_PRESENTER, "Facilitator");
  mlg_record_set_text (item, MLG_AGENDA_ITEM_PURPOSE, "discuss");
  mlg_record_set_integer (item, MLG_AGENDA_ITEM_MINUTES, minutes);
  return mlg_meeting_store (db, item, error);
}

static gboolean
fill (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (MlgRecord) meeting = mlg_record_new (&mlg_meeting_kind);
  Fixture *f = data;

  mlg_record_set_text (meeting, MLG_MEETING_TITLE, "Plenary");
  mlg_record_set_text (meeting, MLG_MEETING_TYPE, "plenary");
  mlg_record_set_text (meeting, MLG_MEETING_STARTS, "2026-12-10T09:30:00");
  mlg_record_set_text (meeting, MLG_MEETING_ENDS, "2026-12-10T11:00:00");
  if (!mlg_meeting_store (db, meeting, error))
    return FALSE;
  f->meeting = mlg_record_get_id (meeting);
  return add_item (db, f->meeting, "Welcome", 15, error)
         && add_item (db, f->meeting, "Debate", 65, error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("maillage-test-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "x.maillage", NULL);
  f->db = mlg_connection_open (f->path, MLG_OPEN_CREATE, mlg_kinds, &error);
  g_assert_no_error (error);
  mlg_connection_act (f->db, "Fill", fill, f, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mlg_connection_close (f->db);
  g_unlink (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static void
assert_summary (Fixture *f, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgAgendaReading) reading = mlg_agenda_reading_load (f->db, &f->meeting, &error);
  g_autofree char *summary = NULL;

  g_assert_no_error (error);
  summary = mlg_agenda_reading_write_summary (reading);
  g_assert_cmpstr (summary, ==, expected);
}

static gboolean
add_long_item (MlgConnection *db, gpointer data, GError **error)
{
  return add_item (db, ((Fixture *) data)->meeting, "More", 40, error);
}

static void
test_summary (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_summary (f, "1 h 20 · 10 min left");
  mlg_connection_act (f->db, "Add", add_long_item, f, NULL, &error);
  g_assert_no_error (error);
  assert_summary (f, "2 h · 30 min too long");
}

static void
test_lines (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgAgendaReading) reading = mlg_agenda_reading_load (f->db, &f->meeting, &error);
  g_autofree char *clock = NULL, *line = NULL;

  g_assert_no_error (error);
  clock = mlg_agenda_reading_write_clock (mlg_agenda_reading_get (reading, 1));
  line = mlg_agenda_reading_write_line (reading, 1);
  g_assert_cmpstr (clock, ==, "09:45 – 10:50");
  g_assert_cmpstr (line, ==, "1 h 05 · To discuss · Facilitator");
  g_assert_cmpuint (reading->documents->len, ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/app/meetings/agenda/summary", Fixture, NULL, set_up, test_summary, tear_down);
  g_test_add ("/app/meetings/agenda/lines", Fixture, NULL, set_up, test_lines, tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-agenda-template.h"
#include "meetings/mlg-meeting-agenda.h"
#include "meetings/mlg-meeting.h"
#include "network-file.h"

static gint64
add_item (NetworkFile *f, gint64 meeting, const char *title, const char *minutes, const char *track)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  static int position = 0;
  g_autofree char *rank = g_strdup_printf ("%d", ++position);

  return network_file_add (f, "agenda-item", "meeting", id, "title", title, "minutes", minutes,
                           "position", rank, "track", track, NULL);
}

static gint64
add_meeting (NetworkFile *f, const char *ends)
{
  return network_file_add (f, "meeting", "title", "Plénière", "type", "plenary", "starts",
                           "2026-12-10 9h30", "ends", ends, NULL);
}

static MlgAgenda *
load (NetworkFile *f, gint64 meeting)
{
  g_autoptr (GError) error = NULL;
  MlgAgenda *agenda = mlg_agenda_load (f->db, meeting, &error);

  g_assert_no_error (error);
  return agenda;
}

static void
assert_time (MlgAgenda *agenda, guint i, int starts, int ends, gint64 over_run)
{
  const MlgAgendaTime *time = agenda->times->pdata[i];

  g_assert_cmpint (time->starts, ==, starts);
  g_assert_cmpint (time->ends, ==, ends);
  g_assert_cmpint (time->over_run, ==, over_run);
}

static void
test_times (NetworkFile *f, gconstpointer data)
{
  gint64 meeting = add_meeting (f, "2026-12-10 10h30");
  g_autoptr (MlgAgenda) agenda = NULL;

  add_item (f, meeting, "Accueil", "15", NULL);
  add_item (f, meeting, "Bilan", "30", NULL);
  add_item (f, meeting, "Sans durée", NULL, NULL);
  agenda = load (f, meeting);
  assert_time (agenda, 0, 570, 585, 0);
  assert_time (agenda, 1, 585, 615, 0);
  assert_time (agenda, 2, 615, 615, 0);
  g_assert_cmpint (agenda->minutes, ==, 45);
  g_assert_true (agenda->has_end);
  g_assert_cmpint (agenda->over_run, ==, -15);
}

/* Workshops side by side start together, and the longest ends them. */
static void
test_workshops (NetworkFile *f, gconstpointer data)
{
  gint64 meeting = add_meeting (f, NULL);
  g_autoptr (MlgAgenda) agenda = NULL;

  add_item (f, meeting, "Accueil", "30", NULL);
  add_item (f, meeting, "Nettoyage", "20", "A");
  add_item (f, meeting, "Papier", "45", "B");
  add_item (f, meeting, "Vitres", "30", "A");
  add_item (f, meeting, "Retour", "10", NULL);
  agenda = load (f, meeting);
  assert_time (agenda, 1, 600, 620, 0);
  assert_time (agenda, 2, 600, 645, 0);
  assert_time (agenda, 3, 620, 650, 0);
  assert_time (agenda, 4, 650, 660, 0);
  g_assert_cmpint (agenda->minutes, ==, 90);
  g_assert_false (agenda->has_end);
}

/* A fixed start leaves a gap, or is run over by what comes before. */
static void
test_fixed (NetworkFile *f, gconstpointer data)
{
  gint64 meeting = add_meeting (f, "2026-12-10 12:00");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  g_autoptr (MlgAgenda) agenda = NULL;

  add_item (f, meeting, "Accueil", "15", NULL);
  network_file_add (f, "agenda-item", "meeting", id, "title", "Mot de l’élu", "minutes", "90",
                    "starts", "10h", "position", "1000", NULL);
  network_file_add (f, "agenda-item", "meeting", id, "title", "Visio", "minutes", "45", "starts",
                    "11h", "position", "1001", NULL);
  agenda = load (f, meeting);
  assert_time (agenda, 1, 600, 690, 0);
  assert_time (agenda, 2, 660, 705, 30);
  g_assert_cmpint (agenda->minutes, ==, 165);
  g_assert_cmpint (agenda->over_run, ==, 15);
}

static char *
get_order (NetworkFile *f)
{
  g_autoptr (GError) error = NULL;
  char *order = NULL;

  mlg_connection_get_text (f->db, &order, &error,
                           "SELECT group_concat(title, '') FROM (SELECT title FROM agenda_item"
                           " ORDER BY position)",
                           "");
  g_assert_no_error (error);
  return order;
}

static void
assert_moved (NetworkFile *f, gint64 item, guint position, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *order = NULL;

  network_file_begin (f);
  g_assert_true (mlg_agenda_move (f->db, item, position, &error));
  network_file_commit (f);
  order = get_order (f);
  g_assert_cmpstr (order, ==, expected);
}

static void
test_move (NetworkFile *f, gconstpointer data)
{
  gint64 meeting = add_meeting (f, NULL);
  gint64 a = add_item (f, meeting, "a", "5", NULL);
  gint64 b;
  g_autofree char *order = NULL;
  g_autofree char *position = NULL;

  b = add_item (f, meeting, "b", "5", NULL);
  add_item (f, meeting, "c", "5", NULL);
  assert_moved (f, a, 3, "bca");
  assert_moved (f, a, 1, "abc");
  assert_moved (f, b, 99, "acb");
  position = network_file_get (f, "agenda-item", b, "position");
  g_assert_cmpstr (position, ==, "3");
  network_file_undo (f);
  order = get_order (f);
  g_assert_cmpstr (order, ==, "abc");
}

/* The kick-off follows its five items, after a word of welcome; every kind of meeting has an agenda. */
static void
test_templates (NetworkFile *f, gconstpointer data)
{
  gint64 meeting = network_file_add (f, "meeting", "title", "Lancement", "type", "kick-off",
                                     "starts", "2026-12-10 9h30", "ends", "2026-12-10 12h30", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgAgenda) agenda = NULL;

  for (const MlgCode *type = mlg_meeting_types.codes; type->code != NULL; type++)
    {
      g_autoptr (GPtrArray) items = mlg_agenda_template_make_items (type->code, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (items->len, >=, 3);
    }
  network_file_begin (f);
  g_assert_true (mlg_agenda_template_apply (f->db, meeting, &error));
  network_file_commit (f);
  agenda = load (f, meeting);
  g_assert_cmpuint (agenda->times->len, ==, 6);
  g_assert_cmpint (agenda->over_run, <=, 0);
  network_file_undo (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM agenda_item"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/meetings/agenda/times", test_times);
  ADD_TEST ("/meetings/agenda/workshops", test_workshops);
  ADD_TEST ("/meetings/agenda/fixed", test_fixed);
  ADD_TEST ("/meetings/agenda/move", test_move);
  ADD_TEST ("/meetings/agenda/templates", test_templates);
  return g_test_run ();
}

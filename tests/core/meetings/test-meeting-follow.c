/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-xml.h"
#include "meetings/mlg-hearing-compare.h"
#include "meetings/mlg-meeting-check.h"
#include "meetings/mlg-meeting-context.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting-next.h"
#include "meetings/mlg-meeting-register.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-outcome.h"
#include "network-file.h"

static char *
text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* The first meeting of a series: one item closed and one open, a decision, two actions. */
static gint64
add_first (NetworkFile *f)
{
  g_autofree char *series = text (network_file_add (f, "series", "name", "Nettoyage", NULL));
  g_autofree char *body = text (network_file_add (f, "body", "name", "Lille", NULL));
  g_autofree char *meeting = NULL;
  g_autofree char *item = NULL;
  gint64 id = network_file_add (f, "meeting", "title", "Groupe nettoyage", "type", "working-group",
                                "starts", "2026-01-10 14h", "ends", "2026-01-10 16h", "series",
                                series, "number", "1", "state", "held", "uid", "one", NULL);

  meeting = text (id);
  item = text (network_file_add (f, "agenda-item", "meeting", meeting, "title", "Clauses",
                                 "position", "1", "state", "closed", NULL));
  network_file_add (f, "agenda-item", "meeting", meeting, "title", "Auditions", "position", "2",
                    "report", "Rien encore", NULL);
  network_file_add (f, "invitation", "meeting", meeting, "body", body, "attendance", "present",
                    NULL);
  network_file_add (f, "outcome", "meeting", meeting, "item", item, "type", "decision", "text",
                    "Publier la clause", NULL);
  network_file_add (f, "outcome", "meeting", meeting, "type", "action", "text", "Relire", "who",
                    "Juriste", "due_on", "2026-03-01", "state", "open", NULL);
  network_file_add (f, "outcome", "meeting", meeting, "type", "action", "text", "Imprimer",
                    "due_on", "2026-02-01", "state", "done", NULL);
  return id;
}

static gint64
make_next (NetworkFile *f, gint64 meeting, const char *day)
{
  g_autoptr (GError) error = NULL;
  gint64 next;

  network_file_begin (f);
  next = mlg_meeting_make_next (f->db, meeting, day, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  return next;
}

static void
test_next (NetworkFile *f, gconstpointer data)
{
  gint64 next = make_next (f, add_first (f), "10/03/2026");
  g_autofree char *starts = network_file_get (f, "meeting", next, "starts");
  g_autofree char *ends = network_file_get (f, "meeting", next, "ends");
  g_autofree char *number = network_file_get (f, "meeting", next, "number");
  g_autofree char *state = network_file_get (f, "meeting", next, "state");
  g_autofree char *uid = network_file_get (f, "meeting", next, "uid");

  g_assert_cmpstr (starts, ==, "2026-03-10T14:00:00");
  g_assert_cmpstr (ends, ==, "2026-03-10T16:00:00");
  g_assert_cmpstr (number, ==, "2");
  g_assert_cmpstr (state, ==, "draft");
  g_assert_cmpstr (uid, !=, "one");
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM agenda_item WHERE meeting<>("
                                          "SELECT min(id) FROM meeting)"),
                   ==, 2);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM agenda_item WHERE carried_from"
                                          " IS NOT NULL AND title='Auditions' AND report IS NULL"),
                   ==, 1);
  g_assert_cmpint (
      network_file_count (f, "SELECT count(*) FROM invitation WHERE attendance IS NULL"), ==, 1);
}

static void
test_no_series (NetworkFile *f, gconstpointer data)
{
  gint64 alone = network_file_add (f, "meeting", "title", "x", "type", "plenary", NULL);
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  g_assert_cmpint (mlg_meeting_make_next (f->db, alone, NULL, &error), ==, 0);
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (mlg_meeting_duplicate (f->db, alone, "yesterday", FALSE, &error), ==, 0);
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  mlg_connection_rollback (f->db);
}

static void
test_duplicate (NetworkFile *f, gconstpointer data)
{
  gint64 first = add_first (f);
  g_autoptr (GError) error = NULL;
  g_autofree char *starts = NULL;
  gint64 copy;

  network_file_begin (f);
  copy = mlg_meeting_duplicate (f->db, first, NULL, FALSE, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  starts = network_file_get (f, "meeting", copy, "starts");
  g_assert_null (starts);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM agenda_item WHERE state='open'"),
                   ==, 2);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM invitation"), ==, 1);
}

static void
test_registers (NetworkFile *f, gconstpointer data)
{
  gint64 first = add_first (f);
  gint64 next = make_next (f, first, "2026-03-10");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) decisions = mlg_register_list_decisions (f->db, 0, &error);
  g_autoptr (GPtrArray) open = mlg_register_list_actions (f->db, FALSE, "2026-03-02", &error);
  g_autoptr (GPtrArray) all = mlg_register_list_actions (f->db, TRUE, "2026-02-15", &error);
  g_autoptr (GPtrArray) carried = mlg_register_list_carried (f->db, next, &error);
  g_autoptr (GPtrArray) none = mlg_register_list_carried (f->db, first, &error);
  const MlgRegisterEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (decisions->len, ==, 1);
  entry = decisions->pdata[0];
  g_assert_cmpstr (entry->meeting_title, ==, "Groupe nettoyage");
  g_assert_cmpstr (entry->day, ==, "2026-01-10");
  g_assert_cmpuint (open->len, ==, 1);
  entry = open->pdata[0];
  g_assert_true (entry->late);
  g_assert_cmpstr (entry->who, ==, "Juriste");
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_false (((MlgRegisterEntry *) all->pdata[0])->late);
  g_assert_false (((MlgRegisterEntry *) all->pdata[1])->late);
  g_assert_cmpuint (carried->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static gboolean
lacks (GPtrArray *list, const char *kind, const char *field)
{
  for (guint i = 0; i < list->len; i++)
    {
      const MlgMeetingLack *lack = list->pdata[i];

      if (g_str_equal (lack->kind->name, kind) && g_strcmp0 (lack->field, field) == 0)
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
check (NetworkFile *f, gint64 meeting)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = mlg_meeting_check (f->db, meeting, &error);

  g_assert_no_error (error);
  return list;
}

static void
add_network (NetworkFile *f)
{
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  mlg_connection_execute (
      f->db, &error, "INSERT INTO network(id, name, perimeter) VALUES(1, 'Réseau', 'FRE1')", "");
  g_assert_no_error (error);
  network_file_commit (f);
}

static void
test_lacking_everything (NetworkFile *f, gconstpointer data)
{
  gint64 id = network_file_add (f, "meeting", "title", "Lancement", "type", "kick-off", NULL);
  g_autofree char *meeting = text (id);
  g_autofree char *body = text (network_file_add (f, "body", "name", "Lille", NULL));
  g_autoptr (GPtrArray) before = check (f, id);
  g_autoptr (GPtrArray) after = NULL;

  add_network (f);
  g_assert_true (lacks (before, "meeting", "starts"));
  g_assert_true (lacks (before, "meeting", "place"));
  g_assert_false (lacks (before, "body", "address"));
  network_file_add (f, "agenda-item", "meeting", meeting, "title", "Accueil", NULL);
  network_file_add (f, "invitation", "meeting", meeting, "body", body, NULL);
  after = check (f, id);
  g_assert_true (lacks (after, "agenda-item", "presenter"));
  g_assert_true (lacks (after, "agenda-item", "minutes"));
  g_assert_true (lacks (after, "body", "address"));
  g_assert_true (lacks (after, "meeting", "departement"));
}

static void
test_lacking_nothing (NetworkFile *f, gconstpointer data)
{
  g_autofree char *body = text (network_file_add (f, "body", "name", "Lille", "email",
                                                  "mairie@example.org", "departement", "59", NULL));
  g_autofree char *pas_de_calais = text (
      network_file_add (f, "body", "name", "Arras", "city", "Arras", "departement", "62", NULL));
  gint64 id = network_file_add (f, "meeting", "title", "Lancement", "type", "kick-off", "starts",
                                "2026-12-10 9h30", "ends", "2026-12-10 10h", "place", "Mairie",
                                "organiser", body, "signatory", "La présidence", NULL);
  g_autofree char *meeting = text (id);
  g_autoptr (GPtrArray) list = NULL;

  add_network (f);
  network_file_add (f, "agenda-item", "meeting", meeting, "title", "Accueil", "minutes", "30",
                    "presenter", "Animatrice", NULL);
  network_file_add (f, "invitation", "meeting", meeting, "body", body, NULL);
  network_file_add (f, "invitation", "meeting", meeting, "body", pas_de_calais, NULL);
  list = check (f, id);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_lacking_minutes (NetworkFile *f, gconstpointer data)
{
  gint64 id = add_first (f);
  g_autofree char *meeting = text (id);
  g_autoptr (GPtrArray) list = NULL;

  network_file_add (f, "outcome", "meeting", meeting, "type", "action", "text", "Appeler", NULL);
  list = check (f, id);
  g_assert_true (lacks (list, "outcome", "who"));
  g_assert_true (lacks (list, "outcome", "due_on"));
  g_assert_false (lacks (list, "meeting", NULL));
}

static void
test_hearings (NetworkFile *f, gconstpointer data)
{
  gint64 id = network_file_add (f, "meeting", "title", "Auditions", "type", "hearing", NULL);
  g_autofree char *meeting = text (id);
  gint64 question =
      network_file_add (f, "hearing-question", "meeting", meeting, "text", "Quels labels ?", NULL);
  g_autofree char *one = text (network_file_add (f, "body", "name", "Une", NULL));
  g_autofree char *two = text (network_file_add (f, "body", "name", "Deux", NULL));
  gint64 first = network_file_add (f, "hearing", "meeting", meeting, "body", one, "starts", "9h",
                                   "ends", "9h30", "documents", "Besoin", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const MlgSupplierHeard *heard;

  network_file_add (f, "hearing", "meeting", meeting, "body", two, "starts", "9h30", "ends",
                    "10h20", "documents", "Besoin", NULL);
  network_file_begin (f);
  g_assert_true (mlg_hearing_ask (f->db, first, question, FALSE, NULL, &error));
  g_assert_true (mlg_hearing_ask (f->db, first, question, TRUE, "Deux", &error));
  network_file_commit (f);
  all = mlg_hearing_compare (f->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  heard = all->pdata[0];
  g_assert_true (heard->same_questions && heard->same_time && heard->same_documents);
  heard = all->pdata[1];
  g_assert_cmpint (heard->minutes, ==, 50);
  g_assert_false (heard->same_time);
  g_assert_cmpstr (heard->not_asked, ==, "Quels labels ?");
  g_assert_true (heard->same_documents);
}

static void
test_context (NetworkFile *f, gconstpointer data)
{
  gint64 first = add_first (f);
  gint64 next = make_next (f, first, "2026-03-10");
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) context = mlg_meeting_make_context (f->db, next, &error);
  g_autoptr (xmlDoc) of_first = mlg_meeting_make_context (f->db, first, &error);
  xmlChar *dump = NULL;
  int size = 0;

  g_assert_no_error (error);
  xmlDocDumpMemory (context, &dump, &size);
  g_assert_nonnull (strstr ((char *) dump, "<starts_at>2026-03-10T14:00</starts_at>"));
  g_assert_nonnull (strstr ((char *) dump, "<body>Lille</body>"));
  g_assert_nonnull (strstr ((char *) dump, "<text>Relire</text>"));
  xmlFree (dump);
  xmlDocDumpMemory (of_first, &dump, &size);
  g_assert_nonnull (strstr ((char *) dump, "<next_on>2026-03-10</next_on>"));
  g_assert_null (strstr ((char *) dump, "open_actions"));
  xmlFree (dump);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/meetings/follow/next", test_next);
  ADD_TEST ("/meetings/follow/no-series", test_no_series);
  ADD_TEST ("/meetings/follow/duplicate", test_duplicate);
  ADD_TEST ("/meetings/follow/registers", test_registers);
  ADD_TEST ("/meetings/follow/lacking-everything", test_lacking_everything);
  ADD_TEST ("/meetings/follow/lacking-nothing", test_lacking_nothing);
  ADD_TEST ("/meetings/follow/lacking-minutes", test_lacking_minutes);
  ADD_TEST ("/meetings/follow/hearings", test_hearings);
  ADD_TEST ("/meetings/follow/context", test_context);
  return g_test_run ();
}

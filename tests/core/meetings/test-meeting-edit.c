/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-xml.h"
#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-invitation.h"
#include "meetings/mlg-meeting-attach.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting-rules.h"
#include "meetings/mlg-meeting-xml.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-outcome.h"
#include "members/mlg-person.h"
#include "network-file.h"
#include "store/mlg-erasure.h"

/* Stores a record in an action of its own; what is refused is told. */
static gboolean
store (NetworkFile *f, MlgRecord *record)
{
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  if (mlg_meeting_store (f->db, record, &error))
    {
      network_file_commit (f);
      return TRUE;
    }
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  mlg_connection_rollback (f->db);
  return FALSE;
}

static gint64
add_meeting (NetworkFile *f, const char *starts)
{
  g_autoptr (MlgRecord) meeting = mlg_record_new (&mlg_meeting_kind);

  mlg_record_set_text (meeting, MLG_MEETING_TITLE, "Plénière");
  mlg_record_set_text (meeting, MLG_MEETING_TYPE, "plenary");
  mlg_record_set_text (meeting, MLG_MEETING_STARTS, starts);
  g_assert_true (store (f, meeting));
  return mlg_record_get_id (meeting);
}

static gboolean
set_state (NetworkFile *f, gint64 meeting, const char *state, const char *reason)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  network_file_begin (f);
  done = mlg_meeting_set_state (f->db, meeting, state, reason, &error);
  if (done)
    network_file_commit (f);
  else
    mlg_connection_rollback (f->db);
  g_assert_true (done == (error == NULL));
  return done;
}

static MlgRecord *
make_item (gint64 meeting, const char *title)
{
  MlgRecord *item = mlg_record_new (&mlg_agenda_item_kind);

  mlg_record_set_integer (item, MLG_AGENDA_ITEM_MEETING, meeting);
  mlg_record_set_text (item, MLG_AGENDA_ITEM_TITLE, title);
  return item;
}

static void
test_new (NetworkFile *f, gconstpointer data)
{
  gint64 id = add_meeting (f, "2026-12-10T09:30:00");
  g_autofree char *state = network_file_get (f, "meeting", id, "state");
  g_autofree char *uid = network_file_get (f, "meeting", id, "uid");
  g_autoptr (MlgRecord) item = make_item (id, "Accueil");
  g_autoptr (MlgRecord) second = make_item (id, "Bilan");
  g_autoptr (MlgRecord) wrong = mlg_record_new (&mlg_meeting_kind);

  g_assert_cmpstr (state, ==, "draft");
  g_assert_true (g_uuid_string_is_valid (uid));
  g_assert_true (store (f, item));
  g_assert_true (store (f, second));
  g_assert_cmpint (mlg_record_get_integer (second, MLG_AGENDA_ITEM_POSITION), ==, 2);
  mlg_record_set_text (wrong, MLG_MEETING_TITLE, "x");
  mlg_record_set_text (wrong, MLG_MEETING_TYPE, "plenary");
  mlg_record_set_text (wrong, MLG_MEETING_STARTS, "2026-12-10T09:30:00");
  mlg_record_set_text (wrong, MLG_MEETING_ENDS, "2026-12-10T09:00:00");
  g_assert_false (store (f, wrong));
  mlg_record_set_null (wrong, MLG_MEETING_ENDS);
  mlg_record_set_text (wrong, MLG_MEETING_STATE, "locked");
  g_assert_false (store (f, wrong));
}

/* Both sides of each rule. */
static void
test_rules (void)
{
  g_assert_true (mlg_meeting_state_allows (NULL, MLG_MEETING_PLAN));
  g_assert_false (mlg_meeting_state_allows ("draft", MLG_MEETING_ATTEND));
  g_assert_true (mlg_meeting_state_allows ("convened", MLG_MEETING_ATTEND));
  g_assert_false (mlg_meeting_state_allows ("held", MLG_MEETING_REPLY));
  g_assert_true (mlg_meeting_state_allows ("approved", MLG_MEETING_ATTACH));
  g_assert_false (mlg_meeting_state_allows ("approved", MLG_MEETING_REPORT));
  g_assert_false (mlg_meeting_state_allows ("locked", MLG_MEETING_ATTACH));
  g_assert_true (mlg_meeting_state_allows ("locked", MLG_MEETING_FOLLOW));
  g_assert_false (mlg_meeting_state_allows ("cancelled", MLG_MEETING_AGENDA));
  g_assert_false (mlg_meeting_state_allows ("draft", MLG_MEETING_NEVER));
  g_assert_true (mlg_meeting_state_may_become ("draft", "convened"));
  g_assert_false (mlg_meeting_state_may_become ("draft", "approved"));
  g_assert_false (mlg_meeting_state_may_become ("convened", "locked"));
  g_assert_true (mlg_meeting_state_reopens ("locked", "held"));
  g_assert_false (mlg_meeting_state_reopens ("approved", "locked"));
  for (const MlgCode *code = mlg_meeting_states.codes; code->code != NULL; code++)
    g_assert_true (mlg_meeting_state_list_next (code->code)[0] != NULL);
}

static void
test_convene (NetworkFile *f, gconstpointer data)
{
  gint64 undated = add_meeting (f, NULL);
  gint64 id = add_meeting (f, "2026-12-10T09:30:00");
  g_autofree char *day = NULL;

  g_assert_false (set_state (f, undated, "convened", NULL));
  g_assert_true (set_state (f, id, "convened", NULL));
  day = network_file_get (f, "meeting", id, "convened_on");
  g_assert_nonnull (day);
  g_assert_false (set_state (f, id, "locked", NULL));
}

/* A calendar must see that something moved; and only then. */
static void
test_sequence (NetworkFile *f, gconstpointer data)
{
  gint64 id = add_meeting (f, "2026-12-10T09:30:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgRecord) meeting = mlg_record_load (f->db, &mlg_meeting_kind, id, &error);

  mlg_record_set_text (meeting, MLG_MEETING_NOTES, "Réserver la salle");
  g_assert_true (store (f, meeting));
  g_assert_cmpint (mlg_record_get_integer (meeting, MLG_MEETING_SEQUENCE), ==, 0);
  mlg_record_set_text (meeting, MLG_MEETING_PLACE, "Arras");
  g_assert_true (store (f, meeting));
  g_assert_cmpint (mlg_record_get_integer (meeting, MLG_MEETING_SEQUENCE), ==, 1);
}

static gint64
add_outcome (NetworkFile *f, gint64 meeting, const char *type, const char *text)
{
  g_autoptr (MlgRecord) outcome = mlg_record_new (&mlg_outcome_kind);

  mlg_record_set_integer (outcome, MLG_OUTCOME_MEETING, meeting);
  mlg_record_set_text (outcome, MLG_OUTCOME_TYPE, type);
  mlg_record_set_text (outcome, MLG_OUTCOME_TEXT, text);
  return store (f, outcome) ? mlg_record_get_id (outcome) : 0;
}

/* Locked minutes stay as they are, but their actions go on. */
static void
test_lock (NetworkFile *f, gconstpointer data)
{
  gint64 id = add_meeting (f, "2026-11-10T09:30:00");
  g_autoptr (MlgRecord) item = make_item (id, "Bilan");
  g_autoptr (MlgRecord) action = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action_id;

  g_assert_true (store (f, item));
  action_id = add_outcome (f, id, "action", "Envoyer le bilan");
  g_assert_true (set_state (f, id, "held", NULL));
  g_assert_true (set_state (f, id, "approved", NULL));
  g_assert_true (set_state (f, id, "locked", NULL));
  mlg_record_set_text (item, MLG_AGENDA_ITEM_REPORT, "Autre chose");
  g_assert_false (store (f, item));
  g_assert_cmpint (add_outcome (f, id, "decision", "Rien"), ==, 0);
  network_file_begin (f);
  g_assert_false (
      mlg_meeting_remove (f->db, &mlg_agenda_item_kind, mlg_record_get_id (item), &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  g_clear_error (&error);
  mlg_connection_rollback (f->db);
  action = mlg_record_load (f->db, &mlg_outcome_kind, action_id, &error);
  mlg_record_set_text (action, MLG_OUTCOME_STATE, "done");
  g_assert_true (store (f, action));
  g_assert_false (mlg_record_is_null (action, MLG_OUTCOME_DONE_ON));
  mlg_record_set_text (action, MLG_OUTCOME_TEXT, "Autre chose");
  g_assert_false (store (f, action));
}

/* Reopening asks for a reason, and what was approved is kept. */
static void
test_reopen (NetworkFile *f, gconstpointer data)
{
  gint64 id = add_meeting (f, "2026-11-10T09:30:00");
  g_autoptr (MlgRecord) item = make_item (id, "Bilan");
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) kept = NULL;
  g_autoptr (xmlChar) words = NULL;
  gint64 version = 0;

  mlg_record_set_text (item, MLG_AGENDA_ITEM_REPORT, "Première version");
  mlg_record_set_text (item, MLG_AGENDA_ITEM_PRIVATE_NOTES, "Entre nous");
  g_assert_true (store (f, item));
  g_assert_true (set_state (f, id, "held", NULL));
  g_assert_true (set_state (f, id, "approved", NULL));
  g_assert_false (set_state (f, id, "held", NULL));
  g_assert_true (set_state (f, id, "held", "Une erreur sur le bilan"));
  mlg_record_set_text (item, MLG_AGENDA_ITEM_REPORT, "Seconde version");
  g_assert_true (store (f, item));
  g_assert_true (set_state (f, id, "approved", NULL));
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM minutes_version"), ==, 2);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM minutes_version WHERE number=1"
                                          " AND reopened_on IS NOT NULL AND reason LIKE 'Une%'"),
                   ==, 1);
  mlg_connection_get_integer (f->db, &version, &error,
                              "SELECT id FROM minutes_version WHERE number=1", "");
  kept = mlg_meeting_read_minutes (f->db, version, &error);
  g_assert_no_error (error);
  words = xmlNodeGetContent (xmlDocGetRootElement (kept));
  g_assert_nonnull (strstr ((const char *) words, "Première version"));
  g_assert_null (strstr ((const char *) words, "Entre nous"));
  g_assert_false (set_state (f, id, "held", NULL));
}

/* Kept minutes name people by their number: who is erased is erased there too. */
static void
test_erased_from_versions (NetworkFile *f, gconstpointer data)
{
  gint64 id = add_meeting (f, "2026-11-10T09:30:00");
  gint64 person = network_file_add (f, "person", "family_name", "Zwickau", NULL);
  g_autofree char *meeting = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) kept = NULL;
  g_autoptr (xmlDoc) cleaned = NULL;
  g_autoptr (xmlChar) before = NULL;
  g_autoptr (xmlChar) after = NULL;
  gint64 version = 0;

  network_file_add (f, "invitation", "meeting", meeting, "person", who, "attendance", "present",
                    NULL);
  g_assert_true (set_state (f, id, "held", NULL));
  g_assert_true (set_state (f, id, "approved", NULL));
  mlg_connection_get_integer (f->db, &version, &error, "SELECT id FROM minutes_version", "");
  kept = mlg_meeting_read_minutes (f->db, version, &error);
  before = xmlNodeGetContent (xmlDocGetRootElement (kept));
  g_assert_nonnull (strstr ((const char *) before, "Zwickau"));
  g_assert_true (mlg_erase (f->db, &mlg_person_kind, person, "request", left, NULL, &error));
  cleaned = mlg_meeting_read_minutes (f->db, version, &error);
  g_assert_no_error (error);
  after = xmlNodeGetContent (xmlDocGetRootElement (cleaned));
  g_assert_null (strstr ((const char *) after, "Zwickau"));
}

static void
test_attendance (NetworkFile *f, gconstpointer data)
{
  gint64 id = add_meeting (f, "2026-11-10T09:30:00");
  gint64 body = network_file_add (f, "body", "name", "Lille", NULL);
  g_autoptr (MlgRecord) invitation = mlg_record_new (&mlg_invitation_kind);
  g_autoptr (MlgRecord) again = mlg_record_new (&mlg_invitation_kind);
  g_autoptr (GError) error = NULL;

  mlg_record_set_integer (invitation, MLG_INVITATION_MEETING, id);
  mlg_record_set_integer (invitation, MLG_INVITATION_BODY, body);
  g_assert_true (store (f, invitation));
  mlg_record_assign (again, invitation);
  mlg_record_set_id (again, 0);
  g_assert_false (store (f, again));
  mlg_record_set_text (invitation, MLG_INVITATION_ATTENDANCE, "present");
  g_assert_false (store (f, invitation));
  g_assert_true (set_state (f, id, "convened", NULL));
  mlg_record_set_text (invitation, MLG_INVITATION_REPLY, "yes");
  g_assert_true (store (f, invitation));
  g_assert_false (mlg_record_is_null (invitation, MLG_INVITATION_REPLIED_ON));
  network_file_begin (f);
  g_assert_cmpint (mlg_meeting_add_visitor (f->db, id, "Une visiteuse", "Une école", &error), !=,
                   0);
  g_assert_no_error (error);
  network_file_commit (f);
}

static void
test_attachment (NetworkFile *f, gconstpointer data)
{
  gint64 id = add_meeting (f, "2026-11-10T09:30:00");
  g_autoptr (GBytes) small = g_bytes_new_static ("glossaire\0é", 12);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) large =
      g_bytes_new_take (g_malloc0 (MLG_ATTACHMENT_MAX + 1), MLG_ATTACHMENT_MAX + 1);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GBytes) back_empty = NULL;
  g_autoptr (GError) error = NULL;
  gint64 document, nothing;

  network_file_begin (f);
  document = mlg_meeting_attach (f->db, id, 0, "glossaire.txt", NULL, small, &error);
  nothing = mlg_meeting_attach (f->db, id, 0, "vide.txt", "text/plain", empty, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mlg_meeting_attach (f->db, id, 0, "film", NULL, large, &error), ==, 0);
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  g_clear_error (&error);
  network_file_commit (f);
  back = mlg_meeting_load_attachment (f->db, document, &error);
  g_assert_true (g_bytes_equal (back, small));
  back_empty = mlg_meeting_load_attachment (f->db, nothing, &error);
  g_assert_cmpuint (g_bytes_get_size (back_empty), ==, 0);
  g_assert_null (mlg_meeting_load_attachment (f->db, 1, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meetings/edit/rules", test_rules);
  ADD_TEST ("/meetings/edit/new", test_new);
  ADD_TEST ("/meetings/edit/convene", test_convene);
  ADD_TEST ("/meetings/edit/sequence", test_sequence);
  ADD_TEST ("/meetings/edit/lock", test_lock);
  ADD_TEST ("/meetings/edit/reopen", test_reopen);
  ADD_TEST ("/meetings/edit/erased-from-versions", test_erased_from_versions);
  ADD_TEST ("/meetings/edit/attendance", test_attendance);
  ADD_TEST ("/meetings/edit/attachment", test_attachment);
  return g_test_run ();
}

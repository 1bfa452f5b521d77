/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "members/mlg-merge.h"
#include "members/mlg-person.h"
#include "members/mlg-removal.h"
#include "network-file.h"
#include "store/mlg-erasure.h"
#include "store/mlg-search.h"

/* What the store gives to the records of meetings for their description: undo, search, removal with
 * what belongs to them, erasing and merging. */

typedef struct
{
  gint64 meeting, item, body, person, function, invitation, action;
} Kickoff;

static char *
number (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
add_people (NetworkFile *f, Kickoff *k)
{
  g_autofree char *body = NULL;
  g_autofree char *person = NULL;

  k->body = network_file_add (f, "body", "name", "Lille", NULL);
  k->person = network_file_add (f, "person", "family_name", "Zwickau", NULL);
  body = number (k->body);
  person = number (k->person);
  k->function = network_file_add (f, "function", "person", person, "body", body, "title",
                                  "Responsable des achats", NULL);
}

/* A meeting on which one person leaves every kind of trace. */
static Kickoff
add_kickoff (NetworkFile *f)
{
  Kickoff k;
  g_autofree char *meeting = NULL;
  g_autofree char *item = NULL;
  g_autofree char *person = NULL;
  g_autofree char *function = NULL;
  g_autofree char *body = NULL;

  add_people (f, &k);
  person = number (k.person);
  function = number (k.function);
  body = number (k.body);
  k.meeting = network_file_add (f, "meeting", "title", "Lancement", "type", "kick-off", "starts",
                                "10/12/2026 9h30", "sponsor", function, NULL);
  meeting = number (k.meeting);
  k.item = network_file_add (f, "agenda-item", "meeting", meeting, "title", "Définitions", "report",
                             "Le vocabulaire des éco-labels est posé.", "presenter_person", person,
                             NULL);
  item = number (k.item);
  k.invitation = network_file_add (f, "invitation", "meeting", meeting, "person", person, "body",
                                   body, "function", function, "attendance", "present", NULL);
  k.action = network_file_add (f, "outcome", "meeting", meeting, "item", item, "type", "action",
                               "text", "Envoyer le glossaire", "who_person", person, NULL);
  return k;
}

static guint
count_hits (NetworkFile *f, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mlg_search_find (f->db, words, NULL, 100, &error);

  g_assert_no_error (error);
  return hits->len;
}

static void
test_undo (NetworkFile *f, gconstpointer data)
{
  Kickoff k = add_kickoff (f);
  g_autofree char *starts = network_file_get (f, "meeting", k.meeting, "starts");

  g_assert_cmpstr (starts, ==, "2026-12-10T09:30:00");
  network_file_undo (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM outcome"), ==, 0);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM invitation"), ==, 1);
}

static void
test_found (NetworkFile *f, gconstpointer data)
{
  Kickoff k = add_kickoff (f);
  g_autofree char *meeting = number (k.meeting);

  network_file_add (f, "invitation", "meeting", meeting, "visitor_name", "Une visiteuse",
                    "attendance", "visitor", NULL);
  g_assert_cmpuint (count_hits (f, "ecolabels vocabulaire"), ==, 0);
  g_assert_cmpuint (count_hits (f, "vocabulaires"), ==, 1);
  g_assert_cmpuint (count_hits (f, "glossaire"), ==, 1);
  g_assert_cmpuint (count_hits (f, "visiteuse"), ==, 1);
}

/* A meeting goes with all that is on it, and nothing of the members goes. */
static void
test_removed (NetworkFile *f, gconstpointer data)
{
  Kickoff k = add_kickoff (f);
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  mlg_record_remove (f->db, mlg_kind_find (mlg_connection_get_kinds (f->db), "meeting"), k.meeting,
                     &error);
  g_assert_no_error (error);
  network_file_commit (f);
  g_assert_cmpint (network_file_count (f, "SELECT (SELECT count(*) FROM agenda_item)"
                                          " + (SELECT count(*) FROM invitation)"
                                          " + (SELECT count(*) FROM outcome)"),
                   ==, 0);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM person"), ==, 1);
  network_file_undo (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM outcome WHERE item IS NOT NULL"),
                   ==, 1);
}

/* Erasing somebody takes their attendance, and their name from what they present and have to do. */
static void
test_erased (NetworkFile *f, gconstpointer data)
{
  Kickoff k = add_kickoff (f);
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  mlg_erase (f->db, &mlg_person_kind, k.person, "request", left, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (left), ==, 0);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM invitation"), ==, 0);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM outcome WHERE who_person IS NULL"),
                   ==, 1);
  g_assert_cmpint (
      network_file_count (f, "SELECT count(*) FROM agenda_item WHERE presenter_person IS NULL"), ==,
      1);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM meeting WHERE sponsor IS NULL"), ==,
                   1);
  g_assert_cmpuint (count_hits (f, "Zwickau"), ==, 0);
}

/* Merging two people leaves one invitation, which knows what both knew. */
static void
test_merged (NetworkFile *f, gconstpointer data)
{
  Kickoff k = add_kickoff (f);
  g_autofree char *meeting = number (k.meeting);
  gint64 twin =
      network_file_add (f, "person", "family_name", "Zwickau", "email", "achats@example.org", NULL);
  g_autofree char *person = number (twin);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgMergePlan) plan = NULL;

  network_file_add (f, "invitation", "meeting", meeting, "person", person, "reply", "yes", NULL);
  plan = mlg_merge_plan_new (f->db, &mlg_person_kind, k.person, twin, &error);
  g_assert_no_error (error);
  network_file_begin (f);
  mlg_merge_apply (f->db, plan, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM invitation"), ==, 1);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM invitation"
                                          " WHERE reply='yes' AND attendance='present'"),
                   ==, 1);
}

static void
test_constraints (NetworkFile *f, gconstpointer data)
{
  Kickoff k = add_kickoff (f);
  g_autofree char *nobody = g_strdup_printf (
      "INSERT INTO invitation(id, meeting) VALUES(1, %" G_GINT64_FORMAT ")", k.meeting);
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  g_assert_false (mlg_connection_execute (f->db, &error, nobody, ""));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (
      mlg_connection_execute (f->db, &error, "UPDATE meeting SET starts='10/12/2026'", ""));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONSTRAINT);
  mlg_connection_rollback (f->db);
}

static void
test_foreseen (NetworkFile *f, gconstpointer data)
{
  Kickoff k = add_kickoff (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = mlg_removal_foresee (f->db, &mlg_person_kind, k.person, &error);
  guint n_invitations = 0, n_outcomes = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < parts->len; i++)
    {
      const MlgRemovalPart *part = parts->pdata[i];

      if (g_str_equal (part->kind->name, "invitation"))
        n_invitations = part->n_removed;
      if (g_str_equal (part->kind->name, "outcome"))
        n_outcomes = part->n_released;
    }
  g_assert_cmpuint (n_invitations, ==, 1);
  g_assert_cmpuint (n_outcomes, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/meetings/records/undo", test_undo);
  ADD_TEST ("/meetings/records/found", test_found);
  ADD_TEST ("/meetings/records/removed", test_removed);
  ADD_TEST ("/meetings/records/erased", test_erased);
  ADD_TEST ("/meetings/records/merged", test_merged);
  ADD_TEST ("/meetings/records/constraints", test_constraints);
  ADD_TEST ("/meetings/records/foreseen", test_foreseen);
  return g_test_run ();
}

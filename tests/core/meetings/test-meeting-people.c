/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meetings/mlg-meeting-figures.h"
#include "meetings/mlg-meeting-invite.h"
#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "network-file.h"

typedef struct
{
  gint64 meeting, lille, arras, group, buyer;
} People;

static char *
text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gint64
add_holder (NetworkFile *f, gint64 body, const char *name, const char *role)
{
  g_autofree char *person = NULL;
  g_autofree char *at = text (body);
  gint64 id = network_file_add (f, "person", "family_name", name, NULL);

  person = text (id);
  network_file_add (f, "function", "person", person, "body", at, "role", role, NULL);
  return id;
}

/* Lille has a buyer and an elected representative, Arras nobody that is known; the school is none. */
static People
add_people (NetworkFile *f)
{
  People p;
  g_autofree char *group = NULL;
  g_autofree char *sub_group = NULL;
  g_autofree char *arras = NULL;
  gint64 sub;

  p.meeting = network_file_add (f, "meeting", "title", "Plénière", "type", "plenary", "state",
                                "convened", "starts", "2026-12-10T09:30:00", NULL);
  p.lille = network_file_add (f, "body", "name", "Lille", "status", "member", "departement", "59",
                              "category", "7210", NULL);
  p.arras = network_file_add (f, "body", "name", "Arras", "status", "prospect", "departement", "62",
                              "category", "7210", NULL);
  p.buyer = add_holder (f, p.lille, "Acheteuse", "procurement");
  add_holder (f, p.lille, "Élu", "elected");
  p.group = network_file_add (f, "group", "name", "Nettoyage", NULL);
  group = text (p.group);
  sub = network_file_add (f, "group", "name", "Vitres", "parent", group, NULL);
  sub_group = text (sub);
  arras = text (p.arras);
  network_file_add (f, "group-member", "grp", sub_group, "body", arras, NULL);
  return p;
}

static guint
invite (NetworkFile *f, gint64 meeting, MlgInvitees invitees)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  network_file_begin (f);
  mlg_meeting_invite (f->db, meeting, &invitees, &n, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  return n;
}

static void
test_all (NetworkFile *f, gconstpointer data)
{
  People p = add_people (f);

  g_assert_cmpuint (invite (f, p.meeting, (MlgInvitees){ .status = "member" }), ==, 2);
  g_assert_cmpuint (invite (f, p.meeting, (MlgInvitees){ .status = "member" }), ==, 0);
  g_assert_cmpuint (invite (f, p.meeting, (MlgInvitees){ 0 }), ==, 1);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM invitation WHERE person IS NULL"),
                   ==, 1);
  network_file_undo (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM invitation"), ==, 2);
}

static void
test_narrowed (NetworkFile *f, gconstpointer data)
{
  People p = add_people (f);

  g_assert_cmpuint (invite (f, p.meeting, (MlgInvitees){ .role = "elected" }), ==, 1);
  g_assert_cmpuint (
      invite (f, p.meeting, (MlgInvitees){ .status = "prospect", .departement = "59" }), ==, 0);
  g_assert_cmpuint (
      invite (f, p.meeting, (MlgInvitees){ .status = "prospect", .departement = "62" }), ==, 1);
  network_file_undo (f);
  g_assert_cmpuint (invite (f, p.meeting, (MlgInvitees){ .group = p.group }), ==, 1);
}

static void
test_bodies_only (NetworkFile *f, gconstpointer data)
{
  People p = add_people (f);

  g_assert_cmpuint (invite (f, p.meeting, (MlgInvitees){ .bodies_only = TRUE }), ==, 2);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM invitation WHERE person IS NULL"),
                   ==, 2);
}

/* Somebody who is in a group by themselves. */
static void
test_group_of_people (NetworkFile *f, gconstpointer data)
{
  People p = add_people (f);
  g_autofree char *group = text (p.group);
  g_autofree char *person = text (p.buyer);

  network_file_add (f, "group-member", "grp", group, "person", person, NULL);
  network_file_add (f, "group-member", "grp", group, "person", person, "until", "2020-01-01", NULL);
  g_assert_cmpuint (invite (f, p.meeting, (MlgInvitees){ .group = p.group }), ==, 2);
}

static void
test_one (NetworkFile *f, gconstpointer data)
{
  People p = add_people (f);
  g_autoptr (GError) error = NULL;
  gint64 function = network_file_count (f, "SELECT id FROM function WHERE role='procurement'");

  network_file_begin (f);
  g_assert_true (mlg_meeting_invite_one (f->db, p.meeting, &mlg_function_kind, function, &error));
  g_assert_false (mlg_meeting_invite_one (f->db, p.meeting, &mlg_person_kind, p.buyer, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  network_file_commit (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM invitation WHERE body IS NOT NULL"),
                   ==, 1);
}

static void
test_figures (NetworkFile *f, gconstpointer data)
{
  People p = add_people (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgMeetingFigures) figures = NULL;
  const MlgMeetingCount *first;

  invite (f, p.meeting, (MlgInvitees){ 0 });
  network_file_begin (f);
  mlg_connection_execute (f->db, &error,
                          "UPDATE invitation SET reply='yes', attendance='present'"
                          " WHERE person=?1",
                          "i", p.buyer);
  mlg_connection_execute (f->db, &error,
                          "INSERT INTO invitation(id, meeting, visitor_name, attendance)"
                          " VALUES(7, ?1, 'Une visiteuse', 'visitor')",
                          "i", p.meeting);
  network_file_commit (f);
  figures = mlg_meeting_count (f->db, p.meeting, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures->total.invited, ==, 3);
  g_assert_cmpuint (figures->total.yes, ==, 1);
  g_assert_cmpuint (figures->total.silent, ==, 2);
  g_assert_cmpuint (figures->total.present, ==, 1);
  g_assert_cmpuint (figures->total.visitors, ==, 1);
  g_assert_cmpuint (figures->bodies, ==, 1);
  g_assert_cmpuint (figures->by_body->len, ==, 2);
  first = figures->by_body->pdata[0];
  g_assert_cmpuint (first->invited, ==, 3);
  g_assert_cmpstr (first->title, !=, "");
  g_assert_cmpuint (figures->by_role->len, ==, 3);
}

static void
test_came (NetworkFile *f, gconstpointer data)
{
  People p = add_people (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) of_person = NULL;
  g_autoptr (GPtrArray) of_body = NULL;
  gint64 second = network_file_add (f, "meeting", "title", "Suite", "type", "plenary", "starts",
                                    "2027-01-10T09:30:00", NULL);

  invite (f, p.meeting, (MlgInvitees){ .status = "member" });
  invite (f, second, (MlgInvitees){ .role = "procurement" });
  of_person = mlg_meeting_list_came (f->db, &mlg_person_kind, p.buyer, &error);
  of_body = mlg_meeting_list_came (f->db, &mlg_body_kind, p.lille, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_person->len, ==, 2);
  g_assert_cmpuint (of_body->len, ==, 3);
  g_assert_cmpstr (((MlgCame *) of_person->pdata[0])->title, ==, "Suite");
  g_assert_cmpstr (((MlgCame *) of_person->pdata[1])->day, ==, "2026-12-10");
}

static void
test_certificates (NetworkFile *f, gconstpointer data)
{
  People p = add_people (f);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  invite (f, p.meeting, (MlgInvitees){ .status = "member" });
  network_file_begin (f);
  mlg_connection_execute (
      f->db, &error, "UPDATE invitation SET attendance='present' WHERE person=?1", "i", p.buyer);
  g_assert_true (mlg_meeting_certify (f->db, p.meeting, "2026-12-10", &n, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (mlg_meeting_certify (f->db, p.meeting, "2026-12-11", &n, &error));
  g_assert_cmpuint (n, ==, 0);
  network_file_commit (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/meetings/people/all", test_all);
  ADD_TEST ("/meetings/people/narrowed", test_narrowed);
  ADD_TEST ("/meetings/people/bodies-only", test_bodies_only);
  ADD_TEST ("/meetings/people/group-of-people", test_group_of_people);
  ADD_TEST ("/meetings/people/one", test_one);
  ADD_TEST ("/meetings/people/figures", test_figures);
  ADD_TEST ("/meetings/people/came", test_came);
  ADD_TEST ("/meetings/people/certificates", test_certificates);
  return g_test_run ();
}

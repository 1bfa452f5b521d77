/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "meetings/mlg-meeting-agenda.h"
#include "meetings/mlg-meeting-check.h"
#include "meetings/mlg-meeting-context.h"
#include "meetings/mlg-meeting-figures.h"
#include "meetings/mlg-meeting-register.h"
#include "meetings/mlg-meeting.h"
#include "mlg-kinds.h"
#include "store/mlg-action.h"
#include "store/mlg-query.h"
#include "store/mlg-record-sql.h"

/* How long the list of 20 years of meetings takes to open, and one of them: what screens ask of the core. */

enum
{
  MEETINGS = 2000,
  INVITED = 30, /* to each: 60,000 attendances */
  BODIES = 150,
  PEOPLE = 300,
  ITEMS = 6,
  ROWS = 50, /* of a page of the list */
  LOOKED_AT = 40,
  ROUNDS = 5,
  AIM = 100 /* milliseconds */
};

static _Noreturn void
give_up (const GError *error)
{
  g_printerr ("meetings: %s\n", error->message);
  exit (1);
}

#define COUNT(n)                                                                                   \
  "WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM k WHERE i<" G_STRINGIFY (n) ") "

/* Rows as actions write them, many at a time. */
static gboolean
fill (MlgConnection *db, gpointer data, GError **error)
{
  static const char *const sql[] = {
    COUNT (150) "INSERT INTO body (id, name, departement, city) SELECT i, 'Organisme ' || i,"
                " CASE i%5 WHEN 0 THEN '02' WHEN 1 THEN '59' WHEN 2 THEN '60' WHEN 3 THEN '62' "
                "ELSE '80' END, 'Ville ' || i FROM k",
    COUNT (300) "INSERT INTO person (id, family_name, email) SELECT i, 'Personne ' || i,"
                " 'p' || i || '@example.org' FROM k",
    COUNT (300) "INSERT INTO function (id, person, body, title, role) SELECT i, i, 1+i%150,"
                " 'Fonction', 'procurement' FROM k",
    COUNT (2000) "INSERT INTO meeting (id, title, type, state, starts, ends, place, uid, sequence)"
                 " SELECT i, 'Réunion ' || i, CASE i%3 WHEN 0 THEN 'plenary' WHEN 1 THEN "
                 "'working-group'"
                 " ELSE 'kick-off' END, CASE WHEN i>1900 THEN 'draft' ELSE 'held' END,"
                 " date('2006-01-02', '+' || (i*3.65) || ' days') || 'T09:30:00',"
                 " date('2006-01-02', '+' || (i*3.65) || ' days') || 'T12:30:00', 'Mairie', 'u' || "
                 "i, 0 FROM k",
    COUNT (12000) "INSERT INTO agenda_item (id, meeting, position, title, minutes, purpose)"
                  " SELECT i, 1+(i-1)/6, 1+(i-1)%6, 'Point ' || i, 25, 'inform' FROM k",
    COUNT (60000) "INSERT INTO invitation (id, meeting, body, person, function, reply, attendance)"
                  " SELECT i, 1+(i-1)/30, 1+i%150, 1+i%300, 1+i%300, 'yes', 'present' FROM k",
    COUNT (
        10000) "INSERT INTO outcome (id, meeting, item, type, text, due_on, state) SELECT i, "
               "1+(i-1)/5,"
               " 1+((i-1)/5)*6, CASE i%2 WHEN 0 THEN 'action' ELSE 'decision' END, 'Énoncé ' || i,"
               " '2020-01-01', CASE WHEN i%50=0 THEN 'open' ELSE 'done' END FROM k",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    if (!mlg_connection_execute (db, error, sql[i], ""))
      return FALSE;
  return TRUE;
}

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static gboolean
show (const char *name, double worst)
{
  g_print ("%s, milliseconds: %.1f, aim %d\n", name, worst, AIM);
  return worst <= AIM;
}

/* What the page shows first: how many, a page of rows by date, two facets, and what is late. */
static void
open_page (MlgConnection *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_meeting_kind);
  g_autoptr (MlgQuery) query = mlg_query_with_sort (all, MLG_MEETING_STARTS, TRUE);
  g_autoptr (GArray) ids = mlg_query_run (query, db, &error);
  g_autoptr (GPtrArray) rows = ids != NULL ? mlg_query_load (query, db, ROWS, 0, &error) : NULL;
  g_autoptr (GPtrArray) types =
      rows != NULL ? mlg_query_facet (query, db, MLG_MEETING_TYPE, &error) : NULL;
  g_autoptr (GPtrArray) states =
      types != NULL ? mlg_query_facet (query, db, MLG_MEETING_STATE, &error) : NULL;
  g_autoptr (GPtrArray) actions =
      states != NULL ? mlg_register_list_actions (db, FALSE, NULL, &error) : NULL;

  if (actions == NULL)
    give_up (error);
  g_assert_cmpuint (ids->len, ==, MEETINGS);
  g_assert_cmpuint (rows->len, ==, ROWS);
}

/* What a meeting shows: itself, its agenda, who is invited, the figures, what it lacks, and its papers'
 * context. */
static void
open_meeting (MlgConnection *db, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgRecord) meeting = mlg_record_load (db, &mlg_meeting_kind, id, &error);
  g_autoptr (MlgAgenda) agenda = meeting != NULL ? mlg_agenda_load (db, id, &error) : NULL;
  g_autoptr (MlgMeetingFigures) figures =
      agenda != NULL ? mlg_meeting_count (db, id, &error) : NULL;
  g_autoptr (GPtrArray) lacks = figures != NULL ? mlg_meeting_check (db, id, &error) : NULL;
  xmlDoc *context = lacks != NULL ? mlg_meeting_make_context (db, id, &error) : NULL;

  if (context == NULL)
    give_up (error);
  g_assert_cmpuint (agenda->times->len, ==, ITEMS);
  g_assert_cmpuint (figures->total.invited, ==, INVITED);
  xmlFreeDoc (context);
}

static gboolean
measure (MlgConnection *db)
{
  double page = 0, meeting = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double began = now ();

      open_page (db);
      page = MAX (page, now () - began);
    }
  for (gint64 i = 0; i < LOOKED_AT; i++)
    {
      double began = now ();

      open_meeting (db, 1 + i * (MEETINGS / LOOKED_AT));
      meeting = MAX (meeting, now () - began);
    }
  return show ("page of 2,000 meetings", page)
         & show ("any of them, with 60,000 attendances", meeting);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("maillage-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "x.maillage", NULL);
  MlgConnection *db = mlg_connection_open (path, MLG_OPEN_CREATE, mlg_kinds, &error);
  gboolean good;

  if (db == NULL || !mlg_connection_act (db, "Fill", fill, NULL, NULL, &error))
    give_up (error);
  mlg_connection_close (db);
  db = mlg_connection_open (path, MLG_OPEN_READ_ONLY, mlg_kinds, &error);
  if (db == NULL)
    give_up (error);
  good = measure (db);
  mlg_connection_close (db);
  g_remove (path);
  g_rmdir (folder);
  return good ? 0 : 1;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/mlg-action.h"
#include "store/mlg-history-report.h"
#include "store/mlg-record-sql.h"
#include "thing.h"

typedef struct
{
  char *folder;
  MlgConnection *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = mlg_thing_make_folder ();
  f->db = mlg_thing_create (f->folder, "test.maillage");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->db, mlg_connection_close);
  mlg_thing_remove_folder (f->folder);
}

static gint64
get_last_action (Fixture *f)
{
  gint64 action = 0;

  mlg_connection_get_integer (f->db, &action, NULL, "SELECT max(id) FROM action", "");
  return action;
}

static MlgRecordReport *
report_only (Fixture *f, GPtrArray **reports)
{
  g_autoptr (GError) error = NULL;

  *reports = mlg_history_report (f->db, get_last_action (f), 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*reports)->len, ==, 1);
  return (*reports)->pdata[0];
}

static gboolean
edit (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_record_update (db, data, error);
}

static gboolean
remove_thing (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_record_remove (db, &mlg_thing_kind, *(gint64 *) data, error);
}

static void
act (Fixture *f, MlgActionFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  mlg_connection_act (f->db, "Edit", func, data, NULL, &error);
  g_assert_no_error (error);
}

static void
test_added (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) reports = NULL;
  gint64 id = mlg_thing_add (f->db, "Lille", "une ville");
  MlgRecordReport *report = report_only (f, &reports);

  g_assert_cmpint (report->operation, ==, MLG_REPORT_ADDED);
  g_assert_cmpint (report->id, ==, id);
  g_assert_cmpstr (report->name, ==, "Lille");
  g_assert_cmpuint (report->lines->len, >=, 2);
  g_assert_cmpstr (report->lines->pdata[0], ==, "Name: Lille");
  g_assert_cmpstr (report->lines->pdata[1], ==, "Notes: une ville");
}

static void
test_changed (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) reports = NULL;
  gint64 whole = mlg_thing_add (f->db, "Nord", NULL);
  gint64 id = mlg_thing_add (f->db, "Lille", NULL);
  g_autoptr (MlgRecord) thing = mlg_record_load (f->db, &mlg_thing_kind, id, NULL);
  MlgRecordReport *report;

  mlg_record_set_integer (thing, MLG_THING_WHOLE, whole);
  mlg_record_set_text (thing, MLG_THING_NAME, "Lille-Centre");
  act (f, edit, thing);
  report = report_only (f, &reports);
  g_assert_cmpint (report->operation, ==, MLG_REPORT_CHANGED);
  g_assert_cmpstr (report->name, ==, "Lille-Centre");
  g_assert_cmpuint (report->lines->len, ==, 2);
  g_assert_cmpstr (report->lines->pdata[0], ==, "Name: Lille → Lille-Centre");
  g_assert_cmpstr (report->lines->pdata[1], ==, "Part of: Nord");
}

static void
test_removed_has_its_name (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) reports = NULL;
  gint64 id = mlg_thing_add (f->db, "Lille", NULL);
  MlgRecordReport *report;

  act (f, remove_thing, &id);
  report = report_only (f, &reports);
  g_assert_cmpint (report->operation, ==, MLG_REPORT_REMOVED);
  g_assert_cmpstr (report->name, ==, "Lille");
}

static gint64
count (Fixture *f)
{
  gint64 n = -1;

  mlg_connection_get_integer (f->db, &n, NULL, "SELECT count(*) FROM thing", "");
  return n;
}

static void
test_travel (Fixture *f, gconstpointer data)
{
  gint64 actions[4];
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgChanges) changes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      mlg_thing_add (f->db, "Thing", NULL);
      actions[i] = get_last_action (f);
    }
  g_assert_true (mlg_history_travel (f->db, actions[1], &changes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (f), ==, 2);
  g_assert_true (mlg_changes_touch_kind (changes, &mlg_thing_kind));
  g_assert_true (mlg_history_travel (f->db, actions[3], NULL, &error));
  g_assert_cmpint (count (f), ==, 4);
  g_assert_true (mlg_history_travel (f->db, actions[3], NULL, &error));
  g_assert_cmpint (count (f), ==, 4);
  g_assert_true (mlg_history_travel (f->db, actions[0], NULL, &error));
  g_assert_cmpint (count (f), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/history-report/added", Fixture, NULL, set_up, test_added, tear_down);
  g_test_add ("/store/history-report/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/store/history-report/removed", Fixture, NULL, set_up, test_removed_has_its_name,
              tear_down);
  g_test_add ("/store/history-report/travel", Fixture, NULL, set_up, test_travel, tear_down);
  return g_test_run ();
}

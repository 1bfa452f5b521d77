/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "fault.h"
#include "store/mlg-action.h"
#include "store/mlg-backup.h"
#include "store/mlg-erasure.h"
#include "store/mlg-history.h"
#include "store/mlg-record-sql.h"
#include "thing.h"

/* Each thing that is done to a file is done again with each of its accesses to the disk, or to memory,
 * failing in its turn. Whatever fails: what was reported done is there, the file opens, is sound, and is
 * as it was before or as it should be after. */
#define ERASED 1001

typedef gboolean (*Operation) (MlgConnection *db, GError **error);

static gboolean
act (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_connection_execute (
             db, error, "INSERT INTO thing(id, name, notes) VALUES(2001, 'Douai', 'new')", "")
         && mlg_connection_execute (db, error, "UPDATE thing SET notes='changed' WHERE id=1002", "")
         && mlg_record_remove (db, &mlg_thing_kind, 1003, error);
}

static gboolean
do_action (MlgConnection *db, GError **error)
{
  return mlg_connection_act (db, "Act", act, NULL, NULL, error);
}

static gboolean
do_undo (MlgConnection *db, GError **error)
{
  return mlg_history_undo (db, NULL, NULL, error);
}

static gboolean
do_redo (MlgConnection *db, GError **error)
{
  return mlg_history_redo (db, NULL, NULL, error);
}

static gboolean
do_backup (MlgConnection *db, GError **error)
{
  return mlg_backup_make (db, MLG_BACKUP_ASKED, NULL, error);
}

static gboolean
do_restore (MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) backups = mlg_backup_list (mlg_connection_get_path (db));

  return mlg_backup_restore (db, ((MlgBackup *) backups->pdata[backups->len - 1])->path, error);
}

static gboolean
do_erase (MlgConnection *db, GError **error)
{
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();

  return mlg_erase (db, &mlg_thing_kind, ERASED, NULL, left, NULL, error);
}

static gboolean
run_sql (MlgConnection *db, gpointer sql, GError **error)
{
  return mlg_connection_execute (db, error, sql, "");
}

static void
act_sql (MlgConnection *db, const char *name, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_connection_act (db, name, run_sql, (gpointer) sql, NULL, &error));
  g_assert_no_error (error);
}

/* A file with a life behind it: things, a backup, an action undone. */
static void
make_file (const char *folder)
{
  g_autoptr (MlgConnection) db = mlg_thing_create (folder, "test.maillage");
  g_autoptr (GError) error = NULL;

  act_sql (db, "Fill",
           "WITH RECURSIVE n(i) AS (SELECT 1001 UNION ALL SELECT i+1 FROM n WHERE i<1060)"
           " INSERT INTO thing(id, name, notes, whole) SELECT i,"
           " iif(i=1001,'Zwxqvanter','thing '||i), hex(zeroblob(100)),"
           " iif(i BETWEEN 1004 AND 1008, 1003, NULL) FROM n");
  g_assert_true (mlg_backup_make (db, MLG_BACKUP_ASKED, NULL, &error));
  act_sql (db, "Name Zwxqvanter", "UPDATE thing SET notes='of Zwxqvanter' WHERE id=1001");
  act_sql (db, "To undo", "UPDATE thing SET size=7 WHERE id>1010");
  act_sql (db, "Undone", "UPDATE thing SET size=9 WHERE id>1020");
  g_assert_true (mlg_history_undo (db, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
copy_folder (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *contents = NULL;
      gsize size;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          copy_folder (source, target);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &contents, &size, NULL));
      g_assert_true (g_file_set_contents_full (target, contents, (gssize) size,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

typedef struct
{
  const char *name;
  Operation operation;
  gboolean lasting;
  int code; /* SQLITE_IOERR, SQLITE_FULL, or SQLITE_NOMEM for memory */
} Scenario;

typedef struct
{
  char *folder; /* (owned) */
  char *base;   /* (owned) the folder with the file as it is before */
  char *before; /* (owned) what it says */
  char *after;  /* (owned) what it should say */
} Fixture;

static char *
read_state (const char *folder)
{
  g_autoptr (MlgConnection) db = mlg_thing_open (folder, "test.maillage");

  mlg_thing_verify (db);
  return mlg_thing_dump (db);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  const Scenario *scenario = data;
  g_autofree char *clean = NULL;
  g_autoptr (GError) error = NULL;
  MlgConnection *db;

  f->folder = mlg_thing_make_folder ();
  f->base = g_build_filename (f->folder, "base", NULL);
  g_assert_cmpint (g_mkdir (f->base, 0700), ==, 0);
  make_file (f->base);
  f->before = read_state (f->base);
  clean = g_build_filename (f->folder, "clean", NULL);
  copy_folder (f->base, clean);
  db = mlg_thing_open (clean, "test.maillage");
  g_assert_true (scenario->operation (db, &error));
  g_assert_no_error (error);
  mlg_connection_close (db);
  f->after = read_state (clean);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->base);
  g_free (f->before);
  g_free (f->after);
  mlg_thing_remove_folder (f->folder);
}

static void
assert_backups_whole (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.maillage", NULL);
  g_autoptr (GPtrArray) backups = mlg_backup_list (path);

  g_assert_cmpuint (backups->len, >=, 1);
  for (guint i = 0; i < backups->len; i++)
    {
      g_autoptr (GError) error = NULL;
      MlgConnection *db = mlg_connection_open (((MlgBackup *) backups->pdata[i])->path,
                                               MLG_OPEN_READ_ONLY, mlg_thing_kinds, &error);

      g_assert_no_error (error);
      mlg_thing_verify (db);
      mlg_connection_close (db);
    }
}

static void
assert_whole (Fixture *f, const Scenario *scenario, const char *folder, gboolean done)
{
  g_autofree char *state = read_state (folder);
  g_autofree char *where = NULL;

  if (done || !g_str_equal (state, f->before))
    g_assert_cmpstr (state, ==, f->after);
  assert_backups_whole (folder);
  /* What was cut short is finished at the opening. */
  if (scenario->operation == do_erase && g_str_equal (state, f->after))
    where = mlg_thing_find_bytes (folder, "zwxqv");
  g_assert_cmpstr (where, ==, NULL);
}

/* Returns: whether the fault was met: once it lies beyond the end, all has been tried. */
static gboolean
try_fault (Fixture *f, const Scenario *scenario, guint nth)
{
  char *folder = g_build_filename (f->folder, "try", NULL);
  g_autoptr (GError) error = NULL;
  MlgConnection *db;
  gboolean done, met;

  copy_folder (f->base, folder);
  db = mlg_thing_open (folder, "test.maillage");
  if (scenario->code == SQLITE_NOMEM)
    mlg_fault_arm_memory (nth, scenario->lasting);
  else
    mlg_fault_arm (nth, scenario->code, scenario->lasting);
  done = scenario->operation (db, &error);
  met = mlg_fault_disarm ();
  g_assert_true (done == (error == NULL));
  g_assert_true (done || met);
  mlg_connection_close (db);
  assert_whole (f, scenario, folder, done);
  mlg_thing_remove_folder (folder);
  return met;
}

/* All of the first accesses, and of the later ones some, others in each run; all with MLG_TEST_LONG. */
static guint
choose_next (guint nth)
{
  enum
  {
    DENSE = 20
  };
  const char *all = g_getenv ("MLG_TEST_LONG");

  if (nth <= DENSE || (all != NULL && *all != '\0'))
    return nth + 1;
  return nth + (guint) g_test_rand_int_range (1, 1 + 2 * (gint32) nth / DENSE);
}

static void
test_faults (Fixture *f, gconstpointer data)
{
  guint nth = 1;

  while (try_fault (f, data, nth))
    nth = choose_next (nth);
  g_assert_cmpuint (nth, >, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    Operation operation;
  } operations[] = {
    { "action", do_action }, { "undo", do_undo },       { "redo", do_redo },
    { "backup", do_backup }, { "restore", do_restore }, { "erase", do_erase },
  };
  static const struct
  {
    const char *name;
    int code;
    gboolean lasting;
  } faults[] = {
    { "one-error", SQLITE_IOERR, FALSE },
    { "dead-disk", SQLITE_IOERR, TRUE },
    { "full-disk", SQLITE_FULL, TRUE },
    { "no-memory", SQLITE_NOMEM, FALSE },
  };
  static Scenario scenarios[G_N_ELEMENTS (operations) * G_N_ELEMENTS (faults)];
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  mlg_fault_install ();
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    for (guint j = 0; j < G_N_ELEMENTS (faults); j++)
      {
        g_autofree char *path =
            g_strdup_printf ("/store/fault/%s/%s", operations[i].name, faults[j].name);
        Scenario *scenario = &scenarios[n++];

        scenario->name = operations[i].name;
        scenario->operation = operations[i].operation;
        scenario->code = faults[j].code;
        scenario->lasting = faults[j].lasting;
        g_test_add (path, Fixture, scenario, set_up, test_faults, tear_down);
      }
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-kinds.h"
#include "network/mlg-network.h"
#include "store/mlg-backup.h"
#include "store/mlg-recovery.h"
#include "thing.h"

typedef struct
{
  char *folder;
  char *path;   /* (owned) of a damaged file */
  char *backup; /* (owned) of it, when it held a network */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgRecord) network = mlg_record_new (&mlg_network_kind);
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (GError) error = NULL;

  f->folder = mlg_thing_make_folder ();
  f->path = g_build_filename (f->folder, "test.maillage", NULL);
  db = mlg_connection_open (f->path, MLG_OPEN_CREATE, mlg_kinds, &error);
  g_assert_no_error (error);
  mlg_record_set_text (network, MLG_NETWORK_NAME, "Lille");
  mlg_network_create (db, network, &error);
  g_assert_no_error (error);
  mlg_backup_make (db, MLG_BACKUP_ASKED, &f->backup, &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, mlg_connection_close);
  g_file_set_contents (f->path, "not a database any more", -1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->path);
  g_free (f->backup);
  mlg_thing_remove_folder (f->folder);
}

static void
assert_damaged (const char *path)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "not a database any more");
}

static void
test_backup_takes_the_place (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (MlgRecord) network = NULL;

  mlg_recovery_run (f->path, f->backup, mlg_kinds, &kept, &error);
  g_assert_no_error (error);
  assert_damaged (kept);
  g_assert_true (g_str_has_prefix (kept, f->folder));
  db = mlg_connection_open (f->path, MLG_OPEN_DEFAULT, mlg_kinds, &error);
  g_assert_no_error (error);
  network = mlg_network_load (db, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mlg_record_get_text (network, MLG_NETWORK_NAME), ==, "Lille");
}

static void
test_bad_backup_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (f->backup, "neither is this", -1, NULL));
  g_assert_false (mlg_recovery_run (f->path, f->backup, mlg_kinds, &kept, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_NOT_DATABASE);
  g_assert_null (kept);
  assert_damaged (f->path);
}

static void
test_missing_backup (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mlg_recovery_run (f->path, "/nowhere/x.maillage", mlg_kinds, NULL, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING);
  assert_damaged (f->path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/recovery/backup-takes-the-place", Fixture, NULL, set_up,
              test_backup_takes_the_place, tear_down);
  g_test_add ("/store/recovery/bad-backup", Fixture, NULL, set_up, test_bad_backup_changes_nothing,
              tear_down);
  g_test_add ("/store/recovery/missing-backup", Fixture, NULL, set_up, test_missing_backup,
              tear_down);
  return g_test_run ();
}

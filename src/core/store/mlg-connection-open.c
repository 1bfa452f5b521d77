/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "mlg-connection-private.h"
#include "mlg-fold.h"
#include "mlg-lock.h"
#include "mlg-record-private.h"
#include "mlg-schema.h"
#include "mlg-statement-private.h"
#include "mlg-store-file.h"
#include "mlg-markup.h"
#include "mlg-tokenizer.h"

/* Opening a network file: what is under the name, who has it, what it may need. */

/* What a large import leaves in the write-ahead log is given back to the disk down to this. The log
 * itself goes into the file each thousand pages, which SQLite does by itself after a commit, as far
 * as no reader needs it. */
#define LOG_LEFT        "4194304"
#define BUSY_TIMEOUT_MS 5000
/* KiB of pages that are kept: a reader finds them again in the memory of the system; a writer may have
 * a large import to put in order. */
#define READER_CACHE    2000
#define WRITER_CACHE    64000
#define PROGRESS_STEPS  20000
#define DEFAULT_BACKUPS 30
#define DEFAULT_HISTORY (64 * 1024 * 1024)

static int
on_progress (gpointer data)
{
  MlgConnection *db = data;

  return db->cancellable != NULL && g_cancellable_is_cancelled (db->cancellable);
}

/* A file that is there must be one that can be opened as @flags say. */
static gboolean
check_file (const char *path, MlgOpenFlags flags, GError **error)
{
  GStatBuf info = { 0 };

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_NOT_DATABASE,
                 _ ("%s: this is a folder, not a network file"), path);
  else if (g_access (path, R_OK) != 0)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY,
                 _ ("%s: you may not read this file"), path);
  else if (g_stat (path, &info) == 0 && info.st_size == 0)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_NOT_DATABASE,
                 _ ("%s: this file is empty: it is not a network file; restore a backup of it"),
                 path);
  else if ((flags & MLG_OPEN_READ_ONLY) == 0 && g_access (path, W_OK) != 0)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY,
                 _ ("%s: this file is read-only: copy it to a folder of yours and open the copy"),
                 path);
  else
    return TRUE;
  return FALSE;
}

/* Whether there is, or is not, a file that can be opened as @flags say; else sets @error. */
gboolean
mlg_connection_check_file (const char *path, MlgOpenFlags flags, GError **error)
{
  /* A symbolic link that leads nowhere is a name that is taken, but no file. */
  gboolean taken =
      g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);

  if ((flags & MLG_OPEN_CREATE) != 0 && taken)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_EXISTS,
                 _ ("%s: there is already a file of this name; choose another one"), path);
  else if ((flags & MLG_OPEN_CREATE) != 0)
    return TRUE;
  else if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING, _ ("%s: no such file"), path);
  else
    return check_file (path, flags, error);
  return FALSE;
}

/* A file in write-ahead mode on a read-only medium cannot have the index that its readers share;
 * nobody can write there either, so it may be read as a file that never changes. */
static gboolean
is_immutable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  return g_access (folder, W_OK) != 0 && !g_file_test (wal, G_FILE_TEST_EXISTS);
}

static char *
build_uri (const char *path, MlgOpenFlags flags)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);
  const char *mode = "rw";

  if ((flags & MLG_OPEN_CREATE) != 0)
    mode = "rwc";
  else if ((flags & MLG_OPEN_READ_ONLY) != 0)
    mode = is_immutable (path) ? "ro&immutable=1" : "ro";
  return g_strdup_printf ("file:%s?mode=%s", escaped, mode);
}

static gboolean
configure (MlgConnection *db, GError **error)
{
  g_autofree char *cache =
      g_strdup_printf ("PRAGMA cache_size=-%d", db->read_only ? READER_CACHE : WRITER_CACHE);

  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_progress_handler (db->handle, PROGRESS_STEPS, on_progress, db);
  mlg_fold_register (db->handle);
  mlg_markup_register (db->handle);
  if (!mlg_tokenizer_register (db->handle, error))
    return FALSE;
  return mlg_connection_exec (db, cache, error)
         && mlg_connection_exec (db,
                                 "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;"
                                 "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
                                 "PRAGMA secure_delete=FAST; PRAGMA temp_store=MEMORY;"
                                 "PRAGMA journal_size_limit=" LOG_LEFT,
                                 error);
}

/* Opens without looking at what is inside. */
MlgConnection *
mlg_connection_open_raw (const char *path,
                         MlgOpenFlags flags,
                         const MlgKind *const *kinds,
                         GError **error)
{
  g_autoptr (MlgConnection) db = g_new0 (MlgConnection, 1);
  g_autofree char *uri = NULL;
  int mode = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;

  /* Nobody asks how much memory SQLite has; counting it takes a lock at each allocation. Once SQLite is
   * at work this is refused, which does no harm. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  db->path = mlg_store_file_resolve (path);
  db->kinds = kinds;
  db->thread = g_thread_self ();
  db->read_only = (flags & MLG_OPEN_READ_ONLY) != 0;
  db->limits.backups = DEFAULT_BACKUPS;
  db->limits.history = DEFAULT_HISTORY;
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, mlg_statement_destroy);
  db->record_sql = mlg_record_sql_table_new ();
  uri = build_uri (db->path, flags);
  mode |= db->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if ((flags & MLG_OPEN_CREATE) != 0)
    mode |= SQLITE_OPEN_CREATE;
  if (!mlg_connection_check (db, sqlite3_open_v2 (uri, &db->handle, mode, NULL), error)
      || !configure (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* A new file is made beside, and gets its name once it is whole: nobody ever opens half of one. */
static gboolean
create (const char *path, const MlgKind *const *kinds, GError **error)
{
  g_autofree char *made = mlg_store_file_reserve (path, error);
  MlgConnection *db;
  gboolean whole;

  if (made == NULL)
    return FALSE;
  db = mlg_connection_open_raw (made, MLG_OPEN_CREATE, kinds, error);
  whole = db != NULL && mlg_schema_prepare (db, TRUE, error);
  g_clear_pointer (&db, mlg_connection_close);
  whole = whole && mlg_store_file_put (made, path, FALSE, error);
  if (!whole)
    mlg_store_file_remove (made);
  return whole;
}

/**
 * mlg_connection_open_within:
 * @path: the network file
 * @flags: see #MlgOpenFlags
 * @kinds: the descriptions of all kinds of record, ended by %NULL; must outlive the connection
 * @limits: (nullable): how much is kept; %NULL for the usual 30 backups and 64 MiB of history
 *
 * Opens a network file, and brings an older one to the present schema after copying it into its
 * folder of backups. The connection belongs to the thread that opened it. One who writes in the file
 * for a moment is waited for; see mlg_lock_take().
 *
 * Errors: each code of #MlgStoreError but CONFLICT and CONSTRAINT has its own message;
 * %G_IO_ERROR_CANCELLED when the thread's current cancellable ended a wait.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set; nothing was changed then
 */
MlgConnection *
mlg_connection_open_within (const char *path,
                            MlgOpenFlags flags,
                            const MlgKind *const *kinds,
                            const MlgLimits *limits,
                            GError **error)
{
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (MlgLock) lock = NULL;
  g_autofree char *resolved = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (kinds != NULL, NULL);

  if (!mlg_connection_check_file (path, flags, error))
    return NULL;
  resolved = mlg_store_file_resolve (path);
  if ((flags & MLG_OPEN_READ_ONLY) == 0)
    lock = mlg_lock_take (resolved, (flags & MLG_OPEN_LASTING) != 0, error);
  if ((flags & MLG_OPEN_READ_ONLY) == 0 && lock == NULL)
    return NULL;
  /* Another program may have made or removed it just before the lock was ours. */
  if (lock != NULL && !mlg_connection_check_file (path, flags, error))
    return NULL;
  if ((flags & MLG_OPEN_CREATE) != 0 && !create (resolved, kinds, error))
    return NULL;
  db = mlg_connection_open_raw (resolved, flags & ~(guint) MLG_OPEN_CREATE, kinds, error);
  if (db == NULL)
    return NULL;
  db->lock = g_steal_pointer (&lock);
  if (limits != NULL)
    mlg_connection_set_limits (db, limits);
  return mlg_schema_prepare (db, FALSE, error) ? g_steal_pointer (&db) : NULL;
}

/**
 * mlg_connection_open:
 *
 * Opens a network file as mlg_connection_open_within() does, with the usual limits.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set; nothing was changed then
 */
MlgConnection *
mlg_connection_open (const char *path,
                     MlgOpenFlags flags,
                     const MlgKind *const *kinds,
                     GError **error)
{
  return mlg_connection_open_within (path, flags, kinds, NULL, error);
}

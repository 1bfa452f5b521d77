/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-action-private.h"
#include "mlg-backup-private.h"
#include "mlg-connection-private.h"
#include "mlg-store-file.h"

/* Copies of a whole network file, made with SQLite's backup interface. */
#define PAGES_AT_ONCE 256
#define MOST_TRIES    6

/* Copies page by page, so that a person can give up and a progress bar moves. Each try at a file that
 * is in use has already waited as long as the connection does. */
static gboolean
copy_pages (MlgConnection *reporter,
            MlgConnection *to,
            const char *doing,
            sqlite3_backup *backup,
            GError **error)
{
  guint n_tries = 0;
  int code;

  do
    {
      int total, left;

      code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      total = sqlite3_backup_pagecount (backup);
      left = sqlite3_backup_remaining (backup);
      if (!mlg_connection_report (reporter, total > 0 ? 1.0 - (double) left / total : 0, doing,
                                  error))
        return FALSE;
      n_tries = code == SQLITE_OK ? 0 : n_tries + 1;
    }
  while (code == SQLITE_OK
         || ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && n_tries < MOST_TRIES));
  return mlg_connection_check (to, code, error);
}

/* The copy is of one instant, whatever others write meanwhile: without a transaction SQLite would
 * start again after each of their writes. */
static gboolean
hold_still (MlgConnection *from, GError **error)
{
  gint64 n = 0;

  return mlg_connection_exec (from, "BEGIN", error)
         && mlg_connection_get_integer (from, &n, error, "SELECT count(*) FROM sqlite_schema", "");
}

static gboolean
copy_held (MlgConnection *from,
           MlgConnection *to,
           MlgConnection *reporter,
           const char *doing,
           GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  gboolean copied;
  int code;

  if (backup == NULL)
    {
      mlg_connection_fail (to, sqlite3_errcode (to->handle), error);
      return FALSE;
    }
  copied = copy_pages (reporter, to, doing, backup, error);
  code = sqlite3_backup_finish (backup);
  return copied && mlg_connection_check (to, code, error);
}

/* Copies all of a file into another one, whose contents go; all or nothing.
 * @reporter: whose cancellable and progress count */
gboolean
mlg_backup_copy (MlgConnection *from,
                 MlgConnection *to,
                 MlgConnection *reporter,
                 const char *doing,
                 GError **error)
{
  gboolean copied = hold_still (from, error) && copy_held (from, to, reporter, doing, error);

  mlg_connection_rollback_transaction (from);
  return copied;
}

/* Writes a copy as one file: without a write-ahead log beside it. The file at @path is empty. It need not
 * be on the disk before it is whole: mlg_store_file_put() sees to that, once, when it gets its name. */
gboolean
mlg_backup_write_copy (MlgConnection *db, MlgConnection *reporter, const char *path, GError **error)
{
  g_autoptr (MlgConnection) copy =
      mlg_connection_open_raw (path, MLG_OPEN_CREATE, db->kinds, error);

  if (copy != NULL)
    copy->is_copy = TRUE;
  return copy != NULL && mlg_connection_exec (copy, "PRAGMA synchronous=OFF", error)
         && mlg_backup_copy (db, copy, reporter, _ ("Making a backup"), error)
         && mlg_connection_exec (copy, "PRAGMA journal_mode=DELETE", error);
}

/**
 * mlg_backup_write:
 * @path: where; a file that is there is replaced, once the copy is whole
 *
 * Writes a copy of the network file as it is now. Not while an action is open.
 */
gboolean
mlg_backup_write (MlgConnection *db, const char *path, GError **error)
{
  g_autofree char *partial = NULL;
  gboolean written;

  g_return_val_if_fail (db->action == NULL, FALSE);

  if (mlg_store_file_is_same (path, db->path))
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_EXISTS,
                   _ ("%s: this is the network file itself; choose another name"), path);
      return FALSE;
    }
  partial = mlg_store_file_reserve (path, error);
  if (partial == NULL)
    return FALSE;
  written = mlg_backup_write_copy (db, db, partial, error)
            && mlg_store_file_put (partial, path, TRUE, error);
  if (!written)
    mlg_store_file_remove (partial);
  return written;
}

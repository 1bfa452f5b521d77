/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-recovery.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mlg-backup.h"

/* A file that cannot be opened any more is replaced by one of its backups. SQLite's own files beside it
 * belong to what is damaged: they move with it, or they would be played into the new file. */
static const char *const parts[] = { "", "-wal", "-shm" };

static gboolean
move (const char *from, const char *to, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *source = g_strconcat (from, parts[i], NULL);
      g_autofree char *target = g_strconcat (to, parts[i], NULL);

      if (g_rename (source, target) != 0 && errno != ENOENT)
        {
          g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY, _ ("%s: %s"), source,
                       g_strerror (errno));
          return FALSE;
        }
    }
  return TRUE;
}

/* "X.damaged-20261123T101500.maillage" beside "X.maillage". */
static char *
name_damaged (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *stem = g_str_has_suffix (path, ".maillage")
                              ? g_strndup (path, strlen (path) - strlen (".maillage"))
                              : g_strdup (path);
  char *name = g_strdup_printf ("%s.damaged-%s.maillage", stem, time);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.damaged-%s-%u.maillage", stem, time, i);
    }
  return name;
}

static gboolean
make_from_backup (const char *path, const char *backup, const MlgKind *const *kinds, GError **error)
{
  g_autoptr (MlgConnection) db = mlg_connection_open (path, MLG_OPEN_CREATE, kinds, error);

  return db != NULL && mlg_backup_restore (db, backup, error);
}

static void
remove_new_file (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat (path, parts[i], NULL);

      g_unlink (name);
    }
}

/**
 * mlg_recovery_run:
 * @path: a network file that cannot be opened, and is not open
 * @backup: the backup that takes its place
 * @kinds: as for mlg_connection_open()
 * @kept: (out) (optional) (transfer full): under which name the damaged file is kept
 *
 * Puts a backup in the place of a damaged file. For a file that opens, mlg_backup_restore() does it.
 * When it fails, the damaged file is back in its place. Any thread.
 */
gboolean
mlg_recovery_run (
    const char *path, const char *backup, const MlgKind *const *kinds, char **kept, GError **error)
{
  g_autofree char *damaged = name_damaged (path);

  if (!move (path, damaged, error))
    return FALSE;
  if (!make_from_backup (path, backup, kinds, error))
    {
      remove_new_file (path);
      /* What is told is why the backup cannot be used; both names are still there to look at. */
      move (damaged, path, NULL);
      return FALSE;
    }
  if (kept != NULL)
    *kept = g_steal_pointer (&damaged);
  return TRUE;
}

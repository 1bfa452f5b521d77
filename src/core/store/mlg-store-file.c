/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "mlg-store-error.h"

/* Network files as files: one name for one file, made beside and put in their place whole. */

/**
 * mlg_store_file_resolve:
 * @path: a file, which need not be there
 *
 * Returns: (transfer full): its absolute path without symbolic links. Two ways to one file lead to
 *   the same lock, log and backups.
 */
char *
mlg_store_file_resolve (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *name = g_path_get_basename (absolute);
  g_autofree char *folder = g_path_get_dirname (absolute);
  char *real = realpath (absolute, NULL);
  char *resolved;

  if (real == NULL)
    {
      real = realpath (folder, NULL);
      if (real == NULL)
        return g_steal_pointer (&absolute);
      resolved = g_build_filename (real, name, NULL);
    }
  else
    resolved = g_strdup (real);
  free (real);
  return resolved;
}

/**
 * mlg_store_file_is_same:
 *
 * Returns: whether both are there and are one file
 */
gboolean
mlg_store_file_is_same (const char *path, const char *other)
{
  GStatBuf one, two;

  return g_stat (path, &one) == 0 && g_stat (other, &two) == 0 && one.st_ino == two.st_ino
         && one.st_dev == two.st_dev;
}

static gboolean
fail (const char *path, GError **error)
{
  int problem = errno;

  g_set_error (error, MLG_STORE_ERROR,
               problem == ENOSPC || problem == EDQUOT  ? MLG_STORE_ERROR_FULL
               : problem == EACCES || problem == EROFS ? MLG_STORE_ERROR_READ_ONLY
                                                       : MLG_STORE_ERROR_FAILED,
               _ ("%s: %s"), path, g_strerror (problem));
  return FALSE;
}

/**
 * mlg_store_file_reserve:
 * @path: what is going to be made
 *
 * Returns: (transfer full): the name of a new empty file beside @path, which only its owner may read
 *   and which nobody else is given; %NULL with @error set
 */
char *
mlg_store_file_reserve (const char *path, GError **error)
{
  g_autofree char *made = g_strconcat (path, ".XXXXXX.part", NULL);
  int fd = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      fail (path, error);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&made);
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    fail (path, error);
  if (fd >= 0)
    close (fd);
  return synced;
}

/* A link refuses to replace, whoever else makes the same file; not all file systems have links. */
static gboolean
put_new (const char *from, const char *to)
{
  if (link (from, to) == 0)
    {
      g_unlink (from);
      return TRUE;
    }
  if (errno == EEXIST)
    return FALSE;
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (from, to) == 0;
}

/**
 * mlg_store_file_put:
 * @from: a file that is whole
 * @to: its name to be, in the same folder
 * @replace: whether a file of that name may be there, and goes
 *
 * Puts a file in its place at once: before and after a crash, all of it is there or nothing.
 */
gboolean
mlg_store_file_put (const char *from, const char *to, gboolean replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (!sync_path (from, 0, error))
    return FALSE;
  if (replace ? g_rename (from, to) == 0 : put_new (from, to))
    {
      /* Not all file systems can sync a folder; the file is in its place anyway. */
      sync_path (folder, O_DIRECTORY, NULL);
      return TRUE;
    }
  if (errno != EEXIST)
    return fail (to, error);
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_EXISTS,
               _ ("%s: there is already a file of this name; choose another one"), to);
  return FALSE;
}

/**
 * mlg_store_file_remove:
 *
 * Removes an SQLite file with what SQLite keeps beside it. Nothing happens if there is none.
 */
void
mlg_store_file_remove (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "mlg-store-error.h"

/* A network file has one writer at a time: the program that holds the lock of a small file beside
 * it. The lock is the kernel's, so it goes with the process whatever ends it; what is written inside
 * only serves to tell the next person who has the file. SQLite's own file cannot carry the lock:
 * closing any other descriptor of it would drop it. */
struct _MlgLock
{
  char *path; /* (owned) */
  int fd;
};

/* Written as "program\nhost\nprocess\n". The holder may have the lock but not have written yet. */
static char *
describe_holder (const char *path)
{
  g_autofree char *contents = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;

  if (g_file_get_contents (path, &contents, NULL, NULL))
    valid = g_utf8_make_valid (contents, -1);
  lines = g_strsplit (valid != NULL ? valid : "", "\n", 4);
  if (g_strv_length (lines) < 3)
    return g_strdup (_ ("another Maillage"));
  /* Translators: who has a file open: a program ("maillage-cli"), its process number, its computer. */
  return g_strdup_printf (_ ("%s, process %s on %s"), lines[0], lines[2], lines[1]);
}

static void
describe_self (int fd)
{
  g_autofree char *text =
      g_strdup_printf ("%s\n%s\n%d\n", g_get_prgname () != NULL ? g_get_prgname () : "maillage",
                       g_get_host_name (), (int) getpid ());
  gssize written = -1;

  if (ftruncate (fd, 0) == 0)
    written = write (fd, text, strlen (text));
  if (written < 0)
    g_debug ("The lock's text was not written: %s", g_strerror (errno));
}

/* The holder removes its file when it goes: a descriptor opened just before is then of no use. */
static gboolean
is_still_there (int fd, const char *path)
{
  GStatBuf named, opened;

  return g_stat (path, &named) == 0 && fstat (fd, &opened) == 0 && named.st_ino == opened.st_ino
         && named.st_dev == opened.st_dev;
}

static void
tell_folder (const char *path, GError **error)
{
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY,
               _ ("%s: its folder cannot be written (%s): copy the file to a folder of "
                  "yours and open the copy"),
               path, g_strerror (errno));
}

static void
tell_holder (const char *path, const char *lock_path, int problem, GError **error)
{
  g_autofree char *holder = NULL;

  if (problem != EWOULDBLOCK)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY,
                   _ ("%s: this folder does not allow locks (%s): copy the file to a folder of "
                      "your computer and open the copy"),
                   path, g_strerror (problem));
      return;
    }
  holder = describe_holder (lock_path);
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_LOCKED,
               _ ("%s: already open for writing (%s): close it there first"), path, holder);
}

/**
 * mlg_lock_take:
 * @path: the network file, which need not exist yet; without symbolic links, so that there is one
 *   lock for one file
 *
 * Becomes the one program that writes in the file.
 *
 * Returns: (transfer full): the lock; %NULL with %MLG_STORE_ERROR_LOCKED, which says who has it, or
 *   with %MLG_STORE_ERROR_READ_ONLY when the folder cannot be written
 */
MlgLock *
mlg_lock_take (const char *path, GError **error)
{
  g_autofree char *lock_path = g_strconcat (path, "-lock", NULL);
  MlgLock *lock;
  int fd;

  for (;;)
    {
      fd = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      if (fd < 0)
        {
          tell_folder (path, error);
          return NULL;
        }
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          int problem = errno;

          close (fd);
          tell_holder (path, lock_path, problem, error);
          return NULL;
        }
      if (is_still_there (fd, lock_path))
        break;
      close (fd);
    }
  describe_self (fd);
  lock = g_new0 (MlgLock, 1);
  lock->path = g_steal_pointer (&lock_path);
  lock->fd = fd;
  return lock;
}

/**
 * mlg_lock_release:
 * @lock: (transfer full): a lock
 */
void
mlg_lock_release (MlgLock *lock)
{
  g_unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}

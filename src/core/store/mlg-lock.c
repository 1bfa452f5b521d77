/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
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

#define LASTING "lasting"
/* For how long one that will let go by itself is waited for, and how often it is looked at. */
#define PATIENCE_SECONDS 10
#define GLANCE_MS        50

/* What the lock's file says of who has it, as "program\nhost\nprocess\n", and "lasting\n" of one that
 * has it for as long as a person works. The holder may have the lock but not have written yet. */
typedef struct
{
  char *name;       /* (owned) for people */
  gboolean lasting; /* it does not let go by itself: no use to wait */
} Holder;

static void
holder_clear (Holder *holder)
{
  g_clear_pointer (&holder->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Holder, holder_clear)

static gboolean
is_self (char **lines)
{
  g_autofree char *process = g_strdup_printf ("%d", (int) getpid ());

  return g_str_equal (lines[1], g_get_host_name ()) && g_str_equal (lines[2], process);
}

static void
read_holder (const char *path, Holder *holder)
{
  g_autofree char *contents = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;

  if (g_file_get_contents (path, &contents, NULL, NULL))
    valid = g_utf8_make_valid (contents, -1);
  lines = g_strsplit (valid != NULL ? valid : "", "\n", 5);
  if (g_strv_length (lines) < 4)
    {
      holder->name = g_strdup (_ ("another Maillage"));
      return;
    }
  /* Translators: who has a file open: a program ("maillage-cli"), its process number, its computer. */
  holder->name = g_strdup_printf (_ ("%s, process %s on %s"), lines[0], lines[2], lines[1]);
  holder->lasting = is_self (lines) || g_str_equal (lines[3], LASTING);
}

static void
describe_self (int fd, gboolean lasting)
{
  g_autofree char *text =
      g_strdup_printf ("%s\n%s\n%d\n%s\n", g_get_prgname () != NULL ? g_get_prgname () : "maillage",
                       g_get_host_name (), (int) getpid (), lasting ? LASTING : "");
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
tell_no_locks (const char *path, int problem, GError **error)
{
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY,
               _ ("%s: this folder does not allow locks (%s): copy the file to a folder of "
                  "your computer and open the copy"),
               path, g_strerror (problem));
}

static void
tell_holder (const char *path, const Holder *holder, GError **error)
{
  if (holder->lasting)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_LOCKED,
                 _ ("%s: already open for writing (%s): close it there first"), path, holder->name);
  else
    /* Translators: a file; who has it open; a number of seconds. */
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_LOCKED,
                 _ ("%s: already open for writing (%s), and still so after %d seconds: let it "
                    "finish, or end it, then try again"),
                 path, holder->name, PATIENCE_SECONDS);
}

/* Whether to try again, after a moment; else sets @error. */
static gboolean
wait_for_holder (const char *path, const char *lock_path, gint64 until, GError **error)
{
  g_auto (Holder) holder = { 0 };

  if (g_cancellable_set_error_if_cancelled (g_cancellable_get_current (), error))
    return FALSE;
  read_holder (lock_path, &holder);
  if (holder.lasting || g_get_monotonic_time () >= until)
    {
      tell_holder (path, &holder, error);
      return FALSE;
    }
  g_usleep (GLANCE_MS * 1000);
  return TRUE;
}

typedef enum
{
  TRY_TAKEN,
  TRY_AGAIN,
  TRY_FAILED,
} Try;

static Try
try_to_take (const char *path, const char *lock_path, gint64 until, int *taken, GError **error)
{
  int fd = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  int problem = 0;

  if (fd < 0)
    {
      tell_folder (path, error);
      return TRY_FAILED;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    problem = errno;
  else if (is_still_there (fd, lock_path))
    {
      *taken = fd;
      return TRY_TAKEN;
    }
  close (fd);
  if (problem == 0 || problem == EINTR)
    return TRY_AGAIN;
  if (problem == EWOULDBLOCK)
    return wait_for_holder (path, lock_path, until, error) ? TRY_AGAIN : TRY_FAILED;
  tell_no_locks (path, problem, error);
  return TRY_FAILED;
}

/**
 * mlg_lock_take:
 * @path: the network file, which need not exist yet; without symbolic links, so that there is one
 *   lock for one file
 * @lasting: whether it will be kept for as long as a person works, and not only for one command:
 *   others are then told so at once
 *
 * Becomes the one program that writes in the file. Who has it for the time of one command is waited
 * for, 10 seconds at the most; the current cancellable of the thread (see
 * g_cancellable_push_current()) ends the wait. In any thread but one that must not wait.
 *
 * Returns: (transfer full): the lock; %NULL with %MLG_STORE_ERROR_LOCKED, which says who has it, with
 *   %MLG_STORE_ERROR_READ_ONLY when the folder cannot be written, or with %G_IO_ERROR_CANCELLED
 */
MlgLock *
mlg_lock_take (const char *path, gboolean lasting, GError **error)
{
  g_autofree char *lock_path = g_strconcat (path, "-lock", NULL);
  gint64 until = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  MlgLock *lock;
  int fd = -1;
  Try result;

  while ((result = try_to_take (path, lock_path, until, &fd, error)) == TRY_AGAIN)
    ;
  if (result == TRY_FAILED)
    return NULL;
  describe_self (fd, lasting);
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

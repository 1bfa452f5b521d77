/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "mlg-new-file.h"

/* A file is there whole or not at all, and what goes wrong leaves what was there. */

typedef struct
{
  char *folder; /* (owned) */
  char *path;   /* (owned) */
  GFile *file;  /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
  fixture->folder = g_dir_make_tmp ("mlg-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.pdf", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static guint
count_files (const Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
put (const Fixture *fixture, const char *words)
{
  g_assert_true (g_file_set_contents (fixture->path, words, -1, NULL));
}

static void
assert_holds (const Fixture *fixture, const char *words)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, words);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static MlgNewFile *
begin (const Fixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;
  MlgNewFile *new = mlg_new_file_open (fixture->file, NULL, &error);

  g_assert_no_error (error);
  g_output_stream_write_all (mlg_new_file_get_stream (new), words, strlen (words), NULL, NULL,
                             &error);
  g_assert_no_error (error);
  return new;
}

/* One that is not there yet is not seen before it is whole. */
static void
test_appears_whole (Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
  g_autoptr (MlgNewFile) new = begin (fixture, "all");
  g_autoptr (GError) error = NULL;

  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (mlg_new_file_finish (new, NULL, &error));
  assert_holds (fixture, "all");
}

static void
test_replaces_whole (Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
  g_autoptr (MlgNewFile) new = NULL;
  GStatBuf info;

  put (fixture, "former");
  g_chmod (fixture->path, 0640);
  new = begin (fixture, "new");
  g_assert_cmpuint (count_files (fixture), ==, 2);
  g_assert_true (mlg_new_file_finish (new, NULL, NULL));
  assert_holds (fixture, "new");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0640);
}

static void
test_given_up (Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
  mlg_new_file_free (begin (fixture, "a part"));
  g_assert_cmpuint (count_files (fixture), ==, 0);
  put (fixture, "former");
  mlg_new_file_free (begin (fixture, "a part"));
  assert_holds (fixture, "former");
}

static void
test_stopped (Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  put (fixture, "former");
  g_cancellable_cancel (stop);
  g_assert_false (mlg_new_file_write (fixture->file, bytes, stop, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_holds (fixture, "former");
}

/* The disk is full: here, files may have no more than so many bytes. */
static void
test_no_space (Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
  g_autofree char *data = g_strnfill (1 << 20, 'a');
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, 1 << 20);
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;

  put (fixture, "former");
  getrlimit (RLIMIT_FSIZE, &before);
  small = (struct rlimit){ 4096, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  g_assert_false (mlg_new_file_write (fixture->file, bytes, NULL, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_nonnull (error);
  assert_holds (fixture, "former");
  g_clear_error (&error);
  g_assert_true (mlg_new_file_write (fixture->file, bytes, NULL, &error));
}

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (mlg_new_file_open (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_refused (Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "a.pdf", NULL);

  assert_refused (nowhere, G_IO_ERROR_NOT_FOUND);
  assert_refused (fixture->folder, G_IO_ERROR_IS_DIRECTORY);
  assert_refused ("/dev/null", G_IO_ERROR_INVALID_ARGUMENT);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer loop)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_new_file_write_finish (G_FILE (source), result, &error));
  g_assert_no_error (error);
  g_main_loop_quit (loop);
}

static void
test_async (Fixture *fixture, gconstpointer unused G_GNUC_UNUSED)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);

  mlg_new_file_write_async (fixture->file, bytes, NULL, on_written, loop);
  g_main_loop_run (loop);
  assert_holds (fixture, "new");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer unused);
  } tests[] = {
    { "/new-file/appears-whole", test_appears_whole },
    { "/new-file/replaces-whole", test_replaces_whole },
    { "/new-file/given-up", test_given_up },
    { "/new-file/stopped", test_stopped },
    { "/new-file/no-space", test_no_space },
    { "/new-file/refused", test_refused },
    { "/new-file/async", test_async },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}

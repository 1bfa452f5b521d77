/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mlg-regular-file.h"

/* What people give as a file: one that ends, and no more of it than is allowed. */
typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("maillage-regular-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "liste été.csv", NULL);
  f->file = g_file_new_for_path (f->path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_object_unref (f->file);
  g_free (f->path);
  g_free (f->folder);
}

static void
write_bytes (Fixture *f, gsize size)
{
  g_autofree char *bytes = g_malloc (size + 1);
  g_autoptr (GError) error = NULL;

  memset (bytes, 'x', size);
  g_assert_true (g_file_set_contents (f->path, bytes, (gssize) size, &error));
  g_assert_no_error (error);
}

/* On both sides of the limit, and of the size in which files are read. */
static void
test_limit (Fixture *f, gconstpointer data)
{
  static const gsize sizes[] = { 0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 200000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint over = 0; over < 2 && over <= sizes[i]; over++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes = NULL;
        gboolean too_large = !over;

        write_bytes (f, sizes[i]);
        bytes = mlg_regular_file_load (f->file, sizes[i] - over, &too_large, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpint (too_large, ==, over);
        g_assert_cmpint (bytes == NULL, ==, over);
        if (bytes != NULL)
          g_assert_cmpuint (g_bytes_get_size (bytes), ==, sizes[i]);
      }
}

static void
assert_refused (GFile *file, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  gboolean too_large = TRUE;

  g_assert_null (mlg_regular_file_load (file, 1000, &too_large, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_false (too_large);
}

/* A pipe that nobody writes to would hold a reader back for ever. */
static void
test_what_does_not_end (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (f->folder);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");

  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  assert_refused (f->file, G_IO_ERROR_NOT_REGULAR_FILE, "liste été.csv");
  assert_refused (folder, G_IO_ERROR_NOT_REGULAR_FILE, "folder");
  assert_refused (device, G_IO_ERROR_NOT_REGULAR_FILE, "zero");
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  assert_refused (f->file, G_IO_ERROR_NOT_FOUND, "liste été.csv: no such file");
}

static void
test_link (Fixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "target", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean too_large;

  g_assert_cmpint (symlink (target, f->path), ==, 0);
  assert_refused (f->file, G_IO_ERROR_NOT_FOUND, "no such file");
  g_assert_true (g_file_set_contents (target, "abc", 3, &error));
  bytes = mlg_regular_file_load (f->file, 1000, &too_large, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 3);
  g_unlink (target);
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gboolean too_large;

  write_bytes (f, 10);
  g_cancellable_cancel (cancellable);
  g_assert_null (mlg_regular_file_load (f->file, 1000, &too_large, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (too_large);
}

#define ADD(path, func) g_test_add ("/regular-file/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("limit", test_limit);
  ADD ("what-does-not-end", test_what_does_not_end);
  ADD ("missing", test_missing);
  ADD ("link", test_link);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/mlg-template-files.h"
#include "library/mlg-template-record.h"
#include "network-file.h"
#include "store/mlg-action.h"
#include "template/mlg-shipped-template.h"

/* Many files on their way into the library: seen first, then taken, those that are refused left out. */

static char *
get_shipped (const char *name)
{
  g_autofree char *path = mlg_shipped_template_get_path (name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
write_file (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
add (MlgTemplateFiles *files, const char *folder, const char *name, const char *text)
{
  g_autofree char *path = write_file (folder, name, text);

  mlg_template_files_add (files, path);
}

static const MlgTemplateFile *
get_file (MlgTemplateFiles *files, guint i)
{
  return mlg_template_files_get (files)->pdata[i];
}

static guint
count (MlgTemplateFiles *files, MlgLibraryFate fate)
{
  return mlg_template_files_count (files, &mlg_template_record_kind, fate);
}

static void
write_all (NetworkFile *f, MlgTemplateFiles *files)
{
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  g_assert_true (mlg_template_files_write (files, f->db, &error));
  g_assert_no_error (error);
  network_file_commit (f);
}

static void
test_refused (NetworkFile *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("maillage-files-XXXXXX", NULL);
  g_autofree char *good = get_shipped ("office-supplies");
  g_autoptr (GString) bad = g_string_new (good);
  g_autoptr (MlgTemplateFiles) files = mlg_template_files_new ();
  g_autoptr (GError) error = NULL;

  g_string_replace (bad, "identity>", "identite>", 0);
  add (files, folder, "bad.xml", bad->str);
  add (files, folder, "good.xml", good);
  add (files, folder, "picture.png", "\x89PNG not a document");
  mlg_template_files_add (files, "/nowhere/none.xml");
  g_assert_true (mlg_template_files_try (files, f->db, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (get_file (files, 0)->refusal, "bad.xml:"));
  g_assert_null (get_file (files, 1)->refusal);
  g_assert_nonnull (get_file (files, 2)->refusal);
  g_assert_nonnull (get_file (files, 3)->refusal);
  g_assert_cmpuint (count (files, MLG_LIBRARY_ADDED), ==, 1);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM template"), ==, 0);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM action"), ==, 0);
  write_all (f, files);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM template"), ==, 1);
}

/* The same template three times: as it is, later, and again with other words. */
static void
test_modes (NetworkFile *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("maillage-files-XXXXXX", NULL);
  g_autofree char *first = get_shipped ("office-supplies");
  g_autoptr (GString) later = g_string_new (first);
  g_autoptr (MlgTemplateFiles) files = mlg_template_files_new ();
  g_autoptr (MlgTemplateFiles) newer = mlg_template_files_new ();
  g_autoptr (GError) error = NULL;
  const MlgLibraryChange *change;

  add (files, folder, "first.xml", first);
  write_all (f, files);
  g_string_replace (later, "<title>Fournitures de bureau</title>",
                    "<title>Fournitures de bureau inédites</title>", 1);
  add (newer, folder, "later.xml", later->str);
  mlg_template_files_set_mode (newer, MLG_LIBRARY_ADD);
  g_assert_true (mlg_template_files_try (newer, f->db, &error));
  g_assert_cmpuint (count (newer, MLG_LIBRARY_SKIPPED), ==, 1);
  mlg_template_files_set_mode (newer, MLG_LIBRARY_REPLACE);
  g_assert_true (mlg_template_files_try (newer, f->db, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (newer, MLG_LIBRARY_REPLACED), ==, 1);
  change = mlg_template_files_get_changes (newer)->pdata[0];
  g_assert_null (strstr (change->before, "inédites"));
  g_assert_nonnull (strstr (change->after, "inédites"));
  g_assert_cmpint (
      network_file_count (f, "SELECT count(*) FROM template WHERE title LIKE '%inédites'"), ==, 0);
  write_all (f, newer);
  g_assert_cmpint (
      network_file_count (f, "SELECT count(*) FROM template WHERE title LIKE '%inédites'"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/exchange/template-files/refused", test_refused);
  ADD_TEST ("/exchange/template-files/modes", test_modes);
  return g_test_run ();
}

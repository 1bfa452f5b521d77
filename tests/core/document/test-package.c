/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "document/mlg-package.h"
#include "zip.h"

static void
assert_refused (GBytes *bytes,
                const MlgPackageLimits *limits,
                MlgDocumentError code,
                const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgPackage) package = mlg_package_new (bytes, "a.zip", limits, &error);

  g_assert_null (package);
  g_assert_error (error, MLG_DOCUMENT_ERROR, (int) code);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("\"%s\" does not look like \"%s\"", error->message, pattern);
}

static MlgPackage *
open_sound (GBytes *bytes, const MlgPackageLimits *limits)
{
  g_autoptr (GError) error = NULL;
  MlgPackage *package = mlg_package_new (bytes, "a.zip", limits, &error);

  g_assert_no_error (error);
  return package;
}

static void
assert_part (MlgPackage *package, const char *part, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = mlg_package_read_part (package, part, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (data, NULL), g_bytes_get_size (data), text, strlen (text));
}

static void
test_read (void)
{
  TestZip *zip = test_zip_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MlgPackage) package = NULL;
  g_autoptr (GError) error = NULL;

  test_zip_add_stored (zip, "mimetype", "text/x-test");
  test_zip_add (zip, "folder/content.xml", "<a/>");
  test_zip_add (zip, "Pictures/logo.png", "image");
  test_zip_add (zip, "empty", "");
  bytes = test_zip_finish (zip);
  g_assert_true (mlg_package_is_package (bytes));
  package = open_sound (bytes, NULL);
  g_assert_true (mlg_package_has_part (package, "mimetype"));
  g_assert_false (mlg_package_has_part (package, "folder"));
  g_assert_false (mlg_package_has_part (package, NULL));
  assert_part (package, "folder/content.xml", "<a/>");
  assert_part (package, "mimetype", "text/x-test");
  assert_part (package, "Pictures/logo.png", "image");
  assert_part (package, "empty", "");
  g_assert_null (mlg_package_read_part (package, "nothing", NULL, &error));
  g_assert_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_DAMAGED);
}

static void
on_part_read (const char *name, GBytes *data, gpointer user_data)
{
  g_string_append_printf (user_data, "%s=%u ", name, (guint) g_bytes_get_size (data));
}

static void
test_read_several (void)
{
  TestZip *zip = test_zip_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MlgPackage) package = NULL;
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  test_zip_add (zip, "a", "1");
  test_zip_add (zip, "b", "22");
  test_zip_add (zip, "c", "333");
  bytes = test_zip_finish (zip);
  package = open_sound (bytes, NULL);
  g_hash_table_add (parts, (gpointer) "c");
  g_hash_table_add (parts, (gpointer) "a");
  g_hash_table_add (parts, (gpointer) "none");
  g_assert_true (mlg_package_read_parts (package, parts, on_part_read, seen, NULL, &error));
  g_assert_cmpstr (seen->str, ==, "a=1 c=3 ");
  g_cancellable_cancel (cancellable);
  g_assert_false (mlg_package_read_parts (package, parts, on_part_read, seen, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_names (void)
{
  static const char *const names[] = { "../evil",  "a/../../evil", "/etc/passwd",
                                       "a\\..\\b", "C:evil",       ".." };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TestZip *zip = test_zip_new ();
      g_autoptr (GBytes) bytes = NULL;

      test_zip_add (zip, "good", "x");
      test_zip_add (zip, names[i], "x");
      bytes = test_zip_finish (zip);
      assert_refused (bytes, NULL, MLG_DOCUMENT_ERROR_REFUSED, "a.zip: *outside of the package*");
    }
}

static void
test_duplicate (void)
{
  TestZip *zip = test_zip_new ();
  g_autoptr (GBytes) bytes = NULL;

  test_zip_add (zip, "a", "x");
  test_zip_add (zip, "a", "y");
  bytes = test_zip_finish (zip);
  assert_refused (bytes, NULL, MLG_DOCUMENT_ERROR_REFUSED, "a.zip: two parts*\"a\"*");
}

static void
test_link (void)
{
  TestZip *zip = test_zip_new ();
  g_autoptr (GBytes) bytes = NULL;

  test_zip_add_link (zip, "a", "/etc/passwd");
  bytes = test_zip_finish (zip);
  assert_refused (bytes, NULL, MLG_DOCUMENT_ERROR_REFUSED, "a.zip: *link*");
}

static void
test_password (void)
{
  TestZip *zip = test_zip_new ();
  g_autoptr (GBytes) bytes = NULL;

  test_zip_set_password (zip, "secret");
  test_zip_add (zip, "a", "x");
  bytes = test_zip_finish (zip);
  assert_refused (bytes, NULL, MLG_DOCUMENT_ERROR_ENCRYPTED, "a.zip: *password*");
}

static GBytes *
three_parts (void)
{
  TestZip *zip = test_zip_new ();

  test_zip_add (zip, "a", "1234");
  test_zip_add (zip, "b/c/d", "1234");
  test_zip_add (zip, "e", "12345678");
  return test_zip_finish (zip);
}

static void
test_limits (void)
{
  static const struct
  {
    gsize offset;
    guint64 enough;
    const char *message;
  } cases[] = {
    { G_STRUCT_OFFSET (MlgPackageLimits, max_parts), 3, "*more than 2 parts*" },
    { G_STRUCT_OFFSET (MlgPackageLimits, max_depth), 2, "*more than 1 folders*" },
    { G_STRUCT_OFFSET (MlgPackageLimits, max_total), 16, "*unpacked*" },
  };
  g_autoptr (GBytes) bytes = three_parts ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MlgPackageLimits limits = mlg_package_default_limits;
      gpointer limit = G_STRUCT_MEMBER_P (&limits, cases[i].offset);
      gboolean wide = cases[i].offset == G_STRUCT_OFFSET (MlgPackageLimits, max_total);
      g_autoptr (MlgPackage) package = NULL;

      if (wide)
        *(guint64 *) limit = cases[i].enough;
      else
        *(guint *) limit = (guint) cases[i].enough;
      package = open_sound (bytes, &limits);
      g_assert_nonnull (package);
      if (wide)
        *(guint64 *) limit = cases[i].enough - 1;
      else
        *(guint *) limit = (guint) cases[i].enough - 1;
      assert_refused (bytes, &limits, MLG_DOCUMENT_ERROR_REFUSED, cases[i].message);
    }
}

static void
test_file_limit (void)
{
  g_autoptr (GBytes) bytes = three_parts ();
  MlgPackageLimits limits = mlg_package_default_limits;
  g_autoptr (MlgPackage) package = NULL;

  limits.max_file = g_bytes_get_size (bytes);
  package = open_sound (bytes, &limits);
  g_assert_nonnull (package);
  limits.max_file--;
  assert_refused (bytes, &limits, MLG_DOCUMENT_ERROR_REFUSED, "*larger than*");
}

static void
test_part_limit (void)
{
  g_autoptr (GBytes) bytes = three_parts ();
  MlgPackageLimits limits = mlg_package_default_limits;
  g_autoptr (MlgPackage) package = NULL;
  g_autoptr (GError) error = NULL;

  limits.max_part = 7;
  package = open_sound (bytes, &limits);
  assert_part (package, "a", "1234");
  g_assert_null (mlg_package_read_part (package, "e", NULL, &error));
  g_assert_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_REFUSED);
  g_clear_pointer (&package, mlg_package_free);
  limits.max_part = 8;
  package = open_sound (bytes, &limits);
  assert_part (package, "e", "12345678");
}

static GBytes *
zeros (gsize size)
{
  TestZip *zip = test_zip_new ();
  g_autofree char *data = g_malloc0 (size);

  test_zip_add_data (zip, "zeros", data, size);
  return test_zip_finish (zip);
}

static void
test_bomb (void)
{
  g_autoptr (GBytes) small = zeros (mlg_package_default_limits.ratio_from);
  g_autoptr (GBytes) large = zeros (mlg_package_default_limits.ratio_from + 1);
  g_autoptr (MlgPackage) package = open_sound (small, NULL);
  MlgPackageLimits limits = mlg_package_default_limits;
  g_autoptr (MlgPackage) allowed = NULL;

  g_assert_nonnull (package);
  assert_refused (large, NULL, MLG_DOCUMENT_ERROR_REFUSED, "*more than 250 times larger*");
  limits.max_ratio = 2000;
  allowed = open_sound (large, &limits);
  g_assert_nonnull (allowed);
}

/* Sizes are counted, not believed: here the directory says one byte. */
static void
test_lying_sizes (void)
{
  static const guchar signature[] = { 'P', 'K', 1, 2 };
  g_autoptr (GBytes) honest = zeros (mlg_package_default_limits.ratio_from + CHAR_MAX * 1024);
  gsize size = 0;
  g_autofree guchar *data = NULL;
  guchar *entry = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgPackage) package = NULL;
  g_autoptr (GBytes) part = NULL;

  data = g_memdup2 (g_bytes_get_data (honest, &size), g_bytes_get_size (honest));
  entry = memmem (data, size, signature, sizeof signature);
  g_assert_nonnull (entry);
  memcpy (entry + 24, "\1\0\0\0", 4);
  bytes = g_bytes_new (data, size);
  package = mlg_package_new (bytes, "a.zip", NULL, &error);
  if (package != NULL)
    part = mlg_package_read_part (package, "zeros", NULL, &error);
  g_assert_nonnull (error);
  g_assert_null (part);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = three_parts ();
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GBytes) cut = g_bytes_new (data, size / 2);
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("hello", 5);

  assert_refused (cut, NULL, MLG_DOCUMENT_ERROR_DAMAGED, "a.zip: *damaged*");
  assert_refused (none, NULL, MLG_DOCUMENT_ERROR_DAMAGED, "a.zip: *damaged*");
  assert_refused (text, NULL, MLG_DOCUMENT_ERROR_DAMAGED, "a.zip: *damaged*");
  g_assert_false (mlg_package_is_package (none));
  g_assert_false (mlg_package_is_package (text));
}

static void
test_wrong_checksum (void)
{
  TestZip *zip = test_zip_new ();
  g_autoptr (GBytes) sound = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MlgPackage) package = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size = 0;

  test_zip_add_stored (zip, "a", "needle in a haystack");
  sound = test_zip_finish (zip);
  data = g_memdup2 (g_bytes_get_data (sound, &size), g_bytes_get_size (sound));
  memcpy (memmem (data, size, "needle", 6), "NEEDLE", 6);
  bytes = g_bytes_new (data, size);
  package = open_sound (bytes, NULL);
  g_assert_null (mlg_package_read_part (package, "a", NULL, &error));
  g_assert_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_DAMAGED);
}

/* Names are those of the file in every locale. */
static void
test_other_letters (void)
{
  TestZip *zip = test_zip_new ();
  locale_t plain = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  locale_t former = uselocale (plain);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MlgPackage) package = NULL;

  test_zip_add (zip, "Pictures/\303\251t\303\251.png", "summer");
  test_zip_add (zip, "Pictures/\303\240t\303\240.png", "other");
  bytes = test_zip_finish (zip);
  package = open_sound (bytes, NULL);
  assert_part (package, "Pictures/\303\251t\303\251.png", "summer");
  assert_part (package, "Pictures/\303\240t\303\240.png", "other");
  g_assert_true (uselocale ((locale_t) 0) == plain);
  uselocale (former);
  freelocale (plain);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package/read", test_read);
  g_test_add_func ("/package/read-several", test_read_several);
  g_test_add_func ("/package/names", test_names);
  g_test_add_func ("/package/duplicate", test_duplicate);
  g_test_add_func ("/package/link", test_link);
  g_test_add_func ("/package/password", test_password);
  g_test_add_func ("/package/limits", test_limits);
  g_test_add_func ("/package/file-limit", test_file_limit);
  g_test_add_func ("/package/part-limit", test_part_limit);
  g_test_add_func ("/package/bomb", test_bomb);
  g_test_add_func ("/package/lying-sizes", test_lying_sizes);
  g_test_add_func ("/package/damaged", test_damaged);
  g_test_add_func ("/package/wrong-checksum", test_wrong_checksum);
  g_test_add_func ("/package/other-letters", test_other_letters);
  return g_test_run ();
}

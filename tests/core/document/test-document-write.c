/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "document/mlg-document-write.h"
#include "document/mlg-package-writer.h"
#include "document/mlg-package.h"

static MlgDocument *
make_document (void)
{
  static const char text[] = "<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>"
                             "<p>Words</p></body></document>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgDocument *document = mlg_document_read_xml (bytes, "a.xml", issues, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_formats (void)
{
  g_autofree char *list = mlg_document_format_list ();

  for (guint i = 0; i < mlg_document_format_get_n (); i++)
    {
      const MlgDocumentFormat *format = mlg_document_format_get (i);
      g_autofree char *upper = g_ascii_strup (format->suffix, -1);
      g_autofree char *path = g_strconcat ("a.b", upper, NULL);

      g_assert_true (mlg_document_format_find (path) == format);
      g_assert_nonnull (strstr (list, format->suffix));
    }
  g_assert_null (mlg_document_format_find ("a.doc"));
  g_assert_null (mlg_document_format_find ("xml"));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mlg-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.xml", NULL);
  g_autofree char *unknown = g_build_filename (folder, "a.doc", NULL);
  g_autoptr (MlgDocument) document = make_document ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) expected = mlg_document_to_xml (document);
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  g_assert_true (g_file_set_contents (path, "former", -1, NULL));
  g_assert_true (mlg_document_save (document, path, issues, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, g_bytes_get_data (expected, NULL));

  g_assert_false (mlg_document_save (document, unknown, issues, NULL, &error));
  g_assert_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_UNSUPPORTED);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_cancelled (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mlg-XXXXXX", NULL);
  g_autoptr (MlgDocument) document = make_document ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < mlg_document_format_get_n (); i++)
    {
      g_autofree char *path = g_strconcat (folder, "/a", mlg_document_format_get (i)->suffix, NULL);
      g_autofree char *written = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, "former", -1, NULL));
      g_assert_false (mlg_document_save (document, path, issues, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
      g_assert_cmpstr (written, ==, "former");
      g_assert_cmpuint (count_files (folder), ==, 1);
      g_unlink (path);
    }
  g_rmdir (folder);
}

static GBytes *
write_package (const char *date, GBytes *long_part)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (MlgPackageWriter) writer = mlg_package_writer_new (stream, NULL);
  g_autoptr (GBytes) type = g_bytes_new_static ("text/plain", 10);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;

  mlg_package_writer_set_date (writer, date);
  mlg_package_writer_add_stored (writer, "mimetype", type);
  mlg_package_writer_add (writer, "a/b.xml", long_part);
  mlg_package_writer_add (writer, "empty", nothing);
  g_assert_true (mlg_package_writer_finish (writer, &error)
                 && g_output_stream_close (stream, NULL, &error));
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* The same part at once and in pieces, and one that has begun and never ends. */
static void
test_package_in_pieces (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (MlgPackageWriter) writer = mlg_package_writer_new (stream, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) whole = NULL, bytes = NULL, read = NULL;
  g_autoptr (MlgPackage) package = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "<p>%u</p>", i * 7919);
  whole = g_bytes_new (text->str, text->len);
  mlg_package_writer_begin (writer, "pieces.xml");
  for (gsize done = 0, size = 0; done < text->len; done += size)
    {
      size = MIN (text->len - done, done % 50021 + 1);
      mlg_package_writer_append (writer, text->str + done, size);
    }
  mlg_package_writer_end (writer);
  mlg_package_writer_add (writer, "whole.xml", whole);
  mlg_package_writer_begin (writer, "never.xml");
  mlg_package_writer_append (writer, "x", 1);
  g_assert_true (mlg_package_writer_finish (writer, &error)
                 && g_output_stream_close (stream, NULL, &error));
  g_assert_no_error (error);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  package = mlg_package_new (bytes, "a.zip", NULL, &error);
  g_assert_no_error (error);
  read = mlg_package_read_part (package, "pieces.xml", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, whole));
  g_clear_pointer (&read, g_bytes_unref);
  read = mlg_package_read_part (package, "whole.xml", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, whole));
  g_assert_false (mlg_package_has_part (package, "never.xml"));
}

static void
test_package (void)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GBytes) long_part = g_bytes_new (text, 100000);
  g_autoptr (GBytes) bytes = write_package ("2026-11-23", long_part);
  g_autoptr (GBytes) again = write_package ("2026-11-23", long_part);
  g_autoptr (GBytes) undated = write_package ("1979-01-01", long_part);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgPackage) package = mlg_package_new (bytes, "a.zip", NULL, &error);
  g_autoptr (GBytes) part = NULL;
  g_autoptr (GBytes) empty = NULL;
  const char *data = g_bytes_get_data (bytes, NULL);

  g_assert_no_error (error);
  part = mlg_package_read_part (package, "a/b.xml", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (part, long_part));
  empty = mlg_package_read_part (package, "empty", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  /* Where programs that look at the first bytes expect the media type. */
  g_assert_cmpmem (data + 30, 18, "mimetypetext/plain", 18);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 2000);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_false (g_bytes_equal (bytes, undated));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-write/formats", test_formats);
  g_test_add_func ("/document-write/save", test_save);
  g_test_add_func ("/document-write/cancelled", test_cancelled);
  g_test_add_func ("/document-write/package", test_package);
  g_test_add_func ("/document-write/package-in-pieces", test_package_in_pieces);
  return g_test_run ();
}

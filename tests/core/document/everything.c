/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "everything.h"

#include <string.h>

#include "document/mlg-document-file.h"

/* The document that holds one of everything. */
MlgDocument *
test_read_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "everything.xml", NULL);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgDocument *document = mlg_document_read_file (path, issues, NULL, &error);

  g_assert_no_error (error);
  return document;
}

MlgDocument *
test_read_document (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgDocument *document = mlg_document_read_xml (bytes, "a.xml", issues, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* The file that the format of this ending makes of the document; twice the same. */
GBytes *
test_write (MlgDocument *document, const char *suffix, MlgIssueList *issues)
{
  const MlgDocumentFormat *format = mlg_document_format_find (suffix);
  GBytes *written[2] = { NULL, NULL };

  g_assert_nonnull (format);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (MlgIssueList) unused = mlg_issue_list_new ();
      g_autoptr (GError) error = NULL;

      g_assert_true (format->write (document, stream, i == 0 ? issues : unused, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_output_stream_close (stream, NULL, NULL));
      written[i] = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
    }
  g_assert_true (g_bytes_equal (written[0], written[1]));
  g_bytes_unref (written[1]);
  return written[0];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/mlg-document-file.h"
#include "document/mlg-document-write.h"

/* Any bytes as a document: whatever was read is written in each format, and what is written reads back where
 * there is a reader. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
const char *__lsan_default_suppressions (void);

/* What fontconfig keeps is not lost. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\n";
}

static const char *const read_back[] = { ".odt", ".fodt", ".docx", ".xml", NULL };

static void
check_back (GBytes *bytes, const char *suffix)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDocument) document = mlg_document_read_bytes (bytes, "again", issues, NULL, &error);

  if (document == NULL)
    g_error ("%s: %s", suffix, error->message);
  if (!mlg_document_validate (document, issues))
    g_error ("%s: what was read back is not valid", suffix);
}

static void
write_and_check (MlgDocument *document, const MlgDocumentFormat *format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!format->write (document, stream, issues, NULL, &error)
      || !g_output_stream_close (stream, NULL, &error))
    g_error ("%s: %s", format->suffix, error->message);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  if (g_strv_contains (read_back, format->suffix))
    check_back (bytes, format->suffix);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document = mlg_document_read_bytes (bytes, "fuzz", issues, NULL, NULL);

  /* What our own XML says wrong is told by the validation, which everybody asks before writing. */
  if (document == NULL || !mlg_document_validate (document, issues))
    return 0;
  for (guint i = 0; i < mlg_document_format_get_n (); i++)
    write_and_check (document, mlg_document_format_get (i));
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-write.h"

#include <glib/gi18n-lib.h>

#include "mlg-document-html.h"
#include "mlg-document-odf.h"
#include "mlg-document-ooxml.h"
#include "mlg-document-text.h"
#include "mlg-new-file.h"
#include "mlg-pdf.h"

static gboolean
write_xml (MlgDocument *document,
           GOutputStream *stream,
           MlgIssueList *issues G_GNUC_UNUSED,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GBytes) bytes = mlg_document_to_xml (document);

  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, cancellable, error);
}

/* What is written. A new format is a line here. */
static const MlgDocumentFormat formats[] = {
  { ".odt", N_ ("OpenDocument text"), "application/vnd.oasis.opendocument.text",
    mlg_document_write_odt },
  { ".fodt", N_ ("Flat OpenDocument text"), "application/vnd.oasis.opendocument.text-flat-xml",
    mlg_document_write_fodt },
  { ".docx", N_ ("Word document"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    mlg_document_write_docx },
  { ".xml", N_ ("Maillage document"), "application/vnd.maillage.document+xml", write_xml },
  { ".html", N_ ("Web page"), "text/html", mlg_document_write_html },
  { ".pdf", N_ ("PDF document"), "application/pdf", mlg_document_write_pdf },
  { ".txt", N_ ("Plain text"), "text/plain", mlg_document_write_text },
};

/**
 * mlg_document_format_get_n:
 *
 * Returns: how many formats are written
 */
guint
mlg_document_format_get_n (void)
{
  return G_N_ELEMENTS (formats);
}

/**
 * mlg_document_format_get:
 * @i: from 0
 *
 * Returns: (transfer none): a format, in the order in which they are offered
 */
const MlgDocumentFormat *
mlg_document_format_get (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (formats), NULL);

  return &formats[i];
}

/**
 * mlg_document_format_find:
 * @path: the name of a file to write
 *
 * Returns: (transfer none) (nullable): the format that its ending names, in small letters or capitals
 */
const MlgDocumentFormat *
mlg_document_format_find (const char *path)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  lower = g_ascii_strdown (path, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      return &formats[i];
  return NULL;
}

/**
 * mlg_document_format_list:
 *
 * Returns: (transfer full): the endings of the formats that are written: ".odt, .docx, …"
 */
char *
mlg_document_format_list (void)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", formats[i].suffix);
  return g_string_free (list, FALSE);
}

/**
 * mlg_document_save:
 * @document: a valid document
 * @path: the file to write; its ending names the format
 * @issues: receives what the format could not hold
 * @cancellable: (nullable): to stop from another thread
 * @error: %MLG_DOCUMENT_ERROR_UNSUPPORTED when the ending names no format, or #GIOErrorEnum
 *
 * Writes beside the file and renames into place: whatever goes wrong, the former file is there or
 * the new one, never a part of it. May be called from any thread.
 *
 * Returns: whether it was written
 */
gboolean
mlg_document_save (MlgDocument *document,
                   const char *path,
                   MlgIssueList *issues,
                   GCancellable *cancellable,
                   GError **error)
{
  const MlgDocumentFormat *format = NULL;
  g_autoptr (GFile) place = NULL;
  g_autoptr (MlgNewFile) file = NULL;

  g_return_val_if_fail (MLG_IS_DOCUMENT (document) && path != NULL && issues != NULL, FALSE);

  format = mlg_document_format_find (path);
  if (format == NULL)
    {
      g_autofree char *list = mlg_document_format_list ();

      g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_UNSUPPORTED,
                   _ ("%s: a document is written to a file whose name ends in one of: %s"), path,
                   list);
      return FALSE;
    }
  place = g_file_new_for_path (path);
  file = mlg_new_file_open (place, cancellable, error);
  return file != NULL
         && format->write (document, mlg_new_file_get_stream (file), issues, cancellable, error)
         && mlg_new_file_finish (file, cancellable, error);
}

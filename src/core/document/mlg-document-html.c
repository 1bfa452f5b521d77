/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-html.h"

#include "mlg-document-writing.h"
#include "mlg-outgoing.h"
#include "mlg-stylesheet.h"

#define STYLESHEET "/org/maillage/formats/html.xsl"
#define DOCTYPE    "<!DOCTYPE html>\n"

/**
 * mlg_document_write_html:
 *
 * Writes a page that holds everything (images too), without a script: headings in order, tables
 * with the scope of their headers, footnotes with ways there and back, printed on A4. Notes to the
 * drafter stay out. See #MlgDocumentWriteFunc.
 */
gboolean
mlg_document_write_html (MlgDocument *document,
                         GOutputStream *stream,
                         MlgIssueList *issues,
                         GCancellable *cancellable,
                         GError **error)
{
  const MlgStylesheet *stylesheet = mlg_stylesheet_get (STYLESHEET);
  g_autoptr (xmlDoc) tree = mlg_outgoing_new (document);
  g_autoptr (xmlDoc) page = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  mlg_writing_report_notes (document, issues);
  page = mlg_stylesheet_apply (stylesheet, tree, NULL, error);
  if (page == NULL)
    return FALSE;
  bytes = mlg_stylesheet_print (stylesheet, page);
  return g_output_stream_write_all (stream, DOCTYPE, sizeof DOCTYPE - 1, NULL, cancellable, error)
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), NULL, cancellable, error);
}

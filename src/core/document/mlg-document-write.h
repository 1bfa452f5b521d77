/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"

G_BEGIN_DECLS

/**
 * MlgDocumentWriteFunc:
 * @document: a valid document
 * @stream: where to write; it is not closed
 * @issues: receives what the format could not hold
 * @cancellable: (nullable): to stop from another thread
 * @error: #GIOErrorEnum, or #MlgDocumentError
 *
 * Writes a document in one format. The same document always gives the same bytes.
 *
 * Returns: whether all of it was written
 */
typedef gboolean (*MlgDocumentWriteFunc) (MlgDocument *document,
                                          GOutputStream *stream,
                                          MlgIssueList *issues,
                                          GCancellable *cancellable,
                                          GError **error);

/**
 * MlgDocumentFormat:
 * @suffix: how the names of its files end: ".odt"
 * @title: what people call it, marked N_()
 * @media_type: as in desktop files
 * @write: writes it
 */
typedef struct
{
  const char *suffix;
  const char *title;
  const char *media_type;
  MlgDocumentWriteFunc write;
} MlgDocumentFormat;

guint mlg_document_format_get_n (void);
const MlgDocumentFormat *mlg_document_format_get (guint i);
const MlgDocumentFormat *mlg_document_format_find (const char *path);
char *mlg_document_format_list (void);

gboolean mlg_document_save (MlgDocument *document,
                            const char *path,
                            MlgIssueList *issues,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MLG_DOCUMENT_ERROR (mlg_document_error_quark ())

/**
 * MlgDocumentError:
 * @MLG_DOCUMENT_ERROR_DAMAGED: not well-formed, cut short, or with a wrong checksum: ask for the
 *   file again
 * @MLG_DOCUMENT_ERROR_REFUSED: a construct that is never read from outside (document type,
 *   path escape, link), or a limit that no honest document reaches
 * @MLG_DOCUMENT_ERROR_ENCRYPTED: protected by a password: save it without
 * @MLG_DOCUMENT_ERROR_UNSUPPORTED: a format that is not read: the message says what to save it as
 * @MLG_DOCUMENT_ERROR_INVALID: well-formed, but it does not follow its schema: the issue list says
 *   where
 *
 * What goes wrong when documents are read. Reading the file itself fails with #GIOErrorEnum.
 */
typedef enum
{
  MLG_DOCUMENT_ERROR_DAMAGED,
  MLG_DOCUMENT_ERROR_REFUSED,
  MLG_DOCUMENT_ERROR_ENCRYPTED,
  MLG_DOCUMENT_ERROR_UNSUPPORTED,
  MLG_DOCUMENT_ERROR_INVALID
} MlgDocumentError;

GQuark mlg_document_error_quark (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"

G_BEGIN_DECLS

gboolean mlg_document_write_docx (MlgDocument *document,
                                  GOutputStream *stream,
                                  MlgIssueList *issues,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS

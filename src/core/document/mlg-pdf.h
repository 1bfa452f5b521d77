/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-pages.h"

G_BEGIN_DECLS

GBytes *mlg_pages_to_pdf (MlgPages *pages, GCancellable *cancellable, GError **error);
gboolean mlg_document_write_pdf (MlgDocument *document,
                                 GOutputStream *stream,
                                 MlgIssueList *issues,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS

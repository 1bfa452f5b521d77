/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"

G_BEGIN_DECLS

GBytes *mlg_document_load_file (const char *path, GCancellable *cancellable, GError **error);
MlgDocument *mlg_document_read_file (const char *path,
                                     MlgIssueList *issues,
                                     GCancellable *cancellable,
                                     GError **error);
MlgDocument *mlg_document_read_bytes (GBytes *bytes,
                                      const char *name,
                                      MlgIssueList *issues,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document-builder.h"
#include "document/mlg-package.h"

G_BEGIN_DECLS

MlgDocument *mlg_document_read_odt (MlgPackage *package,
                                    const char *name,
                                    MlgIssueList *issues,
                                    GCancellable *cancellable,
                                    GError **error);
MlgDocument *mlg_document_read_fodt (GBytes *bytes,
                                     const char *name,
                                     MlgIssueList *issues,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS

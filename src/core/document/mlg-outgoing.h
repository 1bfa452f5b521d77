/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"

G_BEGIN_DECLS

#define MLG_OUTGOING_NAMESPACE "urn:maillage:outgoing:1"

xmlDoc *mlg_outgoing_new (MlgDocument *document);
gboolean mlg_outgoing_number_pages (xmlDoc *tree,
                                    MlgDocument *document,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS

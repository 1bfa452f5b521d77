/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_DOCUMENT_LIST (mlg_document_list_get_type ())
G_DECLARE_FINAL_TYPE (MlgDocumentList, mlg_document_list, MLG, DOCUMENT_LIST, AdwExpanderRow)

void mlg_document_list_set_store (MlgDocumentList *self, MlgStore *store);
void
mlg_document_list_show (MlgDocumentList *self, gint64 meeting, gint64 item, GPtrArray *documents);

G_END_DECLS

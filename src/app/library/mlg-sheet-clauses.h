/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_SHEET_CLAUSES (mlg_sheet_clauses_get_type ())
G_DECLARE_FINAL_TYPE (MlgSheetClauses, mlg_sheet_clauses, MLG, SHEET_CLAUSES, GtkWidget)

void mlg_sheet_clauses_set_store (MlgSheetClauses *self, MlgStore *store);
void mlg_sheet_clauses_set_id (MlgSheetClauses *self, gint64 sheet);

G_END_DECLS

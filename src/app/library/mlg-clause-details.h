/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_CLAUSE_DETAILS (mlg_clause_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgClauseDetails, mlg_clause_details, MLG, CLAUSE_DETAILS, GtkWidget)

void mlg_clause_details_set_store (MlgClauseDetails *self, MlgStore *store);
void mlg_clause_details_set_id (MlgClauseDetails *self, gint64 id);
MlgRecord *mlg_clause_details_get_record (MlgClauseDetails *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_BODY_DETAILS (mlg_body_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgBodyDetails, mlg_body_details, MLG, BODY_DETAILS, GtkWidget)

void mlg_body_details_set_store (MlgBodyDetails *self, MlgStore *store);
void mlg_body_details_set_id (MlgBodyDetails *self, gint64 id);
MlgRecord *mlg_body_details_get_body (MlgBodyDetails *self);
void mlg_body_details_set_show_empty (MlgBodyDetails *self, gboolean show_empty);
void mlg_body_details_edit (MlgBodyDetails *self, const char *field);

G_END_DECLS

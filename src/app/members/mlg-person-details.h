/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_PERSON_DETAILS (mlg_person_details_get_type ())
G_DECLARE_FINAL_TYPE (MlgPersonDetails, mlg_person_details, MLG, PERSON_DETAILS, GtkWidget)

void mlg_person_details_set_store (MlgPersonDetails *self, MlgStore *store);
void mlg_person_details_set_id (MlgPersonDetails *self, gint64 id);
MlgRecord *mlg_person_details_get_person (MlgPersonDetails *self);
void mlg_person_details_set_show_empty (MlgPersonDetails *self, gboolean show_empty);

G_END_DECLS

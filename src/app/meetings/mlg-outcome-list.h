/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_OUTCOME_LIST (mlg_outcome_list_get_type ())
G_DECLARE_FINAL_TYPE (MlgOutcomeList, mlg_outcome_list, MLG, OUTCOME_LIST, GtkWidget)

GtkWidget *mlg_outcome_list_new (MlgStore *store);
void mlg_outcome_list_set_store (MlgOutcomeList *self, MlgStore *store);
void mlg_outcome_list_show (MlgOutcomeList *self, GPtrArray *entries, gboolean with_meeting);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_PENDING_LIST (mlg_pending_list_get_type ())
G_DECLARE_FINAL_TYPE (MlgPendingList, mlg_pending_list, MLG, PENDING_LIST, GtkWidget)

void mlg_pending_list_set_store (MlgPendingList *self, MlgStore *store);
void mlg_pending_list_set_questionnaire (MlgPendingList *self, gint64 questionnaire);

G_END_DECLS

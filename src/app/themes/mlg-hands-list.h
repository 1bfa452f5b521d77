/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"
#include "themes/mlg-questionnaire-form.h"

G_BEGIN_DECLS

#define MLG_TYPE_HANDS_LIST (mlg_hands_list_get_type ())
G_DECLARE_FINAL_TYPE (MlgHandsList, mlg_hands_list, MLG, HANDS_LIST, GtkWidget)

void mlg_hands_list_set_store (MlgHandsList *self, MlgStore *store);
void mlg_hands_list_show (MlgHandsList *self, const MlgForm *form);

G_END_DECLS

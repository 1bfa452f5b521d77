/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "themes/mlg-questionnaire-form.h"

G_BEGIN_DECLS

#define MLG_TYPE_OPTION_LIST (mlg_option_list_get_type ())
G_DECLARE_FINAL_TYPE (MlgOptionList, mlg_option_list, MLG, OPTION_LIST, GtkWidget)

void mlg_option_list_show (MlgOptionList *self, const MlgFormQuestion *question, gboolean draft);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

void mlg_questionnaire_preview (GtkWidget *widget, MlgRecord *questionnaire);

G_END_DECLS

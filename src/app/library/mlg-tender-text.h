/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-reading.h"

G_BEGIN_DECLS

#define MLG_TYPE_TENDER_TEXT (mlg_tender_text_get_type ())
G_DECLARE_FINAL_TYPE (MlgTenderText, mlg_tender_text, MLG, TENDER_TEXT, GtkWidget)

void mlg_tender_text_set_reading (MlgTenderText *self, GPtrArray *reading, gboolean anew);
const MlgReadingItem *mlg_tender_text_get_chosen (MlgTenderText *self);
void mlg_tender_text_follow (MlgTenderText *self, const char *title);
void mlg_tender_text_go_to_line (MlgTenderText *self, int line);
void mlg_tender_text_find (MlgTenderText *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-tender-passage.h"

G_BEGIN_DECLS

#define MLG_TYPE_PASSAGE_ROW (mlg_passage_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgPassageRow, mlg_passage_row, MLG, PASSAGE_ROW, GtkWidget)

GtkWidget *mlg_passage_row_new (void);
void mlg_passage_row_set_passage (MlgPassageRow *self, MlgTenderPassage *passage);

G_END_DECLS

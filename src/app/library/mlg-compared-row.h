/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-compared-passage.h"

G_BEGIN_DECLS

#define MLG_TYPE_COMPARED_ROW (mlg_compared_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgComparedRow, mlg_compared_row, MLG, COMPARED_ROW, GtkWidget)

GtkWidget *mlg_compared_row_new (GObject *room, gboolean chooses);
void mlg_compared_row_set_passage (MlgComparedRow *self, MlgComparedPassage *passage);

G_END_DECLS

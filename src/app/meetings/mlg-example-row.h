/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dossier/mlg-example-choice.h"

G_BEGIN_DECLS

#define MLG_TYPE_EXAMPLE_ROW (mlg_example_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgExampleRow, mlg_example_row, MLG, EXAMPLE_ROW, AdwActionRow)

GtkWidget *mlg_example_row_new (void);
void mlg_example_row_show (MlgExampleRow *self, const MlgExample *example);
gint64 mlg_example_row_get_id (MlgExampleRow *self);
MlgRecord *mlg_example_row_get_example (MlgExampleRow *self);

char *mlg_example_row_write_line (const MlgExample *example);

G_END_DECLS

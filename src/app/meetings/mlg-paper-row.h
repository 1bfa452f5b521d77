/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MLG_TYPE_PAPER_ROW (mlg_paper_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgPaperRow, mlg_paper_row, MLG, PAPER_ROW, AdwActionRow)

GtkWidget *mlg_paper_row_new (const char *paper);
const char *mlg_paper_row_get_paper (MlgPaperRow *self);
void mlg_paper_row_set_own (MlgPaperRow *self, gboolean own);

const char *mlg_paper_row_get_title (const char *paper);

G_END_DECLS

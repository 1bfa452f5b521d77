/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-page-pictures.h"

G_BEGIN_DECLS

#define MLG_TYPE_PAGE_SHEET (mlg_page_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MlgPageSheet, mlg_page_sheet, MLG, PAGE_SHEET, GtkWidget)

GtkWidget *mlg_page_sheet_new (MlgPagePictures *pictures, guint page);
void mlg_page_sheet_set_scale (MlgPageSheet *self, double scale);

G_END_DECLS

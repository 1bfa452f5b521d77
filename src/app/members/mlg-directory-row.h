/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-directory-item.h"

G_BEGIN_DECLS

#define MLG_TYPE_DIRECTORY_ROW (mlg_directory_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgDirectoryRow, mlg_directory_row, MLG, DIRECTORY_ROW, GtkWidget)

G_END_DECLS

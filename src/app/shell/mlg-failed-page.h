/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_FAILED_PAGE (mlg_failed_page_get_type ())
G_DECLARE_FINAL_TYPE (MlgFailedPage, mlg_failed_page, MLG, FAILED_PAGE, GtkWidget)

void mlg_failed_page_explain (MlgFailedPage *self, const char *path, const GError *error);

G_END_DECLS

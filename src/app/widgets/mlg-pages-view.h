/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-page-pictures.h"

G_BEGIN_DECLS

#define MLG_TYPE_PAGES_VIEW (mlg_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgPagesView, mlg_pages_view, MLG, PAGES_VIEW, GtkWidget)

void mlg_pages_view_set_pictures (MlgPagesView *self, MlgPagePictures *pictures, const char *name);
double mlg_pages_view_get_scale (MlgPagesView *self);
gboolean mlg_pages_view_print_to (MlgPagesView *self, const char *path, GError **error);

G_END_DECLS

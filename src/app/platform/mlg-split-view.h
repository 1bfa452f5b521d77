/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_SPLIT_VIEW (mlg_split_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgSplitView, mlg_split_view, MLG, SPLIT_VIEW, GtkWidget)

GtkWidget *mlg_split_view_get_sidebar (MlgSplitView *self);
void mlg_split_view_set_sidebar (MlgSplitView *self, GtkWidget *sidebar);
GtkWidget *mlg_split_view_get_content (MlgSplitView *self);
void mlg_split_view_set_content (MlgSplitView *self, GtkWidget *content);
gboolean mlg_split_view_is_collapsed (MlgSplitView *self);
gboolean mlg_split_view_shows_content (MlgSplitView *self);
void mlg_split_view_show_content (MlgSplitView *self, gboolean show);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MERGE_VIEW (mlg_merge_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgMergeView, mlg_merge_view, MLG, MERGE_VIEW, GtkWidget)

void mlg_merge_view_show (
    MlgMergeView *self, MlgStore *store, const MlgKind *kind, gint64 kept, gint64 other);
void mlg_merge_view_clear (MlgMergeView *self);

G_END_DECLS

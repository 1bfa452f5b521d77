/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-library-columns.h"
#include "widgets/mlg-record-view.h"

G_BEGIN_DECLS

#define MLG_TYPE_LIBRARY_VIEW (mlg_library_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgLibraryView, mlg_library_view, MLG, LIBRARY_VIEW, MlgRecordView)

void mlg_library_view_set_list (MlgLibraryView *self, MlgLibraryList list, MlgStore *store);
char *mlg_library_view_dup_passage (MlgLibraryView *self, gint64 id);

G_END_DECLS

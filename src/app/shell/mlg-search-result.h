/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/mlg-search.h"

G_BEGIN_DECLS

#define MLG_TYPE_SEARCH_RESULT (mlg_search_result_get_type ())
G_DECLARE_FINAL_TYPE (MlgSearchResult, mlg_search_result, MLG, SEARCH_RESULT, GObject)

const MlgKind *mlg_search_result_get_kind (MlgSearchResult *self);
gint64 mlg_search_result_get_id (MlgSearchResult *self);

GPtrArray *mlg_search_result_list (GPtrArray *hits);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-check-work.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_CHECK_PANE (mlg_check_pane_get_type ())
G_DECLARE_FINAL_TYPE (MlgCheckPane, mlg_check_pane, MLG, CHECK_PANE, GtkWidget)

void mlg_check_pane_set_store (MlgCheckPane *self, MlgStore *store);
void mlg_check_pane_set_record (MlgCheckPane *self, const MlgKind *kind, gint64 id);
void mlg_check_pane_try_answer (MlgCheckPane *self, const char *field, const char *text);
MlgCheckWork *mlg_check_pane_dup_work (MlgCheckPane *self);
void mlg_check_pane_show_rule (MlgCheckPane *self, const char *id);
GPtrArray *mlg_check_pane_get_results (MlgCheckPane *self);
const char *mlg_check_pane_get_summary (MlgCheckPane *self);

G_END_DECLS

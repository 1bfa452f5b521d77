/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-reading.h"
#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_CRITERION_EDITOR (mlg_criterion_editor_get_type ())
G_DECLARE_FINAL_TYPE (MlgCriterionEditor, mlg_criterion_editor, MLG, CRITERION_EDITOR, GtkWidget)

void mlg_criterion_editor_set_store (MlgCriterionEditor *self, MlgStore *store);
void mlg_criterion_editor_show (MlgCriterionEditor *self,
                                const MlgKind *kind,
                                gint64 id,
                                GPtrArray *reading,
                                const MlgReadingItem *item);

G_END_DECLS

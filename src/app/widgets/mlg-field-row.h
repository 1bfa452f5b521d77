/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-field-label.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_FIELD_ROW (mlg_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgFieldRow, mlg_field_row, MLG, FIELD_ROW, AdwPreferencesRow)

/**
 * MlgFieldCommit:
 *
 * Changes a field in a way of its own: see mlg_field_edit().
 */
typedef gboolean (*MlgFieldCommit) (
    GtkWidget *row, MlgRecord *record, guint field, const char *text, GError **error);

const char *mlg_field_row_get_field (MlgFieldRow *self);
void mlg_field_row_set_store (MlgFieldRow *self, MlgStore *store);
void mlg_field_row_set_record (MlgFieldRow *self, MlgRecord *record);
void mlg_field_row_set_format (MlgFieldRow *self, MlgFieldFormat format);
void mlg_field_row_set_commit (MlgFieldRow *self, MlgFieldCommit commit);
gboolean mlg_field_row_is_empty (MlgFieldRow *self);
gboolean mlg_field_row_is_essential (MlgFieldRow *self);
gboolean mlg_field_row_is_editing (MlgFieldRow *self);
const char *mlg_field_row_get_text (MlgFieldRow *self);
const char *mlg_field_row_get_message (MlgFieldRow *self);
void mlg_field_row_edit (MlgFieldRow *self);
void mlg_field_row_set_editor_text (MlgFieldRow *self, const char *text);
void mlg_field_row_apply (MlgFieldRow *self);
void mlg_field_row_give_up (MlgFieldRow *self);

G_END_DECLS

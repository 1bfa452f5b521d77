/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

/**
 * MlgFieldFormat:
 *
 * Returns: (transfer full) (nullable): something of a record as people read it
 */
typedef char *(*MlgFieldFormat) (MlgRecord *record, guint field);

#define MLG_TYPE_FIELD_LABEL (mlg_field_label_get_type ())
G_DECLARE_FINAL_TYPE (MlgFieldLabel, mlg_field_label, MLG, FIELD_LABEL, GtkWidget)

GtkWidget *mlg_field_label_new (guint field, MlgFieldFormat format, gboolean number);
void mlg_field_label_set_record (MlgFieldLabel *self, MlgRecord *record);
const char *mlg_field_label_get_text (MlgFieldLabel *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-field-editor.h"
#include "mlg-field-row.h"
#include "mlg-live-read.h"

G_BEGIN_DECLS

struct _MlgFieldRow
{
  AdwPreferencesRow parent_instance;
  char *field_name;      /* (owned) (nullable) */
  gboolean essential;    /* shown even when it is empty */
  MlgStore *store;       /* (unowned) it outlives the page */
  MlgRecord *record;     /* (owned) (nullable) */
  guint field;           /* of the record */
  MlgFieldFormat format; /* (nullable) */
  MlgFieldCommit commit;
  MlgLiveRead *name;      /* (owned) (nullable) the name of what a reference refers to */
  MlgFieldEditor *editor; /* (owned by the widget tree) (nullable) while the person writes */
  guint ending;           /* source that takes the editor away; 0 for none */

  GtkLabel *title_label;
  GtkStack *stack;
  GtkLabel *value_label;
  AdwBin *editor_bin;
  GtkLabel *message_label;
  GtkButton *open_button;
  GtkImage *edit_icon;
};

const MlgField *mlg_field_row_describe (MlgFieldRow *self);
gboolean mlg_field_row_is_reference (MlgFieldRow *self);
char *mlg_field_row_dup_display (MlgFieldRow *self);
void mlg_field_row_say (MlgFieldRow *self, const char *message, const char *style);
void mlg_field_row_update (MlgFieldRow *self);
void mlg_field_row_bind_editing (GtkWidgetClass *widget_class);

G_END_DECLS

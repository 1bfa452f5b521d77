/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-field-form.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_RECORD_DETAILS (mlg_record_details_get_type ())
G_DECLARE_DERIVABLE_TYPE (MlgRecordDetails, mlg_record_details, MLG, RECORD_DETAILS, GtkWidget)

/**
 * MlgRecordDetailsClass:
 * @kind: what is shown
 * @prepare: (nullable): gives the store to the parts; called once
 * @choose: (nullable): another record is shown, or none (%NULL)
 * @describe: (nullable): what the record says has changed, or it is another one
 */
struct _MlgRecordDetailsClass
{
  GtkWidgetClass parent_class;

  const MlgKind *kind;
  void (*prepare) (MlgRecordDetails *self, MlgStore *store);
  void (*choose) (MlgRecordDetails *self, MlgRecord *record);
  void (*describe) (MlgRecordDetails *self, MlgRecord *record);
};

void mlg_record_details_class_set_up (MlgRecordDetailsClass *klass,
                                      const MlgKind *kind,
                                      const char *resource);

void mlg_record_details_set_store (MlgRecordDetails *self, MlgStore *store);
MlgStore *mlg_record_details_get_store (MlgRecordDetails *self);
void mlg_record_details_set_id (MlgRecordDetails *self, gint64 id);
MlgRecord *mlg_record_details_get_record (MlgRecordDetails *self);
MlgFieldForm *mlg_record_details_get_form (MlgRecordDetails *self);
void mlg_record_details_set_show_empty (MlgRecordDetails *self, gboolean show_empty);
void mlg_record_details_edit (MlgRecordDetails *self, const char *field);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-sheet.h"

#include <glib/gi18n-lib.h>

struct _MlgSheet
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgSheet, mlg_sheet, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_SHEET_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_sheet_kind = {
  .name = "sheet",
  .plural = "sheets",
  .title = N_ ("Feedback sheet"),
  .title_plural = N_ ("Feedback sheets"),
  .table = "sheet",
  .fields = fields,
  .n_fields = MLG_SHEET_N_FIELDS,
  .get_type = mlg_sheet_get_type,
};

static void
mlg_sheet_class_init (MlgSheetClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_sheet_kind);
}

static void
mlg_sheet_init (MlgSheet *self)
{
}

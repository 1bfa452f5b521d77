/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-sheet-details.h"

#include "library/mlg-sheet.h"
#include "mlg-library-commit.h"

/* All about one feedback sheet. */
struct _MlgSheetDetails
{
  MlgRecordDetails parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgSheetDetails, mlg_sheet_details, MLG_TYPE_RECORD_DETAILS)

static void
mlg_sheet_details_prepare (MlgRecordDetails *details, MlgStore *store)
{
  mlg_library_commit_rows (GTK_WIDGET (details));
}

static void
mlg_sheet_details_class_init (MlgSheetDetailsClass *klass)
{
  MlgRecordDetailsClass *details_class = MLG_RECORD_DETAILS_CLASS (klass);

  details_class->prepare = mlg_sheet_details_prepare;
  mlg_record_details_class_set_up (details_class, &mlg_sheet_kind,
                                   "/org/maillage/library/mlg-sheet-details.ui");
}

static void
mlg_sheet_details_init (MlgSheetDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

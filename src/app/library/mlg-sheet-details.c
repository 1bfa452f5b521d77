/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-sheet-details.h"

#include "library/mlg-sheet.h"
#include "mlg-library-commit.h"
#include "mlg-sheet-clauses.h"

/* All about one feedback sheet. */
struct _MlgSheetDetails
{
  MlgRecordDetails parent_instance;

  MlgSheetClauses *clauses;
};

G_DEFINE_FINAL_TYPE (MlgSheetDetails, mlg_sheet_details, MLG_TYPE_RECORD_DETAILS)

static void
mlg_sheet_details_prepare (MlgRecordDetails *details, MlgStore *store)
{
  mlg_library_commit_rows (GTK_WIDGET (details));
  mlg_sheet_clauses_set_store (MLG_SHEET_DETAILS (details)->clauses, store);
}

static void
mlg_sheet_details_choose (MlgRecordDetails *details, MlgRecord *record)
{
  mlg_sheet_clauses_set_id (MLG_SHEET_DETAILS (details)->clauses,
                            record != NULL ? mlg_record_get_id (record) : 0);
}

static void
mlg_sheet_details_class_init (MlgSheetDetailsClass *klass)
{
  MlgRecordDetailsClass *details_class = MLG_RECORD_DETAILS_CLASS (klass);

  details_class->prepare = mlg_sheet_details_prepare;
  details_class->choose = mlg_sheet_details_choose;
  g_type_ensure (MLG_TYPE_SHEET_CLAUSES);
  mlg_record_details_class_set_up (details_class, &mlg_sheet_kind,
                                   "/org/maillage/library/mlg-sheet-details.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), MlgSheetDetails, clauses);
}

static void
mlg_sheet_details_init (MlgSheetDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

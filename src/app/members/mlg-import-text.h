/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mlg-import.h"

G_BEGIN_DECLS

char *mlg_import_row_write_title (const MlgImportRow *row);
char *mlg_import_row_write_deed (const MlgImportRow *row);
char *mlg_import_plan_write_issues (MlgImportPlan *plan, const MlgImportRow *row);
gboolean mlg_import_row_is_questionable (MlgImportPlan *plan, const MlgImportRow *row);
char *mlg_import_result_write (const MlgImportResult *result);

G_END_DECLS

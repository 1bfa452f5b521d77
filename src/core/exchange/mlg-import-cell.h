/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-kind.h"

G_BEGIN_DECLS

/**
 * MlgImportPreparer:
 * @cell: the text of a cell
 * @odd: (inout): what a person should know of it, translated; left as it is for nothing
 *
 * Returns: (transfer full): what mlg_record_parse() takes; "" when nothing can be made of it
 */
typedef char *(*MlgImportPreparer) (const char *cell, char **odd);

MlgImportPreparer mlg_import_cell_find_preparer (const MlgField *field);
gboolean mlg_import_cell_is_total (const char *cell);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-import-entry.h"
#include "mlg-mapping.h"

G_BEGIN_DECLS

MlgImportEntry *
mlg_import_entry_from_row (MlgTable *table, MlgMapping *mapping, guint row, MlgIssueList *issues);

G_END_DECLS

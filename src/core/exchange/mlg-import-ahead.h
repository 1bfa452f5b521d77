/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-import-row.h"

G_BEGIN_DECLS

typedef struct _MlgImportAhead MlgImportAhead;

MlgImportAhead *mlg_import_ahead_new (MlgTable *table, MlgMapping *mapping);
void mlg_import_ahead_free (MlgImportAhead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgImportAhead, mlg_import_ahead_free)
MlgImportEntry *mlg_import_ahead_next (MlgImportAhead *self, MlgIssueList *issues);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-import-entry.h"
#include "mlg-mapping.h"

G_BEGIN_DECLS

typedef struct _MlgImportRowReader MlgImportRowReader;

MlgImportRowReader *mlg_import_row_reader_new (MlgTable *table, MlgMapping *mapping);
void mlg_import_row_reader_begin (MlgImportRowReader *self, MlgIssueList *issues);
void mlg_import_row_reader_free (MlgImportRowReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgImportRowReader, mlg_import_row_reader_free)
MlgImportEntry *mlg_import_row_reader_read (MlgImportRowReader *self, guint row);

G_END_DECLS

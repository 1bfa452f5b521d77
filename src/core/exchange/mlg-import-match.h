/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/** Finds the record that a row is about among those that are known. */
typedef struct _MlgImportMatch MlgImportMatch;

MlgImportMatch *mlg_import_match_new (const MlgKind *kind);
void mlg_import_match_free (MlgImportMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgImportMatch, mlg_import_match_free)

void mlg_import_match_add (MlgImportMatch *self, MlgRecord *record);
MlgRecord *mlg_import_match_find (MlgImportMatch *self, MlgRecord *record, int *field);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/** At and above this, two names are taken for one, and a person is asked to check. */
#define MLG_IMPORT_SAME_NAME 0.9
/** At and above this, two names are alike, and a person is told. */
#define MLG_IMPORT_ALIKE 0.75

/** Finds the body that a row, a card or a cell speaks of. */
typedef struct _MlgImportBodies MlgImportBodies;

MlgImportBodies *mlg_import_bodies_new (void);
void mlg_import_bodies_free (MlgImportBodies *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgImportBodies, mlg_import_bodies_free)

void mlg_import_bodies_add (MlgImportBodies *self, MlgRecord *body);
MlgRecord *mlg_import_bodies_find (MlgImportBodies *self, MlgRecord *mention, double *score);
MlgRecord *mlg_import_bodies_find_text (MlgImportBodies *self, const char *text, double *score);

G_END_DECLS

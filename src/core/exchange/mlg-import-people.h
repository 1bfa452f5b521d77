/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-import-entry.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

/** Finds the person that a row or a card speaks of, and what that person does. */
typedef struct _MlgImportPeople MlgImportPeople;

MlgImportPeople *mlg_import_people_new (MlgConnection *db, GError **error);
void mlg_import_people_free (MlgImportPeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgImportPeople, mlg_import_people_free)

void mlg_import_people_add (MlgImportPeople *self, MlgRecord *person);
void mlg_import_people_add_function (MlgImportPeople *self, MlgRecord *function);
MlgRecord *mlg_import_people_get (MlgImportPeople *self, gint64 id);
MlgRecord *
mlg_import_people_find (MlgImportPeople *self, MlgRecord *person, GArray *bodies, int *field);
GPtrArray *mlg_import_people_get_functions (MlgImportPeople *self, gint64 person);

G_END_DECLS

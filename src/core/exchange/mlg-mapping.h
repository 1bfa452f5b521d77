/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-exchange-error.h"
#include "mlg-table.h"
#include "store/mlg-kind.h"

G_BEGIN_DECLS

/** Which field of a kind of record each column of a table goes to. */
typedef struct _MlgMapping MlgMapping;

MlgMapping *mlg_mapping_guess (MlgTable *table, const MlgKind *kind);
void mlg_mapping_free (MlgMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgMapping, mlg_mapping_free)

const MlgKind *mlg_mapping_get_kind (MlgMapping *self);
int mlg_mapping_get_field (MlgMapping *self, guint column);
int mlg_mapping_find_column (MlgMapping *self, guint field);
gboolean mlg_mapping_set (MlgMapping *self, MlgTable *table, const char *rule, GError **error);
char *mlg_mapping_to_string (MlgMapping *self, MlgTable *table);

G_END_DECLS

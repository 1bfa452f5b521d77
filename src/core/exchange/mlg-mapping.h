/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-exchange-error.h"
#include "mlg-heading.h"
#include "mlg-table.h"
#include "store/mlg-kind.h"

G_BEGIN_DECLS

/** Which field of a kind of record each column of a table goes to. */
typedef struct _MlgMapping MlgMapping;

MlgMapping *mlg_mapping_guess (MlgTable *table, const MlgKind *kind);
void mlg_mapping_free (MlgMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgMapping, mlg_mapping_free)

const MlgKind *mlg_mapping_get_kind (MlgMapping *self);
guint mlg_mapping_get_n_columns (MlgMapping *self);
MlgTarget mlg_mapping_get_target (MlgMapping *self, guint column);
void mlg_mapping_set_target (MlgMapping *self, guint column, const MlgTarget *target);
gboolean mlg_mapping_speaks_of (MlgMapping *self, const MlgKind *kind);
int mlg_mapping_get_field (MlgMapping *self, guint column);
int mlg_mapping_find_column (MlgMapping *self, guint field);
gboolean mlg_mapping_set (MlgMapping *self, MlgTable *table, const char *rule, GError **error);
char *mlg_mapping_to_string (MlgMapping *self, MlgTable *table);
void mlg_mapping_guess_custom (MlgMapping *self, MlgTable *table, const char *name, gint64 custom);
void mlg_mapping_recall (MlgMapping *self, MlgTable *table, GVariant *remembered);
GVariant *mlg_mapping_remember (MlgMapping *self, MlgTable *table, GVariant *remembered);

G_END_DECLS

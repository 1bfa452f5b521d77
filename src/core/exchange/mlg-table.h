/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mlg-charset.h"

G_BEGIN_DECLS

#define MLG_TYPE_TABLE (mlg_table_get_type ())

/** A table as a foreign file held it: headings and rows of text. Never changes once it was read. */
typedef struct _MlgTable MlgTable;

GType mlg_table_get_type (void);
MlgTable *mlg_table_ref (MlgTable *self);
void mlg_table_unref (MlgTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgTable, mlg_table_unref)

const char *mlg_table_get_file (MlgTable *self);
MlgCharset mlg_table_get_charset (MlgTable *self);
char mlg_table_get_separator (MlgTable *self);
const char *mlg_table_get_reason (MlgTable *self);

guint mlg_table_get_n_columns (MlgTable *self);
const char *mlg_table_get_heading (MlgTable *self, guint column);
int mlg_table_find_heading (MlgTable *self, const char *heading);
guint mlg_table_get_n_rows (MlgTable *self);
guint mlg_table_get_n_left_aside (MlgTable *self);
const char *mlg_table_get_cell (MlgTable *self, guint row, guint column);
int mlg_table_get_line (MlgTable *self, guint row, guint column);

G_END_DECLS

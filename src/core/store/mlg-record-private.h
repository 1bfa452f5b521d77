/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "mlg-record.h"
#include "mlg-statement.h"

G_BEGIN_DECLS

typedef enum
{
  MLG_VALUE_NULL,
  MLG_VALUE_INTEGER,
  MLG_VALUE_REAL,
  MLG_VALUE_TEXT,
} MlgValueType;

typedef struct
{
  MlgValueType type;
  gboolean right; /* its field's description has been found to take it */
  union
  {
    gint64 integer;
    double real;
    char *text; /* (owned) */
  };
} MlgValue;

void mlg_value_clear (MlgValue *value);
void mlg_value_copy (MlgValue *to, const MlgValue *from);
gboolean mlg_value_equal (const MlgValue *a, const MlgValue *b);

gboolean mlg_record_is_checked (MlgRecord *self);
void mlg_record_set_checked (MlgRecord *self, gboolean checked);
MlgValue *mlg_record_get_values (MlgRecord *self);
void mlg_record_take_value (MlgRecord *self, guint field, MlgValue value);
void mlg_record_read_row (MlgRecord *self, MlgStatement *statement, int first_column);
gboolean mlg_record_read_rows (MlgStatement *statement,
                               const MlgKind *kind,
                               GPtrArray *records,
                               GError **error);
void mlg_record_bind_value (MlgStatement *statement, int index, const MlgValue *value);
void mlg_record_notify_name (MlgRecord *self);
void mlg_record_set_missing (MlgRecord *self);
GHashTable *mlg_record_sql_table_new (void);
const int *mlg_record_get_fields (MlgConnection *db, const MlgKind *kind);
gboolean mlg_record_learn_columns (MlgConnection *db, GError **error);
int mlg_record_get_column (MlgConnection *db, const MlgKind *kind, guint field);
char *mlg_record_write_select (MlgConnection *db, const MlgKind *kind, const char *tail);

G_END_DECLS

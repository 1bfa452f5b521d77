/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-connection.h"

G_BEGIN_DECLS

typedef struct _MlgStatement MlgStatement;

/**
 * MlgStep:
 * @MLG_STEP_FAILED: an error, which was set
 * @MLG_STEP_DONE: no more rows
 * @MLG_STEP_ROW: a row is there to be read
 */
typedef enum
{
  MLG_STEP_FAILED = -1,
  MLG_STEP_DONE = 0,
  MLG_STEP_ROW = 1,
} MlgStep;

MlgStatement *mlg_connection_prepare (MlgConnection *db, const char *sql, GError **error);
void mlg_statement_release (MlgStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgStatement, mlg_statement_release)

void mlg_statement_bind_integer (MlgStatement *statement, int index, gint64 value);
void mlg_statement_bind_real (MlgStatement *statement, int index, double value);
void mlg_statement_bind_text (MlgStatement *statement, int index, const char *text);
void mlg_statement_bind_static_text (MlgStatement *statement, int index, const char *text);
void mlg_statement_bind_bytes (MlgStatement *statement, int index, GBytes *bytes);
void mlg_statement_bind_null (MlgStatement *statement, int index);

MlgStep mlg_statement_step (MlgStatement *statement, GError **error);
gboolean mlg_statement_run (MlgStatement *statement, GError **error);
void mlg_statement_reset (MlgStatement *statement);

int mlg_statement_get_n_columns (MlgStatement *statement);
const char *mlg_statement_get_column_name (MlgStatement *statement, int column);
gboolean mlg_statement_is_null (MlgStatement *statement, int column);
gint64 mlg_statement_get_integer (MlgStatement *statement, int column);
double mlg_statement_get_real (MlgStatement *statement, int column);
const char *mlg_statement_get_text (MlgStatement *statement, int column);
GBytes *mlg_statement_get_bytes (MlgStatement *statement, int column);

G_END_DECLS

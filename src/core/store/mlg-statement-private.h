/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>
#include <stdarg.h>

#include "mlg-statement.h"

G_BEGIN_DECLS

struct _MlgStatement
{
  sqlite3_stmt *handle; /* (owned) */
  MlgConnection *db;    /* (unowned) outlives its statements */
  int problem;          /* what binding or reading a value ran into: SQLite would go on with NULL */
};

void mlg_statement_destroy (gpointer statement);
void mlg_statement_forget (MlgStatement *statement);
gboolean mlg_statement_check (MlgStatement *statement, GError **error);
void mlg_statement_bind_arguments (MlgStatement *statement, const char *types, va_list arguments);

G_END_DECLS

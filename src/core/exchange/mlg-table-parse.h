/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-table-reader.h"

G_BEGIN_DECLS

gboolean mlg_table_parse (MlgTable *table,
                          const char *text,
                          gsize length,
                          int line,
                          const MlgTableLimits *limits,
                          MlgIssueList *issues,
                          GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "../mlg-issue.h"
#include "mlg-exchange-error.h"
#include "mlg-table.h"

G_BEGIN_DECLS

/**
 * MlgTableLimits:
 * @bytes: of the file
 * @columns: of a row
 * @cell: bytes of a cell; Excel holds 32,767 characters
 * @rows: the headings not counted
 *
 * How much a table may hold. Past @bytes and @rows the table is refused; a row past @columns or @cell
 * is left aside with an error.
 */
typedef struct
{
  gsize bytes;
  guint columns;
  guint cell;
  guint rows;
} MlgTableLimits;

extern const MlgTableLimits mlg_table_default_limits;

MlgTable *mlg_table_read (GFile *file,
                          const MlgTableLimits *limits,
                          MlgIssueList *issues,
                          GCancellable *cancellable,
                          GError **error);
MlgTable *mlg_table_read_bytes (GBytes *bytes,
                                const char *file,
                                const MlgTableLimits *limits,
                                MlgIssueList *issues,
                                GError **error);
GBytes *mlg_exchange_load (GFile *file, gsize limit, GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-table.h"

G_BEGIN_DECLS

typedef struct
{
  guint first_cell; /* in cells */
  guint n_cells;
  int line; /* where it begins, from 1 */
} MlgTableRow;

struct _MlgTable
{
  gatomicrefcount ref_count;
  char *file;    /* (owned) base name, for messages */
  char *reason;  /* (owned) why this separator */
  GString *text; /* (owned) all cells, each ended by a NUL */
  GArray *cells; /* (owned) of guint32, where each cell begins in the text */
  GArray *rows;  /* (owned) of MlgTableRow; the first one is that of the headings */
  guint n_columns;
  guint n_left_aside; /* rows that could not be read */
  MlgCharset charset;
  char separator;
};

MlgTable *mlg_table_new (const char *file);
const char *mlg_table_get_row_cell (MlgTable *self, const MlgTableRow *row, guint column);

G_END_DECLS

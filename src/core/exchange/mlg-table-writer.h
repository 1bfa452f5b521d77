/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Writes a table as CSV that spreadsheets open right by a double click. */
typedef struct _MlgTableWriter MlgTableWriter;

MlgTableWriter *mlg_table_writer_new (void);
void mlg_table_writer_free (MlgTableWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgTableWriter, mlg_table_writer_free)

void mlg_table_writer_add_cell (MlgTableWriter *self, const char *text);
void mlg_table_writer_end_row (MlgTableWriter *self);
GBytes *mlg_table_writer_finish (MlgTableWriter *self);

G_END_DECLS

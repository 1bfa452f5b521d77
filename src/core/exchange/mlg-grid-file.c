/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-grid-file.h"

#include "document/mlg-document-write.h"
#include "exchange/mlg-table-writer.h"
#include "mlg-new-file.h"

static GBytes *
write_table (const MlgGrid *grid)
{
  g_autoptr (MlgTableWriter) writer = mlg_table_writer_new ();

  for (guint i = 0; i < grid->columns->len; i++)
    mlg_table_writer_add_cell (writer, grid->columns->pdata[i]);
  mlg_table_writer_end_row (writer);
  for (guint i = 0; i < grid->rows->len; i++)
    {
      GStrv row = grid->rows->pdata[i];

      for (guint j = 0; row[j] != NULL; j++)
        mlg_table_writer_add_cell (writer, row[j]);
      mlg_table_writer_end_row (writer);
    }
  return mlg_table_writer_finish (writer);
}

/**
 * mlg_grid_save:
 * @path: a spreadsheet (.csv) or a document in the format of its name
 * @issues: gets what the format could not say
 * @cancellable: (nullable):
 *
 * Writes a grid to a file, which is not there before it is whole. In any thread.
 */
gboolean
mlg_grid_save (const MlgGrid *grid,
               const char *path,
               MlgIssueList *issues,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MlgDocument) document = NULL;

  if (g_str_has_suffix (path, ".csv"))
    {
      bytes = write_table (grid);
      return mlg_new_file_write (file, bytes, cancellable, error);
    }
  document = mlg_grid_to_document (grid);
  return mlg_document_save (document, path, issues, cancellable, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-nomenclature-import.h"

#include <glib/gi18n-lib.h>

#include "exchange/mlg-exchange-error.h"
#include "mlg-cpv-code.h"

static int
find_column (MlgTable *table, const char *const *headings)
{
  for (; *headings != NULL; headings++)
    {
      int column = mlg_table_find_heading (table, *headings);

      if (column >= 0)
        return column;
    }
  return -1;
}

static gboolean
put_row (MlgConnection *db,
         MlgTable *table,
         guint row,
         const int *columns,
         MlgNomenclatureCounts *counts,
         MlgIssueList *issues,
         GError **error)
{
  g_autofree char *code = mlg_cpv_clean (mlg_table_get_cell (table, row, (guint) columns[0]));
  const char *name = mlg_table_get_cell (table, row, (guint) columns[1]);
  g_autofree char *fault = mlg_cpv_check (code);

  if (fault != NULL || *name == '\0')
    {
      mlg_issue_list_add (issues, MLG_SEVERITY_ERROR, mlg_table_get_file (table),
                          mlg_table_get_line (table, row, (guint) columns[0]), 0, "“%s”: %s", code,
                          fault != NULL ? fault : _ ("the code has no name"));
      return TRUE;
    }
  return mlg_nomenclature_put (db, code, name, counts, error) > 0;
}

/**
 * mlg_nomenclature_import:
 * @table: with a column of codes and one of names, in French if there are several
 * @issues: gets an error for each line that is no code, which is left aside
 *
 * Takes the codes of a table into the nomenclature. In an action only.
 *
 * Errors: %MLG_EXCHANGE_ERROR_FORMAT when the columns are not there.
 */
gboolean
mlg_nomenclature_import (MlgConnection *db,
                         MlgTable *table,
                         MlgNomenclatureCounts *counts,
                         MlgIssueList *issues,
                         GError **error)
{
  static const char *const codes[] = { "code", "cpv", "code cpv", NULL };
  static const char *const labels[] = { "label_fr", "libellé", "libelle", "name", "nom",
                                        "label",    "fr",      "FR",      NULL };
  const int columns[] = { find_column (table, codes), find_column (table, labels) };

  if (columns[0] < 0 || columns[1] < 0)
    {
      g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_FORMAT,
                   _ ("%s: a column “code” and a column “label_fr” are expected"),
                   mlg_table_get_file (table));
      return FALSE;
    }
  for (guint row = 0; row < mlg_table_get_n_rows (table); row++)
    if ((row % 500 == 0
         && !mlg_connection_report (db, (double) row / mlg_table_get_n_rows (table), NULL, error))
        || !put_row (db, table, row, columns, counts, issues, error))
      return FALSE;
  return mlg_nomenclature_settle (db, error);
}

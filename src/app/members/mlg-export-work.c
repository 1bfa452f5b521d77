/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-export-work.h"

#include "exchange/mlg-export-columns.h"
#include "exchange/mlg-export-report.h"
#include "exchange/mlg-export.h"
#include "mlg-new-file.h"

/* What the export window asks of the reader's thread. */

/**
 * mlg_export_work_new:
 * @ids: (transfer none) (element-type gint64): the records, in order
 *
 * Returns: (transfer full):
 */
MlgExportWork *
mlg_export_work_new (const MlgKind *kind, GArray *ids)
{
  MlgExportWork *work = g_new0 (MlgExportWork, 1);

  work->kind = kind;
  work->ids = g_array_copy (ids);
  return work;
}

/**
 * mlg_export_work_free:
 */
void
mlg_export_work_free (gpointer data)
{
  MlgExportWork *work = data;

  g_array_unref (work->ids);
  g_strfreev (work->columns);
  g_clear_object (&work->file);
  g_free (work);
}

static void
column_free (gpointer data)
{
  MlgExportColumn *column = data;

  g_free (column->name);
  g_free (column->title);
  g_free (column);
}

/**
 * mlg_export_outlook_free:
 */
void
mlg_export_outlook_free (gpointer data)
{
  MlgExportOutlook *outlook = data;

  g_clear_pointer (&outlook->columns, g_ptr_array_unref);
  g_free (outlook->report);
  g_free (outlook);
}

static GPtrArray *
list_columns (MlgExportColumns *columns, const MlgKind *kind)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (column_free);

  for (guint i = 0; i < mlg_export_columns_get_n (columns); i++)
    {
      MlgExportColumn *column = g_new0 (MlgExportColumn, 1);

      column->name = mlg_target_get_name (mlg_export_columns_get (columns, i), kind);
      column->title = mlg_export_columns_dup_heading (columns, i);
      g_ptr_array_add (list, column);
    }
  return list;
}

/**
 * mlg_export_work_look:
 * @work: an #MlgExportWork
 *
 * Looks at what an audience may see, and at whose personal data would leave. A #MlgReadFunc.
 *
 * Returns: (transfer full): an #MlgExportOutlook
 */
gpointer
mlg_export_work_look (MlgConnection *db, gpointer data, GError **error)
{
  MlgExportWork *work = data;
  const char *const *names = (const char *const *) work->columns;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgExportOutlook) outlook = g_new0 (MlgExportOutlook, 1);
  g_autoptr (MlgExportColumns) columns =
      mlg_export_columns_new (db, work->kind, NULL, work->audience, issues, error);
  g_autoptr (MlgExportReport) report = NULL;

  if (columns == NULL)
    return NULL;
  outlook->columns = list_columns (columns, work->kind);
  report = mlg_export_report_new (db, work->kind, work->ids, names, work->audience, error);
  if (report == NULL)
    return NULL;
  outlook->report = mlg_export_report_to_text (report);
  return g_steal_pointer (&outlook);
}

static GBytes *
make_bytes (MlgConnection *db, const MlgExportWork *work, MlgIssueList *issues, GError **error)
{
  switch (work->format)
    {
    case MLG_EXPORT_FORMAT_CARDS_3:
      return mlg_export_cards (db, work->kind, work->ids, MLG_VCARD_3_0, work->audience, issues,
                               error);
    case MLG_EXPORT_FORMAT_CARDS_4:
      return mlg_export_cards (db, work->kind, work->ids, MLG_VCARD_4_0, work->audience, issues,
                               error);
    case MLG_EXPORT_FORMAT_TABLE:
    default:
      return mlg_export_table (db, work->kind, work->ids, (const char *const *) work->columns,
                               work->audience, issues, error);
    }
}

/**
 * mlg_export_work_save:
 * @work: an #MlgExportWork with a file
 *
 * Writes the file, whole or not at all. A #MlgReadFunc.
 *
 * Returns: (transfer full): the name of the file
 */
gpointer
mlg_export_work_save (MlgConnection *db, gpointer data, GError **error)
{
  MlgExportWork *work = data;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = make_bytes (db, work, issues, error);

  if (bytes == NULL || !mlg_new_file_write (work->file, bytes, NULL, error))
    return NULL;
  return g_file_get_basename (work->file);
}

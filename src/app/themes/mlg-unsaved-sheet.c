/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-unsaved-sheet.h"

/**
 * mlg_unsaved_sheet_new:
 * @rows: (element-type GtkEditable): one for each question
 *
 * Returns: (transfer full): what is written
 */
MlgUnsavedSheet *
mlg_unsaved_sheet_new (MlgRecordEntry *who, GPtrArray *rows, GtkCheckButton *replace)
{
  MlgUnsavedSheet *sheet = g_new0 (MlgUnsavedSheet, 1);

  sheet->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (sheet->texts,
                     g_strdup (gtk_editable_get_text (GTK_EDITABLE (rows->pdata[i]))));
  sheet->name = g_strdup (mlg_record_entry_get_text (who));
  sheet->who = mlg_record_entry_get_id (who);
  sheet->replace = gtk_check_button_get_active (replace);
  return sheet;
}

/**
 * mlg_unsaved_sheet_put_back:
 *
 * Writes it again where it was written.
 */
void
mlg_unsaved_sheet_put_back (const MlgUnsavedSheet *sheet, MlgRecordEntry *who, GPtrArray *rows)
{
  mlg_record_entry_set_record (who, sheet->who, sheet->name);
  for (guint i = 0; i < rows->len && i < sheet->texts->len; i++)
    gtk_editable_set_text (GTK_EDITABLE (rows->pdata[i]), sheet->texts->pdata[i]);
}

/**
 * mlg_unsaved_sheet_free:
 * @sheet: (transfer full): an #MlgUnsavedSheet
 */
void
mlg_unsaved_sheet_free (gpointer sheet)
{
  g_ptr_array_unref (((MlgUnsavedSheet *) sheet)->texts);
  g_free (((MlgUnsavedSheet *) sheet)->name);
  g_free (sheet);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answer-row.h"

#include <adwaita.h>

#include "mlg-answer-typing.h"
#include "themes/mlg-question.h"

/**
 * mlg_answer_row_new:
 * @number: of the question on the sheet, from 1
 *
 * Returns: (transfer floating): an #AdwEntryRow for the answer to a question
 */
GtkWidget *
mlg_answer_row_new (const MlgFormQuestion *question, guint number)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *title = g_strdup_printf (
      "%u. %s", number, mlg_record_get_text (question->question, MLG_QUESTION_TEXT));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

/**
 * mlg_answer_row_make_legend:
 *
 * Returns: (transfer floating): what to type for a question, and the numbers of its options
 */
GtkWidget *
mlg_answer_row_make_legend (const MlgFormQuestion *question)
{
  g_autofree char *text = mlg_answer_typing_explain (question);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 3);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/**
 * mlg_answer_rows_are_empty:
 * @rows: (element-type GtkEditable): one for each question
 */
gboolean
mlg_answer_rows_are_empty (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (*gtk_editable_get_text (GTK_EDITABLE (rows->pdata[i])) != '\0')
      return FALSE;
  return TRUE;
}

/**
 * mlg_answer_rows_fill:
 * @rows: (element-type GtkEditable): one for each question of @form
 * @lines: (element-type MlgRecord): an answer
 *
 * Shows an answer as it can be corrected.
 */
void
mlg_answer_rows_fill (GPtrArray *rows, const MlgForm *form, GPtrArray *lines)
{
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *text = mlg_answer_typing_print (form->questions->pdata[i], lines);

      gtk_editable_set_text (GTK_EDITABLE (rows->pdata[i]), text);
      gtk_editable_set_position (GTK_EDITABLE (rows->pdata[i]), -1);
    }
}

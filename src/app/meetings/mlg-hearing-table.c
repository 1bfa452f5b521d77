/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-hearing-table.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-hearing-question.h"

/* Suppliers side by side: whether each was treated as the others, and a check for each question that they
 * were asked ("hearing.ask"). */
struct _MlgHearingTable
{
  GtkWidget parent_instance;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (MlgHearingTable, mlg_hearing_table, GTK_TYPE_WIDGET)

static void
mlg_hearing_table_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_hearing_table_parent_class)->dispose (object);
}

static void
mlg_hearing_table_class_init (MlgHearingTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_hearing_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-hearing-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgHearingTable, grid);
}

static void
mlg_hearing_table_init (MlgHearingTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_cell (MlgHearingTable *self, GtkWidget *cell, int column, int row)
{
  gtk_widget_set_margin_top (cell, 6);
  gtk_widget_set_margin_bottom (cell, 6);
  gtk_widget_set_margin_start (cell, 9);
  gtk_widget_set_margin_end (cell, 9);
  gtk_grid_attach (self->grid, cell, column, row, 1, 1);
}

static GtkWidget *
add_text (MlgHearingTable *self, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), column == 0 ? 20 : 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 28 : 20);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (column == 0 || row == 0)
    gtk_widget_add_css_class (label, "heading");
  add_cell (self, label, column, row);
  return label;
}

static void
add_check (MlgHearingTable *self,
           const MlgSupplierHeard *heard,
           MlgRecord *question,
           gboolean asked,
           int column,
           int row)
{
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: the name of a supplier and a question that they are asked. */
  g_autofree char *label = g_strdup_printf (
      _ ("%s: %s"), heard->supplier, mlg_record_get_text (question, MLG_HEARING_QUESTION_TEXT));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), asked);
  gtk_widget_set_halign (check, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (check), "(xxb)", heard->hearing,
                                    mlg_record_get_id (question), !asked);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (check), "hearing.ask");
  add_cell (self, check, column, row);
}

static void
add_supplier_column (MlgHearingTable *self,
                     const MlgHearingReading *reading,
                     const MlgSupplierHeard *heard,
                     int column)
{
  int row = 0;
  g_autofree char *time = mlg_hearing_reading_write_time (heard);
  g_autofree char *verdict = mlg_hearing_reading_write_verdict (heard);
  gboolean alike = heard->same_time && heard->same_questions && heard->same_documents;
  GtkWidget *label;

  add_text (self, heard->supplier, column, row++);
  label = add_text (self, verdict, column, row++);
  gtk_widget_add_css_class (label, alike ? "success" : "warning");
  add_text (self, time, column, row++);
  add_text (self, heard->documents != NULL ? heard->documents : "–", column, row++);
  for (guint i = 0; i < reading->questions->len; i++)
    {
      MlgRecord *question = reading->questions->pdata[i];

      add_check (
          self, heard, question,
          mlg_hearing_reading_is_asked (reading, heard->hearing, mlg_record_get_id (question)),
          column, row++);
    }
}

static void
add_titles (MlgHearingTable *self, const MlgHearingReading *reading)
{
  int row = 0;

  add_text (self, "", 0, row++);
  add_text (self, _ ("Treatment"), 0, row++);
  add_text (self, _ ("Time"), 0, row++);
  add_text (self, _ ("Documents given"), 0, row++);
  for (guint i = 0; i < reading->questions->len; i++)
    add_text (self, mlg_record_get_text (reading->questions->pdata[i], MLG_HEARING_QUESTION_TEXT),
              0, row++);
}

/**
 * mlg_hearing_table_show:
 * @reading: (nullable): the hearings
 */
void
mlg_hearing_table_show (MlgHearingTable *self, const MlgHearingReading *reading)
{
  GtkWidget *child;

  g_return_if_fail (MLG_IS_HEARING_TABLE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_widget_set_visible (GTK_WIDGET (self), reading != NULL && reading->heard->len > 0);
  if (reading == NULL)
    return;
  add_titles (self, reading);
  for (guint i = 0; i < reading->heard->len; i++)
    add_supplier_column (self, reading, reading->heard->pdata[i], (int) i + 1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-objective-row.h"

#include "network/mlg-objective.h"
#include "widgets/mlg-field-row.h"

/* An objective of the network: its words, and once it is unfolded what can be changed. */
struct _MlgObjectiveRow
{
  AdwExpanderRow parent_instance;
  MlgRecord *objective; /* (owned) */
  MlgFieldRow *title_row;
  MlgFieldRow *type_row;
  MlgFieldRow *notes_row;
  GtkWidget *up_button;
  GtkWidget *down_button;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (MlgObjectiveRow, mlg_objective_row, ADW_TYPE_EXPANDER_ROW)

static void
update (MlgObjectiveRow *self)
{
  const char *notes;

  if (!mlg_record_is_loaded (self->objective))
    return;
  notes = mlg_record_get_text (self->objective, MLG_OBJECTIVE_NOTES);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 mlg_record_get_text (self->objective, MLG_OBJECTIVE_TITLE));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), notes != NULL ? notes : "");
}

static void
set_target (MlgObjectiveRow *self, GtkWidget *button)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x",
                                    mlg_record_get_id (self->objective));
}

static void
mlg_objective_row_finalize (GObject *object)
{
  g_clear_object (&MLG_OBJECTIVE_ROW (object)->objective);
  G_OBJECT_CLASS (mlg_objective_row_parent_class)->finalize (object);
}

static void
mlg_objective_row_class_init (MlgObjectiveRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mlg_objective_row_finalize;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/network/mlg-objective-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgObjectiveRow, title_row);
  gtk_widget_class_bind_template_child (widget_class, MlgObjectiveRow, type_row);
  gtk_widget_class_bind_template_child (widget_class, MlgObjectiveRow, notes_row);
  gtk_widget_class_bind_template_child (widget_class, MlgObjectiveRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, MlgObjectiveRow, down_button);
  gtk_widget_class_bind_template_child (widget_class, MlgObjectiveRow, remove_button);
}

static void
mlg_objective_row_init (MlgObjectiveRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_objective_row_new:
 * @objective: (transfer none): a record of an objective, loaded or about to be
 * @store: (transfer none): where it is; it must outlive the row
 */
GtkWidget *
mlg_objective_row_new (MlgRecord *objective, MlgStore *store)
{
  MlgObjectiveRow *self = g_object_new (MLG_TYPE_OBJECTIVE_ROW, NULL);
  MlgFieldRow *rows[] = { self->title_row, self->type_row, self->notes_row };

  self->objective = g_object_ref (objective);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mlg_field_row_set_store (rows[i], store);
      mlg_field_row_set_record (rows[i], objective);
    }
  set_target (self, self->up_button);
  set_target (self, self->down_button);
  set_target (self, self->remove_button);
  g_signal_connect_object (objective, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-custom-field-row.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-custom-field.h"
#include "widgets/mlg-field-row.h"

/* A field that the network added: its name and type, and once it is unfolded what can be changed. */
struct _MlgCustomFieldRow
{
  AdwExpanderRow parent_instance;
  MlgRecord *field; /* (owned) */
  MlgFieldRow *name_row;
  MlgFieldRow *type_row;
  MlgFieldRow *choices_row;
  MlgFieldRow *notes_row;
  GtkWidget *up_button;
  GtkWidget *down_button;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (MlgCustomFieldRow, mlg_custom_field_row, ADW_TYPE_EXPANDER_ROW)

static void
update (MlgCustomFieldRow *self)
{
  g_autofree char *type = NULL;

  if (!mlg_record_is_loaded (self->field))
    return;
  type = mlg_record_dup_display (self->field, MLG_CUSTOM_FIELD_TYPE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 mlg_record_get_text (self->field, MLG_CUSTOM_FIELD_NAME));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), type);
  gtk_widget_set_visible (
      GTK_WIDGET (self->choices_row),
      g_strcmp0 (mlg_record_get_text (self->field, MLG_CUSTOM_FIELD_TYPE), "choice") == 0);
}

static void
set_target (MlgCustomFieldRow *self, GtkWidget *button)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", mlg_record_get_id (self->field));
}

static void
mlg_custom_field_row_finalize (GObject *object)
{
  g_clear_object (&MLG_CUSTOM_FIELD_ROW (object)->field);
  G_OBJECT_CLASS (mlg_custom_field_row_parent_class)->finalize (object);
}

static void
mlg_custom_field_row_class_init (MlgCustomFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mlg_custom_field_row_finalize;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/network/mlg-custom-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgCustomFieldRow, name_row);
  gtk_widget_class_bind_template_child (widget_class, MlgCustomFieldRow, type_row);
  gtk_widget_class_bind_template_child (widget_class, MlgCustomFieldRow, choices_row);
  gtk_widget_class_bind_template_child (widget_class, MlgCustomFieldRow, notes_row);
  gtk_widget_class_bind_template_child (widget_class, MlgCustomFieldRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, MlgCustomFieldRow, down_button);
  gtk_widget_class_bind_template_child (widget_class, MlgCustomFieldRow, remove_button);
}

static void
mlg_custom_field_row_init (MlgCustomFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_custom_field_row_new:
 * @field: (transfer none): a record of a custom field, loaded or about to be
 * @store: (transfer none): where it is; it must outlive the row
 */
GtkWidget *
mlg_custom_field_row_new (MlgRecord *field, MlgStore *store)
{
  MlgCustomFieldRow *self = g_object_new (MLG_TYPE_CUSTOM_FIELD_ROW, NULL);
  MlgFieldRow *rows[] = { self->name_row, self->type_row, self->choices_row, self->notes_row };

  self->field = g_object_ref (field);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mlg_field_row_set_store (rows[i], store);
      mlg_field_row_set_record (rows[i], field);
    }
  set_target (self, self->up_button);
  set_target (self, self->down_button);
  set_target (self, self->remove_button);
  g_signal_connect_object (field, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

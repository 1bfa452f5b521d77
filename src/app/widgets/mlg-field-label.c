/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-field-label.h"

/* Something of a record as people read it: a cell of a list. It follows the record. */
struct _MlgFieldLabel
{
  GtkWidget parent_instance;
  GtkLabel *label;       /* (owned by the widget tree) */
  MlgRecord *record;     /* (owned) (nullable) */
  guint field;           /* of the record */
  MlgFieldFormat format; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MlgFieldLabel, mlg_field_label, GTK_TYPE_WIDGET)

static void
update (MlgFieldLabel *self)
{
  g_autofree char *text = NULL;

  if (self->record != NULL && self->format != NULL)
    text = self->format (self->record, self->field);
  else if (self->record != NULL)
    text = mlg_record_dup_display (self->record, self->field);
  gtk_label_set_text (self->label, text != NULL ? text : "");
}

/* What did not fit is told where one points. */
static gboolean
mlg_field_label_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkLabel *label = MLG_FIELD_LABEL (widget)->label;

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

static void
mlg_field_label_dispose (GObject *object)
{
  MlgFieldLabel *self = MLG_FIELD_LABEL (object);

  mlg_field_label_set_record (self, NULL);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (mlg_field_label_parent_class)->dispose (object);
}

static void
mlg_field_label_class_init (MlgFieldLabelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_field_label_dispose;
  GTK_WIDGET_CLASS (klass)->query_tooltip = mlg_field_label_query_tooltip;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mlg_field_label_init (MlgFieldLabel *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * mlg_field_label_new:
 * @field: a field of the records
 * @format: (nullable): how people read it; %NULL for mlg_record_dup_display()
 * @number: whether it is a number, to be read column by column
 *
 * Returns: (transfer floating):
 */
GtkWidget *
mlg_field_label_new (guint field, MlgFieldFormat format, gboolean number)
{
  MlgFieldLabel *self = g_object_new (MLG_TYPE_FIELD_LABEL, NULL);

  self->field = field;
  self->format = format;
  if (number)
    {
      gtk_label_set_xalign (self->label, 1);
      gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
    }
  return GTK_WIDGET (self);
}

/**
 * mlg_field_label_set_record:
 * @record: (nullable) (transfer none): what is shown
 */
void
mlg_field_label_set_record (MlgFieldLabel *self, MlgRecord *record)
{
  g_return_if_fail (MLG_IS_FIELD_LABEL (self));

  if (self->record == record)
    return;
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_autofree char *one =
          g_strconcat ("notify::", mlg_record_get_kind (record)->fields[self->field].name, NULL);

      /* What has a format may depend on several fields. */
      g_signal_connect_object (record,
                               self->format != NULL ? "notify" : g_strdelimit (one, "_", '-'),
                               G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  if (self->label != NULL)
    update (self);
}

/**
 * mlg_field_label_get_text:
 *
 * Returns: what is shown
 */
const char *
mlg_field_label_get_text (MlgFieldLabel *self)
{
  g_return_val_if_fail (MLG_IS_FIELD_LABEL (self), NULL);
  return gtk_label_get_text (self->label);
}

/**
 * mlg_field_label_get_label:
 *
 * Returns: (transfer none): the label, which may name other widgets
 */
GtkWidget *
mlg_field_label_get_label (MlgFieldLabel *self)
{
  g_return_val_if_fail (MLG_IS_FIELD_LABEL (self), NULL);
  return GTK_WIDGET (self->label);
}

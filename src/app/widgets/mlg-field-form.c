/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-field-form.h"

/* The rows of one record's fields. Those that say nothing are hidden, unless they are essential or the
 * person wants to see all; a group without any row is hidden too. */
struct _MlgFieldForm
{
  GObject parent_instance;
  GPtrArray *rows;   /* (owned) of MlgFieldRow (owned by the widget tree) */
  MlgRecord *record; /* (owned) (nullable) */
  gboolean show_empty;
};

G_DEFINE_FINAL_TYPE (MlgFieldForm, mlg_field_form, G_TYPE_OBJECT)

static void
collect (MlgFieldForm *self, GtkWidget *widget)
{
  if (MLG_IS_FIELD_ROW (widget))
    {
      g_ptr_array_add (self->rows, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (self, child);
}

static GtkWidget *
get_group (MlgFieldRow *row)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_PREFERENCES_GROUP);
}

static void
update (MlgFieldForm *self)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      MlgFieldRow *row = self->rows->pdata[i];
      gboolean visible = self->show_empty || mlg_field_row_is_essential (row)
                         || mlg_field_row_is_editing (row) || !mlg_field_row_is_empty (row);

      gtk_widget_set_visible (GTK_WIDGET (row), visible);
      if (visible && get_group (row) != NULL)
        g_hash_table_add (shown, get_group (row));
    }
  for (guint i = 0; i < self->rows->len; i++)
    if (get_group (self->rows->pdata[i]) != NULL)
      gtk_widget_set_visible (get_group (self->rows->pdata[i]),
                              g_hash_table_contains (shown, get_group (self->rows->pdata[i])));
}

static void
mlg_field_form_finalize (GObject *object)
{
  MlgFieldForm *self = MLG_FIELD_FORM (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (mlg_field_form_parent_class)->finalize (object);
}

static void
mlg_field_form_class_init (MlgFieldFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_field_form_finalize;
}

static void
mlg_field_form_init (MlgFieldForm *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * mlg_field_form_new:
 * @root: (transfer none): a widget with #MlgFieldRow anywhere below it; it must outlive the form
 * @store: (transfer none): where records are; it must outlive the rows
 *
 * Returns: (transfer full): the form of these rows
 */
MlgFieldForm *
mlg_field_form_new (GtkWidget *root, MlgStore *store)
{
  MlgFieldForm *self = g_object_new (MLG_TYPE_FIELD_FORM, NULL);

  collect (self, root);
  for (guint i = 0; i < self->rows->len; i++)
    mlg_field_row_set_store (self->rows->pdata[i], store);
  return self;
}

/**
 * mlg_field_form_set_record:
 * @record: (nullable) (transfer none): what is shown, and followed
 */
void
mlg_field_form_set_record (MlgFieldForm *self, MlgRecord *record)
{
  g_return_if_fail (MLG_IS_FIELD_FORM (self));

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update, self);
  g_set_object (&self->record, record);
  for (guint i = 0; i < self->rows->len; i++)
    mlg_field_row_set_record (self->rows->pdata[i], record);
  if (record != NULL)
    g_signal_connect_object (record, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * mlg_field_form_set_show_empty:
 * @show_empty: whether rows that say nothing are shown
 */
void
mlg_field_form_set_show_empty (MlgFieldForm *self, gboolean show_empty)
{
  g_return_if_fail (MLG_IS_FIELD_FORM (self));
  self->show_empty = show_empty;
  update (self);
}

/**
 * mlg_field_form_get_row:
 * @field: the name of a field
 *
 * Returns: (transfer none) (nullable): its row
 */
MlgFieldRow *
mlg_field_form_get_row (MlgFieldForm *self, const char *field)
{
  g_return_val_if_fail (MLG_IS_FIELD_FORM (self), NULL);
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (mlg_field_row_get_field (self->rows->pdata[i]), field))
      return self->rows->pdata[i];
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-agenda-item-row.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"
#include "mlg-document-list.h"
#include "mlg-meeting-commit.h"
#include "mlg-meeting-text.h"
#include "widgets/mlg-field-form.h"

/* An item of an agenda: when it is due and what it is about in a line; its fields below, changed in
 * place. It is moved by Alt and the arrows, by its menu, or by drawing it to another place. */
struct _MlgAgendaItemRow
{
  AdwExpanderRow parent_instance;
  MlgFieldForm *form; /* (owned) */
  MlgRecord *item;    /* (owned) (nullable) kept as it was last read */

  GtkLabel *clock_label;
  GtkLabel *over_run_label;
  MlgDocumentList *documents;
};

G_DEFINE_FINAL_TYPE (MlgAgendaItemRow, mlg_agenda_item_row, ADW_TYPE_EXPANDER_ROW)

static guint moved_signal, dropped_signal;

static const char *const fields[] = {
  "title",
  "minutes",
  "starts",
  "purpose",
  "presenter",
  "presenter_function",
  "presenter_person",
  "presenter_body",
  "track",
  "private_notes",
  NULL,
};

static void
activate_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, moved_signal, 0, g_str_equal (name, "item.up") ? -1 : 1);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgAgendaItemRow *self = MLG_AGENDA_ITEM_ROW (widget);
  g_autofree char *title = mlg_record_dup_name (self->item);
  /* Translators: %s is the title of an item of an agenda. */
  g_autofree char *done = g_strdup_printf (_ ("Removed from the agenda: %s"), title);

  mlg_meeting_commit_removal (widget, self->item, done);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, MlgAgendaItemRow *self)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, mlg_agenda_item_row_get_id (self));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, MlgAgendaItemRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, MlgAgendaItemRow *self)
{
  gint64 dropped = g_value_get_int64 (value);

  if (dropped == mlg_agenda_item_row_get_id (self))
    return FALSE;
  g_signal_emit (self, dropped_signal, 0, dropped);
  return TRUE;
}

static void
take_drags (MlgAgendaItemRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
mlg_agenda_item_row_dispose (GObject *object)
{
  MlgAgendaItemRow *self = MLG_AGENDA_ITEM_ROW (object);

  if (self->form != NULL)
    mlg_field_form_set_record (self->form, NULL);
  g_clear_object (&self->item);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (mlg_agenda_item_row_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = { { GDK_KEY_Up, "item.up" },
               { GDK_KEY_KP_Up, "item.up" },
               { GDK_KEY_Down, "item.down" },
               { GDK_KEY_KP_Down, "item.down" } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_ALT_MASK, keys[i].action,
                                         NULL);
}

static void
mlg_agenda_item_row_class_init (MlgAgendaItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_agenda_item_row_dispose;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_DOCUMENT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-agenda-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgAgendaItemRow, clock_label);
  gtk_widget_class_bind_template_child (widget_class, MlgAgendaItemRow, over_run_label);
  gtk_widget_class_bind_template_child (widget_class, MlgAgendaItemRow, documents);
  gtk_widget_class_install_action (widget_class, "item.up", NULL, activate_move);
  gtk_widget_class_install_action (widget_class, "item.down", NULL, activate_move);
  gtk_widget_class_install_action (widget_class, "item.remove", NULL, activate_remove);
  bind_keys (widget_class);

  /**
   * MlgAgendaItemRow::moved:
   * @by: how many places down, negative for up
   */
  moved_signal = g_signal_new ("moved", MLG_TYPE_AGENDA_ITEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * MlgAgendaItemRow::dropped:
   * @id: the item that is to take this one's place
   */
  dropped_signal = g_signal_new ("dropped", MLG_TYPE_AGENDA_ITEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
mlg_agenda_item_row_init (MlgAgendaItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  take_drags (self);
}

/**
 * mlg_agenda_item_row_new:
 * @store: (transfer none): where the agenda is; it must outlive the row
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
mlg_agenda_item_row_new (MlgStore *store)
{
  MlgAgendaItemRow *self = g_object_new (MLG_TYPE_AGENDA_ITEM_ROW, NULL);

  self->form = mlg_field_form_new (GTK_WIDGET (self), store);
  mlg_meeting_commit_fields (self->form, fields);
  mlg_document_list_set_store (self->documents, store);
  return GTK_WIDGET (self);
}

static void
show_over_run (MlgAgendaItemRow *self, gint64 minutes)
{
  g_autofree char *length = mlg_meeting_text_minutes (minutes);
  /* Translators: %s is a length of time by which an item of an agenda is too late. */
  g_autofree char *text = g_strdup_printf (_ ("late by %s"), length);

  gtk_label_set_text (self->over_run_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->over_run_label), minutes > 0);
}

/**
 * mlg_agenda_item_row_show:
 * @i: which item of the agenda; the same item as before, or any at first
 */
void
mlg_agenda_item_row_show (MlgAgendaItemRow *self, const MlgAgendaReading *reading, guint i)
{
  const MlgAgendaTime *time = mlg_agenda_reading_get (reading, i);
  g_autofree char *clock = mlg_agenda_reading_write_clock (time);
  g_autofree char *line = mlg_agenda_reading_write_line (reading, i);

  g_return_if_fail (MLG_IS_AGENDA_ITEM_ROW (self));

  if (self->item == NULL)
    {
      self->item = mlg_record_copy (time->item);
      mlg_field_form_set_record (self->form, self->item);
    }
  else
    mlg_record_assign (self->item, time->item);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 mlg_record_get_text (time->item, MLG_AGENDA_ITEM_TITLE));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), line);
  gtk_label_set_text (self->clock_label, clock);
  show_over_run (self, time->over_run);
  mlg_document_list_show (self->documents,
                          mlg_record_get_integer (time->item, MLG_AGENDA_ITEM_MEETING),
                          mlg_record_get_id (time->item), reading->documents);
}

/**
 * mlg_agenda_item_row_get_item:
 *
 * Returns: (transfer none) (nullable): the item that is shown
 */
MlgRecord *
mlg_agenda_item_row_get_item (MlgAgendaItemRow *self)
{
  g_return_val_if_fail (MLG_IS_AGENDA_ITEM_ROW (self), NULL);
  return self->item;
}

/**
 * mlg_agenda_item_row_get_id:
 *
 * Returns: the item that is shown; 0 for none
 */
gint64
mlg_agenda_item_row_get_id (MlgAgendaItemRow *self)
{
  g_return_val_if_fail (MLG_IS_AGENDA_ITEM_ROW (self), 0);
  return self->item != NULL ? mlg_record_get_id (self->item) : 0;
}

/**
 * mlg_agenda_item_row_edit:
 * @field: the name of a field
 *
 * Opens the row and begins to change a field.
 */
void
mlg_agenda_item_row_edit (MlgAgendaItemRow *self, const char *field)
{
  MlgFieldRow *row;

  g_return_if_fail (MLG_IS_AGENDA_ITEM_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  row = mlg_field_form_get_row (self->form, field);
  if (row != NULL)
    mlg_field_row_edit (row);
}

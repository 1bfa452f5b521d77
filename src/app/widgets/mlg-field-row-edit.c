/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-field-row-private.h"

#include <glib/gi18n-lib.h>

/* The writing of a field in its row. */

/* A date as it is typed: 03/03/2024; where days do not come first, as it is kept. */
static char *
dup_short_date (const char *text)
{
  int year, month, day;

  if (text == NULL || sscanf (text, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (text);
  /* Translators: a date as it is typed: %1$d is the day, %2$d the month, %3$d the year. */
  return g_strdup_printf (C_ ("date", "%1$02d/%2$02d/%3$04d"), day, month, year);
}

/* The same with its time: 03/03/2024 09:30. */
static char *
dup_short_time (const char *text)
{
  g_autofree char *day = dup_short_date (text);
  const char *clock = text != NULL ? strchr (text, 'T') : NULL;

  return clock != NULL ? g_strdup_printf ("%s %.5s", day, clock + 1) : g_steal_pointer (&day);
}

static void
begin_editor (MlgFieldRow *self)
{
  const MlgField *field = mlg_field_row_describe (self);
  g_autofree char *plain = NULL;
  g_autofree char *name =
      mlg_field_row_is_reference (self) ? mlg_field_row_dup_display (self) : NULL;

  /* Numbers, dates and several codes begin as people read them; all else as it is kept. */
  if (field->type == MLG_FIELD_INTEGER || field->type == MLG_FIELD_REAL
      || (field->type == MLG_FIELD_TEXT && field->codes != NULL))
    plain = mlg_record_dup_display (self->record, self->field);
  else if (field->type == MLG_FIELD_DATE)
    plain = dup_short_date (mlg_record_get_text (self->record, self->field));
  else if (field->type == MLG_FIELD_TIME)
    plain = dup_short_time (mlg_record_get_text (self->record, self->field));
  else
    plain = mlg_record_dup_plain (self->record, self->field);
  mlg_field_editor_set_text (self->editor, plain, name);
}

static void
end (MlgFieldRow *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  g_clear_handle_id (&self->ending, g_source_remove);
  if (self->editor == NULL)
    return;
  self->editor = NULL;
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  adw_bin_set_child (self->editor_bin, NULL);
  gtk_stack_set_visible_child_name (self->stack, "value");
  gtk_widget_set_visible (GTK_WIDGET (self->edit_icon), TRUE);
  mlg_field_row_update (self);
}

static void
toggle (MlgFieldRow *self)
{
  gboolean now = !mlg_record_is_null (self->record, self->field)
                 && mlg_record_get_boolean (self->record, self->field);
  g_autoptr (GError) error = NULL;

  if (!self->commit (GTK_WIDGET (self), self->record, self->field, now ? "0" : "1", &error))
    mlg_field_row_say (self, error->message, "error");
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                MlgFieldRow *self)
{
  if (key != GDK_KEY_Escape || self->editor == NULL)
    return GDK_EVENT_PROPAGATE;
  mlg_field_row_give_up (self);
  return GDK_EVENT_STOP;
}

/* Changes the record as it is written, or says what is not right. */
static gboolean
commit (MlgFieldRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = mlg_field_editor_dup_text (self->editor);

  if (self->commit (GTK_WIDGET (self), self->record, self->field, text, &error))
    return TRUE;
  mlg_field_row_say (self, error->message, "error");
  return FALSE;
}

static gboolean
on_ending (gpointer data)
{
  MlgFieldRow *self = data;

  self->ending = 0;
  end (self);
  return G_SOURCE_REMOVE;
}

/* What is chosen in a list that pops up over the row is not left. What was written is kept at once; but
 * GTK still speaks to the editor while the focus goes elsewhere, so that it is taken away afterwards. */
static void
on_focus_left (MlgFieldRow *self)
{
  if (self->editor != NULL && commit (self) && self->ending == 0)
    self->ending = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_ending, self, NULL);
}

static void
on_clicked (GtkGestureClick *gesture, int n_press, double x, double y, MlgFieldRow *self)
{
  if (self->editor != NULL)
    return;
  /* Else the list would give the focus to the row, and so end what begins here. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  mlg_field_row_edit (self);
}

/* Called from class_init: what begins, ends and gives up. */
void
mlg_field_row_bind_editing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
}

/**
 * mlg_field_row_is_editing:
 *
 * Returns: whether the person is writing
 */
gboolean
mlg_field_row_is_editing (MlgFieldRow *self)
{
  g_return_val_if_fail (MLG_IS_FIELD_ROW (self), FALSE);
  return self->editor != NULL;
}

/**
 * mlg_field_row_edit:
 *
 * Begins to change the value; what is yes or no is changed at once.
 */
void
mlg_field_row_edit (MlgFieldRow *self)
{
  g_return_if_fail (MLG_IS_FIELD_ROW (self));

  if (self->record == NULL || self->editor != NULL || !mlg_store_is_writable (self->store))
    return;
  if (mlg_field_row_describe (self)->type == MLG_FIELD_BOOLEAN)
    {
      toggle (self);
      return;
    }
  self->editor =
      MLG_FIELD_EDITOR (mlg_field_editor_new (mlg_field_row_describe (self), self->store));
  g_signal_connect_object (self->editor, "done", G_CALLBACK (mlg_field_row_apply), self,
                           G_CONNECT_SWAPPED);
  begin_editor (self);
  adw_bin_set_child (self->editor_bin, GTK_WIDGET (self->editor));
  gtk_stack_set_visible_child_name (self->stack, "editor");
  gtk_widget_set_visible (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_icon), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/**
 * mlg_field_row_set_editor_text:
 * @text: what is written, as if the person had
 */
void
mlg_field_row_set_editor_text (MlgFieldRow *self, const char *text)
{
  g_return_if_fail (MLG_IS_FIELD_ROW (self));
  g_return_if_fail (self->editor != NULL);
  mlg_field_editor_set_text (self->editor, text, NULL);
}

/**
 * mlg_field_row_apply:
 *
 * Changes the record as it is written. When that is not right it is said, and the row stays as it is.
 */
void
mlg_field_row_apply (MlgFieldRow *self)
{
  g_return_if_fail (MLG_IS_FIELD_ROW (self));

  if (self->editor != NULL && commit (self))
    end (self);
}

/**
 * mlg_field_row_give_up:
 *
 * Leaves the value as it was.
 */
void
mlg_field_row_give_up (MlgFieldRow *self)
{
  g_return_if_fail (MLG_IS_FIELD_ROW (self));
  end (self);
}

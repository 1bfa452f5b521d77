/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-field-editor.h"

#include <glib/gi18n-lib.h>

#include "mlg-code-model.h"
#include "mlg-record-entry.h"

/* What a person changes a value with, by the type of the field: an entry, a text, a list of codes that
 * can be searched, an entry that proposes records. It speaks of values as files carry them. */
struct _MlgFieldEditor
{
  GtkWidget parent_instance;
  const MlgField *field; /* (unowned) static */
  GtkWidget *control;    /* (owned by the widget tree) */
  gboolean setting;      /* not the person */
};

G_DEFINE_FINAL_TYPE (MlgFieldEditor, mlg_field_editor, GTK_TYPE_WIDGET)

static guint done_signal;

static void
tell_done (MlgFieldEditor *self)
{
  if (!self->setting)
    g_signal_emit (self, done_signal, 0);
}

static GtkWidget *
make_entry (MlgFieldEditor *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkInputPurpose purpose = GTK_INPUT_PURPOSE_FREE_FORM;

  if (g_str_equal (self->field->name, "email"))
    purpose = GTK_INPUT_PURPOSE_EMAIL;
  else if (g_str_equal (self->field->name, "website"))
    purpose = GTK_INPUT_PURPOSE_URL;
  else if (self->field->type == MLG_FIELD_INTEGER || self->field->type == MLG_FIELD_REAL)
    purpose = GTK_INPUT_PURPOSE_NUMBER;
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), purpose);
  if (self->field->type == MLG_FIELD_DATE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), C_ ("date", "day/month/year"));
  g_signal_connect_object (entry, "activate", G_CALLBACK (tell_done), self, G_CONNECT_SWAPPED);
  return entry;
}

static gboolean
on_text_shortcut (GtkWidget *text, GVariant *args, gpointer data)
{
  tell_done (MLG_FIELD_EDITOR (data));
  return TRUE;
}

/* Return begins a line; with Control it is done, as everywhere. Tab goes on to the next field. */
static GtkWidget *
make_text (MlgFieldEditor *self)
{
  GtkWidget *text = gtk_text_view_new ();
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_widget_set_size_request (text, -1, 80);
  gtk_widget_add_css_class (text, "field-text");
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_callback_action_new (on_text_shortcut, self, NULL)));
  gtk_widget_add_controller (text, controller);
  return text;
}

static GtkWidget *
make_codes (MlgFieldEditor *self)
{
  GtkExpression *title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");
  GtkWidget *list = gtk_drop_down_new (
      mlg_code_model_new (self->field->codes, (self->field->flags & MLG_FIELD_REQUIRED) == 0),
      title);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (list),
                                   mlg_code_list_get_n (self->field->codes) > 8);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (tell_done), self,
                           G_CONNECT_SWAPPED);
  return list;
}

static GtkWidget *
make_control (MlgFieldEditor *self, MlgStore *store)
{
  GtkWidget *entry;

  switch (self->field->type)
    {
    case MLG_FIELD_LONG_TEXT:
      return make_text (self);
    case MLG_FIELD_CODE:
      return make_codes (self);
    case MLG_FIELD_REFERENCE:
      entry = mlg_record_entry_new (
          store, mlg_kind_find (mlg_store_get_kinds (store), self->field->refers));
      g_signal_connect_object (entry, "chosen", G_CALLBACK (tell_done), self, G_CONNECT_SWAPPED);
      return entry;
    case MLG_FIELD_TEXT:
    case MLG_FIELD_INTEGER:
    case MLG_FIELD_REAL:
    case MLG_FIELD_BOOLEAN:
    case MLG_FIELD_DATE:
    case MLG_FIELD_TIME:
    default:
      return make_entry (self);
    }
}

static gboolean
mlg_field_editor_grab_focus (GtkWidget *widget)
{
  MlgFieldEditor *self = MLG_FIELD_EDITOR (widget);

  if (!gtk_widget_grab_focus (self->control))
    return FALSE;
  if (GTK_IS_DROP_DOWN (self->control))
    gtk_widget_activate (self->control);
  return TRUE;
}

static void
mlg_field_editor_dispose (GObject *object)
{
  g_clear_pointer (&MLG_FIELD_EDITOR (object)->control, gtk_widget_unparent);
  G_OBJECT_CLASS (mlg_field_editor_parent_class)->dispose (object);
}

static void
mlg_field_editor_class_init (MlgFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_field_editor_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mlg_field_editor_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * MlgFieldEditor::done:
   *
   * The person has said what the value is to be.
   */
  done_signal = g_signal_new ("done", MLG_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_field_editor_init (MlgFieldEditor *self)
{
}

/**
 * mlg_field_editor_new:
 * @field: static
 * @store: (transfer none): where records are proposed from
 *
 * Returns: (transfer floating): an editor without a value
 */
GtkWidget *
mlg_field_editor_new (const MlgField *field, MlgStore *store)
{
  MlgFieldEditor *self = g_object_new (MLG_TYPE_FIELD_EDITOR, NULL);

  self->field = field;
  self->control = make_control (self, store);
  if (MLG_IS_RECORD_ENTRY (self->control))
    mlg_record_entry_set_name (MLG_RECORD_ENTRY (self->control), _ (field->title));
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (field->title), -1);
  gtk_widget_set_parent (self->control, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * mlg_field_editor_set_text:
 * @text: (nullable): the value: numbers and dates as people write them, codes as codes, records as ids
 * @name: (nullable): the name of the record, of a reference
 */
void
mlg_field_editor_set_text (MlgFieldEditor *self, const char *text, const char *name)
{
  const char *value = text != NULL ? text : "";

  g_return_if_fail (MLG_IS_FIELD_EDITOR (self));

  self->setting = TRUE;
  if (GTK_IS_DROP_DOWN (self->control))
    gtk_drop_down_set_selected (
        GTK_DROP_DOWN (self->control),
        mlg_code_model_find (gtk_drop_down_get_model (GTK_DROP_DOWN (self->control)), text));
  else if (GTK_IS_TEXT_VIEW (self->control))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control)), value, -1);
  else if (MLG_IS_RECORD_ENTRY (self->control))
    mlg_record_entry_set_record (MLG_RECORD_ENTRY (self->control),
                                 g_ascii_strtoll (value, NULL, 10), name);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->control), value);
  self->setting = FALSE;
}

static char *
dup_buffer (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * mlg_field_editor_dup_text:
 *
 * Returns: (transfer full): what the person wrote or chose, for mlg_record_parse()
 */
char *
mlg_field_editor_dup_text (MlgFieldEditor *self)
{
  g_return_val_if_fail (MLG_IS_FIELD_EDITOR (self), NULL);

  if (GTK_IS_DROP_DOWN (self->control))
    return g_strdup (
        mlg_code_item_get_code (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->control))));
  if (GTK_IS_TEXT_VIEW (self->control))
    return dup_buffer (GTK_TEXT_VIEW (self->control));
  if (MLG_IS_RECORD_ENTRY (self->control))
    return mlg_record_entry_dup_value (MLG_RECORD_ENTRY (self->control));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-note-taker.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-outcome.h"
#include "mlg-meeting-commit.h"
#include "widgets/mlg-code-model.h"

/* A line in which what is said, decided or to be done is noted while people talk: one writes and presses
 * Return, and the line is free for the next note. */
struct _MlgNoteTaker
{
  GtkWidget parent_instance;
  gint64 meeting; /* 0 for none */
  gint64 item;    /* 0 for none */

  GtkToggleButton *information_button;
  GtkToggleButton *decision_button;
  GtkToggleButton *action_button;
  GtkEditable *text_entry;
  GtkRevealer *action_revealer;
  GtkEditable *who_entry;
  GtkEditable *due_entry;
  GtkDropDown *priority_list;
  GtkLabel *message_label;
};

G_DEFINE_FINAL_TYPE (MlgNoteTaker, mlg_note_taker, GTK_TYPE_WIDGET)

static const char *
get_type_code (MlgNoteTaker *self)
{
  if (gtk_toggle_button_get_active (self->decision_button))
    return "decision";
  return gtk_toggle_button_get_active (self->action_button) ? "action" : "information";
}

static void
say (MlgNoteTaker *self, const char *message)
{
  gtk_label_set_text (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
}

static void
on_type_changed (MlgNoteTaker *self)
{
  const char *type = get_type_code (self);
  const char *placeholder = _ ("What is said");

  if (g_str_equal (type, "decision"))
    placeholder = _ ("What is decided");
  else if (g_str_equal (type, "action"))
    placeholder = _ ("What is to be done");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text_entry), placeholder);
  gtk_revealer_set_reveal_child (self->action_revealer, g_str_equal (type, "action"));
}

static gboolean
read_action (MlgNoteTaker *self, MlgRecord *outcome, GError **error)
{
  MlgCodeItem *priority = gtk_drop_down_get_selected_item (self->priority_list);

  return mlg_record_parse (outcome, MLG_OUTCOME_WHO, gtk_editable_get_text (self->who_entry), error)
         && mlg_record_parse (outcome, MLG_OUTCOME_DUE_ON, gtk_editable_get_text (self->due_entry),
                              error)
         && mlg_record_parse (outcome, MLG_OUTCOME_PRIORITY,
                              priority != NULL ? mlg_code_item_get_code (priority) : NULL, error);
}

static gboolean
read_note (MlgNoteTaker *self, MlgRecord *outcome, GError **error)
{
  const char *type = get_type_code (self);

  mlg_record_set_integer (outcome, MLG_OUTCOME_MEETING, self->meeting);
  if (self->item != 0)
    mlg_record_set_integer (outcome, MLG_OUTCOME_ITEM, self->item);
  mlg_record_set_text (outcome, MLG_OUTCOME_TYPE, type);
  return mlg_record_parse (outcome, MLG_OUTCOME_TEXT, gtk_editable_get_text (self->text_entry),
                           error)
         && (!g_str_equal (type, "action") || read_action (self, outcome, error))
         && mlg_record_validate (outcome, NULL, error);
}

static void
clear (MlgNoteTaker *self)
{
  gtk_editable_set_text (self->text_entry, "");
  gtk_editable_set_text (self->who_entry, "");
  gtk_editable_set_text (self->due_entry, "");
  gtk_drop_down_set_selected (
      self->priority_list,
      mlg_code_model_find (gtk_drop_down_get_model (self->priority_list), "normal"));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_entry));
}

static void
on_noted (MlgNoteTaker *self)
{
  g_autoptr (MlgRecord) outcome = mlg_record_new (&mlg_outcome_kind);
  g_autoptr (GError) error = NULL;

  say (self, NULL);
  if (self->meeting == 0 || *gtk_editable_get_text (self->text_entry) == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->text_entry));
      return;
    }
  if (!read_note (self, outcome, &error))
    {
      say (self, error->message);
      return;
    }
  mlg_meeting_commit_new (GTK_WIDGET (self), outcome, NULL);
  clear (self);
}

static void
mlg_note_taker_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_note_taker_parent_class)->dispose (object);
}

static void
mlg_note_taker_class_init (MlgNoteTakerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_note_taker_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-note-taker.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgNoteTaker, information_button);
  gtk_widget_class_bind_template_child (widget_class, MlgNoteTaker, decision_button);
  gtk_widget_class_bind_template_child (widget_class, MlgNoteTaker, action_button);
  gtk_widget_class_bind_template_child (widget_class, MlgNoteTaker, text_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgNoteTaker, action_revealer);
  gtk_widget_class_bind_template_child (widget_class, MlgNoteTaker, who_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgNoteTaker, due_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgNoteTaker, priority_list);
  gtk_widget_class_bind_template_child (widget_class, MlgNoteTaker, message_label);
  gtk_widget_class_bind_template_callback (widget_class, on_type_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_noted);
}

static void
mlg_note_taker_init (MlgNoteTaker *self)
{
  g_autoptr (GListModel) priorities = mlg_code_model_new (&mlg_outcome_priorities, FALSE);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->priority_list, title);
  gtk_drop_down_set_model (self->priority_list, priorities);
  gtk_drop_down_set_selected (self->priority_list, mlg_code_model_find (priorities, "normal"));
  on_type_changed (self);
}

/**
 * mlg_note_taker_set_place:
 * @meeting: the meeting; 0 for none
 * @item: the item of its agenda that notes belong to; 0 for none
 *
 * What is being written stays: it is noted on the item that is dealt with when it is done.
 */
void
mlg_note_taker_set_place (MlgNoteTaker *self, gint64 meeting, gint64 item)
{
  g_return_if_fail (MLG_IS_NOTE_TAKER (self));

  self->meeting = meeting;
  self->item = item;
}

/**
 * mlg_note_taker_begin:
 * @type: one of mlg_outcome_types
 *
 * Puts the cursor where one writes. What is written already becomes this sort of note.
 */
void
mlg_note_taker_begin (MlgNoteTaker *self, const char *type)
{
  GtkToggleButton *button;

  g_return_if_fail (MLG_IS_NOTE_TAKER (self));

  button = self->information_button;
  if (g_str_equal (type, "decision"))
    button = self->decision_button;
  else if (g_str_equal (type, "action"))
    button = self->action_button;
  gtk_toggle_button_set_active (button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_entry));
  gtk_editable_set_position (self->text_entry, -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answer-entry.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-person.h"
#include "mlg-answer-import.h"
#include "mlg-answer-known.h"
#include "mlg-answer-row.h"
#include "mlg-answer-sheet.h"
#include "mlg-answer-typing.h"
#include "mlg-hands-list.h"
#include "mlg-pending-list.h"
#include "mlg-unsaved-sheet.h"
#include "themes/mlg-answer-edit.h"
#include "themes/mlg-answer.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"
#include "themes/mlg-questionnaire.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-record-entry.h"

/* Answers keyed in from paper, without a mouse: who answered, one line for each question, and after the
 * last one Enter saves the sheet and begins the next. */
struct _MlgAnswerEntry
{
  GtkWidget parent_instance;
  MlgStore *store;          /* (unowned) (nullable) it outlives the page */
  MlgLiveRead *reading;     /* (owned) (nullable) of MlgForm */
  MlgLiveRead *known;       /* (owned) (nullable) of MlgAnswerKnown */
  MlgRecord *questionnaire; /* (owned) (nullable) */
  MlgRecordEntry *who;      /* (owned by its slot) (nullable) */
  GPtrArray *rows;          /* (owned) of AdwEntryRow (unowned), one for each question */
  GQueue *unsaved;      /* (owned) (element-type MlgUnsavedSheet) sheets on their way to the file */
  gboolean saves_later; /* the sheet is done, and who it is of is not known yet */
  gboolean filled;      /* whether what is in the rows is an answer that was there */

  GtkStack *stack;
  AdwStatusPage *closed_page;
  AdwPreferencesGroup *sheet_group;
  GtkWidget *sheet; /* (owned by its group) (nullable) the box of the rows */
  AdwActionRow *who_row;
  GtkBox *who_slot;
  GtkCheckButton *replace_check;
  GtkLabel *message_label;
  GtkWidget *save_button;
  MlgHandsList *hands;
  MlgPendingList *pending;
};

G_DEFINE_FINAL_TYPE (MlgAnswerEntry, mlg_answer_entry, GTK_TYPE_WIDGET)

static void save (MlgAnswerEntry *self);

static gpointer
read_form (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_form_load (db, *(gint64 *) id, error);
}

static gboolean
is_of_people (MlgAnswerEntry *self)
{
  return self->questionnaire != NULL
         && g_strcmp0 (mlg_record_get_text (self->questionnaire, MLG_QUESTIONNAIRE_RESPONDENT),
                       "person")
                == 0;
}

static MlgRespondent
get_respondent (MlgAnswerEntry *self)
{
  gint64 id = self->who != NULL ? mlg_record_entry_get_id (self->who) : 0;
  gboolean people = is_of_people (self);

  return (MlgRespondent){ self->questionnaire != NULL ? mlg_record_get_id (self->questionnaire) : 0,
                          people ? 0 : id, people ? id : 0 };
}

static void
tell (MlgAnswerEntry *self, const char *text, gboolean error)
{
  gtk_label_set_text (self->message_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), text != NULL && *text != '\0');
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "error");
}

static void
clear_answers (MlgAnswerEntry *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->rows->pdata[i]), "");
      gtk_widget_remove_css_class (self->rows->pdata[i], "error");
    }
  self->filled = FALSE;
  gtk_check_button_set_active (self->replace_check, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->replace_check), FALSE);
}

static void
clear_sheet (MlgAnswerEntry *self)
{
  clear_answers (self);
  if (self->who != NULL)
    mlg_record_entry_set_record (self->who, 0, NULL);
}

static void
focus_first (MlgAnswerEntry *self)
{
  if (self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[0]);
  else
    gtk_widget_grab_focus (self->save_button);
}

static void
on_known (MlgAnswerEntry *self)
{
  const MlgAnswerKnown *known = mlg_live_read_get_result (self->known);
  const MlgForm *form = mlg_live_read_get_result (self->reading);
  MlgRespondent who = get_respondent (self);
  /* Once the sheet is saved, theirs is the answer that is there. */
  gboolean twice = (who.body != 0 || who.person != 0) && known != NULL && known->answered;

  gtk_widget_set_visible (GTK_WIDGET (self->replace_check), twice);
  if (!twice || self->filled)
    return;
  if (form == NULL || known->lines == NULL || !mlg_answer_rows_are_empty (self->rows))
    {
      tell (self, _ ("There is an answer of theirs already"), TRUE);
      return;
    }
  mlg_answer_rows_fill (self->rows, form, known->lines);
  self->filled = TRUE;
  gtk_check_button_set_active (self->replace_check, TRUE);
  tell (self,
        _ ("They answered already: what they said is shown, and what you save takes its place"),
        FALSE);
}

static void
ask_known (MlgAnswerEntry *self)
{
  MlgRespondent who = get_respondent (self);

  mlg_live_read_ask (self->known, who.body != 0 || who.person != 0 ? &who : NULL,
                     mlg_respondent_copy, g_free);
}

/* A sheet may have no name on it, or one that nobody knows. */
static void
on_who_chosen (MlgAnswerEntry *self)
{
  MlgRespondent who = get_respondent (self);
  gboolean known = who.body != 0 || who.person != 0;
  const char *name = mlg_record_entry_get_text (self->who);

  if (self->filled)
    clear_answers (self);
  if (!known && *name != '\0')
    {
      g_autofree char *text = g_strdup_printf (
          _ ("“%s” is not in the list: the answer keeps the name as it is written"), name);

      tell (self, text, FALSE);
    }
  else
    tell (self, NULL, FALSE);
  ask_known (self);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->who_slot)) != NULL)
    focus_first (self);
  if (self->saves_later)
    save (self);
}

/* Puts the cursor where something is wrong. */
static gboolean
read_rows (MlgAnswerEntry *self, GPtrArray *lines)
{
  const MlgForm *form = mlg_live_read_get_result (self->reading);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MlgFormQuestion *question = form->questions->pdata[i];
      g_autofree char *why = NULL;

      gtk_widget_remove_css_class (self->rows->pdata[i], "error");
      if (mlg_answer_typing_read (question, gtk_editable_get_text (self->rows->pdata[i]), lines,
                                  &why))
        continue;
      gtk_widget_add_css_class (self->rows->pdata[i], "error");
      gtk_widget_grab_focus (self->rows->pdata[i]);
      tell (self, why, TRUE);
      return FALSE;
    }
  return TRUE;
}

static void
put_sheet_back (MlgAnswerEntry *self, const MlgUnsavedSheet *sheet)
{
  clear_sheet (self);
  mlg_unsaved_sheet_put_back (sheet, self->who, self->rows);
  gtk_check_button_set_active (self->replace_check, sheet->replace);
  if (self->rows->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->rows->pdata[self->rows->len - 1]);
  ask_known (self);
}

/* Sheets are saved in the order in which they were keyed in. One that cannot be is shown again. */
static void
on_saved (MlgAnswerEntry *self, const char *text, gboolean saved)
{
  MlgUnsavedSheet *sheet = g_queue_pop_head (self->unsaved);

  if (sheet == NULL)
    return;
  if (!saved)
    put_sheet_back (self, sheet);
  if (!saved || !self->filled)
    tell (self, text, !saved);
  mlg_unsaved_sheet_free (sheet);
}

/* They answered already, and nobody said that this takes the place of it. */
static gboolean
is_stopped (MlgAnswerEntry *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->replace_check))
      || gtk_check_button_get_active (self->replace_check))
    return FALSE;
  tell (self, _ ("There is an answer of theirs already"), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->replace_check));
  return TRUE;
}

/* The next sheet begins at once: who types need not wait for the disk. */
static void
save (MlgAnswerEntry *self)
{
  g_autoptr (MlgAnswerSheet) sheet = NULL;
  MlgRespondent who;

  self->saves_later = mlg_record_entry_is_waiting (self->who);
  if (self->saves_later || self->questionnaire == NULL
      || mlg_live_read_get_result (self->reading) == NULL || is_stopped (self))
    return;
  who = get_respondent (self);
  sheet = mlg_answer_sheet_new (self->questionnaire, who.body, who.person,
                                mlg_record_entry_get_text (self->who));
  if (!read_rows (self, sheet->lines))
    return;
  if (gtk_check_button_get_active (self->replace_check))
    sheet->flags |= MLG_ANSWER_REPLACE;
  g_queue_push_tail (self->unsaved,
                     mlg_unsaved_sheet_new (self->who, self->rows, self->replace_check));
  clear_sheet (self);
  tell (self, NULL, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->who));
  mlg_answer_sheet_save (sheet, self->store, (MlgAnswerSheetFunc) on_saved, G_OBJECT (self));
}

static void
on_row_entered (AdwEntryRow *row, MlgAnswerEntry *self)
{
  guint i = 0;

  if (g_ptr_array_find (self->rows, row, &i) && i + 1 < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[i + 1]);
  else
    save (self);
}

static GtkWidget *
make_row (MlgAnswerEntry *self, const MlgFormQuestion *question, guint number)
{
  GtkWidget *row = mlg_answer_row_new (question, number);

  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_row_entered), self, 0);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
clear_rows (MlgAnswerEntry *self)
{
  g_ptr_array_set_size (self->rows, 0);
  if (self->sheet != NULL)
    adw_preferences_group_remove (self->sheet_group, self->sheet);
  self->sheet = NULL;
}

static void
show_rows (MlgAnswerEntry *self, const MlgForm *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  clear_rows (self);
  gtk_widget_set_margin_top (box, 12);
  for (guint i = 0; form != NULL && i < form->questions->len; i++)
    {
      GtkWidget *list = gtk_list_box_new ();

      gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (list, "boxed-list");
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, form->questions->pdata[i], i + 1));
      gtk_box_append (GTK_BOX (box), list);
      gtk_box_append (GTK_BOX (box), mlg_answer_row_make_legend (form->questions->pdata[i]));
    }
  adw_preferences_group_add (self->sheet_group, box);
  self->sheet = box;
}

static void
on_read (MlgAnswerEntry *self)
{
  const MlgForm *form = mlg_live_read_get_result (self->reading);

  show_rows (self, form);
  mlg_hands_list_show (self->hands, form);
}

/* People are found among people, bodies among bodies. */
static void
make_who (MlgAnswerEntry *self)
{
  gboolean people = is_of_people (self);

  if (self->who != NULL)
    gtk_box_remove (self->who_slot, GTK_WIDGET (self->who));
  self->who = MLG_RECORD_ENTRY (
      mlg_record_entry_new (self->store, people ? &mlg_person_kind : &mlg_body_kind));
  gtk_widget_set_hexpand (GTK_WIDGET (self->who), TRUE);
  g_signal_connect_object (self->who, "waiting", G_CALLBACK (focus_first), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->who, "chosen", G_CALLBACK (on_who_chosen), self,
                           G_CONNECT_SWAPPED);
  mlg_record_entry_set_name (self->who, people ? _ ("Person") : _ ("Body"));
  gtk_box_append (self->who_slot, GTK_WIDGET (self->who));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->who_row),
                                 people ? _ ("Person") : _ ("Body"));
}

static void
show_state (MlgAnswerEntry *self)
{
  const char *state = self->questionnaire != NULL
                          ? mlg_record_get_text (self->questionnaire, MLG_QUESTIONNAIRE_STATE)
                          : NULL;
  gboolean open = g_strcmp0 (state, "open") == 0;

  gtk_stack_set_visible_child_name (self->stack, open ? "open" : "closed");
  adw_status_page_set_title (self->closed_page,
                             g_strcmp0 (state, "draft") == 0 ? _ ("Not Open Yet") : _ ("Closed"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answers.import",
                                 open && mlg_store_is_writable (self->store));
}

static void
activate_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgAnswerEntry *self = MLG_ANSWER_ENTRY (widget);

  if (self->questionnaire != NULL)
    mlg_answer_import_ask (widget, self->questionnaire);
}

static void
mlg_answer_entry_dispose (GObject *object)
{
  MlgAnswerEntry *self = MLG_ANSWER_ENTRY (object);
  GtkWidget *child;

  if (self->questionnaire != NULL)
    g_signal_handlers_disconnect_by_func (self->questionnaire, show_state, self);
  g_clear_object (&self->reading);
  g_clear_object (&self->known);
  g_clear_object (&self->questionnaire);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->who = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_answer_entry_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-answer-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgAnswerEntry, stack);
  gtk_widget_class_bind_template_child (widget_class, MlgAnswerEntry, closed_page);
  gtk_widget_class_bind_template_child (widget_class, MlgAnswerEntry, sheet_group);
  gtk_widget_class_bind_template_child (widget_class, MlgAnswerEntry, who_row);
  gtk_widget_class_bind_template_child (widget_class, MlgAnswerEntry, who_slot);
  gtk_widget_class_bind_template_child (widget_class, MlgAnswerEntry, replace_check);
  gtk_widget_class_bind_template_child (widget_class, MlgAnswerEntry, message_label);
  gtk_widget_class_bind_template_child (widget_class, MlgAnswerEntry, save_button);
  gtk_widget_class_bind_template_child (widget_class, MlgAnswerEntry, hands);
  gtk_widget_class_bind_template_child (widget_class, MlgAnswerEntry, pending);
  gtk_widget_class_bind_template_callback (widget_class, save);
  gtk_widget_class_install_action (widget_class, "answers.import", NULL, activate_import);
}

static void
mlg_answer_entry_finalize (GObject *object)
{
  g_queue_free_full (MLG_ANSWER_ENTRY (object)->unsaved, mlg_unsaved_sheet_free);
  G_OBJECT_CLASS (mlg_answer_entry_parent_class)->finalize (object);
}

static void
mlg_answer_entry_class_init (MlgAnswerEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_answer_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_answer_entry_finalize;
  g_type_ensure (MLG_TYPE_HANDS_LIST);
  g_type_ensure (MLG_TYPE_PENDING_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
mlg_answer_entry_init (MlgAnswerEntry *self)
{
  self->rows = g_ptr_array_new ();
  self->unsaved = g_queue_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_answer_entry_set_store:
 * @store: (transfer none): where the questionnaires are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_answer_entry_set_store (MlgAnswerEntry *self, MlgStore *store)
{
  static const MlgKind *const of_form[] = { &mlg_question_kind, &mlg_question_option_kind, NULL };
  static const MlgKind *const of_answers[] = { &mlg_answer_kind, NULL };

  g_return_if_fail (MLG_IS_ANSWER_ENTRY (self));

  self->store = store;
  self->reading = mlg_live_read_new (store, of_form, read_form, (GDestroyNotify) mlg_form_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  self->known = mlg_live_read_new (store, of_answers, mlg_answer_known_read, mlg_answer_known_free);
  g_signal_connect_object (self->known, "done", G_CALLBACK (on_known), self, G_CONNECT_SWAPPED);
  mlg_hands_list_set_store (self->hands, store);
  mlg_pending_list_set_store (self->pending, store);
}

/**
 * mlg_answer_entry_set_questionnaire:
 * @questionnaire: (nullable) (transfer none): what is answered, and followed
 */
void
mlg_answer_entry_set_questionnaire (MlgAnswerEntry *self, MlgRecord *questionnaire)
{
  gint64 id = questionnaire != NULL ? mlg_record_get_id (questionnaire) : 0;

  g_return_if_fail (MLG_IS_ANSWER_ENTRY (self));

  if (self->questionnaire != NULL)
    g_signal_handlers_disconnect_by_func (self->questionnaire, show_state, self);
  g_set_object (&self->questionnaire, questionnaire);
  make_who (self);
  clear_sheet (self);
  tell (self, NULL, FALSE);
  mlg_live_read_ask_id (self->reading, id);
  mlg_pending_list_set_questionnaire (self->pending, id);
  show_state (self);
  if (questionnaire != NULL)
    g_signal_connect_object (questionnaire, "notify", G_CALLBACK (show_state), self,
                             G_CONNECT_SWAPPED);
}

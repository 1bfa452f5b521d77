/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-question-editor.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mlg-question-row.h"
#include "mlg-theme-commit.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"
#include "themes/mlg-questionnaire-edit.h"
#include "themes/mlg-questionnaire-section.h"
#include "themes/mlg-questionnaire.h"
#include "widgets/mlg-code-model.h"
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-text-list.h"
#include "widgets/mlg-wrap-layout.h"

/* What a questionnaire asks, of whom and how it is counted; whether it is a draft, open or closed. The row
 * of a question is the same as long as the question is there: what is open stays open. */
struct _MlgQuestionEditor
{
  GtkWidget parent_instance;
  MlgStore *store;          /* (unowned) (nullable) it outlives the page */
  MlgLiveRead *reading;     /* (owned) (nullable) of MlgForm */
  MlgFieldForm *form;       /* (owned) (nullable) */
  MlgRecord *questionnaire; /* (owned) (nullable) */
  GPtrArray *rows;          /* (owned) of MlgQuestionRow (owned), in order */

  GtkWidget *sections_box;
  AdwPreferencesRow *state_row;
  GtkLabel *state_label;
  GtkLabel *state_details;
  GtkWidget *open_button;
  GtkWidget *close_button;
  GtkWidget *draft_button;
  AdwPreferencesGroup *question_group;
  GtkWidget *add_group;
  AdwComboRow *type_row;
  AdwEntryRow *text_entry;
  MlgTextList *sections;
};

G_DEFINE_FINAL_TYPE (MlgQuestionEditor, mlg_question_editor, GTK_TYPE_WIDGET)

static const char *const fields[] = { "title",    "purpose",        "introduction",    "answer_by",
                                      "opens_on", "return_address", "respondent",      "grp",
                                      "weights",  "kind_weights",   "associates_vote", "anonymous",
                                      "unranked", "meeting",        "notes",           NULL };

static gpointer
read_form (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_form_load (db, *(gint64 *) id, error);
}

/* What is done in the writer's thread. */
typedef struct
{
  gint64 id;
  guint position;
  const char *state; /* (unowned) static */
} Deed;

static gboolean
move (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_question_move (db, deed->id, deed->position, error);
}

static gboolean
set_state (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_questionnaire_set_state (db, deed->id, deed->state, error);
}

static int
find_row (MlgQuestionEditor *self, gint64 id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (mlg_question_row_get_id (self->rows->pdata[i]) == id)
      return (int) i;
  return -1;
}

static void
on_moved (MlgQuestionRow *row, int by, MlgQuestionEditor *self)
{
  gint64 id = mlg_question_row_get_id (row);
  int index = find_row (self, id) + by;
  g_autofree char *action = NULL;
  Deed *deed;

  if (index < 0 || index >= (int) self->rows->len)
    return;
  /* Translators: an action; %s is what a question asks. */
  action =
      g_strdup_printf (_ ("Move “%s”"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  deed = g_new0 (Deed, 1);
  deed->id = id;
  deed->position = (guint) index + 1;
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), action, move, deed, g_free, NULL);
}

static MlgQuestionRow *
make_row (MlgQuestionEditor *self)
{
  GtkWidget *row = mlg_question_row_new (self->store);

  g_signal_connect_object (row, "moved", G_CALLBACK (on_moved), self, 0);
  return MLG_QUESTION_ROW (g_object_ref_sink (row));
}

/* The rows of the questions as they are now: known ones again, new ones made. */
static GPtrArray *
match_rows (MlgQuestionEditor *self, const MlgForm *form)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; form != NULL && i < form->questions->len; i++)
    {
      const MlgFormQuestion *question = form->questions->pdata[i];
      int known = find_row (self, mlg_record_get_id (question->question));
      MlgQuestionRow *row = known >= 0 ? g_object_ref (self->rows->pdata[known]) : make_row (self);

      mlg_question_row_show (row, form, i);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; a->len == b->len && i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return a->len == b->len;
}

/* Takes the rows; what had the focus has it again. */
static void
place_rows (MlgQuestionEditor *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) before = self->rows;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *group = GTK_WIDGET (self->question_group);
  gboolean inside = focused != NULL && gtk_widget_is_ancestor (focused, group);

  self->rows = rows;
  if (is_same (before, rows))
    return;
  for (guint i = 0; i < before->len; i++)
    adw_preferences_group_remove (self->question_group, before->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (self->question_group, rows->pdata[i]);
  if (inside && gtk_widget_get_root (focused) == root)
    gtk_widget_grab_focus (focused);
}

static char *
write_section_title (guint number)
{
  /* Translators: the number of a section of a questionnaire, whose title is written there. */
  return g_strdup_printf (_ ("Section %u"), number);
}

static const MlgTextListManner sections_manner = {
  mlg_theme_commit,    mlg_theme_commit_removal,  MLG_QUESTIONNAIRE_SECTION_TITLE,
  write_section_title, N_ ("Remove the Section"), N_ ("Section removed")
};

static void
show_state (MlgQuestionEditor *self)
{
  const char *state = self->questionnaire != NULL
                          ? mlg_record_get_text (self->questionnaire, MLG_QUESTIONNAIRE_STATE)
                          : NULL;
  g_autofree char *title =
      self->questionnaire != NULL
          ? mlg_record_dup_display (self->questionnaire, MLG_QUESTIONNAIRE_STATE)
          : NULL;
  gboolean draft = g_strcmp0 (state, "draft") == 0;
  gboolean open = g_strcmp0 (state, "open") == 0;

  adw_preferences_row_set_title (self->state_row, title != NULL ? title : "");
  gtk_label_set_text (self->state_label, title != NULL ? title : "");
  gtk_label_set_text (self->state_details,
                      draft  ? _ ("Questions can change; nobody answers yet")
                      : open ? _ ("Answers are taken; what is asked does not change")
                             : _ ("No answer is taken any more"));
  gtk_widget_set_visible (self->open_button, !open);
  gtk_widget_set_visible (self->close_button, open);
  gtk_widget_set_visible (self->draft_button, open);
  gtk_widget_set_visible (self->add_group, draft);
}

static void
on_read (MlgQuestionEditor *self)
{
  const MlgForm *form = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);

  place_rows (self, match_rows (self, form));
  mlg_text_list_show (self->sections, form != NULL ? form->sections : NULL);
  adw_preferences_group_set_description (
      self->question_group, error != NULL ? error->message
                            : form != NULL && self->rows->len == 0
                                ? _ ("No question yet: choose a kind below and write what is asked")
                                : NULL);
}

static void
on_question_written (MlgQuestionEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text_entry));
  MlgCodeItem *type = adw_combo_row_get_selected_item (self->type_row);
  g_autoptr (MlgRecord) question = NULL;

  if (*text == '\0' || self->questionnaire == NULL || type == NULL)
    return;
  question = mlg_record_new (&mlg_question_kind);
  mlg_record_set_integer (question, MLG_QUESTION_QUESTIONNAIRE,
                          mlg_record_get_id (self->questionnaire));
  mlg_record_set_text (question, MLG_QUESTION_TYPE, mlg_code_item_get_code (type));
  mlg_record_set_text (question, MLG_QUESTION_TEXT, text);
  mlg_theme_commit_new (GTK_WIDGET (self), question, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->text_entry), "");
}

static void
on_section_written (MlgQuestionEditor *self, const char *title)
{
  g_autoptr (MlgRecord) section = NULL;

  if (self->questionnaire == NULL)
    return;
  section = mlg_record_new (&mlg_questionnaire_section_kind);
  mlg_record_set_integer (section, MLG_QUESTIONNAIRE_SECTION_QUESTIONNAIRE,
                          mlg_record_get_id (self->questionnaire));
  mlg_record_set_text (section, MLG_QUESTIONNAIRE_SECTION_TITLE, title);
  mlg_theme_commit_new (GTK_WIDGET (self), section, NULL);
}

/* @action: of a questionnaire, with %s for its title */
static void
change_state (MlgQuestionEditor *self, const char *state, const char *action)
{
  g_autoptr (GString) name = g_string_new (action);
  Deed *deed;

  if (self->questionnaire == NULL)
    return;
  g_string_replace (name, "%s", mlg_record_get_text (self->questionnaire, MLG_QUESTIONNAIRE_TITLE),
                    1);
  deed = g_new0 (Deed, 1);
  deed->id = mlg_record_get_id (self->questionnaire);
  deed->state = state;
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), name->str, set_state, deed, g_free, NULL);
}

static void
on_open (MlgQuestionEditor *self)
{
  change_state (self, "open", _ ("Open %s"));
}

static void
on_close (MlgQuestionEditor *self)
{
  change_state (self, "closed", _ ("Close %s"));
}

static void
on_draft (MlgQuestionEditor *self)
{
  change_state (self, "draft", _ ("Make %s a draft again"));
}

static void
mlg_question_editor_dispose (GObject *object)
{
  MlgQuestionEditor *self = MLG_QUESTION_EDITOR (object);
  GtkWidget *child;

  if (self->questionnaire != NULL)
    g_signal_handlers_disconnect_by_func (self->questionnaire, show_state, self);
  g_clear_object (&self->reading);
  g_clear_object (&self->questionnaire);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->form);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_question_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-question-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, sections_box);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, state_row);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, state_label);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, state_details);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, open_button);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, close_button);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, draft_button);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, question_group);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, add_group);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, type_row);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, text_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionEditor, sections);
  gtk_widget_class_bind_template_callback (widget_class, on_question_written);
  gtk_widget_class_bind_template_callback (widget_class, on_section_written);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_draft);
}

static void
mlg_question_editor_class_init (MlgQuestionEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_question_editor_dispose;
  g_type_ensure (MLG_TYPE_WRAP_LAYOUT);
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_TEXT_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
mlg_question_editor_init (MlgQuestionEditor *self)
{
  g_autoptr (GListModel) types = mlg_code_model_new (&mlg_question_types, FALSE);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  mlg_text_list_set_manner (self->sections, &sections_manner);
  adw_combo_row_set_expression (self->type_row, title);
  adw_combo_row_set_model (self->type_row, types);
}

/**
 * mlg_question_editor_set_store:
 * @store: (transfer none): where the questionnaires are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_question_editor_set_store (MlgQuestionEditor *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_questionnaire_kind, &mlg_questionnaire_section_kind,
                                          &mlg_question_kind, &mlg_question_option_kind, NULL };

  g_return_if_fail (MLG_IS_QUESTION_EDITOR (self));

  self->store = store;
  self->form = mlg_field_form_new (self->sections_box, store);
  mlg_theme_commit_fields (self->form, fields);
  self->reading = mlg_live_read_new (store, kinds, read_form, (GDestroyNotify) mlg_form_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_question_editor_set_questionnaire:
 * @questionnaire: (nullable) (transfer none): what is edited, and followed
 */
void
mlg_question_editor_set_questionnaire (MlgQuestionEditor *self, MlgRecord *questionnaire)
{
  g_return_if_fail (MLG_IS_QUESTION_EDITOR (self));

  if (self->questionnaire != NULL)
    g_signal_handlers_disconnect_by_func (self->questionnaire, show_state, self);
  g_set_object (&self->questionnaire, questionnaire);
  mlg_field_form_set_record (self->form, questionnaire);
  mlg_live_read_ask_id (self->reading,
                        questionnaire != NULL ? mlg_record_get_id (questionnaire) : 0);
  show_state (self);
  if (questionnaire != NULL)
    g_signal_connect_object (questionnaire, "notify", G_CALLBACK (show_state), self,
                             G_CONNECT_SWAPPED);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-draft-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "library/mlg-draft-edit.h"
#include "mlg-library-commit.h"
#include "mlg-tender-question.h"
#include "template/mlg-answers-rows.h"
#include "widgets/mlg-wrap-layout.h"

/* The questions of a draft: all at once, only those that are missing, or one after another. */
struct _MlgDraftForm
{
  GtkWidget parent_instance;
  gint64 draft;
  GPtrArray *rows; /* (owned) of MlgTenderQuestion (owned by the widget tree) */
  char *
      questions; /* (owned) (nullable) the names of the questions, to tell whether they are the same */
  guint current; /* of one after another */

  GtkListBox *list;
  GtkLabel *gaps_label;
  GtkToggleButton *missing_button;
  GtkToggleButton *guided_button;
  GtkWidget *steps;
  GtkButton *next_button;
  GtkLabel *step_label;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (MlgDraftForm, mlg_draft_form, GTK_TYPE_WIDGET)

static guint typed_signal;

static gboolean
answer (MlgConnection *db, gint64 id, const char *text, gint64 number, GError **error)
{
  const char *value = strchr (text, '\n') + 1;
  g_autofree char *field = g_strndup (text, (gsize) (value - text - 1));
  g_autoptr (MlgAnswers) answers = mlg_draft_read (db, id, NULL, error);
  const MlgTemplateField *description =
      answers != NULL ? mlg_template_field_find (
          mlg_template_get_fields (mlg_answers_get_template (answers)), field)
                      : NULL;

  if (answers == NULL)
    return FALSE;
  return (description != NULL && description->type == MLG_TEMPLATE_ROWS
              ? mlg_answers_set_rows (answers, field, value, error)
              : mlg_answers_set (answers, field, value, error))
         && mlg_draft_write_answers (db, id, answers, error);
}

static void
on_answered (MlgTenderQuestion *row, const char *name, const char *text, MlgDraftForm *self)
{
  /* Translators: an action; %s is the name of a question of a template. */
  g_autofree char *action =
      g_strdup_printf (_ ("Answer “%s”"), mlg_tender_question_get_title (row));
  g_autofree char *both = g_strdup_printf ("%s\n%s", name, text);

  mlg_library_commit_deed (GTK_WIDGET (self), action, answer, self->draft, both, 0, NULL);
}

static void name_next (MlgDraftForm *self, gboolean answered);

static void
on_typed (MlgTenderQuestion *row, const char *name, const char *text, MlgDraftForm *self)
{
  g_signal_emit (self, typed_signal, 0, name, text);
  name_next (self, *text != '\0');
}

static gboolean
is_guided (MlgDraftForm *self)
{
  return gtk_toggle_button_get_active (self->guided_button);
}

static gboolean
is_listed (MlgDraftForm *self, guint i)
{
  if (is_guided (self))
    return i == self->current;
  return !gtk_toggle_button_get_active (self->missing_button)
         || mlg_tender_question_is_missing (self->rows->pdata[i]);
}

static guint
count_missing (MlgDraftForm *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += mlg_tender_question_is_missing (self->rows->pdata[i]);
  return n;
}

static gboolean
applies (MlgDraftForm *self, guint i)
{
  return mlg_tender_question_applies (self->rows->pdata[i]);
}

/* How many questions are asked one after another before one. */
static guint
count_asked (MlgDraftForm *self, guint end)
{
  guint n = 0;

  for (guint i = 0; i < end; i++)
    n += applies (self, i);
  return n;
}

/* Returns: the next question that applies, in a direction; the current one when there is none */
static guint
find_step (MlgDraftForm *self, int by)
{
  int n = (int) self->rows->len;

  for (int i = (int) self->current + by; i >= 0 && i < n; i += by)
    if (applies (self, (guint) i))
      return (guint) i;
  return self->current;
}

static guint
find_missing (MlgDraftForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (mlg_tender_question_is_missing (self->rows->pdata[i]))
      return i;
  return self->current;
}

static void
enable_steps (MlgDraftForm *self)
{
  gboolean guided = is_guided (self) && self->rows->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "questions.previous",
                                 guided && find_step (self, -1) != self->current);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "questions.next",
                                 guided && find_step (self, 1) != self->current);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "questions.missing",
                                 guided && count_missing (self) > 0);
}

/* What is passed over without an answer is skipped. */
static void
name_next (MlgDraftForm *self, gboolean answered)
{
  gtk_button_set_label (self->next_button, answered ? _ ("_Next") : _ ("_Skip"));
}

static void
show_step (MlgDraftForm *self)
{
  guint n = count_asked (self, self->rows->len);
  guint number = MIN (count_asked (self, self->current) + 1, n);
  /* Translators: the number of a question and how many there are. */
  g_autofree char *text = g_strdup_printf (_ ("Question %u of %u"), number, n);

  gtk_label_set_text (self->step_label, text);
  gtk_progress_bar_set_fraction (self->progress, n > 0 ? (double) number / n : 0);
  name_next (self, self->rows->len == 0
                       || mlg_tender_question_is_filled (self->rows->pdata[self->current]));
  enable_steps (self);
}

static void
update (MlgDraftForm *self)
{
  guint n = count_missing (self);
  g_autofree char *gaps =
      n > 0 ? g_strdup_printf (ngettext ("%u answer is missing", "%u answers are missing", n), n)
            : g_strdup (_ ("Nothing is missing"));

  gtk_label_set_text (self->gaps_label, gaps);
  gtk_widget_set_sensitive (GTK_WIDGET (self->missing_button), !is_guided (self));
  gtk_widget_set_visible (self->steps, is_guided (self));
  show_step (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      mlg_tender_question_set_guided (self->rows->pdata[i], is_guided (self));
      gtk_widget_set_visible (self->rows->pdata[i], is_listed (self, i));
    }
}

static void
on_mode_changed (MlgDraftForm *self)
{
  update (self);
}

/* The focus moves first: what is written is answered as it leaves, and the question is still there. */
static void
go_to (MlgDraftForm *self, guint to)
{
  if (!is_guided (self) || to == self->current)
    return;
  gtk_widget_set_visible (self->rows->pdata[to], TRUE);
  mlg_tender_question_focus (self->rows->pdata[to]);
  self->current = to;
  update (self);
}

static void
activate_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (MLG_DRAFT_FORM (widget), find_step (MLG_DRAFT_FORM (widget), -1));
}

static void
activate_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (MLG_DRAFT_FORM (widget), find_step (MLG_DRAFT_FORM (widget), 1));
}

static void
activate_missing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (MLG_DRAFT_FORM (widget), find_missing (MLG_DRAFT_FORM (widget)));
}

static void
on_finished (MlgDraftForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "questions.next", NULL);
}

/* Before the inputs: a text of several lines takes Enter for itself. */
static void
watch_keys (MlgDraftForm *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  struct
  {
    GdkModifierType modifiers;
    const char *action;
  } const shortcuts[] = {
    { GDK_CONTROL_MASK, "questions.next" },
    { GDK_CONTROL_MASK | GDK_SHIFT_MASK, "questions.previous" },
  };

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, shortcuts[i].modifiers),
                          gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
mlg_draft_form_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_draft_form_parent_class)->dispose (object);
}

static void
mlg_draft_form_finalize (GObject *object)
{
  MlgDraftForm *self = MLG_DRAFT_FORM (object);

  g_ptr_array_unref (self->rows);
  g_free (self->questions);
  G_OBJECT_CLASS (mlg_draft_form_parent_class)->finalize (object);
}

static void
mlg_draft_form_class_init (MlgDraftFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_draft_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_draft_form_finalize;
  g_type_ensure (MLG_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-draft-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgDraftForm, list);
  gtk_widget_class_bind_template_child (widget_class, MlgDraftForm, gaps_label);
  gtk_widget_class_bind_template_child (widget_class, MlgDraftForm, missing_button);
  gtk_widget_class_bind_template_child (widget_class, MlgDraftForm, guided_button);
  gtk_widget_class_bind_template_child (widget_class, MlgDraftForm, steps);
  gtk_widget_class_bind_template_child (widget_class, MlgDraftForm, next_button);
  gtk_widget_class_bind_template_child (widget_class, MlgDraftForm, step_label);
  gtk_widget_class_bind_template_child (widget_class, MlgDraftForm, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_mode_changed);
  gtk_widget_class_install_action (widget_class, "questions.previous", NULL, activate_previous);
  gtk_widget_class_install_action (widget_class, "questions.next", NULL, activate_next);
  gtk_widget_class_install_action (widget_class, "questions.missing", NULL, activate_missing);

  /**
   * MlgDraftForm::typed:
   * @name: of a question
   * @text: what is written so far
   */
  typed_signal = g_signal_new ("typed", MLG_TYPE_DRAFT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
mlg_draft_form_init (MlgDraftForm *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  watch_keys (self);
  enable_steps (self);
}

static char *
write_questions (gint64 draft, GPtrArray *fields)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT, draft);
  for (guint i = 0; i < fields->len; i++)
    {
      const MlgTemplateField *field = fields->pdata[i];

      g_string_append_printf (text, "\n%s %d %s %u %u", field->name, (int) field->type,
                              field->label, field->choices->len, field->columns->len);
    }
  return g_string_free (text, FALSE);
}

static void
make_rows (MlgDraftForm *self, MlgTemplate *template, GPtrArray *fields)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  self->current = 0;
  for (guint i = 0; i < fields->len; i++)
    {
      GtkWidget *row = mlg_tender_question_new (template, fields->pdata[i]);

      g_signal_connect_object (row, "answered", G_CALLBACK (on_answered), self, 0);
      g_signal_connect_object (row, "typed", G_CALLBACK (on_typed), self, 0);
      g_signal_connect_object (row, "finished", G_CALLBACK (on_finished), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->list, row);
    }
}

/**
 * mlg_draft_form_set_answers:
 * @draft: an id
 * @answers: (transfer none): of this draft
 * @questions: (element-type MlgDraftQuestion): what is known of them with these answers, all in their order
 *
 * Shows the questions of a draft and its answers. The same questions keep their rows, and the cursor.
 */
void
mlg_draft_form_set_answers (MlgDraftForm *self,
                            gint64 draft,
                            MlgAnswers *answers,
                            GPtrArray *questions)
{
  MlgTemplate *template = mlg_answers_get_template (answers);
  GPtrArray *fields = mlg_template_get_fields (template);
  g_autofree char *names = write_questions (draft, fields);
  gboolean anew = g_strcmp0 (names, self->questions) != 0;

  g_return_if_fail (MLG_IS_DRAFT_FORM (self));
  g_return_if_fail (questions->len == fields->len);

  self->draft = draft;
  if (anew)
    {
      make_rows (self, template, fields);
      g_free (self->questions);
      self->questions = g_steal_pointer (&names);
    }
  for (guint i = 0; i < self->rows->len; i++)
    mlg_tender_question_set_answers (self->rows->pdata[i], answers, questions->pdata[i]);
  if (anew && self->rows->len > 0 && !applies (self, 0))
    self->current = find_step (self, 1);
  update (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-option-list.h"

#include <glib/gi18n-lib.h>

#include "mlg-theme-commit.h"
#include "store/mlg-query.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"
#include "themes/mlg-questionnaire-edit.h"
#include "themes/mlg-theme.h"
#include "widgets/mlg-host.h"

/* What a question offers: its options, each changed in place, and where a list is pasted to make more. */
struct _MlgOptionList
{
  GtkWidget parent_instance;
  gint64 question;
  char *text; /* (owned) (nullable) what is asked, for the history */

  GtkBox *options;
  GtkWidget *paste_box;
  GtkTextView *paste_view;
};

G_DEFINE_FINAL_TYPE (MlgOptionList, mlg_option_list, GTK_TYPE_WIDGET)

/* What is done in the writer's thread. */
typedef struct
{
  gint64 question;
  char *list; /* (owned) (nullable) */
} Deed;

static void
deed_free (gpointer data)
{
  g_free (((Deed *) data)->list);
  g_free (data);
}

static gboolean
paste (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;
  guint n;

  return mlg_question_paste_options (db, deed->question, deed->list, &n, error);
}

/* Those that wait for a vote, in the order of their titles. */
static gboolean
add_themes (MlgConnection *db, gpointer data, GError **error)
{
  static const char *const states[] = { "proposed", "voted", NULL };
  Deed *deed = data;
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_theme_kind);
  g_autoptr (MlgQuery) waiting = mlg_query_with_values (all, MLG_THEME_STATE, states);
  g_autoptr (MlgQuery) sorted = mlg_query_with_sort (waiting, MLG_QUERY_BY_NAME, FALSE);
  g_autoptr (GArray) ids = mlg_query_run (sorted, db, error);

  return ids != NULL
         && mlg_question_add_theme_options (db, deed->question, (const gint64 *) (void *) ids->data,
                                            ids->len, error);
}

static void
act (MlgOptionList *self, MlgActionFunc func, char *list)
{
  /* Translators: an action; %s is what a question asks. */
  g_autofree char *action = g_strdup_printf (_ ("Add options to “%s”"), self->text);
  Deed *deed = g_new0 (Deed, 1);

  deed->question = self->question;
  deed->list = list;
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), action, func, deed, deed_free, NULL);
}

static void
on_add (MlgOptionList *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->paste_view);
  g_autofree char *list = NULL;

  g_object_get (buffer, "text", &list, NULL);
  if (*g_strstrip (list) == '\0')
    return;
  act (self, paste, g_steal_pointer (&list));
  gtk_text_buffer_set_text (buffer, "", -1);
}

static void
on_add_themes (MlgOptionList *self)
{
  act (self, add_themes, NULL);
}

static gboolean
on_paste_key (MlgOptionList *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  on_add (self);
  return TRUE;
}

static void
on_label_applied (AdwEntryRow *row, MlgRecord *option)
{
  mlg_theme_commit (GTK_WIDGET (row), option, MLG_QUESTION_OPTION_LABEL,
                    gtk_editable_get_text (GTK_EDITABLE (row)), NULL);
}

static void
on_remove (GtkButton *button, MlgRecord *option)
{
  mlg_theme_commit_removal (GTK_WIDGET (button), option, _ ("Option removed"));
}

static GtkWidget *
make_remove_button (MlgRecord *option)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label =
      g_strdup_printf (_ ("Remove “%s”"), mlg_record_get_text (option, MLG_QUESTION_OPTION_LABEL));

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), option, 0);
  return button;
}

static GtkWidget *
make_row (MlgRecord *option, guint number, gboolean draft)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *title = g_strdup_printf (_ ("Option %u"), number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row),
                         mlg_record_get_text (option, MLG_QUESTION_OPTION_LABEL));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_label_applied), option, 0);
  if (draft)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), make_remove_button (option));
  return row;
}

static void
clear (MlgOptionList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->options))) != NULL)
    gtk_box_remove (self->options, child);
}

static void
mlg_option_list_dispose (GObject *object)
{
  MlgOptionList *self = MLG_OPTION_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (mlg_option_list_parent_class)->dispose (object);
}

static void
mlg_option_list_class_init (MlgOptionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_option_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-option-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgOptionList, options);
  gtk_widget_class_bind_template_child (widget_class, MlgOptionList, paste_box);
  gtk_widget_class_bind_template_child (widget_class, MlgOptionList, paste_view);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_add_themes);
  gtk_widget_class_bind_template_callback (widget_class, on_paste_key);
}

static void
mlg_option_list_init (MlgOptionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_list (const MlgFormQuestion *question, gboolean draft)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < question->options->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (question->options->pdata[i], i + 1, draft));
  return list;
}

/**
 * mlg_option_list_show:
 * @question: whose options are shown
 * @draft: whether there may be others
 */
void
mlg_option_list_show (MlgOptionList *self, const MlgFormQuestion *question, gboolean draft)
{
  g_return_if_fail (MLG_IS_OPTION_LIST (self));

  self->question = mlg_record_get_id (question->question);
  g_free (self->text);
  self->text = g_strdup (mlg_record_get_text (question->question, MLG_QUESTION_TEXT));
  clear (self);
  if (question->options->len > 0)
    gtk_box_append (self->options, make_list (question, draft));
  gtk_widget_set_visible (self->paste_box, draft);
}

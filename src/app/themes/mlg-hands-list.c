/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-hands-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "themes/mlg-answer-edit.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"
#include "widgets/mlg-host.h"

/* A show of hands at the end of a meeting: for each question how many were raised for each option, in
 * their order. */
struct _MlgHandsList
{
  GtkWidget parent_instance;
  GPtrArray *rows; /* (owned) of rows (unowned), in the expander */

  AdwExpanderRow *expander;
};

G_DEFINE_FINAL_TYPE (MlgHandsList, mlg_hands_list, GTK_TYPE_WIDGET)

/* What is counted for one question, in its order; without options, yes and no. */
typedef struct
{
  gint64 question;
  GArray *options; /* (owned) (element-type gint64) */
  GArray *hands;   /* (owned) (element-type gint64); -1 where nothing was said */
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_array_unref (count->options);
  g_array_unref (count->hands);
  g_free (count);
}

static gboolean
store_hands (MlgConnection *db, gpointer data, GError **error)
{
  Count *count = data;

  for (guint i = 0; i < count->hands->len; i++)
    {
      gint64 option = count->options->len > 0 ? g_array_index (count->options, gint64, i) : 0;
      gint64 n = g_array_index (count->hands, gint64, i);

      if (n >= 0
          && !mlg_hands_store (db, count->question, option, i == 0 ? 1 : 0, (guint) n, 0, error))
        return FALSE;
    }
  return TRUE;
}

/* "12 3 - 5" */
static gboolean
read_hands (const char *text, guint most, GArray *hands)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;/", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 n = 0;
      gint64 value = -1;

      if (*words[i] == '\0')
        continue;
      if (!g_str_equal (words[i], "-"))
        {
          if (!g_ascii_string_to_unsigned (words[i], 10, 0, G_MAXINT, &n, NULL))
            return FALSE;
          value = (gint64) n;
        }
      g_array_append_val (hands, value);
    }
  return hands->len > 0 && hands->len <= most;
}

static void
on_applied (AdwEntryRow *row, MlgHandsList *self)
{
  const Count *asked = g_object_get_data (G_OBJECT (row), "count");
  Count *count = g_new0 (Count, 1);
  g_autofree char *action = NULL;

  count->question = asked->question;
  count->options = g_array_ref (asked->options);
  count->hands = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!read_hands (gtk_editable_get_text (GTK_EDITABLE (row)),
                   asked->options->len > 0 ? asked->options->len : 2, count->hands))
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      count_free (count);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  /* Translators: an action; %s is what a question asks. */
  action = g_strdup_printf (_ ("Count hands for “%s”"),
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), action, store_hands, count, count_free,
                _ ("The hands are counted"));
}

static void
add_row (MlgHandsList *self, const MlgFormQuestion *question)
{
  GtkWidget *row = adw_entry_row_new ();
  Count *count = g_new0 (Count, 1);

  count->question = mlg_record_get_id (question->question);
  count->options = g_array_new (FALSE, FALSE, sizeof (gint64));
  count->hands = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < question->options->len; i++)
    {
      gint64 id = mlg_record_get_id (question->options->pdata[i]);

      g_array_append_val (count->options, id);
    }
  g_object_set_data_full (G_OBJECT (row), "count", count, count_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 mlg_record_get_text (question->question, MLG_QUESTION_TEXT));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_applied), self, 0);
  adw_expander_row_add_row (self->expander, row);
  g_ptr_array_add (self->rows, row);
}

static void
mlg_hands_list_dispose (GObject *object)
{
  MlgHandsList *self = MLG_HANDS_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_hands_list_parent_class)->dispose (object);
}

static void
mlg_hands_list_class_init (MlgHandsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_hands_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-hands-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgHandsList, expander);
}

static void
mlg_hands_list_init (MlgHandsList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_hands_list_show:
 * @form: (nullable): the questionnaire whose questions are voted on
 */
void
mlg_hands_list_show (MlgHandsList *self, const MlgForm *form)
{
  g_return_if_fail (MLG_IS_HANDS_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->expander, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; form != NULL && i < form->questions->len; i++)
    {
      const MlgFormQuestion *question = form->questions->pdata[i];
      const char *type = mlg_form_question_get_type (question);

      if (question->options->len > 0 || g_strcmp0 (type, "yes-no") == 0)
        add_row (self, question);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

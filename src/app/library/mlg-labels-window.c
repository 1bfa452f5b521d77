/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-labels-window.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-reading.h"
#include "template/mlg-label.h"
#include "widgets/mlg-live-read.h"

/* The labels that the rules know, with what may be required of a bidder: to look something up, or to choose
 * one. */
struct _MlgLabelsWindow
{
  AdwWindow parent_instance;
  MlgLiveRead *read; /* (owned) of MlgLabel */
  gboolean choosing;

  GtkEditable *search_entry;
  GtkStack *states;
  AdwStatusPage *error_page;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MlgLabelsWindow, mlg_labels_window, ADW_TYPE_WINDOW)

static guint chosen_signal;

static gpointer
read_labels (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_label_list_shipped (error);
}

static const MlgLabel *
get_label (MlgLabelsWindow *self, GtkListBoxRow *row)
{
  GPtrArray *labels = mlg_live_read_get_result (self->read);
  int i = gtk_list_box_row_get_index (row);

  return labels != NULL && i >= 0 && (guint) i < labels->len ? labels->pdata[i] : NULL;
}

/* Rows are hidden rather than filtered, so that they are also gone for those who do not see the screen. */
static void
filter (MlgLabelsWindow *self)
{
  const char *words = gtk_editable_get_text (self->search_entry);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const MlgLabel *label =
          GTK_IS_LIST_BOX_ROW (row) ? get_label (self, GTK_LIST_BOX_ROW (row)) : NULL;

      if (label != NULL)
        gtk_widget_set_visible (row, mlg_label_matches (label, words));
    }
}

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static char *
tell (const MlgLabel *label)
{
  GString *text = g_string_new (mlg_code_list_get_title (&mlg_label_kinds, label->kind));
  /* Translators: whether a tender may require a label. */
  g_autofree char *answer =
      g_strdup_printf (_ ("%s. A reading of ours, as a guide."),
                       mlg_code_list_get_title (&mlg_label_answers, label->requirable));
  /* Translators: a source, how far it is sure, and the day when somebody looked at it. */
  g_autofree char *source =
      g_strdup_printf (_ ("Source: %s (%s, %s)"), label->source,
                       mlg_reading_confidence_get_title (label->confidence), label->checked);

  append_line (text, answer);
  append_line (text, label->domain);
  append_line (text, label->remark);
  append_line (text, source);
  return g_string_free (text, FALSE);
}

static void
add_label (MlgLabelsWindow *self, const MlgLabel *label)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *told = tell (label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), told);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), self->choosing);
  gtk_list_box_append (self->list, row);
}

static void
on_read (MlgLabelsWindow *self)
{
  GPtrArray *labels = mlg_live_read_get_result (self->read);
  const GError *error = mlg_live_read_get_error (self->read);

  if (error != NULL)
    adw_status_page_set_description (self->error_page, error->message);
  for (guint i = 0; labels != NULL && i < labels->len; i++)
    add_label (self, labels->pdata[i]);
  filter (self);
  gtk_stack_set_visible_child_name (self->states, labels != NULL ? "list" : "error");
}

static void
on_stopped (MlgLabelsWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_row_activated (MlgLabelsWindow *self, GtkListBoxRow *row)
{
  const MlgLabel *label = get_label (self, row);

  if (!self->choosing || label == NULL)
    return;
  g_signal_emit (self, chosen_signal, 0, label->id, label->title);
  gtk_window_close (GTK_WINDOW (self));
}

static void
mlg_labels_window_dispose (GObject *object)
{
  g_clear_object (&MLG_LABELS_WINDOW (object)->read);
  G_OBJECT_CLASS (mlg_labels_window_parent_class)->dispose (object);
}

static void
mlg_labels_window_class_init (MlgLabelsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_labels_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-labels-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgLabelsWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgLabelsWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgLabelsWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, MlgLabelsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, filter);
  gtk_widget_class_bind_template_callback (widget_class, on_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  /**
   * MlgLabelsWindow::chosen:
   * @id: of the label
   * @title: what it is called
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_LABELS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
mlg_labels_window_init (MlgLabelsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_labels_window_new:
 * @host: the window in front
 * @choosing: whether one is to be chosen
 *
 * Returns: (transfer none): the labels
 */
GtkWidget *
mlg_labels_window_new (MlgHost *host, gboolean choosing)
{
  MlgLabelsWindow *self = g_object_new (
      MLG_TYPE_LABELS_WINDOW, "application", gtk_window_get_application (GTK_WINDOW (host)),
      "transient-for", host, "destroy-with-parent", TRUE, "modal", TRUE, NULL);

  self->choosing = choosing;
  self->read = mlg_live_read_new (mlg_host_get_store (host), NULL, read_labels,
                                  (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->read, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  mlg_live_read_ask_id (self->read, 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  return GTK_WIDGET (self);
}

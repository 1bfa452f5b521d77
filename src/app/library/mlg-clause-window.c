/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-window.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause-edit.h"
#include "library/mlg-clause-fields.h"
#include "library/mlg-clause.h"
#include "platform/mlg-message.h"
#include "widgets/mlg-rich-editor.h"

/* The text of a clause, written at leisure: it is one action when it is saved. */
struct _MlgClauseWindow
{
  AdwWindow parent_instance;
  MlgHost *host; /* (owned) */
  gint64 clause;
  char *title; /* (owned) (nullable) of the clause */
  char *saved; /* (owned) (nullable) the text as it is in the file */

  AdwWindowTitle *window_title;
  GtkWidget *save_button;
  GtkStack *states;
  AdwStatusPage *failed_page;
  MlgRichEditor *editor;
};

G_DEFINE_FINAL_TYPE (MlgClauseWindow, mlg_clause_window, ADW_TYPE_WINDOW)

/* A clause as it is read. */
typedef struct
{
  MlgRecord *clause;  /* (owned) (nullable) */
  GHashTable *fields; /* (owned) (nullable) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->clause);
  g_clear_pointer (&reading->fields, g_hash_table_unref);
  g_free (reading);
}

static gpointer
read_clause (MlgConnection *db, gpointer data, GError **error)
{
  gint64 id = *(gint64 *) data;
  Reading *reading = g_new0 (Reading, 1);

  reading->clause = mlg_record_load (db, &mlg_clause_kind, id, error);
  if (reading->clause != NULL)
    reading->fields = mlg_clause_list_fields (db, id, error);
  if (reading->fields != NULL)
    return reading;
  reading_free (reading);
  return NULL;
}

static gboolean
show (MlgClauseWindow *self, const Reading *reading, GError **error)
{
  const char *text = mlg_record_get_text (reading->clause, MLG_CLAUSE_TEXT);
  gboolean any = g_hash_table_size (reading->fields) > 0;

  if (!mlg_rich_editor_set_markup (self->editor, text != NULL ? text : "",
                                   any ? reading->fields : NULL, error))
    return FALSE;
  self->title = mlg_record_dup_name (reading->clause);
  self->saved = mlg_rich_editor_dup_markup (self->editor);
  adw_window_title_set_subtitle (self->window_title, self->title);
  gtk_widget_set_sensitive (self->save_button, TRUE);
  gtk_stack_set_visible_child_name (self->states, "text");
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgClauseWindow) self = data;
  g_autoptr (GError) error = NULL;
  Reading *reading = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (self->host != NULL && (reading == NULL || !show (self, reading, &error)))
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->states, "failed");
    }
  if (reading != NULL)
    reading_free (reading);
}

/* A text on its way into the file. */
typedef struct
{
  gint64 clause;
  char *markup; /* (owned) */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->markup);
  g_free (saving);
}

static gboolean
write_text (MlgConnection *db, gpointer data, GError **error)
{
  Saving *saving = data;
  g_autoptr (MlgRecord) clause = mlg_record_load (db, &mlg_clause_kind, saving->clause, error);

  if (clause == NULL)
    return FALSE;
  mlg_record_set_text (clause, MLG_CLAUSE_TEXT, saving->markup);
  return mlg_clause_store (db, clause, error);
}

static gboolean
is_changed (MlgClauseWindow *self)
{
  g_autofree char *now = self->saved != NULL ? mlg_rich_editor_dup_markup (self->editor) : NULL;

  return now != NULL && !g_str_equal (now, self->saved);
}

static void
activate_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgClauseWindow *self = MLG_CLAUSE_WINDOW (widget);
  g_autofree char *action = g_strdup_printf (_ ("Write %s"), self->title);
  Saving *saving;

  if (!is_changed (self))
    return;
  saving = g_new0 (Saving, 1);
  saving->clause = self->clause;
  saving->markup = mlg_rich_editor_dup_markup (self->editor);
  g_free (self->saved);
  self->saved = g_strdup (saving->markup);
  mlg_host_act (self->host, action, write_text, saving, saving_free, _ ("Clause saved"));
}

static void
on_close_agreed (gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (data));
}

static gboolean
mlg_clause_window_close_request (GtkWindow *window)
{
  if (!is_changed (MLG_CLAUSE_WINDOW (window)))
    return GTK_WINDOW_CLASS (mlg_clause_window_parent_class)->close_request (window);
  mlg_message_ask (GTK_WIDGET (window), _ ("Close Without Saving?"),
                   _ ("What was written in this clause since it was saved will be lost."),
                   _ ("Close Without Saving"), TRUE, on_close_agreed, window);
  return TRUE;
}

static void
mlg_clause_window_dispose (GObject *object)
{
  MlgClauseWindow *self = MLG_CLAUSE_WINDOW (object);

  g_clear_object (&self->host);
  G_OBJECT_CLASS (mlg_clause_window_parent_class)->dispose (object);
}

static void
mlg_clause_window_finalize (GObject *object)
{
  MlgClauseWindow *self = MLG_CLAUSE_WINDOW (object);

  g_free (self->title);
  g_free (self->saved);
  G_OBJECT_CLASS (mlg_clause_window_parent_class)->finalize (object);
}

static void
mlg_clause_window_class_init (MlgClauseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_clause_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_clause_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = mlg_clause_window_close_request;
  g_type_ensure (MLG_TYPE_RICH_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-clause-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgClauseWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseWindow, editor);
  gtk_widget_class_install_action (widget_class, "clause.save", NULL, activate_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "clause.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_clause_window_init (MlgClauseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_clause_window_new:
 * @host: (transfer none): the window that it belongs to
 * @clause: a clause
 *
 * Returns: (transfer none): a window in which its text is written
 */
GtkWidget *
mlg_clause_window_new (MlgHost *host, gint64 clause)
{
  MlgClauseWindow *self = g_object_new (MLG_TYPE_CLAUSE_WINDOW, "transient-for", host, NULL);

  self->host = g_object_ref (host);
  self->clause = clause;
  mlg_store_read_async (mlg_host_get_store (host), read_clause, g_memdup2 (&clause, sizeof clause),
                        g_free, reading_free, NULL, on_read, g_object_ref (self));
  return GTK_WIDGET (self);
}

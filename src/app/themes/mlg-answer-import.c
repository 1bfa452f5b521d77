/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answer-import.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "exchange/mlg-import-answer-form.h"
#include "exchange/mlg-table-reader.h"
#include "platform/mlg-file-chooser.h"
#include "themes/mlg-questionnaire.h"
#include "widgets/mlg-host.h"

/* Answers from a file: first read without keeping anything, so that one sees what would come of it; then,
 * when the person agrees, as one action. */

/* Shared by the writer's thread and by the one that waits for it. */
typedef struct
{
  gint64 questionnaire;
  GFile *file; /* (owned) */
  char *title; /* (owned) of the questionnaire */
  gboolean dry;
  gboolean replace;
  MlgAnswersResult result;
  MlgIssueList *issues; /* (owned) */
} Import;

static void
import_clear (gpointer data)
{
  Import *import = data;

  g_object_unref (import->file);
  g_free (import->title);
  mlg_issue_list_unref (import->issues);
}

static void
import_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, import_clear);
}

static Import *
import_new (gint64 questionnaire, const char *title, GFile *file)
{
  Import *import = g_atomic_rc_box_new0 (Import);

  import->questionnaire = questionnaire;
  import->title = g_strdup (title);
  import->file = g_object_ref (file);
  import->issues = mlg_issue_list_new ();
  return import;
}

static gboolean
is_table (const char *name)
{
  return g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".tsv")
         || g_str_has_suffix (name, ".txt");
}

static gboolean
read_file (Import *import, MlgConnection *db, GError **error)
{
  g_autofree char *name = g_file_get_basename (import->file);
  MlgAnswerFlags flags = import->replace ? MLG_ANSWER_REPLACE : 0;
  g_autoptr (GBytes) bytes = NULL;

  if (is_table (name))
    {
      g_autoptr (MlgTable) table =
          mlg_table_read (import->file, &mlg_table_default_limits, import->issues, NULL, error);

      return table != NULL
             && mlg_import_answers (db, import->questionnaire, table, NULL, flags, &import->result,
                                    import->issues, error);
    }
  bytes = mlg_exchange_load (import->file, mlg_table_default_limits.bytes, NULL, error);
  return bytes != NULL
         && mlg_import_answer_form (db, import->questionnaire, bytes, name, flags, &import->result,
                                    import->issues, NULL, error);
}

/* In the writer's thread: nothing is kept of a trial. */
static gboolean
run (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  Import *import = data;
  /* Translators: an action; a questionnaire. */
  g_autofree char *action = g_strdup_printf (_ ("Import answers to %s"), import->title);

  if (!mlg_connection_begin (db, action, error))
    return FALSE;
  if (!read_file (import, db, error))
    {
      mlg_connection_rollback (db);
      return FALSE;
    }
  if (!import->dry && import->result.added + import->result.replaced > 0)
    return mlg_connection_commit (db, changes, error);
  mlg_connection_rollback (db);
  return TRUE;
}

/* What waits for the writer. */
typedef struct
{
  GtkWidget *widget;       /* (owned) where it was asked */
  Import *import;          /* (owned) */
  GtkCheckButton *replace; /* (owned by the dialog) (nullable) until there is one */
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_object_unref (waiting->widget);
  import_unref (waiting->import);
  g_free (waiting);
}

static void
start (GtkWidget *widget, Import *import, GAsyncReadyCallback callback)
{
  MlgHost *host = mlg_host_find (widget);
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->widget = g_object_ref (widget);
  waiting->import = import;
  mlg_store_write_async (mlg_host_get_store (host), run, g_atomic_rc_box_acquire (import),
                         import_unref, NULL, NULL, callback, waiting);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  MlgHost *host = mlg_host_find (waiting->widget);
  g_autoptr (GError) error = NULL;
  guint n;
  g_autofree char *text = NULL;

  if (mlg_store_write_finish (MLG_STORE (source), result, &error))
    {
      n = waiting->import->result.added + waiting->import->result.replaced;
      text = g_strdup_printf (ngettext ("%'u answer imported", "%'u answers imported", n), n);
      if (host != NULL)
        mlg_host_say (host, text, n > 0);
    }
  else if (host != NULL)
    mlg_host_fail (host, _ ("The answers could not be imported"), error);
  waiting_free (waiting);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Waiting *waiting = data;
  Import *import;

  if (!g_str_equal (response, "import"))
    return;
  import =
      import_new (waiting->import->questionnaire, waiting->import->title, waiting->import->file);
  import->replace = gtk_check_button_get_active (waiting->replace);
  start (waiting->widget, import, on_imported);
}

/* Where a file is odd, in the order of its lines. */
static GtkWidget *
make_issues (MlgIssueList *issues)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    {
      g_autofree char *line = mlg_issue_to_text (mlg_issue_list_get (issues, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  label = gtk_label_new (text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), label);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (window), 120);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), 260);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_widget_set_visible (window, text->len > 0);
  return window;
}

static GtkWidget *
make_extra (Waiting *waiting)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *replace =
      gtk_check_button_new_with_label (_ ("Replace the earlier answers of the same"));

  gtk_box_append (GTK_BOX (box), make_issues (waiting->import->issues));
  gtk_box_append (GTK_BOX (box), replace);
  waiting->replace = GTK_CHECK_BUTTON (replace);
  return box;
}

static void
preview (Waiting *waiting)
{
  const MlgAnswersResult *result = &waiting->import->result;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (waiting->widget));
  g_autofree char *name = g_file_get_basename (waiting->import->file);
  g_autofree char *body =
      g_strdup_printf (_ ("Read: %u; added: %u; replaced: %u; skipped: %u"), result->read,
                       result->added, result->replaced, result->skipped);
  GtkWidget *dialog = adw_message_dialog_new (window, name, body);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_extra (waiting));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "import",
                                    _ ("_Import"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "import", result->read > 0);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "import");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), waiting,
                         (GClosureNotify) (void (*) (void)) waiting_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  MlgHost *host = mlg_host_find (waiting->widget);
  g_autoptr (GError) error = NULL;

  if (mlg_store_write_finish (MLG_STORE (source), result, &error) && host != NULL)
    {
      preview (waiting);
      return;
    }
  if (host != NULL)
    mlg_host_fail (host, _ ("The answers could not be read"), error);
  waiting_free (waiting);
}

/* A file that is asked for. */
typedef struct
{
  GtkWidget *widget;        /* (owned) where it was asked */
  MlgRecord *questionnaire; /* (owned) that is answered */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->widget);
  g_object_unref (asking->questionnaire);
  g_free (asking);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  const Asking *asking = data;
  Import *import;

  if (mlg_host_find (asking->widget) == NULL)
    return;
  import = import_new (mlg_record_get_id (asking->questionnaire),
                       mlg_record_get_text (asking->questionnaire, MLG_QUESTIONNAIRE_TITLE), file);
  import->dry = TRUE;
  start (asking->widget, import, on_tried);
}

/**
 * mlg_answer_import_ask:
 * @widget: in a window
 * @questionnaire: (transfer none): what is answered
 *
 * Asks for a file of answers, shows what would come of it, and imports it when the person agrees.
 */
void
mlg_answer_import_ask (GtkWidget *widget, MlgRecord *questionnaire)
{
  static const MlgFileFilter filters[] = {
    { N_ ("Tables and filled forms"), "csv tsv txt odt xml" }, { NULL, NULL }
  };
  Asking *asking = g_new0 (Asking, 1);

  asking->widget = g_object_ref (widget);
  asking->questionnaire = g_object_ref (questionnaire);
  mlg_file_chooser_open_with (widget, _ ("Import Answers"), filters, on_file_chosen, asking,
                              asking_free);
}

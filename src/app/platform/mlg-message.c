/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-message.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* AdwMessageDialog is used here and nowhere else. */
static AdwMessageDialog *
make_dialog (GtkWidget *widget, const char *heading, const char *body)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  return ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
}

/**
 * mlg_message_show:
 * @widget: a widget of the window that it is about
 * @heading: what has happened, translated
 * @body: (nullable): why, and what to do, translated
 */
void
mlg_message_show (GtkWidget *widget, const char *heading, const char *body)
{
  AdwMessageDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  dialog = make_dialog (widget, heading, body);
  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  MlgMessageFunc func;
  gpointer data;
} Question;

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Question *question = data;

  if (g_str_equal (response, "agree"))
    question->func (question->data);
}

static void
free_question (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * mlg_message_ask:
 * @agree: the button that goes on, translated, with its mnemonic: "_Delete"
 * @destructive: whether something is lost for good
 * @func: called when the person agrees
 * @data: for @func; it must live as long as the window
 *
 * Asks before something that cannot be undone. For anything else, do it and offer to undo.
 */
void
mlg_message_ask (GtkWidget *widget,
                 const char *heading,
                 const char *body,
                 const char *agree,
                 gboolean destructive,
                 MlgMessageFunc func,
                 gpointer data)
{
  AdwMessageDialog *dialog;
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  dialog = make_dialog (widget, heading, body);
  question = g_new0 (Question, 1);
  question->func = func;
  question->data = data;
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "agree", agree);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_appearance (
      dialog, "agree", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

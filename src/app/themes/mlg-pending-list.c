/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-pending-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-person.h"
#include "themes/mlg-answer-edit.h"
#include "themes/mlg-answer.h"
#include "themes/mlg-participation.h"
#include "themes/mlg-questionnaire.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"

/* Who may answer and did not: their addresses are copied for a reminder. */
struct _MlgPendingList
{
  GtkWidget parent_instance;
  MlgLiveRead *reading; /* (owned) (nullable) of MlgPending */
  GPtrArray *rows;      /* (owned) of rows (unowned), in the expander */

  AdwExpanderRow *expander;
  GtkWidget *copy_button;
};

G_DEFINE_FINAL_TYPE (MlgPendingList, mlg_pending_list, GTK_TYPE_WIDGET)

/* More are told by their number. */
#define MOST_IN_SIGHT 200

static gpointer
read_pending (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_questionnaire_list_pending (db, *(gint64 *) id, error);
}

static guint
count_addresses (GPtrArray *pending)
{
  guint n = 0;

  for (guint i = 0; pending != NULL && i < pending->len; i++)
    n += ((MlgPending *) pending->pdata[i])->email != NULL;
  return n;
}

static void
on_copy (MlgPendingList *self)
{
  GPtrArray *pending = mlg_live_read_get_result (self->reading);
  guint n = count_addresses (pending);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *said =
      g_strdup_printf (ngettext ("%'u address copied", "%'u addresses copied", n), n);

  for (guint i = 0; pending != NULL && i < pending->len; i++)
    {
      const MlgPending *one = pending->pdata[i];

      if (one->email != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", one->email);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  mlg_host_say (mlg_host_find (GTK_WIDGET (self)), said, FALSE);
}

static void
add_row (MlgPendingList *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_expander_row_add_row (self->expander, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_read (MlgPendingList *self)
{
  GPtrArray *pending = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);
  guint n = pending != NULL ? pending->len : 0;
  g_autofree char *text =
      g_strdup_printf (ngettext ("%'u has not answered yet", "%'u have not answered yet", n), n);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->expander, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (n, MOST_IN_SIGHT); i++)
    {
      const MlgPending *one = pending->pdata[i];

      add_row (self, one->name, one->email != NULL ? one->email : _ ("No address"));
    }
  adw_expander_row_set_subtitle (self->expander, error != NULL ? error->message
                                                 : n == 0      ? _ ("Everybody has answered")
                                                               : text);
  adw_expander_row_set_enable_expansion (self->expander, n > 0);
  gtk_widget_set_sensitive (self->copy_button, count_addresses (pending) > 0);
}

static void
mlg_pending_list_dispose (GObject *object)
{
  MlgPendingList *self = MLG_PENDING_LIST (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_pending_list_parent_class)->dispose (object);
}

static void
mlg_pending_list_class_init (MlgPendingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_pending_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-pending-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgPendingList, expander);
  gtk_widget_class_bind_template_child (widget_class, MlgPendingList, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
mlg_pending_list_init (MlgPendingList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_pending_list_set_store:
 * @store: (transfer none): where the answers are
 *
 * To be called once.
 */
void
mlg_pending_list_set_store (MlgPendingList *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_answer_kind,        &mlg_participation_kind,
                                          &mlg_questionnaire_kind, &mlg_body_kind,
                                          &mlg_person_kind,        NULL };

  g_return_if_fail (MLG_IS_PENDING_LIST (self));

  self->reading =
      mlg_live_read_new (store, kinds, read_pending, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_pending_list_set_questionnaire:
 * @questionnaire: whose answers are waited for; 0 for none
 */
void
mlg_pending_list_set_questionnaire (MlgPendingList *self, gint64 questionnaire)
{
  g_return_if_fail (MLG_IS_PENDING_LIST (self));
  mlg_live_read_ask_id (self->reading, questionnaire);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-directory-window.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "mlg-directory-row.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-spinner.h"

/* What has become of the network's bodies since: each difference with the reference directory, to be taken or
 * not. */
struct _MlgDirectoryWindow
{
  AdwWindow parent_instance;
  MlgHost *host;     /* (unowned) the window it is transient for */
  MlgLiveRead *read; /* (owned) the differences */
  GListStore *items; /* (owned) of MlgDirectoryItem */

  GtkStack *states;
  AdwStatusPage *error_page;
  GtkNoSelection *selection;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (MlgDirectoryWindow, mlg_directory_window, ADW_TYPE_WINDOW)

static gpointer
compare (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_directory_compare (db, error);
}

static void
free_findings (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
update_summary (MlgDirectoryWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items)), chosen = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MlgDirectoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      chosen += mlg_directory_item_is_chosen (item);
    }
  text = g_strdup_printf (
      ngettext ("%'u of %'u difference chosen", "%'u of %'u differences chosen", n), chosen, n);
  gtk_label_set_label (self->summary, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directory.apply", chosen > 0);
}

static void
show_findings (MlgDirectoryWindow *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < findings->len; i++)
    {
      MlgDirectoryItem *item = mlg_directory_item_new (findings->pdata[i]);

      g_signal_connect_object (item, "notify::chosen", G_CALLBACK (update_summary), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->states, findings->len > 0 ? "findings" : "none");
  update_summary (self);
}

static void
on_compared (MlgDirectoryWindow *self)
{
  GPtrArray *findings = mlg_live_read_get_result (self->read);
  const GError *error = mlg_live_read_get_error (self->read);

  if (findings != NULL)
    {
      show_findings (self, findings);
      return;
    }
  if (error == NULL)
    return;
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->states, "error");
}

static gboolean
apply (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_directory_apply (db, data, error);
}

static GPtrArray *
get_chosen (MlgDirectoryWindow *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_directory_finding_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (MlgDirectoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (mlg_directory_item_is_chosen (item))
        g_ptr_array_add (chosen, mlg_directory_item_copy_finding (item));
    }
  return chosen;
}

static void
activate_apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgDirectoryWindow *self = MLG_DIRECTORY_WINDOW (widget);
  GPtrArray *chosen = get_chosen (self);
  g_autofree char *done = g_strdup_printf (
      ngettext ("%'u difference taken", "%'u differences taken", chosen->len), chosen->len);

  /* Translators: the name of an action in the history. */
  mlg_host_act (self->host, _ ("Take what the directory says"), apply, chosen, free_findings, done);
  gtk_window_close (GTK_WINDOW (self));
}

static void
choose_all (MlgDirectoryWindow *self, gboolean chosen)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (MlgDirectoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_signal_handlers_block_by_func (item, update_summary, self);
      mlg_directory_item_choose (item, chosen);
      g_signal_handlers_unblock_by_func (item, update_summary, self);
    }
  update_summary (self);
}

static void
activate_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_all (MLG_DIRECTORY_WINDOW (widget), TRUE);
}

static void
activate_none (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_all (MLG_DIRECTORY_WINDOW (widget), FALSE);
}

static void
mlg_directory_window_dispose (GObject *object)
{
  MlgDirectoryWindow *self = MLG_DIRECTORY_WINDOW (object);

  g_clear_object (&self->read);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (mlg_directory_window_parent_class)->dispose (object);
}

static void
mlg_directory_window_class_init (MlgDirectoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_directory_window_dispose;
  g_type_ensure (MLG_TYPE_DIRECTORY_ROW);
  g_type_ensure (MLG_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-directory-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgDirectoryWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgDirectoryWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, MlgDirectoryWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, MlgDirectoryWindow, summary);
  gtk_widget_class_install_action (widget_class, "directory.apply", NULL, activate_apply);
  gtk_widget_class_install_action (widget_class, "directory.all", NULL, activate_all);
  gtk_widget_class_install_action (widget_class, "directory.none", NULL, activate_none);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_directory_window_init (MlgDirectoryWindow *self)
{
  self->items = g_list_store_new (MLG_TYPE_DIRECTORY_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directory.apply", FALSE);
}

/**
 * mlg_directory_window_new:
 * @host: the window in front, whose file is compared
 *
 * Returns: (transfer none): a window, which GTK owns
 */
MlgDirectoryWindow *
mlg_directory_window_new (MlgHost *host)
{
  static const MlgKind *const watched[] = { &mlg_body_kind, NULL };
  MlgDirectoryWindow *self = g_object_new (
      MLG_TYPE_DIRECTORY_WINDOW, "application", gtk_window_get_application (GTK_WINDOW (host)),
      "transient-for", host, "destroy-with-parent", TRUE, NULL);

  self->host = host;
  self->read = mlg_live_read_new (mlg_host_get_store (host), watched, compare, free_findings);
  g_signal_connect_object (self->read, "done", G_CALLBACK (on_compared), self, G_CONNECT_SWAPPED);
  mlg_live_read_ask_id (self->read, 1); /* there is one question only */
  return self;
}

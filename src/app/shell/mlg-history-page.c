/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-history-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mlg-history-row.h"
#include "store/mlg-history-report.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-spinner.h"

#define AT_ONCE 60 /* actions shown at first, and more of each time */

/* What was done in the network, newest first, by days. */
struct _MlgHistoryPage
{
  MlgPage parent_instance;
  GListStore *items;     /* (owned) of MlgHistoryItem */
  GCancellable *reading; /* (owned) (nullable) the latest reading */
  guint n_wanted;
  GtkStack *states;
  GtkListBox *list;
  GtkWidget *more_button;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (MlgHistoryPage, mlg_history_page, MLG_TYPE_PAGE)

static gpointer
read_entries (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_history_list (db, *(guint *) data, 0, error);
}

static void
on_entries_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHistoryPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    return; /* asked again since */
  g_clear_object (&self->reading);
  if (entries == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->states, "failed");
      return;
    }
  mlg_history_item_update_list (self->items, entries);
  gtk_list_box_invalidate_headers (self->list);
  gtk_widget_set_visible (self->more_button, entries->len >= self->n_wanted);
  gtk_stack_set_visible_child_name (self->states, entries->len > 0 ? "list" : "empty");
}

static void
refresh (MlgHistoryPage *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  mlg_store_read_async (mlg_page_get_store (MLG_PAGE (self)), read_entries,
                        g_memdup2 (&self->n_wanted, sizeof self->n_wanted), g_free,
                        (GDestroyNotify) g_ptr_array_unref, self->reading, on_entries_read,
                        g_object_ref (self));
}

/* Only while it is looked at; coming to it refreshes it. */
static void
on_store_changed (MlgHistoryPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
is_shown (MlgPage *page)
{
  refresh (MLG_HISTORY_PAGE (page));
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
activate_more (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgHistoryPage *self = MLG_HISTORY_PAGE (widget);

  self->n_wanted += AT_ONCE;
  refresh (self);
}

static gboolean
travel (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  return mlg_history_travel (db, *(gint64 *) data, changes, error);
}

static gboolean
revert (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  return mlg_history_revert (db, *(gint64 *) data, changes, error);
}

static void
on_travelled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHistoryPage) self = data;
  g_autoptr (GError) error = NULL;
  MlgHost *host = mlg_host_find (GTK_WIDGET (self));

  if (mlg_store_write_finish (MLG_STORE (source), result, &error) || host == NULL)
    return; /* the list shows where one is now */
  mlg_host_fail (host, _ ("The way there is not free"), error);
  refresh (self);
}

static void
on_reverted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHistoryPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean reverted = mlg_store_write_finish (MLG_STORE (source), result, &error);
  MlgHost *host = mlg_host_find (GTK_WIDGET (self));

  if (host == NULL)
    return;
  if (reverted)
    mlg_host_say (host, _ ("The action is undone, and what came after it stays"), TRUE);
  else
    mlg_host_fail (host, _ ("This action cannot be undone alone"), error);
}

static void
activate_travel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (MlgJob) job = mlg_job_new (_ ("Going through the history"));

  mlg_store_write_async (mlg_page_get_store (MLG_PAGE (widget)), travel, g_memdup2 (&id, sizeof id),
                         g_free, job, NULL, on_travelled, g_object_ref (widget));
}

static void
activate_revert (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  mlg_store_write_async (mlg_page_get_store (MLG_PAGE (widget)), revert, g_memdup2 (&id, sizeof id),
                         g_free, NULL, NULL, on_reverted, g_object_ref (widget));
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return mlg_history_row_new (item);
}

/* The day above the first action of it. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  g_autofree char *day =
      mlg_history_item_dup_day (mlg_history_row_get_item (MLG_HISTORY_ROW (row)));
  g_autofree char *day_before =
      before != NULL
          ? mlg_history_item_dup_day (mlg_history_row_get_item (MLG_HISTORY_ROW (before)))
          : NULL;
  GtkWidget *label;

  if (g_strcmp0 (day, day_before) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (day);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "day");
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

static void
mlg_history_page_constructed (GObject *object)
{
  MlgHistoryPage *self = MLG_HISTORY_PAGE (object);
  MlgStore *store = mlg_page_get_store (MLG_PAGE (self));

  G_OBJECT_CLASS (mlg_history_page_parent_class)->constructed (object);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.travel",
                                 mlg_store_is_writable (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.revert",
                                 mlg_store_is_writable (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
mlg_history_page_dispose (GObject *object)
{
  MlgHistoryPage *self = MLG_HISTORY_PAGE (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->items);
  G_OBJECT_CLASS (mlg_history_page_parent_class)->dispose (object);
}

static void
mlg_history_page_class_init (MlgHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgPageClass *page_class = MLG_PAGE_CLASS (klass);

  object_class->constructed = mlg_history_page_constructed;
  object_class->dispose = mlg_history_page_dispose;
  page_class->name = "history";
  page_class->title = N_ ("History");
  page_class->icon_name = "document-open-recent-symbolic";
  page_class->is_shown = is_shown;
  gtk_widget_class_install_action (widget_class, "history.more", NULL, activate_more);
  gtk_widget_class_install_action (widget_class, "history.travel", "x", activate_travel);
  gtk_widget_class_install_action (widget_class, "history.revert", "x", activate_revert);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.history", NULL);
  g_type_ensure (MLG_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/shell/mlg-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgHistoryPage, states);
  gtk_widget_class_bind_template_child (widget_class, MlgHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, MlgHistoryPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, MlgHistoryPage, failed_page);
}

static void
mlg_history_page_init (MlgHistoryPage *self)
{
  self->items = g_list_store_new (MLG_TYPE_HISTORY_ITEM);
  self->n_wanted = AT_ONCE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->items), make_row, NULL, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

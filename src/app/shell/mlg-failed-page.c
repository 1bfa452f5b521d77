/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-failed-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mlg-backup-row.h"
#include "store/mlg-store-error.h"

/* Why a file could not be opened, and what can be done about it. */
struct _MlgFailedPage
{
  GtkWidget parent_instance;
  AdwStatusPage *status;
  AdwPreferencesGroup *backups_group;
  GtkListBox *backups;
  GtkWidget *read_only_button;
  GtkWidget *retry_button;
  GtkWidget *forget_button;
};

G_DEFINE_FINAL_TYPE (MlgFailedPage, mlg_failed_page, GTK_TYPE_WIDGET)

typedef enum
{
  CURE_READ_ONLY = 1 << 0,
  CURE_RETRY = 1 << 1,
  CURE_FORGET = 1 << 2,
  CURE_BACKUPS = 1 << 3,
} Cures;

typedef struct
{
  MlgStoreError code;
  const char *title;
  Cures cures;
} Failure;

static const Failure failures[] = {
  { MLG_STORE_ERROR_LOCKED, N_ ("The Network Is Open Elsewhere"), CURE_READ_ONLY | CURE_RETRY },
  { MLG_STORE_ERROR_READ_ONLY, N_ ("The Network Cannot Be Written"), CURE_READ_ONLY | CURE_RETRY },
  { MLG_STORE_ERROR_CORRUPT, N_ ("The File Is Damaged"), CURE_BACKUPS },
  { MLG_STORE_ERROR_NOT_DATABASE, N_ ("This Is Not a Network"), CURE_BACKUPS },
  { MLG_STORE_ERROR_FOREIGN, N_ ("This Is Not a Network"), 0 },
  { MLG_STORE_ERROR_NEWER, N_ ("A Newer Maillage Is Needed"), 0 },
  { MLG_STORE_ERROR_MISSING, N_ ("The File Is No Longer There"), CURE_FORGET | CURE_RETRY },
  { MLG_STORE_ERROR_FULL, N_ ("The Disk Is Full"), CURE_RETRY | CURE_READ_ONLY },
};

static const Failure *
find_failure (const GError *error)
{
  static const Failure other = { MLG_STORE_ERROR_FAILED, N_ ("The Network Could Not Be Opened"),
                                 CURE_RETRY | CURE_BACKUPS };

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (g_error_matches (error, MLG_STORE_ERROR, failures[i].code))
      return &failures[i];
  return &other;
}

static void
show_backups (MlgFailedPage *self, const char *path, gboolean offered)
{
  g_autoptr (GPtrArray) backups =
      offered ? mlg_backup_list (path) : g_ptr_array_new_with_free_func (NULL);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->backups))) != NULL)
    gtk_list_box_remove (self->backups, row);
  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->backups, mlg_backup_row_new (backups->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->backups_group), backups->len > 0);
}

static void
activate_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.recover", "s", g_variant_get_string (parameter, NULL));
}

static void
mlg_failed_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_failed_page_parent_class)->dispose (object);
}

static void
mlg_failed_page_class_init (MlgFailedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_failed_page_dispose;
  gtk_widget_class_install_action (widget_class, "backup.restore", "s", activate_restore);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/shell/mlg-failed-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgFailedPage, status);
  gtk_widget_class_bind_template_child (widget_class, MlgFailedPage, backups_group);
  gtk_widget_class_bind_template_child (widget_class, MlgFailedPage, backups);
  gtk_widget_class_bind_template_child (widget_class, MlgFailedPage, read_only_button);
  gtk_widget_class_bind_template_child (widget_class, MlgFailedPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, MlgFailedPage, forget_button);
}

static void
mlg_failed_page_init (MlgFailedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_failed_page_explain:
 * @path: the file that was asked for
 * @error: what opening it gave
 *
 * Shows what has happened and offers what may help.
 */
void
mlg_failed_page_explain (MlgFailedPage *self, const char *path, const GError *error)
{
  const Failure *failure = find_failure (error);
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  g_return_if_fail (MLG_IS_FAILED_PAGE (self));

  adw_status_page_set_title (self->status, _ (failure->title));
  adw_status_page_set_description (self->status, description);
  gtk_widget_set_visible (self->read_only_button, failure->cures & CURE_READ_ONLY);
  gtk_widget_set_visible (self->retry_button, failure->cures & CURE_RETRY);
  gtk_widget_set_visible (self->forget_button, failure->cures & CURE_FORGET);
  show_backups (self, path, failure->cures & CURE_BACKUPS);
}

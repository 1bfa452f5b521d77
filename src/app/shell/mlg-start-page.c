/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-start-page.h"

#include <adwaita.h>

/* What one sees first: a new network, one that exists, the sample, and the files of before. */
struct _MlgStartPage
{
  GtkWidget parent_instance;
  GSettings *settings; /* (owned) (nullable) */
  AdwPreferencesGroup *recent_group;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (MlgStartPage, mlg_start_page, GTK_TYPE_WIDGET)

static GtkWidget *
make_recent_row (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  return row;
}

/* Those that are still there. */
static void
show_recent (MlgStartPage *self)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, "recent-files");
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (guint i = 0; paths[i] != NULL; i++)
    if (g_file_test (paths[i], G_FILE_TEST_EXISTS))
      {
        gtk_list_box_append (self->recent_list, make_recent_row (paths[i]));
        n++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), n > 0);
}

static void
mlg_start_page_dispose (GObject *object)
{
  MlgStartPage *self = MLG_START_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mlg_start_page_parent_class)->dispose (object);
}

static void
mlg_start_page_class_init (MlgStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_start_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/shell/mlg-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, MlgStartPage, recent_list);
}

static void
mlg_start_page_init (MlgStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_start_page_set_settings:
 * @settings: (transfer none): where the files opened before are remembered
 */
void
mlg_start_page_set_settings (MlgStartPage *self, GSettings *settings)
{
  g_return_if_fail (MLG_IS_START_PAGE (self));

  g_set_object (&self->settings, settings);
  g_signal_connect_object (settings, "changed::recent-files", G_CALLBACK (show_recent), self,
                           G_CONNECT_SWAPPED);
  show_recent (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-application.h"

#include <glib/gi18n-lib.h>

#include "mlg-window-keys.h"
#include "mlg-window.h"
#include "platform/mlg-about.h"

struct _MlgApplication
{
  AdwApplication parent_instance;
  const GType *pages;  /* (unowned) static, ended by G_TYPE_INVALID */
  GSettings *settings; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MlgApplication, mlg_application, ADW_TYPE_APPLICATION)

/* Each window closes its file before it goes, so that nothing that was asked for is lost. */
static void
activate_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);

  if (!mlg_window_keys_close_others ())
    return;
  for (GList *l = gtk_application_get_windows (data); l != NULL; l = l->next)
    g_ptr_array_add (windows, g_object_ref (l->data));
  for (guint i = 0; i < windows->len; i++)
    gtk_window_close (windows->pdata[i]);
}

static void
activate_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mlg_about_show (gtk_application_get_active_window (data));
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = activate_quit },
  { .name = "about", .activate = activate_about },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },    { "win.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },    { "win.new", { "<Control>n" } },
  { "win.undo", { "<Control>z" } },    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.search", { "<Control>f" } },  { "win.search-everywhere", { "<Control>k" } },
  { "win.history", { "<Control>h" } }, { "win.preferences", { "<Control>comma" } },
  { "win.menu", { "F10" } },           { "win.show-help-overlay", { "<Control>question" } },
};

static MlgWindow *
make_window (MlgApplication *self)
{
  return mlg_window_new (self, self->pages);
}

static MlgWindow *
get_window (MlgApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return MLG_IS_WINDOW (window) ? MLG_WINDOW (window) : NULL;
}

static void
mlg_application_activate (GApplication *application)
{
  MlgApplication *self = MLG_APPLICATION (application);
  MlgWindow *window = get_window (self);
  g_autofree char *path = NULL;

  if (window == NULL)
    {
      window = make_window (self);
      path = g_settings_get_string (self->settings, "network-file");
      if (*path != '\0' && g_file_test (path, G_FILE_TEST_EXISTS))
        mlg_window_open (window, path);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
mlg_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MlgApplication *self = MLG_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      MlgWindow *window = get_window (self);
      g_autofree char *path = g_file_get_path (files[i]);

      if (window == NULL || mlg_window_has_file (window))
        window = make_window (self);
      if (path != NULL)
        mlg_window_open (window, path);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
set_color_scheme (MlgApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme color_scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    color_scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    color_scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), color_scheme);
}

static void
mlg_application_startup (GApplication *application)
{
  MlgApplication *self = MLG_APPLICATION (application);

  G_APPLICATION_CLASS (mlg_application_parent_class)->startup (application);
  self->settings = g_settings_new (MLG_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (set_color_scheme),
                           self, G_CONNECT_SWAPPED);
  set_color_scheme (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].keys);
  mlg_window_keys_follow (GTK_APPLICATION (self));
}

static void
mlg_application_finalize (GObject *object)
{
  MlgApplication *self = MLG_APPLICATION (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mlg_application_parent_class)->finalize (object);
}

static void
mlg_application_class_init (MlgApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = mlg_application_finalize;
  application_class->activate = mlg_application_activate;
  application_class->open = mlg_application_open;
  application_class->startup = mlg_application_startup;
}

static void
mlg_application_init (MlgApplication *self)
{
}

/**
 * mlg_application_new:
 * @pages: the classes of the rooms, in the order of the sidebar, ended by %G_TYPE_INVALID; static
 *
 * Returns: (transfer full): the application
 */
MlgApplication *
mlg_application_new (const GType *pages)
{
  MlgApplication *self =
      g_object_new (MLG_TYPE_APPLICATION, "application-id", MLG_APPLICATION_ID, "flags",
                    G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/maillage/shell", NULL);

  self->pages = pages;
  return self;
}

/**
 * mlg_application_get_settings:
 *
 * Returns: (transfer none): the settings of the application
 */
GSettings *
mlg_application_get_settings (MlgApplication *self)
{
  g_return_val_if_fail (MLG_IS_APPLICATION (self), NULL);
  return self->settings;
}

/**
 * mlg_application_get_pages:
 *
 * Returns: the classes of the rooms, ended by %G_TYPE_INVALID
 */
const GType *
mlg_application_get_pages (MlgApplication *self)
{
  g_return_val_if_fail (MLG_IS_APPLICATION (self), NULL);
  return self->pages;
}

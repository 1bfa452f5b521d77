/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-window-private.h"

#include <glib/gi18n-lib.h>

#include "platform/mlg-message.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-spinner.h"

/* One window: the rooms on the left, a room on the right. Its file is opened and closed in
 * mlg-window-file.c, shown in mlg-window-workspace.c; its actions are in mlg-window-actions.c. */

static void host_init (MlgHostInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MlgWindow,
                               mlg_window,
                               ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (MLG_TYPE_HOST, host_init))

static MlgStore *
get_store (MlgHost *host)
{
  return MLG_WINDOW (host)->store;
}

static GSettings *
get_settings (MlgHost *host)
{
  return MLG_WINDOW (host)->settings;
}

static void
say (MlgHost *host, const char *text, gboolean undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (MLG_WINDOW (host)->toasts, toast);
}

static void
fail (MlgHost *host, const char *heading, const GError *error)
{
  mlg_message_show (GTK_WIDGET (host), heading, error->message);
}

static gboolean
show_record (MlgHost *host, const MlgKind *kind, gint64 id)
{
  MlgWindow *self = MLG_WINDOW (host);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pages)); i++)
    {
      g_autoptr (MlgPage) page = g_list_model_get_item (G_LIST_MODEL (self->pages), i);

      if (!mlg_page_show_record (page, kind, id))
        continue;
      mlg_window_show_page (self, page);
      return TRUE;
    }
  return FALSE;
}

static void
host_init (MlgHostInterface *interface)
{
  interface->get_store = get_store;
  interface->get_settings = get_settings;
  interface->say = say;
  interface->fail = fail;
  interface->show_record = show_record;
}

static void
on_room_chosen (MlgWindow *self, MlgPage *page)
{
  mlg_window_show_page (self, page);
}

static void
on_create (MlgWindow *self, const char *path, const char *name, const char *perimeter)
{
  MlgOpening *opening = mlg_opening_new (path, MLG_OPEN_CREATE);

  opening->name = g_strdup (name);
  opening->perimeter = g_strdup (perimeter);
  mlg_window_begin (self, opening);
}

static void
on_start_page_made (MlgWindow *self, MlgStartPage *page)
{
  mlg_start_page_set_settings (page, self->settings);
}

static void
on_new_network_page_made (MlgWindow *self, GtkWidget *page)
{
  g_signal_connect_object (page, "create", G_CALLBACK (on_create), self, G_CONNECT_SWAPPED);
}

static void
save_state (MlgWindow *self)
{
  int width, height;
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (maximized)
    return;
  g_settings_set_int (self->settings, "window-width", MAX (width, 1));
  g_settings_set_int (self->settings, "window-height", MAX (height, 1));
}

/* The window goes once the file is closed: what is queued is written first. */
static gboolean
mlg_window_close_request (GtkWindow *window)
{
  MlgWindow *self = MLG_WINDOW (window);

  save_state (self);
  if (self->store == NULL)
    return GTK_WINDOW_CLASS (mlg_window_parent_class)->close_request (window);
  if (!self->closing)
    mlg_window_close_file (self);
  return TRUE;
}

static void
mlg_window_dispose (GObject *object)
{
  MlgWindow *self = MLG_WINDOW (object);

  g_clear_handle_id (&self->showing, g_source_remove);
  g_clear_object (&self->pages);
  g_clear_object (&self->store);
  g_clear_pointer (&self->opening, mlg_opening_free);
  G_OBJECT_CLASS (mlg_window_parent_class)->dispose (object);
}

static void
mlg_window_finalize (GObject *object)
{
  g_clear_object (&MLG_WINDOW (object)->settings);
  G_OBJECT_CLASS (mlg_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, start_menu_button);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, new_network_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, failed_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, rooms_subtitle);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, rooms);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, palette);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, job_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, narrow_job_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgWindow, closing_job_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_room_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_start_page_made);
  gtk_widget_class_bind_template_callback (widget_class, on_new_network_page_made);
  gtk_widget_class_bind_template_callback (widget_class, mlg_window_update_actions);
}

static void
mlg_window_class_init (MlgWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mlg_window_dispose;
  object_class->finalize = mlg_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = mlg_window_close_request;

  g_type_ensure (MLG_TYPE_SPLIT_VIEW);
  g_type_ensure (MLG_TYPE_ROOM_LIST);
  g_type_ensure (MLG_TYPE_LAZY_BIN);
  g_type_ensure (MLG_TYPE_SPINNER);
  g_type_ensure (MLG_TYPE_START_PAGE);
  g_type_ensure (MLG_TYPE_NEW_NETWORK_PAGE);
  g_type_ensure (MLG_TYPE_FAILED_PAGE);
  g_type_ensure (MLG_TYPE_JOB_BAR);
  g_type_ensure (MLG_TYPE_SEARCH_PALETTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/maillage/shell/mlg-window.ui");
  bind_template (widget_class);
  mlg_window_install_actions (widget_class);
}

static void
mlg_window_init (MlgWindow *self)
{
  self->pages = g_list_store_new (MLG_TYPE_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  mlg_room_list_set_pages (self->rooms, G_LIST_MODEL (self->pages));
  mlg_window_update_actions (self);
}

/**
 * mlg_window_new:
 * @pages: the classes of the rooms, ended by %G_TYPE_INVALID; static
 *
 * Returns: (transfer none): a window without a file; the application owns it
 */
MlgWindow *
mlg_window_new (MlgApplication *application, const GType *pages)
{
  GSettings *settings = mlg_application_get_settings (application);
  MlgWindow *self = g_object_new (MLG_TYPE_WINDOW, "application", application, "default-width",
                                  g_settings_get_int (settings, "window-width"), "default-height",
                                  g_settings_get_int (settings, "window-height"), "maximized",
                                  g_settings_get_boolean (settings, "window-maximized"), NULL);

  self->page_types = pages;
  self->settings = g_object_ref (settings);
  mlg_window_follow_settings (self);
  return self;
}

/**
 * mlg_window_has_file:
 *
 * Returns: whether a network file is open in it, or about to be
 */
gboolean
mlg_window_has_file (MlgWindow *self)
{
  g_return_val_if_fail (MLG_IS_WINDOW (self), FALSE);
  return self->store != NULL;
}

/* The room that is shown. */
MlgPage *
mlg_window_get_page (MlgWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->page_stack);

  return child != NULL ? MLG_PAGE (child) : NULL;
}

/* Shows a room, in front when there is place for one pane only. */
void
mlg_window_show_page (MlgWindow *self, MlgPage *page)
{
  gtk_stack_set_visible_child (self->page_stack, GTK_WIDGET (page));
  mlg_split_view_show_content (self->split_view, TRUE);
  mlg_room_list_choose (self->rooms, page);
  if (page != self->history_page)
    g_settings_set_string (self->settings, "last-room", mlg_page_get_name (page));
  mlg_page_is_shown (page);
  mlg_window_update_actions (self);
}

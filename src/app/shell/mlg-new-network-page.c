/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-new-network-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mlg-network-path.h"
#include "platform/mlg-file-chooser.h"
#include "widgets/mlg-perimeter-editor.h"

/* What one says of a network to make its file: its name, its perimeter, and where the file goes. */
struct _MlgNewNetworkPage
{
  GtkWidget parent_instance;
  char *folder; /* (owned) */
  char *chosen; /* (owned) (nullable) the file, when the person chose it */
  AdwEntryRow *name_row;
  MlgPerimeterEditor *perimeter;
  AdwActionRow *file_row;
};

G_DEFINE_FINAL_TYPE (MlgNewNetworkPage, mlg_new_network_page, GTK_TYPE_WIDGET)

static guint create_signal;

static const MlgFileFilter network_files[] = { { N_ ("Networks"), "maillage" }, { NULL, NULL } };

static char *
dup_name (MlgNewNetworkPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

static char *
get_path (MlgNewNetworkPage *self)
{
  g_autofree char *name = dup_name (self);

  return self->chosen != NULL ? g_strdup (self->chosen)
                              : mlg_network_path_propose (self->folder, name);
}

static void
update (MlgNewNetworkPage *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *path = get_path (self);

  adw_action_row_set_subtitle (self->file_row, path);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-network.create", *name != '\0');
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  MlgNewNetworkPage *self = data;
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return;
  g_free (self->chosen);
  self->chosen = mlg_network_path_complete (path);
  update (self);
}

static void
activate_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MlgNewNetworkPage *self = MLG_NEW_NETWORK_PAGE (widget);
  g_autofree char *path = get_path (self);
  g_autofree char *name = g_path_get_basename (path);

  mlg_file_chooser_save (widget, _ ("New Network"), name, network_files, on_file_chosen, self);
}

static void
activate_create (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MlgNewNetworkPage *self = MLG_NEW_NETWORK_PAGE (widget);
  g_autofree char *name = dup_name (self);
  g_autofree char *path = get_path (self);

  g_signal_emit (self, create_signal, 0, path, name,
                 mlg_perimeter_editor_get_codes (self->perimeter));
}

static void
on_name_activated (MlgNewNetworkPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "new-network.create", NULL);
}

static void
mlg_new_network_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_new_network_page_parent_class)->dispose (object);
}

static void
mlg_new_network_page_finalize (GObject *object)
{
  MlgNewNetworkPage *self = MLG_NEW_NETWORK_PAGE (object);

  g_free (self->folder);
  g_free (self->chosen);
  G_OBJECT_CLASS (mlg_new_network_page_parent_class)->finalize (object);
}

static void
mlg_new_network_page_class_init (MlgNewNetworkPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mlg_new_network_page_dispose;
  object_class->finalize = mlg_new_network_page_finalize;

  /**
   * MlgNewNetworkPage::create:
   * @path: the file to make
   * @name: the network's name
   * @perimeter: its NUTS codes, or ""
   *
   * The person asks for the file.
   */
  create_signal =
      g_signal_new ("create", MLG_TYPE_NEW_NETWORK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "new-network.create", NULL, activate_create);
  gtk_widget_class_install_action (widget_class, "new-network.choose", NULL, activate_choose);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (MLG_TYPE_PERIMETER_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/shell/mlg-new-network-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgNewNetworkPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, MlgNewNetworkPage, perimeter);
  gtk_widget_class_bind_template_child (widget_class, MlgNewNetworkPage, file_row);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activated);
}

static void
mlg_new_network_page_init (MlgNewNetworkPage *self)
{
  self->folder = mlg_network_path_get_documents ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * mlg_new_network_page_begin:
 *
 * Empties the form for another network.
 */
void
mlg_new_network_page_begin (MlgNewNetworkPage *self)
{
  g_return_if_fail (MLG_IS_NEW_NETWORK_PAGE (self));

  g_clear_pointer (&self->chosen, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  mlg_perimeter_editor_set_codes (self->perimeter, "");
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

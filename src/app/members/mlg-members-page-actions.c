/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-members-page-private.h"

static void
activate_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_members_page_show_view (MLG_MEMBERS_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
activate_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (widget);

  mlg_members_page_show_view (self, "bodies");
  mlg_split_view_show_content (self->split_view, FALSE);
  mlg_member_adder_open (self->adder);
}

static void
activate_add_person (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (widget);

  mlg_members_page_show_view (self, "people");
  mlg_split_view_show_content (self->split_view, FALSE);
  mlg_function_adder_open (MLG_FUNCTION_ADDER (mlg_lazy_bin_get (self->person_adder)));
}

static void
activate_add_group (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (widget);

  mlg_members_page_show_view (self, "groups");
  gtk_widget_activate_action (mlg_lazy_bin_get (self->groups), "groups.add", NULL);
}

/* What is in the details goes as what is chosen in the list. */
static GtkWidget *
get_list_widget (MlgMembersPage *self)
{
  GtkWidget *view = adw_view_stack_get_visible_child (self->views);

  return MLG_IS_LAZY_BIN (view) ? mlg_lazy_bin_get (MLG_LAZY_BIN (view)) : view;
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (widget);
  gboolean groups = g_strcmp0 (mlg_members_page_get_view (self), "groups") == 0;

  gtk_widget_activate_action (get_list_widget (self), groups ? "groups.remove" : "selection.remove",
                              NULL);
  mlg_split_view_show_content (self->split_view, FALSE);
}

static void
activate_copy_addresses (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (get_list_widget (MLG_MEMBERS_PAGE (widget)),
                              "selection.copy-addresses", NULL);
}

static void
activate_on_person (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (
      mlg_lazy_bin_get (MLG_MEMBERS_PAGE (widget)->person_details),
      g_str_equal (name, "members.erase-person") ? "person.erase" : "person.export", NULL);
}

/* Every action of the page, named once. */
void
mlg_members_page_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const views[] = { "bodies", "people", "groups", "territory" };

  gtk_widget_class_install_action (widget_class, "members.show", "s", activate_show);
  gtk_widget_class_install_action (widget_class, "members.add", NULL, activate_add);
  gtk_widget_class_install_action (widget_class, "members.add-person", NULL, activate_add_person);
  gtk_widget_class_install_action (widget_class, "members.add-group", NULL, activate_add_group);
  gtk_widget_class_install_action (widget_class, "members.remove", NULL, activate_remove);
  gtk_widget_class_install_action (widget_class, "members.copy-addresses", NULL,
                                   activate_copy_addresses);
  gtk_widget_class_install_action (widget_class, "members.export-person", NULL, activate_on_person);
  gtk_widget_class_install_action (widget_class, "members.erase-person", NULL, activate_on_person);
  gtk_widget_class_install_property_action (widget_class, "members.show-empty", "show-empty");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "members.add",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK,
                                       "members.add", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i,
                                         GDK_CONTROL_MASK | GDK_ALT_MASK, "members.show", "s",
                                         views[i]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-group-adder.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-group.h"
#include "members/mlg-member-edit.h"
#include "mlg-group-menu.h"
#include "widgets/mlg-host.h"

/* A button that puts one member in a group: one that exists, or a new one. */
struct _MlgGroupAdder
{
  GtkWidget parent_instance;
  MlgGroupMenu *groups; /* (owned) (nullable) */
  const MlgKind *kind;  /* (unowned) (nullable) static: bodies or people */
  gint64 id;            /* the member; 0 for none */
  GMenu *menu;          /* (owned) */
  GtkWidget *button;    /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (MlgGroupAdder, mlg_group_adder, GTK_TYPE_WIDGET)

/* What is done in the writer's thread. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  gint64 group;
} Deed;

static gboolean
join (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_group_add (db, deed->group, deed->kind, deed->id, NULL, error);
}

static void
activate_join (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgGroupAdder *self = MLG_GROUP_ADDER (widget);
  Deed *deed;

  if (self->id == 0)
    return;
  deed = g_new0 (Deed, 1);
  deed->kind = self->kind;
  deed->id = self->id;
  deed->group = g_variant_get_int64 (parameter);
  mlg_host_act (mlg_host_find (widget), _ ("Put in a group"), join, deed, g_free, NULL);
}

static void
mlg_group_adder_dispose (GObject *object)
{
  MlgGroupAdder *self = MLG_GROUP_ADDER (object);

  g_clear_object (&self->groups);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (mlg_group_adder_parent_class)->dispose (object);
}

static void
mlg_group_adder_class_init (MlgGroupAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_group_adder_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "selection.join-group", "x", activate_join);
}

static void
mlg_group_adder_init (MlgGroupAdder *self)
{
  self->menu = g_menu_new ();
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (self->menu));
  gtk_widget_set_tooltip_text (self->button, _ ("Put in a Group"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Put in a Group"), -1);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * mlg_group_adder_set_store:
 * @store: (transfer none): where the groups are
 */
void
mlg_group_adder_set_store (MlgGroupAdder *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_GROUP_ADDER (self));
  self->groups = mlg_group_menu_new (self->menu, store);
}

/**
 * mlg_group_adder_set_member:
 * @kind: bodies or people
 * @id: who is put in a group; 0 for nobody
 */
void
mlg_group_adder_set_member (MlgGroupAdder *self, const MlgKind *kind, gint64 id)
{
  g_return_if_fail (MLG_IS_GROUP_ADDER (self));
  self->kind = kind;
  self->id = id;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-directory-row.h"

/* A difference with the directory in a list: a check button in both directions, which the binding of a list
 * cell cannot be. */
struct _MlgDirectoryRow
{
  GtkWidget parent_instance;
  MlgDirectoryItem *item; /* (owned) (nullable) */
  GBinding *binding;      /* (owned) (nullable) */
  GtkCheckButton *check;
};

G_DEFINE_FINAL_TYPE (MlgDirectoryRow, mlg_directory_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ITEM = 1,
} MlgDirectoryRowProperty;

static GParamSpec *properties[PROP_ITEM + 1];

static void
unbind (MlgDirectoryRow *self)
{
  if (self->binding != NULL)
    g_binding_unbind (self->binding);
  g_clear_object (&self->binding);
}

static void
set_item (MlgDirectoryRow *self, MlgDirectoryItem *item)
{
  if (self->item == item)
    return;
  unbind (self);
  g_set_object (&self->item, item);
  if (item != NULL)
    self->binding = g_object_ref (g_object_bind_property (
        item, "chosen", self->check, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static void
mlg_directory_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((MlgDirectoryRowProperty) id)
    {
    case PROP_ITEM:
      g_value_set_object (value, MLG_DIRECTORY_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_directory_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((MlgDirectoryRowProperty) id)
    {
    case PROP_ITEM:
      set_item (MLG_DIRECTORY_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_directory_row_dispose (GObject *object)
{
  MlgDirectoryRow *self = MLG_DIRECTORY_ROW (object);
  GtkWidget *child;

  unbind (self);
  g_clear_object (&self->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_directory_row_parent_class)->dispose (object);
}

static void
mlg_directory_row_class_init (MlgDirectoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mlg_directory_row_get_property;
  object_class->set_property = mlg_directory_row_set_property;
  object_class->dispose = mlg_directory_row_dispose;
  properties[PROP_ITEM] =
      g_param_spec_object ("item", NULL, NULL, MLG_TYPE_DIRECTORY_ITEM,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-directory-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgDirectoryRow, check);
}

static void
mlg_directory_row_init (MlgDirectoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-lazy-bin.h"

/* The place of a widget that is made when it is first looked at, or asked for: a window opens as fast
 * as what it shows then, however much is behind its tabs. What is made is of a class, which
 * #MlgLazyBin::made may still prepare, or the object "content" of a UI file. */
struct _MlgLazyBin
{
  AdwBin parent_instance;
  GType child_type; /* G_TYPE_INVALID for a UI file */
  char *resource;   /* (owned) (nullable) the UI file */
};

G_DEFINE_FINAL_TYPE (MlgLazyBin, mlg_lazy_bin, ADW_TYPE_BIN)

typedef enum
{
  PROP_CHILD_TYPE = 1,
  PROP_RESOURCE,
} MlgLazyBinProperty;

static GParamSpec *properties[PROP_RESOURCE + 1];
static guint made_signal;

static GtkWidget *
build (const char *resource)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!gtk_builder_add_from_resource (builder, resource, &error))
    g_error ("%s", error->message); /* our own file, in the program */
  return g_object_ref_sink (GTK_WIDGET (gtk_builder_get_object (builder, "content")));
}

static void
mlg_lazy_bin_map (GtkWidget *widget)
{
  mlg_lazy_bin_get (MLG_LAZY_BIN (widget));
  GTK_WIDGET_CLASS (mlg_lazy_bin_parent_class)->map (widget);
}

static void
mlg_lazy_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgLazyBin *self = MLG_LAZY_BIN (object);

  switch ((MlgLazyBinProperty) id)
    {
    case PROP_CHILD_TYPE:
      g_value_set_gtype (value, self->child_type);
      break;
    case PROP_RESOURCE:
      g_value_set_string (value, self->resource);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_lazy_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgLazyBin *self = MLG_LAZY_BIN (object);

  switch ((MlgLazyBinProperty) id)
    {
    case PROP_CHILD_TYPE:
      self->child_type = g_value_get_gtype (value);
      break;
    case PROP_RESOURCE:
      self->resource = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_lazy_bin_finalize (GObject *object)
{
  g_free (MLG_LAZY_BIN (object)->resource);
  G_OBJECT_CLASS (mlg_lazy_bin_parent_class)->finalize (object);
}

static void
mlg_lazy_bin_class_init (MlgLazyBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mlg_lazy_bin_get_property;
  object_class->set_property = mlg_lazy_bin_set_property;
  object_class->finalize = mlg_lazy_bin_finalize;
  GTK_WIDGET_CLASS (klass)->map = mlg_lazy_bin_map;
  properties[PROP_CHILD_TYPE] =
      g_param_spec_gtype ("child-type", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_RESOURCE] = g_param_spec_string ("resource", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * MlgLazyBin::made:
   * @child: what was made
   *
   * The widget is there, and not seen yet.
   */
  made_signal = g_signal_new ("made", MLG_TYPE_LAZY_BIN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              g_cclosure_marshal_VOID__OBJECT, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
mlg_lazy_bin_init (MlgLazyBin *self)
{
}

/**
 * mlg_lazy_bin_get:
 *
 * Returns: (transfer none): what is in it, made now if it was not yet
 */
GtkWidget *
mlg_lazy_bin_get (MlgLazyBin *self)
{
  g_autoptr (GtkWidget) child = NULL;

  g_return_val_if_fail (MLG_IS_LAZY_BIN (self), NULL);

  if (adw_bin_get_child (ADW_BIN (self)) != NULL)
    return adw_bin_get_child (ADW_BIN (self));
  child = self->resource != NULL ? build (self->resource)
                                 : g_object_ref_sink (g_object_new (self->child_type, NULL));
  adw_bin_set_child (ADW_BIN (self), child);
  g_signal_emit (self, made_signal, 0, child);
  return child;
}

/**
 * mlg_lazy_bin_peek:
 *
 * Returns: (transfer none) (nullable): what is in it, if it was made
 */
GtkWidget *
mlg_lazy_bin_peek (MlgLazyBin *self)
{
  g_return_val_if_fail (MLG_IS_LAZY_BIN (self), NULL);
  return adw_bin_get_child (ADW_BIN (self));
}

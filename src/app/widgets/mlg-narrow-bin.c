/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-narrow-bin.h"

#include "platform/mlg-style.h"

/* A child, and whether it has little room: what is inside is bound to MlgNarrowBin:narrow. It asks for
 * no more width than it needs, so that a long name in a pane does not take it from the others. */
struct _MlgNarrowBin
{
  GtkWidget parent_instance;
  GtkWidget *child; /* (owned by the widget tree) (nullable) */
  int threshold;    /* px, of text of the usual size */
  int width;        /* px, as last given */
  gboolean narrow;
  guint idle; /* source that tells of a change; 0 for none */
};

G_DEFINE_FINAL_TYPE (MlgNarrowBin, mlg_narrow_bin, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CHILD = 1,
  PROP_THRESHOLD,
  PROP_NARROW,
} MlgNarrowBinProperty;

static GParamSpec *properties[PROP_NARROW + 1];

static gboolean
has_little_room (MlgNarrowBin *self)
{
  return self->width < self->threshold * mlg_style_get_text_scale (GTK_WIDGET (self));
}

static gboolean
on_idle (gpointer data)
{
  MlgNarrowBin *self = data;
  gboolean narrow = has_little_room (self);

  self->idle = 0;
  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  return G_SOURCE_REMOVE;
}

/* What is inside changes its size in turn: not while sizes are given out. */
static void
mlg_narrow_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MlgNarrowBin *self = MLG_NARROW_BIN (widget);
  int minimum;

  self->width = width;
  if (has_little_room (self) != self->narrow && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, MAX (width, minimum), height, baseline, NULL);
}

static void
mlg_narrow_bin_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  MlgNarrowBin *self = MLG_NARROW_BIN (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, minimum_baseline,
                        natural_baseline);
  if (orientation != GTK_ORIENTATION_HORIZONTAL)
    return;
  /* What is shown where there is room must not keep the pane from becoming narrow. */
  if (!self->narrow)
    *minimum = 0;
  *natural = *minimum;
}

static void
mlg_narrow_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgNarrowBin *self = MLG_NARROW_BIN (object);

  switch ((MlgNarrowBinProperty) id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_child (MlgNarrowBin *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
mlg_narrow_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgNarrowBin *self = MLG_NARROW_BIN (object);

  switch ((MlgNarrowBinProperty) id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      break;
    case PROP_NARROW:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_narrow_bin_dispose (GObject *object)
{
  MlgNarrowBin *self = MLG_NARROW_BIN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (mlg_narrow_bin_parent_class)->dispose (object);
}

static void
mlg_narrow_bin_class_init (MlgNarrowBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags both = read | G_PARAM_WRITABLE;

  object_class->get_property = mlg_narrow_bin_get_property;
  object_class->set_property = mlg_narrow_bin_set_property;
  object_class->dispose = mlg_narrow_bin_dispose;
  widget_class->measure = mlg_narrow_bin_measure;
  widget_class->size_allocate = mlg_narrow_bin_size_allocate;
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, both);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 500, both);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_narrow_bin_init (MlgNarrowBin *self)
{
  self->threshold = 500;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * mlg_narrow_bin_is_narrow:
 *
 * Returns: whether the child has less width than the threshold
 */
gboolean
mlg_narrow_bin_is_narrow (MlgNarrowBin *self)
{
  g_return_val_if_fail (MLG_IS_NARROW_BIN (self), FALSE);
  return self->narrow;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-split-view.h"

#include <adwaita.h>

/* Two panes side by side, or one at a time where there is no room for both. What newer versions of
 * libadwaita do with AdwNavigationSplitView; AdwLeaflet is used here and nowhere else. */
struct _MlgSplitView
{
  GtkWidget parent_instance;
  AdwLeaflet *leaflet;     /* (owned by the widget tree) */
  GtkSeparator *separator; /* (owned by the widget tree) */
  GtkWidget *sidebar;      /* (owned by the widget tree) (nullable) */
  GtkWidget *content;      /* (owned by the widget tree) (nullable) */
};

G_DEFINE_FINAL_TYPE (MlgSplitView, mlg_split_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_COLLAPSED,
  PROP_SHOW_CONTENT,
} MlgSplitViewProperty;

static GParamSpec *properties[PROP_SHOW_CONTENT + 1];

static void
on_folded_changed (MlgSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "split-view.back",
                                 mlg_split_view_is_collapsed (self));
}

static void
on_visible_child_changed (MlgSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}

static void
activate_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_split_view_show_content (MLG_SPLIT_VIEW (widget), FALSE);
}

static void
mlg_split_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgSplitView *self = MLG_SPLIT_VIEW (object);

  switch ((MlgSplitViewProperty) id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, mlg_split_view_is_collapsed (self));
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, mlg_split_view_shows_content (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_split_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgSplitView *self = MLG_SPLIT_VIEW (object);

  switch ((MlgSplitViewProperty) id)
    {
    case PROP_SIDEBAR:
      mlg_split_view_set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      mlg_split_view_set_content (self, g_value_get_object (value));
      break;
    case PROP_SHOW_CONTENT:
      mlg_split_view_show_content (self, g_value_get_boolean (value));
      break;
    case PROP_COLLAPSED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_split_view_dispose (GObject *object)
{
  MlgSplitView *self = MLG_SPLIT_VIEW (object);

  if (self->leaflet != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->leaflet));
  self->leaflet = NULL;
  self->separator = NULL;
  self->sidebar = NULL;
  self->content = NULL;
  G_OBJECT_CLASS (mlg_split_view_parent_class)->dispose (object);
}

static void
mlg_split_view_class_init (MlgSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags both = read | G_PARAM_WRITABLE;

  object_class->get_property = mlg_split_view_get_property;
  object_class->set_property = mlg_split_view_set_property;
  object_class->dispose = mlg_split_view_dispose;
  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, both);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, both);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, read);
  properties[PROP_SHOW_CONTENT] = g_param_spec_boolean ("show-content", NULL, NULL, FALSE, both);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_install_action (widget_class, "split-view.back", NULL, activate_back);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "splitview");
}

static void
mlg_split_view_init (MlgSplitView *self)
{
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  adw_leaflet_set_fold_threshold_policy (self->leaflet, ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "split-view.back", FALSE);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (on_folded_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::visible-child",
                           G_CALLBACK (on_visible_child_changed), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_split_view_get_sidebar:
 *
 * Returns: (transfer none) (nullable):
 */
GtkWidget *
mlg_split_view_get_sidebar (MlgSplitView *self)
{
  g_return_val_if_fail (MLG_IS_SPLIT_VIEW (self), NULL);
  return self->sidebar;
}

/* The order of the leaflet's children is the order on screen: sidebar, line, content. */
static void
add_separator (MlgSplitView *self)
{
  if (self->separator != NULL || self->sidebar == NULL)
    return;
  self->separator = GTK_SEPARATOR (gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_leaflet_page_set_navigatable (
      adw_leaflet_insert_child_after (self->leaflet, GTK_WIDGET (self->separator), self->sidebar),
      FALSE);
}

/**
 * mlg_split_view_set_sidebar:
 * @sidebar: (nullable): what is on the left, or below in the stack when there is no room for both;
 *   its width request is the width of the pane
 */
void
mlg_split_view_set_sidebar (MlgSplitView *self, GtkWidget *sidebar)
{
  g_return_if_fail (MLG_IS_SPLIT_VIEW (self));

  if (self->sidebar == sidebar)
    return;
  if (self->sidebar != NULL)
    adw_leaflet_remove (self->leaflet, self->sidebar);
  self->sidebar = sidebar;
  if (sidebar != NULL)
    adw_leaflet_prepend (self->leaflet, sidebar);
  add_separator (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR]);
}

/**
 * mlg_split_view_get_content:
 *
 * Returns: (transfer none) (nullable):
 */
GtkWidget *
mlg_split_view_get_content (MlgSplitView *self)
{
  g_return_val_if_fail (MLG_IS_SPLIT_VIEW (self), NULL);
  return self->content;
}

/**
 * mlg_split_view_set_content:
 * @content: (nullable): what is on the right; its width request is the least width at which both
 *   are shown
 */
void
mlg_split_view_set_content (MlgSplitView *self, GtkWidget *content)
{
  g_return_if_fail (MLG_IS_SPLIT_VIEW (self));

  if (self->content == content)
    return;
  if (self->content != NULL)
    adw_leaflet_remove (self->leaflet, self->content);
  self->content = content;
  if (content != NULL)
    {
      gtk_widget_set_hexpand (content, TRUE);
      adw_leaflet_append (self->leaflet, content);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

/**
 * mlg_split_view_is_collapsed:
 *
 * Returns: whether only one pane is shown
 */
gboolean
mlg_split_view_is_collapsed (MlgSplitView *self)
{
  g_return_val_if_fail (MLG_IS_SPLIT_VIEW (self), FALSE);
  return self->leaflet != NULL && adw_leaflet_get_folded (self->leaflet);
}

/**
 * mlg_split_view_shows_content:
 *
 * Returns: whether the content is the pane shown, or would be if there were room for one only
 */
gboolean
mlg_split_view_shows_content (MlgSplitView *self)
{
  g_return_val_if_fail (MLG_IS_SPLIT_VIEW (self), FALSE);
  return self->content != NULL && self->leaflet != NULL
         && adw_leaflet_get_visible_child (self->leaflet) == self->content;
}

/**
 * mlg_split_view_show_content:
 * @show: %FALSE for the sidebar
 *
 * Chooses the pane that is shown when there is room for one only.
 */
void
mlg_split_view_show_content (MlgSplitView *self, gboolean show)
{
  GtkWidget *child;

  g_return_if_fail (MLG_IS_SPLIT_VIEW (self));

  child = show ? self->content : self->sidebar;
  if (child != NULL)
    adw_leaflet_set_visible_child (self->leaflet, child);
}

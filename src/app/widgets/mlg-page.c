/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page.h"

#include <glib/gi18n-lib.h>

#include "mlg-live-read.h"

typedef struct
{
  MlgStore *store;         /* (owned) */
  char *badge;             /* (owned) (nullable) */
  gboolean collapsed;      /* the list of rooms is not beside it */
  gboolean built;          /* what is in it is made */
  const MlgKind *kinds[2]; /* (unowned) what is counted, then NULL */
  MlgLiveRead *count;      /* (owned) (nullable) */
} MlgPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MlgPage, mlg_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STORE = 1,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_BADGE,
  PROP_COLLAPSED,
} MlgPageProperty;

static GParamSpec *properties[PROP_COLLAPSED + 1];

/* A room that nobody enters is a name in the list of rooms. */
static void
build (MlgPage *self)
{
  MlgPagePrivate *priv = mlg_page_get_instance_private (self);

  if (priv->built)
    return;
  priv->built = TRUE;
  if (MLG_PAGE_GET_CLASS (self)->build != NULL)
    MLG_PAGE_GET_CLASS (self)->build (self);
}

static void
mlg_page_map (GtkWidget *widget)
{
  build (MLG_PAGE (widget));
  GTK_WIDGET_CLASS (mlg_page_parent_class)->map (widget);
}

static void
mlg_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgPage *self = MLG_PAGE (object);
  MlgPagePrivate *priv = mlg_page_get_instance_private (self);

  switch ((MlgPageProperty) id)
    {
    case PROP_STORE:
      g_value_set_object (value, priv->store);
      break;
    case PROP_TITLE:
      g_value_set_string (value, mlg_page_get_title (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, mlg_page_get_icon_name (self));
      break;
    case PROP_BADGE:
      g_value_set_string (value, priv->badge);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, priv->collapsed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_collapsed (MlgPage *self, gboolean collapsed)
{
  MlgPagePrivate *priv = mlg_page_get_instance_private (self);

  if (priv->collapsed == collapsed)
    return;
  priv->collapsed = collapsed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

static void
mlg_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgPage *self = MLG_PAGE (object);
  MlgPagePrivate *priv = mlg_page_get_instance_private (self);

  switch ((MlgPageProperty) id)
    {
    case PROP_STORE:
      priv->store = g_value_dup_object (value);
      break;
    case PROP_BADGE:
      mlg_page_set_badge (self, g_value_get_string (value));
      break;
    case PROP_COLLAPSED:
      set_collapsed (self, g_value_get_boolean (value));
      break;
    case PROP_TITLE:
    case PROP_ICON_NAME:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gpointer
read_count (MlgConnection *db, gpointer query, GError **error)
{
  gint64 n = mlg_query_count (query, db, error);

  return n >= 0 ? g_strdup_printf ("%'u", (guint) n) : NULL;
}

static void
on_counted (MlgPage *self)
{
  MlgPagePrivate *priv = mlg_page_get_instance_private (self);

  mlg_page_set_badge (self, mlg_live_read_get_result (priv->count));
}

static void
mlg_page_constructed (GObject *object)
{
  MlgPage *self = MLG_PAGE (object);
  MlgPagePrivate *priv = mlg_page_get_instance_private (self);
  g_autoptr (MlgQuery) query = NULL;

  G_OBJECT_CLASS (mlg_page_parent_class)->constructed (object);
  priv->kinds[0] = MLG_PAGE_GET_CLASS (self)->counted;
  if (priv->kinds[0] == NULL || priv->store == NULL)
    return;
  query = mlg_query_new (priv->kinds[0]);
  priv->count = mlg_live_read_new (priv->store, priv->kinds, read_count, g_free);
  g_signal_connect_object (priv->count, "done", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  mlg_live_read_ask_query (priv->count, query);
}

static void
mlg_page_dispose (GObject *object)
{
  MlgPagePrivate *priv = mlg_page_get_instance_private (MLG_PAGE (object));
  GtkWidget *child;

  g_clear_object (&priv->count);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_page_parent_class)->dispose (object);
}

static void
mlg_page_finalize (GObject *object)
{
  MlgPagePrivate *priv = mlg_page_get_instance_private (MLG_PAGE (object));

  g_clear_object (&priv->store);
  g_free (priv->badge);
  G_OBJECT_CLASS (mlg_page_parent_class)->finalize (object);
}

static void
mlg_page_class_init (MlgPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags both = read | G_PARAM_WRITABLE;

  object_class->get_property = mlg_page_get_property;
  object_class->set_property = mlg_page_set_property;
  object_class->constructed = mlg_page_constructed;
  object_class->dispose = mlg_page_dispose;
  object_class->finalize = mlg_page_finalize;
  widget_class->map = mlg_page_map;
  properties[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, MLG_TYPE_STORE, both | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, read);
  properties[PROP_BADGE] = g_param_spec_string ("badge", NULL, NULL, NULL, both);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, both);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mlg_page_init (MlgPage *self)
{
}

/**
 * mlg_page_get_name:
 *
 * Returns: the name of the room in settings
 */
const char *
mlg_page_get_name (MlgPage *self)
{
  g_return_val_if_fail (MLG_IS_PAGE (self), NULL);
  return MLG_PAGE_GET_CLASS (self)->name;
}

/**
 * mlg_page_get_title:
 *
 * Returns: the name of the room on screen, translated
 */
const char *
mlg_page_get_title (MlgPage *self)
{
  g_return_val_if_fail (MLG_IS_PAGE (self), NULL);
  return _ (MLG_PAGE_GET_CLASS (self)->title);
}

/**
 * mlg_page_get_icon_name:
 */
const char *
mlg_page_get_icon_name (MlgPage *self)
{
  g_return_val_if_fail (MLG_IS_PAGE (self), NULL);
  return MLG_PAGE_GET_CLASS (self)->icon_name;
}

/**
 * mlg_page_get_store:
 *
 * Returns: (transfer none): the network file whose records it shows
 */
MlgStore *
mlg_page_get_store (MlgPage *self)
{
  MlgPagePrivate *priv = mlg_page_get_instance_private (self);

  g_return_val_if_fail (MLG_IS_PAGE (self), NULL);
  return priv->store;
}

/**
 * mlg_page_get_badge:
 *
 * Returns: (nullable): what stands beside the room's name, such as a count
 */
const char *
mlg_page_get_badge (MlgPage *self)
{
  MlgPagePrivate *priv = mlg_page_get_instance_private (self);

  g_return_val_if_fail (MLG_IS_PAGE (self), NULL);
  return priv->badge;
}

/**
 * mlg_page_set_badge:
 * @badge: (nullable): what stands beside the room's name
 */
void
mlg_page_set_badge (MlgPage *self, const char *badge)
{
  MlgPagePrivate *priv = mlg_page_get_instance_private (self);

  g_return_if_fail (MLG_IS_PAGE (self));

  if (g_strcmp0 (priv->badge, badge) == 0)
    return;
  g_free (priv->badge);
  priv->badge = g_strdup (badge);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BADGE]);
}

/**
 * mlg_page_is_collapsed:
 *
 * Returns: whether the list of rooms is not beside the page, which then offers a way back to it
 *   ("win.show-rooms") and shows the window's buttons
 */
gboolean
mlg_page_is_collapsed (MlgPage *self)
{
  MlgPagePrivate *priv = mlg_page_get_instance_private (self);

  g_return_val_if_fail (MLG_IS_PAGE (self), FALSE);
  return priv->collapsed;
}

/**
 * mlg_page_search:
 *
 * Puts the cursor where one searches in this room, if one can.
 */
void
mlg_page_search (MlgPage *self)
{
  g_return_if_fail (MLG_IS_PAGE (self));
  build (self);
  if (MLG_PAGE_GET_CLASS (self)->search != NULL)
    MLG_PAGE_GET_CLASS (self)->search (self);
}

/**
 * mlg_page_show_record:
 *
 * Returns: whether the room shows records of this kind, and shows this one now
 */
gboolean
mlg_page_show_record (MlgPage *self, const MlgKind *kind, gint64 id)
{
  g_return_val_if_fail (MLG_IS_PAGE (self), FALSE);
  if (MLG_PAGE_GET_CLASS (self)->show_record == NULL)
    return FALSE;
  build (self);
  return MLG_PAGE_GET_CLASS (self)->show_record (self, kind, id);
}

/**
 * mlg_page_is_shown:
 *
 * Tells the page that the person has come to it.
 */
void
mlg_page_is_shown (MlgPage *self)
{
  g_return_if_fail (MLG_IS_PAGE (self));
  build (self);
  if (MLG_PAGE_GET_CLASS (self)->is_shown != NULL)
    MLG_PAGE_GET_CLASS (self)->is_shown (self);
}

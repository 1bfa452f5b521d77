/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-duplicate-item.h"

/* Two records that may be one, in a list on screen. */
struct _MlgDuplicateItem
{
  GObject parent_instance;
  MlgDuplicate *duplicate; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MlgDuplicateItem, mlg_duplicate_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_FIRST_NAME = 1,
  PROP_SECOND_NAME,
  PROP_REASON,
} MlgDuplicateItemProperty;

static GParamSpec *properties[PROP_REASON + 1];

static void
mlg_duplicate_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const MlgDuplicate *duplicate = MLG_DUPLICATE_ITEM (object)->duplicate;

  switch ((MlgDuplicateItemProperty) id)
    {
    case PROP_FIRST_NAME:
      g_value_set_string (value, duplicate->first_name);
      break;
    case PROP_SECOND_NAME:
      g_value_set_string (value, duplicate->second_name);
      break;
    case PROP_REASON:
      g_value_set_string (value, mlg_duplicate_get_reason_title (duplicate));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_duplicate_item_finalize (GObject *object)
{
  mlg_duplicate_free (MLG_DUPLICATE_ITEM (object)->duplicate);
  G_OBJECT_CLASS (mlg_duplicate_item_parent_class)->finalize (object);
}

static void
mlg_duplicate_item_class_init (MlgDuplicateItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mlg_duplicate_item_get_property;
  object_class->finalize = mlg_duplicate_item_finalize;
  properties[PROP_FIRST_NAME] = g_param_spec_string ("first-name", NULL, NULL, NULL, flags);
  properties[PROP_SECOND_NAME] = g_param_spec_string ("second-name", NULL, NULL, NULL, flags);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_duplicate_item_init (MlgDuplicateItem *self)
{
}

/**
 * mlg_duplicate_item_new:
 * @duplicate: (transfer full): two records that may be one
 *
 * Returns: (transfer full):
 */
MlgDuplicateItem *
mlg_duplicate_item_new (MlgDuplicate *duplicate)
{
  MlgDuplicateItem *self = g_object_new (MLG_TYPE_DUPLICATE_ITEM, NULL);

  self->duplicate = duplicate;
  return self;
}

/**
 * mlg_duplicate_item_get:
 *
 * Returns: (transfer none): what it stands for
 */
const MlgDuplicate *
mlg_duplicate_item_get (MlgDuplicateItem *self)
{
  g_return_val_if_fail (MLG_IS_DUPLICATE_ITEM (self), NULL);
  return self->duplicate;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-code-model.h"

#include <glib/gi18n-lib.h>

/* A closed vocabulary as a list to choose from. */
struct _MlgCodeItem
{
  GObject parent_instance;
  const char *code;  /* (unowned) (nullable) static; NULL for none */
  const char *title; /* (unowned) static, translated */
};

G_DEFINE_FINAL_TYPE (MlgCodeItem, mlg_code_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
} MlgCodeItemProperty;

static GParamSpec *properties[PROP_TITLE + 1];

static void
mlg_code_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((MlgCodeItemProperty) id)
    {
    case PROP_TITLE:
      g_value_set_static_string (value, MLG_CODE_ITEM (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_code_item_class_init (MlgCodeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mlg_code_item_get_property;
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_code_item_init (MlgCodeItem *self)
{
}

/**
 * mlg_code_item_get_code:
 * @self: (nullable): an entry of the list
 *
 * Returns: (nullable): its code; %NULL for none
 */
const char *
mlg_code_item_get_code (MlgCodeItem *self)
{
  return self != NULL ? self->code : NULL;
}

static void
append (GListStore *store, const char *code, const char *title)
{
  g_autoptr (MlgCodeItem) item = g_object_new (MLG_TYPE_CODE_ITEM, NULL);

  item->code = code;
  item->title = title;
  g_list_store_append (store, item);
}

/**
 * mlg_code_model_new:
 * @codes: static
 * @with_none: whether one may choose none
 *
 * Returns: (transfer full): a list of #MlgCodeItem, in the order of the vocabulary
 */
GListModel *
mlg_code_model_new (const MlgCodeList *codes, gboolean with_none)
{
  GListStore *store = g_list_store_new (MLG_TYPE_CODE_ITEM);

  if (with_none)
    append (store, NULL, C_ ("code", "Not Said"));
  for (const MlgCode *code = codes->codes; code->code != NULL; code++)
    append (store, code->code, mlg_code_list_get_title (codes, code->code));
  return G_LIST_MODEL (store);
}

/**
 * mlg_code_model_find:
 * @code: (nullable): %NULL for none
 *
 * Returns: where it is in the list; what GTK takes for nothing when it is not
 */
guint
mlg_code_model_find (GListModel *model, const char *code)
{
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MlgCodeItem) item = g_list_model_get_item (model, i);

      if (g_strcmp0 (item->code, code) == 0)
        return i;
    }
  return G_MAXUINT; /* GTK_INVALID_LIST_POSITION */
}

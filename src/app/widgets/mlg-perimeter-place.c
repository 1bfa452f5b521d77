/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-perimeter-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-nuts.h"

/* A region or a département, for lists that one chooses from. */
struct _MlgPerimeterPlace
{
  GObject parent_instance;
  const MlgCode *code; /* (unowned) static */
};

G_DEFINE_FINAL_TYPE (MlgPerimeterPlace, mlg_perimeter_place, G_TYPE_OBJECT)

typedef enum
{
  PROP_CODE = 1,
  PROP_TITLE,
  PROP_LEVEL,
} MlgPerimeterPlaceProperty;

static GParamSpec *properties[PROP_LEVEL + 1];

enum
{
  REGION = 3, /* letters of a NUTS code: "FRE" */
  DEPARTEMENT = 5
};

static const char *
get_level (MlgPerimeterPlace *self)
{
  return strlen (self->code->code) == DEPARTEMENT ? C_ ("territory", "Département")
                                                  : C_ ("territory", "Region");
}

static void
mlg_perimeter_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgPerimeterPlace *self = MLG_PERIMETER_PLACE (object);

  switch ((MlgPerimeterPlaceProperty) id)
    {
    case PROP_CODE:
      g_value_set_static_string (value, self->code->code);
      break;
    case PROP_TITLE:
      g_value_set_static_string (value, self->code->title);
      break;
    case PROP_LEVEL:
      g_value_set_static_string (value, get_level (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_perimeter_place_class_init (MlgPerimeterPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mlg_perimeter_place_get_property;
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_LEVEL] = g_param_spec_string ("level", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_perimeter_place_init (MlgPerimeterPlace *self)
{
}

/**
 * mlg_perimeter_place_get_code:
 *
 * Returns: its NUTS code
 */
const char *
mlg_perimeter_place_get_code (MlgPerimeterPlace *self)
{
  g_return_val_if_fail (MLG_IS_PERIMETER_PLACE (self), NULL);
  return self->code->code;
}

/**
 * mlg_perimeter_place_get_title:
 */
const char *
mlg_perimeter_place_get_title (MlgPerimeterPlace *self)
{
  g_return_val_if_fail (MLG_IS_PERIMETER_PLACE (self), NULL);
  return self->code->title;
}

/**
 * mlg_perimeter_place_matches:
 * @words: what a person typed
 *
 * Returns: whether its name or its code begins with each of the words, whatever case and accents
 */
gboolean
mlg_perimeter_place_matches (MlgPerimeterPlace *self, const char *words)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (MLG_IS_PERIMETER_PLACE (self), FALSE);

  text = g_strconcat (self->code->code, " ", self->code->title, NULL);
  return *words == '\0' || g_str_match_string (words, text, TRUE);
}

static void
add (GListStore *list, const MlgCode *code)
{
  MlgPerimeterPlace *territory = g_object_new (MLG_TYPE_PERIMETER_PLACE, NULL);

  territory->code = code;
  g_list_store_append (list, territory);
  g_object_unref (territory);
}

/**
 * mlg_perimeter_place_list:
 *
 * Returns: (transfer full): the regions, then the départements, of #MlgPerimeterPlace
 */
GListModel *
mlg_perimeter_place_list (void)
{
  static const gsize levels[] = { REGION, DEPARTEMENT };
  GListStore *list = g_list_store_new (MLG_TYPE_PERIMETER_PLACE);

  for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
    for (const MlgCode *code = mlg_nuts_codes.codes; code->code != NULL; code++)
      if (strlen (code->code) == levels[level])
        add (list, code);
  return G_LIST_MODEL (list);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-search-result.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A record found, as a list shows it. */
struct _MlgSearchResult
{
  GObject parent_instance;
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  char *title;   /* (owned) markup */
  char *snippet; /* (owned) markup, or "" */
};

G_DEFINE_FINAL_TYPE (MlgSearchResult, mlg_search_result, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_SNIPPET,
  PROP_HAS_SNIPPET,
  PROP_ICON_NAME,
  PROP_KIND_TITLE,
} MlgSearchResultProperty;

static GParamSpec *properties[PROP_KIND_TITLE + 1];

static const char *
get_icon_name (MlgSearchResult *self)
{
  static const struct
  {
    const char *kind;
    const char *icon;
  } icons[] = {
    { "body", "mark-location-symbolic" },        { "person", "avatar-default-symbolic" },
    { "function", "avatar-default-symbolic" },   { "group", "system-users-symbolic" },
    { "network", "network-workgroup-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_str_equal (icons[i].kind, self->kind->name))
      return icons[i].icon;
  return "text-x-generic-symbolic";
}

static void
mlg_search_result_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgSearchResult *self = MLG_SEARCH_RESULT (object);

  switch ((MlgSearchResultProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SNIPPET:
      g_value_set_string (value, self->snippet);
      break;
    case PROP_HAS_SNIPPET:
      g_value_set_boolean (value, *self->snippet != '\0');
      break;
    case PROP_ICON_NAME:
      g_value_set_static_string (value, get_icon_name (self));
      break;
    case PROP_KIND_TITLE:
      g_value_set_static_string (value, _ (self->kind->title));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_search_result_finalize (GObject *object)
{
  MlgSearchResult *self = MLG_SEARCH_RESULT (object);

  g_free (self->title);
  g_free (self->snippet);
  G_OBJECT_CLASS (mlg_search_result_parent_class)->finalize (object);
}

static void
mlg_search_result_class_init (MlgSearchResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mlg_search_result_get_property;
  object_class->finalize = mlg_search_result_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SNIPPET] = g_param_spec_string ("snippet", NULL, NULL, NULL, flags);
  properties[PROP_HAS_SNIPPET] = g_param_spec_boolean ("has-snippet", NULL, NULL, FALSE, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_KIND_TITLE] = g_param_spec_string ("kind-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_search_result_init (MlgSearchResult *self)
{
}

/* What stands between the marks in bold. */
static char *
write_markup (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GString *markup = g_string_new (escaped);

  /* GLib writes these two control characters as references. */
  g_string_replace (markup, "&#x2;", "<b>", 0);
  g_string_replace (markup, "&#x3;", "</b>", 0);
  g_string_replace (markup, MLG_SEARCH_MATCH_START, "<b>", 0);
  g_string_replace (markup, MLG_SEARCH_MATCH_END, "</b>", 0);
  g_string_replace (markup, "\n", " ", 0);
  return g_string_free (markup, FALSE);
}

static MlgSearchResult *
make_result (const MlgSearchHit *hit)
{
  MlgSearchResult *self = g_object_new (MLG_TYPE_SEARCH_RESULT, NULL);

  self->kind = hit->kind;
  self->id = hit->id;
  self->title = write_markup (hit->name);
  self->snippet = write_markup (hit->snippet);
  if (g_str_equal (self->snippet, self->title)) /* the town of a commune */
    *self->snippet = '\0';
  return self;
}

static gboolean
is_listed (GPtrArray *kinds, const MlgKind *kind)
{
  return g_ptr_array_find (kinds, kind, NULL);
}

/**
 * mlg_search_result_list:
 * @hits: (element-type MlgSearchHit): what mlg_search_find() gave, best first
 *
 * Puts what is of one kind together, the kind of the best hit first.
 *
 * Returns: (transfer full) (element-type MlgSearchResult):
 */
GPtrArray *
mlg_search_result_list (GPtrArray *hits)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();

  for (guint i = 0; i < hits->len; i++)
    {
      const MlgSearchHit *best = hits->pdata[i];

      if (best->kind == NULL || is_listed (kinds, best->kind))
        continue;
      g_ptr_array_add (kinds, (gpointer) best->kind);
      for (guint j = i; j < hits->len; j++)
        if (((const MlgSearchHit *) hits->pdata[j])->kind == best->kind)
          g_ptr_array_add (results, make_result (hits->pdata[j]));
    }
  return results;
}

/**
 * mlg_search_result_get_kind:
 */
const MlgKind *
mlg_search_result_get_kind (MlgSearchResult *self)
{
  g_return_val_if_fail (MLG_IS_SEARCH_RESULT (self), NULL);
  return self->kind;
}

/**
 * mlg_search_result_get_id:
 */
gint64
mlg_search_result_get_id (MlgSearchResult *self)
{
  g_return_val_if_fail (MLG_IS_SEARCH_RESULT (self), 0);
  return self->id;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outline-item.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause.h"
#include "library/mlg-piece.h"

#define INDENT 16 /* pixels of one level */

/* A section of a document in the list of the assistant. It stays where it is in the list while what it shows
 * changes, so that the place where one works does not move. */
struct _MlgOutlineItem
{
  GObject parent_instance;
  char *title;         /* (owned) */
  const char *becomes; /* (unowned) translated */
  char *about;         /* (owned) "" for nothing */
  int indent;
  gboolean known;
};

G_DEFINE_FINAL_TYPE (MlgOutlineItem, mlg_outline_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_BECOMES,
  PROP_ABOUT,
  PROP_INDENT,
  PROP_KNOWN,
} MlgOutlineItemProperty;

static GParamSpec *properties[PROP_KNOWN + 1];

static void
mlg_outline_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgOutlineItem *self = MLG_OUTLINE_ITEM (object);

  switch ((MlgOutlineItemProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_BECOMES:
      g_value_set_string (value, self->becomes);
      break;
    case PROP_ABOUT:
      g_value_set_string (value, self->about);
      break;
    case PROP_INDENT:
      g_value_set_int (value, self->indent);
      break;
    case PROP_KNOWN:
      g_value_set_boolean (value, self->known);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_outline_item_finalize (GObject *object)
{
  MlgOutlineItem *self = MLG_OUTLINE_ITEM (object);

  g_free (self->title);
  g_free (self->about);
  G_OBJECT_CLASS (mlg_outline_item_parent_class)->finalize (object);
}

static void
mlg_outline_item_class_init (MlgOutlineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mlg_outline_item_get_property;
  object_class->finalize = mlg_outline_item_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_BECOMES] = g_param_spec_string ("becomes", NULL, NULL, NULL, flags);
  properties[PROP_ABOUT] = g_param_spec_string ("about", NULL, NULL, NULL, flags);
  properties[PROP_INDENT] = g_param_spec_int ("indent", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_KNOWN] = g_param_spec_boolean ("known", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_outline_item_init (MlgOutlineItem *self)
{
}

static const char *
get_becomes (const MlgPlanItem *planned)
{
  if (planned->inside)
    return C_ ("outline", "Part of the clause above");
  switch (planned->cut)
    {
    case MLG_CUT_PIECE:
      return C_ ("outline", "Piece");
    case MLG_CUT_SECTION:
      return C_ ("outline", "Section");
    case MLG_CUT_CLAUSE:
    default:
      return C_ ("outline", "Clause");
    }
}

/**
 * mlg_outline_item_write_dimensions:
 *
 * Returns: (transfer full): the titles of the dimensions of a section
 */
char *
mlg_outline_item_write_dimensions (const MlgPlanItem *planned)
{
  g_auto (GStrv) codes = g_strsplit (planned->dimension != NULL ? planned->dimension : "", " ", -1);
  GString *titles = g_string_new (NULL);

  for (char **code = codes; *code != NULL; code++)
    if (**code != '\0')
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "",
                              mlg_code_list_get_title (&mlg_dimensions, *code));
  return g_string_free (titles, FALSE);
}

static char *
write_clause (const MlgPlanItem *planned)
{
  GString *about = g_string_new (mlg_code_list_get_title (&mlg_clause_phases, planned->phase));
  g_autofree char *dimensions = mlg_outline_item_write_dimensions (planned);

  if (*dimensions != '\0')
    g_string_append_printf (about, " · %s", dimensions);
  if (planned->known != 0)
    {
      g_string_append (about, " · ");
      g_string_append_printf (about, _ ("like “%s” (%.0f %%)"), planned->known_title,
                              100 * planned->likeness);
    }
  return g_string_free (about, FALSE);
}

static char *
write_about (const MlgPlanItem *planned)
{
  if (planned->inside || planned->cut == MLG_CUT_SECTION)
    return g_strdup ("");
  if (planned->cut == MLG_CUT_PIECE)
    return g_strdup (mlg_code_list_get_title (&mlg_piece_roles, planned->role));
  return write_clause (planned);
}

/**
 * mlg_outline_item_new:
 * @planned: a section of a plan, which may go before the item does
 *
 * Returns: (transfer full):
 */
MlgOutlineItem *
mlg_outline_item_new (const MlgPlanItem *planned)
{
  MlgOutlineItem *self = g_object_new (MLG_TYPE_OUTLINE_ITEM, NULL);

  mlg_outline_item_show (self, planned);
  return self;
}

/**
 * mlg_outline_item_show:
 * @planned: a section of a plan
 *
 * Shows this section from now on.
 */
void
mlg_outline_item_show (MlgOutlineItem *self, const MlgPlanItem *planned)
{
  g_return_if_fail (MLG_IS_OUTLINE_ITEM (self));

  g_free (self->title);
  g_free (self->about);
  self->title = g_strdup (*planned->title != '\0' ? planned->title : _ ("Without a title"));
  self->becomes = get_becomes (planned);
  self->about = write_about (planned);
  self->indent = (int) (planned->level - 1) * INDENT;
  self->known = !planned->inside && planned->cut == MLG_CUT_CLAUSE && planned->known != 0;
  for (guint i = PROP_TITLE; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

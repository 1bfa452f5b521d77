/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-item.h"

#include "mlg-import-text.h"

/* A row of a foreign file in a list on screen. Its words are written when it is made, since the plan
 * writes its rows anew at each refresh. */
struct _MlgImportItem
{
  GObject parent_instance;
  guint row;
  char *title;  /* (owned) */
  char *deed;   /* (owned) */
  char *issues; /* (owned) "" for none */
  gboolean questionable;
};

G_DEFINE_FINAL_TYPE (MlgImportItem, mlg_import_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_DEED,
  PROP_ISSUES,
  PROP_HAS_ISSUES,
  PROP_QUESTIONABLE,
} MlgImportItemProperty;

static GParamSpec *properties[PROP_QUESTIONABLE + 1];

static void
mlg_import_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgImportItem *self = MLG_IMPORT_ITEM (object);

  switch ((MlgImportItemProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DEED:
      g_value_set_string (value, self->deed);
      break;
    case PROP_ISSUES:
      g_value_set_string (value, self->issues);
      break;
    case PROP_HAS_ISSUES:
      g_value_set_boolean (value, *self->issues != '\0');
      break;
    case PROP_QUESTIONABLE:
      g_value_set_boolean (value, self->questionable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_import_item_finalize (GObject *object)
{
  MlgImportItem *self = MLG_IMPORT_ITEM (object);

  g_free (self->title);
  g_free (self->deed);
  g_free (self->issues);
  G_OBJECT_CLASS (mlg_import_item_parent_class)->finalize (object);
}

static void
mlg_import_item_class_init (MlgImportItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mlg_import_item_get_property;
  object_class->finalize = mlg_import_item_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DEED] = g_param_spec_string ("deed", NULL, NULL, NULL, flags);
  properties[PROP_ISSUES] = g_param_spec_string ("issues", NULL, NULL, NULL, flags);
  properties[PROP_HAS_ISSUES] = g_param_spec_boolean ("has-issues", NULL, NULL, FALSE, flags);
  properties[PROP_QUESTIONABLE] = g_param_spec_boolean ("questionable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_import_item_init (MlgImportItem *self)
{
}

/**
 * mlg_import_item_new:
 * @plan: (transfer none): a plan that is not being refreshed
 * @row: one of its rows
 *
 * Returns: (transfer full):
 */
MlgImportItem *
mlg_import_item_new (MlgImportPlan *plan, guint row)
{
  MlgImportItem *self = g_object_new (MLG_TYPE_IMPORT_ITEM, NULL);
  const MlgImportRow *planned = mlg_import_plan_get_row (plan, row);

  self->row = row;
  self->title = mlg_import_row_write_title (planned);
  self->deed = mlg_import_row_write_deed (planned);
  self->issues = mlg_import_plan_write_issues (plan, planned);
  self->questionable = mlg_import_row_is_questionable (plan, planned);
  return self;
}

/**
 * mlg_import_item_get_row:
 *
 * Returns: which row of the plan it is
 */
guint
mlg_import_item_get_row (MlgImportItem *self)
{
  g_return_val_if_fail (MLG_IS_IMPORT_ITEM (self), 0);
  return self->row;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-list.h"

#include "mlg-import-item.h"
#include "mlg-import-text.h"

/* The rows of a plan on screen: an object is made for a row when somebody looks at it. */
struct _MlgImportList
{
  GObject parent_instance;
  MlgImportPlan *plan; /* (owned) (nullable) not being refreshed */
  GArray *rows;        /* (owned) of guint: those that are shown */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MlgImportList,
                               mlg_import_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return MLG_TYPE_IMPORT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MLG_IMPORT_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MlgImportList *self = MLG_IMPORT_LIST (model);

  if (position >= self->rows->len)
    return NULL;
  return mlg_import_item_new (self->plan, g_array_index (self->rows, guint, position));
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
mlg_import_list_finalize (GObject *object)
{
  MlgImportList *self = MLG_IMPORT_LIST (object);

  g_clear_pointer (&self->plan, mlg_import_plan_unref);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (mlg_import_list_parent_class)->finalize (object);
}

static void
mlg_import_list_class_init (MlgImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_import_list_finalize;
}

static void
mlg_import_list_init (MlgImportList *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * mlg_import_list_new:
 *
 * Returns: (transfer full): a list without a plan
 */
MlgImportList *
mlg_import_list_new (void)
{
  return g_object_new (MLG_TYPE_IMPORT_LIST, NULL);
}

/**
 * mlg_import_list_set_plan:
 * @plan: (nullable) (transfer none): a plan, which must not be refreshed while it is here
 * @questionable: only the rows that a person should look at
 */
void
mlg_import_list_set_plan (MlgImportList *self, MlgImportPlan *plan, gboolean questionable)
{
  guint before = self->rows->len;
  guint n = plan != NULL ? mlg_import_plan_get_n_rows (plan) : 0;

  g_return_if_fail (MLG_IS_IMPORT_LIST (self));

  if (plan != NULL)
    mlg_import_plan_ref (plan);
  g_clear_pointer (&self->plan, mlg_import_plan_unref);
  self->plan = plan;
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    if (!questionable || mlg_import_row_is_questionable (plan, mlg_import_plan_get_row (plan, i)))
      g_array_append_val (self->rows, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->rows->len);
}

/**
 * mlg_import_list_find:
 * @row: a row of the plan
 * @position: (out): where it is shown
 *
 * Returns: whether it is shown
 */
gboolean
mlg_import_list_find (MlgImportList *self, guint row, guint *position)
{
  g_return_val_if_fail (MLG_IS_IMPORT_LIST (self), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, guint, i) == row)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

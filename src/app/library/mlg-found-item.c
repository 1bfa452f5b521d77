/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-found-item.h"

struct _MlgFoundItem
{
  GObject parent_instance;
  GPtrArray *found; /* (owned) of MlgFoundWords */
  guint i;
};

G_DEFINE_FINAL_TYPE (MlgFoundItem, mlg_found_item, G_TYPE_OBJECT)

static void
mlg_found_item_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_FOUND_ITEM (object)->found);
  G_OBJECT_CLASS (mlg_found_item_parent_class)->finalize (object);
}

static void
mlg_found_item_class_init (MlgFoundItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_found_item_finalize;
}

static void
mlg_found_item_init (MlgFoundItem *self)
{
}

/**
 * mlg_found_item_new:
 * @found: (transfer none): what mlg_template_find_words() gave
 * @i: which place of it
 *
 * Returns: (transfer full):
 */
MlgFoundItem *
mlg_found_item_new (GPtrArray *found, guint i)
{
  MlgFoundItem *self = g_object_new (MLG_TYPE_FOUND_ITEM, NULL);

  self->found = g_ptr_array_ref (found);
  self->i = i;
  return self;
}

/**
 * mlg_found_item_get_number:
 *
 * Returns: which place it is, from 0
 */
guint
mlg_found_item_get_number (MlgFoundItem *self)
{
  return self->i;
}

/**
 * mlg_found_item_get_title:
 *
 * Returns: (transfer none): what it is in
 */
const char *
mlg_found_item_get_title (MlgFoundItem *self)
{
  return ((MlgFoundWords *) self->found->pdata[self->i])->title;
}

/**
 * mlg_found_item_write:
 *
 * Returns: (transfer full): the words with what is around them, as markup
 */
char *
mlg_found_item_write (MlgFoundItem *self)
{
  const MlgFoundWords *words = self->found->pdata[self->i];

  return g_markup_printf_escaped ("%s<b><u>%s</u></b>%s", words->before, words->found,
                                  words->after);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-pages-private.h"

/* On which pages headings stand, and what else may be pointed to. */

static char *
outline_title (const MlgNumber *heading)
{
  g_autofree char *words = mlg_numbering_get_words (heading->node);

  if (heading->label == NULL)
    return g_steal_pointer (&words);
  return g_strdup_printf ("%s %s", heading->label, words);
}

/* Lists the headings, once they have their places. */
void
mlg_pages_make_outline (MlgPages *self)
{
  for (guint i = 0; i < mlg_numbering_get_n_headings (self->numbering); i++)
    {
      const MlgNumber *heading = mlg_numbering_get_heading (self->numbering, i);
      const MlgPagePlace *place = g_hash_table_lookup (self->places, heading->node);
      g_autofree char *title = outline_title (heading);
      MlgOutlineEntry entry = { .level = heading->level };

      if (place == NULL || title[0] == '\0')
        continue;
      entry.title = mlg_page_pool_add_string (self->pool, title);
      entry.page = place->page;
      entry.y = place->y;
      g_array_append_val (self->outline, entry);
    }
}

static guint
find_node (MlgPages *self, const xmlNode *node)
{
  const MlgPagePlace *place = node != NULL ? g_hash_table_lookup (self->places, node) : NULL;

  return place != NULL ? place->page + 1 : 0;
}

/**
 * mlg_pages_find:
 * @id: (nullable): an xml:id of the document
 *
 * Returns: the page, from 1, on which what has this identifier begins; 0 when there is none
 */
guint
mlg_pages_find (MlgPages *self, const char *id)
{
  g_return_val_if_fail (MLG_IS_PAGES (self), 0);

  return id != NULL ? find_node (self, mlg_numbering_find (self->numbering, id)) : 0;
}

/**
 * mlg_pages_find_heading:
 * @i: from 0, of all headings of the document in their order
 *
 * Returns: the page, from 1, on which the heading stands; 0 when it has no words
 */
guint
mlg_pages_find_heading (MlgPages *self, guint i)
{
  g_return_val_if_fail (MLG_IS_PAGES (self), 0);
  g_return_val_if_fail (i < mlg_numbering_get_n_headings (self->numbering), 0);

  return find_node (self, mlg_numbering_get_heading (self->numbering, i)->node);
}

/**
 * mlg_pages_get_n_outline:
 *
 * Returns: how many headings there are
 */
guint
mlg_pages_get_n_outline (MlgPages *self)
{
  g_return_val_if_fail (MLG_IS_PAGES (self), 0);

  return self->outline->len;
}

/**
 * mlg_pages_get_outline:
 * @i: from 0, in the order of the document
 * @entry: (out): a heading and where it stands, valid as long as the pages
 */
void
mlg_pages_get_outline (MlgPages *self, guint i, MlgOutlineEntry *entry)
{
  g_return_if_fail (MLG_IS_PAGES (self) && i < self->outline->len && entry != NULL);

  *entry = g_array_index (self->outline, MlgOutlineEntry, i);
}

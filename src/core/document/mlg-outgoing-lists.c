/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-outgoing-private.h"

/* Office programs describe all levels of a list together. What we call a family here is such a
 * description: lists inside one another belong to one family as long as no two of them number the
 * same level differently.
 *
 * An m:family, a child of the document, has an m:index from 1 and one m:level with m:depth,
 * m:numbering (none for bullets), m:before, m:after and m:levels for each of %N_LEVELS levels.
 *
 * A run is a sequence of items that number on. An m:run, also a child of the document, has an
 * m:index from 1, its m:family, and the m:depth whose count it begins at m:start. */

#define N_LEVELS 10

/* The levels of a family being found: the list that says how each is numbered. */
typedef struct
{
  const xmlNode *lists[N_LEVELS];
} Family;

static const char *
get_or (const xmlNode *node, const char *name, const char *otherwise)
{
  const char *value = mlg_xml_get (node, name);

  return value != NULL ? value : otherwise;
}

static guint
level_index (guint depth)
{
  return MIN (depth, N_LEVELS) - 1;
}

/* How many levels a label can show: bullets around show nothing. */
static guint
levels_shown (const Family *self, guint index)
{
  guint wanted = (guint) g_ascii_strtoull (get_or (self->lists[index], "levels", "1"), NULL, 10);
  guint shown = 1;

  while (shown < wanted && shown <= index && self->lists[index - shown] != NULL
         && mlg_xml_get (self->lists[index - shown], "numbering") != NULL)
    shown++;
  return shown;
}

static gboolean
numbers_alike (const xmlNode *one, const xmlNode *two)
{
  return g_strcmp0 (mlg_xml_get (one, "numbering"), mlg_xml_get (two, "numbering")) == 0
         && strcmp (get_or (one, "before", ""), get_or (two, "before", "")) == 0
         && strcmp (get_or (one, "after", "."), get_or (two, "after", ".")) == 0
         && strcmp (get_or (one, "levels", "1"), get_or (two, "levels", "1")) == 0;
}

static gboolean
begin_alike (const Family *one, const Family *two, guint n_levels)
{
  for (guint i = 0; i < n_levels; i++)
    if (one->lists[i] != two->lists[i]
        && (one->lists[i] == NULL || two->lists[i] == NULL
            || !numbers_alike (one->lists[i], two->lists[i])))
      return FALSE;
  return TRUE;
}

/* The family for this list among those of its outermost list, of which the list around has
 * @around. */
static guint
choose_family (GArray *families, guint around, const xmlNode *list, guint index)
{
  Family made = { { NULL } };

  for (guint i = 0; i < families->len; i++)
    {
      guint at = (around + i) % families->len; /* that of the list around comes first */
      Family *family = &g_array_index (families, Family, at);

      if (!begin_alike (family, &g_array_index (families, Family, around), index))
        continue;
      if (family->lists[index] == NULL)
        family->lists[index] = list;
      if (numbers_alike (family->lists[index], list))
        return at;
    }
  memcpy (made.lists, g_array_index (families, Family, around).lists, index * sizeof made.lists[0]);
  made.lists[index] = list;
  g_array_append_val (families, made);
  return families->len - 1;
}

static void
collect (xmlNode *parent, GArray *families, GHashTable *chosen, guint around, guint depth)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      guint family = around;

      if (child->type != XML_ELEMENT_NODE || mlg_document_node_is (child, "table")
          || mlg_document_content (child) != MLG_CONTENT_ELEMENTS)
        continue;
      if (mlg_document_node_is (child, "list"))
        {
          family = choose_family (families, around, child, level_index (depth + 1));
          g_hash_table_insert (chosen, child, GUINT_TO_POINTER (family));
        }
      collect (child, families, chosen, family, depth + mlg_document_node_is (child, "list"));
    }
}

static char *
describe (const Family *family)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_LEVELS; i++)
    {
      const xmlNode *list = family->lists[i];
      const char *numbering = list != NULL ? mlg_xml_get (list, "numbering") : NULL;

      if (numbering != NULL)
        g_string_append_printf (text, "%s\x1f%s\x1f%s\x1f%u", numbering,
                                get_or (list, "before", ""), get_or (list, "after", "."),
                                levels_shown (family, i));
      g_string_append_c (text, '\x1e');
    }
  return g_string_free (text, FALSE);
}

static void
write_family (MlgOutgoing *self, const Family *family, guint index)
{
  xmlNode *node =
      xmlAddChild (xmlDocGetRootElement (self->tree), mlg_outgoing_new_node (self, "family"));

  mlg_outgoing_set_number (self, node, "index", index);
  for (guint i = 0; i < N_LEVELS; i++)
    {
      const xmlNode *list = family->lists[i];
      const char *numbering = list != NULL ? mlg_xml_get (list, "numbering") : NULL;
      xmlNode *level = xmlAddChild (node, mlg_outgoing_new_node (self, "level"));

      mlg_outgoing_set_number (self, level, "depth", i + 1);
      if (numbering == NULL)
        continue;
      mlg_outgoing_set (self, level, "numbering", numbering);
      mlg_outgoing_set (self, level, "before", get_or (list, "before", ""));
      mlg_outgoing_set (self, level, "after", get_or (list, "after", "."));
      mlg_outgoing_set_number (self, level, "levels", levels_shown (family, i));
    }
}

/* Two lists that number alike share their family, wherever they are. */
static guint
ensure_family (MlgOutgoing *self, const Family *family)
{
  g_autofree char *key = describe (family);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->families, key));

  if (index > 0)
    return index;
  index = g_hash_table_size (self->families) + 1;
  write_family (self, family, index);
  g_hash_table_insert (self->families, g_steal_pointer (&key), GUINT_TO_POINTER (index));
  return index;
}

/* Gives its family to an outermost list and to each list inside. */
void
mlg_outgoing_find_families (MlgOutgoing *self, xmlNode *root_list)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (Family));
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  Family first = { { root_list } };
  GHashTableIter iter;
  gpointer list = NULL, family = NULL;
  g_autofree guint *indices = NULL;

  g_array_append_val (families, first);
  g_hash_table_insert (chosen, root_list, GUINT_TO_POINTER (0));
  collect (root_list, families, chosen, 0, 1);
  indices = g_new (guint, families->len);
  for (guint i = 0; i < families->len; i++)
    indices[i] = ensure_family (self, &g_array_index (families, Family, i));
  g_hash_table_iter_init (&iter, chosen);
  while (g_hash_table_iter_next (&iter, &list, &family))
    mlg_outgoing_set_number (self, list, "family", indices[GPOINTER_TO_UINT (family)]);
}

static guint
begin_run (MlgOutgoing *self, const xmlNode *list, guint depth, const char *start)
{
  xmlNode *run =
      xmlAddChild (xmlDocGetRootElement (self->tree), mlg_outgoing_new_node (self, "run"));

  mlg_outgoing_set_number (self, run, "index", ++self->n_runs);
  mlg_outgoing_set (self, run, "family", mlg_xml_get_ns (list, MLG_OUTGOING_NAMESPACE, "family"));
  mlg_outgoing_set_number (self, run, "depth", MIN (depth, N_LEVELS));
  mlg_outgoing_set (self, run, "start", start);
  return self->n_runs;
}

static const xmlNode *
list_around (const xmlNode *list)
{
  const xmlNode *node = list->parent;

  while (node != NULL && !mlg_document_node_is (node, "list"))
    node = node->parent;
  return node;
}

/* A list numbers on from what is around it only as its level there does: from 1, once. */
void
mlg_outgoing_begin_list (MlgOutgoing *self, xmlNode *list, MlgPlace *place)
{
  const char *start = get_or (list, "start", "1");
  const xmlNode *around = place->depth > 1 ? list_around (list) : NULL;
  const char *family = mlg_xml_get_ns (list, MLG_OUTGOING_NAMESPACE, "family");
  gboolean follows = mlg_xml_get_ns (list, MLG_OUTGOING_NAMESPACE, "follows") != NULL;

  if (around == NULL || follows || strcmp (start, "1") != 0
      || g_strcmp0 (family, mlg_xml_get_ns (around, MLG_OUTGOING_NAMESPACE, "family")) != 0)
    place->run = begin_run (self, list, place->depth, start);
}

/* An item with a value begins a run; those that follow it in its list go on with it. */
guint
mlg_outgoing_begin_item (MlgOutgoing *self, xmlNode *item, const MlgPlace *place)
{
  const char *value = mlg_xml_get (item, "value");
  const xmlNode *previous = item->prev;
  guint run = place->run;

  while (previous != NULL && !mlg_document_node_is (previous, "item"))
    previous = previous->prev;
  if (value != NULL && mlg_xml_get (item->parent, "numbering") != NULL)
    run = begin_run (self, item->parent, place->depth, value);
  else if (previous != NULL)
    run = (guint) g_ascii_strtoull (mlg_xml_get_ns (previous, MLG_OUTGOING_NAMESPACE, "run"), NULL,
                                    10);
  mlg_outgoing_set_number (self, item, "run", run);
  return run;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-numbering.h"

#include <string.h>

#include "mlg-document-private.h"

/* One walk through the document gives each heading, item and footnote its number. Writers, the
 * pages and the references all ask here, so that they cannot disagree. */

struct _MlgNumbering
{
  GHashTable *numbers; /* (owned) (element-type xmlNode MlgNumber) */
  GHashTable *ids;     /* (owned) (element-type utf8 xmlNode) xml:id → element */
  GPtrArray *headings; /* (owned) (element-type MlgNumber) in the order of the document */
  GArray *scopes;      /* (owned) (element-type MlgNumberingScope) */
  guint n_footnotes;
  guint n_endnotes;
};

/* Headings inside one scope. */
typedef struct
{
  guint index;
  guint counters[MLG_DOCUMENT_MAX_LEVEL];
} Scope;

/* A list that is open. */
typedef struct _List List;
struct _List
{
  const List *around; /* (unowned) (nullable) the list that the item around it belongs to */
  const xmlNode *node;
  const char *numbering; /* (unowned) (nullable) */
  guint depth;
  guint next;    /* the number of the next item */
  char *current; /* (owned) (nullable) the number of the last one */
};

static void number_children (
    MlgNumbering *self, const xmlNode *parent, Scope *scope, guint level, const List *list);

static void
number_free (gpointer data)
{
  MlgNumber *number = data;

  g_free (number->number);
  g_free (number->label);
  g_free (number);
}

static MlgNumber *
add_number (MlgNumbering *self, const xmlNode *node, guint level)
{
  MlgNumber *number = g_new0 (MlgNumber, 1);

  number->node = node;
  number->level = level;
  g_hash_table_insert (self->numbers, (gpointer) node, number);
  return number;
}

static const char *
get_or_empty (const xmlNode *node, const char *name)
{
  const char *value = mlg_xml_get (node, name);

  return value != NULL ? value : "";
}

static guint
get_count (const xmlNode *node, const char *name, guint otherwise)
{
  const char *value = mlg_xml_get (node, name);

  return value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : otherwise;
}

static gboolean
is_numbered (const xmlNode *node)
{
  return g_strcmp0 (mlg_xml_get (node, "numbered"), "false") != 0;
}

/* The first level counts as the scope says, those below it are decimal: "II", "II.1", "II.1.3". A
 * level that was skipped counts as 0. */
static char *
format_heading (const MlgNumberingScope *scope, const guint *counters, guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    {
      g_autofree char *part =
          mlg_numbering_format (i == 0 ? scope->numbering : "decimal", counters[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "." : "", part);
    }
  return g_string_free (text, FALSE);
}

static void
number_heading (
    MlgNumbering *self, const xmlNode *section, const xmlNode *heading, Scope *scope, guint level)
{
  const MlgNumberingScope *how = &g_array_index (self->scopes, MlgNumberingScope, scope->index);
  MlgNumber *number = add_number (self, heading, level);
  guint depth = level > how->base ? level - how->base : 1;

  g_ptr_array_add (self->headings, number);
  number->scope = scope->index;
  if (how->numbering == NULL || !is_numbered (section))
    return;
  number->depth = depth;
  number->value = ++scope->counters[depth - 1];
  for (guint i = depth; i < MLG_DOCUMENT_MAX_LEVEL; i++)
    scope->counters[i] = 0;
  number->number = format_heading (how, scope->counters, depth);
  number->label = depth == 1 ? g_strconcat (how->before, number->number, how->after, NULL)
                             : g_strdup (number->number);
}

static guint
add_scope (MlgNumbering *self, const xmlNode *node, guint base)
{
  MlgNumberingScope scope = { node, mlg_xml_get (node, "numbering"), get_or_empty (node, "before"),
                              get_or_empty (node, "after"), base };

  g_array_append_val (self->scopes, scope);
  return self->scopes->len - 1;
}

static void
number_section (
    MlgNumbering *self, const xmlNode *section, Scope *scope, guint level, const List *list)
{
  const xmlNode *heading = mlg_document_section_heading (section);

  if (heading != NULL)
    {
      level = MIN (get_count (section, "level", level + 1), MLG_DOCUMENT_MAX_LEVEL);
      number_heading (self, section, heading, scope, level);
    }
  if (mlg_xml_get (section, "numbering") != NULL)
    {
      Scope inner = { .index = add_scope (self, section, level) };

      number_children (self, section, &inner, level, list);
    }
  else
    number_children (self, section, scope, level, list);
}

/* "1.2" for a list inside a list that shows two levels; a list with bullets ends it. */
static char *
format_item (const List *list, const char *own)
{
  guint levels = get_count (list->node, "levels", 1);
  char *text = g_strdup (own);

  for (const List *outer = list->around;
       levels > 1 && outer != NULL && outer->current != NULL && outer->numbering != NULL;
       outer = outer->around, levels--)
    {
      char *longer = g_strconcat (outer->current, ".", text, NULL);

      g_free (text);
      text = longer;
    }
  return text;
}

static void
number_item (MlgNumbering *self, const xmlNode *item, List *list)
{
  static const char *const bullets[] = { "•", "–", "▪" };
  MlgNumber *number = add_number (self, item, list->depth);
  const char *after = mlg_xml_get (list->node, "after");

  if (!is_numbered (item))
    return;
  if (list->numbering == NULL)
    {
      number->label = g_strdup (bullets[(list->depth - 1) % G_N_ELEMENTS (bullets)]);
      return;
    }
  number->value = get_count (item, "value", list->next);
  list->next = number->value + 1;
  g_free (list->current);
  list->current = mlg_numbering_format (list->numbering, number->value);
  number->number = format_item (list, list->current);
  number->label = g_strconcat (get_or_empty (list->node, "before"), number->number,
                               after != NULL ? after : ".", NULL);
}

static void
number_list (MlgNumbering *self, const xmlNode *node, Scope *scope, guint level, const List *around)
{
  List list = { .around = around,
                .node = node,
                .numbering = mlg_xml_get (node, "numbering"),
                .depth = around != NULL ? around->depth + 1 : 1,
                .next = get_count (node, "start", 1) };

  for (const xmlNode *item = node->children; item != NULL; item = item->next)
    if (mlg_document_node_is (item, "item"))
      {
        number_item (self, item, &list);
        number_children (self, item, scope, level, &list);
      }
  g_free (list.current);
}

static void
number_footnote (MlgNumbering *self, const xmlNode *footnote)
{
  gboolean at_end = mlg_xml_is_true (footnote, "end");
  MlgNumber *number = add_number (self, footnote, 0);

  number->value = at_end ? ++self->n_endnotes : ++self->n_footnotes;
  number->number = mlg_numbering_format (at_end ? "lower-roman" : "decimal", number->value);
  number->label = g_strdup (number->number);
}

static void
remember_id (MlgNumbering *self, const xmlNode *node)
{
  const char *id = node->properties != NULL
                       ? mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id")
                       : NULL;

  if (id != NULL && !g_hash_table_contains (self->ids, id))
    g_hash_table_insert (self->ids, (gpointer) id, (gpointer) node);
}

static void
number_node (MlgNumbering *self, const xmlNode *node, Scope *scope, guint level, const List *list)
{
  if (mlg_document_node_is (node, "section"))
    number_section (self, node, scope, level, list);
  else if (mlg_document_node_is (node, "list"))
    number_list (self, node, scope, level, list);
  else if (mlg_document_node_is (node, "image"))
    return;
  else if (mlg_document_node_is (node, "cell") || mlg_document_node_is (node, "note"))
    number_children (self, node, scope, level, NULL);
  else if (mlg_document_node_is (node, "footnote"))
    {
      number_footnote (self, node);
      number_children (self, node, scope, level, NULL);
    }
  else
    number_children (self, node, scope, level, list);
}

static void
number_children (
    MlgNumbering *self, const xmlNode *parent, Scope *scope, guint level, const List *list)
{
  remember_id (self, parent);
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      {
        remember_id (self, child);
        number_node (self, child, scope, level, list);
      }
}

/**
 * mlg_numbering_new_for_tree:
 * @tree: a tree of the document's namespace, which must outlive the numbering and not change
 *
 * Returns: (transfer full): its numbering, see mlg_numbering_new()
 */
MlgNumbering *
mlg_numbering_new_for_tree (xmlDoc *tree)
{
  MlgNumbering *self = g_new0 (MlgNumbering, 1);
  const xmlNode *root = NULL;
  Scope scope = { 0 };

  g_return_val_if_fail (tree != NULL && xmlDocGetRootElement (tree) != NULL, NULL);

  root = xmlDocGetRootElement (tree);
  self->numbers = g_hash_table_new_full (NULL, NULL, NULL, number_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->headings = g_ptr_array_new ();
  self->scopes = g_array_new (FALSE, FALSE, sizeof (MlgNumberingScope));
  scope.index = add_scope (self, root, 0);
  number_children (self, root, &scope, 0, NULL);
  return self;
}

/**
 * mlg_numbering_new:
 * @document: a valid document, which must outlive the numbering and not change
 *
 * Numbers the headings, items and footnotes of a document as document.rng says, in one walk. Page
 * headers, footers and notes to the drafter are walked too. The rules that the schema leaves open:
 *
 * - the numbers below the first level of headings are decimal ("II.1"), and a level that was
 *   skipped counts as 0 ("1.0.1");
 * - a heading that is left out of the numbering does not start the levels below it anew;
 * - bullets change with the depth of their list;
 * - notes at the end of the document are counted apart, with small Roman numbers.
 *
 * May be called from any thread that may use the document.
 *
 * Returns: (transfer full): the numbering
 */
MlgNumbering *
mlg_numbering_new (MlgDocument *document)
{
  g_return_val_if_fail (MLG_IS_DOCUMENT (document), NULL);

  return mlg_numbering_new_for_tree (mlg_document_get_tree (document));
}

/**
 * mlg_numbering_free:
 * @self: (transfer full): numbers of a document
 *
 * Frees the numbers; the document that they were made from is not touched, nor needed any more.
 */
void
mlg_numbering_free (MlgNumbering *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->headings);
  g_array_unref (self->scopes);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

/**
 * mlg_numbering_get:
 * @self: a numbering
 * @node: an element of its document
 *
 * Returns: (transfer none) (nullable): its number, or %NULL when it is no heading, item or footnote
 */
const MlgNumber *
mlg_numbering_get (const MlgNumbering *self, const xmlNode *node)
{
  g_return_val_if_fail (self != NULL && node != NULL, NULL);

  return g_hash_table_lookup (self->numbers, node);
}

/**
 * mlg_numbering_get_n_headings:
 *
 * Returns: how many headings there are
 */
guint
mlg_numbering_get_n_headings (const MlgNumbering *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->headings->len;
}

/**
 * mlg_numbering_get_heading:
 * @self: a numbering
 * @i: from 0
 *
 * For tables of contents and outlines.
 *
 * Returns: (transfer none): the heading at this place in the order of the document
 */
const MlgNumber *
mlg_numbering_get_heading (const MlgNumbering *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->headings->len, NULL);

  return self->headings->pdata[i];
}

/**
 * mlg_numbering_get_n_scopes:
 *
 * Returns: in how many ways headings are numbered, at least 1: the document's
 */
guint
mlg_numbering_get_n_scopes (const MlgNumbering *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scopes->len;
}

/**
 * mlg_numbering_get_scope:
 * @self: a numbering
 * @i: from 0, the document's
 *
 * Returns: (transfer none): what numbers headings there
 */
const MlgNumberingScope *
mlg_numbering_get_scope (const MlgNumbering *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->scopes->len, NULL);

  return &g_array_index (self->scopes, MlgNumberingScope, i);
}

/**
 * mlg_numbering_find:
 * @self: a numbering
 * @id: an xml:id
 *
 * Returns: (transfer none) (nullable): the element that has it
 */
xmlNode *
mlg_numbering_find (const MlgNumbering *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->ids, id);
}

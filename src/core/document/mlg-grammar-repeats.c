/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-grammar-repeats.h"

#include "mlg-document-names.h"

/* Paragraphs, items, rows and cells stand where a grammar of ours allows any number of them, and what one
 * may hold does not depend on where it stands. So, after one that has no attributes, the next one that holds
 * nothing else is right when the first is: validating it says nothing new, and most of a long document is
 * such runs. They are taken out of the tree while it is validated. */

/* What a node holds. Without any, it is not one of those that can be told by the one before. */
typedef enum
{
  HOLDS_UNKNOWN = 0,
  HOLDS_WORDS = 1 << 0,
  HOLDS_BOLD = 1 << 1,
  HOLDS_ITALIC = 1 << 2,
  HOLDS_SUPERSCRIPT = 1 << 3,
  HOLDS_SUBSCRIPT = 1 << 4,
  HOLDS_NO_WORDS = 1 << 5, /* a paragraph or a mark */
  HOLDS_NO_LINE = 1 << 6,  /* an item or a cell */
  HOLDS_LINES = 1 << 7,
  HOLDS_NO_CELL = 1 << 8, /* a row */
  HOLDS_CELLS = 1 << 9,
} Holds;

typedef struct
{
  GPtrArray *hidden; /* (owned) (element-type xmlNode) in the order in which they were taken out */
  const xmlNs *ns;   /* (unowned) (nullable) of documents, as declared where it was first met */
} Repeats;

static gboolean
is (const Repeats *self, const xmlNode *node, const char *name)
{
  return node->ns == self->ns && g_str_equal ((const char *) node->name, name);
}

static Holds
mark_of (const Repeats *self, const xmlNode *node)
{
  if (is (self, node, "b"))
    return HOLDS_BOLD;
  if (is (self, node, "i"))
    return HOLDS_ITALIC;
  if (is (self, node, "sup"))
    return HOLDS_SUPERSCRIPT;
  return is (self, node, "sub") ? HOLDS_SUBSCRIPT : HOLDS_UNKNOWN;
}

static Holds
see_words (const Repeats *self, const xmlNode *line)
{
  Holds all = line->children == NULL ? HOLDS_NO_WORDS : HOLDS_UNKNOWN;

  for (const xmlNode *node = line->children; node != NULL; node = node->next)
    {
      Holds mark = HOLDS_UNKNOWN, inside = HOLDS_UNKNOWN;

      if (node->type == XML_TEXT_NODE)
        {
          all |= HOLDS_WORDS;
          continue;
        }
      if (node->type != XML_ELEMENT_NODE || node->properties != NULL)
        return HOLDS_UNKNOWN;
      mark = mark_of (self, node);
      inside = mark != HOLDS_UNKNOWN ? see_words (self, node) : HOLDS_UNKNOWN;
      if (inside == HOLDS_UNKNOWN)
        return HOLDS_UNKNOWN;
      all |= mark | inside;
    }
  return all;
}

static void
hide (Repeats *self, xmlNode *node)
{
  if (node->prev != NULL)
    node->prev->next = node->next;
  else
    node->parent->children = node->next;
  if (node->next != NULL)
    node->next->prev = node->prev;
  else
    node->parent->last = node->prev;
  g_ptr_array_add (self->hidden, node);
}

static Holds see_children (Repeats *self, xmlNode *parent, const char *only);

/* What a paragraph, an item, a cell or a row holds, when it is plain; takes out what repeats inside. */
static Holds
see_element (Repeats *self, xmlNode *node)
{
  Holds inside = HOLDS_UNKNOWN;

  if (self->ns == NULL && mlg_document_node_is (node, (const char *) node->name))
    self->ns = node->ns;
  if (is (self, node, "p"))
    inside = see_words (self, node);
  else if (is (self, node, "item") || is (self, node, "cell"))
    inside = node->children != NULL ? see_children (self, node, "p") : HOLDS_NO_LINE;
  else if (is (self, node, "row"))
    inside = node->children != NULL ? see_children (self, node, "cell") : HOLDS_NO_CELL;
  else
    see_children (self, node, NULL);
  return node->properties == NULL ? inside : HOLDS_UNKNOWN;
}

/* Takes out the children that the one before tells; what they hold, if these are all plain and called
 * @only, with blanks between. */
static Holds
see_children (Repeats *self, xmlNode *parent, const char *only)
{
  const xmlNode *before = NULL;
  Holds all = only == NULL ? HOLDS_UNKNOWN : *only == 'p' ? HOLDS_LINES : HOLDS_CELLS;
  Holds told = HOLDS_UNKNOWN; /* by those before, which are of the same name */

  for (xmlNode *node = parent->children, *next = NULL; node != NULL; node = next)
    {
      Holds inside = HOLDS_UNKNOWN;

      next = node->next;
      if (node->type == XML_TEXT_NODE && xmlIsBlankNode (node))
        continue;
      if (node->type == XML_ELEMENT_NODE)
        inside = see_element (self, node);
      if (inside == HOLDS_UNKNOWN || only == NULL || !is (self, node, only))
        all = HOLDS_UNKNOWN;
      if (all != HOLDS_UNKNOWN)
        all |= inside;
      if (before == NULL || !g_str_equal ((const char *) before->name, (const char *) node->name))
        told = HOLDS_UNKNOWN;
      before = inside != HOLDS_UNKNOWN ? node : NULL;
      if (inside != HOLDS_UNKNOWN && (inside & ~told) == 0)
        hide (self, node);
      told = inside != HOLDS_UNKNOWN ? told | inside : HOLDS_UNKNOWN;
    }
  return all;
}

/**
 * mlg_grammar_hide_repeats:
 * @doc: a tree, which no other thread looks at
 *
 * Takes out the nodes that are right when those that stay are. Nothing is freed.
 *
 * Returns: (transfer full): what mlg_grammar_show_repeats() puts back
 */
GPtrArray *
mlg_grammar_hide_repeats (xmlDoc *doc)
{
  Repeats self = { g_ptr_array_new (), NULL };
  xmlNode *root = NULL;

  g_return_val_if_fail (doc != NULL, NULL);

  root = xmlDocGetRootElement (doc);
  if (root != NULL)
    see_children (&self, root, NULL);
  return self.hidden;
}

/**
 * mlg_grammar_show_repeats:
 * @hidden: (transfer full): what mlg_grammar_hide_repeats() gave
 *
 * Puts all back in its place.
 */
void
mlg_grammar_show_repeats (GPtrArray *hidden)
{
  g_return_if_fail (hidden != NULL);

  for (guint i = hidden->len; i > 0; i--)
    {
      xmlNode *node = hidden->pdata[i - 1];

      if (node->prev != NULL)
        node->prev->next = node;
      else
        node->parent->children = node;
      if (node->next != NULL)
        node->next->prev = node;
      else
        node->parent->last = node;
    }
  g_ptr_array_unref (hidden);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-merge.h"

#include "document/mlg-document-names.h"
#include "document/mlg-xml-write.h"
#include "library/mlg-compose-private.h"
#include "library/mlg-fragment.h"
#include "library/mlg-passage-keys-private.h"

/* Two texts of one template made one: the newer, with those passages of the other that somebody keeps. */

/* The clauses and pieces of a tree by their keys. */
typedef struct
{
  GPtrArray *keys;   /* (owned) (element-type utf8) of clauses, in their order */
  GHashTable *nodes; /* (owned) key → xmlNode */
} Places;

static void
places_clear (Places *self)
{
  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->nodes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

static void
collect_clauses (Places *self, GHashTable *seen, xmlNode *node)
{
  for (; node != NULL; node = node->next)
    if (mlg_template_node_is (node, "clause"))
      {
        char *key = mlg_passage_key_for_clause (node, seen);

        g_ptr_array_add (self->keys, key);
        g_hash_table_insert (self->nodes, key, node);
      }
    else if (node->type == XML_ELEMENT_NODE)
      collect_clauses (self, seen, node->children);
}

static void
collect (Places *self, GPtrArray *names, xmlNode *root)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "piece"))
      {
        char *key = mlg_passage_key_for_piece (child, n++);

        g_ptr_array_add (names, key);
        collect_clauses (self, seen, child->children);
        g_hash_table_insert (self->nodes, key, child);
      }
}

typedef struct
{
  xmlDoc *tree;     /* (unowned) the newer one, which is changed */
  Places *mine;     /* (unowned) */
  Places *newer;    /* (unowned) places in @tree */
  GHashTable *kept; /* (unowned) */
} Merging;

static xmlNode *
copy (Merging *self, const xmlNode *node)
{
  return xmlDocCopyNode ((xmlNode *) node, self->tree, 1);
}

static void
swap (xmlNode *old, xmlNode *new)
{
  xmlReplaceNode (old, new);
  xmlFreeNode (old);
}

static xmlNode *
find_piece (xmlNode *node)
{
  while (node != NULL && !mlg_template_node_is (node, "piece"))
    node = node->parent;
  return node;
}

static const char *
find_key (Places *places, const xmlNode *node)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, places->nodes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value == node)
      return key;
  return NULL;
}

static char *
get_heading (const xmlNode *section)
{
  for (const xmlNode *child = section->children; child != NULL; child = child->next)
    if (mlg_document_node_is (child, "heading"))
      return mlg_fragment_get_text (child);
  return NULL;
}

static xmlNode *
find_section (xmlNode *node, const char *heading)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *own = mlg_document_node_is (child, "section") ? get_heading (child) : NULL;
      xmlNode *found;

      if (own != NULL && g_str_equal (own, heading))
        return child;
      found = child->type == XML_ELEMENT_NODE ? find_section (child, heading) : NULL;
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The section of @piece with the heading of the one around a clause; else its text. */
static xmlNode *
find_room (xmlNode *piece, const xmlNode *clause)
{
  xmlNode *text = mlg_template_find_child (piece, "text");

  for (const xmlNode *up = clause->parent; up != NULL; up = up->parent)
    {
      g_autofree char *heading = mlg_document_node_is (up, "section") ? get_heading (up) : NULL;
      xmlNode *section = heading != NULL ? find_section (text, heading) : NULL;

      if (section != NULL)
        return section;
    }
  return text;
}

/* Where a clause that the newer text has not goes: after the one that it follows, or at the end of the section
 * or piece where it stood. */
static void
insert (Merging *self, guint i, xmlNode *new)
{
  xmlNode *own = g_hash_table_lookup (self->mine->nodes, self->mine->keys->pdata[i]);
  xmlNode *piece = find_piece (own);
  xmlNode *target = g_hash_table_lookup (self->newer->nodes, find_key (self->mine, piece));
  xmlNode *root = xmlDocGetRootElement (self->tree);

  for (guint j = i; j-- > 0;)
    {
      xmlNode *before = g_hash_table_lookup (self->mine->nodes, self->mine->keys->pdata[j]);
      xmlNode *at = g_hash_table_lookup (self->newer->nodes, self->mine->keys->pdata[j]);

      if (find_piece (before) != piece)
        break;
      if (at != NULL)
        {
          xmlAddNextSibling (at, new);
          return;
        }
    }
  if (target == NULL)
    target = mlg_template_find_child (root, "piece");
  xmlAddChild (find_room (target, own), new);
}

static void
keep_clause (Merging *self, guint i)
{
  char *key = self->mine->keys->pdata[i];
  xmlNode *old = g_hash_table_lookup (self->newer->nodes, key);
  xmlNode *new = copy (self, g_hash_table_lookup (self->mine->nodes, key));

  if (old != NULL)
    swap (old, new);
  else
    insert (self, i, new);
  g_hash_table_insert (self->newer->nodes, key, new);
}

static void
keep_clauses (Merging *self)
{
  for (guint i = 0; i < self->mine->keys->len; i++)
    if (g_hash_table_contains (self->kept, self->mine->keys->pdata[i]))
      keep_clause (self, i);
  for (guint i = 0; i < self->newer->keys->len; i++)
    {
      const char *key = self->newer->keys->pdata[i];
      xmlNode *node = g_hash_table_lookup (self->newer->nodes, key);

      if (!g_hash_table_contains (self->kept, key)
          || g_hash_table_contains (self->mine->nodes, key))
        continue;
      xmlUnlinkNode (node);
      xmlFreeNode (node);
      g_hash_table_remove (self->newer->nodes, key);
    }
}

/* The clauses that stand in a copy of a piece become those of the newer text. */
static void
settle_clauses (Merging *self, xmlNode *node, GHashTable *seen, GHashTable *moved)
{
  for (xmlNode *next; node != NULL; node = next)
    {
      g_autofree char *key = NULL;
      xmlNode *settled;

      next = node->next;
      if (!mlg_template_node_is (node, "clause"))
        {
          if (node->type == XML_ELEMENT_NODE)
            settle_clauses (self, node->children, seen, moved);
          continue;
        }
      key = mlg_passage_key_for_clause (node, seen);
      settled = g_hash_table_lookup (self->newer->nodes, key);
      if (settled != NULL && g_hash_table_add (moved, settled))
        {
          xmlUnlinkNode (settled);
          swap (node, settled);
          continue;
        }
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
}

static gboolean
holds_clause (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE
        && (mlg_template_node_is (child, "clause") || holds_clause (child)))
      return TRUE;
  return FALSE;
}

/* Clauses that only the newer text has come at the end, under the conditions that they have there. */
static void
bring_rest (xmlNode *node, xmlNode *text)
{
  for (xmlNode *next; node != NULL; node = next)
    {
      gboolean clause = mlg_template_node_is (node, "clause");
      gboolean control =
          mlg_template_node_is (node, "when") || mlg_template_node_is (node, "repeat");

      next = node->next;
      if (clause || (control && holds_clause (node)))
        {
          xmlUnlinkNode (node);
          xmlAddChild (text, node);
        }
      else if (node->type == XML_ELEMENT_NODE)
        bring_rest (node->children, text);
    }
}

/* Takes what stands around the clauses of a piece from the other text. */
static void
keep_piece (Merging *self, const char *key)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  xmlNode *old = g_hash_table_lookup (self->newer->nodes, key);
  xmlNode *own = g_hash_table_lookup (self->mine->nodes, key);
  xmlNode *new;

  if (own == NULL)
    {
      xmlUnlinkNode (old);
      xmlFreeNode (old);
      return;
    }
  new = copy (self, own);
  settle_clauses (self, new->children, seen, moved);
  if (old != NULL)
    {
      bring_rest (old->children, mlg_template_find_child (new, "text"));
      swap (old, new);
    }
  else
    xmlAddChild (xmlDocGetRootElement (self->tree), new);
}

/* Identity, purchase, questions and criteria. */
static void
keep_start (Merging *self, xmlNode *mine)
{
  xmlNode *root = xmlDocGetRootElement (self->tree);
  xmlNode *piece;

  for (xmlNode *child = root->children, *next; child != NULL; child = next)
    {
      next = child->next;
      if (child->type != XML_ELEMENT_NODE || mlg_template_node_is (child, "piece"))
        continue;
      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
  piece = mlg_template_find_child (root, "piece");
  for (xmlNode *child = mine->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && !mlg_template_node_is (child, "piece"))
      xmlAddPrevSibling (piece, copy (self, child));
}

static const xmlNode *
find_field (const xmlNode *fields, const char *name)
{
  for (const xmlNode *field = fields != NULL ? fields->children : NULL; field != NULL;
       field = field->next)
    if (mlg_template_node_is (field, "field") && g_strcmp0 (mlg_xml_get (field, "name"), name) == 0)
      return field;
  return NULL;
}

static xmlNode *
ensure_fields (xmlNode *root)
{
  xmlNode *fields = mlg_template_find_child (root, "fields");
  xmlNode *before = mlg_template_find_child (root, "purchase");

  if (fields != NULL)
    return fields;
  fields = xmlNewDocNode (root->doc, root->ns, (const xmlChar *) "fields", NULL);
  return xmlAddNextSibling (before != NULL ? before : mlg_template_find_child (root, "identity"),
                            fields);
}

/* Questions that only the passages that were kept name still are asked. */
static void
bring_fields (xmlDoc *tree, const xmlNode *mine)
{
  xmlNode *root = xmlDocGetRootElement (tree);
  const xmlNode *own = mlg_template_find_child (mine, "fields");
  const xmlNode *fields = mlg_template_find_child (root, "fields");
  g_autofree char *text = mlg_xml_write_node (root);

  for (const xmlNode *field = own != NULL ? own->children : NULL; field != NULL;
       field = field->next)
    {
      const char *name = mlg_template_node_is (field, "field") ? mlg_xml_get (field, "name") : NULL;
      g_autofree char *pattern =
          name != NULL ? g_strdup_printf ("(?<![a-z0-9-])%s(?![a-z0-9-])", name) : NULL;

      if (name == NULL || find_field (fields, name) != NULL
          || !g_regex_match_simple (pattern, text, 0, 0))
        continue;
      xmlAddChild (ensure_fields (root), xmlDocCopyNode ((xmlNode *) field, tree, 1));
      fields = mlg_template_find_child (root, "fields");
    }
}

static void
merge (Merging *self, GPtrArray *pieces, xmlNode *mine)
{
  keep_clauses (self);
  for (guint i = 0; i < pieces->len; i++)
    if (g_hash_table_contains (self->kept, pieces->pdata[i]))
      {
        keep_piece (self, pieces->pdata[i]);
        g_hash_table_remove (self->kept, pieces->pdata[i]);
      }
  if (g_hash_table_contains (self->kept, MLG_PASSAGE_START))
    keep_start (self, mine);
}

/**
 * mlg_template_merge:
 * @mine: a text of a template; it stays as it is
 * @newer: another revision of it; it stays as it is
 * @kept: (element-type utf8): a set of keys of passages, see MlgPassage, that stay as @mine has them
 *
 * Makes one text of two: @newer, with those passages of @mine that somebody keeps: changed ones, those that it
 * has more, and without those that it has not.
 *
 * Errors: %MLG_TEMPLATE_ERROR_INVALID when both together do not make a template.
 *
 * Returns: (transfer full): the template
 */
MlgTemplate *
mlg_template_merge (MlgTemplate *mine, MlgTemplate *newer, GHashTable *kept, GError **error)
{
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = mlg_template_get_title (newer);
  xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (mine));
  xmlDoc *tree = xmlCopyDoc (mlg_template_get_tree (newer), 1);
  g_auto (Places) own = { 0 };
  g_auto (Places) places = { 0 };
  Merging merging = { tree, &own, &places, left };
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (left, g_strdup (key));
  collect (&own, pieces, root);
  collect (&places, pieces, xmlDocGetRootElement (tree));
  merge (&merging, pieces, root);
  bring_fields (tree, root);
  return mlg_compose_finish (tree, name, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-difference.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-fragment.h"
#include "library/mlg-passage-keys-private.h"
#include "library/mlg-text-lines.h"

static void
passage_free (gpointer data)
{
  MlgPassage *passage = data;

  if (passage == NULL) /* it was handed over */
    return;
  g_free (passage->key);
  g_free (passage->title);
  g_free (passage->piece);
  g_free (passage->uri);
  g_free (passage->before);
  g_free (passage->after);
  g_clear_pointer (&passage->runs, g_ptr_array_unref);
  g_free (passage);
}

/* The passages of one template, each under a key that the same passage of another revision has too. */
typedef struct
{
  GPtrArray *keys;     /* (owned) (element-type utf8) in their order */
  GPtrArray *passages; /* (owned) (element-type MlgPassage) with the words in after */
  GHashTable *taken;   /* (owned) the keys of clauses */
  GHashTable *seen;    /* (owned) key → index + 1 */
} Passages;

static void
passages_clear (Passages *self)
{
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->passages);
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->seen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Passages, passages_clear)

static void
add (Passages *self, char *key, char *title, const char *piece, const char *uri, char *words)
{
  MlgPassage *passage = g_new0 (MlgPassage, 1);

  passage->key = g_strdup (key);
  passage->title = title;
  passage->piece = g_strdup (piece);
  passage->uri = g_strdup (uri);
  passage->after = words;
  g_ptr_array_add (self->keys, key);
  g_ptr_array_add (self->passages, passage);
}

static char *
get_title (const xmlNode *element)
{
  char *title = mlg_fragment_get_text (mlg_template_find_child (element, "title"));

  return title != NULL ? title : g_strdup ("");
}

/* Takes the clauses out of a copy of a piece, so that its rest is what stands around them. */
static void
take_clauses (Passages *self, xmlNode *node, const char *piece)
{
  for (xmlNode *next; node != NULL; node = next)
    {
      next = node->next;
      if (!mlg_template_node_is (node, "clause"))
        {
          if (node->type == XML_ELEMENT_NODE)
            take_clauses (self, node->children, piece);
          continue;
        }
      add (self, mlg_passage_key_for_clause (node, self->taken), get_title (node), piece,
           mlg_xml_get (node, "uri"), mlg_text_lines_from_node (node));
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
}

static void
take_piece (Passages *self, xmlNode *element, guint n)
{
  g_autofree char *title = get_title (element);
  guint at = self->passages->len;

  take_clauses (self, element->children, title);
  add (self, mlg_passage_key_for_piece (element, n), g_strdup (title), title, NULL,
       mlg_text_lines_from_node (element));
  /* What stands around the clauses comes before them. */
  g_ptr_array_insert (self->keys, (gint) at,
                      g_ptr_array_steal_index (self->keys, self->keys->len - 1));
  g_ptr_array_insert (self->passages, (gint) at,
                      g_ptr_array_steal_index (self->passages, self->passages->len - 1));
}

static void
collect (Passages *self, MlgTemplate *template)
{
  g_autoptr (xmlDoc) copy = xmlCopyDoc (mlg_template_get_tree (template), 1);
  xmlNode *root = xmlDocGetRootElement (copy);
  guint n = 0;

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->passages = g_ptr_array_new_with_free_func (passage_free);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (xmlNode *child = root->children, *next; child != NULL; child = next)
    {
      next = child->next;
      if (!mlg_template_node_is (child, "piece"))
        continue;
      take_piece (self, child, n++);
      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
  add (self, g_strdup (MLG_PASSAGE_START),
       g_strdup (_ ("Identity, purchase, questions and criteria")), NULL, NULL,
       mlg_text_lines_from_node (root));
  for (guint i = 0; i < self->keys->len; i++)
    g_hash_table_insert (self->seen, self->keys->pdata[i], GUINT_TO_POINTER (i + 1));
}

static void
settle (MlgPassage *passage, MlgPassage *old)
{
  if (old == NULL)
    {
      passage->fate = MLG_PASSAGE_ADDED;
      return;
    }
  passage->before = g_steal_pointer (&old->after);
  if (g_str_equal (passage->before, passage->after))
    return;
  passage->fate = MLG_PASSAGE_CHANGED;
  passage->runs = mlg_word_difference (passage->before, passage->after);
}

static void
add_removed (GPtrArray *result, MlgPassage *old)
{
  old->fate = MLG_PASSAGE_REMOVED;
  old->before = g_steal_pointer (&old->after);
  g_ptr_array_add (result, old);
}

/**
 * mlg_template_compare:
 * @before: a revision of a template
 * @after: another, or another template
 *
 * Compares clause by clause, and word by word inside one. A clause is the same by its identifier, wherever it
 * stands.
 *
 * Returns: (transfer full) (element-type MlgPassage): the passages of @after in their order, the start of the
 *   template last; then those of @before that it has not
 */
GPtrArray *
mlg_template_compare (MlgTemplate *before, MlgTemplate *after)
{
  g_auto (Passages) old = { 0 };
  g_auto (Passages) new = { 0 };
  GPtrArray *result = g_ptr_array_new_with_free_func (passage_free);

  collect (&old, before);
  collect (&new, after);
  for (guint i = 0; i < new.passages->len; i++)
    {
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (old.seen, new.keys->pdata[i]));

      settle (new.passages->pdata[i], at > 0 ? old.passages->pdata[at - 1] : NULL);
      g_ptr_array_add (result, new.passages->pdata[i]);
    }
  for (guint i = 0; i < old.passages->len; i++)
    if (!g_hash_table_contains (new.seen, old.keys->pdata[i]))
      add_removed (result, g_steal_pointer (&old.passages->pdata[i]));
  g_ptr_array_set_free_func (new.passages, NULL);
  return result;
}

static void
collect_changed (MlgTemplate *before, MlgTemplate *after, GHashTable *changed)
{
  g_autoptr (GPtrArray) passages = mlg_template_compare (before, after);

  for (guint i = 0; i < passages->len; i++)
    {
      const MlgPassage *passage = passages->pdata[i];

      if (passage->fate != MLG_PASSAGE_SAME)
        g_hash_table_add (changed, g_strdup (passage->key));
    }
}

/**
 * mlg_template_compare_both:
 * @base: (nullable): the revision from which both were made; %NULL when nobody has it any more
 * @mine: a text made from it
 * @newer: another
 *
 * Compares two texts like mlg_template_compare(), and tells of each passage that differs who changed it. Without
 * @base that is not known: both may have.
 *
 * Returns: (transfer full) (element-type MlgPassage): from @mine to @newer
 */
GPtrArray *
mlg_template_compare_both (MlgTemplate *base, MlgTemplate *mine, MlgTemplate *newer)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) theirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *passages = mlg_template_compare (mine, newer);

  if (base != NULL)
    {
      collect_changed (base, mine, own);
      collect_changed (base, newer, theirs);
    }
  for (guint i = 0; i < passages->len; i++)
    {
      MlgPassage *passage = passages->pdata[i];

      passage->mine = base == NULL || g_hash_table_contains (own, passage->key);
      passage->theirs = base == NULL || g_hash_table_contains (theirs, passage->key);
    }
  return passages;
}

/**
 * mlg_template_count_changed:
 * @passages: (element-type MlgPassage): what mlg_template_compare() gave
 *
 * Returns: how many differ
 */
guint
mlg_template_count_changed (GPtrArray *passages)
{
  guint n = 0;

  for (guint i = 0; i < passages->len; i++)
    n += ((MlgPassage *) passages->pdata[i])->fate != MLG_PASSAGE_SAME;
  return n;
}

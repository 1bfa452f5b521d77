/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-difference.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-xml-write.h"
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
  GPtrArray *settings; /* (owned) (element-type GString) what their words do not say */
  GHashTable *taken;   /* (owned) the keys of clauses */
  GHashTable *seen;    /* (owned) key → index + 1 */
} Passages;

static void
passages_clear (Passages *self)
{
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->settings);
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->seen);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Passages, passages_clear)

static void
settings_free (gpointer data)
{
  g_string_free (data, TRUE);
}

/* Weights, conditions, questions in the text and codes, a line each. Who an element is says nothing new. */
static GString *
list_settings (const char *markup)
{
  static const char pattern[] = "\\s(?!xmlns|xml:id|uri=|revision=)([a-z:-]+)=\"([^\"]*)\"";
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GString *settings = g_string_new (NULL);

  for (gboolean more = g_regex_match (regex, markup, 0, &match); more;
       more = g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *value = g_match_info_fetch (match, 2);

      g_string_append_printf (settings, "%s = %s\n", name, value);
    }
  g_string_replace (settings, "&lt;", "<", 0);
  g_string_replace (settings, "&gt;", ">", 0);
  g_string_replace (settings, "&quot;", "\"", 0);
  g_string_replace (settings, "&amp;", "&", 0);
  return settings;
}

static void
add (Passages *self, char *key, char *title, const char *piece, const xmlNode *element)
{
  MlgPassage *passage = g_new0 (MlgPassage, 1);
  g_autofree char *markup = mlg_xml_write_node (element);

  passage->key = g_strdup (key);
  passage->title = title;
  passage->piece = g_strdup (piece);
  passage->uri =
      g_strdup (mlg_template_node_is (element, "clause") ? mlg_xml_get (element, "uri") : NULL);
  passage->after = mlg_text_lines_from_markup (markup);
  g_ptr_array_add (self->keys, key);
  g_ptr_array_add (self->passages, passage);
  g_ptr_array_add (self->settings, list_settings (markup));
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
      add (self, mlg_passage_key_for_clause (node, self->taken), get_title (node), piece, node);
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
  add (self, mlg_passage_key_for_piece (element, n), g_strdup (title), title, element);
  /* What stands around the clauses comes before them. */
  g_ptr_array_insert (self->keys, (gint) at,
                      g_ptr_array_steal_index (self->keys, self->keys->len - 1));
  g_ptr_array_insert (self->passages, (gint) at,
                      g_ptr_array_steal_index (self->passages, self->passages->len - 1));
  g_ptr_array_insert (self->settings, (gint) at,
                      g_ptr_array_steal_index (self->settings, self->settings->len - 1));
}

static void
collect (Passages *self, MlgTemplate *template)
{
  g_autoptr (xmlDoc) copy = xmlCopyDoc (mlg_template_get_tree (template), 1);
  xmlNode *root = xmlDocGetRootElement (copy);
  guint n = 0;

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->passages = g_ptr_array_new_with_free_func (passage_free);
  self->settings = g_ptr_array_new_with_free_func (settings_free);
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
       g_strdup (_ ("Identity, purchase, questions and criteria")), NULL, root);
  for (guint i = 0; i < self->keys->len; i++)
    g_hash_table_insert (self->seen, self->keys->pdata[i], GUINT_TO_POINTER (i + 1));
}

/* The order of those clauses that both have belongs to what a piece says around them. They are called as
 * in @names, so that another title is no other order. */
static void
append_orders (Passages *self, const Passages *other, const Passages *names)
{
  GString *order = NULL;

  for (guint i = 0; i < self->passages->len; i++)
    {
      const MlgPassage *passage = self->passages->pdata[i];

      if (g_str_has_prefix (passage->key, "piece "))
        order = self->settings->pdata[i];
      else if (order != NULL && passage->uri != NULL
               && g_hash_table_contains (other->seen, passage->key))
        {
          guint at = GPOINTER_TO_UINT (g_hash_table_lookup (names->seen, passage->key));

          g_string_append_printf (order, "%s\n",
                                  ((const MlgPassage *) names->passages->pdata[at - 1])->title);
        }
    }
}

static void
settle (MlgPassage *passage, const GString *settings, MlgPassage *old, const GString *old_settings)
{
  if (old == NULL)
    {
      passage->fate = MLG_PASSAGE_ADDED;
      return;
    }
  passage->before = g_steal_pointer (&old->after);
  if (g_str_equal (passage->before, passage->after))
    {
      if (g_string_equal (settings, old_settings))
        return;
      /* The words are the same: what else differs is shown. */
      g_free (passage->before);
      g_free (passage->after);
      passage->before = g_strdup (old_settings->str);
      passage->after = g_strdup (settings->str);
    }
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
 * Compares clause by clause, and word by word inside one; where all words are the same, what else is said of it:
 * weights, conditions, codes, the order of the clauses. A clause is the same by its identifier, wherever it stands.
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
  append_orders (&old, &new, &new);
  append_orders (&new, &old, &new);
  for (guint i = 0; i < new.passages->len; i++)
    {
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (old.seen, new.keys->pdata[i]));

      settle (new.passages->pdata[i], new.settings->pdata[i],
              at > 0 ? old.passages->pdata[at - 1] : NULL,
              at > 0 ? old.settings->pdata[at - 1] : NULL);
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

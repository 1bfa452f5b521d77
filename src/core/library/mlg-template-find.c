/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-find.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-document-names.h"
#include "library/mlg-compose-private.h"
#include "library/mlg-fragment.h"

/* How much of a paragraph is told around what was found, in characters. */
#define AROUND 40

/* A piece of text of one paragraph, and where it begins in the words of the paragraph. */
typedef struct
{
  xmlNode *node;
  gsize start; /* bytes */
} Part;

typedef struct
{
  const char *words;
  MlgFindFlags flags;
  GPtrArray
      *found; /* (unowned) (nullable) (element-type MlgFoundWords): none when words are replaced */
  const char *by;  /* (nullable) */
  int which;       /* the place that is replaced, from 0; -1 for all */
  int n;           /* places so far */
  char *title;     /* (owned) (nullable) around what is being read */
  const char *uri; /* (nullable) */
} Search;

static void
found_words_free (gpointer data)
{
  MlgFoundWords *found = data;

  g_free (found->title);
  g_free (found->uri);
  g_free (found->before);
  g_free (found->found);
  g_free (found->after);
  g_free (found);
}

/* Typed with one key, printed in several ways: apostrophes, hyphens, spaces. */
static gunichar
level (gunichar c, MlgFindFlags flags)
{
  switch (c)
    {
    case 0x2019:
    case 0x02BC:
      return '\'';
    case 0x00A0:
    case 0x202F:
    case '\t':
    case '\n':
      return ' ';
    case 0x2010:
    case 0x2011:
      return '-';
    default:
      return (flags & MLG_FIND_CASE) != 0 ? c : g_unichar_tolower (c);
    }
}

/* Returns: where @words end when they begin at @at; else %NULL */
static const char *
match (const char *at, const char *words, MlgFindFlags flags)
{
  for (; *words != '\0'; words = g_utf8_next_char (words), at = g_utf8_next_char (at))
    if (*at == '\0'
        || level (g_utf8_get_char (at), flags) != level (g_utf8_get_char (words), flags))
      return NULL;
  return at;
}

static gboolean
is_whole (const char *text, const char *start, const char *end)
{
  const char *before = start > text ? g_utf8_prev_char (start) : NULL;

  return (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
         && (*end == '\0' || !g_unichar_isalnum (g_utf8_get_char (end)));
}

static const char *
find_next (const Search *self, const char *text, const char *from, const char **end)
{
  for (; *from != '\0'; from = g_utf8_next_char (from))
    {
      *end = match (from, self->words, self->flags);
      if (*end != NULL
          && ((self->flags & MLG_FIND_WHOLE_WORDS) == 0 || is_whole (text, from, *end)))
        return from;
    }
  return NULL;
}

/* Text nodes of a paragraph, through what only shapes letters; a field or a condition ends them. */
static void
collect_parts (GArray *parts, GString *text, xmlNode *node, GPtrArray *others)
{
  for (; node != NULL; node = node->next)
    {
      Part part = { node, text->len };

      if (node->type == XML_TEXT_NODE)
        {
          g_array_append_val (parts, part);
          g_string_append (text, (const char *) node->content);
        }
      else if (mlg_document_node_is (node, "field") || mlg_template_node_is (node, "value"))
        g_string_append_unichar (text, 0xFFFC);
      else if (mlg_template_node_is (node, "when") || mlg_template_node_is (node, "otherwise")
               || mlg_template_node_is (node, "repeat"))
        {
          g_string_append_unichar (text, 0xFFFC);
          g_ptr_array_add (others, node);
        }
      else if (node->type == XML_ELEMENT_NODE)
        collect_parts (parts, text, node->children, others);
    }
}

static void
tell (Search *self, const xmlNode *block, const char *text, const char *start, const char *end)
{
  MlgFoundWords *found = g_new0 (MlgFoundWords, 1);
  glong n = g_utf8_pointer_to_offset (text, start);
  const char *from = g_utf8_offset_to_pointer (text, MAX (n - AROUND, 0));
  glong left = g_utf8_strlen (end, -1);

  found->title = g_strdup (self->title != NULL ? self->title : "");
  found->uri = g_strdup (self->uri);
  found->before = g_strdup_printf ("%s%.*s", n > AROUND ? "…" : "", (int) (start - from), from);
  found->found = g_strndup (start, (gsize) (end - start));
  found->after =
      left > AROUND
          ? g_strdup_printf ("%.*s…", (int) (g_utf8_offset_to_pointer (end, AROUND) - end), end)
          : g_strdup (end);
  found->line = mlg_xml_get_line (block);
  g_ptr_array_add (self->found, found);
}

/* What stands between two places of a paragraph goes out of its nodes; the first one gets the new words. */
static void
replace_in_parts (GArray *parts, gsize start, gsize end, const char *by)
{
  for (guint i = parts->len; i-- > 0;)
    {
      const Part *part = &g_array_index (parts, Part, i);
      const char *content = (const char *) part->node->content;
      gsize length = strlen (content);
      gsize from = MAX (start, part->start) - part->start;
      gsize to = MIN (end, part->start + length) - MIN (end, part->start);
      gboolean first = start >= part->start && start < part->start + length;
      g_autofree char *changed = NULL;

      if (start >= part->start + length || end <= part->start)
        continue;
      changed = g_strdup_printf ("%.*s%s%s", (int) from, content, first ? by : "", content + to);
      xmlNodeSetContentLen (part->node, (const xmlChar *) changed, (int) strlen (changed));
    }
}

static void
search_parts (Search *self, const xmlNode *block, GArray *parts, const char *text)
{
  /* From the last to the first, so that places stay where they are while words change. */
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *end = NULL;

  for (const char *at = find_next (self, text, text, &end); at != NULL;
       at = find_next (self, text, end, &end))
    {
      gsize span[] = { (gsize) (at - text), (gsize) (end - text) };

      if (self->found != NULL)
        tell (self, block, text, at, end);
      if (self->by != NULL && (self->which < 0 || self->which == self->n))
        g_array_append_vals (places, span, 2);
      self->n++;
    }
  for (guint i = places->len; i > 0; i -= 2)
    replace_in_parts (parts, g_array_index (places, gsize, i - 2),
                      g_array_index (places, gsize, i - 1), self->by);
}

/* Bold around nothing goes with its words. */
static void
drop_empty (GArray *parts, const xmlNode *block)
{
  for (guint i = 0; i < parts->len; i++)
    {
      xmlNode *node = g_array_index (parts, Part, i).node;

      while (node != block && node->children == NULL
             && (node->type != XML_TEXT_NODE || *node->content == '\0'))
        {
          xmlNode *parent = node->parent;

          xmlUnlinkNode (node);
          xmlFreeNode (node);
          node = parent;
        }
    }
}

/* A paragraph, or a part of one under a condition. */
static void
search_words (Search *self, xmlNode *block)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  collect_parts (parts, text, block->children, others);
  search_parts (self, block, parts, text->str);
  if (self->by != NULL)
    drop_empty (parts, block);
  for (guint i = 0; i < others->len; i++)
    search_words (self, others->pdata[i]);
}

static gboolean
is_words (const xmlNode *node)
{
  static const char *const names[] = { "title",     "link",     "proof",  "sanction", "why",
                                       "vigilance", "elements", "method", "help",     "label" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (mlg_template_node_is (node, names[i]))
      return TRUE;
  return node->ns != NULL && g_strcmp0 ((const char *) node->ns->href, MLG_DOCUMENT_NAMESPACE) == 0
         && mlg_document_content (node) == MLG_CONTENT_WORDS;
}

static char *
find_title (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "title") || mlg_document_node_is (child, "heading")
        || mlg_template_node_is (child, "label"))
      return mlg_fragment_get_text (child);
  return NULL;
}

static void
search (Search *self, xmlNode *node)
{
  char *title = self->title;
  const char *uri = self->uri;

  if (is_words (node))
    {
      search_words (self, node);
      return;
    }
  if (mlg_template_node_is (node, "clause"))
    self->uri = mlg_xml_get (node, "uri");
  self->title = find_title (node);
  if (self->title == NULL)
    self->title = g_strdup (title);
  for (xmlNode *child = node->children, *next; child != NULL; child = next)
    {
      next = child->next;
      if (child->type == XML_ELEMENT_NODE)
        search (self, child);
    }
  g_free (self->title);
  self->title = title;
  self->uri = uri;
}

/* Questions, criteria and pieces: what goes out and what is for the drafter, not the identity. */
static void
search_all (Search *self, xmlDoc *tree)
{
  static const char *const parts[] = { "fields", "criteria", "piece" };

  if (*self->words == '\0')
    return;
  for (xmlNode *child = xmlDocGetRootElement (tree)->children; child != NULL; child = child->next)
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
      if (mlg_template_node_is (child, parts[i]))
        search (self, child);
}

/**
 * mlg_template_find_words:
 * @words: what is looked for; apostrophes, hyphens and spaces of all kinds are the same
 *
 * Finds words in the questions, criteria and pieces of a template, also across bold and italics.
 *
 * Returns: (transfer full) (element-type MlgFoundWords): the places, in their order
 */
GPtrArray *
mlg_template_find_words (MlgTemplate *template, const char *words, MlgFindFlags flags)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (found_words_free);
  Search self = { .words = words, .flags = flags, .found = found, .which = -1 };

  search_all (&self, mlg_template_get_tree (template));
  return found;
}

/**
 * mlg_template_replace_words:
 * @template: a template, which stays as it is
 * @by: what takes their place; it has the shape of the first letter that goes
 * @which: one place, from 0, as mlg_template_find_words() tells them; -1 for all
 *
 * Errors: %MLG_TEMPLATE_ERROR_UNKNOWN when the words are not there (any more), %MLG_TEMPLATE_ERROR_INVALID.
 *
 * Returns: (transfer full): the template with other words
 */
MlgTemplate *
mlg_template_replace_words (MlgTemplate *template,
                            const char *words,
                            MlgFindFlags flags,
                            const char *by,
                            int which,
                            GError **error)
{
  g_autofree char *name = mlg_template_get_title (template);
  g_autoptr (xmlDoc) tree = xmlCopyDoc (mlg_template_get_tree (template), 1);
  Search self = { .words = words, .flags = flags, .by = by, .which = which };

  search_all (&self, tree);
  if (self.n > MAX (which, 0))
    return mlg_compose_finish (g_steal_pointer (&tree), name, error);
  g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN,
               _ ("“%s” is not in the text any more"), words);
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-xml.h"
#include "mlg-check-private.h"
#include "mlg-rules-private.h"
#include "store/mlg-fold.h"

/* Words that the rules look for in the text: risky wordings, and the names of labels. */
#define EQUIVALENT "\\b[ée]quivalent(e|s|es|ce)?\\b"

/* How many characters are shown on each side of what was found. */
#define AROUND 40

typedef struct
{
  GRegex *regex;  /* (owned) */
  GStrv literals; /* (owned) (nullable) what a text must hold one of, folded */
} Pattern;

/* What one wording or label looks for. */
typedef struct
{
  const xmlNode *node; /* of the rules */
  GPtrArray *patterns; /* (owned) (element-type Pattern) */
  GPtrArray *unless;   /* (owned) (element-type Pattern) */
} Words;

/* A passage in the two forms that are looked at. */
typedef struct
{
  const char *text;
  const char *folded;
} Passage;

static void
pattern_free (gpointer data)
{
  Pattern *pattern = data;

  g_regex_unref (pattern->regex);
  g_strfreev (pattern->literals);
  g_free (pattern);
}

static void
words_free (Words *words)
{
  g_ptr_array_unref (words->patterns);
  g_ptr_array_unref (words->unless);
  g_free (words);
}

static GPtrArray *
compile (const xmlNode *node, const char *name)
{
  GPtrArray *compiled = g_ptr_array_new_with_free_func (pattern_free);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *text = NULL;
      Pattern *pattern;

      if (!mlg_rules_node_is (child, name))
        continue;
      text = mlg_rules_get_text (child, NULL);
      pattern = g_new0 (Pattern, 1);
      pattern->regex = mlg_rules_compile_pattern (text, NULL);
      pattern->literals = mlg_check_find_literals (text);
      g_ptr_array_add (compiled, pattern);
    }
  return compiled;
}

static void
prepare (MlgCheckTree *self, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      Words *words = g_new0 (Words, 1);

      words->node = nodes->pdata[i];
      words->patterns = compile (words->node, "pattern");
      words->unless = compile (words->node, "unless");
      g_ptr_array_add (self->words, words);
    }
}

void
mlg_check_words_prepare (MlgCheckTree *self)
{
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) words_free);
  prepare (self, mlg_rules_get_wordings (self->rules));
  prepare (self, mlg_rules_get_labels (self->rules));
}

static gboolean
may_match (const Pattern *pattern, const Passage *passage)
{
  if (pattern->literals == NULL)
    return TRUE;
  for (char **literal = pattern->literals; *literal != NULL; literal++)
    if (strstr (passage->folded, *literal) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
any_matches (GPtrArray *patterns, const Passage *passage)
{
  for (guint i = 0; i < patterns->len; i++)
    {
      const Pattern *pattern = patterns->pdata[i];

      if (may_match (pattern, passage) && g_regex_match (pattern->regex, passage->text, 0, NULL))
        return TRUE;
    }
  return FALSE;
}

static xmlNode *
add (MlgCheckTree *self, const xmlNode *passage, const char *name, const char *found)
{
  xmlNode *node = xmlNewTextChild (self->root, NULL, (const xmlChar *) name, (xmlChar *) found);
  g_autofree char *line = g_strdup_printf ("%d", mlg_xml_get_line (passage));
  g_autofree char *column = g_strdup_printf ("%d", mlg_xml_get_column (passage));

  mlg_xml_set (node, "line", line);
  mlg_xml_set (node, "column", column);
  return node;
}

static void
add_label (MlgCheckTree *self,
           const xmlNode *passage,
           const Words *words,
           const char *text,
           const char *found)
{
  xmlNode *node = add (self, passage, "label", found);
  gboolean equivalent = g_regex_match_simple (EQUIVALENT, text, G_REGEX_CASELESS, 0);

  mlg_xml_set (node, "id", mlg_xml_get (words->node, "id"));
  mlg_xml_set (node, "kind", mlg_xml_get (words->node, "kind"));
  mlg_xml_set (node, "requirable", mlg_xml_get (words->node, "requirable"));
  mlg_xml_set (node, "equivalent", equivalent ? "yes" : "no");
}

static const char *
step (const char *from, const char *end, int by)
{
  const char *at = from;

  for (guint i = 0; i < AROUND && at != end; i++)
    at = by < 0 ? g_utf8_prev_char (at) : g_utf8_next_char (at);
  return at;
}

/* What was found, within the words around it. */
static char *
quote (const char *text, GMatchInfo *match)
{
  const char *end = text + strlen (text);
  int from = 0, to = 0;
  const char *first, *last;
  g_autofree char *words = NULL;

  g_match_info_fetch_pos (match, 0, &from, &to);
  first = step (text + from, text, -1);
  last = step (text + to, end, 1);
  while (first != text && first < text + from && first[-1] != ' ')
    first = g_utf8_next_char (first);
  while (last != end && last > text + to && *last != ' ')
    last = g_utf8_prev_char (last);
  words = g_strndup (first, (gsize) (last - first));
  return g_strconcat (first != text ? "… " : "", g_strstrip (words), last != end ? " …" : "", NULL);
}

/* One finding for each wording and label of a passage is enough to lead a person there. */
static void
find (MlgCheckTree *self, const xmlNode *at, const Words *words, const Passage *passage)
{
  for (guint i = 0; i < words->patterns->len; i++)
    {
      const Pattern *pattern = words->patterns->pdata[i];
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *found = NULL;

      if (!may_match (pattern, passage)
          || !g_regex_match (pattern->regex, passage->text, 0, &match))
        continue;
      if (any_matches (words->unless, passage))
        return;
      found = quote (passage->text, match);
      if (mlg_rules_node_is (words->node, "label"))
        add_label (self, at, words, passage->text, found);
      else
        mlg_xml_set (add (self, at, "finding", found), "wording",
                     mlg_xml_get (words->node, "name"));
      return;
    }
}

/* A passage as it reads once it is filled. */
static xmlChar *
read_passage (MlgCheckTree *self, const xmlNode *passage, xmlNode *at)
{
  xmlNode *filled;
  xmlChar *text;

  if (self->fill.template == NULL)
    return xmlNodeGetContent (passage);
  filled = mlg_fill_add (&self->fill, xmlDocGetRootElement (self->fill.out), "p");
  mlg_fill_children (&self->fill, passage, filled, at);
  text = xmlNodeGetContent (filled);
  xmlUnlinkNode (filled);
  xmlFreeNode (filled);
  return text;
}

/* Looks in an element that holds a line of words; its relative expressions start from @at. */
void
mlg_check_words_find (MlgCheckTree *self, const xmlNode *passage, xmlNode *at)
{
  g_autoptr (xmlChar) content = read_passage (self, passage, at);
  g_autoptr (GString) text = g_string_new ((const char *) content);

  g_autofree char *folded = NULL;
  Passage read;

  g_string_replace (text, "'", "’", 0);
  folded = mlg_fold (text->str);
  read.text = text->str;
  read.folded = folded;
  for (guint i = 0; i < self->words->len; i++)
    {
      const Words *words = self->words->pdata[i];

      /* Few patterns match, and what would undo them is looked for only then. */
      find (self, passage, words, &read);
    }
}

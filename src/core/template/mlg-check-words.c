/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-xml.h"
#include "mlg-check-private.h"
#include "mlg-rules-private.h"
#include "store/mlg-fold.h"

/* Words that the rules look for in the text: risky wordings, and the names of labels. */

/* How many characters are shown on each side of what was found. */
#define AROUND 40

/* Three letters that follow each other are one of so many kinds. */
#define N_TRIPLES 4096

/* A word that a text must hold, and the kinds of its first and of its last three letters. */
typedef struct
{
  char *text; /* (owned) */
  guint first, last;
} Literal;

typedef struct
{
  GRegex *regex;    /* (owned) */
  GPtrArray *needs; /* (owned) (element-type GArray of Literal) of each of these a text holds one */
} Pattern;

/* What one wording or label looks for. */
typedef struct
{
  const xmlNode *node; /* of the rules */
  GPtrArray *patterns; /* (owned) (element-type Pattern) */
  GPtrArray *unless;   /* (owned) (element-type Pattern) */
} Words;

/* A passage in the forms that are looked at. */
typedef struct
{
  const char *text;
  const char *folded;
  guint64 triples[N_TRIPLES / 64]; /* the kinds that the folded text holds */
} Passage;

static void
pattern_free (gpointer data)
{
  Pattern *pattern = data;

  g_regex_unref (pattern->regex);
  g_ptr_array_unref (pattern->needs);
  g_free (pattern);
}

static void
words_free (gpointer data)
{
  Words *words = data;

  g_ptr_array_unref (words->patterns);
  g_ptr_array_unref (words->unless);
  g_free (words);
}

static guint
kind_of (const char *triple)
{
  const guchar *letters = (const guchar *) triple;

  return ((letters[0] * 31U + letters[1]) * 31U + letters[2]) % N_TRIPLES;
}

static void
clear_literal (gpointer data)
{
  g_free (((Literal *) data)->text);
}

static GArray *
make_need (GStrv words)
{
  GArray *need = g_array_new (FALSE, FALSE, sizeof (Literal));

  g_array_set_clear_func (need, clear_literal);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      Literal literal = { .text = g_strdup (words[i]) };

      if (length >= 3)
        {
          literal.first = kind_of (words[i]);
          literal.last = kind_of (words[i] + length - 3);
        }
      g_array_append_val (need, literal);
    }
  return need;
}

static Pattern *
make_pattern (const char *text)
{
  g_autoptr (GPtrArray) literals = mlg_check_find_literals (text);
  Pattern *pattern = g_new0 (Pattern, 1);

  pattern->regex = mlg_rules_compile_pattern (text, G_REGEX_OPTIMIZE, NULL);
  pattern->needs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < literals->len; i++)
    g_ptr_array_add (pattern->needs, make_need (literals->pdata[i]));
  return pattern;
}

static GPtrArray *
compile (const xmlNode *node, const char *name)
{
  GPtrArray *compiled = g_ptr_array_new_with_free_func (pattern_free);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (mlg_rules_node_is (child, name))
      {
        g_autofree char *text = mlg_rules_get_text (child, NULL);

        g_ptr_array_add (compiled, make_pattern (text));
      }
  return compiled;
}

static void
add_all (GPtrArray *all, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      Words *words = g_new0 (Words, 1);

      words->node = nodes->pdata[i];
      words->patterns = compile (words->node, "pattern");
      words->unless = compile (words->node, "unless");
      g_ptr_array_add (all, words);
    }
}

/* Returns: (transfer full): what mlg_check_words_find() looks for, which never changes */
GPtrArray *
mlg_check_words_compile (const MlgRules *rules)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (words_free);

  add_all (all, mlg_rules_get_wordings (rules));
  add_all (all, mlg_rules_get_labels (rules));
  return all;
}

static void
see_triples (Passage *passage)
{
  const char *p = passage->folded;

  for (; p[0] != '\0' && p[1] != '\0' && p[2] != '\0'; p++)
    {
      guint kind = kind_of (p);

      passage->triples[kind / 64] |= G_GUINT64_CONSTANT (1) << kind % 64;
    }
}

static gboolean
has_kind (const Passage *passage, guint kind)
{
  return (passage->triples[kind / 64] >> kind % 64 & 1) != 0;
}

static gboolean
holds_one (const Passage *passage, const GArray *need)
{
  for (guint i = 0; i < need->len; i++)
    {
      const Literal *literal = &g_array_index (need, Literal, i);

      if (literal->text[2] != '\0'
          && !(has_kind (passage, literal->first) && has_kind (passage, literal->last)))
        continue;
      if (strstr (passage->folded, literal->text) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
may_match (const Pattern *pattern, const Passage *passage)
{
  for (guint i = 0; i < pattern->needs->len; i++)
    if (!holds_one (passage, pattern->needs->pdata[i]))
      return FALSE;
  return TRUE;
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

static gboolean
says_equivalent (const char *text)
{
  static GRegex *regex = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("\\b[ée]quivalent(e|s|es|ce)?\\b",
                                            G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (regex, text, 0, NULL);
}

static void
add_label (MlgCheckTree *self,
           const xmlNode *passage,
           const Words *words,
           const char *text,
           const char *found)
{
  xmlNode *node = add (self, passage, "label", found);
  mlg_xml_set (node, "id", mlg_xml_get (words->node, "id"));
  mlg_xml_set (node, "kind", mlg_xml_get (words->node, "kind"));
  mlg_xml_set (node, "requirable", mlg_xml_get (words->node, "requirable"));
  mlg_xml_set (node, "equivalent", says_equivalent (text) ? "yes" : "no");
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

  GPtrArray *all = mlg_rules_get_words (self->rules);
  g_autofree char *folded = NULL;
  Passage read = { 0 };

  g_string_replace (text, "'", "’", 0);
  folded = mlg_fold (text->str);
  read.text = text->str;
  read.folded = folded;
  see_triples (&read);
  for (guint i = 0; i < all->len; i++)
    /* Few patterns match, and what would undo them is looked for only then. */
    find (self, passage, all->pdata[i], &read);
}

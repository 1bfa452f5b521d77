/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-check-private.h"
#include "store/mlg-fold.h"

/* Most passages hold nothing of what most patterns look for. What a pattern cannot do without, in letters
 * and digits alone, is looked for first: much sooner done than matching it. Of "\bpapiers? recycl[ée]s?"
 * that is "papier" and "recycle"; of "\b(locaux|locales) \w+" one of "locaux" and "locale". What cannot be
 * read so has no such words, and is matched. */
enum
{
  SHORTEST = 2
};

/* What a part of a pattern needs: all of these, each of which is several words, one of them at least. */
typedef struct
{
  GPtrArray *needs; /* (element-type GStrv) */
  GString *run;     /* plain characters that follow each other here */
} Reading;

static GPtrArray *read_alternatives (const char *from, const char *until);

static GPtrArray *
new_needs (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static void
end_run (Reading *self)
{
  const char *one[] = { self->run->str, NULL };

  if (self->run->len >= SHORTEST)
    g_ptr_array_add (self->needs, g_strdupv ((char **) one));
  g_string_truncate (self->run, 0);
}

/* The letter or digit that a text has, without case and accents, where this character is; 0 if there is
 * none or more than one. */
static char
fold_character (const char *p)
{
  g_autofree char *character = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
  g_autofree char *folded = mlg_fold (character);

  return strlen (folded) == 1 && g_ascii_isalnum (*folded) ? *folded : '\0';
}

/* Returns: where a group or class that begins at @from ends; %NULL when it does not */
static const char *
skip (const char *from, const char *until)
{
  char close = *from == '(' ? ')' : *from == '[' ? ']' : '}';
  guint depth = 0;

  for (const char *p = from; p < until; p++)
    {
      if (*p == '\\')
        p++;
      else if (*p == '[' && *from == '(')
        {
          p = skip (p, until);
          if (p == NULL)
            return NULL;
        }
      else if (*p == *from && *from == '(')
        depth++;
      else if (*p == close && (*from != '(' || --depth == 0))
        return p;
    }
  return NULL;
}

/* "[ée]": the one letter that all its members are once they are folded, or 0. */
static char
fold_class (const char *from, const char *until)
{
  char letter = '\0';

  for (const char *p = from; p < until; p = g_utf8_next_char (p))
    {
      char folded = fold_character (p);

      if (folded == '\0' || (letter != '\0' && folded != letter))
        return '\0';
      letter = folded;
    }
  return letter;
}

/* What says how often the part before @p comes; whether it may be missing. */
static const char *
skip_count (const char *p, const char *until, gboolean *optional, gboolean *repeated)
{
  const char *end = p < until && *p == '{' ? skip (p, until) : NULL;

  *optional = p < until && strchr ("?*{", *p) != NULL;
  *repeated = p < until && *p == '+';
  if (end != NULL)
    p = end + 1;
  else if (*optional || *repeated)
    p++;
  if ((*optional || *repeated) && p < until && (*p == '?' || *p == '+'))
    p++; /* as few as possible, or no fewer */
  return p;
}

static gsize
shortest_of (GStrv words)
{
  gsize shortest = G_MAXSIZE;

  for (guint i = 0; words[i] != NULL; i++)
    shortest = MIN (shortest, strlen (words[i]));
  return shortest;
}

/* The need that the fewest texts have. */
static GStrv
pick_best (GPtrArray *needs)
{
  GStrv best = NULL;

  for (guint i = 0; i < needs->len; i++)
    if (best == NULL || shortest_of (needs->pdata[i]) > shortest_of (best))
      best = needs->pdata[i];
  return best;
}

/* "(?-i:NF|ISO)": what is inside; what only looks around, or is not known, is not read. */
static gboolean
enter_group (const char **from, const char *until)
{
  const char *p = *from + 1;

  if (p == until || *p != '?')
    {
      *from = p;
      return TRUE;
    }
  for (p++; p < until && (*p == '-' || *p == 'i'); p++)
    ;
  *from = p + 1;
  return p < until && *p == ':';
}

static void
read_group (Reading *self, const char *from, const char *close, gboolean optional)
{
  g_autoptr (GPtrArray) inside = NULL;

  end_run (self);
  if (optional || !enter_group (&from, close))
    return;
  inside = read_alternatives (from, close);
  for (guint i = 0; i < inside->len; i++)
    g_ptr_array_add (self->needs, g_strdupv (inside->pdata[i]));
}

static void
read_letter (Reading *self, char letter, gboolean optional, gboolean repeated)
{
  if (letter != '\0' && !optional)
    g_string_append_c (self->run, letter);
  if (letter == '\0' || optional || repeated)
    end_run (self);
}

/* Reads what stands between two bars; %FALSE when it is not understood. */
static gboolean
read_sequence (Reading *self, const char *from, const char *until)
{
  gboolean optional = FALSE, repeated = FALSE;

  for (const char *p = from, *next = NULL; p < until; p = next)
    {
      const char *close = strchr ("([{", *p) != NULL ? skip (p, until) : NULL;

      if (*p == '{' || (strchr ("([", *p) != NULL && close == NULL))
        return FALSE;
      next = close != NULL ? close + 1 : *p == '\\' ? MIN (p + 2, until) : g_utf8_next_char (p);
      next = skip_count (next, until, &optional, &repeated);
      if (*p == '(')
        read_group (self, p, close, optional);
      else if (*p == '[')
        read_letter (self, fold_class (p + 1, close), optional, repeated);
      else
        read_letter (self, *p == '\\' ? '\0' : fold_character (p), optional, repeated);
    }
  end_run (self);
  return TRUE;
}

/* Where the bar or the end of [from, until[ is, outside of groups and classes. */
static const char *
find_bar (const char *from, const char *until)
{
  for (const char *p = from; p < until; p++)
    {
      const char *close = *p == '(' || *p == '[' ? skip (p, until) : NULL;

      if (*p == '|')
        return p;
      if (*p == '\\')
        p++;
      else if (close != NULL)
        p = close;
    }
  return until;
}

/* One need of each alternative makes one of all of them; what nothing is known of leaves none. */
static GPtrArray *
read_alternatives (const char *from, const char *until)
{
  GPtrArray *needs = new_needs ();
  g_autoptr (GStrvBuilder) each = g_strv_builder_new ();
  guint n = 0;

  for (const char *bar = NULL; bar != until; from = bar + 1, n++)
    {
      Reading reading = { new_needs (), g_string_new (NULL) };
      GStrv best = NULL;

      bar = find_bar (from, until);
      if (!read_sequence (&reading, from, bar))
        g_ptr_array_set_size (reading.needs, 0);
      if (n == 0 && bar == until)
        g_ptr_array_extend_and_steal (needs, g_steal_pointer (&reading.needs));
      else if ((best = pick_best (reading.needs)) != NULL)
        g_strv_builder_addv (each, (const char **) best);
      g_string_free (reading.run, TRUE);
      g_clear_pointer (&reading.needs, g_ptr_array_unref);
      if (best == NULL && (n > 0 || bar != until))
        return needs;
    }
  if (n > 1)
    g_ptr_array_add (needs, g_strv_builder_end (each));
  return needs;
}

/* See the header. */
GPtrArray *
mlg_check_find_literals (const char *pattern)
{
  return read_alternatives (pattern, pattern + strlen (pattern));
}

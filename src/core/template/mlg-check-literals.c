/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-check-private.h"

/* Most passages hold nothing of what most patterns look for. What a pattern cannot do without, in letters
 * and digits alone, is looked for first: much sooner done than matching it. Of "\bpapiers? recycl[ée]s?"
 * that is "recycl"; of "\b(locaux|locales) \w+" one of "locaux" and "locale". What cannot be read so has
 * no such words, and is matched. */
enum
{
  SHORTEST = 3
};

/* The longest run of plain characters of [from, until[ outside of groups and classes. */
static char *
find_run (const char *from, const char *until)
{
  g_autoptr (GString) run = g_string_new (NULL);
  g_autofree char *best = g_strdup ("");

  for (const char *p = from; p <= until; p++)
    {
      char c = p < until || *p == '{' ? *p : '\0';

      if (g_ascii_isalnum (c))
        {
          g_string_append_c (run, g_ascii_tolower (c));
          continue;
        }
      /* What may be left out, or counted, is not of the run. */
      if (c != '\0' && strchr ("?*{", c) != NULL && run->len > 0)
        g_string_truncate (run, run->len - 1);
      if (run->len > strlen (best))
        {
          g_free (best);
          best = g_strdup (run->str);
        }
      g_string_truncate (run, 0);
      if (p == until)
        break;
      if (c == '\\' && p + 1 < until)
        p++;
      else if (strchr ("([{|", c) != NULL)
        return NULL;
    }
  return g_steal_pointer (&best);
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

/* "(locaux|locales)": one of these; nothing of what is more intricate. */
static GStrv
read_group (const char *from, const char *until)
{
  g_autofree char *inside = g_strndup (from, (gsize) (until - from));
  g_auto (GStrv) each = g_strsplit (inside, "|", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (*inside == '?' || strpbrk (inside, "([") != NULL)
    return NULL;
  for (char **one = each; *one != NULL; one++)
    {
      g_autofree char *run = find_run (*one, *one + strlen (*one));

      if (run == NULL || strlen (run) < SHORTEST)
        return NULL;
      g_strv_builder_add (builder, run);
    }
  return g_strv_builder_end (builder);
}

static GStrv
read_run (const char *from, const char *until)
{
  g_autofree char *run = find_run (from, until);
  const char *one[] = { run, NULL };

  return run != NULL && strlen (run) >= SHORTEST ? g_strdupv ((char **) one) : NULL;
}

/* See the header. */
GStrv
mlg_check_find_literals (const char *pattern)
{
  const char *end = pattern + strlen (pattern), *start = pattern;
  g_auto (GStrv) best = NULL;

  for (const char *p = pattern; p <= end; p++)
    {
      gboolean opens = p < end && strchr ("([{", *p) != NULL;
      const char *close = opens ? skip (p, end) : NULL;

      if (*p == '\\' && p + 1 < end)
        {
          p++;
          continue;
        }
      if (*p == '|' || (opens && close == NULL))
        return NULL;
      if (!opens && p < end)
        continue;
      if (best == NULL)
        best = read_run (start, p);
      if (best == NULL && *p == '(' && strchr ("?*{", close[1]) == NULL)
        best = read_group (p + 1, close);
      p = opens ? close : p;
      start = p + 1;
    }
  return g_steal_pointer (&best);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-separator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands between the cells of a text. A separator cuts most lines into the same number of cells;
 * a comma inside an address does not. */

/* The likeliest first: among equals, the first one wins. */
static const char candidates[] = { ';', '\t', '|', ',' };

enum
{
  N_CANDIDATES = G_N_ELEMENTS (candidates),
  MOST_LINES = 100,
  MOST_BYTES = 256 * 1024
};

typedef struct
{
  guint n[N_CANDIDATES];
} Counts;

/* Counts each candidate in each of the first lines, outside quotes. */
static GArray *
count_lines (const char *text, gsize length)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Counts));
  Counts counts = { 0 };
  gboolean quoted = FALSE, blank = TRUE;

  for (gsize i = 0; i < MIN (length, MOST_BYTES) && lines->len < MOST_LINES; i++)
    {
      const char *found = memchr (candidates, text[i], N_CANDIDATES);

      if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '\n' || text[i] == '\r'))
        {
          if (!blank)
            g_array_append_val (lines, counts);
          counts = (Counts){ 0 };
          blank = TRUE;
          continue;
        }
      else if (!quoted && found != NULL)
        counts.n[found - candidates]++;
      blank = FALSE;
    }
  if (!blank && lines->len < MOST_LINES)
    g_array_append_val (lines, counts);
  return lines;
}

/* The number of separators that most lines have, and how many lines have it. */
static guint
find_usual (GArray *lines, guint candidate, guint *n_lines)
{
  guint usual = 0;

  *n_lines = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      guint count = g_array_index (lines, Counts, i).n[candidate], n = 0;

      for (guint j = 0; count > 0 && j < lines->len; j++)
        n += g_array_index (lines, Counts, j).n[candidate] == count;
      if (n > *n_lines || (n == *n_lines && n > 0 && count > usual))
        {
          *n_lines = n;
          usual = count;
        }
    }
  return usual;
}

/* The headings are surer than the rows: they hold no prose. */
static guint
get_score (GArray *lines, guint candidate, guint usual, guint n_lines)
{
  gboolean heading = usual > 0 && g_array_index (lines, Counts, 0).n[candidate] == usual;

  return n_lines + (heading ? lines->len : 0);
}

static char *
explain (char separator, guint usual, guint n_lines, guint n_read)
{
  if (usual == 0)
    return g_strdup (_ ("one column: no separator was found"));
  if (separator == '\t')
    /* Translators: why a tab is taken for the separator of a table. */
    return g_strdup_printf (_ ("tabs: they cut %u of the first %u lines into %u columns"), n_lines,
                            n_read, usual + 1);
  /* Translators: why a character is taken for the separator of a table. */
  return g_strdup_printf (_ ("“%c”: it cuts %u of the first %u lines into %u columns"), separator,
                          n_lines, n_read, usual + 1);
}

/**
 * mlg_separator_detect:
 * @text: the table
 * @length: its bytes
 * @reason: (out) (optional) (transfer full): why this one, for people
 *
 * Returns: one of ; tab | and the comma; the semicolon for a table of one column
 */
char
mlg_separator_detect (const char *text, gsize length, char **reason)
{
  g_autoptr (GArray) lines = count_lines (text, length);
  guint best = 0, best_score = 0, best_usual = 0, best_lines = 0;

  for (guint i = 0; i < N_CANDIDATES; i++)
    {
      guint n_lines, usual = find_usual (lines, i, &n_lines);
      guint score = get_score (lines, i, usual, n_lines);

      if (score > best_score || (score == best_score && usual > 2 * best_usual))
        {
          best = i;
          best_score = score;
          best_usual = usual;
          best_lines = n_lines;
        }
    }
  if (reason != NULL)
    *reason = explain (candidates[best], best_usual, best_lines, lines->len);
  return candidates[best];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-name-distance.h"

#include <string.h>

#include "store/mlg-fold.h"

/* How near two names are. "Ville de Lille" and "LILLE", "CC Pays de Lumbres" and "Communauté de
 * communes du Pays de Lumbres" have the same key; a typing mistake is a small distance between keys. */

/* Words that tell nothing. */
static const char *const empty_words[] = { "a",  "au", "aux", "d",   "de", "des", "du",   "en",
                                           "et", "la", "le",  "les", "l",  "sur", "sous", NULL };
/* What is said of a commune before its name: "Ville de Lille", "Mairie d’Arras"; not "Ville-sur-Lumes". */
static const char *const titles[] = { "ville", "commune", "mairie" };
static const char *const links[] = { " de ", " d ", " du ", " des " };

/* What is written long or short: every word of @words for @key. */
static const struct
{
  const char *words[3];
  const char *key;
} forms[] = {
  { { "communaute", "communes" }, "cc" },
  { { "communaute", "agglomeration" }, "ca" },
  { { "communaute", "urbaine" }, "cu" },
  { { "conseil", "departemental" }, "departement" },
  { { "conseil", "regional" }, "region" },
  { { "st" }, "saint" },
  { { "ste" }, "sainte" },
  { { "sts" }, "saints" },
};

/* Returns: the folded name without what is said before it. */
static const char *
skip_title (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (guint j = 0; g_str_has_prefix (folded, titles[i]) && j < G_N_ELEMENTS (links); j++)
      if (g_str_has_prefix (folded + strlen (titles[i]), links[j]))
        return folded + strlen (titles[i]) + strlen (links[j]);
  return folded;
}

/* Returns: (transfer full) (element-type utf8): the words of a folded name, without the empty ones. */
static GPtrArray *
split_words (const char *folded)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gboolean letter = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (letter && start == NULL)
        start = p;
      if (!letter && start != NULL)
        {
          g_autofree char *word = g_strndup (start, (gsize) (p - start));

          if (!g_strv_contains (empty_words, word))
            g_ptr_array_add (words, g_steal_pointer (&word));
          start = NULL;
        }
      if (*p == '\0')
        return words;
    }
}

static gboolean
has_form (GPtrArray *words, guint at, guint form)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms[form].words) && forms[form].words[i] != NULL; i++)
    if (at + i >= words->len || !g_str_equal (words->pdata[at + i], forms[form].words[i]))
      return FALSE;
  return TRUE;
}

static void
shorten_forms (GPtrArray *words)
{
  for (guint at = 0; at < words->len; at++)
    for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
      if (has_form (words, at, form))
        {
          g_free (words->pdata[at]);
          words->pdata[at] = g_strdup (forms[form].key);
          if (forms[form].words[1] != NULL)
            g_ptr_array_remove_index (words, at + 1);
          break;
        }
}

static char *
join_words (GPtrArray *words)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (key, "%s%s", i > 0 ? " " : "", (const char *) words->pdata[i]);
  return g_string_free (key, FALSE);
}

/**
 * mlg_name_make_key:
 * @name: the name of a body
 *
 * Returns: (transfer full): what counts of a name: folded, without articles, "CC" for "Communauté de
 *   communes", "saint" for "St"; "" when nothing counts
 */
char *
mlg_name_make_key (const char *name)
{
  g_autofree char *folded = mlg_fold (name);
  g_autoptr (GPtrArray) words = split_words (skip_title (folded));

  shorten_forms (words);
  return join_words (words);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mlg_name_make_sorted_key:
 * @name: the name of a person
 *
 * Returns: (transfer full): the same for a person, whose given and family names people write in either
 *   order
 */
char *
mlg_name_make_sorted_key (const char *name)
{
  g_autofree char *folded = mlg_fold (name);
  g_autoptr (GPtrArray) words = split_words (folded);

  g_ptr_array_sort (words, compare_words);
  return join_words (words);
}

enum
{
  LONGEST = 80
};

/* One row of the table of distances from the two above it: the restricted Damerau-Levenshtein distance
 * ("optimal string alignment"): letters added, left out, changed, or two neighbours exchanged. */
static guint
fill_row (const char *a,
          const char *b,
          guint i,
          gsize n,
          const guint *before,
          const guint *above,
          guint *row)
{
  guint least = row[0] = i;

  for (gsize j = 1; j <= n; j++)
    {
      guint change = above[j - 1] + (a[i - 1] != b[j - 1]);
      guint best = MIN (MIN (above[j], row[j - 1]) + 1, change);

      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN (best, before[j - 2] + 1);
      row[j] = best;
      least = MIN (least, best);
    }
  return least;
}

/**
 * mlg_name_get_distance:
 * @key: from mlg_name_make_key()
 * @other: another key
 * @limit: the largest distance that matters
 *
 * Returns: how many typing mistakes lie between two keys: letters added, left out, changed, exchanged;
 *   @limit + 1 when there are more
 */
guint
mlg_name_get_distance (const char *key, const char *other, guint limit)
{
  gsize m = strlen (key), n = strlen (other);
  guint rows[3][LONGEST + 1];

  if ((m > n ? m - n : n - m) > limit)
    return limit + 1;
  /* Two very long names are the same or they are not. */
  if (m > LONGEST || n > LONGEST)
    return strcmp (key, other) == 0 ? 0 : limit + 1;
  for (gsize j = 0; j <= n; j++)
    rows[0][j] = (guint) j;
  for (guint i = 1; i <= m; i++)
    if (fill_row (key, other, i, n, rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3]) > limit + 1)
      return limit + 1;
  return MIN (rows[m % 3][n], limit + 1);
}

/**
 * mlg_name_get_tolerance:
 * @key: from mlg_name_make_key()
 * @other: another key
 *
 * Returns: how many typing mistakes two names may have between them and still be thought to be one:
 *   none in short ones, which differ by a letter often ("Ay", "Oye"), two in long ones
 */
guint
mlg_name_get_tolerance (const char *key, const char *other)
{
  gsize shortest = MIN (strlen (key), strlen (other));

  if (shortest < 5)
    return 0;
  return shortest < 10 ? 1 : 2;
}

/**
 * mlg_name_is_alike:
 * @name: the name of a body
 * @other: another one
 *
 * Returns: whether they may be one name with a typing mistake
 */
gboolean
mlg_name_is_alike (const char *name, const char *other)
{
  g_autofree char *first = mlg_name_make_key (name);
  g_autofree char *second = mlg_name_make_key (other);
  guint tolerance = mlg_name_get_tolerance (first, second);

  return *first != '\0' && mlg_name_get_distance (first, second, tolerance) <= tolerance;
}

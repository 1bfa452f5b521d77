/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-name.h"

#include <string.h>

#include "store/mlg-fold.h"

/* Longer names are cut: what comes so far is the same, or is not. */
#define MOST_BYTES 120

/* What people write before the name of a commune, which registers do not. */
static const char *
skip_word (const char *name)
{
  static const char *const words[] = { "ville de ",  "ville d ",   "commune de ",
                                       "commune d ", "mairie de ", "mairie d " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (name, words[i]) && name[strlen (words[i])] != '\0')
      return name + strlen (words[i]);
  return name;
}

/**
 * mlg_import_name_key:
 * @name: the name of a body
 *
 * The name without what two people write differently: case, accents, punctuation, "Ville de".
 *
 * Returns: (transfer full): what two names of one body share
 */
char *
mlg_import_name_key (const char *name)
{
  g_autofree char *folded = mlg_fold (name);
  g_autoptr (GString) words = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_len (words, p, g_utf8_next_char (p) - p);
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_strdup (skip_word (words->str));
}

static guint
least (guint a, guint b, guint c)
{
  return MIN (a, MIN (b, c));
}

/**
 * mlg_import_name_compare:
 * @a: a key from mlg_import_name_key()
 * @b: another one
 *
 * How alike two names are, by the distance of Levenshtein: letters to add, take off or change.
 *
 * Returns: 1 for the same, down to 0
 */
double
mlg_import_name_compare (const char *a, const char *b)
{
  gsize n = MIN (strlen (a), MOST_BYTES), m = MIN (strlen (b), MOST_BYTES);
  guint row[MOST_BYTES + 1];

  if (n == 0 || m == 0)
    return n == m ? 1 : 0;
  for (guint j = 0; j <= m; j++)
    row[j] = j;
  for (guint i = 1; i <= n; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= m; j++)
        {
          guint above = row[j];

          row[j] = least (above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
        }
    }
  return 1 - (double) row[m] / (double) MAX (n, m);
}

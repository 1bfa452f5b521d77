/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-code-french.h"

#include <stdlib.h>
#include <string.h>

/* The French titles of codes, whatever the language of the program: a table that an office wrote in French
 * is read by another in English. */

/* What people write for a code beside its titles, as mlg_code_french_simplify() leaves it. */
static const struct
{
  const char *list, *words, *code;
} synonyms[] = {
  { "body-statuses", "adherent", "member" },
  { "body-statuses", "adherente", "member" },
  { "body-statuses", "adherents", "member" },
  { "body-statuses", "membres", "member" },
  { "body-statuses", "membre actif", "member" },
  { "body-statuses", "active member", "member" },
  { "body-statuses", "prospects", "prospect" },
  { "body-statuses", "a contacter", "prospect" },
  { "body-statuses", "interesse", "interested" },
  { "body-statuses", "interessee", "interested" },
  { "body-statuses", "membre associe", "associate" },
  { "body-statuses", "associee", "associate" },
  { "body-statuses", "associate member", "associate" },
  { "body-statuses", "ancien membre", "former" },
  { "body-statuses", "ancien adherent", "former" },
  { "body-statuses", "ancienne adherente", "former" },
  { "body-statuses", "ex membre", "former" },
  { "body-statuses", "ex adherent", "former" },
  { "legal-categories", "ville", "7210" },
  { "legal-categories", "mairie", "7210" },
  { "legal-categories", "communaute de communes", "7346" },
  { "legal-categories", "communaute d agglomeration", "7348" },
  { "legal-categories", "communaute urbaine", "7343" },
  { "legal-categories", "metropole", "7344" },
  { "legal-categories", "conseil departemental", "7220" },
  { "legal-categories", "conseil regional", "7230" },
};

/**
 * mlg_code_french_simplify:
 *
 * Returns: (transfer full): the letters and digits of a title in small letters without accents, one space
 *   between words
 */
char *
mlg_code_french_simplify (const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (title, "fr");
  GString *words = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (words, g_ascii_tolower (*p));
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

static int
compare (const void *english, const void *title)
{
  return strcmp (english, ((const MlgFrenchTitle *) title)->english);
}

/**
 * mlg_code_french_find:
 * @english: a title of a code in English
 *
 * Returns: (nullable): the French one
 */
const char *
mlg_code_french_find (const char *english)
{
  const MlgFrenchTitle *found = bsearch (english, mlg_french_titles, mlg_n_french_titles,
                                         sizeof mlg_french_titles[0], compare);

  return found != NULL ? found->french : NULL;
}

/**
 * mlg_code_french_find_synonym:
 * @list: the name of a list of codes
 * @simple: what was written, as mlg_code_french_simplify() leaves it
 *
 * Returns: (nullable): the code that people mean by it
 */
const char *
mlg_code_french_find_synonym (const char *list, const char *simple)
{
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (synonyms[i].list, list) && g_str_equal (synonyms[i].words, simple))
      return synonyms[i].code;
  return NULL;
}

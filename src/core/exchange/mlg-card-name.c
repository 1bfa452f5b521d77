/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-card-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "members/mlg-person.h"

/* The parts of a person's name. Where only the whole name is given, "Camille MARTIN" and "MARTIN
 * Camille" tell them apart by capitals, and of two words the second one is the family's. */

static gboolean
is_capitals (const char *word)
{
  guint n = 0;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      gunichar c = g_utf8_get_char (word);

      if (g_unichar_islower (c))
        return FALSE;
      n += g_unichar_isupper (c);
    }
  return n > 1;
}

/* Returns: how many words at the beginning are in capitals, if all others are not; 0 otherwise. */
static guint
count_capitals (GStrv words)
{
  guint n = 0;

  while (words[n] != NULL && is_capitals (words[n]))
    n++;
  for (guint i = n; words[i] != NULL; i++)
    if (is_capitals (words[i]))
      return 0;
  return words[n] != NULL ? n : 0;
}

/* Likewise at the end. */
static guint
count_last_capitals (GStrv words)
{
  guint total = g_strv_length (words), n = 0;

  while (n < total && is_capitals (words[total - n - 1]))
    n++;
  for (guint i = 0; i + n < total; i++)
    if (is_capitals (words[i]))
      return 0;
  return n < total ? n : 0;
}

static char *
join (GStrv words, guint first, guint n)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (chosen, words[first + i]);
  list = g_strv_builder_end (chosen);
  return g_strjoinv (" ", list);
}

/**
 * mlg_card_split_name:
 * @name: a whole name, without white space around it
 * @given: (out): the given name
 * @family: (out): the family name, which capitals tell
 *
 * Returns: whether capitals tell
 */
gboolean
mlg_card_split_name (const char *name, char **given, char **family)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint total = g_strv_length (words);
  guint first = count_capitals (words), last = count_last_capitals (words);

  if (first == 0 && last == 0)
    return FALSE;
  *family = first > 0 ? join (words, 0, first) : join (words, total - last, last);
  *given = first > 0 ? join (words, first, total - first) : join (words, 0, total - last);
  return TRUE;
}

static void
set_names (MlgCard *c, MlgRecord *person, const char *given, const char *family, int line)
{
  mlg_card_set_field (c, person, MLG_PERSON_GIVEN_NAME, given, line);
  mlg_card_set_field (c, person, MLG_PERSON_FAMILY_NAME, family, line);
  mlg_card_complain (
      c, MLG_SEVERITY_NOTE, line,
      _ ("only the whole name is given: “%s” is taken for the given name, “%s” for the "
         "family name"),
      given, family);
}

static void
split_whole_name (MlgCard *c, MlgRecord *person, const char *name, int line)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;

  if (mlg_card_split_name (name, &given, &family))
    set_names (c, person, given, family, line);
  else if (g_strv_length (words) == 2 && *words[0] != '\0' && *words[1] != '\0')
    set_names (c, person, words[0], words[1], line);
  else
    mlg_card_set_field (c, person, MLG_PERSON_FAMILY_NAME, name, line);
}

/* N: family name; given name; other names; titles before the name; titles after it. */
static gboolean
read_parts (MlgCard *c, MlgRecord *person)
{
  const MlgVcardProperty *property = mlg_card_take (c, "N", NULL);
  g_auto (GStrv) parts =
      property != NULL ? mlg_vcard_property_split (property, ';') : g_new0 (char *, 1);
  guint n = g_strv_length (parts);
  const char *family = n > 0 ? parts[0] : "", *given = n > 1 ? parts[1] : "";

  if (*family == '\0' && *given == '\0')
    return FALSE;
  mlg_card_set_field (c, person, MLG_PERSON_FAMILY_NAME, *family != '\0' ? family : given,
                      property->line);
  if (*family != '\0')
    mlg_card_set_field (c, person, MLG_PERSON_GIVEN_NAME, given, property->line);
  if (n > 3)
    mlg_card_set_field (c, person, MLG_PERSON_TITLE, parts[3], property->line);
  if ((n > 2 && *parts[2] != '\0') || (n > 4 && *parts[4] != '\0'))
    mlg_card_complain (c, MLG_SEVERITY_NOTE, property->line,
                       _ ("other names and titles after the name (“%s”) are left aside"),
                       n > 4 && *parts[4] != '\0' ? parts[4] : parts[2]);
  return TRUE;
}

/**
 * mlg_card_read_name:
 *
 * Reads the name of a person, from its parts or else as a whole.
 */
void
mlg_card_read_name (MlgCard *c, MlgRecord *person)
{
  const MlgVcardProperty *whole = mlg_card_take (c, "FN", NULL);
  g_autofree char *name = whole != NULL ? mlg_vcard_property_dup_text (whole) : g_strdup ("");

  if (!read_parts (c, person) && *name != '\0')
    split_whole_name (c, person, name, whole->line);
}

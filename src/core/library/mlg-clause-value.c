/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-clause.h"
#include "template/mlg-french.h"

static const char *
find_code (const char *word)
{
  const MlgCode *code = mlg_code_list_find (&mlg_dimensions, word);

  if (code == NULL)
    code = mlg_code_list_find_by_title (&mlg_dimensions, word);
  return code != NULL ? code->code : NULL;
}

/**
 * mlg_dimensions_clean:
 *
 * See #MlgFieldClean: codes or titles between commas or semicolons, or codes between spaces, as codes
 * between single spaces, in their order and each once.
 */
char *
mlg_dimensions_clean (const char *text)
{
  gboolean listed = strpbrk (text, ",;") != NULL || find_code (text) != NULL;
  g_auto (GStrv) words = g_strsplit_set (text, listed ? ",;" : " \t\r\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *kept = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    {
      const char *code = find_code (g_strstrip (*word));

      if (code == NULL)
        code = *word;
      if (*code != '\0' && g_hash_table_add (seen, (gpointer) code))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", code);
    }
  return g_string_free (kept, FALSE);
}

/**
 * mlg_dimensions_check:
 *
 * See #MlgFieldCheck.
 */
char *
mlg_dimensions_check (const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text, " ", -1);

  for (char **code = codes; *code != NULL; code++)
    if (mlg_code_list_find (&mlg_dimensions, *code) == NULL)
      return g_strdup_printf (
          _ ("“%s” is not a dimension; “environment” and “social” are, for example"), *code);
  return NULL;
}

/* The broad dimension that a finer one belongs to; %NULL for a broad one. */
static const char *
get_broad (const char *code)
{
  const char *group = mlg_code_list_get_group (&mlg_dimensions, code);

  for (const MlgCode *broad = mlg_dimensions.codes; group != NULL && broad->code != NULL; broad++)
    if (g_str_equal (broad->title, group))
      return g_str_equal (broad->code, code) ? NULL : broad->code;
  return NULL;
}

/**
 * mlg_dimensions_list:
 * @text: (nullable): codes separated by spaces
 *
 * Returns: (transfer full): each code once; a finer one comes with the broad one it belongs to
 */
GStrv
mlg_dimensions_list (const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text != NULL ? text : "", " ", -1);
  GStrvBuilder *builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GStrv list;

  for (char **code = codes; *code != NULL; code++)
    {
      const char *broad = get_broad (*code);

      if (broad != NULL && g_hash_table_add (seen, (gpointer) broad))
        g_strv_builder_add (builder, broad);
      if (**code != '\0' && g_hash_table_add (seen, *code))
        g_strv_builder_add (builder, *code);
    }
  list = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return list;
}

/**
 * mlg_duration_clean:
 *
 * See #MlgFieldClean: "2 ans" as "2 years".
 */
char *
mlg_duration_clean (const char *text)
{
  char *duration = mlg_french_parse_duration (text, NULL);

  return duration != NULL ? duration : g_strdup (text);
}

/**
 * mlg_duration_check:
 *
 * See #MlgFieldCheck.
 */
char *
mlg_duration_check (const char *text)
{
  g_autofree char *duration = mlg_french_parse_duration (text, NULL);

  return duration != NULL ? NULL : g_strdup (_ ("a duration is expected, such as 12 months"));
}

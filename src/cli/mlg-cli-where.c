/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-where.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mlg-cli-record.h"

/* The conditions of --where: words, or a value of a field. */

static gboolean
is_free_text (const MlgField *field)
{
  return field->type == MLG_FIELD_TEXT || field->type == MLG_FIELD_LONG_TEXT;
}

/* What people write ("Membre", "03/03/2024") becomes what is stored. No record can have what is no value
 * of the field; a text may have come from a file that nobody checked. */
static char *
read_value (MlgCli *cli, const MlgKind *kind, guint field, const char *text)
{
  g_autoptr (MlgRecord) example = mlg_record_new (kind);
  g_autoptr (GError) error = NULL;
  char *value;

  if (mlg_record_parse (example, field, text, &error))
    {
      value = mlg_record_dup_plain (example, field);
      return value != NULL ? value : g_strdup ("");
    }
  if (is_free_text (&kind->fields[field]))
    return g_strdup (text);
  mlg_cli_misuse (cli, "%s", error->message);
  return NULL;
}

/* "category=EPCI": all that is of a family of codes, unless a code has this name. */
static gboolean
add_group (MlgQuery **query, guint field, const char *text)
{
  const MlgField *description = &mlg_query_get_kind (*query)->fields[field];
  const MlgCodeList *codes = description->type == MLG_FIELD_CODE ? description->codes : NULL;
  const char *group = codes != NULL && mlg_code_list_find_by_title (codes, text) == NULL
                          ? mlg_code_list_find_group (codes, text)
                          : NULL;
  MlgQuery *narrower;

  if (group == NULL)
    return FALSE;
  narrower = mlg_query_with_groups (*query, field, (const char *const[]){ group, NULL });
  mlg_query_unref (*query);
  *query = narrower;
  return TRUE;
}

static gboolean
add_value (MlgCli *cli, MlgQuery **query, const char *text)
{
  const MlgKind *kind = mlg_query_get_kind (*query);
  const char *equal = strchr (text, '=');
  g_autofree char *name = g_strndup (text, equal - text);
  int field = g_utf8_validate (text, -1, NULL) ? mlg_cli_find_field (kind, name) : -1;
  g_autofree char *value = NULL;
  MlgQuery *narrower;

  if (field < 0)
    {
      mlg_cli_misuse (cli, _ ("there is no field “%s”"), name);
      return FALSE;
    }
  if (add_group (query, (guint) field, equal + 1))
    return TRUE;
  value = read_value (cli, kind, (guint) field, equal + 1);
  if (value == NULL)
    return FALSE;
  narrower = mlg_query_with_values (*query, (guint) field, (const char *const[]){ value, NULL });
  mlg_query_unref (*query);
  *query = narrower;
  return TRUE;
}

static gboolean
add_words (MlgCli *cli, MlgQuery **query, const char *words)
{
  MlgQuery *narrower;

  if (!g_utf8_validate (words, -1, NULL))
    {
      mlg_cli_misuse (cli, _ ("“%s” was not expected"), words);
      return FALSE;
    }
  narrower = mlg_query_with_words (*query, words);
  mlg_query_unref (*query);
  *query = narrower;
  return TRUE;
}

/**
 * mlg_cli_narrow:
 * @query: (inout): becomes a narrower one
 * @where: (nullable): each "FIELD=VALUE" or words; words of several of them are one longer set
 *
 * Returns: whether each is a condition on the records of the query; what is none was said
 */
gboolean
mlg_cli_narrow (MlgCli *cli, MlgQuery **query, const GStrv where)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; where != NULL && where[i] != NULL; i++)
    if (strchr (where[i], '=') == NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", where[i]);
    else if (!add_value (cli, query, where[i]))
      return FALSE;
  return words->len == 0 || add_words (cli, query, words->str);
}

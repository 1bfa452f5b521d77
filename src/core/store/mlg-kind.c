/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-kind.h"

/**
 * mlg_kind_find:
 * @kinds: the kinds of a connection, ended by %NULL
 * @name: singular or plural name
 *
 * Returns: (nullable): the kind
 */
const MlgKind *
mlg_kind_find (const MlgKind *const *kinds, const char *name)
{
  for (; *kinds != NULL; kinds++)
    if (g_str_equal ((*kinds)->name, name) || g_str_equal ((*kinds)->plural, name))
      return *kinds;
  return NULL;
}

/**
 * mlg_kind_find_by_table:
 *
 * Returns: (nullable): the kind whose records are the rows of @table
 */
const MlgKind *
mlg_kind_find_by_table (const MlgKind *const *kinds, const char *table)
{
  for (; *kinds != NULL; kinds++)
    if (g_str_equal ((*kinds)->table, table))
      return *kinds;
  return NULL;
}

static gboolean
is_called (const MlgField *field, const char *name)
{
  const char *own = field->name;

  for (; *own != '\0' && (*own == *name || (*own == '_' && *name == '-')); own++)
    name++;
  return *own == '\0' && *name == '\0';
}

/**
 * mlg_kind_find_field:
 * @name: the field's name; a property's form with dashes is understood too
 *
 * For names that come from outside (a command line, a heading); C code uses the enumeration.
 *
 * Returns: the field's index, or -1
 */
int
mlg_kind_find_field (const MlgKind *kind, const char *name)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_called (&kind->fields[i], name))
      return (int) i;
  return -1;
}

/**
 * mlg_field_is_number:
 *
 * Returns: whether the column holds an integer or a real
 */
gboolean
mlg_field_is_number (const MlgField *field)
{
  switch (field->type)
    {
    case MLG_FIELD_INTEGER:
    case MLG_FIELD_REAL:
    case MLG_FIELD_BOOLEAN:
    case MLG_FIELD_REFERENCE:
      return TRUE;
    case MLG_FIELD_TEXT:
    case MLG_FIELD_LONG_TEXT:
    case MLG_FIELD_DATE:
    case MLG_FIELD_TIME:
    case MLG_FIELD_CODE:
    default:
      return FALSE;
    }
}

/**
 * mlg_kind_get_name_sql:
 * @alias: (nullable): the table's alias in the query; %NULL for bare columns
 *
 * The SQL expression of a record's displayed name: its name fields, a space between.
 *
 * Returns: (transfer full): SQL
 */
char *
mlg_kind_get_name_sql (const MlgKind *kind, const char *alias)
{
  GString *sql = g_string_new ("trim(");
  gboolean first = TRUE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if ((kind->fields[i].flags & MLG_FIELD_NAME) == 0)
        continue;
      g_string_append_printf (sql, "%scoalesce(%s%s%s,'')", first ? "" : "||' '||",
                              alias != NULL ? alias : "", alias != NULL ? "." : "",
                              kind->fields[i].name);
      first = FALSE;
    }
  g_string_append (sql, first ? "'')" : ")");
  return g_string_free (sql, FALSE);
}

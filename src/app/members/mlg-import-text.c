/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-text.h"

#include <glib/gi18n-lib.h>

/* What becomes of the rows of a foreign file, in words. */

/**
 * mlg_import_row_write_title:
 *
 * Returns: (transfer full): what the row speaks of
 */
char *
mlg_import_row_write_title (const MlgImportRow *row)
{
  g_autofree char *name = row->record != NULL ? mlg_record_dup_name (row->record) : NULL;

  if (name != NULL && *name != '\0')
    return g_steal_pointer (&name);
  /* Translators: a row of a spreadsheet that names nobody. */
  return g_strdup (_ ("No name"));
}

/* "same SIREN", or how else it was recognised. */
static char *
write_key (const MlgImportRow *row)
{
  const MlgKind *kind = mlg_record_get_kind (row->there);

  if (row->key == MLG_IMPORT_BY_CHOICE)
    return g_strdup (_ ("as you chose"));
  if (row->key == MLG_IMPORT_BY_ID)
    return g_strdup (_ ("same record"));
  if (row->key < 0)
    return g_strdup (_ ("same name"));
  /* Translators: %s is a field, such as “SIREN”. */
  return g_strdup_printf (_ ("same %s"), _ (kind->fields[row->key].title));
}

static char *
write_known (const MlgImportRow *row)
{
  g_autofree char *name = mlg_record_dup_name (row->there);
  g_autofree char *key = write_key (row);

  switch (row->deed)
    {
    case MLG_IMPORT_DEED_MERGE:
      /* Translators: a row completes the record %s, recognised by %s. */
      return g_strdup_printf (_ ("Completes %s (%s)"), name, key);
    case MLG_IMPORT_DEED_REPLACE:
      /* Translators: a row replaces what the record %s says; it was recognised by %s. */
      return g_strdup_printf (_ ("Replaces %s (%s)"), name, key);
    case MLG_IMPORT_DEED_ADD:
    case MLG_IMPORT_DEED_SKIP:
    case MLG_IMPORT_DEED_REFUSE:
    default:
      /* Translators: a row changes nothing: the record %s is there, recognised by %s. */
      return g_strdup_printf (_ ("Known: %s (%s)"), name, key);
    }
}

static char *
write_new (const MlgImportRow *row)
{
  g_autofree char *name = row->alike != NULL ? mlg_record_dup_name (row->alike) : NULL;

  if (row->deed == MLG_IMPORT_DEED_REFUSE)
    return g_strdup (_ ("Cannot be read"));
  if (row->deed == MLG_IMPORT_DEED_SKIP)
    return g_strdup (_ ("Left out"));
  if (name == NULL)
    return g_strdup (_ ("New"));
  /* Translators: a new record, which looks like the record %s. */
  return g_strdup_printf (_ ("New, but looks like %s"), name);
}

/**
 * mlg_import_row_write_deed:
 *
 * Returns: (transfer full): where the row stands and what becomes of it
 */
char *
mlg_import_row_write_deed (const MlgImportRow *row)
{
  g_autofree char *deed = row->there != NULL ? write_known (row) : write_new (row);

  /* Translators: the line of a file, and what becomes of it. */
  return g_strdup_printf (_ ("Line %d · %s"), row->line, deed);
}

/**
 * mlg_import_plan_write_issues:
 *
 * Returns: (transfer full): what there is to say of the row, a line each; "" for nothing
 */
char *
mlg_import_plan_write_issues (MlgImportPlan *plan, const MlgImportRow *row)
{
  MlgIssueList *issues = mlg_import_plan_get_issues (plan);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = row->first_issue; i < row->first_issue + row->n_issues; i++)
    if (i < mlg_issue_list_get_n (issues))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              mlg_issue_list_get (issues, i)->message);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_warnings (MlgImportPlan *plan, const MlgImportRow *row)
{
  MlgIssueList *issues = mlg_import_plan_get_issues (plan);

  for (guint i = row->first_issue; i < row->first_issue + row->n_issues; i++)
    if (i >= mlg_issue_list_get_n (issues)
        || mlg_issue_list_get (issues, i)->severity != MLG_SEVERITY_NOTE)
      return TRUE;
  return FALSE;
}

/**
 * mlg_import_row_is_questionable:
 *
 * Returns: whether a person should look at the row before it is imported
 */
gboolean
mlg_import_row_is_questionable (MlgImportPlan *plan, const MlgImportRow *row)
{
  return row->deed == MLG_IMPORT_DEED_REFUSE || has_warnings (plan, row)
         || (row->there == NULL && row->alike != NULL && row->deed == MLG_IMPORT_DEED_ADD);
}

static void
add_count (GPtrArray *parts, guint n, char *text)
{
  if (n > 0)
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

/**
 * mlg_import_result_write:
 *
 * Returns: (transfer full): "128 rows: 61 new, 3 completed"
 */
char *
mlg_import_result_write (const MlgImportResult *result)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *rows =
      g_strdup_printf (ngettext ("%'u row", "%'u rows", result->read), result->read);
  g_autofree char *list = NULL;

  add_count (parts, result->added,
             g_strdup_printf (ngettext ("%'u new", "%'u new", result->added), result->added));
  add_count (parts, result->merged,
             g_strdup_printf (ngettext ("%'u completed", "%'u completed", result->merged),
                              result->merged));
  add_count (parts, result->replaced,
             g_strdup_printf (ngettext ("%'u replaced", "%'u replaced", result->replaced),
                              result->replaced));
  add_count (parts, result->skipped,
             g_strdup_printf (ngettext ("%'u left out", "%'u left out", result->skipped),
                              result->skipped));
  add_count (parts, result->bodies,
             g_strdup_printf (ngettext ("%'u new body", "%'u new bodies", result->bodies),
                              result->bodies));
  if (parts->len == 0)
    return g_steal_pointer (&rows);
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (", ", (char **) parts->pdata);
  /* Translators: how many rows, and what becomes of them. */
  return g_strdup_printf (_ ("%s: %s"), rows, list);
}

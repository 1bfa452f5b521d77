/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "members/mlg-body.h"
#include "members/mlg-custom-field.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "mlg-card-name.h"
#include "mlg-import-cell.h"

/* A row of a table as records: each cell in the field that its column goes to. */
typedef struct
{
  MlgTable *table;
  MlgMapping *mapping;
  guint row;
  MlgIssueList *issues;
  MlgImportEntry *entry; /* (owned) */
} Row;

static void
complain (Row *r, MlgSeverity severity, guint column, const char *message)
{
  mlg_issue_list_add (r->issues, severity, mlg_table_get_file (r->table),
                      mlg_table_get_line (r->table, r->row, column), (int) column + 1, "%s",
                      message);
}

/* The function and the body that the row gives to its person. */
static MlgImportFunction *
get_function (Row *r)
{
  if (r->entry->functions == NULL)
    r->entry->functions =
        g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_import_function_free);
  if (r->entry->functions->len == 0)
    g_ptr_array_add (r->entry->functions, mlg_import_function_new ());
  return r->entry->functions->pdata[0];
}

static MlgRecord *
get_record (Row *r, const MlgKind *kind)
{
  if (kind == mlg_mapping_get_kind (r->mapping))
    return r->entry->record;
  return kind == &mlg_function_kind ? get_function (r)->function : get_function (r)->body;
}

/* A role that is none of the network's is a job title, unless there is one. */
static gboolean
take_for_title (MlgRecord *record, guint field, const char *text)
{
  if (mlg_record_get_kind (record) != &mlg_function_kind || field != MLG_FUNCTION_ROLE
      || !mlg_record_is_null (record, MLG_FUNCTION_TITLE))
    return FALSE;
  return mlg_record_parse (record, MLG_FUNCTION_TITLE, text, NULL);
}

static void
set_field (Row *r, MlgRecord *record, guint column, guint field, const char *text)
{
  const MlgField *description = &mlg_record_get_kind (record)->fields[field];
  g_autofree char *odd = NULL;
  g_autoptr (GError) error = NULL;

  if (!mlg_record_parse (record, field, text, &error))
    {
      if (!take_for_title (record, field, text))
        complain (r, MLG_SEVERITY_WARNING, column, error->message);
      return;
    }
  if (description->warn != NULL && mlg_record_get_text (record, field) != NULL)
    odd = description->warn (mlg_record_get_text (record, field));
  if (odd != NULL)
    complain (r, MLG_SEVERITY_WARNING, column, odd);
}

static void
read_groups (Row *r, const char *cell)
{
  g_auto (GStrv) names = g_strsplit_set (cell, ";|\n", -1);
  g_autoptr (GStrvBuilder) groups = g_strv_builder_new ();

  for (GStrv name = names; *name != NULL; name++)
    if (*g_strstrip (*name) != '\0')
      g_strv_builder_add (groups, *name);
  g_strfreev (r->entry->groups);
  r->entry->groups = g_strv_builder_end (groups);
}

/* Where records refer to others, the text is kept until all rows are known. */
static void
keep_text (Row *r, const MlgTarget *target, guint column, const char *cell)
{
  MlgImportText *text = g_new0 (MlgImportText, 1);

  text->record = target->custom == 0 ? get_record (r, target->kind) : r->entry->record;
  text->field = target->field;
  text->custom = target->custom;
  text->text = g_strstrip (g_strdup (cell));
  text->column = (int) column + 1;
  text->line = mlg_table_get_line (r->table, r->row, column);
  if (r->entry->texts == NULL)
    r->entry->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_import_text_free);
  g_ptr_array_add (r->entry->texts, text);
}

static void
read_cell (Row *r, guint column, const MlgTarget *target)
{
  const char *cell = mlg_table_get_cell (r->table, r->row, column);
  const MlgField *field = &target->kind->fields[target->field];
  g_autofree char *text = NULL;
  g_autofree char *odd = NULL;

  if (cell[strspn (cell, " \t\n")] == '\0')
    return;
  if (target->kind == &mlg_group_kind && target->kind != mlg_mapping_get_kind (r->mapping))
    read_groups (r, cell);
  else if (target->custom != 0 || field->type == MLG_FIELD_REFERENCE)
    keep_text (r, target, column, cell);
  else
    {
      text = mlg_import_cell_prepare (field, cell, &odd);
      if (odd != NULL)
        complain (r, MLG_SEVERITY_WARNING, column, odd);
      if (*text != '\0')
        set_field (r, get_record (r, target->kind), column, target->field, text);
    }
}

/* "MARTIN Camille" and "Camille MARTIN", where one column holds both. */
static void
split_name (Row *r)
{
  MlgRecord *person = r->entry->record;
  int column = mlg_mapping_find_column (r->mapping, MLG_PERSON_FAMILY_NAME);
  const char *name = mlg_record_get_text (person, MLG_PERSON_FAMILY_NAME);
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;

  if (column < 0 || name == NULL || !mlg_record_is_null (person, MLG_PERSON_GIVEN_NAME)
      || !mlg_heading_is_whole_name (mlg_table_get_heading (r->table, (guint) column))
      || !mlg_card_split_name (name, &given, &family))
    return;
  mlg_record_set_text (person, MLG_PERSON_GIVEN_NAME, given);
  mlg_record_set_text (person, MLG_PERSON_FAMILY_NAME, family);
}

static gboolean
is_total (Row *r)
{
  for (guint i = 0; i < mlg_table_get_n_columns (r->table); i++)
    {
      const char *cell = mlg_table_get_cell (r->table, r->row, i);

      if (*cell != '\0')
        return mlg_import_cell_is_total (cell);
    }
  return FALSE;
}

/**
 * mlg_import_entry_from_row:
 * @row: from 0, the headings not counted
 * @issues: gets what is wrong or odd, with its line and column
 *
 * Reads a row: a value that is not right is left out with a warning.
 *
 * Returns: (transfer full) (nullable): what the row says; %NULL for a row of totals, which was reported
 */
MlgImportEntry *
mlg_import_entry_from_row (MlgTable *table, MlgMapping *mapping, guint row, MlgIssueList *issues)
{
  Row r = { .table = table, .mapping = mapping, .row = row, .issues = issues };

  if (is_total (&r))
    {
      complain (&r, MLG_SEVERITY_NOTE, 0, _ ("this row holds totals: it is left aside"));
      return NULL;
    }
  r.entry = mlg_import_entry_new (mlg_record_new (mlg_mapping_get_kind (mapping)),
                                  mlg_table_get_line (table, row, 0));
  for (guint i = 0; i < mlg_table_get_n_columns (table); i++)
    {
      MlgTarget target = mlg_mapping_get_target (mapping, i);

      if (target.kind != NULL)
        read_cell (&r, i, &target);
    }
  if (mlg_mapping_get_kind (mapping) == &mlg_person_kind)
    split_name (&r);
  return r.entry;
}

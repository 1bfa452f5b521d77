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

/** A column, and what is the same for all its cells. */
typedef struct
{
  MlgTarget target;
  MlgImportPreparer prepare; /* (nullable) */
  gboolean repeats;          /* a cell like the one above has the value of the one above */
  const char *above;         /* (unowned) (nullable) the cell above, when nothing is odd in it */
} Column;

/* Makes records of the rows of a table: each cell in the field that its column goes to. */
struct _MlgImportRowReader
{
  MlgTable *table;         /* (unowned) */
  MlgMapping *mapping;     /* (unowned) */
  MlgIssueList *issues;    /* (unowned) (nullable) */
  const MlgKind *kind;     /* (unowned) static: that of the rows */
  guint row;               /* the one that is read */
  gboolean complained;     /* of the cell that is read */
  MlgImportEntry *entry;   /* (owned) (nullable) what it says */
  MlgRecord *record_above; /* (owned) (nullable) that of the row before */
  guint n_columns;
  Column columns[];
};

typedef MlgImportRowReader Row;

static void
complain (Row *r, MlgSeverity severity, guint column, const char *message)
{
  r->complained = TRUE;
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
  if (kind == r->kind)
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

/* Returns: whether the field has the value now, and there was nothing to say of it. */
static gboolean
read_value (Row *r, guint i, const char *cell)
{
  const Column *column = &r->columns[i];
  MlgRecord *record;
  g_autofree char *text = NULL;
  g_autofree char *odd = NULL;

  r->complained = FALSE;
  if (column->prepare != NULL)
    cell = text = column->prepare (cell, &odd);
  if (odd != NULL)
    complain (r, MLG_SEVERITY_WARNING, i, odd);
  if (*cell == '\0')
    return FALSE;
  record = get_record (r, column->target.kind);
  set_field (r, record, i, column->target.field, cell);
  return !r->complained && !mlg_record_is_null (record, column->target.field);
}

static gboolean
is_blank (const char *cell)
{
  return (guchar) *cell <= ' ' && cell[strspn (cell, " \t\n")] == '\0';
}

/* Lists repeat themselves: most cells of a column of codes are those of the row above, whose record has
 * the value; a blank cell has none. */
static void
read_cell (Row *r, guint i)
{
  Column *column = &r->columns[i];
  const MlgTarget *target = &column->target;
  const char *cell = mlg_table_get_cell (r->table, r->row, i);

  if (is_blank (cell))
    column->above = NULL;
  else if (target->kind == &mlg_group_kind && target->kind != r->kind)
    read_groups (r, cell);
  else if (target->custom != 0 || target->kind->fields[target->field].type == MLG_FIELD_REFERENCE)
    keep_text (r, target, i, cell);
  else if (column->above != NULL && g_str_equal (column->above, cell))
    mlg_record_copy_value (r->entry->record, r->record_above, target->field);
  else
    column->above = read_value (r, i, cell) && column->repeats ? cell : NULL;
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

/* A name may be cut in two once its row is read; a second column of a field goes before the first one. */
static gboolean
may_repeat (MlgMapping *mapping, const MlgTarget *target, guint column)
{
  const MlgField *field = &target->kind->fields[target->field];

  if (target->kind != mlg_mapping_get_kind (mapping) || target->custom != 0
      || (field->flags & MLG_FIELD_NAME) != 0)
    return FALSE;
  for (guint i = 0; i < mlg_mapping_get_n_columns (mapping); i++)
    if (i != column && mlg_mapping_get_field (mapping, i) == (int) target->field)
      return FALSE;
  return TRUE;
}

static void
prepare_column (Row *r, guint i)
{
  Column *column = &r->columns[i];

  column->target = mlg_mapping_get_target (r->mapping, i);
  if (column->target.kind == NULL)
    return;
  column->repeats = may_repeat (r->mapping, &column->target, i);
  column->prepare =
      mlg_import_cell_find_preparer (&column->target.kind->fields[column->target.field]);
}

/**
 * mlg_import_row_reader_new:
 * @table: must stay until the reader is freed, and so must @mapping, which must not be changed
 *
 * Returns: (transfer full): what reads the rows of a table, from the first one on, each time some of them
 */
MlgImportRowReader *
mlg_import_row_reader_new (MlgTable *table, MlgMapping *mapping)
{
  guint n = mlg_table_get_n_columns (table);
  MlgImportRowReader *self = g_malloc0 (sizeof *self + n * sizeof (Column));

  self->table = table;
  self->mapping = mapping;
  self->kind = mlg_mapping_get_kind (mapping);
  self->n_columns = n;
  for (guint i = 0; i < n; i++)
    prepare_column (self, i);
  return self;
}

/**
 * mlg_import_row_reader_begin:
 * @issues: gets what is wrong or odd in the next rows, with its line and column; must stay while they are
 *   read
 *
 * Forgets the row that was read last.
 */
void
mlg_import_row_reader_begin (MlgImportRowReader *self, MlgIssueList *issues)
{
  self->issues = issues;
  g_clear_object (&self->record_above);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].above = NULL;
}

/**
 * mlg_import_row_reader_free:
 * @self: (transfer full): a reader of rows
 *
 * Frees a reader; its table and mapping are not its own.
 */
void
mlg_import_row_reader_free (MlgImportRowReader *self)
{
  g_clear_object (&self->record_above);
  g_free (self);
}

static void
read_cells (Row *r)
{
  for (guint i = 0; i < r->n_columns; i++)
    if (r->columns[i].target.kind != NULL)
      read_cell (r, i);
}

/**
 * mlg_import_row_reader_read:
 * @row: from 0, the headings not counted
 *
 * Reads a row: a value that is not right is left out with a warning.
 *
 * Returns: (transfer full) (nullable): what the row says; %NULL for a row of totals, which was reported
 */
MlgImportEntry *
mlg_import_row_reader_read (MlgImportRowReader *self, guint row)
{
  self->row = row;
  if (is_total (self))
    {
      complain (self, MLG_SEVERITY_NOTE, 0, _ ("this row holds totals: it is left aside"));
      return NULL;
    }
  self->entry =
      mlg_import_entry_new (mlg_record_new (self->kind), mlg_table_get_line (self->table, row, 0));
  read_cells (self);
  if (self->kind == &mlg_person_kind)
    split_name (self);
  g_set_object (&self->record_above, self->entry->record);
  return g_steal_pointer (&self->entry);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-person.h"
#include "mlg-import-private.h"
#include "mlg-import-row.h"
#include "mlg-table-reader.h"

/* A plan holds files that were read, and what a person chose for their rows. A refresh makes records of
 * the rows and finds which of them are there already, without writing anything. */

G_DEFINE_BOXED_TYPE (MlgImportPlan, mlg_import_plan, mlg_import_plan_ref, mlg_import_plan_unref)

static void
file_free (gpointer data)
{
  MlgImportFile *file = data;

  g_free (file->file);
  g_clear_pointer (&file->table, mlg_table_unref);
  g_clear_pointer (&file->mapping, mlg_mapping_free);
  g_clear_pointer (&file->cards, g_ptr_array_unref);
  g_free (file);
}

static void
row_clear (gpointer data)
{
  MlgImportRow *row = data;

  g_clear_object (&row->record);
  g_clear_object (&row->there);
  g_clear_object (&row->alike);
  g_clear_pointer (&row->changes, g_ptr_array_unref);
}

static void
write_clear (gpointer data)
{
  g_object_unref (((MlgImportWrite *) data)->record);
}

static void
make_room (MlgImportPlan *self, guint n)
{
  self->rows = g_array_sized_new (FALSE, TRUE, sizeof (MlgImportRow), n);
  g_array_set_clear_func (self->rows, row_clear);
  self->entries = g_ptr_array_new_full (n, (GDestroyNotify) mlg_import_entry_free);
  self->writes = g_array_sized_new (FALSE, FALSE, sizeof (MlgImportWrite), n);
  g_array_set_clear_func (self->writes, write_clear);
}

/* Forgets what was planned, and makes room for @n rows. */
void
mlg_import_plan_empty (MlgImportPlan *self, guint n)
{
  g_array_unref (self->rows);
  g_array_unref (self->writes);
  g_ptr_array_unref (self->entries);
  make_room (self, n);
}

/**
 * mlg_import_plan_new:
 * @kind: what the rows of tables are: bodies, people, or any other kind; cards say it themselves
 * @mode: what to do with what is there already
 *
 * Returns: (transfer full): a plan without a file
 */
MlgImportPlan *
mlg_import_plan_new (const MlgKind *kind, MlgImportMode mode)
{
  MlgImportPlan *self = g_new0 (MlgImportPlan, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->mode = mode;
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->choices = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->reading = mlg_issue_list_new ();
  self->issues = mlg_issue_list_new ();
  make_room (self, 0);
  self->customs = mlg_import_customs_new ();
  self->written = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * mlg_import_plan_ref:
 *
 * Takes another reference, from any thread; the plan itself is for one thread at a time.
 *
 * Returns: (transfer full): @self
 */
MlgImportPlan *
mlg_import_plan_ref (MlgImportPlan *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mlg_import_plan_unref:
 * @self: (transfer full): a plan
 *
 * Gives a reference back; the last one frees the plan with its rows and its files.
 */
void
mlg_import_plan_unref (MlgImportPlan *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  mlg_import_lookup_clear (&self->lookup);
  g_array_unref (self->rows);
  g_array_unref (self->writes);
  g_array_unref (self->customs);
  g_hash_table_unref (self->written);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->choices);
  g_free (self->status);
  mlg_issue_list_unref (self->reading);
  mlg_issue_list_unref (self->issues);
  g_free (self->stamp);
  g_free (self);
}

/* The rows must be planned again. */
static void
forget (MlgImportPlan *self)
{
  g_clear_pointer (&self->stamp, g_free);
}

/**
 * mlg_import_plan_add_table:
 * @mapping: (transfer full): where its columns go
 */
void
mlg_import_plan_add_table (MlgImportPlan *self, MlgTable *table, MlgMapping *mapping)
{
  MlgImportFile *file = g_new0 (MlgImportFile, 1);

  file->file = g_strdup (mlg_table_get_file (table));
  file->table = mlg_table_ref (table);
  file->mapping = mapping;
  g_ptr_array_add (self->files, file);
  forget (self);
}

/**
 * mlg_import_plan_add_cards:
 * @cards: (transfer full) (element-type MlgVcard): what mlg_vcard_read() gave
 * @name: the name of their file, for messages
 */
void
mlg_import_plan_add_cards (MlgImportPlan *self, GPtrArray *cards, const char *name)
{
  MlgImportFile *file = g_new0 (MlgImportFile, 1);

  file->file = g_strdup (name);
  file->cards = cards;
  g_ptr_array_add (self->files, file);
  forget (self);
}

static gboolean
add_table_file (MlgImportPlan *self,
                GFile *file,
                const char *const *rules,
                GVariant *remembered,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (MlgTable) table =
      mlg_table_read (file, &mlg_table_default_limits, self->reading, cancellable, error);
  g_autoptr (MlgMapping) mapping = table != NULL ? mlg_mapping_guess (table, self->kind) : NULL;

  if (table == NULL)
    return FALSE;
  mlg_mapping_recall (mapping, table, remembered);
  for (; rules != NULL && *rules != NULL; rules++)
    if (!mlg_mapping_set (mapping, table, *rules, error))
      return FALSE;
  mlg_import_plan_add_table (self, table, g_steal_pointer (&mapping));
  return TRUE;
}

/**
 * mlg_import_plan_add_file:
 * @file: contact cards when its name ends in .vcf or .vcard, else a table
 * @rules: (nullable): "COLUMN=FIELD", as mlg_mapping_set() takes them
 * @remembered: (nullable): as mlg_mapping_recall() takes it
 *
 * Reads a file. What is odd in it is among the plan's issues.
 *
 * Errors: those of mlg_table_read(), mlg_vcard_read() and mlg_mapping_set().
 */
gboolean
mlg_import_plan_add_file (MlgImportPlan *self,
                          GFile *file,
                          const char *const *rules,
                          GVariant *remembered,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  GPtrArray *cards;

  if (!g_str_has_suffix (lower, ".vcf") && !g_str_has_suffix (lower, ".vcard"))
    return add_table_file (self, file, rules, remembered, cancellable, error);
  cards = mlg_vcard_read (file, &mlg_vcard_default_limits, self->reading, cancellable, error);
  if (cards != NULL)
    mlg_import_plan_add_cards (self, cards, name);
  return cards != NULL;
}

/**
 * mlg_import_plan_set_mode:
 * @mode: what becomes of records that are there already
 *
 * Sets the mode; what the rows do is told anew by the next mlg_import_plan_refresh().
 */
void
mlg_import_plan_set_mode (MlgImportPlan *self, MlgImportMode mode)
{
  self->mode = mode;
  forget (self);
}

/**
 * mlg_import_plan_set_status:
 * @status: (nullable): one of #mlg_body_statuses
 *
 * What bodies become that are new and of which the rows do not say it: a list of the members of a network
 * seldom has a column that says so. The next refresh does it.
 */
void
mlg_import_plan_set_status (MlgImportPlan *self, const char *status)
{
  g_free (self->status);
  self->status = g_strdup (status);
  forget (self);
}

/**
 * mlg_import_plan_get_table:
 * @file: which, in the order in which they were added
 *
 * Returns: (transfer none) (nullable): the table; %NULL for a file of cards
 */
MlgTable *
mlg_import_plan_get_table (MlgImportPlan *self, guint file)
{
  g_return_val_if_fail (file < self->files->len, NULL);

  return ((MlgImportFile *) self->files->pdata[file])->table;
}

/**
 * mlg_import_plan_get_mapping:
 * @file: which, in the order in which they were added
 *
 * Returns: (transfer none) (nullable): where the columns of the table go; may be changed before a
 *   refresh
 */
MlgMapping *
mlg_import_plan_get_mapping (MlgImportPlan *self, guint file)
{
  g_return_val_if_fail (file < self->files->len, NULL);

  forget (self);
  return ((MlgImportFile *) self->files->pdata[file])->mapping;
}

/**
 * mlg_import_plan_choose:
 * @deed: %MLG_IMPORT_DEED_ADD to add it whatever is alike, %MLG_IMPORT_DEED_SKIP to leave it aside,
 *   %MLG_IMPORT_DEED_MERGE or %MLG_IMPORT_DEED_REPLACE for what it is the same as
 * @id: the record to merge into; 0 for the one that was found
 *
 * What a person says of a row goes before what was found; the next refresh does it.
 */
void
mlg_import_plan_choose (MlgImportPlan *self, guint row, MlgImportDeed deed, gint64 id)
{
  MlgImportChoice *choice = g_new (MlgImportChoice, 1);

  g_return_if_fail (deed != MLG_IMPORT_DEED_REFUSE);

  choice->deed = deed;
  choice->id = id;
  g_hash_table_insert (self->choices, GUINT_TO_POINTER (row), choice);
  forget (self);
}

/**
 * mlg_import_plan_forget_choice:
 *
 * Leaves a row to the mode again.
 */
void
mlg_import_plan_forget_choice (MlgImportPlan *self, guint row)
{
  g_hash_table_remove (self->choices, GUINT_TO_POINTER (row));
  forget (self);
}

/* The row being planned is not among the rows yet: its number is theirs. */
const MlgImportChoice *
mlg_import_plan_get_choice (MlgImportPlan *self, const MlgImportRow *row)
{
  guint i = self->rows->len;

  if (g_hash_table_size (self->choices) == 0)
    return NULL;
  if (row >= (const MlgImportRow *) (gconstpointer) self->rows->data
      && row < (const MlgImportRow *) (gconstpointer) self->rows->data + self->rows->len)
    i = (guint) (row - (const MlgImportRow *) (gconstpointer) self->rows->data);
  return g_hash_table_lookup (self->choices, GUINT_TO_POINTER (i));
}

/* Whether what is there gives way to the row. */
gboolean
mlg_import_plan_replaces (MlgImportPlan *self, const MlgImportRow *row)
{
  const MlgImportChoice *choice = mlg_import_plan_get_choice (self, row);

  return choice != NULL ? choice->deed == MLG_IMPORT_DEED_REPLACE
                        : self->mode == MLG_IMPORT_REPLACE;
}

/* Whether the row may change what is there. */
gboolean
mlg_import_plan_may_change (MlgImportPlan *self, const MlgImportRow *row)
{
  return self->mode != MLG_IMPORT_ADD || mlg_import_plan_get_choice (self, row) != NULL;
}

void
mlg_import_plan_complain (MlgImportPlan *self,
                          MlgSeverity severity,
                          const MlgImportRow *row,
                          int column,
                          const char *format,
                          ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mlg_issue_list_add (self->issues, severity, row->file, row->line, column, "%s", message);
}

/* @fresh: whether it is new; else it is written once, however many rows change it */
void
mlg_import_plan_write (MlgImportPlan *self, MlgRecord *record, gboolean fresh)
{
  const MlgImportWrite write = { g_object_ref (record), fresh };

  if (g_hash_table_add (self->written, record))
    g_array_append_val (self->writes, write);
  else
    g_object_unref (record);
}

/**
 * mlg_import_plan_get_n_rows:
 *
 * Returns: how many rows and cards there are in all files, as of the last refresh
 */
guint
mlg_import_plan_get_n_rows (MlgImportPlan *self)
{
  return self->rows->len;
}

/**
 * mlg_import_plan_get_row:
 *
 * Returns: (transfer none): what becomes of a row; until the next refresh
 */
const MlgImportRow *
mlg_import_plan_get_row (MlgImportPlan *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->rows, MlgImportRow, row);
}

/**
 * mlg_import_plan_get_result:
 *
 * Returns: (transfer none): the counts, as of the last refresh
 */
const MlgImportResult *
mlg_import_plan_get_result (MlgImportPlan *self)
{
  return &self->result;
}

/**
 * mlg_import_plan_get_issues:
 *
 * Returns: (transfer none): what is wrong, odd or left aside, as of the last refresh: first of the
 *   files as a whole, then row by row
 */
MlgIssueList *
mlg_import_plan_get_issues (MlgImportPlan *self)
{
  return self->issues;
}

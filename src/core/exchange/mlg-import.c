/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "members/mlg-body.h"
#include "members/mlg-person.h"
#include "mlg-import-match.h"
#include "store/mlg-action.h"
#include "store/mlg-backup.h"
#include "store/mlg-record-sql.h"

/* An import first makes records of the rows and finds which of them are there already, without
 * writing anything: that is the dry run. Then it writes what is new or changed, in one action. */

enum
{
  WORTH_A_BACKUP = 1000,
  ROWS_BETWEEN_REPORTS = 500
};

typedef struct
{
  MlgConnection *db;
  MlgTable *table;
  MlgMapping *mapping;
  const MlgKind *kind;
  MlgImportMode mode;
  MlgIssueList *issues;
  MlgImportResult *result;
  MlgImportMatch *match; /* (owned) */
  GPtrArray *pending;    /* (owned) of MlgRecord: those without an id are new */
  GHashTable *changed;   /* (owned) the stored records among them */
} Import;

static void
import_clear (Import *import)
{
  g_clear_pointer (&import->match, mlg_import_match_free);
  g_clear_pointer (&import->pending, g_ptr_array_unref);
  g_clear_pointer (&import->changed, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* The kinds of body that the lists of the administration write, and their INSEE legal category. */
static const char *
find_category (const char *kind)
{
  static const char *const categories[][2] = {
    { "commune", "7210" }, { "departement", "7220" }, { "département", "7220" },
    { "region", "7230" },  { "région", "7230" },      { "CC", "7346" },
    { "CA", "7348" },      { "CU", "7343" },          { "METRO", "7344" },
    { "MET69", "7344" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if (g_ascii_strcasecmp (kind, categories[i][0]) == 0)
      return categories[i][1];
  return kind;
}

/* A commune may have several postcodes in one cell: the first one is taken. */
static char *
prepare_cell (const MlgField *field, const char *cell)
{
  if (g_str_equal (field->name, "category"))
    return g_strdup (find_category (cell));
  if (g_str_equal (field->name, "postcode"))
    {
      g_autofree char *first = g_strndup (cell, strcspn (cell, "|,/"));
      gsize n = strspn (first, "0123456789");

      if (n == 5 && first[5] == ' ')
        first[5] = '\0';
      return n == 4 && first[4] == '\0' ? g_strconcat ("0", first, NULL) : g_steal_pointer (&first);
    }
  return g_strdup (cell);
}

static void
complain (Import *import, MlgSeverity severity, guint row, guint column, const char *message)
{
  mlg_issue_list_add (import->issues, severity, mlg_table_get_file (import->table),
                      mlg_table_get_line (import->table, row, column), (int) column + 1, "%s",
                      message);
}

static void
read_cell (Import *import, MlgRecord *record, guint row, guint column, guint field)
{
  const MlgField *description = &import->kind->fields[field];
  const char *cell = mlg_table_get_cell (import->table, row, column);
  g_autofree char *text = *cell != '\0' ? prepare_cell (description, cell) : NULL;
  g_autofree char *odd = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL || *text == '\0')
    return;
  if (!mlg_record_parse (record, field, text, &error))
    {
      complain (import, MLG_SEVERITY_WARNING, row, column, error->message);
      return;
    }
  if (description->warn != NULL && mlg_record_get_text (record, field) != NULL)
    odd = description->warn (mlg_record_get_text (record, field));
  if (odd != NULL)
    complain (import, MLG_SEVERITY_WARNING, row, column, odd);
}

static MlgRecord *
read_row (Import *import, guint row)
{
  MlgRecord *record = mlg_record_new (import->kind);

  for (guint i = 0; i < mlg_table_get_n_columns (import->table); i++)
    {
      int field = mlg_mapping_get_field (import->mapping, i);

      if (field >= 0)
        read_cell (import, record, row, i, (guint) field);
    }
  return record;
}

static void
copy_field (MlgRecord *to, MlgRecord *from, guint field)
{
  switch (mlg_record_get_kind (to)->fields[field].type)
    {
    case MLG_FIELD_INTEGER:
    case MLG_FIELD_BOOLEAN:
    case MLG_FIELD_REFERENCE:
      mlg_record_set_integer (to, field, mlg_record_get_integer (from, field));
      break;
    case MLG_FIELD_REAL:
      mlg_record_set_real (to, field, mlg_record_get_real (from, field));
      break;
    case MLG_FIELD_TEXT:
    case MLG_FIELD_LONG_TEXT:
    case MLG_FIELD_DATE:
    case MLG_FIELD_TIME:
    case MLG_FIELD_CODE:
    default:
      mlg_record_set_text (to, field, mlg_record_get_text (from, field));
    }
}

/* Returns: whether the record that is there changed. */
static gboolean
take_over (Import *import, MlgRecord *there, MlgRecord *row)
{
  g_autoptr (MlgRecord) before = mlg_record_copy (there);

  for (guint i = 0; i < import->kind->n_fields; i++)
    if (!mlg_record_is_null (row, i)
        && (import->mode == MLG_IMPORT_REPLACE || mlg_record_is_null (there, i)))
      copy_field (there, row, i);
  return !mlg_record_equal (before, there);
}

static void
skip_row (Import *import, guint row, MlgRecord *there, int field)
{
  g_autofree char *name = mlg_record_dup_name (there);
  const char *by = field >= 0 ? _ (import->kind->fields[field].title) : _ ("name and place");

  import->result->skipped++;
  mlg_issue_list_add (import->issues, MLG_SEVERITY_NOTE, mlg_table_get_file (import->table),
                      mlg_table_get_line (import->table, row, 0), 0,
                      /* Translators: the name of a record, and the field by which it was found. */
                      _ ("“%s” is there already (%s): nothing to add"), name, by);
}

static void
meet_duplicate (Import *import, guint row, MlgRecord *there, MlgRecord *record, int field)
{
  if (import->mode == MLG_IMPORT_ADD || !take_over (import, there, record))
    {
      skip_row (import, row, there, field);
      return;
    }
  if (import->mode == MLG_IMPORT_MERGE)
    import->result->merged++;
  else
    import->result->replaced++;
  if (mlg_record_get_id (there) != 0 && g_hash_table_add (import->changed, there))
    g_ptr_array_add (import->pending, g_object_ref (there));
}

static void
plan_row (Import *import, guint row)
{
  g_autoptr (MlgRecord) record = read_row (import, row);
  g_autoptr (GError) error = NULL;
  MlgRecord *there;
  int field;

  import->result->read++;
  if (!mlg_record_validate (record, NULL, &error))
    {
      import->result->skipped++;
      complain (import, MLG_SEVERITY_ERROR, row, 0, error->message);
      return;
    }
  there = mlg_import_match_find (import->match, record, &field);
  if (there != NULL)
    {
      meet_duplicate (import, row, there, record, field);
      return;
    }
  import->result->added++;
  mlg_import_match_add (import->match, record);
  g_ptr_array_add (import->pending, g_steal_pointer (&record));
}

static gboolean
plan (Import *import, GError **error)
{
  guint n = mlg_table_get_n_rows (import->table);
  g_autoptr (GPtrArray) known =
      mlg_record_load_where (import->db, import->kind, error, "ORDER BY id", "");

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    mlg_import_match_add (import->match, known->pdata[i]);
  for (guint i = 0; i < n; i++)
    {
      if (i % ROWS_BETWEEN_REPORTS == 0
          && !mlg_connection_report (import->db, 0.5 * i / n, _ ("Reading the rows"), error))
        return FALSE;
      plan_row (import, i);
    }
  return TRUE;
}

static gboolean
write_records (MlgConnection *db, gpointer data, GError **error)
{
  Import *import = data;
  guint n = import->pending->len;

  for (guint i = 0; i < n; i++)
    {
      MlgRecord *record = import->pending->pdata[i];

      if (i % ROWS_BETWEEN_REPORTS == 0
          && !mlg_connection_report (db, 0.5 + 0.5 * i / n, _ ("Writing the records"), error))
        return FALSE;
      if (mlg_record_get_id (record) == 0 ? !mlg_record_insert (db, record, error)
                                          : !mlg_record_update (db, record, error))
        return FALSE;
    }
  return TRUE;
}

/* The action as the history and the Undo button name it. */
static char *
make_name (const MlgKind *kind, guint n)
{
  if (kind == &mlg_body_kind)
    return g_strdup_printf (ngettext ("Import %u member", "Import %u members", n), n);
  if (kind == &mlg_person_kind)
    return g_strdup_printf (ngettext ("Import %u person", "Import %u people", n), n);
  return g_strdup_printf (ngettext ("Import %u record", "Import %u records", n), n);
}

static gboolean
apply (Import *import, MlgChanges **changes, GError **error)
{
  guint n = import->pending->len;
  g_autofree char *name = make_name (import->kind, n);

  if (n >= WORTH_A_BACKUP && !mlg_backup_make (import->db, MLG_BACKUP_IMPORT, NULL, error))
    return FALSE;
  return mlg_connection_act (import->db, name, write_records, import, changes, error);
}

static gboolean
check_mapping (Import *import, GError **error)
{
  for (guint i = 0; i < import->kind->n_fields; i++)
    if ((import->kind->fields[i].flags & MLG_FIELD_REQUIRED) != 0
        && mlg_mapping_find_column (import->mapping, i) < 0)
      {
        g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING,
                     _ ("%s: no column goes to “%s”: say which one"),
                     mlg_table_get_file (import->table), _ (import->kind->fields[i].title));
        return FALSE;
      }
  return TRUE;
}

/**
 * mlg_import_run:
 * @table: the rows
 * @mapping: where its columns go; says the kind of record too
 * @mode: what to do with what is there already
 * @dry_run: only tell what would be done
 * @issues: gets what is wrong, odd or left aside, with its line and column
 * @result: (out caller-allocates): the counts
 * @changes: (out) (optional) (transfer full): what changed; not set by a dry run
 *
 * Imports all rows in one action; a backup is made before a large one. A value that is not right is
 * left out with a warning; a row without what is required is left out with an error. Reports its
 * progress and can be cancelled; nothing is left then. Outside an action.
 *
 * Errors: %MLG_EXCHANGE_ERROR_MAPPING when no column goes to a required field, or a store error.
 */
gboolean
mlg_import_run (MlgConnection *db,
                MlgTable *table,
                MlgMapping *mapping,
                MlgImportMode mode,
                gboolean dry_run,
                MlgIssueList *issues,
                MlgImportResult *result,
                MlgChanges **changes,
                GError **error)
{
  g_auto (Import) import = { .db = db,
                             .table = table,
                             .mapping = mapping,
                             .kind = mlg_mapping_get_kind (mapping),
                             .mode = mode,
                             .issues = issues,
                             .result = result };

  *result = (MlgImportResult){ 0 };
  import.match = mlg_import_match_new (import.kind);
  import.pending = g_ptr_array_new_with_free_func (g_object_unref);
  import.changed = g_hash_table_new (NULL, NULL);
  if (!check_mapping (&import, error) || !plan (&import, error))
    return FALSE;
  return dry_run || apply (&import, changes, error);
}

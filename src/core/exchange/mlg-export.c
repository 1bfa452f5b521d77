/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-export.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-person.h"
#include "mlg-export-gate.h"
#include "mlg-table-writer.h"
#include "store/mlg-record-sql.h"

enum
{
  ROWS_BETWEEN_REPORTS = 500
};

static gboolean
add_asked (GArray *fields, const MlgGate *gate, const char *name, MlgIssueList *issues)
{
  int field = mlg_kind_find_field (mlg_gate_get_kind (gate), name);
  guint index = (guint) field;

  if (field < 0)
    return FALSE;
  if (mlg_gate_lets_field (gate, index))
    g_array_append_val (fields, index);
  else
    mlg_issue_list_add (issues, MLG_SEVERITY_WARNING, NULL, 0, 0,
                        _ ("“%s” is not for this audience: the column is left out"),
                        _ (mlg_gate_get_kind (gate)->fields[field].title));
  return TRUE;
}

/* Returns: (element-type guint): the fields to write, in order. */
static GArray *
choose_fields (const MlgGate *gate,
               const char *const *columns,
               MlgIssueList *issues,
               GError **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; columns == NULL && i < mlg_gate_get_kind (gate)->n_fields; i++)
    if (mlg_gate_lets_field (gate, i))
      g_array_append_val (fields, i);
  for (; columns != NULL && *columns != NULL; columns++)
    if (!add_asked (fields, gate, *columns, issues))
      {
        g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING,
                     _ ("there is no field “%s”"), *columns);
        return NULL;
      }
  return g_steal_pointer (&fields);
}

/* Another record by its name; a code by its title; the rest as files carry it. */
static char *
write_value (MlgConnection *db, MlgRecord *record, guint i, GError **error)
{
  const MlgField *field = &mlg_record_get_kind (record)->fields[i];
  const MlgKind *other;

  if (field->type == MLG_FIELD_CODE && !mlg_record_is_null (record, i))
    {
      const MlgCode *code = mlg_code_list_find (field->codes, mlg_record_get_text (record, i));

      return g_strdup (code != NULL && code->title != NULL ? _ (code->title)
                                                           : mlg_record_get_text (record, i));
    }
  if (field->type != MLG_FIELD_REFERENCE || mlg_record_is_null (record, i))
    return mlg_record_dup_plain (record, i);
  other = mlg_kind_find (mlg_connection_get_kinds (db), field->refers);
  return other != NULL ? mlg_record_load_name (db, other, mlg_record_get_integer (record, i), error)
                       : NULL;
}

static gboolean
write_row (MlgConnection *db,
           MlgTableWriter *writer,
           const MlgGate *gate,
           MlgRecord *record,
           GArray *fields,
           GError **error)
{
  for (guint i = 0; i < fields->len; i++)
    {
      guint field = g_array_index (fields, guint, i);
      g_autoptr (GError) failed = NULL;
      g_autofree char *value = mlg_gate_lets_value (gate, mlg_record_get_id (record), field)
                                   ? write_value (db, record, field, &failed)
                                   : NULL;

      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      mlg_table_writer_add_cell (writer, value);
    }
  mlg_table_writer_end_row (writer);
  return TRUE;
}

/**
 * mlg_export_table:
 * @kind: the kind of record
 * @ids: (nullable) (element-type gint64): the records, in order; %NULL for all, oldest first
 * @columns: (nullable): names of fields, ended by %NULL; %NULL for all
 * @audience: for whom: a field that they may not see is left out, or left empty where it is not for
 *   them in some records only
 * @issues: gets a warning for each column asked for that was left out
 *
 * Writes records as CSV that spreadsheets open by a double click: titles of the fields in the person's
 * language, codes by their title, other records by their name.
 *
 * Errors: %MLG_EXCHANGE_ERROR_MAPPING for a name that is no field, or a store error.
 *
 * Returns: (transfer full): the file's content, for mlg_exchange_save()
 */
GBytes *
mlg_export_table (MlgConnection *db,
                  const MlgKind *kind,
                  GArray *ids,
                  const char *const *columns,
                  MlgAudience audience,
                  MlgIssueList *issues,
                  GError **error)
{
  g_autoptr (MlgGate) gate = mlg_gate_new (db, kind, audience, error);
  g_autoptr (GArray) fields = gate != NULL ? choose_fields (gate, columns, issues, error) : NULL;
  g_autoptr (GPtrArray) records =
      fields != NULL ? mlg_export_load_records (db, kind, ids, error) : NULL;
  g_autoptr (MlgTableWriter) writer = mlg_table_writer_new ();

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < fields->len; i++)
    mlg_table_writer_add_cell (writer, _ (kind->fields[g_array_index (fields, guint, i)].title));
  mlg_table_writer_end_row (writer);
  for (guint i = 0; i < records->len; i++)
    {
      if (i % ROWS_BETWEEN_REPORTS == 0
          && !mlg_connection_report (db, 1.0 * i / records->len, _ ("Writing the table"), error))
        return NULL;
      if (!write_row (db, writer, gate, records->pdata[i], fields, error))
        return NULL;
    }
  return mlg_table_writer_finish (writer);
}

/**
 * mlg_export_addresses:
 * @people: (element-type gint64): ids of people
 * @n_objecting: (out): how many have an address but want no mailings, and were left out
 *
 * Returns: (transfer full): their e-mail addresses, each once, as the Bcc field of a message takes them
 */
char *
mlg_export_addresses (MlgConnection *db, GArray *people, guint *n_objecting, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) records = mlg_export_load_records (db, &mlg_person_kind, people, error);
  GString *list = NULL;

  *n_objecting = 0;
  if (records == NULL)
    return NULL;
  list = g_string_new (NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const char *address = mlg_record_get_text (records->pdata[i], MLG_PERSON_EMAIL);

      if (address == NULL)
        continue;
      if (mlg_record_get_boolean (records->pdata[i], MLG_PERSON_OBJECTION))
        ++*n_objecting;
      else if (g_hash_table_add (seen, g_utf8_casefold (address, -1)))
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", address);
    }
  return g_string_free (list, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "members/mlg-body.h"
#include "members/mlg-custom-field.h"
#include "members/mlg-custom-value.h"
#include "members/mlg-custom.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-member-link.h"
#include "members/mlg-person.h"
#include "mlg-export-columns.h"
#include "mlg-export-gate.h"
#include "mlg-table-writer.h"
#include "store/mlg-record-sql.h"

enum
{
  ROWS_BETWEEN_REPORTS = 500
};

typedef struct
{
  MlgConnection *db; /* (unowned) */
  const MlgKind *kind;
  MlgExportColumns *columns; /* (unowned) */
  MlgTableWriter *writer;    /* (unowned) */
} Export;

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

static char *
write_groups (const Export *e, MlgRecord *record, GError **error)
{
  g_autoptr (GPtrArray) links =
      mlg_member_list_groups (e->db, e->kind, mlg_record_get_id (record), error);
  GString *names = NULL;

  if (links == NULL)
    return NULL;
  names = g_string_new (NULL);
  for (guint i = 0; i < links->len; i++)
    {
      const MlgMemberLink *link = links->pdata[i];

      if (link->current)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", link->name);
    }
  return g_string_free (names, FALSE);
}

/* Of a person's row: the person, the function, or the body. */
static MlgRecord *
choose_record (const Export *e, const MlgTarget *target, MlgRecord *record, MlgMemberLink *link)
{
  if (target->kind == e->kind)
    return record;
  if (link == NULL)
    return NULL;
  return target->kind == &mlg_function_kind ? link->link : link->other;
}

static char *
write_custom (GPtrArray *customs, gint64 field)
{
  for (guint i = 0; customs != NULL && i < customs->len; i++)
    {
      const MlgCustom *custom = customs->pdata[i];

      if (mlg_record_get_id (custom->field) == field)
        return custom->value != NULL ? mlg_record_dup_plain (custom->value, MLG_CUSTOM_VALUE_VALUE)
                                     : NULL;
    }
  return NULL;
}

static char *
write_cell (const Export *e,
            const MlgTarget *target,
            MlgRecord *record,
            MlgMemberLink *link,
            GPtrArray *customs,
            GError **error)
{
  MlgRecord *chosen;

  if (target->custom != 0)
    return write_custom (customs, target->custom);
  if (target->kind == &mlg_group_kind && e->kind != &mlg_group_kind)
    return write_groups (e, record, error);
  chosen = choose_record (e, target, record, link);
  if (chosen == NULL || !mlg_export_columns_let (e->columns, target, mlg_record_get_id (chosen)))
    return NULL;
  return write_value (e->db, chosen, target->field, error);
}

static gboolean
write_row (
    const Export *e, MlgRecord *record, MlgMemberLink *link, GPtrArray *customs, GError **error)
{
  for (guint i = 0; i < mlg_export_columns_get_n (e->columns); i++)
    {
      g_autoptr (GError) failed = NULL;
      g_autofree char *value =
          write_cell (e, mlg_export_columns_get (e->columns, i), record, link, customs, &failed);

      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      mlg_table_writer_add_cell (e->writer, value);
    }
  mlg_table_writer_end_row (e->writer);
  return TRUE;
}

/* A person has a row for each function that they hold today, and at least one. */
static gboolean
write_functions (const Export *e, MlgRecord *person, GPtrArray *customs, GError **error)
{
  g_autoptr (GPtrArray) links =
      mlg_person_list_functions (e->db, mlg_record_get_id (person), error);
  guint n = 0;

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    if (((MlgMemberLink *) links->pdata[i])->current)
      {
        n++;
        if (!write_row (e, person, links->pdata[i], customs, error))
          return FALSE;
      }
  return n > 0 || write_row (e, person, NULL, customs, error);
}

static gboolean
write_record (const Export *e, MlgRecord *record, GError **error)
{
  g_autoptr (GPtrArray) customs = NULL;

  if (mlg_export_columns_speak_of (e->columns, &mlg_custom_field_kind))
    {
      customs = mlg_custom_list (e->db, e->kind, mlg_record_get_id (record), error);
      if (customs == NULL)
        return FALSE;
    }
  if (e->kind == &mlg_person_kind
      && (mlg_export_columns_speak_of (e->columns, &mlg_function_kind)
          || mlg_export_columns_speak_of (e->columns, &mlg_body_kind)))
    return write_functions (e, record, customs, error);
  return write_row (e, record, NULL, customs, error);
}

static gboolean
write_records (const Export *e, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < mlg_export_columns_get_n (e->columns); i++)
    {
      g_autofree char *heading = mlg_export_columns_dup_heading (e->columns, i);

      mlg_table_writer_add_cell (e->writer, heading);
    }
  mlg_table_writer_end_row (e->writer);
  for (guint i = 0; i < records->len; i++)
    {
      if (i % ROWS_BETWEEN_REPORTS == 0
          && !mlg_connection_report (e->db, 1.0 * i / records->len, _ ("Writing the table"), error))
        return FALSE;
      if (!write_record (e, records->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_export_table:
 * @kind: the kind of record
 * @ids: (nullable) (element-type gint64): the records, in order; %NULL for all, oldest first
 * @columns: (nullable): names of fields, ended by %NULL: "email"; of people also "body",
 *   "function.title"; of both also "groups" and the names of custom fields; %NULL for all
 * @audience: for whom: a field that they may not see is left out, or left empty where it is not for
 *   them in some records only
 * @issues: gets a warning for each column asked for that was left out
 *
 * Writes records as CSV that spreadsheets open by a double click: titles of the fields in the person's
 * language, codes by their title, other records by their name. Where a column speaks of functions, a
 * person has a row for each function of today. mlg_mapping_guess() knows the headings again.
 *
 * Errors: %MLG_EXCHANGE_ERROR_MAPPING for a name that is no field, or a store error.
 *
 * Returns: (transfer full): the file's content, for mlg_new_file_write()
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
  g_autoptr (MlgExportColumns) chosen =
      mlg_export_columns_new (db, kind, columns, audience, issues, error);
  g_autoptr (GPtrArray) records =
      chosen != NULL ? mlg_export_load_records (db, kind, ids, error) : NULL;
  g_autoptr (MlgTableWriter) writer = mlg_table_writer_new ();
  const Export e = { db, kind, chosen, writer };

  if (records == NULL || !write_records (&e, records, error))
    return NULL;
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

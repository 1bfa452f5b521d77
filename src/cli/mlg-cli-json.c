/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-json.h"

#include <stdio.h>

/**
 * mlg_cli_json_set_id:
 *
 * Sets an id, as a string: it has more digits than many readers of JSON keep of a number (RFC 8259,
 * section 6).
 */
void
mlg_cli_json_set_id (JsonObject *object, const char *member, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  json_object_set_string_member (object, member, text);
}

static void
set_field (JsonObject *object, MlgRecord *record, guint field)
{
  const MlgField *description = &mlg_record_get_kind (record)->fields[field];
  const char *name = description->name;

  if (mlg_record_is_null (record, field))
    json_object_set_null_member (object, name);
  else if (description->type == MLG_FIELD_REFERENCE)
    mlg_cli_json_set_id (object, name, mlg_record_get_integer (record, field));
  else if (description->type == MLG_FIELD_BOOLEAN)
    json_object_set_boolean_member (object, name, mlg_record_get_boolean (record, field));
  else if (description->type == MLG_FIELD_INTEGER)
    json_object_set_int_member (object, name, mlg_record_get_integer (record, field));
  else if (description->type == MLG_FIELD_REAL)
    json_object_set_double_member (object, name, mlg_record_get_real (record, field));
  else
    json_object_set_string_member (object, name, mlg_record_get_text (record, field));
}

/**
 * mlg_cli_json_record:
 *
 * Returns: (transfer full): the id, the kind, the displayed name, then every field under its name,
 *   as files carry it; null for what is not known
 */
JsonObject *
mlg_cli_json_record (MlgRecord *record)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  JsonObject *object = json_object_new ();
  g_autofree char *name = mlg_record_dup_name (record);

  mlg_cli_json_set_id (object, "id", mlg_record_get_id (record));
  json_object_set_string_member (object, "kind", kind->name);
  json_object_set_string_member (object, "name", name);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!json_object_has_member (object, kind->fields[i].name))
      set_field (object, record, i);
  return object;
}

/**
 * mlg_cli_json_print:
 * @object: (transfer full): what to print
 *
 * Prints one object on one line.
 */
void
mlg_cli_json_print (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = json_to_string (node, FALSE);

  json_object_unref (object);
  puts (text);
}

/**
 * mlg_cli_json_print_items:
 * @total: how many there are, also those that are not in @items
 * @items: (transfer full): objects
 *
 * Prints a list in the shape that all lists have.
 */
void
mlg_cli_json_print_items (gint64 total, JsonArray *items)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "total", total);
  json_object_set_array_member (object, "items", items);
  mlg_cli_json_print (object);
}

/**
 * mlg_cli_json_issues:
 *
 * Returns: (transfer full): what a reader had to say, as an array of objects
 */
JsonArray *
mlg_cli_json_issues (MlgIssueList *issues)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    {
      const MlgIssue *issue = mlg_issue_list_get (issues, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "severity", mlg_severity_to_nick (issue->severity));
      json_object_set_string_member (object, "file", issue->file);
      json_object_set_int_member (object, "line", issue->line);
      json_object_set_int_member (object, "column", issue->column);
      json_object_set_string_member (object, "message", issue->message);
      json_array_add_object_element (array, object);
    }
  return array;
}

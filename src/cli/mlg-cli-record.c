/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-record.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "mlg-kinds.h"
#include "store/mlg-id.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-search.h"

/* Records on a command line: how they are named, given and printed. */

/**
 * mlg_cli_find_kind:
 * @name: the name of a kind, singular or plural; members are bodies
 *
 * Returns: (nullable): the kind, or %NULL with @error set: all kinds are named
 */
const MlgKind *
mlg_cli_find_kind (const char *name, GError **error)
{
  gboolean members = g_str_equal (name, "members") || g_str_equal (name, "member");
  const MlgKind *kind = mlg_kind_find (mlg_kinds, members ? "body" : name);
  g_autoptr (GString) all = g_string_new ("members");

  if (kind != NULL)
    return kind;
  for (const MlgKind *const *other = mlg_kinds; *other != NULL; other++)
    g_string_append_printf (all, ", %s", (*other)->plural);
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
               /* Translators: what was typed, then a list. */
               _ ("“%s” is no kind of record: the kinds are %s"), name, all->str);
  return NULL;
}

static void
refuse_ambiguous (const char *named, GPtrArray *hits, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const MlgSearchHit *hit = hits->pdata[i];

      g_string_append_printf (all, "%s%s (%" G_GINT64_FORMAT ")", i > 0 ? ", " : "", hit->name,
                              hit->id);
    }
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING, _ ("“%s” could be: %s"), named,
               all->str);
}

/* Names as they are first, whatever the case. */
static GPtrArray *
find_by_name (MlgConnection *db, const MlgKind *kind, const char *named, GError **error)
{
  g_autofree char *name = mlg_kind_get_name_sql (kind, NULL);
  g_autofree char *tail = g_strdup_printf ("WHERE fold(%s)=fold(?1)", name);

  return mlg_record_load_where (db, kind, error, tail, "t", named);
}

/**
 * mlg_cli_find_record:
 * @named: an id, a name, or words that lead to one record
 *
 * Returns: (transfer full): the record, or %NULL with %MLG_STORE_ERROR_MISSING: nothing was found,
 *   or several, which are named
 */
MlgRecord *
mlg_cli_find_record (MlgConnection *db, const MlgKind *kind, const char *named, GError **error)
{
  g_autoptr (GPtrArray) exact = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  gint64 id = 0;

  if (mlg_id_parse (named, &id))
    return mlg_record_load (db, kind, id, error);
  exact = find_by_name (db, kind, named, error);
  if (exact == NULL)
    return NULL;
  if (exact->len == 1)
    return g_object_ref (exact->pdata[0]);
  hits = mlg_search_find (db, named, kind, 10, error);
  if (hits == NULL)
    return NULL;
  if (hits->len == 1)
    return mlg_record_load (db, kind, ((MlgSearchHit *) hits->pdata[0])->id, error);
  if (hits->len > 1)
    refuse_ambiguous (named, hits, error);
  else
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING, _ ("%s “%s”: nothing was found"),
                 _ (kind->title), named);
  return NULL;
}

static gboolean
assign_one (MlgRecord *record, const char *assignment, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
  int field = g_strv_length (parts) == 2 ? mlg_kind_find_field (kind, parts[0]) : -1;
  g_autoptr (GString) all = NULL;

  if (field >= 0)
    return mlg_record_parse (record, (guint) field, parts[1], error);
  all = g_string_new (NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", kind->fields[i].name);
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
               _ ("“%s”: FIELD=VALUE is expected; the fields are %s"), assignment, all->str);
  return FALSE;
}

/**
 * mlg_cli_assign:
 * @assignments: FIELD=VALUE, as people write values
 *
 * Sets fields of a record.
 */
gboolean
mlg_cli_assign (MlgRecord *record, char **assignments, GError **error)
{
  for (; *assignments != NULL; assignments++)
    if (!assign_one (record, *assignments, error))
      return FALSE;
  return TRUE;
}

static void
add_value (JsonBuilder *json, MlgRecord *record, guint field)
{
  const MlgField *description = &mlg_record_get_kind (record)->fields[field];

  json_builder_set_member_name (json, description->name);
  if (mlg_record_is_null (record, field))
    json_builder_add_null_value (json);
  else if (description->type == MLG_FIELD_BOOLEAN)
    json_builder_add_boolean_value (json, mlg_record_get_boolean (record, field));
  else if (description->type == MLG_FIELD_REAL)
    json_builder_add_double_value (json, mlg_record_get_real (record, field));
  else if (mlg_field_is_number (description))
    json_builder_add_int_value (json, mlg_record_get_integer (record, field));
  else
    json_builder_add_string_value (json, mlg_record_get_text (record, field));
}

/**
 * mlg_cli_add_record:
 *
 * Adds a record as an object: its id, kind and displayed name, then its fields.
 */
void
mlg_cli_add_record (JsonBuilder *json, MlgRecord *record)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  g_autofree char *name = mlg_record_dup_name (record);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "id");
  json_builder_add_int_value (json, mlg_record_get_id (record));
  json_builder_set_member_name (json, "kind");
  json_builder_add_string_value (json, kind->name);
  json_builder_set_member_name (json, "name");
  json_builder_add_string_value (json, name);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!g_str_equal (kind->fields[i].name, "name") && !g_str_equal (kind->fields[i].name, "kind"))
      add_value (json, record, i);
  json_builder_end_object (json);
}

/**
 * mlg_cli_print_json:
 *
 * Prints what was built.
 */
void
mlg_cli_print_json (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *text = json_to_string (root, TRUE);

  puts (text);
}

/**
 * mlg_cli_display:
 *
 * Returns: (transfer full): a value as people read it; of a reference, the other record's name
 */
char *
mlg_cli_display (MlgConnection *db, MlgRecord *record, guint field)
{
  const MlgField *description = &mlg_record_get_kind (record)->fields[field];
  char *name;

  if (description->type != MLG_FIELD_REFERENCE || mlg_record_is_null (record, field))
    return mlg_record_dup_display (record, field);
  name = mlg_record_load_name (db, mlg_kind_find (mlg_kinds, description->refers),
                               mlg_record_get_integer (record, field), NULL);
  return name != NULL ? name : g_strdup ("");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-xml.h"

#include <glib/gi18n-lib.h>

#include "mlg-clean-text.h"
#include "mlg-record-sql.h"

static gboolean add_content (MlgConnection *db,
                             MlgRecord *record,
                             xmlNode *element,
                             guint depth,
                             int back,
                             gboolean with_parts,
                             GError **error);

static void
set (xmlNode *element, const char *attribute, const char *value)
{
  g_autofree char *clean = g_strdup (value);

  mlg_clean_text (clean);
  xmlSetProp (element, (const xmlChar *) attribute, (const xmlChar *) clean);
}

static xmlNode *
add_element (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, NULL, (const xmlChar *) name, NULL);
}

static void
add_text (xmlNode *element, const char *text)
{
  g_autofree char *clean = g_strdup (text);

  mlg_clean_text (clean);
  xmlNodeAddContent (element, (const xmlChar *) clean);
}

static void
set_id (xmlNode *element, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  set (element, "id", text);
}

/* The names that templates have for types; plain text needs none. */
static const char *
get_type_name (MlgFieldType type)
{
  switch (type)
    {
    case MLG_FIELD_LONG_TEXT:
      return "long-text";
    case MLG_FIELD_INTEGER:
    case MLG_FIELD_REAL:
      return "number";
    case MLG_FIELD_BOOLEAN:
      return "yes-no";
    case MLG_FIELD_DATE:
      return "date";
    case MLG_FIELD_TEXT:
    case MLG_FIELD_TIME:
    case MLG_FIELD_CODE:
    case MLG_FIELD_REFERENCE:
    default:
      return NULL;
    }
}

static void
add_value (MlgRecord *record, guint i, xmlNode *parent)
{
  const MlgField *field = &mlg_record_get_kind (record)->fields[i];
  xmlNode *element = add_element (parent, field->name);
  g_autofree char *plain = mlg_record_dup_plain (record, i);
  const char *type = get_type_name (field->type);

  if (type != NULL)
    set (element, "type", type);
  if (field->type == MLG_FIELD_CODE)
    set (element, "title", mlg_code_list_get_title (field->codes, plain));
  if (field->type == MLG_FIELD_BOOLEAN)
    add_text (element, mlg_record_get_boolean (record, i) ? "true" : "false");
  else
    add_text (element, plain);
}

/* Too far away, another record is only named. */
static gboolean
add_reference (
    MlgConnection *db, MlgRecord *record, guint i, xmlNode *parent, guint depth, GError **error)
{
  const MlgField *field = &mlg_record_get_kind (record)->fields[i];
  const MlgKind *kind = mlg_kind_find (mlg_connection_get_kinds (db), field->refers);
  gint64 id = mlg_record_get_integer (record, i);
  xmlNode *element = add_element (parent, field->name);
  g_autoptr (MlgRecord) other = NULL;
  g_autofree char *name = NULL;

  set_id (element, id);
  if (kind == NULL)
    return TRUE;
  other = mlg_record_load (db, kind, id, error);
  if (other == NULL)
    return FALSE;
  if (depth > 0)
    return add_content (db, other, element, depth - 1, -1, FALSE, error);
  name = mlg_record_dup_name (other);
  add_text (add_element (element, "name"), name);
  return TRUE;
}

static gboolean
add_fields (
    MlgConnection *db, MlgRecord *record, xmlNode *element, guint depth, int back, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (mlg_record_is_null (record, i) || (int) i == back)
        continue;
      if (kind->fields[i].type != MLG_FIELD_REFERENCE)
        add_value (record, i, element);
      else if (!add_reference (db, record, i, element, depth, error))
        return FALSE;
    }
  return TRUE;
}

/* All records of @kind that are parts of the record by one field. */
static gboolean
add_parts_of (MlgConnection *db,
              const MlgKind *kind,
              guint field,
              gint64 owner,
              xmlNode *parent,
              guint depth,
              GError **error)
{
  g_autofree char *tail = g_strdup_printf ("WHERE %s=?1 ORDER BY id", kind->fields[field].name);
  g_autoptr (GPtrArray) parts = mlg_record_load_where (db, kind, error, tail, "i", owner);
  xmlNode *group = parts != NULL && parts->len > 0 ? add_element (parent, kind->plural) : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      xmlNode *element = add_element (group, kind->name);

      set_id (element, mlg_record_get_id (parts->pdata[i]));
      if (!add_content (db, parts->pdata[i], element, depth - 1, (int) field, TRUE, error))
        return FALSE;
    }
  return parts != NULL;
}

static gboolean
add_parts (MlgConnection *db, MlgRecord *record, xmlNode *element, guint depth, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  for (const MlgKind *const *other = mlg_connection_get_kinds (db); *other != NULL; other++)
    for (guint i = 0; i < (*other)->n_fields; i++)
      {
        const MlgField *field = &(*other)->fields[i];

        if (field->refers != NULL && (field->flags & MLG_FIELD_OWNER) != 0
            && (field->flags & MLG_FIELD_INTERNAL) == 0 && g_str_equal (field->refers, kind->name)
            && !add_parts_of (db, *other, i, mlg_record_get_id (record), element, depth, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
add_content (MlgConnection *db,
             MlgRecord *record,
             xmlNode *element,
             guint depth,
             int back,
             gboolean with_parts,
             GError **error)
{
  if (mlg_kind_find_field (mlg_record_get_kind (record), "name") < 0)
    {
      g_autofree char *name = mlg_record_dup_name (record);

      if (*name != '\0')
        add_text (add_element (element, "name"), name);
    }
  return add_fields (db, record, element, depth, back, error)
         && (depth == 0 || !with_parts || add_parts (db, record, element, depth, error));
}

/**
 * mlg_record_add_xml:
 * @record: a record
 * @parent: gets the element
 * @depth: how far to go: 0 for the record alone, which names what it refers to; 1 with its parts and
 *   what it refers to; 2 with what these refer to, and so on
 *
 * Writes a record as an element under the name of its kind: see the top of this file.
 */
gboolean
mlg_record_add_xml (
    MlgConnection *db, MlgRecord *record, xmlNode *parent, guint depth, GError **error)
{
  xmlNode *element = add_element (parent, mlg_record_get_kind (record)->name);

  set_id (element, mlg_record_get_id (record));
  return add_content (db, record, element, depth, -1, TRUE, error);
}

/**
 * mlg_record_make_context:
 * @records: (element-type MlgRecord): records
 * @depth: see mlg_record_add_xml()
 *
 * Returns: (transfer full): the records as children of one root, "context", as templates take them
 */
xmlDoc *
mlg_record_make_context (MlgConnection *db, GPtrArray *records, guint depth, GError **error)
{
  xmlDoc *tree = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (tree, NULL, (const xmlChar *) "context", NULL);

  xmlDocSetRootElement (tree, root);
  for (guint i = 0; i < records->len; i++)
    if (!mlg_record_add_xml (db, records->pdata[i], root, depth, error))
      {
        xmlFreeDoc (tree);
        return NULL;
      }
  return tree;
}

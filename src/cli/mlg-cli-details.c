/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-details.h"

#include <glib/gi18n.h>

#include "library/mlg-clause.h"
#include "library/mlg-piece.h"
#include "library/mlg-sheet.h"
#include "library/mlg-template-record.h"
#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-meeting-document.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-outcome.h"
#include "members/mlg-body.h"
#include "members/mlg-custom-field.h"
#include "members/mlg-custom-value.h"
#include "members/mlg-custom.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-member-link.h"
#include "members/mlg-person.h"
#include "mlg-cli-json.h"
#include "mlg-cli-table.h"
#include "store/mlg-record-sql.h"

/* What belongs to a member or a meeting, beside its own fields. */

/* One list of other records: those that links lead to, or else records. */
typedef struct
{
  const char *name;   /* in JSON */
  const char *title;  /* what people read, translated */
  GPtrArray *links;   /* (owned) (nullable) (element-type MlgMemberLink) */
  GPtrArray *records; /* (owned) (nullable) (element-type MlgRecord) */
} Section;

static void
section_clear (gpointer data)
{
  Section *section = data;

  g_clear_pointer (&section->links, g_ptr_array_unref);
  g_clear_pointer (&section->records, g_ptr_array_unref);
}

static gboolean
add (GArray *sections, const char *name, const char *title, GPtrArray *links, GPtrArray *records)
{
  Section section = { name, title, links, records };

  if (links == NULL && records == NULL)
    return FALSE;
  g_array_append_val (sections, section);
  return TRUE;
}

static gboolean
add_body (MlgConnection *db, gint64 id, GArray *sections, GError **error)
{
  return add (sections, "people", _ ("People"), mlg_body_list_people (db, id, error), NULL)
         && add (sections, "groups", _ ("Groups"),
                 mlg_member_list_groups (db, &mlg_body_kind, id, error), NULL)
         && add (sections, "parts", _ ("Its parts"), NULL, mlg_body_list_children (db, id, error))
         && add (sections, "sponsored", _ ("Sponsors"), NULL,
                 mlg_body_list_sponsored (db, id, error))
         && add (sections, "meetings", _ ("Meetings"), NULL,
                 mlg_record_load_where (db, &mlg_meeting_kind, error,
                                        "WHERE id IN (SELECT meeting FROM invitation WHERE body=?1)"
                                        " ORDER BY starts DESC, id DESC",
                                        "i", id));
}

static gboolean
add_person (MlgConnection *db, gint64 id, GArray *sections, GError **error)
{
  return add (sections, "functions", _ ("Functions"), mlg_person_list_functions (db, id, error),
              NULL)
         && add (sections, "groups", _ ("Groups"),
                 mlg_member_list_groups (db, &mlg_person_kind, id, error), NULL)
         && add (
             sections, "meetings", _ ("Meetings"), NULL,
             mlg_record_load_where (db, &mlg_meeting_kind, error,
                                    "WHERE id IN (SELECT meeting FROM invitation WHERE person=?1)"
                                    " ORDER BY starts DESC, id DESC",
                                    "i", id));
}

static gboolean
add_group (MlgConnection *db, gint64 id, GArray *sections, GError **error)
{
  return add (sections, "members", _ ("Members"), mlg_group_list_members (db, id, TRUE, error),
              NULL)
         && add (sections, "sub_groups", _ ("Sub-groups"), NULL,
                 mlg_group_list_children (db, id, error));
}

static gboolean
add_meeting (MlgConnection *db, gint64 id, GArray *sections, GError **error)
{
  return add (sections, "agenda", _ ("Agenda Items"), NULL,
              mlg_record_load_where (db, &mlg_agenda_item_kind, error,
                                     "WHERE meeting=?1 ORDER BY position, id", "i", id))
         && add (sections, "outcomes", _ ("Outcomes"), NULL,
                 mlg_record_load_where (db, &mlg_outcome_kind, error,
                                        "WHERE meeting=?1 ORDER BY id", "i", id))
         && add (sections, "documents", _ ("Attached Documents"), NULL,
                 mlg_record_load_where (db, &mlg_meeting_document_kind, error,
                                        "WHERE meeting=?1 ORDER BY id", "i", id))
         && add (sections, "examples", _ ("Examples"), NULL,
                 mlg_record_load_where (
                     db, &mlg_sheet_kind, error,
                     "JOIN (SELECT sheet AS chosen, min(coalesce(position,id)) AS place"
                     " FROM meeting_example WHERE meeting=?1 GROUP BY sheet) ON chosen=sheet.id"
                     " ORDER BY place, id",
                     "i", id));
}

static gboolean
add_clause (MlgConnection *db, gint64 id, GArray *sections, GError **error)
{
  return add (sections, "linked", _ ("Linked clauses"), NULL,
              mlg_record_load_where (db, &mlg_clause_kind, error,
                                     "WHERE id IN (SELECT other FROM linked_clause WHERE clause=?1"
                                     " UNION SELECT clause FROM linked_clause WHERE other=?1)"
                                     " ORDER BY fold(title), id",
                                     "i", id))
         && add (sections, "variants", _ ("Family of need"), NULL,
                 mlg_record_load_where (db, &mlg_clause_kind, error,
                                        "WHERE id<>?1 AND need=(SELECT need FROM clause"
                                        " WHERE id=?1) ORDER BY fold(title), id",
                                        "i", id));
}

static gboolean
add_template (MlgConnection *db, gint64 id, GArray *sections, GError **error)
{
  return add (sections, "pieces", _ ("Pieces"), NULL,
              mlg_record_load_where (db, &mlg_piece_kind, error,
                                     "WHERE template=?1 ORDER BY position, id", "i", id));
}

static GArray *
load_sections (MlgConnection *db, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  gint64 id = mlg_record_get_id (record);
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (Section));
  gboolean done = TRUE;

  g_array_set_clear_func (sections, section_clear);
  if (kind == &mlg_body_kind)
    done = add_body (db, id, sections, error);
  else if (kind == &mlg_person_kind)
    done = add_person (db, id, sections, error);
  else if (kind == &mlg_group_kind)
    done = add_group (db, id, sections, error);
  else if (kind == &mlg_meeting_kind)
    done = add_meeting (db, id, sections, error);
  else if (kind == &mlg_clause_kind)
    done = add_clause (db, id, sections, error);
  else if (kind == &mlg_template_record_kind)
    done = add_template (db, id, sections, error);
  return done ? g_steal_pointer (&sections) : NULL;
}

/* Only bodies and people have custom fields. */
static GPtrArray *
load_customs (MlgConnection *db, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  if (kind == &mlg_body_kind || kind == &mlg_person_kind)
    return mlg_custom_list (db, kind, mlg_record_get_id (record), error);
  return g_ptr_array_new ();
}

/* "Responsable (Head of procurement, 2024-01-01 – )": what a link says of the one at its other end. */
static char *
write_link (const MlgMemberLink *link)
{
  const MlgKind *kind = mlg_record_get_kind (link->link);
  GString *text = g_string_new (link->name);
  gboolean inside = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type != MLG_FIELD_REFERENCE && !mlg_record_is_null (link->link, i))
      {
        g_autofree char *value = kind->fields[i].type == MLG_FIELD_BOOLEAN
                                     ? g_strdup (_ (kind->fields[i].title))
                                     : mlg_record_dup_display (link->link, i);

        if (kind->fields[i].type == MLG_FIELD_BOOLEAN && !mlg_record_get_boolean (link->link, i))
          continue;
        g_string_append (text, inside ? ", " : " (");
        if (kind->fields[i].type == MLG_FIELD_DATE)
          g_string_append_printf (text, "%s: ", _ (kind->fields[i].title));
        g_string_append (text, value);
        inside = TRUE;
      }
  if (inside)
    g_string_append (text, ")");
  return g_string_free (text, FALSE);
}

static void
add_section_rows (GPtrArray *rows, const Section *section)
{
  for (guint i = 0; section->links != NULL && i < section->links->len; i++)
    {
      g_autofree char *text = write_link (section->links->pdata[i]);

      mlg_cli_table_add (rows, i == 0 ? section->title : "", text, NULL);
    }
  for (guint i = 0; section->records != NULL && i < section->records->len; i++)
    {
      g_autofree char *name = mlg_record_dup_name (section->records->pdata[i]);

      mlg_cli_table_add (rows, i == 0 ? section->title : "", name, NULL);
    }
}

/**
 * mlg_cli_details_add_rows:
 * @record: any record
 * @rows: gets a row for each other record and each custom value that belongs to it
 */
gboolean
mlg_cli_details_add_rows (MlgConnection *db, MlgRecord *record, GPtrArray *rows, GError **error)
{
  g_autoptr (GArray) sections = load_sections (db, record, error);
  g_autoptr (GPtrArray) customs = sections != NULL ? load_customs (db, record, error) : NULL;

  if (customs == NULL)
    return FALSE;
  for (guint i = 0; i < customs->len; i++)
    {
      const MlgCustom *custom = customs->pdata[i];

      if (custom->value != NULL)
        mlg_cli_table_add (rows, mlg_record_get_text (custom->field, MLG_CUSTOM_FIELD_NAME),
                           custom->display, NULL);
    }
  for (guint i = 0; i < sections->len; i++)
    add_section_rows (rows, &g_array_index (sections, Section, i));
  return TRUE;
}

static JsonObject *
write_other (MlgRecord *other)
{
  JsonObject *item = json_object_new ();
  g_autofree char *name = mlg_record_dup_name (other);

  mlg_cli_json_set_id (item, "id", mlg_record_get_id (other));
  json_object_set_string_member (item, "kind", mlg_record_get_kind (other)->name);
  json_object_set_string_member (item, "name", name);
  return item;
}

static JsonArray *
write_section (const Section *section)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; section->links != NULL && i < section->links->len; i++)
    {
      const MlgMemberLink *link = section->links->pdata[i];
      JsonObject *item = write_other (link->other);

      json_object_set_boolean_member (item, "current", link->current);
      json_object_set_object_member (item, "link", mlg_cli_json_record (link->link));
      json_array_add_object_element (items, item);
    }
  for (guint i = 0; section->records != NULL && i < section->records->len; i++)
    json_array_add_object_element (items, write_other (section->records->pdata[i]));
  return items;
}

static JsonArray *
write_customs (GPtrArray *customs)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < customs->len; i++)
    {
      const MlgCustom *custom = customs->pdata[i];
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "name",
                                     mlg_record_get_text (custom->field, MLG_CUSTOM_FIELD_NAME));
      json_object_set_string_member (item, "type",
                                     mlg_record_get_text (custom->field, MLG_CUSTOM_FIELD_TYPE));
      json_object_set_string_member (
          item, "value",
          custom->value != NULL ? mlg_record_get_text (custom->value, MLG_CUSTOM_VALUE_VALUE)
                                : NULL);
      json_array_add_object_element (items, item);
    }
  return items;
}

/**
 * mlg_cli_details_add_json:
 * @record: any record
 * @object: the object of the record; gets an array for each list of what belongs to it
 */
gboolean
mlg_cli_details_add_json (MlgConnection *db, MlgRecord *record, JsonObject *object, GError **error)
{
  g_autoptr (GArray) sections = load_sections (db, record, error);
  g_autoptr (GPtrArray) customs = sections != NULL ? load_customs (db, record, error) : NULL;

  if (customs == NULL)
    return FALSE;
  for (guint i = 0; i < sections->len; i++)
    json_object_set_array_member (object, g_array_index (sections, Section, i).name,
                                  write_section (&g_array_index (sections, Section, i)));
  if (customs->len > 0)
    json_object_set_array_member (object, "custom", write_customs (customs));
  return TRUE;
}

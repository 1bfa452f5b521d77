/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-privacy.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-xml-write.h"
#include "mlg-custom.h"
#include "mlg-day.h"
#include "mlg-function.h"
#include "mlg-group-member.h"
#include "mlg-member-link.h"
#include "mlg-paper.h"
#include "mlg-person.h"
#include "mlg-privacy-meetings.h"
#include "mlg-privacy-themes.h"
#include "store/mlg-clean-text.h"
#include "store/mlg-history.h"
#include "store/mlg-id.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-record-xml.h"

/* All that the file knows of somebody, for them (GDPR, articles 15 and 20): once for people and once for
 * machines. */

/* How far: the person, their functions and groups, and what these name. */
#define DEPTH 1

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const MlgFieldChange *first = *(MlgFieldChange *const *) a;
  const MlgFieldChange *second = *(MlgFieldChange *const *) b;

  return (second->action > first->action) - (second->action < first->action);
}

static gboolean
add_changes (MlgConnection *db, const MlgKind *kind, gint64 id, GPtrArray *all, GError **error)
{
  GPtrArray *changes = mlg_history_of_record (db, kind, id, error);

  if (changes == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (all, changes);
  return TRUE;
}

/* What ever changed in their invitations. */
static gboolean
add_invitation_changes (MlgConnection *db, gint64 person, GPtrArray *all, GError **error)
{
  const MlgKind *kind = mlg_kind_find (mlg_connection_get_kinds (db), "invitation");
  g_autoptr (GPtrArray) invitations =
      mlg_record_load_where (db, kind, error, "WHERE person=?1 ORDER BY id", "i", person);

  for (guint i = 0; invitations != NULL && i < invitations->len; i++)
    if (!add_changes (db, kind, mlg_record_get_id (invitations->pdata[i]), all, error))
      return FALSE;
  return invitations != NULL;
}

/* Returns: (transfer full) (element-type MlgFieldChange): what ever changed in the person's record, and
 * in the functions, the groups and the invitations that they have; newest first. */
static GPtrArray *
list_changes (MlgConnection *db, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_field_change_free);
  g_autoptr (GPtrArray) functions = mlg_person_list_functions (db, person, error);
  g_autoptr (GPtrArray) groups =
      functions != NULL ? mlg_member_list_groups (db, &mlg_person_kind, person, error) : NULL;

  if (groups == NULL || !add_changes (db, &mlg_person_kind, person, all, error))
    return NULL;
  g_ptr_array_extend_and_steal (functions, g_steal_pointer (&groups));
  for (guint i = 0; i < functions->len; i++)
    {
      MlgRecord *link = ((MlgMemberLink *) functions->pdata[i])->link;

      if (!add_changes (db, mlg_record_get_kind (link), mlg_record_get_id (link), all, error))
        return NULL;
    }
  if (!add_invitation_changes (db, person, all, error))
    return NULL;
  g_ptr_array_sort (all, compare_changes);
  return g_steal_pointer (&all);
}

static char *
write_time (gint64 action)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (mlg_id_get_time (action));

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

static void
set (xmlNode *element, const char *attribute, const char *value)
{
  if (value != NULL)
    xmlSetProp (element, (const xmlChar *) attribute, (const xmlChar *) value);
}

static void
add_words (xmlNode *parent, const char *name, const char *words)
{
  g_autofree char *clean = g_strdup (words);

  mlg_clean_text (clean);
  xmlNewTextChild (parent, NULL, (const xmlChar *) name, (const xmlChar *) clean);
}

static void
add_change (xmlNode *history, const MlgFieldChange *change)
{
  xmlNode *element = xmlNewChild (history, NULL, (const xmlChar *) "change", NULL);
  g_autofree char *time = write_time (change->action);

  set (element, "time", time);
  set (element, "record", change->kind->name);
  set (element, "field", change->field->name);
  if (change->before != NULL)
    add_words (element, "before", change->before);
  if (change->after != NULL)
    add_words (element, "after", change->after);
}

static GPtrArray *
load_one (MlgConnection *db, gint64 person, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_person_kind, person, error);
  GPtrArray *records;

  if (record == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (records, g_steal_pointer (&record));
  return records;
}

/**
 * mlg_privacy_export_xml:
 * @person: a person
 *
 * Returns: (transfer full): what the file knows of them, as machines read it: a root "context" with the
 *   element that mlg_record_add_xml() makes, which has "functions", "group-members", "custom-values",
 *   "invitations", then "meeting-parts" with what they present and answer for, and "history" with a
 *   "change" for each field that was ever changed
 */
GBytes *
mlg_privacy_export_xml (MlgConnection *db, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) records = load_one (db, person, error);
  g_autoptr (xmlDoc) tree =
      records != NULL ? mlg_record_make_context (db, records, DEPTH, error) : NULL;
  g_autoptr (GPtrArray) changes = tree != NULL ? list_changes (db, person, error) : NULL;
  xmlNode *history;

  if (changes == NULL
      || !mlg_privacy_add_theme_parts (db, xmlFirstElementChild (xmlDocGetRootElement (tree)),
                                       person, error)
      || !mlg_privacy_add_meeting_parts (db, xmlFirstElementChild (xmlDocGetRootElement (tree)),
                                         person, error))
    return NULL;
  history = xmlNewChild (xmlFirstElementChild (xmlDocGetRootElement (tree)), NULL,
                         (const xmlChar *) "history", NULL);
  for (guint i = 0; i < changes->len; i++)
    add_change (history, changes->pdata[i]);
  return mlg_xml_write (tree);
}

static void
add_fields (MlgDocumentBuilder *paper, MlgRecord *person)
{
  const MlgKind *kind = mlg_record_get_kind (person);

  mlg_paper_add_heading (paper, _ ("What is known"));
  mlg_paper_open_table (paper, _ ("Field"), _ ("Value"), NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!mlg_record_is_null (person, i))
      {
        g_autofree char *value = mlg_record_dup_display (person, i);

        mlg_paper_add_row (paper, _ (kind->fields[i].title), value, NULL);
      }
  mlg_paper_close_table (paper);
}

static void
add_function (MlgDocumentBuilder *paper, const MlgMemberLink *function)
{
  g_autofree char *role = mlg_record_dup_display (function->link, MLG_FUNCTION_ROLE);
  g_autofree char *title = mlg_record_dup_display (function->link, MLG_FUNCTION_TITLE);
  g_autofree char *email = mlg_record_dup_display (function->link, MLG_FUNCTION_EMAIL);
  g_autofree char *phone = mlg_record_dup_display (function->link, MLG_FUNCTION_PHONE);
  g_autofree char *since = mlg_record_dup_display (function->link, MLG_FUNCTION_SINCE);
  g_autofree char *until = mlg_record_dup_display (function->link, MLG_FUNCTION_UNTIL);

  mlg_paper_add_row (paper, function->name, role, title, email, phone, since, until, NULL);
}

static gboolean
add_functions (MlgConnection *db, MlgDocumentBuilder *paper, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) functions = mlg_person_list_functions (db, person, error);

  if (functions == NULL || functions->len == 0)
    return functions != NULL;
  mlg_paper_add_heading (paper, _ ("Functions"));
  mlg_paper_open_table (paper, _ ("Body"), _ ("Role"), _ ("Job title"), _ ("E-mail"), _ ("Phone"),
                        _ ("Since"), _ ("Until"), NULL);
  for (guint i = 0; i < functions->len; i++)
    add_function (paper, functions->pdata[i]);
  mlg_paper_close_table (paper);
  return TRUE;
}

static gboolean
add_groups (MlgConnection *db, MlgDocumentBuilder *paper, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) groups = mlg_member_list_groups (db, &mlg_person_kind, person, error);

  if (groups == NULL || groups->len == 0)
    return groups != NULL;
  mlg_paper_add_heading (paper, _ ("Groups"));
  mlg_paper_open_table (paper, _ ("Group"), _ ("Since"), _ ("Until"), NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const MlgMemberLink *group = groups->pdata[i];
      g_autofree char *since = mlg_record_dup_display (group->link, MLG_GROUP_MEMBER_SINCE);
      g_autofree char *until = mlg_record_dup_display (group->link, MLG_GROUP_MEMBER_UNTIL);

      mlg_paper_add_row (paper, group->name, since, until, NULL);
    }
  mlg_paper_close_table (paper);
  return TRUE;
}

static void
add_custom (MlgDocumentBuilder *paper, const MlgCustom *custom)
{
  g_autofree char *name = mlg_record_dup_name (custom->field);

  if (custom->value != NULL)
    mlg_paper_add_row (paper, name, custom->display, NULL);
  for (guint i = 0; i < custom->past->len; i++)
    {
      g_autofree char *value = mlg_record_dup_name (custom->past->pdata[i]);
      g_autofree char *shown = mlg_custom_display (custom->field, value);

      mlg_paper_add_row (paper, name, shown, NULL);
    }
}

static gboolean
add_customs (MlgConnection *db, MlgDocumentBuilder *paper, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) customs = mlg_custom_list (db, &mlg_person_kind, person, error);

  if (customs == NULL || customs->len == 0)
    return customs != NULL;
  mlg_paper_add_heading (paper, _ ("Fields of the network"));
  mlg_paper_open_table (paper, _ ("Field"), _ ("Value"), NULL);
  for (guint i = 0; i < customs->len; i++)
    add_custom (paper, customs->pdata[i]);
  mlg_paper_close_table (paper);
  return TRUE;
}

static char *
display_time (gint64 action)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (mlg_id_get_time (action));

  return time != NULL ? g_date_time_format (time, "%x %X") : g_strdup ("");
}

/* A value of the history as people read it. Another record by its name, if it is still there. */
static char *
display_value (MlgConnection *db, const MlgField *field, const char *text)
{
  const MlgKind *kind = NULL;
  char *name = NULL;
  gint64 id = 0;

  if (text == NULL)
    return g_strdup ("");
  if (field->type == MLG_FIELD_CODE)
    return g_strdup (mlg_code_list_get_title (field->codes, text));
  if (field->refers != NULL && mlg_id_parse (text, &id))
    kind = mlg_kind_find (mlg_connection_get_kinds (db), field->refers);
  if (kind != NULL)
    name = mlg_record_load_name (db, kind, id, NULL);
  return name != NULL ? name : g_strdup (text);
}

static void
add_change_row (MlgConnection *db, MlgDocumentBuilder *paper, const MlgFieldChange *change)
{
  g_autofree char *time = display_time (change->action);
  g_autofree char *before = display_value (db, change->field, change->before);
  g_autofree char *after = display_value (db, change->field, change->after);

  mlg_paper_add_row (paper, time, _ (change->field->title), before, after, NULL);
}

static gboolean
add_history (MlgConnection *db, MlgDocumentBuilder *paper, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) changes = list_changes (db, person, error);

  if (changes == NULL || changes->len == 0)
    return changes != NULL;
  mlg_paper_add_heading (paper, _ ("History"));
  mlg_paper_open_table (paper, _ ("When"), _ ("Field"), _ ("Before"), _ ("After"), NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const MlgFieldChange *change = changes->pdata[i];

      /* That a function is this person's goes without saying. */
      if (g_strcmp0 (change->field->refers, mlg_person_kind.name) != 0)
        add_change_row (db, paper, change);
    }
  mlg_paper_close_table (paper);
  return TRUE;
}

/**
 * mlg_privacy_export_document:
 * @person: a person
 *
 * Returns: (transfer full): what the file knows of them, as people read it: their record, functions,
 *   groups, custom fields, meetings and the history of their record; a document, to be written in any
 *   format
 */
MlgDocument *
mlg_privacy_export_document (MlgConnection *db, gint64 person, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_person_kind, person, error);
  g_autoptr (MlgDocumentBuilder) paper = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (record == NULL)
    return NULL;
  name = mlg_record_dup_name (record);
  /* Translators: the title of a paper; %s is somebody's name. */
  title = g_strdup_printf (_ ("Personal data of %s"), name);
  paper = mlg_paper_new (title);
  add_fields (paper, record);
  if (!add_functions (db, paper, person, error) || !add_groups (db, paper, person, error)
      || !add_customs (db, paper, person, error)
      || !mlg_privacy_add_meetings (db, paper, person, error)
      || !mlg_privacy_add_themes (db, paper, person, error)
      || !add_history (db, paper, person, error))
    return NULL;
  return mlg_document_builder_finish (paper, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "members/mlg-body.h"
#include "members/mlg-group-member.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "mlg-import-private.h"
#include "store/mlg-id.h"
#include "store/mlg-record-sql.h"

/* What becomes of a row that speaks of a body; and what ends the planning of any row. */

/* A code of two characters, that of a département or a region, is enough to look no further. */
static gboolean
has_number (MlgRecord *body)
{
  return !mlg_record_is_null (body, MLG_BODY_SIREN) || !mlg_record_is_null (body, MLG_BODY_SIRET)
         || !mlg_record_is_null (body, MLG_BODY_INSEE);
}

static void
set_there (MlgImportRow *row, MlgRecord *there, int key)
{
  if (there == NULL)
    return;
  row->there = g_object_ref (there);
  row->key = key;
  row->score = 1;
}

/* The only body of that name, which nothing tells apart, is the same; one that is alike is told. */
static void
look_for_name (MlgImportPlan *self, MlgImportRow *row)
{
  double score = 0;
  MlgRecord *found =
      mlg_import_bodies_find (mlg_import_lookup_get_bodies (&self->lookup), row->record, &score);
  g_autofree char *name = found != NULL ? mlg_record_dup_name (found) : NULL;

  if (found == NULL)
    return;
  if (score >= 1)
    {
      set_there (row, found, MLG_IMPORT_BY_NAME);
      return;
    }
  row->alike = g_object_ref (found);
  row->score = score;
  mlg_import_plan_complain (
      self, MLG_SEVERITY_WARNING, row, 0,
      _ ("“%s” looks like “%s”, which is known: it is added; merge them if they are the same"),
      mlg_record_get_text (row->record, MLG_BODY_NAME), name);
}

static void
recognise (MlgImportPlan *self, MlgImportRow *row, MlgImportEntry *entry)
{
  const MlgImportChoice *choice = mlg_import_plan_get_choice (self, row);
  int field;
  MlgRecord *found;

  if (choice != NULL && choice->deed == MLG_IMPORT_DEED_ADD)
    return;
  if (choice != NULL && choice->id != 0)
    {
      set_there (row, mlg_import_lookup_get_body (&self->lookup, choice->id), MLG_IMPORT_BY_CHOICE);
      return;
    }
  if (entry->id != 0)
    set_there (row, mlg_import_lookup_get_body (&self->lookup, entry->id), MLG_IMPORT_BY_ID);
  if (row->there != NULL)
    return;
  found = mlg_import_match_find (self->lookup.match, row->record, &field);
  if (found != NULL)
    set_there (row, found, field);
  else if (!has_number (row->record))
    look_for_name (self, row);
}

gboolean
mlg_import_plan_body (MlgImportPlan *self, MlgImportRow *row, MlgImportEntry *entry, GError **error)
{
  gboolean changed = FALSE;

  if (!mlg_import_lookup_load_bodies (&self->lookup, error))
    return FALSE;
  recognise (self, row, entry);
  if (entry->texts != NULL)
    mlg_import_plan_references (self, row, entry);
  if (row->there == NULL)
    {
      mlg_record_set_id (row->record, mlg_id_new ());
      if (mlg_record_is_null (row->record, MLG_BODY_STATUS))
        mlg_record_set_text (row->record, MLG_BODY_STATUS, self->status);
      mlg_import_plan_write (self, row->record, TRUE);
      mlg_import_lookup_add_body (&self->lookup, row->record);
    }
  else if (mlg_import_plan_may_change (self, row))
    changed = mlg_import_plan_take_over (self, row, row->there, row->record,
                                         mlg_import_plan_replaces (self, row));
  return mlg_import_plan_finish (self, row, entry, changed, error);
}

gboolean
mlg_import_plan_other (MlgImportPlan *self,
                       MlgImportRow *row,
                       MlgImportEntry *entry,
                       GError **error)
{
  const MlgImportChoice *choice = mlg_import_plan_get_choice (self, row);
  gboolean changed = FALSE;
  int field = -1;

  if (!mlg_import_lookup_load_bodies (&self->lookup, error)
      || !mlg_import_lookup_load_others (&self->lookup, mlg_record_get_kind (row->record), error))
    return FALSE;
  if (choice == NULL || choice->deed != MLG_IMPORT_DEED_ADD)
    set_there (row, mlg_import_match_find (self->lookup.others, row->record, &field), field);
  mlg_import_plan_references (self, row, entry);
  if (row->there == NULL)
    {
      mlg_record_set_id (row->record, mlg_id_new ());
      mlg_import_plan_write (self, row->record, TRUE);
      mlg_import_match_add (self->lookup.others, row->record);
    }
  else if (mlg_import_plan_may_change (self, row))
    changed = mlg_import_plan_take_over (self, row, row->there, row->record,
                                         mlg_import_plan_replaces (self, row));
  return mlg_import_plan_finish (self, row, entry, changed, error);
}

static gboolean
is_member (MlgImportPlan *self, gint64 group, MlgRecord *record, gboolean *member, GError **error)
{
  gboolean is_body = mlg_record_get_kind (record) == &mlg_body_kind;
  gint64 n = 0;

  if (!mlg_connection_get_integer (
          self->lookup.db, &n, error,
          is_body ? "SELECT count(*) FROM group_member WHERE grp=?1 AND body=?2"
                  : "SELECT count(*) FROM group_member WHERE grp=?1 AND person=?2",
          "ii", group, mlg_record_get_id (record)))
    return FALSE;
  *member = n > 0;
  return TRUE;
}

/* Returns: whether no row before did. */
static gboolean
join_group (MlgImportPlan *self, gint64 group, MlgRecord *record)
{
  g_autoptr (MlgRecord) membership = mlg_record_new (&mlg_group_member_kind);
  gboolean is_body = mlg_record_get_kind (record) == &mlg_body_kind;
  char *key =
      g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, group, mlg_record_get_id (record));

  if (!g_hash_table_add (self->lookup.joined, key))
    return FALSE;
  mlg_record_set_integer (membership, MLG_GROUP_MEMBER_GROUP, group);
  mlg_record_set_integer (membership, is_body ? MLG_GROUP_MEMBER_BODY : MLG_GROUP_MEMBER_PERSON,
                          mlg_record_get_id (record));
  mlg_import_plan_write (self, membership, TRUE);
  return TRUE;
}

static gboolean plan_group (
    MlgImportPlan *self, MlgImportRow *row, const char *name, gboolean *changed, GError **error);

/* No group has this name: it may be a list of several. */
static gboolean
plan_list (
    MlgImportPlan *self, MlgImportRow *row, const char *names, gboolean *changed, GError **error)
{
  g_auto (GStrv) list = g_strsplit (names, ",", -1);

  for (GStrv name = list; *name != NULL; name++)
    if (*g_strstrip (*name) != '\0' && !plan_group (self, row, *name, changed, error))
      return FALSE;
  return TRUE;
}

/* Groups are made on purpose, not by the labels that an address book holds. */
static gboolean
plan_group (
    MlgImportPlan *self, MlgImportRow *row, const char *name, gboolean *changed, GError **error)
{
  MlgRecord *record = row->there != NULL ? row->there : row->record;
  gint64 group = 0;
  gboolean member = FALSE;

  if (!mlg_import_lookup_find_group (&self->lookup, name, &group, error))
    return FALSE;
  if (group == 0 && strchr (name, ',') != NULL)
    return plan_list (self, row, name, changed, error);
  if (group == 0)
    {
      mlg_import_plan_complain (
          self, MLG_SEVERITY_WARNING, row, 0,
          _ ("there is no group “%s”: it is left aside; make it first if it is one"), name);
      return TRUE;
    }
  if (!is_member (self, group, record, &member, error))
    return FALSE;
  if (!member && join_group (self, group, record))
    *changed = TRUE;
  return TRUE;
}

static gboolean
plan_groups (MlgImportPlan *self,
             MlgImportRow *row,
             MlgImportEntry *entry,
             gboolean *changed,
             GError **error)
{
  for (GStrv name = entry->groups; name != NULL && *name != NULL; name++)
    if (!plan_group (self, row, *name, changed, error))
      return FALSE;
  return TRUE;
}

static void
say_skipped (MlgImportPlan *self, MlgImportRow *row)
{
  g_autofree char *name = mlg_record_dup_name (row->there);
  const MlgKind *kind = mlg_record_get_kind (row->there);
  const char *by = row->key >= 0 ? _ (kind->fields[row->key].title) : _ ("name and place");

  if (row->key < MLG_IMPORT_BY_NAME)
    by = _ ("its number");
  else if (row->key == MLG_IMPORT_BY_NAME && kind == &mlg_person_kind)
    by = _ ("name and body");
  mlg_import_plan_complain (self, MLG_SEVERITY_NOTE, row, 0,
                            /* Translators: the name of a record, and the field by which it was
                             * found. */
                            _ ("“%s” is there already (%s): nothing to add"), name, by);
}

/* Says what becomes of the row, and counts it. */
gboolean
mlg_import_plan_finish (
    MlgImportPlan *self, MlgImportRow *row, MlgImportEntry *entry, gboolean changed, GError **error)
{
  if ((row->there == NULL || mlg_import_plan_may_change (self, row))
      && (!plan_groups (self, row, entry, &changed, error)
          || !mlg_import_customs_plan (self, row, entry, &changed, error)))
    return FALSE;
  if (row->there == NULL)
    {
      row->deed = MLG_IMPORT_DEED_ADD;
      self->result.added++;
    }
  else if (!changed)
    {
      row->deed = MLG_IMPORT_DEED_SKIP;
      self->result.skipped++;
      self->result.unchanged++;
      say_skipped (self, row);
    }
  else if (mlg_import_plan_replaces (self, row))
    {
      row->deed = MLG_IMPORT_DEED_REPLACE;
      self->result.replaced++;
    }
  else
    {
      row->deed = MLG_IMPORT_DEED_MERGE;
      self->result.merged++;
    }
  return TRUE;
}

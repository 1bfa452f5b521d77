/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "mlg-import-private.h"

/* What a row changes in a record that is there. */

static void
change_free (gpointer data)
{
  MlgImportChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static char *
display (MlgImportPlan *self, MlgRecord *record, guint field)
{
  const MlgField *description = &mlg_record_get_kind (record)->fields[field];
  MlgRecord *other = NULL;

  if (description->type != MLG_FIELD_REFERENCE)
    return mlg_record_dup_display (record, field);
  if (!mlg_record_is_null (record, field))
    other = mlg_import_lookup_get_body (&self->lookup, mlg_record_get_integer (record, field));
  return other != NULL ? mlg_record_dup_name (other) : g_strdup ("");
}

void
mlg_import_row_add_change (MlgImportRow *row,
                           const MlgField *field,
                           const char *before,
                           const char *after)
{
  MlgImportChange *change = g_new (MlgImportChange, 1);

  change->field = field;
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  if (row->changes == NULL)
    row->changes = g_ptr_array_new_with_free_func (change_free);
  g_ptr_array_add (row->changes, change);
}

static gboolean
take_field (MlgImportPlan *self, MlgImportRow *row, MlgRecord *there, MlgRecord *from, guint field)
{
  g_autofree char *old = mlg_record_dup_plain (there, field);
  g_autofree char *new = mlg_record_dup_plain (from, field);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (g_strcmp0 (old, new) == 0)
    return FALSE;
  before = display (self, there, field);
  mlg_record_copy_value (there, from, field);
  after = display (self, there, field);
  mlg_import_row_add_change (row, &mlg_record_get_kind (there)->fields[field], before, after);
  return TRUE;
}

/* @replace: whether what is there gives way, or only what it lacks is filled
 *
 * Returns: whether the record that is there changed, which is written then */
gboolean
mlg_import_plan_take_over (
    MlgImportPlan *self, MlgImportRow *row, MlgRecord *there, MlgRecord *from, gboolean replace)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < mlg_record_get_kind (there)->n_fields; i++)
    if (!mlg_record_is_null (from, i) && (replace || mlg_record_is_null (there, i)))
      changed = take_field (self, row, there, from, i) || changed;
  if (changed)
    mlg_import_plan_write (self, there, FALSE);
  return changed;
}

/* References of a row to bodies: those that are known already are set in its record, the others wait
 * for the last row. What the record that is there refers to stays when it has that very name. */
static gboolean
stays (MlgImportPlan *self, MlgImportRow *row, const MlgImportText *text)
{
  MlgRecord *current = NULL;
  g_autofree char *name = NULL;

  if (row->there == NULL || text->record != row->record
      || mlg_record_is_null (row->there, text->field))
    return FALSE;
  current =
      mlg_import_lookup_get_body (&self->lookup, mlg_record_get_integer (row->there, text->field));
  name = current != NULL ? mlg_record_dup_name (current) : NULL;
  return g_strcmp0 (name, text->text) == 0;
}

static void
ask (MlgImportPlan *self, MlgImportRow *row, const MlgImportText *text, MlgRecord *found)
{
  g_autofree char *name = mlg_record_dup_name (found);

  mlg_import_plan_complain (self, MLG_SEVERITY_WARNING, row, text->column,
                            _ ("“%s” is taken for “%s”: check that it is right"), text->text, name);
}

/* A cell that holds the number of a record, or that a body that is known is named in. */
static MlgRecord *
find (MlgImportPlan *self, MlgImportRow *row, const MlgImportText *text)
{
  gint64 id = 0;
  double score;
  MlgRecord *found = NULL;

  if (g_ascii_string_to_signed (text->text, 10, 1, G_MAXINT64, &id, NULL))
    found = mlg_import_lookup_get_body (&self->lookup, id);
  if (found != NULL)
    return found;
  found = mlg_import_bodies_find_text (mlg_import_lookup_get_bodies (&self->lookup), text->text,
                                       &score);
  if (found == NULL || score < MLG_IMPORT_SAME_NAME)
    return NULL;
  if (score < 1)
    ask (self, row, text, found);
  return found;
}

/* Whether a body would stand under itself, at once or by way of others. */
static gboolean
leads_back (MlgImportPlan *self, MlgRecord *record, guint field, MlgRecord *target)
{
  enum
  {
    MOST_STEPS = 100
  };

  if (mlg_record_get_kind (record) != &mlg_body_kind)
    return FALSE;
  for (guint i = 0; target != NULL && target != record && i < MOST_STEPS; i++)
    target =
        mlg_record_is_null (target, field)
            ? NULL
            : mlg_import_lookup_get_body (&self->lookup, mlg_record_get_integer (target, field));
  return target != NULL;
}

/* Returns: (nullable): the body that is named, if the record may refer to it. */
static MlgRecord *
find_allowed (MlgImportPlan *self, MlgImportRow *row, const MlgImportText *text, gboolean *refused)
{
  MlgRecord *dest = row->there != NULL ? row->there : row->record;
  MlgRecord *found = find (self, row, text);

  *refused = found != NULL && leads_back (self, dest, text->field, found);
  if (*refused)
    mlg_import_plan_complain (self, MLG_SEVERITY_WARNING, row, text->column,
                              _ ("“%s” leads back to the body itself: the reference is left aside"),
                              text->text);
  return *refused ? NULL : found;
}

void
mlg_import_plan_references (MlgImportPlan *self, MlgImportRow *row, MlgImportEntry *entry)
{
  for (guint i = 0; entry->texts != NULL && i < entry->texts->len; i++)
    {
      const MlgImportText *text = entry->texts->pdata[i];
      const MlgImportLink link = { self->rows->len, row->there != NULL ? row->there : row->record,
                                   text };
      gboolean refused = FALSE;
      MlgRecord *found;

      if (text->custom != 0 || stays (self, row, text))
        continue;
      found = find_allowed (self, row, text, &refused);
      if (found != NULL)
        mlg_record_set_integer (text->record, text->field, mlg_record_get_id (found));
      else if (!refused && text->record == row->record)
        g_array_append_val (self->lookup.links, link);
    }
}

static void
set_link (MlgImportPlan *self, MlgImportRow *row, const MlgImportLink *link, MlgRecord *found)
{
  g_autoptr (MlgRecord) from = mlg_record_new (mlg_record_get_kind (link->record));

  mlg_record_set_integer (from, link->text->field, mlg_record_get_id (found));
  if (row->there == NULL)
    mlg_record_copy_value (link->record, from, link->text->field);
  else if (mlg_import_plan_may_change (self, row)
           && mlg_import_plan_take_over (self, row, row->there, from,
                                         mlg_import_plan_replaces (self, row))
           && row->deed == MLG_IMPORT_DEED_SKIP)
    {
      row->deed = MLG_IMPORT_DEED_MERGE;
      self->result.skipped--;
      self->result.unchanged--;
      self->result.merged++;
    }
}

/* Once all rows are known. */
void
mlg_import_plan_links (MlgImportPlan *self)
{
  for (guint i = 0; i < self->lookup.links->len; i++)
    {
      const MlgImportLink *link = &g_array_index (self->lookup.links, MlgImportLink, i);
      MlgImportRow *row = &g_array_index (self->rows, MlgImportRow, link->row);
      gboolean refused = FALSE;
      MlgRecord *found;

      if (row->deed == MLG_IMPORT_DEED_REFUSE)
        continue;
      found = find_allowed (self, row, link->text, &refused);
      if (found != NULL)
        set_link (self, row, link, found);
      else if (!refused)
        mlg_import_plan_complain (self, MLG_SEVERITY_WARNING, row, link->text->column,
                                  _ ("no body is known as “%s”: the reference is left aside"),
                                  link->text->text);
    }
}

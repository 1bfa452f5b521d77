/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-custom-field.h"
#include "members/mlg-custom-value.h"
#include "members/mlg-custom.h"
#include "mlg-import-private.h"
#include "store/mlg-record-sql.h"

/* Columns of the fields that the network added: they are known by their name only. */

static void
custom_clear (gpointer data)
{
  MlgImportCustom *custom = data;

  g_object_unref (custom->record);
  g_free (custom->text);
}

GArray *
mlg_import_customs_new (void)
{
  GArray *customs = g_array_new (FALSE, FALSE, sizeof (MlgImportCustom));

  g_array_set_clear_func (customs, custom_clear);
  return customs;
}

static gboolean
load_fields (MlgImportPlan *self, GError **error)
{
  if (self->lookup.fields == NULL)
    self->lookup.fields =
        mlg_record_load_where (self->lookup.db, &mlg_custom_field_kind, error,
                               "WHERE kind=?1 ORDER BY position, id", "t", self->kind->name);
  return self->lookup.fields != NULL;
}

/* Columns that go nowhere, and of which nobody said that they shall, may be those of the network's
 * own fields. */
gboolean
mlg_import_customs_guess (MlgImportPlan *self, MlgImportFile *file, GError **error)
{
  if (!load_fields (self, error))
    return FALSE;
  for (guint i = 0; i < self->lookup.fields->len; i++)
    mlg_mapping_guess_custom (
        file->mapping, file->table,
        mlg_record_get_text (self->lookup.fields->pdata[i], MLG_CUSTOM_FIELD_NAME),
        mlg_record_get_id (self->lookup.fields->pdata[i]));
  return TRUE;
}

static MlgRecord *
find_field (MlgImportPlan *self, gint64 id)
{
  for (guint i = 0; self->lookup.fields != NULL && i < self->lookup.fields->len; i++)
    if (mlg_record_get_id (self->lookup.fields->pdata[i]) == id)
      return self->lookup.fields->pdata[i];
  return NULL;
}

/* @plain: (out) (nullable): what the record has there now */
static gboolean
load_present (MlgImportPlan *self, MlgRecord *record, gint64 field, char **plain, GError **error)
{
  g_autoptr (GPtrArray) customs = mlg_custom_list (self->lookup.db, mlg_record_get_kind (record),
                                                   mlg_record_get_id (record), error);

  *plain = NULL;
  for (guint i = 0; customs != NULL && i < customs->len; i++)
    {
      const MlgCustom *custom = customs->pdata[i];

      if (mlg_record_get_id (custom->field) == field && custom->value != NULL)
        *plain = g_strdup (mlg_record_get_text (custom->value, MLG_CUSTOM_VALUE_VALUE));
    }
  return customs != NULL;
}

static void
keep (MlgImportPlan *self,
      MlgImportRow *row,
      MlgRecord *record,
      MlgRecord *field,
      const char *before,
      char *after)
{
  const MlgImportCustom custom = { g_object_ref (record), mlg_record_get_id (field), after };
  const char *name = mlg_record_get_text (field, MLG_CUSTOM_FIELD_NAME);
  g_autofree char *old = before != NULL ? g_strdup_printf ("%s: %s", name, before) : g_strdup ("");
  g_autofree char *new = g_strdup_printf ("%s: %s", name, after);

  g_array_append_val (self->customs, custom);
  if (row->there != NULL)
    mlg_import_row_add_change (row, &mlg_custom_value_kind.fields[MLG_CUSTOM_VALUE_VALUE], old,
                               new);
}

/* The rows of a person with several functions say the same again. */
static gboolean
is_first (MlgImportPlan *self, MlgRecord *record, gint64 field)
{
  return g_hash_table_add (self->lookup.joined,
                           g_strdup_printf ("custom %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, field,
                                            mlg_record_get_id (record)));
}

static gboolean
plan_text (MlgImportPlan *self,
           MlgImportRow *row,
           const MlgImportText *text,
           gboolean *changed,
           GError **error)
{
  MlgRecord *record = row->there != NULL ? row->there : row->record;
  MlgRecord *field = find_field (self, text->custom);
  g_autoptr (GError) wrong = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = field != NULL ? mlg_custom_parse (field, text->text, &wrong) : NULL;

  if (after == NULL)
    {
      if (wrong != NULL)
        mlg_import_plan_complain (self, MLG_SEVERITY_WARNING, row, text->column, "%s",
                                  wrong->message);
      return TRUE;
    }
  if (!load_present (self, record, text->custom, &before, error))
    return FALSE;
  if (g_strcmp0 (before, after) == 0 || (before != NULL && !mlg_import_plan_replaces (self, row))
      || !is_first (self, record, text->custom))
    return TRUE;
  keep (self, row, record, field, before, g_steal_pointer (&after));
  *changed = TRUE;
  return TRUE;
}

gboolean
mlg_import_customs_plan (MlgImportPlan *self,
                         MlgImportRow *row,
                         MlgImportEntry *entry,
                         gboolean *changed,
                         GError **error)
{
  for (guint i = 0; entry->texts != NULL && i < entry->texts->len; i++)
    {
      const MlgImportText *text = entry->texts->pdata[i];

      if (text->custom != 0 && !plan_text (self, row, text, changed, error))
        return FALSE;
    }
  return TRUE;
}

/* In an action, after the records were written. */
gboolean
mlg_import_customs_write (MlgImportPlan *self, MlgConnection *db, GError **error)
{
  for (guint i = 0; i < self->customs->len; i++)
    {
      const MlgImportCustom *custom = &g_array_index (self->customs, MlgImportCustom, i);

      if (!mlg_custom_set (db, custom->field, mlg_record_get_kind (custom->record),
                           mlg_record_get_id (custom->record), custom->text, NULL, error))
        return FALSE;
    }
  return TRUE;
}

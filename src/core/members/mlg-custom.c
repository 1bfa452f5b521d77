/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-custom.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "mlg-body.h"
#include "mlg-custom-field.h"
#include "mlg-custom-value.h"
#include "mlg-day.h"
#include "mlg-person.h"

/* The fields that a network adds to its bodies and its people, with their values over time. */

/**
 * mlg_custom_free:
 * @custom: (transfer full): a custom field and its value
 *
 * Frees a custom field with the value that a record has in it.
 */
void
mlg_custom_free (MlgCustom *custom)
{
  g_object_unref (custom->field);
  g_clear_object (&custom->value);
  g_ptr_array_unref (custom->past);
  g_free (custom->display);
  g_free (custom);
}

static GPtrArray *
load_fields (MlgConnection *db, const MlgKind *kind, GError **error)
{
  return mlg_record_load_where (db, &mlg_custom_field_kind, error,
                                "WHERE kind=?1 ORDER BY position IS NULL, position, fold(name), id",
                                "t", kind->name);
}

/* Latest first. */
static GPtrArray *
load_values (MlgConnection *db, const MlgKind *kind, gint64 id, gint64 field, GError **error)
{
  const char *tail =
      kind == &mlg_body_kind
          ? "WHERE body=?1 AND (?2=0 OR field=?2) ORDER BY coalesce(since,'') DESC, id DESC"
          : "WHERE person=?1 AND (?2=0 OR field=?2) ORDER BY coalesce(since,'') DESC, id DESC";

  return mlg_record_load_where (db, &mlg_custom_value_kind, error, tail, "ii", id, field);
}

static MlgCustom *
make_custom (MlgRecord *field, GPtrArray *values, const char *today)
{
  MlgCustom *custom = g_new0 (MlgCustom, 1);

  custom->field = g_object_ref (field);
  custom->past = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < values->len; i++)
    {
      MlgRecord *value = values->pdata[i];

      if (mlg_record_get_integer (value, MLG_CUSTOM_VALUE_FIELD) != mlg_record_get_id (field))
        continue;
      if (custom->value == NULL
          && !mlg_day_is_over (mlg_record_get_text (value, MLG_CUSTOM_VALUE_UNTIL), today))
        custom->value = g_object_ref (value);
      else
        g_ptr_array_add (custom->past, g_object_ref (value));
    }
  custom->display = mlg_custom_display (
      field,
      custom->value != NULL ? mlg_record_get_text (custom->value, MLG_CUSTOM_VALUE_VALUE) : NULL);
  return custom;
}

/**
 * mlg_custom_list:
 * @kind: bodies or people
 * @id: the record
 *
 * Returns: (transfer full) (element-type MlgCustom): every custom field of the kind, in the order that
 *   the network gave them, with what the record has in it
 */
GPtrArray *
mlg_custom_list (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) fields = load_fields (db, kind, error);
  g_autoptr (GPtrArray) values = fields != NULL ? load_values (db, kind, id, 0, error) : NULL;
  g_autofree char *today = mlg_day_today ();
  GPtrArray *list;

  if (values == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_custom_free);
  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (list, make_custom (fields->pdata[i], values, today));
  return list;
}

static MlgRecord *
find_present (MlgConnection *db,
              const MlgKind *kind,
              gint64 id,
              MlgRecord *field,
              gboolean *failed,
              GError **error)
{
  g_autoptr (GPtrArray) values = load_values (db, kind, id, mlg_record_get_id (field), error);
  g_autofree char *today = mlg_day_today ();
  g_autoptr (MlgCustom) custom = NULL;

  *failed = values == NULL;
  if (values == NULL)
    return NULL;
  custom = make_custom (field, values, today);
  return g_steal_pointer (&custom->value);
}

static gboolean
insert_value (MlgConnection *db,
              MlgRecord *field,
              const MlgKind *kind,
              gint64 id,
              const char *plain,
              const char *since,
              GError **error)
{
  g_autoptr (MlgRecord) value = mlg_record_new (&mlg_custom_value_kind);

  mlg_record_set_integer (value, MLG_CUSTOM_VALUE_FIELD, mlg_record_get_id (field));
  mlg_record_set_integer (
      value, kind == &mlg_body_kind ? MLG_CUSTOM_VALUE_BODY : MLG_CUSTOM_VALUE_PERSON, id);
  mlg_record_set_text (value, MLG_CUSTOM_VALUE_VALUE, plain);
  if (since != NULL && !mlg_record_parse (value, MLG_CUSTOM_VALUE_SINCE, since, error))
    return FALSE;
  return mlg_record_insert (db, value, error);
}

/* The value that was so far holds until the day before the new one's first. */
static gboolean
end_value (MlgConnection *db, MlgRecord *value, const char *since, GError **error)
{
  guint y = 0, m = 0, d = 0;
  GDate date;
  char text[sizeof "YYYY-MM-DD"];
  const char *began;

  if (!mlg_record_parse (value, MLG_CUSTOM_VALUE_UNTIL, since, error))
    return FALSE;
  sscanf (mlg_record_get_text (value, MLG_CUSTOM_VALUE_UNTIL), "%4u-%2u-%2u", &y, &m, &d);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  g_date_subtract_days (&date, 1);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  mlg_record_set_text (value, MLG_CUSTOM_VALUE_UNTIL, text);
  began = mlg_record_get_text (value, MLG_CUSTOM_VALUE_SINCE);
  /* A value that would never have held is replaced. */
  if (began != NULL && strcmp (began, text) > 0)
    return mlg_record_remove (db, &mlg_custom_value_kind, mlg_record_get_id (value), error);
  return mlg_record_update (db, value, error);
}

static gboolean
store_value (MlgConnection *db,
             MlgRecord *field,
             const MlgKind *kind,
             gint64 id,
             const char *plain,
             const char *since,
             GError **error)
{
  gboolean failed;
  g_autoptr (MlgRecord) present = find_present (db, kind, id, field, &failed, error);

  if (failed)
    return FALSE;
  if (present != NULL && since != NULL && !end_value (db, present, since, error))
    return FALSE;
  if (plain == NULL)
    return present == NULL || since != NULL
           || mlg_record_remove (db, &mlg_custom_value_kind, mlg_record_get_id (present), error);
  if (present == NULL || since != NULL)
    return insert_value (db, field, kind, id, plain, since, error);
  mlg_record_set_text (present, MLG_CUSTOM_VALUE_VALUE, plain);
  return mlg_record_update (db, present, error);
}

/**
 * mlg_custom_set:
 * @field: a custom field of @kind
 * @kind: bodies or people
 * @id: the record
 * @text: (nullable): what a person wrote; %NULL or "" for nothing
 * @since: (nullable): since when, as people write dates: what was so far is kept as a past value; %NULL
 *   corrects the present value
 *
 * Sets what a record has in a custom field. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for what does not suit the type of the field.
 */
gboolean
mlg_custom_set (MlgConnection *db,
                gint64 field,
                const MlgKind *kind,
                gint64 id,
                const char *text,
                const char *since,
                GError **error)
{
  g_autoptr (MlgRecord) description = mlg_record_load (db, &mlg_custom_field_kind, field, error);
  g_autofree char *plain = NULL;
  gboolean empty = text == NULL || *text == '\0';

  g_return_val_if_fail (kind == &mlg_body_kind || kind == &mlg_person_kind, FALSE);

  if (description == NULL
      || (!empty && (plain = mlg_custom_parse (description, text, error)) == NULL))
    return FALSE;
  if (!g_str_equal (mlg_record_get_text (description, MLG_CUSTOM_FIELD_KIND), kind->name))
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                   _ ("“%s” is not a field of this kind of record"),
                   mlg_record_get_text (description, MLG_CUSTOM_FIELD_NAME));
      return FALSE;
    }
  return store_value (db, description, kind, id, plain, since, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-merge.h"

#include <glib/gi18n-lib.h>

#include "mlg-body.h"
#include "mlg-custom-field.h"
#include "mlg-custom-value.h"
#include "mlg-custom.h"
#include "mlg-person.h"
#include "mlg-removal.h"

/* The plan of a merge: what both records say, field by field, and what is chosen. */

static void
field_free (gpointer data)
{
  MlgMergeField *field = data;

  g_free (field->title);
  g_free (field->kept);
  g_free (field->other);
  g_free (field->kept_display);
  g_free (field->other_display);
  g_free (field);
}

/**
 * mlg_merge_plan_free:
 * @plan: (transfer full): a merger
 *
 * Frees a plan, carried out or not.
 */
void
mlg_merge_plan_free (MlgMergePlan *plan)
{
  g_free (plan->kept_name);
  g_free (plan->other_name);
  g_clear_pointer (&plan->fields, g_ptr_array_unref);
  g_clear_pointer (&plan->moved, g_ptr_array_unref);
  g_free (plan);
}

/* What is known goes before what is not; paragraphs are joined; else the kept record is right. */
static void
choose (MlgMergeField *field)
{
  field->conflict =
      field->kept != NULL && field->other != NULL && !g_str_equal (field->kept, field->other);
  if (field->kept == NULL)
    field->choice = MLG_MERGE_OTHER;
  else if (field->conflict && field->may_join)
    field->choice = MLG_MERGE_BOTH;
  else
    field->choice = MLG_MERGE_KEPT;
}

static char *
display (MlgConnection *db, MlgRecord *record, guint i)
{
  const MlgField *field = &mlg_record_get_kind (record)->fields[i];
  const MlgKind *kind = NULL;
  char *name = NULL;

  if (field->refers != NULL && !mlg_record_is_null (record, i))
    kind = mlg_kind_find (mlg_connection_get_kinds (db), field->refers);
  if (kind != NULL)
    name = mlg_record_load_name (db, kind, mlg_record_get_integer (record, i), NULL);
  return name != NULL ? name : mlg_record_dup_display (record, i);
}

/* A reference of one of the two to the other would be one to itself. */
static char *
dup_plain (MlgRecord *record, MlgRecord *twin, guint i)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  gint64 id = kind->fields[i].refers != NULL ? mlg_record_get_integer (record, i) : 0;

  if (id != 0 && g_str_equal (kind->fields[i].refers, kind->name)
      && (id == mlg_record_get_id (record) || id == mlg_record_get_id (twin)))
    return NULL;
  return mlg_record_dup_plain (record, i);
}

static void
add_fields (MlgConnection *db, MlgMergePlan *plan, MlgRecord *kept, MlgRecord *other)
{
  for (guint i = 0; i < plan->kind->n_fields; i++)
    {
      MlgMergeField *field;

      if (mlg_record_is_null (kept, i) && mlg_record_is_null (other, i))
        continue;
      field = g_new0 (MlgMergeField, 1);
      field->title = g_strdup (_ (plan->kind->fields[i].title));
      field->field = i;
      field->kept = dup_plain (kept, other, i);
      field->other = dup_plain (other, kept, i);
      field->kept_display = field->kept != NULL ? display (db, kept, i) : g_strdup ("");
      field->other_display = field->other != NULL ? display (db, other, i) : g_strdup ("");
      field->may_join = plan->kind->fields[i].type == MLG_FIELD_LONG_TEXT;
      choose (field);
      g_ptr_array_add (plan->fields, field);
    }
}

static char *
dup_value (const MlgCustom *custom)
{
  return custom->value != NULL
             ? g_strdup (mlg_record_get_text (custom->value, MLG_CUSTOM_VALUE_VALUE))
             : NULL;
}

static void
add_custom (MlgMergePlan *plan, const MlgCustom *kept, const MlgCustom *other)
{
  MlgMergeField *field;
  const char *type = mlg_record_get_text (kept->field, MLG_CUSTOM_FIELD_TYPE);

  if (kept->value == NULL && other->value == NULL)
    return;
  field = g_new0 (MlgMergeField, 1);
  field->title = g_strdup (mlg_record_get_text (kept->field, MLG_CUSTOM_FIELD_NAME));
  field->custom = mlg_record_get_id (kept->field);
  field->kept = dup_value (kept);
  field->other = dup_value (other);
  field->kept_display = g_strdup (kept->display);
  field->other_display = g_strdup (other->display);
  field->may_join = g_strcmp0 (type, "long-text") == 0;
  choose (field);
  g_ptr_array_add (plan->fields, field);
}

static gboolean
add_customs (MlgConnection *db, MlgMergePlan *plan, GError **error)
{
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) other = NULL;

  if (plan->kind != &mlg_body_kind && plan->kind != &mlg_person_kind)
    return TRUE;
  kept = mlg_custom_list (db, plan->kind, plan->kept, error);
  other = kept != NULL ? mlg_custom_list (db, plan->kind, plan->other, error) : NULL;
  for (guint i = 0; other != NULL && i < kept->len; i++)
    add_custom (plan, kept->pdata[i], other->pdata[i]);
  return other != NULL;
}

/**
 * mlg_merge_plan_new:
 * @kind: the kind of both records
 * @kept: the record that stays
 * @other: the record that goes, with all that it knows moved to the first
 *
 * Compares two records field by field. Where only one says something, that is chosen; where both do and
 * do not agree, paragraphs are joined and otherwise the kept record is believed: all of it may be
 * chosen otherwise in the plan before mlg_merge_apply().
 *
 * Errors: %MLG_STORE_ERROR_MISSING when one is not there, %MLG_STORE_ERROR_INVALID when they are one.
 *
 * Returns: (transfer full): the plan
 */
MlgMergePlan *
mlg_merge_plan_new (
    MlgConnection *db, const MlgKind *kind, gint64 kept, gint64 other, GError **error)
{
  g_autoptr (MlgRecord) first = mlg_record_load (db, kind, kept, error);
  g_autoptr (MlgRecord) second = first != NULL ? mlg_record_load (db, kind, other, error) : NULL;
  g_autoptr (MlgMergePlan) plan = NULL;

  if (second == NULL)
    return NULL;
  if (kept == other)
    {
      g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                           _ ("A record cannot be merged with itself"));
      return NULL;
    }
  plan = g_new0 (MlgMergePlan, 1);
  plan->kind = kind;
  plan->kept = kept;
  plan->other = other;
  plan->kept_name = mlg_record_dup_name (first);
  plan->other_name = mlg_record_dup_name (second);
  plan->fields = g_ptr_array_new_with_free_func (field_free);
  add_fields (db, plan, first, second);
  if (!add_customs (db, plan, error)
      || (plan->moved = mlg_removal_foresee (db, kind, other, error)) == NULL)
    return NULL;
  return g_steal_pointer (&plan);
}

/**
 * mlg_merge_plan_get_n_conflicts:
 *
 * Returns: in how many fields the two records do not agree
 */
guint
mlg_merge_plan_get_n_conflicts (const MlgMergePlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->fields->len; i++)
    n += ((const MlgMergeField *) plan->fields->pdata[i])->conflict;
  return n;
}

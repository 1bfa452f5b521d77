/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-custom-value.h"
#include "mlg-custom.h"

/* A plan carried out: the kept record takes what was chosen, whatever hangs on the other one moves to
 * it, and the other one goes. Which references there are is read from the descriptions of all kinds:
 * a new kind of record needs nothing here. */

static char *
join (const MlgMergeField *field)
{
  return g_strconcat (field->kept, "\n\n", field->other, NULL);
}

static gboolean
take_field (MlgRecord *kept, const MlgMergeField *field, GError **error)
{
  g_autofree char *joined = NULL;
  const char *chosen = field->choice == MLG_MERGE_KEPT ? field->kept : field->other;

  if (field->choice == MLG_MERGE_BOTH && field->kept != NULL && field->other != NULL)
    chosen = joined = join (field);
  else if (field->choice == MLG_MERGE_BOTH)
    chosen = field->kept != NULL ? field->kept : field->other;
  if (chosen != NULL)
    return mlg_record_parse (kept, field->field, chosen, error);
  mlg_record_set_null (kept, field->field);
  return TRUE;
}

/* The records must be what the plan was made from: what a person chose from is what they get. */
static gboolean
check_field (MlgRecord *record, guint field, const char *planned, GError **error)
{
  g_autofree char *present = mlg_record_dup_plain (record, field);
  g_autofree char *name = NULL;

  /* References between the two are emptied in the plan. */
  if (g_strcmp0 (present, planned) == 0
      || mlg_record_get_kind (record)->fields[field].type == MLG_FIELD_REFERENCE)
    return TRUE;
  name = mlg_record_dup_name (record);
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONFLICT,
               _ ("%s has changed since it was compared: compare again"), name);
  return FALSE;
}

static gboolean
take_fields (MlgConnection *db, const MlgMergePlan *plan, GError **error)
{
  g_autoptr (MlgRecord) kept = mlg_record_load (db, plan->kind, plan->kept, error);
  g_autoptr (MlgRecord) other =
      kept != NULL ? mlg_record_load (db, plan->kind, plan->other, error) : NULL;

  if (other == NULL)
    return FALSE;
  for (guint i = 0; i < plan->fields->len; i++)
    {
      const MlgMergeField *field = plan->fields->pdata[i];

      if (field->custom == 0
          && (!check_field (kept, field->field, field->kept, error)
              || !check_field (other, field->field, field->other, error)
              || !take_field (kept, field, error)))
        return FALSE;
    }
  return mlg_record_update (db, kept, error);
}

/* The value that was not chosen is emptied; the other moves, or stays. */
static gboolean
take_custom (MlgConnection *db,
             const MlgMergePlan *plan,
             const MlgMergeField *field,
             GError **error)
{
  g_autofree char *joined = NULL;
  gboolean both = field->kept != NULL && field->other != NULL;
  gboolean take_other =
      field->choice == MLG_MERGE_OTHER || (field->choice == MLG_MERGE_BOTH && field->kept == NULL);

  if (field->choice == MLG_MERGE_BOTH && both)
    {
      joined = join (field);
      if (!mlg_custom_set (db, field->custom, plan->kind, plan->kept, joined, NULL, error))
        return FALSE;
    }
  if (take_other)
    return field->kept == NULL
           || mlg_custom_set (db, field->custom, plan->kind, plan->kept, NULL, NULL, error);
  return field->other == NULL
         || mlg_custom_set (db, field->custom, plan->kind, plan->other, NULL, NULL, error);
}

static gboolean
take_customs (MlgConnection *db, const MlgMergePlan *plan, GError **error)
{
  for (guint i = 0; i < plan->fields->len; i++)
    {
      const MlgMergeField *field = plan->fields->pdata[i];

      if (field->custom != 0 && !take_custom (db, plan, field, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether two links say the same, or what one says the other leaves open. No last day is not an unknown
 * one: what lasts and what is over are two. */
static gboolean
may_fold (MlgRecord *a, MlgRecord *b)
{
  const MlgKind *kind = mlg_record_get_kind (a);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *first = mlg_record_dup_plain (a, i);
      g_autofree char *second = mlg_record_dup_plain (b, i);
      gboolean open =
          (first == NULL || second == NULL) && !g_str_equal (kind->fields[i].name, "until");

      if (!open && g_strcmp0 (first, second) != 0)
        return FALSE;
    }
  return TRUE;
}

/* A link that ties a record to itself says nothing: two records that were told apart, and merged. */
static gboolean
is_loop (MlgRecord *link, guint field)
{
  const MlgKind *kind = mlg_record_get_kind (link);

  for (guint i = 0; i < kind->n_fields; i++)
    if (i != field && (kind->fields[i].flags & MLG_FIELD_OWNER) != 0
        && g_str_equal (kind->fields[i].refers, kind->fields[field].refers)
        && mlg_record_get_integer (link, i) == mlg_record_get_integer (link, field))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full) (nullable): a link of the kept record that @link would repeat. */
static MlgRecord *
find_twin (GPtrArray *links, MlgRecord *link)
{
  for (guint i = 0; i < links->len; i++)
    if (mlg_record_get_id (links->pdata[i]) != mlg_record_get_id (link)
        && may_fold (links->pdata[i], link))
      return links->pdata[i];
  return NULL;
}

static gboolean
fold (MlgConnection *db, MlgRecord *twin, MlgRecord *link, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (twin);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = mlg_record_dup_plain (link, i);

      if (value != NULL && mlg_record_is_null (twin, i)
          && !mlg_record_parse (twin, i, value, error))
        return FALSE;
    }
  return mlg_record_update (db, twin, error)
         && mlg_record_remove (db, kind, mlg_record_get_id (link), error);
}

static gboolean
move_link (MlgConnection *db, MlgRecord *link, GPtrArray *links, gboolean part, GError **error)
{
  MlgRecord *twin = part ? find_twin (links, link) : NULL;

  if (twin != NULL)
    return fold (db, twin, link, error);
  g_ptr_array_add (links, g_object_ref (link));
  return mlg_record_update (db, link, error);
}

/* All records of @kind which refer to the other record by one field. */
static gboolean
move_references (
    MlgConnection *db, const MlgMergePlan *plan, const MlgKind *kind, guint field, GError **error)
{
  g_autofree char *tail = g_strdup_printf ("WHERE %s=?1 ORDER BY id", kind->fields[field].name);
  g_autoptr (GPtrArray) moving = mlg_record_load_where (db, kind, error, tail, "i", plan->other);
  g_autoptr (GPtrArray) present =
      moving != NULL ? mlg_record_load_where (db, kind, error, tail, "i", plan->kept) : NULL;

  for (guint i = 0; present != NULL && i < moving->len; i++)
    {
      gboolean part = (kind->fields[field].flags & MLG_FIELD_OWNER) != 0;

      mlg_record_set_integer (moving->pdata[i], field, plan->kept);
      if (part && is_loop (moving->pdata[i], field)
              ? !mlg_record_remove (db, kind, mlg_record_get_id (moving->pdata[i]), error)
              : !move_link (db, moving->pdata[i], present, part, error))
        return FALSE;
    }
  return present != NULL;
}

static gboolean
move_all_references (MlgConnection *db, const MlgMergePlan *plan, GError **error)
{
  for (const MlgKind *const *kind = mlg_connection_get_kinds (db); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const char *refers = (*kind)->fields[i].refers;

        if (refers != NULL && g_str_equal (refers, plan->kind->name)
            && !move_references (db, plan, *kind, i, error))
          return FALSE;
      }
  return TRUE;
}

/**
 * mlg_merge_apply:
 * @plan: a plan, with what a person chose
 *
 * Makes one record of two: the kept one takes what was chosen; functions, groups, custom values and
 * whatever refers to the other one refer to the kept one; links that would say the same twice become
 * one; the other record is removed. In an action only, whose undo brings both back.
 *
 * Errors: %MLG_STORE_ERROR_CONFLICT when one has changed since the plan was made.
 */
gboolean
mlg_merge_apply (MlgConnection *db, const MlgMergePlan *plan, GError **error)
{
  return take_fields (db, plan, error) && take_customs (db, plan, error)
         && move_all_references (db, plan, error)
         && mlg_record_remove (db, plan->kind, plan->other, error);
}

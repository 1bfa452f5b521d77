/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-export-columns.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-custom-field.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "mlg-exchange-error.h"
#include "mlg-export-gate.h"
#include "store/mlg-record-sql.h"

enum
{
  MOST_GATES = 3
};

struct _MlgExportColumns
{
  const MlgKind *kind; /* (unowned) static */
  MlgAudience audience;
  GArray *targets;            /* (owned) of MlgTarget */
  MlgGate *gates[MOST_GATES]; /* (owned) (nullable) of the rows' kind, then of functions, bodies */
  GPtrArray *fields;          /* (owned) of MlgRecord: the custom fields of this kind */
};

static gboolean
open_gates (MlgExportColumns *self, MlgConnection *db, GError **error)
{
  const MlgKind *const kinds[MOST_GATES] = { self->kind, &mlg_function_kind, &mlg_body_kind };
  guint n = self->kind == &mlg_person_kind ? MOST_GATES : 1;

  for (guint i = 0; i < n; i++)
    {
      self->gates[i] = mlg_gate_new (db, kinds[i], self->audience, error);
      if (self->gates[i] == NULL)
        return FALSE;
    }
  self->fields =
      mlg_record_load_where (db, &mlg_custom_field_kind, error,
                             "WHERE kind=?1 ORDER BY position, id", "t", self->kind->name);
  return self->fields != NULL;
}

static const MlgGate *
find_gate (MlgExportColumns *self, const MlgKind *kind)
{
  for (guint i = 0; i < MOST_GATES; i++)
    if (self->gates[i] != NULL && mlg_gate_get_kind (self->gates[i]) == kind)
      return self->gates[i];
  return NULL;
}

/* What the network added itself is for the network. */
static gboolean
may_leave (MlgExportColumns *self, const MlgTarget *target)
{
  const MlgGate *gate = find_gate (self, target->kind);

  if (target->custom != 0)
    return self->audience == MLG_AUDIENCE_NETWORK;
  if (gate != NULL)
    return mlg_gate_lets_field (gate, target->field);
  return target->kind->fields[target->field].audience >= self->audience;
}

static void
add (MlgExportColumns *self, const MlgKind *kind, guint field, gint64 custom)
{
  const MlgTarget target = { kind, field, custom };

  if (may_leave (self, &target))
    g_array_append_val (self->targets, target);
}

static void
add_usual (MlgExportColumns *self)
{
  static const guint of_functions[] = { MLG_FUNCTION_ROLE, MLG_FUNCTION_TITLE, MLG_FUNCTION_EMAIL,
                                        MLG_FUNCTION_PHONE };

  for (guint i = 0; i < self->kind->n_fields; i++)
    add (self, self->kind, i, 0);
  if (self->kind == &mlg_person_kind)
    {
      add (self, &mlg_body_kind, MLG_BODY_NAME, 0);
      add (self, &mlg_body_kind, MLG_BODY_SIREN, 0);
      for (guint i = 0; i < G_N_ELEMENTS (of_functions); i++)
        add (self, &mlg_function_kind, of_functions[i], 0);
    }
  if (self->kind == &mlg_person_kind || self->kind == &mlg_body_kind)
    add (self, &mlg_group_kind, MLG_GROUP_NAME, 0);
  for (guint i = 0; i < self->fields->len; i++)
    add (self, &mlg_custom_field_kind, MLG_CUSTOM_FIELD_NAME,
         mlg_record_get_id (self->fields->pdata[i]));
}

/* A name that is exactly a field's goes before what a heading may mean. */
static gboolean
find (MlgExportColumns *self, const char *name, MlgTarget *target)
{
  int field = mlg_kind_find_field (self->kind, name);
  g_autoptr (GArray) targets = NULL;

  *target = (MlgTarget){ self->kind, (guint) field, 0 };
  if (field >= 0)
    return TRUE;
  targets = mlg_heading_find_targets (name, self->kind);
  if (targets->len > 0)
    *target = g_array_index (targets, MlgTarget, 0);
  for (guint i = 0; targets->len == 0 && i < self->fields->len; i++)
    if (g_str_equal (mlg_record_get_text (self->fields->pdata[i], MLG_CUSTOM_FIELD_NAME), name))
      {
        *target = (MlgTarget){ &mlg_custom_field_kind, MLG_CUSTOM_FIELD_NAME,
                               mlg_record_get_id (self->fields->pdata[i]) };
        return TRUE;
      }
  return targets->len > 0;
}

static gboolean
add_asked (MlgExportColumns *self, const char *name, MlgIssueList *issues, GError **error)
{
  MlgTarget target;

  if (!find (self, name, &target))
    {
      g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING,
                   _ ("there is no field “%s”"), name);
      return FALSE;
    }
  if (may_leave (self, &target))
    g_array_append_val (self->targets, target);
  else
    mlg_issue_list_add (issues, MLG_SEVERITY_WARNING, NULL, 0, 0,
                        _ ("“%s” is not for this audience: the column is left out"),
                        _ (target.kind->fields[target.field].title));
  return TRUE;
}

/**
 * mlg_export_columns_new:
 * @names: (nullable): as for mlg_export_table()
 * @issues: gets a warning for each column asked for that is not for the audience
 *
 * Returns: (transfer full): the columns, or %NULL with %MLG_EXCHANGE_ERROR_MAPPING or a store error
 */
MlgExportColumns *
mlg_export_columns_new (MlgConnection *db,
                        const MlgKind *kind,
                        const char *const *names,
                        MlgAudience audience,
                        MlgIssueList *issues,
                        GError **error)
{
  g_autoptr (MlgExportColumns) self = g_new0 (MlgExportColumns, 1);

  self->kind = kind;
  self->audience = audience;
  self->targets = g_array_new (FALSE, FALSE, sizeof (MlgTarget));
  if (!open_gates (self, db, error))
    return NULL;
  if (names == NULL)
    add_usual (self);
  for (; names != NULL && *names != NULL; names++)
    if (!add_asked (self, *names, issues, error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * mlg_export_columns_free:
 * @self: (transfer full): columns
 *
 * Frees the columns with the gates that guard them.
 */
void
mlg_export_columns_free (MlgExportColumns *self)
{
  for (guint i = 0; i < MOST_GATES; i++)
    g_clear_pointer (&self->gates[i], mlg_gate_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_array_unref (self->targets);
  g_free (self);
}

/**
 * mlg_export_columns_get_n:
 *
 * Returns: how many columns the table has, those of functions, bodies and custom fields too
 */
guint
mlg_export_columns_get_n (MlgExportColumns *self)
{
  return self->targets->len;
}

/**
 * mlg_export_columns_get:
 *
 * Returns: (transfer none): what a column says
 */
const MlgTarget *
mlg_export_columns_get (MlgExportColumns *self, guint i)
{
  return &g_array_index (self->targets, MlgTarget, i);
}

/**
 * mlg_export_columns_dup_heading:
 *
 * Returns: (transfer full): what stands above a column
 */
char *
mlg_export_columns_dup_heading (MlgExportColumns *self, guint i)
{
  const MlgTarget *target = mlg_export_columns_get (self, i);

  for (guint j = 0; target->custom != 0 && j < self->fields->len; j++)
    if (mlg_record_get_id (self->fields->pdata[j]) == target->custom)
      return g_strdup (mlg_record_get_text (self->fields->pdata[j], MLG_CUSTOM_FIELD_NAME));
  return mlg_target_get_heading (target, self->kind);
}

/**
 * mlg_export_columns_speak_of:
 *
 * Returns: whether a column is of this kind
 */
gboolean
mlg_export_columns_speak_of (MlgExportColumns *self, const MlgKind *kind)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (mlg_export_columns_get (self, i)->kind == kind)
      return TRUE;
  return FALSE;
}

/**
 * mlg_export_columns_let:
 * @id: a record of the target's kind
 *
 * Returns: whether what this record has there may leave
 */
gboolean
mlg_export_columns_let (MlgExportColumns *self, const MlgTarget *target, gint64 id)
{
  const MlgGate *gate = find_gate (self, target->kind);

  return gate == NULL || mlg_gate_lets_value (gate, id, target->field);
}

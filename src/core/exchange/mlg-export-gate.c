/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-export-gate.h"

#include "members/mlg-field-audience.h"
#include "store/mlg-record-sql.h"

/* The one way out: a field leaves only for those who may see it. What was said of some records goes
 * before what their kind says of all. */
struct _MlgGate
{
  const MlgKind *kind; /* (unowned) static */
  MlgAudience audience;
  GHashTable *said; /* (owned) id → MlgAudience of each field */
};

/**
 * mlg_gate_new:
 * @kind: the records that are to leave
 * @audience: for whom
 *
 * Returns: (transfer full): the gate, or %NULL with a store error
 */
MlgGate *
mlg_gate_new (MlgConnection *db, const MlgKind *kind, MlgAudience audience, GError **error)
{
  GHashTable *said = mlg_audiences_load_all (db, kind, error);
  MlgGate *self;

  if (said == NULL)
    return NULL;
  self = g_new (MlgGate, 1);
  self->kind = kind;
  self->audience = audience;
  self->said = said;
  return self;
}

/**
 * mlg_gate_free:
 * @self: (transfer full): a gate
 *
 * Frees a gate with what it has read of single fields' audiences.
 */
void
mlg_gate_free (MlgGate *self)
{
  g_hash_table_unref (self->said);
  g_free (self);
}

/**
 * mlg_gate_get_kind:
 *
 * Returns: the kind of the records that pass the gate
 */
const MlgKind *
mlg_gate_get_kind (const MlgGate *self)
{
  return self->kind;
}

/**
 * mlg_gate_get_audience:
 *
 * Returns: for whom the records leave: fields that this audience may not see stay
 */
MlgAudience
mlg_gate_get_audience (const MlgGate *self)
{
  return self->audience;
}

/**
 * mlg_gate_lets_value:
 * @id: a record
 *
 * Returns: whether what this record has in the field may leave
 */
gboolean
mlg_gate_lets_value (const MlgGate *self, gint64 id, guint field)
{
  const MlgAudience *said = g_hash_table_lookup (self->said, &id);

  if ((self->kind->fields[field].flags & MLG_FIELD_INTERNAL) != 0)
    return FALSE;
  return (said != NULL ? said[field] : self->kind->fields[field].audience) >= self->audience;
}

/**
 * mlg_gate_lets_field:
 *
 * Returns: whether the field of any record may leave
 */
gboolean
mlg_gate_lets_field (const MlgGate *self, guint field)
{
  GHashTableIter iter;
  gpointer said;

  if ((self->kind->fields[field].flags & MLG_FIELD_INTERNAL) != 0)
    return FALSE;
  if (self->kind->fields[field].audience >= self->audience)
    return TRUE;
  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, NULL, &said))
    if (((const MlgAudience *) said)[field] >= self->audience)
      return TRUE;
  return FALSE;
}

/**
 * mlg_export_load_records:
 * @ids: (nullable) (element-type gint64): the records, in order; %NULL for all, oldest first
 *
 * Returns: (transfer full): the records, or %NULL with a store error
 */
GPtrArray *
mlg_export_load_records (MlgConnection *db, const MlgKind *kind, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  if (ids == NULL)
    return mlg_record_load_where (db, kind, error, "ORDER BY id", "");
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ids->len; i++)
    {
      MlgRecord *record = mlg_record_load (db, kind, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-removal.h"

#include "store/mlg-statement.h"

/* What mlg_record_remove() would take along, told before it does. Both read it from the descriptions
 * of the kinds. */
typedef struct
{
  MlgConnection *db;
  GHashTable *removed;  /* (owned) set of "kind id" */
  GHashTable *released; /* (owned) set of "kind id" */
} Foresight;

static gboolean follow (Foresight *f, const MlgKind *kind, gint64 id, GError **error);

static char *
make_key (const MlgKind *kind, gint64 id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind->name, id);
}

static GArray *
list_referring (
    MlgConnection *db, const MlgKind *kind, const MlgField *field, gint64 id, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM %s WHERE %s=?1", kind->table, field->name);
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, id);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      gint64 found = mlg_statement_get_integer (statement, 0);

      g_array_append_val (ids, found);
    }
  return step == MLG_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
follow_field (Foresight *f, const MlgKind *kind, const MlgField *field, gint64 id, GError **error)
{
  g_autoptr (GArray) ids = list_referring (f->db, kind, field, id, error);
  gboolean part = (field->flags & MLG_FIELD_OWNER) != 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 other = g_array_index (ids, gint64, i);

      if (!part)
        g_hash_table_add (f->released, make_key (kind, other));
      else if (g_hash_table_add (f->removed, make_key (kind, other))
               && !follow (f, kind, other, error))
        return FALSE;
    }
  return ids != NULL;
}

static gboolean
follow (Foresight *f, const MlgKind *kind, gint64 id, GError **error)
{
  for (const MlgKind *const *other = mlg_connection_get_kinds (f->db); *other != NULL; other++)
    for (guint i = 0; i < (*other)->n_fields; i++)
      {
        const MlgField *field = &(*other)->fields[i];

        if (field->refers != NULL && g_str_equal (field->refers, kind->name)
            && !follow_field (f, *other, field, id, error))
          return FALSE;
      }
  return TRUE;
}

static guint
count (GHashTable *keys, GHashTable *except, const MlgKind *kind)
{
  g_autofree char *prefix = g_strconcat (kind->name, " ", NULL);
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, prefix) && (except == NULL || !g_hash_table_contains (except, key)))
      n++;
  return n;
}

static GPtrArray *
summarise (Foresight *f)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (const MlgKind *const *kind = mlg_connection_get_kinds (f->db); *kind != NULL; kind++)
    {
      guint n_removed = count (f->removed, NULL, *kind);
      guint n_released = count (f->released, f->removed, *kind);
      MlgRemovalPart *part;

      if (n_removed == 0 && n_released == 0)
        continue;
      part = g_new0 (MlgRemovalPart, 1);
      *part = (MlgRemovalPart){ *kind, n_removed, n_released };
      g_ptr_array_add (parts, part);
    }
  return parts;
}

/**
 * mlg_removal_foresee:
 * @kind: the kind of a record
 * @id: the record
 *
 * What would go with a record, were it removed: what belongs to it, in turn, and what would not refer
 * to it any more. To be shown before mlg_record_remove() is called.
 *
 * Returns: (transfer full) (element-type MlgRemovalPart): the other kinds concerned, the record itself
 *   not counted; empty when there is none
 */
GPtrArray *
mlg_removal_foresee (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  Foresight f = {
    .db = db,
    .removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .released = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  g_autoptr (GHashTable) removed = f.removed;
  g_autoptr (GHashTable) released = f.released;
  g_autofree char *itself = make_key (kind, id);

  g_hash_table_add (removed, g_strdup (itself));
  if (!follow (&f, kind, id, error))
    return NULL;
  g_hash_table_remove (removed, itself);
  g_hash_table_remove (released, itself);
  return summarise (&f);
}

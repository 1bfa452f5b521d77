/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-cache.h"

/* The records of a list that somebody holds: the same row is the same object as long as anybody
 * does. A few hundred that nobody looks at any more are kept, so that scrolling back is at once. */
#define KEPT 512

struct _MlgRecordCache
{
  const MlgKind *kind; /* (unowned) static */
  GHashTable *alive;   /* (owned) Life → MlgRecord (unowned) */
  GQueue kept;         /* of MlgRecord (owned), the newest at the head */
};

typedef struct
{
  MlgRecordCache *cache; /* (unowned) */
  gint64 id;
} Life;

static guint
hash_life (gconstpointer key)
{
  return g_int64_hash (&((const Life *) key)->id);
}

static gboolean
equal_life (gconstpointer a, gconstpointer b)
{
  return ((const Life *) a)->id == ((const Life *) b)->id;
}

/* Nobody holds the record any more. */
static void
on_record_gone (gpointer data, GObject *where)
{
  Life *life = data;

  g_hash_table_remove (life->cache->alive, life);
}

/**
 * mlg_record_cache_new:
 * @kind: of the records that it holds
 *
 * Makes the identity map of a kind: while somebody has a record, who asks for the same row gets the
 * same object. For the main thread.
 *
 * Returns: (transfer full): what was made
 */
MlgRecordCache *
mlg_record_cache_new (const MlgKind *kind)
{
  MlgRecordCache *self = g_new0 (MlgRecordCache, 1);

  self->kind = kind;
  self->alive = g_hash_table_new_full (hash_life, equal_life, g_free, NULL);
  g_queue_init (&self->kept);
  return self;
}

/**
 * mlg_record_cache_free:
 *
 * Lets go of all records; those that others hold live on.
 */
void
mlg_record_cache_free (MlgRecordCache *self)
{
  GHashTableIter iterator;
  gpointer life, record;

  g_queue_clear_full (&self->kept, g_object_unref);
  g_hash_table_iter_init (&iterator, self->alive);
  while (g_hash_table_iter_next (&iterator, &life, &record))
    g_object_weak_unref (record, on_record_gone, life);
  g_hash_table_unref (self->alive);
  g_free (self);
}

/**
 * mlg_record_cache_find:
 *
 * Returns: (transfer none) (nullable): the record, if anybody holds it
 */
MlgRecord *
mlg_record_cache_find (MlgRecordCache *self, gint64 id)
{
  Life key = { .id = id };

  return g_hash_table_lookup (self->alive, &key);
}

/**
 * mlg_record_cache_make:
 * @id: a record that mlg_record_cache_find() does not find
 *
 * Returns: (transfer full): an empty record with this id, which will be found from now on
 */
MlgRecord *
mlg_record_cache_make (MlgRecordCache *self, gint64 id)
{
  MlgRecord *record = mlg_record_new (self->kind);
  Life *life = g_new (Life, 1);

  life->cache = self;
  life->id = id;
  mlg_record_set_id (record, id);
  g_hash_table_insert (self->alive, life, record);
  g_object_weak_ref (G_OBJECT (record), on_record_gone, life);
  g_queue_push_head (&self->kept, g_object_ref (record));
  while (self->kept.length > KEPT)
    g_object_unref (g_queue_pop_tail (&self->kept));
  return record;
}

/**
 * mlg_record_cache_list_touched:
 * @ids: (element-type gint64): gets the ids of the records that may have changed
 */
void
mlg_record_cache_list_touched (MlgRecordCache *self, MlgChanges *changes, GArray *ids)
{
  GHashTableIter iterator;
  gpointer life;

  g_hash_table_iter_init (&iterator, self->alive);
  while (g_hash_table_iter_next (&iterator, &life, NULL))
    if (mlg_changes_touch (changes, self->kind, ((Life *) life)->id))
      g_array_append_val (ids, ((Life *) life)->id);
}

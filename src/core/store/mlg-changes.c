/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-changes.h"

/* Which records an action touched: what lists and open pages need to know to refresh themselves.
 * Filled by one thread, then only read. */
struct _MlgChanges
{
  GHashTable *kinds; /* (owned) MlgKind → set of gint64 ids */
  guint n;
  gboolean everything;
};

G_DEFINE_BOXED_TYPE (MlgChanges, mlg_changes, mlg_changes_ref, mlg_changes_unref)

/**
 * mlg_changes_new:
 *
 * Returns: (transfer full): a set that says that nothing changed
 */
MlgChanges *
mlg_changes_new (void)
{
  MlgChanges *self = g_atomic_rc_box_new0 (MlgChanges);

  self->kinds = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  return self;
}

/**
 * mlg_changes_ref:
 *
 * Takes another reference, from any thread: changes are not altered once they are handed over.
 *
 * Returns: (transfer full): @self
 */
MlgChanges *
mlg_changes_ref (MlgChanges *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_hash_table_unref (((MlgChanges *) data)->kinds);
}

/**
 * mlg_changes_unref:
 * @self: (transfer full): changes
 *
 * Gives a reference back; the last one frees the set.
 */
void
mlg_changes_unref (MlgChanges *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * mlg_changes_add:
 *
 * Says that a record was added, changed or removed.
 */
void
mlg_changes_add (MlgChanges *self, const MlgKind *kind, gint64 id)
{
  GHashTable *ids = g_hash_table_lookup (self->kinds, kind);

  if (ids == NULL)
    {
      ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->kinds, (gpointer) kind, ids);
    }
  if (g_hash_table_add (ids, g_memdup2 (&id, sizeof id)))
    self->n++;
}

/**
 * mlg_changes_add_everything:
 *
 * Says that all may have changed: another program wrote, or a backup was restored.
 */
void
mlg_changes_add_everything (MlgChanges *self)
{
  self->everything = TRUE;
}

/**
 * mlg_changes_get_n:
 *
 * Returns: how many records are named
 */
guint
mlg_changes_get_n (MlgChanges *self)
{
  return self->n;
}

/**
 * mlg_changes_touch_kind:
 *
 * Returns: whether a record of this kind may have changed
 */
gboolean
mlg_changes_touch_kind (MlgChanges *self, const MlgKind *kind)
{
  return self->everything || g_hash_table_contains (self->kinds, kind);
}

/**
 * mlg_changes_touch:
 *
 * Returns: whether this record may have changed
 */
gboolean
mlg_changes_touch (MlgChanges *self, const MlgKind *kind, gint64 id)
{
  GHashTable *ids = g_hash_table_lookup (self->kinds, kind);

  return self->everything || (ids != NULL && g_hash_table_contains (ids, &id));
}

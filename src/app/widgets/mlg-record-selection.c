/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-selection.h"

/* Which records of a list are chosen: any number of them. GtkMultiSelection holds on to the chosen
 * items, and so asks for all of a long list when all are chosen or when the list is sorted anew; this
 * one knows their ids, which the list has anyway, and makes no item. A record that stays in the list
 * stays chosen, wherever it goes; one that leaves it is not chosen any more. */
struct _MlgRecordSelection
{
  GObject parent_instance;
  MlgRecordList *list; /* (owned) */
  GArray *ids;         /* (owned) of gint64: all of the list, in order */
  GtkBitset *chosen;   /* (owned) positions */
};

static void list_model_init (GListModelInterface *interface);
static void selection_model_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MlgRecordSelection,
                               mlg_record_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static guint changed_signal;

static GType
get_item_type (GListModel *model)
{
  return MLG_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return MLG_RECORD_SELECTION (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (MLG_RECORD_SELECTION (model)->list), position);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (MLG_RECORD_SELECTION (model)->chosen, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (MLG_RECORD_SELECTION (model)->chosen);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  MlgRecordSelection *self = MLG_RECORD_SELECTION (model);
  GtkBitset *chosen = gtk_bitset_copy (self->chosen);
  g_autoptr (GtkBitset) added = gtk_bitset_copy (selected);
  g_autoptr (GtkBitset) different = g_steal_pointer (&self->chosen);

  gtk_bitset_subtract (chosen, mask);
  gtk_bitset_intersect (added, mask);
  gtk_bitset_union (chosen, added);
  if (self->ids->len > 0)
    gtk_bitset_remove_range (chosen, self->ids->len, G_MAXUINT - self->ids->len);
  self->chosen = chosen;
  gtk_bitset_difference (different, chosen);
  if (!gtk_bitset_is_empty (different))
    {
      guint first = gtk_bitset_get_minimum (different), last = gtk_bitset_get_maximum (different);

      gtk_selection_model_selection_changed (model, first, last - first + 1);
      g_signal_emit (self, changed_signal, 0);
    }
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = is_selected;
  interface->get_selection_in_range = get_selection_in_range;
  interface->set_selection = set_selection;
}

/* Returns: (transfer full): the ids that are chosen between two positions. */
static GHashTable *
collect (MlgRecordSelection *self, guint start, guint end)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = start; i < end; i++)
    if (gtk_bitset_contains (self->chosen, i))
      g_hash_table_add (ids, &g_array_index (self->ids, gint64, i));
  return ids;
}

static void
on_items_changed (
    GListModel *list, guint position, guint removed, guint added, MlgRecordSelection *self)
{
  guint64 n_before = gtk_bitset_get_size (self->chosen);
  G_GNUC_UNUSED g_autoptr (GArray) old = self->ids; /* the keys of moved lie in it */
  g_autoptr (GHashTable) moved = collect (self, position, position + removed);

  self->ids = mlg_record_list_get_ids (self->list);
  gtk_bitset_splice (self->chosen, position, removed, added);
  if (g_hash_table_size (moved) > 0)
    for (guint i = position; i < position + added; i++)
      if (g_hash_table_contains (moved, &g_array_index (self->ids, gint64, i)))
        gtk_bitset_add (self->chosen, i);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (gtk_bitset_get_size (self->chosen) != n_before)
    g_signal_emit (self, changed_signal, 0);
}

static void
mlg_record_selection_dispose (GObject *object)
{
  g_clear_object (&MLG_RECORD_SELECTION (object)->list);
  G_OBJECT_CLASS (mlg_record_selection_parent_class)->dispose (object);
}

static void
mlg_record_selection_finalize (GObject *object)
{
  MlgRecordSelection *self = MLG_RECORD_SELECTION (object);

  g_clear_pointer (&self->ids, g_array_unref);
  gtk_bitset_unref (self->chosen);
  G_OBJECT_CLASS (mlg_record_selection_parent_class)->finalize (object);
}

static void
mlg_record_selection_class_init (MlgRecordSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mlg_record_selection_dispose;
  object_class->finalize = mlg_record_selection_finalize;

  /**
   * MlgRecordSelection::changed:
   *
   * Other records are chosen, because the person said so or because some left the list.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_RECORD_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_record_selection_init (MlgRecordSelection *self)
{
  self->chosen = gtk_bitset_new_empty ();
}

/**
 * mlg_record_selection_new:
 * @list: (transfer none): what to choose from
 *
 * Returns: (transfer full): a selection with nothing chosen
 */
MlgRecordSelection *
mlg_record_selection_new (MlgRecordList *list)
{
  MlgRecordSelection *self = g_object_new (MLG_TYPE_RECORD_SELECTION, NULL);

  self->list = g_object_ref (list);
  self->ids = mlg_record_list_get_ids (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed), self, 0);
  return self;
}

/**
 * mlg_record_selection_get_n:
 *
 * Returns: how many records are chosen
 */
guint
mlg_record_selection_get_n (MlgRecordSelection *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_SELECTION (self), 0);
  return (guint) gtk_bitset_get_size (self->chosen);
}

/**
 * mlg_record_selection_get_ids:
 *
 * Returns: (transfer full) (element-type gint64): the chosen records, in the order of the list
 */
GArray *
mlg_record_selection_get_ids (MlgRecordSelection *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iterator;
  guint position;

  g_return_val_if_fail (MLG_IS_RECORD_SELECTION (self), ids);

  if (gtk_bitset_iter_init_first (&iterator, self->chosen, &position))
    do
      g_array_append_val (ids, g_array_index (self->ids, gint64, position));
    while (gtk_bitset_iter_next (&iterator, &position));
  return ids;
}

/**
 * mlg_record_selection_get_only:
 *
 * Returns: the record that is chosen, if it is the only one; else 0
 */
gint64
mlg_record_selection_get_only (MlgRecordSelection *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_SELECTION (self), 0);
  if (mlg_record_selection_get_n (self) != 1)
    return 0;
  return g_array_index (self->ids, gint64, gtk_bitset_get_minimum (self->chosen));
}

/**
 * mlg_record_selection_choose:
 * @id: a record
 * @position: (out) (optional): where it is in the list
 *
 * Chooses one record, and no other.
 *
 * Returns: whether it is in the list; if it is not, nothing changes
 */
gboolean
mlg_record_selection_choose (MlgRecordSelection *self, gint64 id, guint *position)
{
  guint found;

  g_return_val_if_fail (MLG_IS_RECORD_SELECTION (self), FALSE);

  if (!mlg_record_list_find (self->list, id, &found))
    return FALSE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self), found, TRUE);
  if (position != NULL)
    *position = found;
  return TRUE;
}

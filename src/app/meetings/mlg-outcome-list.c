/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outcome-list.h"

#include "mlg-outcome-row.h"

/* Outcomes in a list that is read again and again: whatever stays keeps its row, opened as it was, with
 * what is being written in it. */
struct _MlgOutcomeList
{
  GtkWidget parent_instance;
  MlgStore *store; /* (unowned) it outlives the page */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MlgOutcomeList, mlg_outcome_list, GTK_TYPE_WIDGET)

static void
mlg_outcome_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_outcome_list_parent_class)->dispose (object);
}

static void
mlg_outcome_list_class_init (MlgOutcomeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_outcome_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mlg_outcome_list_init (MlgOutcomeList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * mlg_outcome_list_new:
 * @store: (transfer none): where the outcomes are; it must outlive the list
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
mlg_outcome_list_new (MlgStore *store)
{
  MlgOutcomeList *self = g_object_new (MLG_TYPE_OUTCOME_LIST, NULL);

  self->store = store;
  return GTK_WIDGET (self);
}

/**
 * mlg_outcome_list_set_store:
 * @store: (transfer none): where the outcomes are; it must outlive the list
 *
 * To be called once, for a list that stands in a UI file.
 */
void
mlg_outcome_list_set_store (MlgOutcomeList *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_OUTCOME_LIST (self));
  self->store = store;
}

/* Takes all rows that are kept by their outcome. */
static GHashTable *
collect_rows (MlgOutcomeList *self)
{
  GHashTable *rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      gint64 id = mlg_outcome_row_get_id (MLG_OUTCOME_ROW (row));

      g_hash_table_insert (rows, g_memdup2 (&id, sizeof id), row);
    }
  return rows;
}

static void
remove_rows (MlgOutcomeList *self, GHashTable *rows)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_list_box_remove (self->list, row);
}

/* A row that is in its place already is not touched. */
static void
put_row (MlgOutcomeList *self, GtkWidget *row, int place)
{
  if (gtk_list_box_get_row_at_index (self->list, place) == GTK_LIST_BOX_ROW (row))
    return;
  g_object_ref_sink (row);
  if (gtk_widget_get_parent (row) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_list_box_insert (self->list, row, place);
  g_object_unref (row);
}

/**
 * mlg_outcome_list_show:
 * @entries: (nullable) (element-type MlgRegisterEntry): what is listed, in order
 * @with_meeting: whether rows name their meeting
 */
void
mlg_outcome_list_show (MlgOutcomeList *self, GPtrArray *entries, gboolean with_meeting)
{
  guint n = entries != NULL ? entries->len : 0;
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_return_if_fail (MLG_IS_OUTCOME_LIST (self));

  before = collect_rows (self);
  for (guint i = 0; i < n; i++)
    {
      const MlgRegisterEntry *entry = entries->pdata[i];
      gint64 id = mlg_record_get_id (entry->outcome);
      GtkWidget *row = g_hash_table_lookup (before, &id);

      g_hash_table_remove (before, &id);
      if (row == NULL)
        row = mlg_outcome_row_new (self->store);
      mlg_outcome_row_show (MLG_OUTCOME_ROW (row), entry, with_meeting);
      g_ptr_array_add (rows, row);
    }
  remove_rows (self, before);
  for (guint i = 0; i < n; i++)
    put_row (self, rows->pdata[i], (int) i);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

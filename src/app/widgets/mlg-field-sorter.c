/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-field-sorter.h"

/* The mark of a column by which a list can be sorted. Lists of records are sorted where they are
 * stored; a click on a heading only says how. GTK before 4.10 does not tell which column that is, but
 * it compares two things by it: so each sorter, when it is asked to compare, says which column it
 * belongs to, and the result says which way round. */
struct _MlgFieldSorter
{
  GtkSorter parent_instance;
  guint *asked; /* (unowned) where the sorter that is asked says its column */
  guint column;
};

G_DEFINE_FINAL_TYPE (MlgFieldSorter, mlg_field_sorter, GTK_TYPE_SORTER)

static GtkOrdering
compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  MlgFieldSorter *self = MLG_FIELD_SORTER (sorter);

  *self->asked = self->column;
  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
mlg_field_sorter_class_init (MlgFieldSorterClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = compare;
  GTK_SORTER_CLASS (klass)->get_order = get_order;
}

static void
mlg_field_sorter_init (MlgFieldSorter *self)
{
}

/**
 * mlg_field_sorter_new:
 * @asked: (transfer none): where it says @column; it must live as long as the column view
 * @column: a number for its column
 *
 * Returns: (transfer full):
 */
GtkSorter *
mlg_field_sorter_new (guint *asked, guint column)
{
  MlgFieldSorter *self = g_object_new (MLG_TYPE_FIELD_SORTER, NULL);

  self->asked = asked;
  self->column = column;
  return GTK_SORTER (self);
}

/**
 * mlg_field_sorter_ask:
 * @view: a view whose columns have such sorters
 * @asked: (out): the column by which the person sorts
 * @descending: (out): which way round
 *
 * Returns: whether the person chose a column
 */
gboolean
mlg_field_sorter_ask (GtkColumnView *view, guint *asked, gboolean *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  GtkOrdering order = gtk_sorter_compare (sorter, view, sorter);

  *descending = order == GTK_ORDERING_LARGER;
  return order != GTK_ORDERING_EQUAL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-column-set.h"

#include <glib/gi18n-lib.h>

#include "mlg-field-sorter.h"
#include "platform/mlg-style.h"
#include "store/mlg-query.h"

/* The columns of a list: which ones are shown and in what order, chosen by the person and remembered;
 * by which one the list is sorted. */
struct _MlgColumnSet
{
  GObject parent_instance;
  GtkColumnView *view;         /* (unowned) it holds the set */
  const MlgColumn *described;  /* (unowned) static */
  GPtrArray *columns;          /* (owned) of GtkColumnViewColumn, as described */
  GSimpleActionGroup *actions; /* (owned) one for each column that can be hidden */
  GMenu *menu;                 /* (owned) */
  GSettings *settings;         /* (owned) (nullable) */
  const char *key;             /* (unowned) static */
  guint asked;                 /* the column by which the person sorts */
  guint first;                 /* the column by which the list is sorted before they do */
};

G_DEFINE_FINAL_TYPE (MlgColumnSet, mlg_column_set, G_TYPE_OBJECT)

static guint sorted_signal;

/* A column and its set, for the cells that it makes. */
typedef struct
{
  const MlgColumn *column; /* (unowned) static */
  MlgStore *store;         /* (unowned) it outlives the view */
} Cells;

static void
cells_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Cells *cells = data;
  const MlgColumn *column = cells->column;

  gtk_list_item_set_child (
      item, column->make_cell != NULL
                ? column->make_cell (cells->store)
                : mlg_field_label_new (column->field, column->format, column->number));
}

static void
set_record (GtkListItem *item, const MlgColumn *column, MlgRecord *record)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (column->make_cell != NULL)
    column->set_record (cell, record);
  else
    mlg_field_label_set_record (MLG_FIELD_LABEL (cell), record);
}

/* The first column holds labels: a row is known by its first cell. */
static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Cells *cells = data;
  GtkWidget *cell = gtk_list_item_get_child (item);
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));

  set_record (item, cells->column, MLG_RECORD (gtk_list_item_get_item (item)));
  if (row != NULL && MLG_IS_FIELD_LABEL (cell) && cells->column->sort == MLG_QUERY_BY_NAME)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, cell,
                                    NULL, -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Cells *cells = data;

  set_record (item, cells->column, NULL);
}

static GtkColumnViewColumn *
make_column (MlgColumnSet *self, guint i, MlgStore *store)
{
  const MlgColumn *described = &self->described[i];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (described->title), factory);
  g_autoptr (GtkSorter) sorter = mlg_field_sorter_new (&self->asked, i);
  Cells *cells = g_new0 (Cells, 1);

  cells->column = described;
  cells->store = store;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), cells, cells_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), cells);
  if (described->sort != MLG_COLUMN_UNSORTED)
    gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (self->menu));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, described->width == 0);
  return column;
}

/* Larger text wants more room. */
static void
fit_widths (MlgColumnSet *self)
{
  double scale = mlg_style_get_text_scale (GTK_WIDGET (self->view));

  for (guint i = 0; i < self->columns->len; i++)
    if (self->described[i].width > 0)
      gtk_column_view_column_set_fixed_width (self->columns->pdata[i],
                                              (int) (self->described[i].width * scale));
}

/* The names of the columns that are shown, in their order. */
static void
save (MlgColumnSet *self)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
      guint described;

      if (g_ptr_array_find (self->columns, column, &described))
        g_strv_builder_add (builder, self->described[described].name);
    }
  names = g_strv_builder_end (builder);
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, self->key, (const char *const *) names);
}

static int
find (MlgColumnSet *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (self->described[i].name, name))
      return (int) i;
  return -1;
}

static gboolean
is_shown (MlgColumnSet *self, guint i)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  gboolean found = FALSE;

  for (guint j = 0; j < g_list_model_get_n_items (shown) && !found; j++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, j);

      found = column == self->columns->pdata[i];
    }
  return found;
}

/* A hidden column is taken out: one that is only invisible still makes its cells, and keeps its width
 * from the columns that expand. */
static void
show_column (MlgColumnSet *self, guint i, gboolean visible)
{
  GAction *action =
      g_action_map_lookup_action (G_ACTION_MAP (self->actions), self->described[i].name);

  if (visible && !is_shown (self, i))
    gtk_column_view_append_column (self->view, self->columns->pdata[i]);
  else if (!visible && is_shown (self, i))
    gtk_column_view_remove_column (self->view, self->columns->pdata[i]);
  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (visible));
}

static void
on_column_chosen (GSimpleAction *action, GVariant *value, MlgColumnSet *self)
{
  int i = find (self, g_action_get_name (G_ACTION (action)));

  show_column (self, (guint) i, g_variant_get_boolean (value));
  save (self);
}

/* The first column names the record: without it a row would say nothing. */
static void
offer_column (MlgColumnSet *self, guint i)
{
  const MlgColumn *described = &self->described[i];
  g_autofree char *detailed = g_strconcat ("columns.", described->name, NULL);
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
      described->name, NULL, g_variant_new_boolean (!described->hidden));

  g_signal_connect_object (action, "change-state", G_CALLBACK (on_column_chosen), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (self->menu, _ (described->title), detailed);
}

static void
on_sorter_changed (MlgColumnSet *self)
{
  g_signal_emit (self, sorted_signal, 0);
}

static void
mlg_column_set_finalize (GObject *object)
{
  MlgColumnSet *self = MLG_COLUMN_SET (object);

  g_ptr_array_unref (self->columns);
  g_object_unref (self->actions);
  g_object_unref (self->menu);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mlg_column_set_parent_class)->finalize (object);
}

static void
mlg_column_set_class_init (MlgColumnSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_column_set_finalize;

  /**
   * MlgColumnSet::sorted:
   *
   * The person wants another order: see mlg_column_set_get_sort().
   */
  sorted_signal = g_signal_new ("sorted", MLG_TYPE_COLUMN_SET, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_column_set_init (MlgColumnSet *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
}

static guint
find_first_sort (const MlgColumn *columns)
{
  for (guint i = 0; columns[i].name != NULL; i++)
    if (columns[i].latest_first)
      return i;
  return 0;
}

/**
 * mlg_column_set_new:
 * @view: (transfer none): a view without columns
 * @columns: static, ended by one without a name; the first one names the record and is always shown;
 *   the list is sorted by it at first, unless another is said to be
 * @store: (transfer none): what cells may read from; it must outlive the view
 *
 * Gives columns to a view.
 *
 * Returns: (transfer full): the columns; they must live as long as the view
 */
MlgColumnSet *
mlg_column_set_new (GtkColumnView *view, const MlgColumn *columns, MlgStore *store)
{
  MlgColumnSet *self = g_object_new (MLG_TYPE_COLUMN_SET, NULL);

  self->view = view;
  self->described = columns;
  for (guint i = 0; columns[i].name != NULL; i++)
    {
      if (i > 0)
        offer_column (self, i);
      g_ptr_array_add (self->columns, make_column (self, i, store));
      if (!columns[i].hidden)
        gtk_column_view_append_column (view, self->columns->pdata[i]);
    }
  fit_widths (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (view)), "notify::gtk-xft-dpi",
                           G_CALLBACK (fit_widths), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "columns", G_ACTION_GROUP (self->actions));
  self->first = find_first_sort (columns);
  gtk_column_view_sort_by_column (view, self->columns->pdata[self->first],
                                  columns[self->first].latest_first ? GTK_SORT_DESCENDING
                                                                    : GTK_SORT_ASCENDING);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/* Puts the columns as they were: those that are named, in their order; the others are hidden. */
static void
restore (MlgColumnSet *self, const char *const *names)
{
  for (guint i = 1; i < self->columns->len; i++)
    show_column (self, i, g_strv_contains (names, self->described[i].name));
  for (guint i = 0; names[i] != NULL; i++)
    {
      int column = find (self, names[i]);

      if (column >= 0)
        gtk_column_view_insert_column (self->view, i, self->columns->pdata[column]);
    }
}

/**
 * mlg_column_set_remember:
 * @settings: (transfer none): where the person's choice is kept
 * @key: static: the names of the columns that are shown, in order; empty for the choice of the program
 */
void
mlg_column_set_remember (MlgColumnSet *self, GSettings *settings, const char *key)
{
  g_auto (GStrv) names = g_settings_get_strv (settings, key);

  g_return_if_fail (MLG_IS_COLUMN_SET (self));

  if (*names != NULL)
    restore (self, (const char *const *) names);
  g_set_object (&self->settings, settings);
  self->key = key;
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed",
                           G_CALLBACK (save), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_column_set_get_menu:
 *
 * Returns: (transfer none): the choice of columns; its actions are those of the view
 */
GMenuModel *
mlg_column_set_get_menu (MlgColumnSet *self)
{
  g_return_val_if_fail (MLG_IS_COLUMN_SET (self), NULL);
  return G_MENU_MODEL (self->menu);
}

/**
 * mlg_column_set_get_actions:
 *
 * Returns: (transfer none): the actions of the menu, to be inserted as "columns" where it is shown
 */
GActionGroup *
mlg_column_set_get_actions (MlgColumnSet *self)
{
  g_return_val_if_fail (MLG_IS_COLUMN_SET (self), NULL);
  return G_ACTION_GROUP (self->actions);
}

/**
 * mlg_column_set_get_sort:
 * @descending: (out): which way round
 *
 * Returns: the column by which the person sorts
 */
const MlgColumn *
mlg_column_set_get_sort (MlgColumnSet *self, gboolean *descending)
{
  g_return_val_if_fail (MLG_IS_COLUMN_SET (self), NULL);
  if (!mlg_field_sorter_ask (self->view, &self->asked, descending))
    {
      self->asked = self->first;
      *descending = self->described[self->first].latest_first;
    }
  return &self->described[self->asked];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-row.h"

/* A record in two lines, where there is no room for columns: its name and what matters of it. */
struct _MlgRecordRow
{
  GtkWidget parent_instance;
  MlgRecord *record;           /* (owned) (nullable) */
  MlgRecordText make_subtitle; /* (nullable) */
  const MlgColumn *column;     /* (unowned) (nullable) static: what the second line shows instead */
  GtkWidget *cell;             /* (owned by the widget tree) (nullable) of @column */
  GtkLabel *title;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (MlgRecordRow, mlg_record_row, GTK_TYPE_WIDGET)

static void
update (MlgRecordRow *self)
{
  g_autofree char *title = self->record != NULL ? mlg_record_dup_name (self->record) : NULL;
  g_autofree char *subtitle = self->record != NULL && self->make_subtitle != NULL
                                  ? self->make_subtitle (self->record)
                                  : NULL;

  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_label_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
}

static void
show_in_cell (MlgRecordRow *self, MlgRecord *record)
{
  if (self->cell != NULL)
    self->column->set_record (self->cell, record);
}

static void
mlg_record_row_dispose (GObject *object)
{
  MlgRecordRow *self = MLG_RECORD_ROW (object);
  GtkWidget *child;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update, self);
  g_clear_object (&self->record);
  self->cell = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_record_row_parent_class)->dispose (object);
}

static void
mlg_record_row_class_init (MlgRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_record_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "recordrow");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-record-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgRecordRow, title);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordRow, subtitle);
}

static void
mlg_record_row_init (MlgRecordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * mlg_record_row_new:
 * @subtitle: (nullable): what the second line says
 *
 * Returns: (transfer floating):
 */
GtkWidget *
mlg_record_row_new (MlgRecordText subtitle)
{
  MlgRecordRow *self = g_object_new (MLG_TYPE_RECORD_ROW, NULL);

  self->make_subtitle = subtitle;
  return GTK_WIDGET (self);
}

/* A second line that is a cell of a list, as small as the line it takes the place of. */
static GtkWidget *
new_with_cell (const MlgColumn *column, MlgStore *store)
{
  MlgRecordRow *self = g_object_new (MLG_TYPE_RECORD_ROW, NULL);

  self->column = column;
  self->cell = column->make_cell (store);
  gtk_widget_add_css_class (self->cell, "dim-label");
  gtk_widget_add_css_class (self->cell, "caption");
  gtk_widget_set_parent (self->cell, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), FALSE);
  return GTK_WIDGET (self);
}

/**
 * mlg_record_row_set_record:
 * @record: (nullable) (transfer none): what is shown, and followed
 */
void
mlg_record_row_set_record (MlgRecordRow *self, MlgRecord *record)
{
  g_return_if_fail (MLG_IS_RECORD_ROW (self));

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_object (record, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  show_in_cell (self, record);
  update (self);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, mlg_record_row_new ((MlgRecordText) data));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  MlgRecordRow *self = MLG_RECORD_ROW (gtk_list_item_get_child (item));
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  mlg_record_row_set_record (self, MLG_RECORD (gtk_list_item_get_item (item)));
  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    self->title, NULL, -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  mlg_record_row_set_record (MLG_RECORD_ROW (gtk_list_item_get_child (item)), NULL);
}

/**
 * mlg_record_row_make_factory:
 * @subtitle: (nullable): what the second line says
 *
 * Returns: (transfer full): what makes such rows for a list of records
 */
GtkListItemFactory *
mlg_record_row_make_factory (MlgRecordText subtitle)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) subtitle);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}

typedef struct
{
  const MlgColumn *column; /* (unowned) static */
  MlgStore *store;         /* (unowned) it outlives the list */
} Cells;

static void
cells_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_cell_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Cells *cells = data;

  gtk_list_item_set_child (item, new_with_cell (cells->column, cells->store));
}

/**
 * mlg_record_row_make_cell_factory:
 * @column: static: a column that makes its cells itself, one of which is the second line of each row
 * @store: (transfer none): what cells may read from; it must outlive the list
 *
 * Returns: (transfer full): what makes such rows for a list of records
 */
GtkListItemFactory *
mlg_record_row_make_cell_factory (const MlgColumn *column, MlgStore *store)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cells *cells = g_new0 (Cells, 1);

  cells->column = column;
  cells->store = store;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_cell_setup), cells, cells_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}

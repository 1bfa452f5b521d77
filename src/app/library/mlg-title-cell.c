/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-title-cell.h"

#include "mlg-library-view.h"

/* The title of a record of the library and, while one looks for words, the passage where they stand. */
struct _MlgTitleCell
{
  GtkWidget parent_instance;
  MlgRecord *record;    /* (owned) (nullable) */
  MlgLibraryView *view; /* (unowned) (nullable) whose passages are followed */
  GtkWidget *title;     /* (owned by the widget tree) */
  GtkWidget *passage;   /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (MlgTitleCell, mlg_title_cell, GTK_TYPE_WIDGET)

static void
update (MlgTitleCell *self)
{
  g_autofree char *title = self->record != NULL ? mlg_record_dup_name (self->record) : NULL;
  g_autofree char *passage =
      self->record != NULL && self->view != NULL
          ? mlg_library_view_dup_passage (self->view, mlg_record_get_id (self->record))
          : NULL;

  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_label_set_markup (GTK_LABEL (self->passage), passage != NULL ? passage : "");
  gtk_widget_set_visible (self->passage, passage != NULL && *passage != '\0');
}

static void
mlg_title_cell_map (GtkWidget *widget)
{
  MlgTitleCell *self = MLG_TITLE_CELL (widget);

  GTK_WIDGET_CLASS (mlg_title_cell_parent_class)->map (widget);
  if (self->view != NULL)
    return;
  self->view = MLG_LIBRARY_VIEW (gtk_widget_get_ancestor (widget, MLG_TYPE_LIBRARY_VIEW));
  if (self->view == NULL)
    return;
  g_signal_connect_object (self->view, "passages-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
mlg_title_cell_dispose (GObject *object)
{
  MlgTitleCell *self = MLG_TITLE_CELL (object);
  GtkWidget *child;

  mlg_title_cell_set_record (GTK_WIDGET (self), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_title_cell_parent_class)->dispose (object);
}

static void
mlg_title_cell_class_init (MlgTitleCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_title_cell_dispose;
  GTK_WIDGET_CLASS (klass)->map = mlg_title_cell_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_label (MlgTitleCell *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
mlg_title_cell_init (MlgTitleCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->title = add_label (self);
  self->passage = add_label (self);
  gtk_label_set_wrap (GTK_LABEL (self->passage), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->passage), 2);
  gtk_widget_add_css_class (self->passage, "caption");
  gtk_widget_add_css_class (self->passage, "dim-label");
  gtk_widget_set_visible (self->passage, FALSE);
}

/**
 * mlg_title_cell_make:
 * @store: not looked at
 *
 * Returns: (transfer floating): see #MlgColumn
 */
GtkWidget *
mlg_title_cell_make (MlgStore *store)
{
  return g_object_new (MLG_TYPE_TITLE_CELL, NULL);
}

/**
 * mlg_title_cell_set_record:
 * @cell: a #MlgTitleCell
 * @record: (nullable) (transfer none): what is shown, and followed
 */
void
mlg_title_cell_set_record (GtkWidget *cell, MlgRecord *record)
{
  MlgTitleCell *self = MLG_TITLE_CELL (cell);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update, self);
  g_set_object (&self->record, record);
  if (record == NULL)
    return;
  g_signal_connect_object (record, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outline-label.h"

#include "mlg-tender-passage.h"

/* A part of the outline that is dragged is dropped at another. */
static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  return gdk_content_provider_new_typed (MLG_TYPE_TENDER_PASSAGE, gtk_list_item_get_item (item));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkListItem *item)
{
  const MlgReadingItem *from = mlg_tender_passage_get (g_value_get_object (value));
  const MlgReadingItem *to = mlg_tender_passage_get (gtk_list_item_get_item (item));

  if (from == to)
    return FALSE;
  return gtk_widget_activate_action (gtk_list_item_get_child (item), "tender.drop", "(isis)",
                                     from->line, from->title, to->line, to->title);
}

static void
make_draggable (GtkWidget *label, GtkListItem *item)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (MLG_TYPE_TENDER_PASSAGE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), item);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), item);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (target));
}

static void
on_outline_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  make_draggable (label, item);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_outline_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const MlgReadingItem *passage = mlg_tender_passage_get (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  gboolean piece = passage->kind == MLG_READING_PIECE;
  guint level = passage->level + (passage->kind == MLG_READING_CLAUSE);

  gtk_label_set_text (GTK_LABEL (label), passage->title);
  gtk_widget_set_tooltip_text (label, passage->title);
  gtk_widget_set_margin_start (label, piece ? 0 : (int) MIN (level, 4) * 9);
  if (piece)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
  gtk_widget_set_opacity (label, passage->left_out ? 0.5 : 1);
}

/**
 * mlg_outline_label_make_factory:
 *
 * Returns: (transfer full): shows each #MlgTenderPassage of an outline by its title, which can be dragged
 */
GtkListItemFactory *
mlg_outline_label_make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_outline_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_outline_bind), NULL);
  return factory;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-rich-view.h"

#define GAP 8 /* pixels between a bullet or number and its words */

/* A text view that draws what a buffer of GTK cannot hold: the bullets and numbers of lists. */
struct _MlgRichView
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgRichView, mlg_rich_view, GTK_TYPE_TEXT_VIEW)

static void
draw_marker (MlgRichView *self, GtkSnapshot *snapshot, const GtkTextIter *iter)
{
  guint line = (guint) gtk_text_iter_get_line (iter);
  g_autofree char *marker = mlg_rich_buffer_dup_marker (mlg_rich_view_get_buffer (self), line);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRectangle place;
  GdkRGBA color;
  int width = 0;

  if (marker == NULL)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), marker);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &place);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (place.x - width - GAP), (float) place.y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
mlg_rich_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  GdkRectangle seen;
  GtkTextIter iter;

  if (layer != GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    return;
  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &iter, seen.y, NULL);
  do
    {
      int y = 0, height = 0;

      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (y > seen.y + seen.height)
        break;
      draw_marker (MLG_RICH_VIEW (view), snapshot, &iter);
    }
  while (gtk_text_iter_forward_line (&iter));
}

static void
activate_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_rich_buffer_undo (mlg_rich_view_get_buffer (MLG_RICH_VIEW (widget)));
}

static void
activate_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_rich_buffer_redo (mlg_rich_view_get_buffer (MLG_RICH_VIEW (widget)));
}

/* Tab changes the level of items of a list; elsewhere it leads on, as in any form. */
static gboolean
change_level (GtkWidget *widget, GVariant *args, gpointer data)
{
  int by = 0;

  g_variant_get (args, "(i)", &by);
  if (!mlg_rich_buffer_change_level (mlg_rich_view_get_buffer (MLG_RICH_VIEW (widget)), by))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (widget)),
                            by > 0 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  return TRUE;
}

static GtkTextBuffer *
mlg_rich_view_create_buffer (GtkTextView *view)
{
  return g_object_new (MLG_TYPE_RICH_BUFFER, NULL);
}

static void
mlg_rich_view_class_init (MlgRichViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  view_class->snapshot_layer = mlg_rich_view_snapshot_layer;
  view_class->create_buffer = mlg_rich_view_create_buffer;
  gtk_widget_class_install_action (widget_class, "text.undo", NULL, activate_undo);
  gtk_widget_class_install_action (widget_class, "text.redo", NULL, activate_redo);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, change_level, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, change_level,
                                "(i)", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "text.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "text.redo", NULL);
}

static void
mlg_rich_view_init (MlgRichView *self)
{
}

/** mlg_rich_view_get_buffer: */
MlgRichBuffer *
mlg_rich_view_get_buffer (MlgRichView *self)
{
  return MLG_RICH_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
}

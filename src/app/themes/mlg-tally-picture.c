/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-picture.h"

#include <math.h>

#include "platform/mlg-style.h"
#include "themes/mlg-tally-drawing.h"

/* A picture of a count, in the colours and at the size of text of the screen. */
struct _MlgTallyPicture
{
  GtkWidget parent_instance;
  MlgTallyReading *reading; /* (owned) (nullable) */
  gboolean pairs;
};

G_DEFINE_FINAL_TYPE (MlgTallyPicture, mlg_tally_picture, GTK_TYPE_WIDGET)

#define LEAST_WIDTH 260

static double
find_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font)
             ? size
             : size * pango_cairo_context_get_resolution (context) / 72;
}

static void
copy_color (double *to, GdkRGBA color)
{
  to[0] = (double) color.red;
  to[1] = (double) color.green;
  to[2] = (double) color.blue;
}

static void
mlg_tally_picture_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  MlgTallyPicture *self = MLG_TALLY_PICTURE (widget);
  double width = LEAST_WIDTH;
  double height = 0;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (self->reading == NULL)
    return;
  if (self->pairs)
    mlg_tally_measure_pairs (self->reading->tally, find_size (widget), &width, &height);
  else
    mlg_tally_measure_bars (self->reading->tally, find_size (widget), &height);
  *minimum = *natural = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
}

static void
mlg_tally_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MlgTallyPicture *self = MLG_TALLY_PICTURE (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  MlgTallyInk ink = { .size = find_size (widget) };

  copy_color (ink.text, mlg_style_get_color (widget, "window_fg_color"));
  copy_color (ink.accent, mlg_style_get_color (widget, "accent_bg_color"));
  if (self->pairs)
    mlg_tally_draw_pairs (self->reading->tally, cr, &ink);
  else
    mlg_tally_draw_bars (self->reading->tally, mlg_tally_find_drawn_method (self->reading->tally),
                         cr, (double) width, &ink);
  cairo_destroy (cr);
}

static void
mlg_tally_picture_dispose (GObject *object)
{
  g_clear_pointer (&MLG_TALLY_PICTURE (object)->reading, mlg_tally_reading_unref);
  G_OBJECT_CLASS (mlg_tally_picture_parent_class)->dispose (object);
}

static void
mlg_tally_picture_class_init (MlgTallyPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_tally_picture_dispose;
  widget_class->measure = mlg_tally_picture_measure;
  widget_class->snapshot = mlg_tally_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mlg_tally_picture_init (MlgTallyPicture *self)
{
}

/**
 * mlg_tally_picture_new:
 * @reading: (transfer none): a count
 * @pairs: whether the table of pairs is drawn, and not the bars
 *
 * Returns: (transfer floating): a picture
 */
GtkWidget *
mlg_tally_picture_new (MlgTallyReading *reading, gboolean pairs)
{
  MlgTallyPicture *self = g_object_new (MLG_TYPE_TALLY_PICTURE, NULL);

  self->reading = mlg_tally_reading_ref (reading);
  self->pairs = pairs;
  return GTK_WIDGET (self);
}

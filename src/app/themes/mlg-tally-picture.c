/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-picture.h"

#include <math.h>

#include "platform/mlg-style.h"
#include "themes/mlg-tally-group-chart.h"

/* A picture of a count, in the colours and at the size of text of the screen. */
struct _MlgTallyPicture
{
  GtkWidget parent_instance;
  MlgTallyReading *reading; /* (owned) (nullable) */
  MlgTallyPictureKind kind;
  GPtrArray
      *groups; /* (owned) (nullable) (element-type MlgTallyGroup) of @reading: those of one split */
};

G_DEFINE_FINAL_TYPE (MlgTallyPicture, mlg_tally_picture, GTK_TYPE_WIDGET)

#define LEAST_WIDTH 260
#define FAINT       0.4 /* how much of the accent remains; words are read on it */

/* How many times larger than in the chart's own units the text of the screen is. */
static double
find_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return size / MLG_TALLY_CHART_TEXT;
}

static void
mix_color (double *to, GdkRGBA color, GdkRGBA behind, double part)
{
  to[0] = (double) color.red * part + (double) behind.red * (1 - part);
  to[1] = (double) color.green * part + (double) behind.green * (1 - part);
  to[2] = (double) color.blue * part + (double) behind.blue * (1 - part);
}

static MlgTallyColours
find_colours (GtkWidget *widget)
{
  GdkRGBA accent = mlg_style_get_color (widget, "accent_bg_color");
  GdkRGBA behind = mlg_style_get_color (widget, "window_bg_color");
  GdkRGBA words = mlg_style_get_color (widget, "window_fg_color");
  MlgTallyColours colours;

  mix_color (colours.ink, words, behind, (double) words.alpha);
  mix_color (colours.paper, behind, behind, 1);
  mix_color (colours.bar, accent, behind, 1);
  mix_color (colours.faint, accent, behind, FAINT);
  return colours;
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
  double scale = find_scale (widget);
  double width = for_size > 0 ? for_size / scale : LEAST_WIDTH / scale;
  double height = 0;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (self->reading == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    width = LEAST_WIDTH / scale;
  if (self->kind == MLG_TALLY_PICTURE_PAIRS)
    mlg_tally_matrix_measure (self->reading->tally, &width, &height);
  else if (self->kind == MLG_TALLY_PICTURE_GROUPS)
    height = mlg_tally_group_chart_get_height (
        &(MlgTallyGroupChart){ self->reading->tally, self->groups }, width);
  else
    height = mlg_tally_chart_get_height (self->reading->tally);
  *minimum = *natural =
      (int) ceil (scale * (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height));
}

static void
draw (MlgTallyPicture *self, double width, cairo_t *cairo)
{
  const MlgTally *tally = self->reading->tally;
  MlgTallyColours colours = find_colours (GTK_WIDGET (self));
  double least = 0;
  double height = 0;

  switch (self->kind)
    {
    case MLG_TALLY_PICTURE_BARS:
      mlg_tally_chart_draw (tally, mlg_tally_chart_choose_method (tally), &colours, width, cairo);
      break;
    case MLG_TALLY_PICTURE_PAIRS:
      mlg_tally_matrix_measure (tally, &least, &height);
      mlg_tally_matrix_draw (tally, &colours, least, height, cairo);
      break;
    case MLG_TALLY_PICTURE_GROUPS:
      mlg_tally_group_chart_draw (&(MlgTallyGroupChart){ tally, self->groups }, &colours, width,
                                  cairo);
      break;
    }
}

static void
mlg_tally_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  double scale = find_scale (widget);
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cairo, scale, scale);
  draw (MLG_TALLY_PICTURE (widget), (double) width / scale, cairo);
  cairo_destroy (cairo);
}

static void
mlg_tally_picture_dispose (GObject *object)
{
  MlgTallyPicture *self = MLG_TALLY_PICTURE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->reading, mlg_tally_reading_unref);
  G_OBJECT_CLASS (mlg_tally_picture_parent_class)->dispose (object);
}

/* Groups that do not hold beside each other go on below. */
static GtkSizeRequestMode
mlg_tally_picture_get_request_mode (GtkWidget *widget)
{
  return MLG_TALLY_PICTURE (widget)->kind == MLG_TALLY_PICTURE_GROUPS
             ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
             : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
mlg_tally_picture_class_init (MlgTallyPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_tally_picture_dispose;
  widget_class->get_request_mode = mlg_tally_picture_get_request_mode;
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
 * @kind: the bars, or the table of pairs
 *
 * Returns: (transfer floating): a picture
 */
GtkWidget *
mlg_tally_picture_new (MlgTallyReading *reading, MlgTallyPictureKind kind)
{
  MlgTallyPicture *self = g_object_new (MLG_TYPE_TALLY_PICTURE, NULL);

  self->reading = mlg_tally_reading_ref (reading);
  self->kind = kind;
  return GTK_WIDGET (self);
}

/**
 * mlg_tally_picture_new_groups:
 * @reading: (transfer none): a count with groups
 *
 * Returns: (transfer floating): a picture of the groups of one split beside each other
 */
GtkWidget *
mlg_tally_picture_new_groups (MlgTallyReading *reading, MlgBallotSplit split)
{
  GtkWidget *picture = mlg_tally_picture_new (reading, MLG_TALLY_PICTURE_GROUPS);

  MLG_TALLY_PICTURE (picture)->groups = mlg_tally_pick_split (reading->groups, split);
  return picture;
}

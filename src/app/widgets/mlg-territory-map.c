/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-territory-map.h"

#include <math.h>

#include "mlg-departement-shape.h"
#include "platform/mlg-style.h"

/* A map of the départements, each with how many there are of something: the more, the stronger its
 * colour, and the number is written on it. It only shows: who cannot see it reads the list beside it, so it
 * takes no focus. */
struct _MlgTerritoryMap
{
  GtkWidget parent_instance;
  GPtrArray *shapes;     /* (owned) of MlgDepartementShape */
  GHashTable *places;    /* (owned) code → Place */
  GHashTable *perimeter; /* (owned) set of codes */
  guint most;            /* the largest number */
  gboolean whole;        /* all of France, or only where there is something and the perimeter */
  const char *pointed;   /* (unowned) (nullable) the code under the pointer */
};

typedef struct
{
  guint n;
  char *words; /* (owned) */
} Place;

G_DEFINE_FINAL_TYPE (MlgTerritoryMap, mlg_territory_map, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_WHOLE = 1,
} MlgTerritoryMapProperty;

static GParamSpec *properties[PROP_WHOLE + 1];
static guint activated_signal;

/* From the units of the outlines to the pixels of the widget. */
typedef struct
{
  float scale, x, y;
} View;

#define MARGIN 8.0f /* pixels around the map */

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->words);
  g_free (place);
}

static gboolean
is_concerned (MlgTerritoryMap *self, const MlgDepartementShape *shape)
{
  Place *place = g_hash_table_lookup (self->places, shape->code);

  return (place != NULL && place->n > 0) || g_hash_table_contains (self->perimeter, shape->code);
}

static gboolean
is_drawn (MlgTerritoryMap *self, const MlgDepartementShape *shape)
{
  return shape->is_departement || is_concerned (self, shape);
}

static gboolean
is_framed (MlgTerritoryMap *self, const MlgDepartementShape *shape)
{
  return self->whole ? is_drawn (self, shape) : is_concerned (self, shape);
}

/* The rectangle around what matters, or around all of France while nothing does. */
static graphene_rect_t
get_region (MlgTerritoryMap *self)
{
  graphene_rect_t region = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  gboolean any = FALSE;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const MlgDepartementShape *shape = self->shapes->pdata[i];

      if (!is_framed (self, shape))
        continue;
      if (any)
        graphene_rect_union (&region, &shape->bounds, &region);
      else
        region = shape->bounds;
      any = TRUE;
    }
  for (guint i = 0; !any && i < self->shapes->len; i++)
    graphene_rect_union (&region, &((MlgDepartementShape *) self->shapes->pdata[i])->bounds,
                         &region);
  return region;
}

static View
get_view (MlgTerritoryMap *self)
{
  graphene_rect_t region = get_region (self);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;
  float scale = MIN (width / region.size.width, height / region.size.height);
  View view;

  view.scale = MAX (scale, 0.001f);
  view.x = MARGIN + (width - region.size.width * scale) / 2 - region.origin.x * scale;
  view.y = MARGIN + (height - region.size.height * scale) / 2 - region.origin.y * scale;
  return view;
}

static double
get_strength (MlgTerritoryMap *self, guint n)
{
  return n == 0 ? 0 : 0.25 + 0.75 * sqrt ((double) n / self->most);
}

static void
set_source (cairo_t *cr, GdkRGBA color, double alpha)
{
  cairo_set_source_rgba (cr, (double) color.red, (double) color.green, (double) color.blue,
                         (double) color.alpha * alpha);
}

static void
draw_shape (MlgTerritoryMap *self, const MlgDepartementShape *shape, cairo_t *cr, View view)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Place *place = g_hash_table_lookup (self->places, shape->code);
  gboolean inside = g_hash_table_contains (self->perimeter, shape->code);
  GdkRGBA text = mlg_style_get_color (widget, "window_fg_color");
  GdkRGBA accent = mlg_style_get_color (widget, "accent_bg_color");

  if (!is_drawn (self, shape))
    return;
  mlg_departement_shape_trace (shape, cr);
  if (place != NULL && place->n > 0)
    set_source (cr, accent, get_strength (self, place->n));
  else
    set_source (cr, text, inside ? 0.16 : 0.07);
  cairo_fill_preserve (cr);
  set_source (cr, mlg_style_get_color (widget, "window_bg_color"), 1);
  cairo_set_line_width (cr, 1.5 / (double) view.scale);
  cairo_stroke (cr);
}

/* An outline over the neighbours' lines: the perimeter, and what is under the pointer. */
static void
outline_shape (MlgTerritoryMap *self, const MlgDepartementShape *shape, cairo_t *cr, View view)
{
  gboolean pointed = g_strcmp0 (self->pointed, shape->code) == 0;

  if (!pointed)
    return;
  mlg_departement_shape_trace (shape, cr);
  set_source (cr, mlg_style_get_color (GTK_WIDGET (self), "window_fg_color"), 0.9);
  cairo_set_line_width (cr, 2 / (double) view.scale);
  cairo_stroke (cr);
}

/* White or black, whichever is read better on what lies below. */
static GdkRGBA
get_ink (MlgTerritoryMap *self, guint n)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return mlg_style_get_color (widget, get_strength (self, n) > 0.75 ? "accent_fg_color"
                                                                    : "window_fg_color");
}

/* What is written on a département: how many, or the code of a square where there are none. */
static char *
dup_text (const MlgDepartementShape *shape, guint n)
{
  if (n > 0)
    return g_strdup_printf ("%'u", n);
  return shape->is_square ? g_strdup (shape->code) : NULL;
}

static void
snapshot_text (MlgTerritoryMap *self,
               const MlgDepartementShape *shape,
               GtkSnapshot *snapshot,
               View view)
{
  Place *place = g_hash_table_lookup (self->places, shape->code);
  guint n = place != NULL ? place->n : 0;
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = dup_text (shape, n);
  GdkRGBA ink = get_ink (self, n);
  int width, height;

  if (text == NULL || !is_drawn (self, shape))
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_get_pixel_size (layout, &width, &height);
  /* Around Paris there is no room for numbers on a map of France; its list has them. */
  if ((float) width > shape->bounds.size.width * view.scale * 0.9f)
    return;
  ink.alpha *= n > 0 ? 1.0f : 0.55f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (view.x + shape->center.x * view.scale - (float) width / 2,
                                      view.y + shape->center.y * view.scale - (float) height / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
mlg_territory_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MlgTerritoryMap *self = MLG_TERRITORY_MAP (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  View view = get_view (self);
  cairo_t *cr;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, (double) view.x, (double) view.y);
  cairo_scale (cr, (double) view.scale, (double) view.scale);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->shapes->len; i++)
    draw_shape (self, self->shapes->pdata[i], cr, view);
  for (guint i = 0; i < self->shapes->len; i++)
    outline_shape (self, self->shapes->pdata[i], cr, view);
  cairo_destroy (cr);
  for (guint i = 0; i < self->shapes->len; i++)
    snapshot_text (self, self->shapes->pdata[i], snapshot, view);
  gtk_snapshot_pop (snapshot);
}

static void
mlg_territory_map_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = 200;
  *natural = 420;
}

static const MlgDepartementShape *
pick (MlgTerritoryMap *self, double x, double y)
{
  View view = get_view (self);
  float map_x = ((float) x - view.x) / view.scale;
  float map_y = ((float) y - view.y) / view.scale;

  for (guint i = 0; i < self->shapes->len; i++)
    if (mlg_departement_shape_contains (self->shapes->pdata[i], map_x, map_y))
      return self->shapes->pdata[i];
  return NULL;
}

static void
set_pointed (MlgTerritoryMap *self, const char *code)
{
  if (self->pointed == code)
    return;
  self->pointed = code;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (MlgTerritoryMap *self, double x, double y)
{
  const MlgDepartementShape *shape = pick (self, x, y);

  set_pointed (self, shape != NULL ? shape->code : NULL);
}

static void
on_leave (MlgTerritoryMap *self)
{
  set_pointed (self, NULL);
}

static void
on_released (MlgTerritoryMap *self, int n_press, double x, double y)
{
  const MlgDepartementShape *shape = pick (self, x, y);

  if (shape != NULL)
    g_signal_emit (self, activated_signal, 0, shape->code);
}

static gboolean
mlg_territory_map_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  MlgTerritoryMap *self = MLG_TERRITORY_MAP (widget);
  const MlgDepartementShape *shape = pick (self, x, y);
  Place *place = shape != NULL ? g_hash_table_lookup (self->places, shape->code) : NULL;

  if (place == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, place->words);
  return TRUE;
}

static void
mlg_territory_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((MlgTerritoryMapProperty) id)
    {
    case PROP_WHOLE:
      g_value_set_boolean (value, MLG_TERRITORY_MAP (object)->whole);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_territory_map_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((MlgTerritoryMapProperty) id)
    {
    case PROP_WHOLE:
      mlg_territory_map_show_whole (MLG_TERRITORY_MAP (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_territory_map_finalize (GObject *object)
{
  MlgTerritoryMap *self = MLG_TERRITORY_MAP (object);

  g_ptr_array_unref (self->shapes);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->perimeter);
  G_OBJECT_CLASS (mlg_territory_map_parent_class)->finalize (object);
}

static void
mlg_territory_map_class_init (MlgTerritoryMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mlg_territory_map_get_property;
  object_class->set_property = mlg_territory_map_set_property;
  object_class->finalize = mlg_territory_map_finalize;
  widget_class->measure = mlg_territory_map_measure;
  widget_class->snapshot = mlg_territory_map_snapshot;
  widget_class->query_tooltip = mlg_territory_map_query_tooltip;
  properties[PROP_WHOLE] =
      g_param_spec_boolean ("whole", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "territorymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  /**
   * MlgTerritoryMap::activated:
   * @code: the code of a département
   *
   * The person has pressed on a département.
   */
  activated_signal =
      g_signal_new ("activated", MLG_TYPE_TERRITORY_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    g_cclosure_marshal_VOID__STRING, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mlg_territory_map_init (MlgTerritoryMap *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->shapes = mlg_departement_shapes_load ();
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  self->perimeter = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * mlg_territory_map_clear:
 *
 * Forgets all numbers.
 */
void
mlg_territory_map_clear (MlgTerritoryMap *self)
{
  g_return_if_fail (MLG_IS_TERRITORY_MAP (self));

  g_hash_table_remove_all (self->places);
  self->most = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mlg_territory_map_add:
 * @code: a département: "59", "2A", "974"
 * @n: how many there are there
 * @words: what the tooltip says of it, translated
 */
void
mlg_territory_map_add (MlgTerritoryMap *self, const char *code, guint n, const char *words)
{
  Place *place;

  g_return_if_fail (MLG_IS_TERRITORY_MAP (self));
  g_return_if_fail (code != NULL);

  place = g_new0 (Place, 1);
  place->n = n;
  place->words = g_strdup (words);
  g_hash_table_replace (self->places, g_strdup (code), place);
  self->most = MAX (self->most, n);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mlg_territory_map_set_perimeter:
 * @codes: (nullable): the départements of the network's perimeter, ended by %NULL
 */
void
mlg_territory_map_set_perimeter (MlgTerritoryMap *self, const char *const *codes)
{
  g_return_if_fail (MLG_IS_TERRITORY_MAP (self));

  g_hash_table_remove_all (self->perimeter);
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_hash_table_add (self->perimeter, g_strdup (codes[i]));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mlg_territory_map_shows_whole:
 *
 * Returns: whether all of France is shown
 */
gboolean
mlg_territory_map_shows_whole (MlgTerritoryMap *self)
{
  g_return_val_if_fail (MLG_IS_TERRITORY_MAP (self), FALSE);
  return self->whole;
}

/**
 * mlg_territory_map_show_whole:
 * @whole: %TRUE for all of France, %FALSE for the perimeter and where there is something
 */
void
mlg_territory_map_show_whole (MlgTerritoryMap *self, gboolean whole)
{
  g_return_if_fail (MLG_IS_TERRITORY_MAP (self));

  if (self->whole == whole)
    return;
  self->whole = whole;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOLE]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-departement-shape.h"

#include <math.h>

#define RESOURCE "/org/maillage/widgets/departements-map.tsv"

/* Overseas has no outline in the drawing: squares below the mainland, départements first. */
static const char *const overseas[] = {
  "971", "972", "973", "974", "976", "975", "977", "978", "984", "986", "987", "988", "989",
};
#define DEPARTEMENTS 5 /* of them; the others are collectivities */
#define SQUARE       300.0f
#define GAP          60.0f
#define LEFT         0.0f
#define TOP          5500.0f

static void
shape_free (gpointer data)
{
  MlgDepartementShape *shape = data;

  g_free (shape->code);
  g_ptr_array_unref (shape->rings);
  g_free (shape);
}

static MlgDepartementShape *
shape_new (const char *code)
{
  MlgDepartementShape *shape = g_new0 (MlgDepartementShape, 1);

  shape->code = g_strdup (code);
  shape->rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return shape;
}

static const graphene_point_t *
get_point (GArray *ring, guint i)
{
  return &g_array_index (ring, graphene_point_t, i % ring->len);
}

/* The area and the centre of gravity of a polygon, by the shoelace formula. */
static float
measure_ring (GArray *ring, graphene_point_t *center)
{
  float area = 0, x = 0, y = 0;

  for (guint i = 0; i < ring->len; i++)
    {
      const graphene_point_t *a = get_point (ring, i);
      const graphene_point_t *b = get_point (ring, i + 1);
      float cross = a->x * b->y - b->x * a->y;

      area += cross;
      x += (a->x + b->x) * cross;
      y += (a->y + b->y) * cross;
    }
  *center = area < 0 || area > 0 ? GRAPHENE_POINT_INIT (x / (3 * area), y / (3 * area))
                                 : *get_point (ring, 0);
  return fabsf (area / 2);
}

static void
measure (MlgDepartementShape *shape)
{
  float largest = -1, left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < shape->rings->len; i++)
    {
      GArray *ring = shape->rings->pdata[i];
      graphene_point_t center;
      float area = measure_ring (ring, &center);

      if (area > largest)
        {
          largest = area;
          shape->center = center;
        }
      for (guint j = 0; j < ring->len; j++)
        {
          const graphene_point_t *point = get_point (ring, j);

          left = MIN (left, point->x);
          right = MAX (right, point->x);
          top = MIN (top, point->y);
          bottom = MAX (bottom, point->y);
        }
    }
  graphene_rect_init (&shape->bounds, left, top, right - left, bottom - top);
}

/* "4137,3084 4204,2878 …" */
static GArray *
read_ring (const char *text)
{
  GArray *ring = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
  const char *at = text;

  while (*at != '\0')
    {
      char *end;
      graphene_point_t point;

      point.x = (float) g_ascii_strtoll (at, &end, 10);
      g_assert (*end == ',');
      point.y = (float) g_ascii_strtoll (end + 1, &end, 10);
      g_array_append_val (ring, point);
      at = *end == ' ' ? end + 1 : end;
    }
  return ring;
}

static MlgDepartementShape *
read_shape (char *line)
{
  char *tab = strchr (line, '\t');
  g_auto (GStrv) rings = NULL;
  MlgDepartementShape *shape;

  g_assert (tab != NULL);
  *tab = '\0';
  shape = shape_new (line);
  rings = g_strsplit (tab + 1, ";", -1);
  for (guint i = 0; rings[i] != NULL; i++)
    g_ptr_array_add (shape->rings, read_ring (rings[i]));
  shape->is_departement = TRUE;
  measure (shape);
  return shape;
}

static MlgDepartementShape *
make_square (guint i)
{
  MlgDepartementShape *shape = shape_new (overseas[i]);
  GArray *ring = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
  float left = LEFT + (float) i * (SQUARE + GAP);
  const graphene_point_t points[] = {
    { left, TOP },
    { left + SQUARE, TOP },
    { left + SQUARE, TOP + SQUARE },
    { left, TOP + SQUARE },
  };

  g_array_append_vals (ring, points, G_N_ELEMENTS (points));
  g_ptr_array_add (shape->rings, ring);
  shape->is_square = TRUE;
  shape->is_departement = i < DEPARTEMENTS;
  measure (shape);
  return shape;
}

/**
 * mlg_departement_shapes_load:
 *
 * Returns: (transfer full) (element-type MlgDepartementShape): the 101 départements and the
 *   collectivities overseas
 */
GPtrArray *
mlg_departement_shapes_load (void)
{
  GPtrArray *shapes = g_ptr_array_new_with_free_func (shape_free);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, 0, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert (bytes != NULL); /* our own file, in the program */
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (shapes, read_shape (lines[i]));
  for (guint i = 0; i < G_N_ELEMENTS (overseas); i++)
    g_ptr_array_add (shapes, make_square (i));
  return shapes;
}

/**
 * mlg_departement_shape_trace:
 *
 * Makes the outline the current path of @cr.
 */
void
mlg_departement_shape_trace (const MlgDepartementShape *shape, cairo_t *cr)
{
  cairo_new_path (cr);
  for (guint i = 0; i < shape->rings->len; i++)
    {
      GArray *ring = shape->rings->pdata[i];

      cairo_new_sub_path (cr);
      for (guint j = 0; j < ring->len; j++)
        cairo_line_to (cr, (double) get_point (ring, j)->x, (double) get_point (ring, j)->y);
      cairo_close_path (cr);
    }
}

/* Whether a ray to the right of the point crosses the ring an odd number of times. */
static gboolean
ring_contains (GArray *ring, float x, float y)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < ring->len; i++)
    {
      const graphene_point_t *a = get_point (ring, i);
      const graphene_point_t *b = get_point (ring, i + 1);

      if ((a->y > y) != (b->y > y) && x < (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }
  return inside;
}

/**
 * mlg_departement_shape_contains:
 *
 * Returns: whether a point lies in the département
 */
gboolean
mlg_departement_shape_contains (const MlgDepartementShape *shape, float x, float y)
{
  if (!graphene_rect_contains_point (&shape->bounds, &GRAPHENE_POINT_INIT (x, y)))
    return FALSE;
  for (guint i = 0; i < shape->rings->len; i++)
    if (ring_contains (shape->rings->pdata[i], x, y))
      return TRUE;
  return FALSE;
}

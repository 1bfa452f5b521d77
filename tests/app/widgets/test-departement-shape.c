/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-nuts.h"
#include "widgets/mlg-departement-shape.h"

static const MlgDepartementShape *
find (GPtrArray *shapes, const char *code)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      const MlgDepartementShape *shape = shapes->pdata[i];

      if (g_str_equal (shape->code, code))
        return shape;
    }
  return NULL;
}

/* Every département of the code list has a shape, and nothing else has. */
static void
test_all (void)
{
  g_autoptr (GPtrArray) shapes = mlg_departement_shapes_load ();
  guint n = 0;

  for (const MlgCode *code = mlg_departements.codes; code->code != NULL; code++)
    {
      const MlgDepartementShape *shape = find (shapes, code->code);

      if (shape == NULL)
        g_error ("no shape for %s", code->code);
      g_assert_cmpfloat (shape->bounds.size.width, >, 0);
      g_assert_cmpfloat (shape->bounds.size.height, >, 0);
      n++;
    }
  g_assert_cmpuint (shapes->len, ==, n);
}

/* A point belongs to one département, and neighbours lie where they should. */
static void
test_places (void)
{
  g_autoptr (GPtrArray) shapes = mlg_departement_shapes_load ();
  const MlgDepartementShape *nord = find (shapes, "59");
  const MlgDepartementShape *oise = find (shapes, "60");
  const MlgDepartementShape *finistere = find (shapes, "29");
  const MlgDepartementShape *reunion = find (shapes, "974");

  g_assert_true (mlg_departement_shape_contains (oise, oise->center.x, oise->center.y));
  g_assert_false (mlg_departement_shape_contains (nord, oise->center.x, oise->center.y));
  g_assert_false (mlg_departement_shape_contains (oise, -1, -1));
  g_assert_cmpfloat (nord->center.y, <, oise->center.y);
  g_assert_cmpfloat (finistere->center.x, <, nord->center.x);
  g_assert_true (reunion->is_square);
  g_assert_false (nord->is_square);
}

/* No square lies on the mainland. */
static void
test_squares_lie_apart (void)
{
  g_autoptr (GPtrArray) shapes = mlg_departement_shapes_load ();

  for (guint i = 0; i < shapes->len; i++)
    for (guint j = 0; j < shapes->len; j++)
      {
        const MlgDepartementShape *square = shapes->pdata[i], *other = shapes->pdata[j];

        if (square->is_square && !other->is_square)
          g_assert_false (graphene_rect_intersection (&square->bounds, &other->bounds, NULL));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/departement-shape/all", test_all);
  g_test_add_func ("/departement-shape/places", test_places);
  g_test_add_func ("/departement-shape/squares", test_squares_lie_apart);
  return g_test_run ();
}

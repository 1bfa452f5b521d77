/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "members/mlg-name-distance.h"

static void
test_keys (void)
{
  static const char *const cases[][2] = {
    { "Ville de Lille", "lille" },
    { "LILLE", "lille" },
    { "L’Haÿ-les-Roses", "hay roses" },
    { "Communauté de communes du Pays de Lumbres", "cc pays lumbres" },
    { "CC Pays de Lumbres", "cc pays lumbres" },
    { "Communauté d'Agglomération du Boulonnais", "ca boulonnais" },
    { "St-Omer", "saint omer" },
    { "Conseil départemental du Nord", "departement nord" },
    { "Mairie d’Arras", "arras" },
    { "Ville-sur-Lumes", "ville lumes" },
    { "Ville", "ville" },
    { "de la", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = mlg_name_make_key (cases[i][0]);

      g_assert_cmpstr (key, ==, cases[i][1]);
    }
}

static void
test_people (void)
{
  g_autofree char *one = mlg_name_make_sorted_key ("Responsable Achats");
  g_autofree char *other = mlg_name_make_sorted_key ("ACHATS responsable");

  g_assert_cmpstr (one, ==, other);
}

static void
test_distance (void)
{
  static const struct
  {
    const char *one, *other;
    guint distance;
  } cases[] = {
    { "", "", 0 },
    { "lille", "lille", 0 },
    { "lille", "lile", 1 },
    { "lille", "lillle", 1 },
    { "lille", "lilel", 1 },
    { "lille", "lisle", 1 },
    { "abcdef", "badcfe", 3 },
    { "ca", "abc", 3 },
    { "lens", "douai", 5 },
    { "", "abc", 3 },
  };
  g_autofree char *long_name = g_strnfill (200, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint distance = cases[i].distance;

      g_assert_cmpuint (mlg_name_get_distance (cases[i].one, cases[i].other, 9), ==, distance);
      g_assert_cmpuint (mlg_name_get_distance (cases[i].other, cases[i].one, 9), ==, distance);
      if (distance > 0)
        g_assert_cmpuint (mlg_name_get_distance (cases[i].one, cases[i].other, distance - 1), ==,
                          distance);
    }
  g_assert_cmpuint (mlg_name_get_distance (long_name, long_name, 2), ==, 0);
  g_assert_cmpuint (mlg_name_get_distance (long_name, long_name + 1, 2), ==, 3);
}

static void
test_alike (void)
{
  g_assert_true (mlg_name_is_alike ("Valenciennes", "Ville de Valencienes"));
  g_assert_true (
      mlg_name_is_alike ("CC du Pays de Lumbres", "Communauté de communes Pays Lumbres"));
  g_assert_false (mlg_name_is_alike ("Lens", "Lans"));
  g_assert_false (mlg_name_is_alike ("CC du Pays de Lumbres", "CA du Pays de Saint-Omer"));
  g_assert_false (mlg_name_is_alike ("de la", "du"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/members/name-distance/keys", test_keys);
  g_test_add_func ("/members/name-distance/people", test_people);
  g_test_add_func ("/members/name-distance/distance", test_distance);
  g_test_add_func ("/members/name-distance/alike", test_alike);
  return g_test_run ();
}

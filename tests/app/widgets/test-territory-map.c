/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/mlg-territory-map.h"

static GdkTexture *
draw (GtkWidget *map)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (map));

  GTK_WIDGET_GET_CLASS (map)->snapshot (map, snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  return gsk_renderer_render_texture (renderer, node, NULL);
}

static guint32
get_pixel (GdkTexture *texture, int x, int y)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guchar *data = g_malloc ((gsize) width * (gsize) height * 4);
  guint32 pixel;

  gdk_texture_download (texture, data, (gsize) width * 4);
  memcpy (&pixel, data + ((gsize) y * (gsize) width + (gsize) x) * 4, 4);
  return pixel;
}

static void
spin (guint milliseconds)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add_once (milliseconds, (GSourceOnceFunc) g_main_loop_quit, loop);
  g_main_loop_run (loop);
}

/* With one département on it, the map is that département: its middle has its colour, stronger than
 * that of one in the perimeter without any. */
static void
test_colour (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *map = g_object_new (MLG_TYPE_TERRITORY_MAP, NULL);
  const char *const perimeter[] = { "60", NULL };
  g_autoptr (GdkTexture) empty = NULL, full = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 400);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  spin (300);
  mlg_territory_map_set_perimeter (MLG_TERRITORY_MAP (map), perimeter);
  empty = draw (map);
  mlg_territory_map_add (MLG_TERRITORY_MAP (map), "60", 12, "Oise");
  full = draw (map);
  g_assert_cmphex (get_pixel (empty, 180, 120), !=, get_pixel (full, 180, 120));
  mlg_territory_map_clear (MLG_TERRITORY_MAP (map));
  g_clear_object (&full);
  full = draw (map);
  g_assert_cmphex (get_pixel (empty, 180, 120), ==, get_pixel (full, 180, 120));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* All of France or what matters: told to whoever is bound to it, once. */
static void
test_whole (void)
{
  g_autoptr (MlgTerritoryMap) map = g_object_ref_sink (g_object_new (MLG_TYPE_TERRITORY_MAP, NULL));
  guint n = 0;

  g_signal_connect_swapped (map, "notify::whole", G_CALLBACK (g_atomic_int_inc), &n);
  g_assert_false (mlg_territory_map_shows_whole (map));
  mlg_territory_map_show_whole (map, TRUE);
  mlg_territory_map_show_whole (map, TRUE);
  g_assert_true (mlg_territory_map_shows_whole (map));
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/territory-map/colour", test_colour);
  g_test_add_func ("/territory-map/whole", test_whole);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fixture.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-page.h"

#define TIMES 50

static void
test_closing_leaves_nothing (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < TIMES; i++)
    {
      gpointer window = fixture_open_window (f);
      gpointer store = mlg_host_get_store (MLG_HOST (window));

      g_object_add_weak_pointer (window, &window);
      g_object_add_weak_pointer (store, &store);
      gtk_window_close (window);
      fixture_wait_gone (&window);
      fixture_wait_gone (&store);
    }
}

static GtkWidget *
find_descendant (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_descendant (child, type);
  return found;
}

static void
test_opening_again_lets_go_of_pages (Fixture *f, gconstpointer data)
{
  MlgWindow *window = fixture_open_window (f);

  for (guint i = 0; i < TIMES; i++)
    {
      gpointer page = find_descendant (GTK_WIDGET (window), MLG_TYPE_PAGE);
      gpointer store = mlg_host_get_store (MLG_HOST (window));
      gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

      g_assert_nonnull (page);
      g_object_add_weak_pointer (page, &page);
      g_object_add_weak_pointer (store, &store);
      mlg_window_open (window, f->path);
      fixture_wait_gone (&page);
      fixture_wait_gone (&store);
      while (find_descendant (GTK_WIDGET (window), MLG_TYPE_PAGE) == NULL)
        {
          g_assert_cmpint (g_get_monotonic_time (), <, end);
          g_main_context_iteration (NULL, TRUE);
        }
    }
  fixture_close_window (window);
}

static gboolean
class_has_action (GtkWidgetClass *widget_class, const char *name)
{
  const char *found, *property;
  const GVariantType *type;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (widget_class, i, &owner, &found, &type, &property); i++)
    if (g_str_equal (found, name))
      return TRUE;
  return FALSE;
}

static void
test_every_key_does_something (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) names =
      gtk_application_list_action_descriptions (GTK_APPLICATION (f->application));
  g_autoptr (GTypeClass) widget_class = g_type_class_ref (MLG_TYPE_WINDOW);

  g_assert_cmpuint (g_strv_length (names), >, 5);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (f->application), names[i] + 4));
      else if (!class_has_action (GTK_WIDGET_CLASS (widget_class), names[i]))
        g_error ("no action %s", names[i]);
    }
}

static void
test_every_key_is_told (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) names =
      gtk_application_list_action_descriptions (GTK_APPLICATION (f->application));
  g_autoptr (GBytes) overlay = g_resources_lookup_data ("/org/maillage/shell/mlg-shortcuts.ui",
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *text = g_bytes_get_data (overlay, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *property = g_strdup_printf ("<property name=\"action-name\">%s<", names[i]);

      if (strstr (text, property) == NULL)
        g_error ("%s is not in the window of keys", names[i]);
    }
}

static void
test_split_view_shows_one_pane_where_two_have_no_room (Fixture *f, gconstpointer data)
{
  MlgSplitView *view = g_object_ref_sink (g_object_new (MLG_TYPE_SPLIT_VIEW, NULL));
  GtkWidget *window = gtk_window_new ();
  GtkWidget *sidebar = gtk_label_new ("sidebar"), *content = gtk_label_new ("content");

  gtk_widget_set_size_request (sidebar, 300, -1);
  gtk_widget_set_size_request (content, 300, -1);
  mlg_split_view_set_sidebar (view, sidebar);
  mlg_split_view_set_content (view, content);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  gtk_widget_size_allocate (GTK_WIDGET (view), &(GtkAllocation){ 0, 0, 900, 300 }, -1);
  g_assert_false (mlg_split_view_is_collapsed (view));
  gtk_widget_size_allocate (GTK_WIDGET (view), &(GtkAllocation){ 0, 0, 400, 300 }, -1);
  g_assert_true (mlg_split_view_is_collapsed (view));
  mlg_split_view_show_content (view, TRUE);
  g_assert_true (mlg_split_view_shows_content (view));
  mlg_split_view_show_content (view, FALSE);
  g_assert_false (mlg_split_view_shows_content (view));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (view);
}

static void
test_rooms_are_chosen (Fixture *f, gconstpointer data)
{
  MlgWindow *window = fixture_open_window (f);
  static const char *const rooms[] = { "overview", "network", "members" };

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *last = NULL;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-room", "s", rooms[i]);
      fixture_settle ();
      last = g_settings_get_string (mlg_application_get_settings (f->application), "last-room");
      g_assert_cmpstr (last, ==, rooms[i]);
    }
  fixture_close_window (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/app/window/closing-leaves-nothing", Fixture, NULL, fixture_set_up,
              test_closing_leaves_nothing, fixture_tear_down);
  g_test_add ("/app/window/opening-again", Fixture, NULL, fixture_set_up,
              test_opening_again_lets_go_of_pages, fixture_tear_down);
  g_test_add ("/app/window/every-key-does-something", Fixture, NULL, fixture_set_up,
              test_every_key_does_something, fixture_tear_down);
  g_test_add ("/app/window/every-key-is-told", Fixture, NULL, fixture_set_up,
              test_every_key_is_told, fixture_tear_down);
  g_test_add ("/app/window/split-view", Fixture, NULL, fixture_set_up,
              test_split_view_shows_one_pane_where_two_have_no_room, fixture_tear_down);
  g_test_add ("/app/window/rooms", Fixture, NULL, fixture_set_up, test_rooms_are_chosen,
              fixture_tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

/* Every control that one comes to has a name that can be read aloud. */

static gboolean
has_label (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

/* The parts of GTK's own widgets are named by what they are a part of. */
static gboolean
is_part (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_SPIN_BUTTON) != NULL
         || GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget))
         || GTK_IS_COLUMN_VIEW (gtk_widget_get_parent (widget))
         || gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL;
}

static gboolean
wants_name (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SEARCH_ENTRY (widget)
         || GTK_IS_ENTRY (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_COLUMN_VIEW (widget);
}

/* Counts those without a name, and tells of them. */
static guint
count_nameless (GtkWidget *widget, guint *n)
{
  guint nameless = 0;

  if (gtk_widget_get_mapped (widget) && wants_name (widget) && !is_part (widget))
    {
      gboolean named = has_label (widget) || has_text (widget);

      *n += 1;
      if (!named)
        {
          GtkWidget *parent = gtk_widget_get_parent (widget);

          g_printerr ("without a name: %s “%s” in %s\n", G_OBJECT_TYPE_NAME (widget),
                      gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)) != NULL
                          ? gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget))
                          : "",
                      parent != NULL ? G_OBJECT_TYPE_NAME (parent) : "nothing");
          nameless++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    nameless += count_nameless (child, n);
  return nameless;
}

static void
test_rooms (Fixture *f, gconstpointer room)
{
  MlgWindow *window = fixture_open_window (f);
  guint n = 0;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-room", "s", room);
  fixture_wait_read (window);
  g_assert_cmpuint (count_nameless (GTK_WIDGET (window), &n), ==, 0);
  g_assert_cmpuint (n, >, 1);
  fixture_close_window (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/app/names/overview", Fixture, "overview", fixture_set_up, test_rooms,
              fixture_tear_down);
  g_test_add ("/app/names/network", Fixture, "network", fixture_set_up, test_rooms,
              fixture_tear_down);
  g_test_add ("/app/names/meetings", Fixture, "meetings", fixture_set_up, test_rooms,
              fixture_tear_down);
  g_test_add ("/app/names/members", Fixture, "members", fixture_set_up, test_rooms,
              fixture_tear_down);
  return g_test_run ();
}

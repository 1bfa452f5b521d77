/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-window.h"
#include "library/mlg-own-thresholds.h"
#include "library/mlg-threshold.h"
#include "library/mlg-thresholds-window.h"
#include "mlg-kinds.h"

/* The window in which a network says its own thresholds. */

typedef struct
{
  AppWindow *f;
  guint n;
} Wanted;

static GPtrArray *
load (AppWindow *f)
{
  g_autoptr (GError) error = NULL;
  MlgConnection *db = mlg_connection_open (f->path, MLG_OPEN_READ_ONLY, mlg_kinds, &error);
  GPtrArray *records = mlg_record_load_where (db, &mlg_threshold_kind, &error, "ORDER BY id", "");

  g_assert_no_error (error);
  mlg_connection_close (db);
  return records;
}

static gboolean
has_as_many (gpointer data)
{
  Wanted *wanted = data;
  g_autoptr (GPtrArray) records = load (wanted->f);

  return records->len == wanted->n;
}

static void
await_records (AppWindow *f, guint n)
{
  Wanted wanted = { f, n };

  app_window_wait (has_as_many, &wanted);
  app_window_settle ();
}

static gboolean
lists_shipped (gpointer window)
{
  return app_window_count (window, ADW_TYPE_ACTION_ROW) > 20;
}

/* Returns: (nullable): the row of this title */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
write_in (GtkWidget *window, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (window, title)), text);
}

static gboolean
fill_nothing (MlgConnection *db, gpointer data, GError **error)
{
  return TRUE;
}

/* One is refused without its source, then added, listed and taken away with all others. */
static void
test_add_and_go_back (void)
{
  AppWindow f = { 0 };
  GtkWidget *window;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) shipped = mlg_shipped_thresholds_list (NULL);
  guint before;

  g_assert_cmpuint (shipped->len, >, 20);
  app_window_set_up (&f, fill_nothing, NULL);
  window = mlg_thresholds_window_new (MLG_HOST (f.window));
  gtk_window_present (GTK_WINDOW (window));
  app_window_wait (lists_shipped, window);
  app_window_assert_named (window);
  before = app_window_count (window, ADW_TYPE_EXPANDER_ROW);
  write_in (window, "Amount (EUR excl. tax)", "25 000,50");
  write_in (window, "From (day/month/year)", "01/06/2026");
  gtk_widget_activate_action (window, "thresholds.add", NULL);
  app_window_settle ();
  await_records (&f, 0);
  write_in (window, "Source", "Délibération");
  write_in (window, "Notes", "Votée");
  gtk_widget_activate_action (window, "thresholds.add", NULL);
  await_records (&f, 1);
  records = load (&f);
  g_assert_cmpstr (mlg_record_get_text (records->pdata[0], MLG_THRESHOLD_NAME), ==, "eu");
  g_assert_cmpint ((gint64) (mlg_record_get_real (records->pdata[0], MLG_THRESHOLD_AMOUNT) * 10),
                   ==, 250005);
  g_assert_cmpstr (mlg_record_get_text (records->pdata[0], MLG_THRESHOLD_FROM_ON), ==,
                   "2026-06-01");
  g_assert_cmpstr (mlg_record_get_text (records->pdata[0], MLG_THRESHOLD_NOTES), ==, "Votée");
  g_assert_cmpuint (app_window_count (window, ADW_TYPE_EXPANDER_ROW), ==, before + 1);
  app_window_assert_named (window);
  gtk_widget_activate_action (window, "thresholds.reset", NULL);
  await_records (&f, 0);
  g_assert_cmpuint (app_window_count (window, ADW_TYPE_EXPANDER_ROW), ==, before);
  app_window_tear_down (&f);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/thresholds-window/add-and-go-back", test_add_and_go_back);
  return g_test_run ();
}

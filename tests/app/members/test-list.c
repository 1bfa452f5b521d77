/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-window.h"
#include "members/mlg-body.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-facet-bar.h"
#include "widgets/mlg-field-label.h"
#include "widgets/mlg-page.h"
#include "widgets/mlg-narrow-bin.h"
#include "widgets/mlg-record-table.h"

#define MANY 2000

static gboolean
add_body (MlgConnection *db, const char *name, const char *status, gint64 people, GError **error)
{
  g_autoptr (MlgRecord) body = mlg_record_new (&mlg_body_kind);

  mlg_record_set_text (body, MLG_BODY_NAME, name);
  mlg_record_set_text (body, MLG_BODY_STATUS, status);
  mlg_record_set_text (body, MLG_BODY_CATEGORY, "7210");
  mlg_record_set_integer (body, MLG_BODY_POPULATION, people);
  return mlg_record_insert (db, body, error);
}

static gboolean
add_three (MlgConnection *db, gpointer data, GError **error)
{
  return add_body (db, "Lille", "member", 238246, error)
         && add_body (db, "Arras", "prospect", 42875, error)
         && add_body (db, "Calais", "member", 67380, error);
}

/* Lille is counted in its département already. */
static gboolean
add_two_families (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (MlgRecord) body = mlg_record_new (&mlg_body_kind);

  mlg_record_set_text (body, MLG_BODY_NAME, "Nord");
  mlg_record_set_text (body, MLG_BODY_STATUS, "member");
  mlg_record_set_text (body, MLG_BODY_CATEGORY, "7220");
  mlg_record_set_integer (body, MLG_BODY_POPULATION, 2600000);
  return mlg_record_insert (db, body, error) && add_body (db, "Lille", "member", 238246, error);
}

static gboolean
add_many (MlgConnection *db, gpointer data, GError **error)
{
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("Commune %04u", i);

      if (!add_body (db, name, i % 2 == 0 ? "member" : "prospect", i, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  GListModel *list;
  guint n;
} Expected;

static gboolean
has_n (gpointer data)
{
  Expected *expected = data;

  return g_list_model_get_n_items (expected->list) == expected->n
         && !mlg_record_list_is_loading (MLG_RECORD_LIST (expected->list));
}

static MlgRecordTable *
find_table (AppWindow *f)
{
  return MLG_RECORD_TABLE (app_window_find (f->page, MLG_TYPE_RECORD_TABLE));
}

static void
wait_for (MlgRecordTable *table, guint n)
{
  Expected expected = { G_LIST_MODEL (mlg_record_table_get_list (table)), n };

  app_window_wait (has_n, &expected);
  app_window_settle ();
}

static char *
get_name (MlgRecordTable *table, guint position)
{
  g_autoptr (MlgRecord) record =
      g_list_model_get_item (G_LIST_MODEL (mlg_record_table_get_list (table)), position);

  app_window_settle ();
  return mlg_record_dup_name (record);
}

static void
assert_shows (MlgRecordTable *table, const char *first)
{
  GtkWidget *cell = app_window_find (GTK_WIDGET (table), MLG_TYPE_FIELD_LABEL);

  app_window_settle ();
  g_assert_nonnull (cell);
  g_assert_cmpstr (mlg_field_label_get_text (MLG_FIELD_LABEL (cell)), ==, first);
}

/* The pane beside the list. */
static GtkWidget *
find_details (AppWindow *f)
{
  GtkWidget *split = app_window_find (f->page, MLG_TYPE_SPLIT_VIEW);

  return mlg_split_view_get_content (MLG_SPLIT_VIEW (split));
}

static void
test_shown (void)
{
  AppWindow f = { NULL };
  MlgRecordTable *table;
  g_autofree char *summary = NULL;

  app_window_set_up (&f, add_three, NULL);
  table = find_table (&f);
  wait_for (table, 3);
  assert_shows (table, "Arras");
  g_object_get (table, "summary", &summary, NULL);
  g_assert_nonnull (strstr (summary, "2 members"));
  g_assert_nonnull (strstr (summary, "1 prospect"));
  g_assert_nonnull (strstr (summary, "inhabitants"));
  g_assert_cmpstr (mlg_page_get_badge (MLG_PAGE (f.page)), ==, "3");
  g_assert_false (mlg_record_table_is_empty (table));
  g_assert_true (gtk_widget_get_visible (find_details (&f)));
  app_window_assert_named (f.page);
  app_window_tear_down (&f);
}

static void
test_two_families (void)
{
  AppWindow f = { NULL };
  MlgRecordTable *table;
  g_autofree char *summary = NULL;

  app_window_set_up (&f, add_two_families, NULL);
  table = find_table (&f);
  wait_for (table, 2);
  g_object_get (table, "summary", &summary, NULL);
  g_assert_cmpstr (summary, ==, "2 members");
  app_window_tear_down (&f);
}

static void
test_empty (void)
{
  AppWindow f = { NULL };

  app_window_set_up (&f, NULL, NULL);
  wait_for (find_table (&f), 0);
  g_assert_cmpstr (mlg_record_table_get_state (find_table (&f)), ==, "empty");
  g_assert_true (mlg_record_table_is_empty (find_table (&f)));
  g_assert_false (gtk_widget_get_visible (find_details (&f)));
  app_window_assert_named (f.page);
  app_window_tear_down (&f);
}

/* Only the rows around what is seen are asked for, however many there are. */
static void
test_bounded (void)
{
  AppWindow f = { NULL };
  MlgRecordTable *table;
  guint n_cells;

  app_window_set_up (&f, add_many, NULL);
  table = find_table (&f);
  wait_for (table, MANY);
  n_cells = app_window_count (GTK_WIDGET (table), MLG_TYPE_FIELD_LABEL);
  g_assert_cmpuint (n_cells, >, 0);
  g_assert_cmpuint (n_cells, <, MANY);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (mlg_record_table_get_selection (table)));
  app_window_settle ();
  g_assert_cmpuint (mlg_record_selection_get_n (mlg_record_table_get_selection (table)), ==, MANY);
  g_assert_cmpuint (app_window_count (GTK_WIDGET (table), MLG_TYPE_FIELD_LABEL), <, MANY);
  app_window_tear_down (&f);
}

static void
test_sorted (void)
{
  AppWindow f = { NULL };
  MlgRecordTable *table;
  GtkColumnView *view;
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autofree char *name = NULL;

  app_window_set_up (&f, add_three, NULL);
  table = find_table (&f);
  view = GTK_COLUMN_VIEW (app_window_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
  column = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
  wait_for (table, 3);
  name = get_name (table, 0);
  g_assert_cmpstr (name, ==, "Lille");
  app_window_tear_down (&f);
}

/* What is typed and what is ticked are asked together; what is chosen stays chosen while it is there. */
static gboolean
is_narrow (gpointer bin)
{
  return mlg_narrow_bin_is_narrow (bin);
}

static gboolean
is_wide (gpointer bin)
{
  return !mlg_narrow_bin_is_narrow (bin);
}

static int
get_second_width (AppWindow *f)
{
  GtkWidget *view = app_window_find (GTK_WIDGET (find_table (f)), GTK_TYPE_COLUMN_VIEW);
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)), 1);

  return gtk_column_view_column_get_fixed_width (column);
}

/* Columns grow with the text. Where they would hold a few letters each, rows take their place. */
static void
test_large_text (void)
{
  AppWindow f = { NULL };
  MlgNarrowBin *bin;
  int usual;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &usual, NULL);
  app_window_set_up (&f, add_three, NULL);
  bin = MLG_NARROW_BIN (app_window_find (GTK_WIDGET (find_table (&f)), MLG_TYPE_NARROW_BIN));
  gtk_window_set_default_size (GTK_WINDOW (f.window), 1200, 780);
  app_window_settle ();
  g_assert_false (mlg_narrow_bin_is_narrow (bin));
  g_assert_cmpint (get_second_width (&f), ==, 174);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 3 * 96 * 1024, NULL);
  app_window_wait (is_narrow, bin);
  g_assert_cmpint (get_second_width (&f), ==, 3 * 174);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", usual, NULL);
  app_window_wait (is_wide, bin);
  app_window_tear_down (&f);
}

static void
test_narrowed (void)
{
  AppWindow f = { NULL };
  MlgRecordTable *table;
  GtkWidget *button, *check, *entry;
  g_autofree char *name = NULL;

  app_window_set_up (&f, add_three, NULL);
  table = find_table (&f);
  wait_for (table, 3);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (mlg_record_table_get_selection (table)), 0,
                                   TRUE);
  button = app_window_find (GTK_WIDGET (table), GTK_TYPE_MENU_BUTTON);
  gtk_widget_child_focus (button, GTK_DIR_TAB_FORWARD); /* as a click does */
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  app_window_settle ();
  check = app_window_find (button, GTK_TYPE_CHECK_BUTTON);
  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), ==, "Member");
  app_window_assert_named (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  wait_for (table, 2);
  g_assert_cmpuint (mlg_record_selection_get_n (mlg_record_table_get_selection (table)), ==, 0);
  entry = app_window_find (GTK_WIDGET (table), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "lil");
  wait_for (table, 1);
  name = get_name (table, 0);
  g_assert_cmpstr (name, ==, "Lille");
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzz");
  wait_for (table, 0);
  g_assert_cmpstr (mlg_record_table_get_state (table), ==, "nothing");
  gtk_widget_activate_action (GTK_WIDGET (table), "table.clear", NULL);
  wait_for (table, 3);
  app_window_tear_down (&f);
}

/* What is done to a selection is one action. */
static void
test_selection (void)
{
  AppWindow f = { NULL };
  MlgRecordTable *table;
  GtkSelectionModel *selection;
  gint64 id;
  g_autoptr (MlgRecord) lille = NULL;

  app_window_set_up (&f, add_three, NULL);
  table = find_table (&f);
  wait_for (table, 3);
  selection = GTK_SELECTION_MODEL (mlg_record_table_get_selection (table));
  gtk_selection_model_select_item (selection, 2, TRUE);
  id = mlg_record_selection_get_only (MLG_RECORD_SELECTION (selection));
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (table), "selection.set-status", "s", "former"));
  wait_for (table, 3);
  lille = app_window_load (&f, &mlg_body_kind, id);
  g_assert_cmpstr (mlg_record_get_text (lille, MLG_BODY_STATUS), ==, "former");
  g_assert_false (mlg_record_is_null (lille, MLG_BODY_LEFT_ON));
  gtk_selection_model_select_all (selection);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table), "selection.remove", NULL));
  wait_for (table, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table), "win.undo", NULL));
  wait_for (table, 3);
  app_window_tear_down (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/app/members-list/shown", test_shown);
  g_test_add_func ("/app/members-list/two-families", test_two_families);
  g_test_add_func ("/app/members-list/empty", test_empty);
  g_test_add_func ("/app/members-list/bounded", test_bounded);
  g_test_add_func ("/app/members-list/sorted", test_sorted);
  g_test_add_func ("/app/members-list/large-text", test_large_text);
  g_test_add_func ("/app/members-list/narrowed", test_narrowed);
  g_test_add_func ("/app/members-list/selection", test_selection);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-window.h"
#include "library/mlg-condition-row.h"
#include "library/mlg-condition-window.h"
#include "library/mlg-head-row-editor.h"
#include "library/mlg-head-window.h"
#include "library/mlg-reading.h"
#include "library/mlg-template-edit.h"
#include "library/mlg-template-record.h"
#include "library/mlg-tender-store.h"
#include "mlg-kinds.h"

/* The windows in which a tender's conditions, questions, criteria and lots are edited. */

static gint64 tender;
static int line; /* of the clause, in its XML */

static const char text[] =
    "<template xmlns=\"urn:maillage:template:1\" xmlns:d=\"urn:maillage:document:1\" "
    "xml:lang=\"fr\""
    " revision=\"1\" uri=\"urn:uuid:11111111-1111-4111-8111-111111111111\">\n"
    "<identity><title>Savon</title></identity>\n<fields>\n"
    "<field name=\"green\" type=\"yes-no\"><label>Vert</label></field>\n"
    "<field name=\"amount\" type=\"amount\"><label>Montant</label></field>\n</fields>\n"
    "<criteria>\n<criterion type=\"price\" weight=\"60\"><title>Prix</title></criterion>\n"
    "<criterion type=\"quality\" weight=\"40\"><title>Qualité</title></criterion>\n</criteria>\n"
    "<piece role=\"cctp\">\n<title>CCTP</title>\n<text>\n"
    "<when test=\"green = 'true'\">\n"
    "<clause phase=\"specification\" revision=\"1\""
    " uri=\"urn:uuid:00000001-3333-4333-8333-333333333333\"><title>Savon</title>"
    "<text><d:p>Du savon.</d:p></text></clause>\n</when>\n</text>\n</piece>\n</template>\n";

static gboolean
fill (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgTemplate) template = mlg_template_read_xml (bytes, "test", issues, NULL, error);
  g_autoptr (MlgTemplate) kept = NULL;
  g_autoptr (GPtrArray) items = NULL;

  tender = template != NULL ? mlg_template_store (db, template, NULL, error) : 0;
  kept = tender != 0 ? mlg_tender_read (db, &mlg_template_record_kind, tender, error) : NULL;
  items = kept != NULL ? mlg_reading_new (kept, NULL, error) : NULL;
  for (guint i = 0; items != NULL && i < items->len; i++)
    if (((MlgReadingItem *) items->pdata[i])->kind == MLG_READING_CLAUSE)
      line = ((MlgReadingItem *) items->pdata[i])->line;
  return items != NULL;
}

static gboolean
has_row (gpointer window)
{
  return app_window_find (window, MLG_TYPE_CONDITION_ROW) != NULL;
}

static GtkWidget *
open_condition (AppWindow *f)
{
  GtkWidget *window = mlg_condition_window_new (MLG_HOST (f->window), &mlg_template_record_kind,
                                                tender, line, "Savon");

  gtk_window_present (GTK_WINDOW (window));
  app_window_wait (has_row, window);
  app_window_settle ();
  return window;
}

typedef struct
{
  AppWindow *f;
  const char *words;
} Wanted;

static gboolean
is_in_file (gpointer data)
{
  Wanted *wanted = data;
  g_autoptr (GError) error = NULL;
  MlgConnection *db = mlg_connection_open (wanted->f->path, MLG_OPEN_READ_ONLY, mlg_kinds, &error);
  g_autoptr (MlgTemplate) kept = mlg_tender_read (db, &mlg_template_record_kind, tender, &error);
  g_autoptr (GBytes) bytes = kept != NULL ? mlg_template_to_xml (kept) : NULL;

  g_assert_no_error (error);
  mlg_connection_close (db);
  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       wanted->words)
         != NULL;
}

static void
assert_in_file (AppWindow *f, const char *words)
{
  Wanted wanted = { f, words };

  app_window_wait (is_in_file, &wanted);
}

/* The condition of the file shows as a comparison; another choice is another expression in the file. */
static void
test_condition (void)
{
  AppWindow f = { 0 };
  GtkWidget *window, *row;
  GPtrArray *conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_condition_free);
  const MlgCondition *condition;

  app_window_set_up (&f, fill, NULL);
  window = open_condition (&f);
  app_window_assert_named (window);
  row = app_window_find (window, MLG_TYPE_CONDITION_ROW);
  mlg_condition_row_add_to (MLG_CONDITION_ROW (row), conditions);
  condition = conditions->pdata[0];
  g_assert_cmpstr (condition->field, ==, "green");
  g_assert_cmpint (condition->comparison, ==, MLG_COMPARE_IS);
  g_assert_cmpstr (condition->value, ==, "true");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_window_find (row, GTK_TYPE_DROP_DOWN)), 1);
  app_window_settle ();
  gtk_editable_set_text (GTK_EDITABLE (app_window_find (row, GTK_TYPE_ENTRY)), "1 500");
  gtk_widget_activate_action (window, "condition.save", NULL);
  assert_in_file (&f, "<when test=\"amount = 1500\">");
  g_ptr_array_unref (conditions);
  app_window_settle ();
  app_window_tear_down (&f);
}

static gboolean
has_editor (gpointer window)
{
  return app_window_find (window, MLG_TYPE_HEAD_ROW_EDITOR) != NULL;
}

/* The lots come last, and so does the new one. */
static GtkWidget *
find_last_editor (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_last_child (root); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      GtkWidget *found = MLG_IS_HEAD_ROW_EDITOR (child) ? child : find_last_editor (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A lot that is added and named gets into the file; the rest stays. */
static void
test_head (void)
{
  AppWindow f = { 0 };
  GtkWidget *window, *title;

  app_window_set_up (&f, fill, NULL);
  window = mlg_head_window_new (MLG_HOST (f.window), &mlg_template_record_kind, tender, "criteria");
  gtk_window_present (GTK_WINDOW (window));
  app_window_wait (has_editor, window);
  app_window_settle ();
  app_window_assert_named (window);
  gtk_widget_activate_action (window, "head.add", "u", MLG_HEAD_LOTS);
  app_window_settle ();
  g_assert_cmpuint (app_window_count (window, MLG_TYPE_HEAD_ROW_EDITOR), ==, 5);
  title = app_window_find (find_last_editor (window), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (title), "Nord");
  gtk_widget_activate_action (window, "head.save", NULL);
  assert_in_file (&f, "<lot number=\"1\">Nord</lot>");
  app_window_settle ();
  app_window_tear_down (&f);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/tender-windows/condition", test_condition);
  g_test_add_func ("/tender-windows/head", test_head);
  return g_test_run ();
}

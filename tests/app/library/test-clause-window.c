/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-window.h"
#include "library/mlg-clause-edit.h"
#include "library/mlg-clause-window.h"
#include "library/mlg-clause.h"
#include "widgets/mlg-rich-editor.h"

static gint64 clause;

static gboolean
fill (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_new (&mlg_clause_kind);

  mlg_record_set_text (record, MLG_CLAUSE_TITLE, "Products");
  mlg_record_set_text (record, MLG_CLAUSE_PHASE, "performance");
  mlg_record_set_text (record, MLG_CLAUSE_TEXT, "<d:p>Soap in <d:b>refills</d:b>.</d:p>");
  if (!mlg_clause_store (db, record, error))
    return FALSE;
  clause = mlg_record_get_id (record);
  return TRUE;
}

static gboolean
has_text (gpointer data)
{
  GtkWidget *editor = app_window_find (data, MLG_TYPE_RICH_EDITOR);
  MlgRichBuffer *buffer = mlg_rich_editor_get_buffer (MLG_RICH_EDITOR (editor));

  return gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer)) > 0;
}

static GtkWidget *
open_window (AppWindow *f)
{
  GtkWidget *window = mlg_clause_window_new (MLG_HOST (f->window), clause);

  gtk_window_present (GTK_WINDOW (window));
  app_window_wait (has_text, window);
  app_window_settle ();
  return window;
}

static gboolean
is_saved (gpointer data)
{
  g_autoptr (MlgRecord) record = app_window_load (data, &mlg_clause_kind, clause);

  return mlg_record_get_integer (record, MLG_CLAUSE_REVISION) == 2;
}

/* What is written is one action, and the clause gets its next revision. */
static void
test_save (void)
{
  AppWindow f = { 0 };
  GtkWidget *window, *editor;
  g_autoptr (MlgRecord) record = NULL;
  GtkTextBuffer *buffer;

  app_window_set_up (&f, fill, NULL);
  window = open_window (&f);
  app_window_assert_named (window);
  editor = app_window_find (window, MLG_TYPE_RICH_EDITOR);
  buffer = GTK_TEXT_BUFFER (mlg_rich_editor_get_buffer (MLG_RICH_EDITOR (editor)));
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "Only ", -1, TRUE);
  gtk_widget_activate_action (window, "clause.save", NULL);
  app_window_wait (is_saved, &f);
  record = app_window_load (&f, &mlg_clause_kind, clause);
  g_assert_cmpstr (mlg_record_get_text (record, MLG_CLAUSE_TEXT), ==,
                   "<d:p>Only Soap in <d:b>refills</d:b>.</d:p>");
  gtk_window_close (GTK_WINDOW (window));
  app_window_settle ();
  app_window_tear_down (&f);
}

/* Nothing is written when nothing was changed. */
static void
test_unchanged (void)
{
  AppWindow f = { 0 };
  GtkWidget *window;

  app_window_set_up (&f, fill, NULL);
  window = open_window (&f);
  gtk_widget_activate_action (window, "clause.save", NULL);
  app_window_settle ();
  g_assert_false (is_saved (&f));
  gtk_window_close (GTK_WINDOW (window));
  app_window_settle ();
  app_window_tear_down (&f);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/clause-window/save", test_save);
  g_test_add_func ("/clause-window/unchanged", test_unchanged);
  return g_test_run ();
}

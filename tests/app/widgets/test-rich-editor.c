/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "widgets/mlg-rich-editor.h"

#define CLAUSE                                                                                     \
  "<d:section xml:id=\"s\">\n  <d:heading>Products</d:heading>\n"                                  \
  "  <d:p>The <d:field name=\"buyer\"/> asks for <d:b>two</d:b> things:</d:p>\n"                   \
  "  <d:list>\n    <d:item>\n      <d:p>one</d:p>\n    </d:item>\n    <d:item>\n"                  \
  "      <d:p>two</d:p>\n    </d:item>\n  </d:list>\n"                                             \
  "  <when test=\"ambition = 'good'\">\n    <d:p>More.</d:p>\n  </when>\n</d:section>"

typedef struct
{
  MlgRichEditor *editor;
  MlgRichBuffer *buffer;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (labels, (char *) "buyer", (char *) "Name of the buyer");
  f->editor = g_object_ref_sink (g_object_new (MLG_TYPE_RICH_EDITOR, NULL));
  f->buffer = mlg_rich_editor_get_buffer (f->editor);
  g_assert_true (mlg_rich_editor_set_markup (f->editor, CLAUSE, labels, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->editor);
}

static void
assert_markup (Fixture *f, const char *expected)
{
  g_autofree char *markup = mlg_rich_editor_dup_markup (f->editor);

  g_assert_cmpstr (markup, ==, expected);
}

/* The clause with one passage in the place of another. */
static void
assert_changed (Fixture *f, const char *before, const char *after)
{
  g_auto (GStrv) parts = g_strsplit (CLAUSE, before, 2);
  g_autofree char *expected = g_strjoinv (after, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  assert_markup (f, expected);
}

static void
get_words (Fixture *f, const char *words, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (f->buffer), start);
  g_assert_true (gtk_text_iter_forward_search (start, words, 0, start, end, NULL));
}

static void
select_words (Fixture *f, const char *words)
{
  GtkTextIter start, end;

  get_words (f, words, &start, &end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (f->buffer), &start, &end);
}

static void
type_after (Fixture *f, const char *words, const char *text)
{
  GtkTextIter start, end;

  get_words (f, words, &start, &end);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (f->buffer), &end);
  gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (f->buffer), text, -1, TRUE);
}

static void
test_unchanged (Fixture *f, gconstpointer data)
{
  assert_markup (f, CLAUSE);
}

static void
test_typing (Fixture *f, gconstpointer data)
{
  type_after (f, "More", " & more");
  assert_changed (f, "More.", "More &amp; more.");
  mlg_rich_buffer_undo (f->buffer);
  assert_markup (f, CLAUSE);
  mlg_rich_buffer_redo (f->buffer);
  assert_changed (f, "More.", "More &amp; more.");
}

/* What is pasted from elsewhere may hold what XML cannot. */
static void
test_paste (Fixture *f, gconstpointer data)
{
  type_after (f, "More", "\x01\t<x>\r\n\x0c");
  assert_changed (f, "<d:p>More.</d:p>", "<d:p>More &lt;x&gt;</d:p>\n    <d:p>.</d:p>");
}

static void
test_return (Fixture *f, gconstpointer data)
{
  type_after (f, "one", "\nand");
  assert_changed (
      f, "<d:p>one</d:p>\n    </d:item>",
      "<d:p>one</d:p>\n    </d:item>\n    <d:item>\n      <d:p>and</d:p>\n    </d:item>");
  mlg_rich_buffer_undo (f->buffer);
  assert_markup (f, CLAUSE);
}

/* A field is whole: a part of it taken away takes all of it. */
static void
test_field (Fixture *f, gconstpointer data)
{
  select_words (f, "of the");
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (f->buffer), TRUE, TRUE);
  assert_changed (f, "<d:field name=\"buyer\"/>", "");
  mlg_rich_buffer_undo (f->buffer);
  select_words (f, "More");
  mlg_rich_buffer_insert_field (f->buffer, "buyer");
  assert_changed (f, "More.", "<d:field name=\"buyer\"/>.");
}

static void
test_bold (Fixture *f, gconstpointer data)
{
  select_words (f, "More");
  gtk_widget_activate_action (GTK_WIDGET (f->editor), "rich.bold", NULL);
  assert_changed (f, "More.", "<d:b>More</d:b>.");
  select_words (f, "More");
  gtk_widget_activate_action (GTK_WIDGET (f->editor), "rich.bold", NULL);
  assert_markup (f, CLAUSE);
}

static void
test_level (Fixture *f, gconstpointer data)
{
  type_after (f, "one", "\nand");
  g_assert_true (mlg_rich_buffer_change_level (f->buffer, 1));
  assert_changed (f, "<d:p>one</d:p>\n",
                  "<d:p>one</d:p>\n      <d:list>\n        <d:item>\n          <d:p>and</d:p>\n"
                  "        </d:item>\n      </d:list>\n");
  g_assert_true (mlg_rich_buffer_change_level (f->buffer, -1));
  assert_changed (
      f, "<d:p>one</d:p>\n    </d:item>",
      "<d:p>one</d:p>\n    </d:item>\n    <d:item>\n      <d:p>and</d:p>\n    </d:item>");
}

static void
test_list (Fixture *f, gconstpointer data)
{
  select_words (f, "More.");
  gtk_widget_activate_action (GTK_WIDGET (f->editor), "rich.numbers", NULL);
  assert_changed (f, "    <d:p>More.</d:p>\n",
                  "    <d:list numbering=\"decimal\">\n      <d:item>\n        <d:p>More.</d:p>\n"
                  "      </d:item>\n    </d:list>\n");
  gtk_widget_activate_action (GTK_WIDGET (f->editor), "rich.numbers", NULL);
  assert_markup (f, CLAUSE);
}

static void
test_condition (Fixture *f, gconstpointer data)
{
  select_words (f, "More.");
  g_assert_cmpstr (mlg_rich_buffer_get_test (f->buffer), ==, "ambition = 'good'");
  g_assert_true (mlg_rich_buffer_set_test (f->buffer, "lots > 1"));
  assert_changed (f, "ambition = 'good'", "lots &gt; 1");
  mlg_rich_buffer_undo (f->buffer);
  assert_markup (f, CLAUSE);
  select_words (f, "Products");
  g_assert_false (mlg_rich_buffer_set_test (f->buffer, "lots"));
  assert_markup (f, CLAUSE);
  select_words (f, "asks");
  g_assert_null (mlg_rich_buffer_get_test (f->buffer));
  g_assert_true (mlg_rich_buffer_set_test (f->buffer, "lots"));
  assert_changed (f, "  <d:p>The <d:field name=\"buyer\"/> asks for <d:b>two</d:b> things:</d:p>\n",
                  "  <when test=\"lots\">\n    <d:p>The <d:field name=\"buyer\"/> asks for"
                  " <d:b>two</d:b> things:</d:p>\n  </when>\n");
}

/* The head of a condition taken away frees what it held. */
static void
test_condition_removed (Fixture *f, gconstpointer data)
{
  select_words (f, "ambition");
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (f->buffer), TRUE, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_changed (f, "  <when test=\"ambition = 'good'\">\n    <d:p>More.</d:p>\n  </when>\n",
                  "  <d:p/>\n  <d:p>More.</d:p>\n");
}

static void
test_markers (Fixture *f, gconstpointer data)
{
  g_autofree char *none = mlg_rich_buffer_dup_marker (f->buffer, 1);
  g_autofree char *bullet = mlg_rich_buffer_dup_marker (f->buffer, 2);

  g_assert_null (none);
  g_assert_cmpstr (bullet, ==, "•");
  g_assert_cmpuint (mlg_rich_buffer_get_depth (f->buffer, 2), ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/rich-editor/unchanged", test_unchanged);
  ADD ("/rich-editor/typing", test_typing);
  ADD ("/rich-editor/paste", test_paste);
  ADD ("/rich-editor/return", test_return);
  ADD ("/rich-editor/field", test_field);
  ADD ("/rich-editor/bold", test_bold);
  ADD ("/rich-editor/level", test_level);
  ADD ("/rich-editor/list", test_list);
  ADD ("/rich-editor/condition", test_condition);
  ADD ("/rich-editor/condition-removed", test_condition_removed);
  ADD ("/rich-editor/markers", test_markers);
  return g_test_run ();
}

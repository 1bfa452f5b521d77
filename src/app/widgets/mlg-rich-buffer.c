/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-rich-buffer-private.h"

#include <string.h>

#define LONGEST 1000000 /* characters: no clause comes near, and a text within it can be written */
#define PAUSE   (G_TIME_SPAN_SECOND) /* letters closer than this are taken back together */

/* The text of a clause while it is edited. Lines of the buffer are lines of the text: each has its own
 * MlgRichLine beside; elements around words and atoms are tags. Undoing is of whole texts, because what
 * GtkTextBuffer takes back has lost its tags. */
G_DEFINE_FINAL_TYPE (MlgRichBuffer, mlg_rich_buffer, GTK_TYPE_TEXT_BUFFER)

typedef struct
{
  char *markup; /* (owned) */
  int cursor;
} MlgRichState;

static void
state_free (gpointer data)
{
  MlgRichState *state = data;

  g_free (state->markup);
  g_free (state);
}

static void
push_state (GPtrArray *states, const char *markup, int cursor)
{
  MlgRichState *state = g_new0 (MlgRichState, 1);

  state->markup = g_strdup (markup);
  state->cursor = cursor;
  g_ptr_array_add (states, state);
}

static int
get_cursor (MlgRichBuffer *self)
{
  int cursor = 0;

  g_object_get (self, "cursor-position", &cursor, NULL);
  return cursor;
}

MlgRichTag *
mlg_rich_buffer_find_atom (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (MLG_IS_RICH_TAG (l->data) && mlg_rich_tag_get_atom (l->data) != NULL)
      return l->data;
  return NULL;
}

static gboolean
is_inside_atom (const GtkTextIter *iter)
{
  MlgRichTag *tag = mlg_rich_buffer_find_atom (iter);

  return tag != NULL && !gtk_text_iter_starts_tag (iter, GTK_TEXT_TAG (tag));
}

static MlgRichLine *
get_line (MlgRichBuffer *self, int line)
{
  g_assert (line >= 0 && (guint) line < self->lines->len);
  return self->lines->pdata[line];
}

static gboolean
is_whole (const MlgRichLine *line)
{
  return line->kind == MLG_RICH_HEAD || line->kind == MLG_RICH_BLOCK;
}

/* What stands after a line when one presses Return in it. */
MlgRichLine *
mlg_rich_buffer_next_line (const MlgRichLine *line)
{
  gboolean like = line->kind == MLG_RICH_PARAGRAPH && line->own != NULL;
  g_autoptr (MlgRichNode) own =
      like ? mlg_rich_node_copy_without_id (line->own) : mlg_rich_node_new ("d:p");
  MlgRichLine *next = mlg_rich_line_new (MLG_RICH_PARAGRAPH, line->path, own);
  GPtrArray *path = next->path;

  if (path->len > 0 && mlg_rich_node_is (path->pdata[path->len - 1], "d:item"))
    {
      MlgRichNode *item = mlg_rich_node_copy_without_id (path->pdata[path->len - 1]);

      g_ptr_array_set_size (path, (int) path->len - 1);
      g_ptr_array_add (path, item);
    }
  return next;
}

static guint
count_line_ends (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n';
  return n;
}

/* New words look as those before them do, as in any editor; a link does not grow. */
static void
extend_styles (GtkTextBuffer *buffer, int from, int to)
{
  static const char *const styles[] = { "d:b", "d:i", "d:sup", "d:sub", NULL };
  GtkTextIter start, end, before;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  before = start;
  if (gtk_text_iter_starts_line (&start) || !gtk_text_iter_backward_char (&before))
    return;
  tags = gtk_text_iter_get_tags (&before);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      MlgRichNode *node = MLG_IS_RICH_TAG (l->data) ? mlg_rich_tag_get_node (l->data) : NULL;

      if (node != NULL && g_strv_contains (styles, node->name))
        gtk_text_buffer_apply_tag (buffer, l->data, &start, &end);
    }
}

/* What XML can hold, with one sort of line ends. */
static char *
clean_words (const char *text, int length, gboolean own_line)
{
  g_autofree char *copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  g_auto (GStrv) lines = g_regex_split_simple ("\r\n|\r|\u2029|\n", copy, 0, 0);
  g_autofree char *joined = g_strjoinv ("\n", lines);
  GString *clean = g_string_new (own_line ? "\n" : "");

  for (const char *p = joined; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || (!g_unichar_iscntrl (c) && c != 0xFFFC && c < 0xFFFE))
        g_string_append_unichar (clean, c);
      else if (c > 0xFFFF)
        g_string_append_unichar (clean, c);
      else if (c == '\t')
        g_string_append_c (clean, ' ');
    }
  return g_string_free (clean, FALSE);
}

static void
mlg_rich_buffer_insert_text (GtkTextBuffer *buffer, GtkTextIter *iter, const char *text, int length)
{
  MlgRichBuffer *self = MLG_RICH_BUFFER (buffer);
  GtkTextBufferClass *parent = GTK_TEXT_BUFFER_CLASS (mlg_rich_buffer_parent_class);
  g_autofree char *words = NULL;
  gboolean at_start, whole;
  int line, from;

  if (self->loading)
    {
      parent->insert_text (buffer, iter, text, length);
      return;
    }
  if (gtk_text_buffer_get_char_count (buffer) + (length < 0 ? (int) strlen (text) : length)
      > LONGEST)
    return;
  if (is_inside_atom (iter))
    gtk_text_iter_forward_to_tag_toggle (iter, GTK_TEXT_TAG (mlg_rich_buffer_find_atom (iter)));
  line = gtk_text_iter_get_line (iter);
  whole = is_whole (get_line (self, line));
  if (whole && !gtk_text_iter_ends_line (iter))
    gtk_text_iter_forward_to_line_end (iter);
  at_start = gtk_text_iter_starts_line (iter) && !gtk_text_iter_ends_line (iter);
  from = gtk_text_iter_get_offset (iter);
  words = clean_words (text, length, whole && *text != '\n');
  for (guint n = count_line_ends (words); n > 0; n--)
    g_ptr_array_insert (self->lines, at_start ? line : line + 1,
                        mlg_rich_buffer_next_line (get_line (self, line)));
  parent->insert_text (buffer, iter, words, -1);
  extend_styles (buffer, from, gtk_text_iter_get_offset (iter));
  gtk_text_buffer_get_iter_at_offset (buffer, iter, from + (int) g_utf8_strlen (words, -1));
  self->typed = g_utf8_strlen (words, -1) == 1 && *words != '\n';
  mlg_rich_buffer_changed (self);
}

static gboolean
on_reload (gpointer data)
{
  MlgRichBuffer *self = data;
  g_autofree char *markup = mlg_rich_buffer_dup_markup (self);

  self->reload_source = 0;
  mlg_rich_buffer_load (self, markup, get_cursor (self));
  return G_SOURCE_REMOVE;
}

/* A line of which nothing is left is a paragraph like others; what it was the head of is gone with it. */
static void
mend_emptied (MlgRichBuffer *self, int line)
{
  MlgRichLine *was = get_line (self, line);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &iter, line);
  if (!is_whole (was) || !gtk_text_iter_ends_line (&iter))
    return;
  if (was->kind == MLG_RICH_HEAD && was->path->len > 0)
    g_ptr_array_set_size (was->path, (int) was->path->len - 1);
  was->kind = MLG_RICH_PARAGRAPH;
  was->own = mlg_rich_node_new ("d:p");
  if (self->reload_source == 0)
    self->reload_source = g_idle_add (on_reload, self);
}

static void
widen (GtkTextIter *start, GtkTextIter *end)
{
  if (is_inside_atom (start))
    gtk_text_iter_backward_to_tag_toggle (start, GTK_TEXT_TAG (mlg_rich_buffer_find_atom (start)));
  if (is_inside_atom (end))
    gtk_text_iter_forward_to_tag_toggle (end, GTK_TEXT_TAG (mlg_rich_buffer_find_atom (end)));
}

/* Words do not run into a line that is kept whole, from either side. */
static gboolean
keep_apart (MlgRichBuffer *self, GtkTextIter *start, GtkTextIter *end)
{
  int a = gtk_text_iter_get_line (start), b = gtk_text_iter_get_line (end);

  if (a == b)
    return TRUE;
  if (is_whole (get_line (self, a)) && !gtk_text_iter_starts_line (start))
    gtk_text_iter_forward_line (start);
  else if (is_whole (get_line (self, b)) && gtk_text_iter_starts_line (end)
           && !gtk_text_iter_starts_line (start))
    gtk_text_iter_backward_char (end);
  return gtk_text_iter_compare (start, end) < 0;
}

static void
mlg_rich_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  MlgRichBuffer *self = MLG_RICH_BUFFER (buffer);
  int a, b;
  gboolean from_start;

  if (self->loading)
    {
      GTK_TEXT_BUFFER_CLASS (mlg_rich_buffer_parent_class)->delete_range (buffer, start, end);
      return;
    }
  widen (start, end);
  if (!keep_apart (self, start, end))
    {
      *end = *start;
      return;
    }
  a = gtk_text_iter_get_line (start);
  b = gtk_text_iter_get_line (end);
  from_start = gtk_text_iter_starts_line (start);
  GTK_TEXT_BUFFER_CLASS (mlg_rich_buffer_parent_class)->delete_range (buffer, start, end);
  if (b > a)
    g_ptr_array_remove_range (self->lines, from_start ? a : a + 1, b - a);
  mend_emptied (self, a);
  gtk_text_buffer_get_iter_at_offset (buffer, start, gtk_text_iter_get_offset (start));
  self->typed = FALSE;
  mlg_rich_buffer_changed (self);
}

void
mlg_rich_buffer_changed (MlgRichBuffer *self)
{
  self->changed = TRUE;
}

static void
mlg_rich_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  MlgRichBuffer *self = MLG_RICH_BUFFER (buffer);

  if (self->depth++ > 0)
    return;
  self->before = mlg_rich_buffer_dup_markup (self);
  self->cursor_before = get_cursor (self);
  self->changed = self->typed = FALSE;
}

static void
remember (MlgRichBuffer *self)
{
  gint64 now = g_get_monotonic_time ();

  if (!self->typed || now - self->last_typed > PAUSE)
    push_state (self->done, self->before, self->cursor_before);
  self->last_typed = self->typed ? now : 0;
  g_ptr_array_set_size (self->undone, 0);
}

static void
mlg_rich_buffer_end_user_action (GtkTextBuffer *buffer)
{
  MlgRichBuffer *self = MLG_RICH_BUFFER (buffer);

  if (--self->depth > 0)
    return;
  if (self->changed)
    {
      remember (self);
      mlg_rich_buffer_look (self);
    }
  g_clear_pointer (&self->before, g_free);
}

static void
swap_state (MlgRichBuffer *self, GPtrArray *from, GPtrArray *to)
{
  g_autofree char *now = mlg_rich_buffer_dup_markup (self);
  MlgRichState *state;

  if (from->len == 0)
    return;
  push_state (to, now, get_cursor (self));
  state = from->pdata[from->len - 1];
  mlg_rich_buffer_load (self, state->markup, state->cursor);
  g_ptr_array_set_size (from, (int) from->len - 1);
  self->last_typed = 0;
}

static void
mlg_rich_buffer_finalize (GObject *object)
{
  MlgRichBuffer *self = MLG_RICH_BUFFER (object);

  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_free (self->before);
  G_OBJECT_CLASS (mlg_rich_buffer_parent_class)->finalize (object);
}

static void
mlg_rich_buffer_class_init (MlgRichBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mlg_rich_buffer_finalize;
  buffer_class->insert_text = mlg_rich_buffer_insert_text;
  buffer_class->delete_range = mlg_rich_buffer_delete_range;
  buffer_class->begin_user_action = mlg_rich_buffer_begin_user_action;
  buffer_class->end_user_action = mlg_rich_buffer_end_user_action;
}

static void
mlg_rich_buffer_init (MlgRichBuffer *self)
{
  g_autoptr (GPtrArray) path = mlg_rich_path_new ();
  g_autoptr (MlgRichNode) p = mlg_rich_node_new ("d:p");

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_rich_line_free);
  g_ptr_array_add (self->lines, mlg_rich_line_new (MLG_RICH_PARAGRAPH, path, p));
  self->done = g_ptr_array_new_with_free_func (state_free);
  self->undone = g_ptr_array_new_with_free_func (state_free);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
}

/**
 * mlg_rich_buffer_undo:
 *
 * Takes back the last thing that was written here.
 */
void
mlg_rich_buffer_undo (MlgRichBuffer *self)
{
  swap_state (self, self->done, self->undone);
}

/** mlg_rich_buffer_redo: */
void
mlg_rich_buffer_redo (MlgRichBuffer *self)
{
  swap_state (self, self->undone, self->done);
}

/** mlg_rich_buffer_get_line: */
const MlgRichLine *
mlg_rich_buffer_get_line (MlgRichBuffer *self, guint line)
{
  return line < self->lines->len ? self->lines->pdata[line] : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-rich-buffer-private.h"

/* What the tools above the text do to the lines and words that are selected. */

static MlgRichLine *
line_at (MlgRichBuffer *self, guint i)
{
  return self->lines->pdata[i];
}

/* The lines that the selection touches. */
static void
get_selected (MlgRichBuffer *self, guint *first, guint *last)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  *first = (guint) gtk_text_iter_get_line (&start);
  *last = (guint) gtk_text_iter_get_line (&end);
  if (*last > *first && gtk_text_iter_starts_line (&end))
    (*last)--;
}

static MlgRichTag *
find_style (const GtkTextIter *iter, const char *name)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *l = tags; l != NULL; l = l->next)
    {
      MlgRichNode *node = MLG_IS_RICH_TAG (l->data) ? mlg_rich_tag_get_node (l->data) : NULL;

      if (node != NULL && mlg_rich_node_is (node, name))
        return l->data;
    }
  return NULL;
}

static gboolean
has_style_throughout (const GtkTextIter *start, const GtkTextIter *end, const char *name)
{
  GtkTextIter iter = *start;

  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      if (!gtk_text_iter_ends_line (&iter) && find_style (&iter, name) == NULL)
        return FALSE;
      gtk_text_iter_forward_char (&iter);
    }
  return TRUE;
}

static void
remove_style (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, const char *name)
{
  GtkTextIter iter = *start;

  for (; gtk_text_iter_compare (&iter, end) < 0; gtk_text_iter_forward_char (&iter))
    {
      MlgRichTag *tag = find_style (&iter, name);

      if (tag != NULL)
        gtk_text_buffer_remove_tag (buffer, GTK_TEXT_TAG (tag), start, end);
    }
}

static void
add_style (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, const char *name)
{
  g_autoptr (MlgRichNode) node = mlg_rich_node_new (name);
  g_autoptr (GtkTextTag) tag = mlg_rich_tag_new (node);

  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (buffer), tag);
  gtk_text_buffer_apply_tag (buffer, tag, start, end);
}

/* Atoms are styled whole, and lines kept whole not at all. */
static void
toggle_in_line (MlgRichBuffer *self,
                guint i,
                GtkTextIter *start,
                GtkTextIter *end,
                const char *name,
                gboolean on)
{
  if (line_at (self, i)->kind == MLG_RICH_HEAD || line_at (self, i)->kind == MLG_RICH_BLOCK)
    return;
  remove_style (GTK_TEXT_BUFFER (self), start, end, name);
  if (on)
    add_style (GTK_TEXT_BUFFER (self), start, end, name);
}

static void
get_part (MlgRichBuffer *self, guint i, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter line_start, line_end;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &line_start, (int) i);
  line_end = line_start;
  if (!gtk_text_iter_ends_line (&line_end))
    gtk_text_iter_forward_to_line_end (&line_end);
  if (gtk_text_iter_compare (&line_start, start) > 0)
    *start = line_start;
  if (gtk_text_iter_compare (&line_end, end) < 0)
    *end = line_end;
}

/**
 * mlg_rich_buffer_toggle_style:
 * @name: d:b or d:i
 *
 * Puts the selected words into this style, or takes them out of it when they all are.
 */
void
mlg_rich_buffer_toggle_style (MlgRichBuffer *self, const char *name)
{
  GtkTextIter start, end;
  guint first, last;
  gboolean on;

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    return;
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  on = !has_style_throughout (&start, &end, name);
  get_selected (self, &first, &last);
  for (guint i = first; i <= last; i++)
    {
      GtkTextIter from = start, to = end;

      get_part (self, i, &from, &to);
      if (gtk_text_iter_compare (&from, &to) < 0)
        toggle_in_line (self, i, &from, &to, name, on);
    }
  mlg_rich_buffer_changed (self);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
}

static void
set_path (MlgRichLine *line, guint length, MlgRichNode *list, MlgRichNode *item)
{
  g_ptr_array_set_size (line->path, (int) length);
  if (list != NULL)
    g_ptr_array_add (line->path, mlg_rich_node_ref (list));
  if (item != NULL)
    g_ptr_array_add (line->path, mlg_rich_node_ref (item));
}

static gboolean
is_item (const MlgRichLine *line)
{
  return line->kind == MLG_RICH_PARAGRAPH && line->path->len >= 2
         && mlg_rich_node_is (line->path->pdata[line->path->len - 1], "d:item")
         && mlg_rich_node_is (line->path->pdata[line->path->len - 2], "d:list");
}

/* Out of a list: an item of the list around it when there is one, else a paragraph. */
static void
raise_item (MlgRichLine *line)
{
  g_autoptr (MlgRichNode) item = mlg_rich_node_new ("d:item");
  gboolean in_item;

  set_path (line, line->path->len - 2, NULL, NULL);
  in_item =
      line->path->len > 0 && mlg_rich_node_is (line->path->pdata[line->path->len - 1], "d:item");
  if (in_item)
    set_path (line, line->path->len - 1, NULL, item);
}

/* Into a list below the item before it: that which is there, or a new one like its own. */
static gboolean
lower_item (MlgRichBuffer *self, guint i)
{
  MlgRichLine *line = line_at (self, i);
  guint at = line->path->len - 1;
  const MlgRichLine *before = i > 0 ? line_at (self, i - 1) : NULL;
  g_autoptr (MlgRichNode) list = NULL;
  g_autoptr (MlgRichNode) item = mlg_rich_node_ref (line->path->pdata[at]);

  g_ptr_array_set_size (line->path, (int) at);
  if (before == NULL || before->path->len <= at
      || before->path->pdata[at - 1] != line->path->pdata[at - 1]
      || !mlg_rich_node_is (before->path->pdata[at], "d:item") || before->path->pdata[at] == item)
    {
      g_ptr_array_add (line->path, g_steal_pointer (&item));
      return FALSE;
    }
  g_ptr_array_add (line->path, mlg_rich_node_ref (before->path->pdata[at]));
  if (before->path->len > at + 1 && mlg_rich_node_is (before->path->pdata[at + 1], "d:list"))
    list = mlg_rich_node_ref (before->path->pdata[at + 1]);
  else
    list = mlg_rich_node_copy_without_id (line->path->pdata[at - 1]);
  set_path (line, at + 1, list, item);
  return TRUE;
}

/**
 * mlg_rich_buffer_change_level:
 * @by: 1 for a level deeper, -1 for one less
 *
 * Returns: whether the selected lines are items whose level could change
 */
gboolean
mlg_rich_buffer_change_level (MlgRichBuffer *self, int by)
{
  guint first, last;
  gboolean any = FALSE;

  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  get_selected (self, &first, &last);
  for (guint i = first; i <= last; i++)
    if (is_item (line_at (self, i)) && by < 0)
      {
        raise_item (line_at (self, i));
        any = TRUE;
      }
    else if (is_item (line_at (self, i)))
      any |= lower_item (self, i);
  if (any)
    mlg_rich_buffer_changed (self);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
  return any;
}

static gboolean
are_items (MlgRichBuffer *self, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    if (!is_item (line_at (self, i)))
      return FALSE;
  return TRUE;
}

/* Paragraphs that stand at the same place become items of one list. */
static void
make_items (MlgRichBuffer *self, guint first, guint last, const char *numbering)
{
  g_autoptr (MlgRichNode) list = mlg_rich_node_new ("d:list");

  if (numbering != NULL)
    mlg_rich_node_set (list, "numbering", numbering);
  for (guint i = first; i <= last; i++)
    {
      MlgRichLine *line = line_at (self, i);
      g_autoptr (MlgRichNode) item = mlg_rich_node_new ("d:item");

      if (line->kind == MLG_RICH_PARAGRAPH && !is_item (line))
        set_path (line, line->path->len, list, item);
    }
}

/**
 * mlg_rich_buffer_toggle_list:
 * @numbering: (nullable): how items are numbered; %NULL for bullets
 *
 * Makes the selected paragraphs items of a list, or paragraphs again when they all are items.
 */
void
mlg_rich_buffer_toggle_list (MlgRichBuffer *self, const char *numbering)
{
  guint first, last;

  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  get_selected (self, &first, &last);
  if (are_items (self, first, last))
    for (guint i = first; i <= last; i++)
      raise_item (line_at (self, i));
  else
    make_items (self, first, last, numbering);
  mlg_rich_buffer_changed (self);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
}

/**
 * mlg_rich_buffer_insert_field:
 * @name: of a field
 *
 * Puts a field where the cursor is.
 */
void
mlg_rich_buffer_insert_field (MlgRichBuffer *self, const char *name)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const char *label = self->labels != NULL ? g_hash_table_lookup (self->labels, name) : NULL;
  g_autofree char *atom = mlg_rich_field_write (name);
  g_autoptr (GtkTextTag) tag = mlg_rich_tag_new_atom (atom);
  GtkTextIter start, end;
  int length = (int) g_utf8_strlen (label != NULL ? label : name, -1);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (buffer), tag);
  gtk_text_buffer_insert_at_cursor (buffer, label != NULL ? label : name, -1);
  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  start = end;
  gtk_text_iter_backward_chars (&start, length);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
}

/* The condition that the cursor is in. */
static MlgRichNode *
find_condition (MlgRichBuffer *self)
{
  guint first, last;

  get_selected (self, &first, &last);
  return mlg_rich_path_find (line_at (self, first)->path, "when", NULL);
}

/**
 * mlg_rich_buffer_get_test:
 *
 * Returns: (transfer none) (nullable): the expression of the condition that the cursor is in
 */
const char *
mlg_rich_buffer_get_test (MlgRichBuffer *self)
{
  MlgRichNode *node = find_condition (self);

  return node != NULL ? mlg_rich_node_get (node, "test") : NULL;
}

static guint
count_shared (MlgRichBuffer *self, guint first, guint last)
{
  GPtrArray *path = line_at (self, first)->path;
  guint shared = path->len;

  for (guint i = first; i <= last; i++)
    {
      guint n = 0;

      while (n < shared && n < line_at (self, i)->path->len
             && line_at (self, i)->path->pdata[n] == path->pdata[n])
        n++;
      shared = n;
    }
  return shared;
}

static void
wrap (MlgRichBuffer *self, const char *test)
{
  g_autoptr (MlgRichNode) node = mlg_rich_node_new ("when");
  g_autoptr (GPtrArray) lines = mlg_rich_buffer_read_lines (self);
  g_autofree char *markup = NULL;
  guint first, last, shared;
  MlgRichLine *head;

  get_selected (self, &first, &last);
  shared = count_shared (self, first, last);
  mlg_rich_node_set (node, "test", test);
  for (guint i = first; i <= last; i++)
    g_ptr_array_insert (((MlgRichLine *) lines->pdata[i])->path, (int) shared,
                        mlg_rich_node_ref (node));
  head = mlg_rich_line_new (MLG_RICH_HEAD, ((MlgRichLine *) lines->pdata[first])->path, NULL);
  g_ptr_array_set_size (head->path, (int) shared + 1);
  g_ptr_array_insert (lines, (int) first, head);
  markup = mlg_rich_text_write (lines, NULL);
  mlg_rich_buffer_load (self, markup, self->cursor_before);
}

/* The same element may be shared with texts that are kept to be undone only as markup: it can change. */
static void
change_test (MlgRichBuffer *self, MlgRichNode *node, const char *test)
{
  g_autofree char *markup = NULL;

  mlg_rich_node_set (node, "test", test);
  markup = mlg_rich_buffer_dup_markup (self);
  mlg_rich_buffer_load (self, markup, self->cursor_before);
}

/* A heading stays the first of its section: no condition parts them. */
static gboolean
has_heading (MlgRichBuffer *self)
{
  guint first, last;

  get_selected (self, &first, &last);
  for (guint i = first; i <= last; i++)
    if (line_at (self, i)->kind == MLG_RICH_HEADING)
      return TRUE;
  return FALSE;
}

/**
 * mlg_rich_buffer_set_test:
 * @test: an expression
 *
 * Changes the condition that the cursor is in; puts the selected lines under a new one when it is in none.
 *
 * Returns: %FALSE when nothing was done: a heading cannot stand under a condition without its section
 */
gboolean
mlg_rich_buffer_set_test (MlgRichBuffer *self, const char *test)
{
  MlgRichNode *node = find_condition (self);

  if (node == NULL && has_heading (self))
    return FALSE;

  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  if (node != NULL)
    change_test (self, node, test);
  else
    wrap (self, test);
  mlg_rich_buffer_changed (self);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
  return TRUE;
}

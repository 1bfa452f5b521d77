/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-rich-buffer-private.h"

#define INDENT 24 /* pixels for each level */

/* From the markup to the text and back, and how its lines look. */

static GtkTextTag *
add_tag (MlgRichBuffer *self, GtkTextTag *tag)
{
  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), tag);
  g_object_unref (tag);
  return tag;
}

static void
insert_span (MlgRichBuffer *self, const MlgRichSpan *span, GHashTable *tags)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start, end;
  int from;

  gtk_text_buffer_get_end_iter (buffer, &end);
  from = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert (buffer, &end, span->text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  for (guint i = 0; i < span->path->len; i++)
    {
      GtkTextTag *tag = g_hash_table_lookup (tags, span->path->pdata[i]);

      if (tag == NULL)
        {
          tag = add_tag (self, mlg_rich_tag_new (span->path->pdata[i]));
          g_hash_table_insert (tags, span->path->pdata[i], tag);
        }
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
  if (span->atom != NULL)
    gtk_text_buffer_apply_tag (buffer, add_tag (self, mlg_rich_tag_new_atom (span->atom)), &start,
                               &end);
}

static void
collect_tag (GtkTextTag *tag, gpointer data)
{
  g_ptr_array_add (data, tag);
}

static void
clear (MlgRichBuffer *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), "", 0);
  gtk_text_tag_table_foreach (table, collect_tag, tags);
  for (guint i = 0; i < tags->len; i++)
    gtk_text_tag_table_remove (table, tags->pdata[i]);
}

static void
fill (MlgRichBuffer *self)
{
  g_autoptr (GHashTable) tags = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const MlgRichLine *line = self->lines->pdata[i];

      if (i > 0)
        {
          GtkTextIter end;

          gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self), &end);
          gtk_text_buffer_insert (GTK_TEXT_BUFFER (self), &end, "\n", 1);
        }
      for (guint j = 0; j < line->spans->len; j++)
        insert_span (self, line->spans->pdata[j], tags);
    }
}

static void
show (MlgRichBuffer *self, GPtrArray *lines, int cursor)
{
  GtkTextIter iter;

  self->loading = TRUE;
  clear (self);
  if (lines->len > 0)
    {
      g_ptr_array_unref (self->lines);
      self->lines = g_ptr_array_ref (lines);
      fill (self);
    }
  else
    g_ptr_array_set_size (self->lines, 1);
  self->loading = FALSE;
  mlg_rich_buffer_look (self);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &iter, cursor);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &iter);
}

/* The markup comes from here: it can be read. */
void
mlg_rich_buffer_load (MlgRichBuffer *self, const char *markup, int cursor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = mlg_rich_text_read (markup, self->labels, &error);

  if (lines == NULL)
    g_error ("a text that was written cannot be read: %s", error->message);
  show (self, lines, cursor);
}

/**
 * mlg_rich_buffer_set_markup:
 * @markup: the text of a clause
 * @labels: (nullable) (element-type utf8 utf8): what fields are called, by their names
 *
 * Returns: %FALSE with @error set when it is not XML; the text before stays
 */
gboolean
mlg_rich_buffer_set_markup (MlgRichBuffer *self,
                            const char *markup,
                            GHashTable *labels,
                            GError **error)
{
  g_autoptr (GPtrArray) lines = mlg_rich_text_read (markup, labels, error);

  if (lines == NULL)
    return FALSE;
  g_clear_pointer (&self->labels, g_hash_table_unref);
  self->labels = labels != NULL ? g_hash_table_ref (labels) : NULL;
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
  show (self, lines, 0);
  return TRUE;
}

/* The span that begins at an iter, which is moved to its end. */
static MlgRichSpan *
take_span (GtkTextIter *iter, const GtkTextIter *line_end)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);
  g_autoptr (GPtrArray) path = mlg_rich_path_new ();
  g_autofree char *text = NULL;
  MlgRichTag *atom = mlg_rich_buffer_find_atom (iter);
  GtkTextIter start = *iter;

  for (GSList *l = tags; l != NULL; l = l->next)
    if (MLG_IS_RICH_TAG (l->data) && mlg_rich_tag_get_node (l->data) != NULL)
      g_ptr_array_add (path, mlg_rich_node_ref (mlg_rich_tag_get_node (l->data)));
  if (!gtk_text_iter_forward_to_tag_toggle (iter, atom != NULL ? GTK_TEXT_TAG (atom) : NULL)
      || gtk_text_iter_compare (iter, line_end) > 0)
    *iter = *line_end;
  text = gtk_text_iter_get_text (&start, iter);
  return mlg_rich_span_new (path, text, atom != NULL ? mlg_rich_tag_get_atom (atom) : NULL);
}

static MlgRichLine *
take_line (MlgRichBuffer *self, guint i)
{
  const MlgRichLine *format = self->lines->pdata[i];
  MlgRichLine *line = mlg_rich_line_new (format->kind, format->path, format->own);
  GtkTextIter iter, end;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &iter, (int) i);
  end = iter;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  while (gtk_text_iter_compare (&iter, &end) < 0)
    g_ptr_array_add (line->spans, take_span (&iter, &end));
  return line;
}

GPtrArray *
mlg_rich_buffer_read_lines (MlgRichBuffer *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_rich_line_free);

  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (lines, take_line (self, i));
  return lines;
}

/**
 * mlg_rich_buffer_dup_markup:
 *
 * Returns: (transfer full): the text as it is now; what was set, when nothing was changed
 */
char *
mlg_rich_buffer_dup_markup (MlgRichBuffer *self)
{
  g_autoptr (GPtrArray) lines = mlg_rich_buffer_read_lines (self);
  g_autoptr (GError) error = NULL;
  char *markup = mlg_rich_text_write (lines, &error);

  if (markup == NULL)
    g_error ("a text cannot be written: %s", error->message);
  return markup;
}

/**
 * mlg_rich_buffer_get_depth:
 *
 * Returns: how many lists and conditions a line is in
 */
guint
mlg_rich_buffer_get_depth (MlgRichBuffer *self, guint line)
{
  const MlgRichLine *of = mlg_rich_buffer_get_line (self, line);
  guint depth = 0;

  for (guint i = 0; of != NULL && i < of->path->len; i++)
    if (mlg_rich_node_is (of->path->pdata[i], "d:list")
        || mlg_rich_node_needs_head (of->path->pdata[i]))
      depth++;
  return of != NULL && of->kind == MLG_RICH_HEAD && depth > 0 ? depth - 1 : depth;
}

static gboolean
begins_item (MlgRichBuffer *self, guint line, guint *at)
{
  const MlgRichLine *of = self->lines->pdata[line];
  MlgRichNode *item = mlg_rich_path_find (of->path, "d:item", at);
  const MlgRichLine *before = line > 0 ? self->lines->pdata[line - 1] : NULL;

  return item != NULL && of->kind != MLG_RICH_HEAD
         && (before == NULL || !g_ptr_array_find (before->path, item, NULL));
}

static guint
count_items (MlgRichBuffer *self, MlgRichNode *list, guint line)
{
  guint n = 0, at = 0;

  for (guint i = 0; i <= line; i++)
    if (begins_item (self, i, &at))
      {
        const MlgRichLine *of = self->lines->pdata[i];

        n += mlg_rich_path_find (of->path, "d:list", NULL) == list;
      }
  return n;
}

/**
 * mlg_rich_buffer_dup_marker:
 *
 * Returns: (transfer full) (nullable): the bullet or number before a line
 */
char *
mlg_rich_buffer_dup_marker (MlgRichBuffer *self, guint line)
{
  const MlgRichLine *of = mlg_rich_buffer_get_line (self, line);
  const char *numbering, *start, *after;
  MlgRichNode *list;
  guint n, at = 0;

  if (of == NULL || !begins_item (self, line, &at))
    return NULL;
  list = mlg_rich_path_find (of->path, "d:list", NULL);
  numbering = list != NULL ? mlg_rich_node_get (list, "numbering") : NULL;
  if (numbering == NULL)
    return g_strdup ("•");
  start = mlg_rich_node_get (list, "start");
  after = mlg_rich_node_get (list, "after");
  n = count_items (self, list, line) - 1
      + (start != NULL ? (guint) g_ascii_strtoull (start, NULL, 10) : 1);
  if (g_str_has_suffix (numbering, "letter") && n >= 1 && n <= 26)
    return g_strdup_printf ("%c%s",
                            (g_str_has_prefix (numbering, "upper") ? 'A' : 'a') + (int) n - 1,
                            after != NULL ? after : ".");
  return g_strdup_printf ("%u%s", n, after != NULL ? after : ".");
}

static GtkTextTag *
get_look (MlgRichBuffer *self, const char *name)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);

  if (tag != NULL)
    return tag;
  tag = add_tag (self, gtk_text_tag_new (name));
  if (g_str_equal (name, "heading"))
    g_object_set (tag, "weight", PANGO_WEIGHT_BOLD, "scale", 1.2, NULL);
  else if (g_str_equal (name, "head"))
    g_object_set (tag, "style", PANGO_STYLE_ITALIC, NULL);
  else if (g_str_has_prefix (name, "depth-"))
    g_object_set (tag, "left-margin", INDENT * atoi (name + 6) + 12, NULL);
  return tag;
}

static void
look_line (MlgRichBuffer *self, guint i)
{
  const MlgRichLine *line = self->lines->pdata[i];
  g_autofree char *depth = g_strdup_printf ("depth-%u", mlg_rich_buffer_get_depth (self, i));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &start, (int) i);
  end = start;
  gtk_text_iter_forward_line (&end);
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), get_look (self, depth), &start, &end);
  if (line->kind == MLG_RICH_HEADING)
    gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), get_look (self, "heading"), &start, &end);
  if (line->kind == MLG_RICH_HEAD)
    gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), get_look (self, "head"), &start, &end);
}

static void
remove_look (GtkTextTag *tag, gpointer data)
{
  GtkTextBuffer *buffer = data;
  GtkTextIter start, end;

  if (MLG_IS_RICH_TAG (tag))
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
}

/* Shows what each line is: headings, levels, conditions. */
void
mlg_rich_buffer_look (MlgRichBuffer *self)
{
  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), remove_look,
                              self);
  for (guint i = 0; i < self->lines->len; i++)
    look_line (self, i);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/mlg-xml-write.h"
#include "library/mlg-fragment.h"
#include "mlg-rich-text.h"

/* Elements are opened and closed as the paths of what follows ask for it. */
typedef struct
{
  GString *out;
  GPtrArray *open;    /* (unowned elements) MlgRichNode, the outermost first */
  GHashTable *opened; /* set of MlgRichNode that were opened already: their identifier is taken */
  GHashTable *heads;  /* set of MlgRichNode that have a head */
} Writer;

static void
open_node (Writer *self, const MlgRichNode *node, gboolean with_id)
{
  g_string_append_printf (self->out, "<%s", node->name);
  for (guint i = 0; i < node->attributes->len; i += 2)
    if (with_id || !g_str_equal (node->attributes->pdata[i], "xml:id"))
      {
        g_string_append_printf (self->out, " %s=\"", (char *) node->attributes->pdata[i]);
        mlg_xml_append_escaped (self->out, node->attributes->pdata[i + 1], TRUE);
        g_string_append_c (self->out, '"');
      }
  g_string_append_c (self->out, '>');
}

static void
close_node (Writer *self, const MlgRichNode *node)
{
  g_string_append_printf (self->out, "</%s>", node->name);
}

/* Whether an element of a path is written: one that needs a head is gone with it, and what holds otherwise
 * goes with its condition. */
static gboolean
is_written (Writer *self, GPtrArray *path, guint at)
{
  MlgRichNode *node = path->pdata[at];

  if (!mlg_rich_node_needs_head (node))
    return TRUE;
  if (!g_hash_table_contains (self->heads, node))
    return FALSE;
  return !mlg_rich_node_is (node, "otherwise")
         || (at > 0 && mlg_rich_node_is (path->pdata[at - 1], "when")
             && g_hash_table_contains (self->heads, path->pdata[at - 1]));
}

/* A new array of the elements of the path that are written, none owned. */
static GPtrArray *
select_written (Writer *self, GPtrArray *path)
{
  GPtrArray *written = g_ptr_array_new ();

  for (guint i = 0; i < path->len; i++)
    if (is_written (self, path, i))
      g_ptr_array_add (written, path->pdata[i]);
  return written;
}

static void
close_down_to (Writer *self, guint n)
{
  while (self->open->len > n)
    {
      close_node (self, self->open->pdata[self->open->len - 1]);
      g_ptr_array_set_size (self->open, (int) self->open->len - 1);
    }
}

static void
enter (Writer *self, GPtrArray *path)
{
  guint same = 0;

  while (same < self->open->len && same < path->len && self->open->pdata[same] == path->pdata[same])
    same++;
  close_down_to (self, same);
  for (guint i = same; i < path->len; i++)
    {
      open_node (self, path->pdata[i], g_hash_table_add (self->opened, path->pdata[i]));
      g_ptr_array_add (self->open, path->pdata[i]);
    }
}

static void
write_spans (Writer *self, const MlgRichLine *line)
{
  Writer inside = { self->out, g_ptr_array_new (), self->opened, self->heads };

  for (guint i = 0; i < line->spans->len; i++)
    {
      const MlgRichSpan *span = line->spans->pdata[i];

      enter (&inside, span->path);
      if (span->atom != NULL)
        g_string_append (self->out, span->atom);
      else
        mlg_xml_append_escaped (self->out, span->text, FALSE);
    }
  close_down_to (&inside, 0);
  g_ptr_array_unref (inside.open);
}

static void
write_line (Writer *self, const MlgRichLine *line)
{
  g_autoptr (GPtrArray) path = select_written (self, line->path);

  enter (self, path);
  if (line->kind == MLG_RICH_HEAD)
    return;
  if (line->own != NULL)
    open_node (self, line->own, TRUE);
  write_spans (self, line);
  if (line->own != NULL)
    close_node (self, line->own);
}

static void
find_heads (Writer *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MlgRichLine *line = lines->pdata[i];

      if (line->kind == MLG_RICH_HEAD && line->path->len > 0)
        g_hash_table_add (self->heads, line->path->pdata[line->path->len - 1]);
    }
}

static char *
write_raw (GPtrArray *lines)
{
  Writer self = { g_string_new (NULL), g_ptr_array_new (), g_hash_table_new (NULL, NULL),
                  g_hash_table_new (NULL, NULL) };

  find_heads (&self, lines);
  for (guint i = 0; i < lines->len; i++)
    write_line (&self, lines->pdata[i]);
  close_down_to (&self, 0);
  g_ptr_array_unref (self.open);
  g_hash_table_unref (self.opened);
  g_hash_table_unref (self.heads);
  return g_string_free (self.out, FALSE);
}

/**
 * mlg_rich_text_write:
 * @lines: (element-type MlgRichLine):
 *
 * Lines that were only read are written as they were: the markup is the same. An element that is opened a
 * second time, because something was put in its middle, leaves its identifier to the first.
 *
 * Returns: (transfer full): the text of a clause, in its canonical form; %NULL with @error set
 */
char *
mlg_rich_text_write (GPtrArray *lines, GError **error)
{
  g_autofree char *raw = write_raw (lines);
  g_autoptr (xmlDoc) doc = mlg_fragment_read (raw, error);

  return doc != NULL ? mlg_fragment_write_children (xmlDocGetRootElement (doc)) : NULL;
}

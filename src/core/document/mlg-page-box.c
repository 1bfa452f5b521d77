/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-box.h"

#include "mlg-page-band.h"

struct _MlgPagePool
{
  GPtrArray *boxes;      /* (owned) (element-type MlgPageBox) */
  GPtrArray *texts;      /* (owned) (element-type MlgPageText) */
  GPtrArray *tags;       /* (owned) (element-type MlgPageTag) */
  GPtrArray *arrays;     /* (owned) (element-type GPtrArray) */
  GStringChunk *strings; /* (owned) */
};

static void
clear_item (gpointer data)
{
  MlgPageItem *item = data;

  g_clear_pointer (&item->runs, mlg_page_run_free_all);
}

static void
free_box (gpointer data)
{
  MlgPageBox *self = data;

  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->children, g_array_unref);
  g_clear_pointer (&self->anchors, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->band, mlg_page_band_free);
  g_free (self);
}

static void
free_text (gpointer data)
{
  MlgPageText *self = data;

  g_string_free (self->words, TRUE);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_array_unref (self->spans);
  g_array_unref (self->anchors);
  g_array_unref (self->calls);
  g_free (self);
}

/**
 * mlg_page_pool_new:
 *
 * Makes the memory of one document's pages: boxes, texts, tags and strings live in it and go
 * together.
 *
 * Returns: (transfer full): what was made
 */
MlgPagePool *
mlg_page_pool_new (void)
{
  MlgPagePool *self = g_new0 (MlgPagePool, 1);

  self->boxes = g_ptr_array_new_with_free_func (free_box);
  self->texts = g_ptr_array_new_with_free_func (free_text);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->strings = g_string_chunk_new (4096);
  return self;
}

/**
 * mlg_page_pool_free:
 * @self: (transfer full): a pool
 *
 * Frees a pool with all that was ever added to it.
 */
void
mlg_page_pool_free (MlgPagePool *self)
{
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->arrays);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * mlg_page_pool_add_box:
 *
 * Makes an empty box; it lives as long as its pool.
 */
MlgPageBox *
mlg_page_pool_add_box (MlgPagePool *self)
{
  MlgPageBox *box = g_new0 (MlgPageBox, 1);

  g_ptr_array_add (self->boxes, box);
  return box;
}

/**
 * mlg_page_pool_add_text:
 * @tag: (nullable): what the text is for who does not see it; of the same pool
 *
 * Makes an empty text; it lives as long as its pool.
 */
MlgPageText *
mlg_page_pool_add_text (MlgPagePool *self, const MlgPageTag *tag)
{
  MlgPageText *text = g_new0 (MlgPageText, 1);

  text->words = g_string_new (NULL);
  text->attributes = pango_attr_list_new ();
  text->spans = g_array_new (FALSE, FALSE, sizeof (MlgPageSpan));
  text->anchors = g_array_new (FALSE, FALSE, sizeof (MlgPageMark));
  text->calls = g_array_new (FALSE, FALSE, sizeof (MlgPageMark));
  text->tag = tag;
  g_ptr_array_add (self->texts, text);
  return text;
}

/* A list that lives as long as the pages. */
GPtrArray *
mlg_page_pool_add_boxes (MlgPagePool *self)
{
  GPtrArray *boxes = g_ptr_array_new ();

  g_ptr_array_add (self->arrays, boxes);
  return boxes;
}

/**
 * mlg_page_pool_add_tag:
 * @parent: (nullable): the tag that it stands in; of the same pool
 * @name: the structure type, such as "P" or "TD" (ISO 32000-1, 14.8.4); static
 *
 * Makes a tag of the logical structure; it lives as long as its pool.
 */
const MlgPageTag *
mlg_page_pool_add_tag (MlgPagePool *self, const MlgPageTag *parent, const char *name)
{
  MlgPageTag *tag = g_new0 (MlgPageTag, 1);

  tag->parent = parent;
  tag->name = name;
  tag->depth = parent != NULL ? parent->depth + 1 : 1;
  g_ptr_array_add (self->tags, tag);
  return tag;
}

/**
 * mlg_page_pool_add_string:
 * @string: a text, which is copied
 *
 * Keeps a string as long as the pool.
 */
const char *
mlg_page_pool_add_string (MlgPagePool *self, const char *string)
{
  return g_string_chunk_insert (self->strings, string);
}

/* The item may be filled until the next one is added. */
MlgPageItem *
mlg_page_box_add_item (MlgPageBox *self, MlgPageItemKind kind)
{
  MlgPageItem item = { .kind = kind };

  if (self->items == NULL)
    {
      self->items = g_array_sized_new (FALSE, FALSE, sizeof (MlgPageItem), 1);
      g_array_set_clear_func (self->items, clear_item);
    }
  g_array_append_val (self->items, item);
  return &g_array_index (self->items, MlgPageItem, self->items->len - 1);
}

/**
 * mlg_page_box_add_fill:
 * @colour: 0xRRGGBB
 * @x: in points from the left of the box
 * @y: in points from its top
 * @w: in points
 * @h: in points
 *
 * Adds a filled rectangle, which is drawn before what stands in the box.
 */
void
mlg_page_box_add_fill (MlgPageBox *self, guint32 colour, double x, double y, double w, double h)
{
  MlgPageItem *item = mlg_page_box_add_item (self, MLG_PAGE_FILL);

  item->colour = colour;
  item->x = x;
  item->y = y;
  item->width = w;
  item->height = h;
}

/**
 * mlg_page_box_add_child:
 * @child: a box of the same pool, in one place only
 * @x: in points from the left of the box
 * @y: in points from its top
 *
 * Puts a box into another one.
 */
void
mlg_page_box_add_child (MlgPageBox *self, MlgPageBox *child, double x, double y)
{
  MlgPagePlacement placement = { child, x, y, FALSE };

  if (self->children == NULL)
    self->children = g_array_new (FALSE, FALSE, sizeof (MlgPagePlacement));
  g_array_append_val (self->children, placement);
}

/* Makes a box higher, without moving what it holds beside itself. */
void
mlg_page_box_pad (MlgPageBox *self, double above, double below)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    g_array_index (self->items, MlgPageItem, i).y += above;
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    g_array_index (self->children, MlgPagePlacement, i).y += above;
  self->height += above + below;
  if (self->baseline > 0)
    self->baseline += above;
}

/* Of boxes one below the other. */
double
mlg_page_boxes_height (const GPtrArray *boxes)
{
  double height = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const MlgPageBox *box = boxes->pdata[i];

      height += box->height + (i > 0 ? box->before : 0);
    }
  return height;
}

/* The span that holds the byte @at, if any. */
const MlgPageSpan *
mlg_page_text_find_span (const MlgPageText *self, gsize at)
{
  guint low = 0;
  guint high = self->spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const MlgPageSpan *span = &g_array_index (self->spans, MlgPageSpan, middle);

      if (at < span->start)
        high = middle;
      else if (at >= span->end)
        low = middle + 1;
      else
        return span;
    }
  return NULL;
}

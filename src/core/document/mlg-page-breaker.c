/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-breaker.h"

#include <string.h>

#include "mlg-page-band.h"

/* Of the height of the text: a band that is higher than a page starts on the present page when at
 * least this much is left, and header rows are repeated when they take no more than this. */
#define WORTH_STARTING 0.25
#define HIGHEST_HEADER 0.4

#define NOTE_RULE_HEIGHT 6.0 /* the rule of footnotes and the space under it */
#define NOTE_RULE_WIDTH  140.0

/**
 * mlg_page_breaker_init:
 *
 * Begins to put boxes on pages; all is given by mlg_page_breaker_feed(), and
 * mlg_page_breaker_clear() ends it.
 */
void
mlg_page_breaker_init (MlgPageBreaker *self)
{
  memset (self, 0, sizeof *self);
  self->group = g_ptr_array_new ();
  self->notes = g_ptr_array_new ();
  self->left_notes = g_ptr_array_new ();
}

/**
 * mlg_page_breaker_clear:
 *
 * Drops what waits to be put on a page. Pages that were made are their owner's.
 */
void
mlg_page_breaker_clear (MlgPageBreaker *self)
{
  g_ptr_array_unref (self->group);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->left_notes);
}

static MlgPage *
current (MlgPageBreaker *self)
{
  return &g_array_index (self->pages, MlgPage, self->pages->len - 1);
}

static const MlgPageArea *
area_of (const MlgPageBreaker *self, const MlgPageBox *box)
{
  return &self->areas[box->landscape];
}

static double
capacity_for (const MlgPageBreaker *self, const MlgPageBox *box)
{
  const MlgPageArea *area = area_of (self, box);

  return area->bottom - area->top;
}

static double
capacity (MlgPageBreaker *self)
{
  const MlgPageArea *area = &self->areas[current (self)->landscape];

  return area->bottom - area->top;
}

static double
space_left (MlgPageBreaker *self)
{
  return capacity (self) - self->y - self->notes_height;
}

/* With the rule above the first. */
static double
height_with_note (const MlgPageBreaker *self, const MlgPageBox *note)
{
  double rule = self->notes->len == 0 ? MLG_PAGE_NOTE_GAP + NOTE_RULE_HEIGHT : note->before;

  return rule + note->height;
}

/* A new page cannot offer more room than this one does. */
static gboolean
is_bare (const MlgPageBreaker *self)
{
  return self->empty && self->notes->len == 0;
}

static void
place (GArray *placements, MlgPageBox *box, double x, double y, gboolean repeated)
{
  MlgPagePlacement placement = { box, x, y, repeated };

  g_array_append_val (placements, placement);
}

static void
remember_places (MlgPageBreaker *self, const MlgPageBox *box, double y)
{
  self->n_steps++;
  for (guint i = 0; box->anchors != NULL && i < box->anchors->len; i++)
    {
      MlgPagePlace *where = g_new (MlgPagePlace, 1);

      where->page = self->pages->len - 1;
      where->y = y;
      g_hash_table_insert (self->places, box->anchors->pdata[i], where);
    }
  for (guint i = 0; box->children != NULL && i < box->children->len; i++)
    {
      const MlgPagePlacement *child = &g_array_index (box->children, MlgPagePlacement, i);

      remember_places (self, child->box, y + child->y);
    }
}

/* Footnotes end at the bottom of the text, under a short rule. */
static void
place_notes (MlgPageBreaker *self)
{
  const MlgPageArea *area = &self->areas[current (self)->landscape];
  double y = area->bottom - self->notes_height + MLG_PAGE_NOTE_GAP;
  MlgPageBox *rule = NULL;

  if (self->notes->len == 0)
    return;
  rule = mlg_page_pool_add_box (self->pool);
  mlg_page_box_add_fill (rule, MLG_PAGE_RULE_INK, 0, 0, NOTE_RULE_WIDTH, MLG_PAGE_RULE);
  place (current (self)->notes, rule, MLG_PAGE_MARGIN, y, FALSE);
  y += NOTE_RULE_HEIGHT;
  for (guint i = 0; i < self->notes->len; i++)
    {
      MlgPageBox *note = self->notes->pdata[i];

      y += i > 0 ? note->before : 0;
      place (current (self)->notes, note, MLG_PAGE_MARGIN, y, FALSE);
      remember_places (self, note, y);
      y += note->height;
    }
  g_ptr_array_set_size (self->notes, 0);
  self->notes_height = 0;
}

/* Puts notes on the page as long as there is room; the others wait for the next page. */
static void
add_notes (MlgPageBreaker *self, const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      MlgPageBox *note = notes->pdata[i];
      double height = height_with_note (self, note);

      if (!is_bare (self) && (self->left_notes->len > 0 || height > space_left (self)))
        {
          g_ptr_array_add (self->left_notes, note);
          continue;
        }
      g_ptr_array_add (self->notes, note);
      self->notes_height += height;
    }
}

static void
start_page (MlgPageBreaker *self, gboolean landscape)
{
  MlgPage page = { .landscape = landscape };
  g_autoptr (GPtrArray) left = NULL;

  if (self->started)
    place_notes (self);
  page.placements = g_array_new (FALSE, FALSE, sizeof (MlgPagePlacement));
  page.notes = g_array_new (FALSE, FALSE, sizeof (MlgPagePlacement));
  page.edges = g_array_new (FALSE, FALSE, sizeof (MlgPagePlacement));
  g_array_append_val (self->pages, page);
  self->started = TRUE;
  self->empty = TRUE;
  self->y = 0;
  left = g_steal_pointer (&self->left_notes);
  self->left_notes = g_ptr_array_new ();
  add_notes (self, left);
}

static gboolean
repeats_header (MlgPageBreaker *self, const MlgPageBox *box)
{
  return box->header != NULL
         && mlg_page_boxes_height (box->header) <= capacity_for (self, box) * HIGHEST_HEADER;
}

/* On a new page, a row comes under the header rows of its table. */
static void
repeat_header (MlgPageBreaker *self, const MlgPageBox *box)
{
  if (!self->empty || !repeats_header (self, box))
    return;
  for (guint i = 0; i < box->header->len; i++)
    {
      MlgPageBox *header = box->header->pdata[i];
      const MlgPageArea *area = &self->areas[current (self)->landscape];

      place (current (self)->placements, header, MLG_PAGE_MARGIN, area->top + self->y, TRUE);
      self->y += header->height;
    }
}

static void
collect_notes (const MlgPageBox *box, GPtrArray *notes)
{
  for (guint i = 0; box->notes != NULL && i < box->notes->len; i++)
    g_ptr_array_add (notes, box->notes->pdata[i]);
  for (guint i = 0; box->children != NULL && i < box->children->len; i++)
    collect_notes (g_array_index (box->children, MlgPagePlacement, i).box, notes);
}

static void
place_box (MlgPageBreaker *self, MlgPageBox *box)
{
  const MlgPageArea *area = &self->areas[current (self)->landscape];
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  repeat_header (self, box);
  self->y += self->empty ? 0 : box->before;
  place (current (self)->placements, box, MLG_PAGE_MARGIN, area->top + self->y, FALSE);
  remember_places (self, box, area->top + self->y);
  self->y += box->height;
  self->empty = FALSE;
  collect_notes (box, notes);
  add_notes (self, notes);
}

/* What boxes take on the present page, or with @fresh on a new one, their footnotes included. */
static double
height_of (MlgPageBreaker *self, const GPtrArray *boxes, gboolean fresh)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  const MlgPageBox *first = boxes->pdata[0];
  double height = mlg_page_boxes_height (boxes);
  gboolean has_notes = !fresh && self->notes->len > 0;

  if (!fresh && !self->empty)
    height += first->before;
  if ((fresh || self->empty) && repeats_header (self, first))
    height += mlg_page_boxes_height (first->header);
  for (guint i = 0; i < boxes->len; i++)
    collect_notes (boxes->pdata[i], notes);
  for (guint i = 0; i < notes->len; i++)
    {
      const MlgPageBox *note = notes->pdata[i];

      height += note->height;
      height += has_notes || i > 0 ? note->before : MLG_PAGE_NOTE_GAP + NOTE_RULE_HEIGHT;
    }
  return height;
}

/* Turns pages until the boxes have room, or a whole page, for notes left over may fill some. */
static void
make_room (MlgPageBreaker *self, const GPtrArray *boxes)
{
  while (!is_bare (self) && height_of (self, boxes, FALSE) > space_left (self))
    start_page (self, current (self)->landscape);
}

/* Cuts a band over as many pages as it takes. */
static void
place_pieces (MlgPageBreaker *self, MlgPageBox *box)
{
  while (box != NULL)
    {
      MlgPageBox *top = NULL;
      MlgPageBox *rest = NULL;
      double header = 0;
      double available = 0;

      if (self->empty && repeats_header (self, box))
        header = mlg_page_boxes_height (box->header);
      available = space_left (self) - (self->empty ? 0 : box->before) - header;
      if (box->height <= available
          || !mlg_page_band_split (box, self->pool, available, &top, &rest))
        {
          if (box->height > available && !is_bare (self))
            {
              start_page (self, box->landscape);
              continue;
            }
          place_box (self, box);
          return;
        }
      place_box (self, top);
      start_page (self, rest->landscape);
      box = rest;
    }
}

/* A box that may be alone: on this page, on the next, or cut when no page can hold it. */
static void
place_alone (MlgPageBreaker *self, MlgPageBox *box)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  gboolean fits_nowhere = FALSE;

  g_ptr_array_add (alone, box);
  if (height_of (self, alone, FALSE) <= space_left (self))
    {
      place_box (self, box);
      return;
    }
  fits_nowhere = height_of (self, alone, TRUE) > capacity_for (self, box);
  if (!fits_nowhere || box->band == NULL || space_left (self) <= capacity (self) * WORTH_STARTING)
    make_room (self, alone);
  if (box->band != NULL)
    place_pieces (self, box);
  else
    place_box (self, box);
}

static void
open_page_for (MlgPageBreaker *self, const MlgPageBox *box)
{
  if (!self->started
      || ((box->break_first || current (self)->landscape != box->landscape) && !self->empty))
    start_page (self, box->landscape);
  current (self)->landscape = box->landscape;
}

/* Places the boxes that stay together, unless they would not on any page. */
static void
place_group (MlgPageBreaker *self)
{
  GPtrArray *group = self->group;
  gboolean together = FALSE;

  if (group->len == 0)
    return;
  open_page_for (self, group->pdata[0]);
  together = height_of (self, group, TRUE) <= capacity_for (self, group->pdata[0]);
  if (together)
    make_room (self, group);
  for (guint i = 0; i < group->len; i++)
    if (together)
      place_box (self, group->pdata[i]);
    else
      place_alone (self, group->pdata[i]);
  g_ptr_array_set_size (group, 0);
  self->group_height = 0;
}

/*
 * Takes the next box of the text. A chain of boxes that keep together and is higher than a page is not
 * waited for.
 */
void
mlg_page_breaker_feed (MlgPageBreaker *self, MlgPageBox *box)
{
  if (self->group->len > 0
      && (box->break_first || box->landscape != ((MlgPageBox *) self->group->pdata[0])->landscape))
    place_group (self);
  g_ptr_array_add (self->group, box);
  self->group_height += box->before + box->height;
  self->n_steps++;
  if (!box->keep_next || self->group_height > capacity_for (self, box))
    place_group (self);
}

/* Ends the last page. There is always one, even for an empty document. */
void
mlg_page_breaker_finish (MlgPageBreaker *self)
{
  place_group (self);
  if (!self->started)
    start_page (self, FALSE);
  while (self->left_notes->len > 0)
    start_page (self, current (self)->landscape);
  place_notes (self);
}

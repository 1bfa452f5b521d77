/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-flow.h"

#include <glib/gi18n-lib.h>

/* Footnotes, notes at the end, notes to the drafter. */

#define NOTE_INDENT   14.0
#define ADVICE_PAD    5.0
#define ADVICE_INDENT 10.0

static void
number_first_box (MlgPageFlow *self,
                  GPtrArray *boxes,
                  guint first,
                  const MlgPageFrame *frame,
                  const xmlNode *footnote)
{
  const MlgNumber *number = mlg_numbering_get (self->numbering, footnote);
  const MlgPageTag *tag = mlg_page_pool_add_tag (self->pool, frame->tag, "Lbl");

  if (first < boxes->len && number != NULL && number->number != NULL)
    mlg_page_flow_add_line_of (self, boxes->pdata[first], frame, number->number,
                               frame->x - NOTE_INDENT, tag);
}

static MlgPageFrame
note_frame (MlgPageFlow *self, const MlgPageTag *parent)
{
  MlgPageFrame frame = { .x = NOTE_INDENT, .scale = 1, .tone = MLG_PAGE_TONE_FOOTNOTE };

  frame.width = self->page_width - NOTE_INDENT;
  frame.tag = mlg_page_pool_add_tag (self->pool, parent, "Note");
  return frame;
}

/* The boxes of a footnote, for the foot of a page of the present orientation. */
GPtrArray *
mlg_page_flow_make_footnote (MlgPageFlow *self, const xmlNode *footnote)
{
  MlgPageFrame frame = note_frame (self, self->root);
  GPtrArray *boxes = NULL;

  mlg_page_flow_add_anchor (self, footnote);
  boxes = mlg_page_flow_make_boxes (self, &frame, footnote);
  number_first_box (self, boxes, 0, &frame, footnote);
  return boxes;
}

/* The notes that were kept for the end of the document, under a rule. */
void
mlg_page_flow_add_ending (MlgPageFlow *self, const MlgPageFrame *frame)
{
  MlgPageBox *rule = NULL;

  if (self->ending->len == 0)
    return;
  rule = mlg_page_flow_add_box (self, 24, 8);
  rule->keep_next = TRUE;
  mlg_page_box_add_fill (rule, MLG_PAGE_RULE_INK, 0, 0, self->page_width / 3, MLG_PAGE_RULE);
  for (guint i = 0; i < self->ending->len; i++)
    {
      MlgPageFrame inside = note_frame (self, frame->tag);
      guint first = self->out->len;

      mlg_page_flow_add_anchor (self, self->ending->pdata[i]);
      mlg_page_flow_add_blocks (self, &inside, self->ending->pdata[i]);
      number_first_box (self, self->out, first, &inside, self->ending->pdata[i]);
    }
}

/* The day of a date or of a moment, as people write it. */
static char *
format_day (const char *date)
{
  g_autofree char *moment = g_strdup_printf ("%.10sT00:00:00Z", date);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (moment, NULL);

  /* Translators: a day in numbers, in the format of strftime */
  return day != NULL ? g_date_time_format (day, _ ("%Y-%m-%d")) : g_strdup (date);
}

static char *
advice_title (const xmlNode *note)
{
  const char *author = mlg_xml_get (note, "author");
  const char *date = mlg_xml_get (note, "date");
  g_autofree char *day = date != NULL ? format_day (date) : NULL;

  if (author != NULL && author[0] != '\0' && day != NULL)
    return g_strdup_printf (_ ("Note to the drafter – %s, %s"), author, day);
  if (author != NULL && author[0] != '\0')
    return g_strdup_printf (_ ("Note to the drafter – %s"), author);
  return g_strdup (_ ("Note to the drafter"));
}

static void
add_advice_title (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *note)
{
  MlgPageStyle style = mlg_page_style_for_tone (MLG_PAGE_TONE_ADVICE);
  MlgPageText *text =
      mlg_page_pool_add_text (self->pool, mlg_page_pool_add_tag (self->pool, frame->tag, "P"));
  g_autofree char *title = advice_title (note);

  style.bold = TRUE;
  style.after = 1;
  text->colour = style.colour;
  g_string_append (text->words, title);
  mlg_page_flow_add_paragraph (self, frame, text, &style, TRUE);
}

/* The box of a note is one ground behind boxes that may be on two pages: the space between them
 * becomes part of them. */
static void
add_ground (GPtrArray *boxes, guint first, const MlgPageFrame *frame)
{
  for (guint i = first; i < boxes->len; i++)
    {
      MlgPageBox *box = boxes->pdata[i];

      if (i > first)
        {
          mlg_page_box_pad (box, box->before, 0);
          box->before = 0;
        }
      mlg_page_box_pad (box, i == first ? ADVICE_PAD : 0, i + 1 == boxes->len ? ADVICE_PAD : 0);
    }
  for (guint i = first; i < boxes->len; i++)
    {
      MlgPageBox *box = boxes->pdata[i];

      if (box->band != NULL)
        continue;
      mlg_page_box_add_fill (box, MLG_PAGE_NOTE_FILL, frame->x, 0, frame->width, box->height);
      mlg_page_box_add_fill (box, MLG_PAGE_NOTE_BAR, frame->x, 0, 2.5, box->height);
    }
}

/* A note to the drafter, unless the pages are to go out without. */
void
mlg_page_flow_add_advice (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *note)
{
  MlgPageFrame inside = *frame;
  guint first = self->out->len;

  if (self->flags & MLG_PAGES_WITHOUT_NOTES)
    return;
  inside.x += ADVICE_INDENT;
  inside.width = MAX (inside.width - 2 * ADVICE_INDENT, inside.width / 2);
  inside.tone = MLG_PAGE_TONE_ADVICE;
  inside.bold = FALSE;
  inside.tag = mlg_page_pool_add_tag (self->pool, frame->tag, "Note");
  self->after = MAX (self->after, 6);
  mlg_page_flow_add_anchor (self, note);
  add_advice_title (self, &inside, note);
  mlg_page_flow_add_blocks (self, &inside, note);
  add_ground (self->out, first, frame);
  self->after = 8;
}

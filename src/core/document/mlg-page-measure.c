/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-measure.h"

#include "mlg-page-style.h"

/* Letters whose width is asked of the font, once each. */
#define N_LETTERS 0x250

#define EM 100.0 /* the size at which they are asked */

/* Of other letters, in sizes. */
#define OTHER_WIDTH 0.62
#define WIDE_WIDTH  1.0

/* A longer word, such as an address of the web, may be cut: it does not widen its column. */
#define LONGEST_WORD 13.0 /* in sizes */

struct _MlgPageMeasure
{
  PangoLayout *layouts[2];    /* (owned) plain, bold */
  float widths[2][N_LETTERS]; /* in sizes; negative until asked */
};

static PangoLayout *
make_layout (PangoContext *context, gboolean bold)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (MLG_PAGE_FONT);
  PangoLayout *layout = pango_layout_new (context);

  pango_font_description_set_absolute_size (font, EM * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  return layout;
}

/**
 * mlg_page_measure_new:
 * @context: gives the fonts
 *
 * Makes a measure; it keeps the widths of letters that it has met. For one thread.
 *
 * Returns: (transfer full): what was made
 */
MlgPageMeasure *
mlg_page_measure_new (PangoContext *context)
{
  MlgPageMeasure *self = g_new0 (MlgPageMeasure, 1);

  for (guint bold = 0; bold < 2; bold++)
    {
      self->layouts[bold] = make_layout (context, bold == 1);
      for (guint i = 0; i < N_LETTERS; i++)
        self->widths[bold][i] = -1;
    }
  return self;
}

/**
 * mlg_page_measure_free:
 * @self: (transfer full): a measure
 *
 * Frees a measure with the widths that it knows.
 */
void
mlg_page_measure_free (MlgPageMeasure *self)
{
  g_object_unref (self->layouts[0]);
  g_object_unref (self->layouts[1]);
  g_free (self);
}

static float
ask_width (PangoLayout *layout, gunichar letter)
{
  char text[7] = "";
  int width = 0;

  pango_layout_set_text (layout, text, g_unichar_to_utf8 (letter, text));
  pango_layout_get_size (layout, &width, NULL);
  return (float) (width / (EM * PANGO_SCALE));
}

static double
letter_width (MlgPageMeasure *self, gunichar letter, gboolean bold)
{
  if (letter >= N_LETTERS)
    return g_unichar_iswide (letter) ? WIDE_WIDTH : OTHER_WIDTH;
  if (self->widths[bold][letter] < 0)
    self->widths[bold][letter] = ask_width (self->layouts[bold], letter);
  return (double) self->widths[bold][letter];
}

static void
end_word (MlgPageExtent *extent)
{
  extent->min = MAX (extent->min, MIN (extent->word, LONGEST_WORD * extent->size));
  extent->word = 0;
}

static gboolean
is_space (gunichar letter)
{
  return letter == ' ' || letter == '\t' || letter == 0x2002 || letter == 0x200b;
}

/* Whether a line may be cut after the letter. */
static gboolean
is_hyphen (gunichar letter)
{
  return letter == '-' || letter == 0xad || letter == 0x2010 || letter == 0x2013
         || letter == 0x2014;
}

/**
 * mlg_page_measure_add:
 * @extent: the paragraph so far
 * @words: the next piece of it, which may begin or end within a word
 *
 * Measures a piece of a paragraph.
 */
void
mlg_page_measure_add (MlgPageMeasure *self, MlgPageExtent *extent, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      double width = letter == 0xad ? 0 : letter_width (self, letter, extent->bold) * extent->size;

      extent->line += width;
      if (is_space (letter))
        end_word (extent);
      else
        extent->word += width;
      if (is_hyphen (letter))
        end_word (extent);
    }
}

/* Something else than words, that no line can cut. */
void
mlg_page_measure_add_width (MlgPageExtent *extent, double width)
{
  extent->line += width;
  extent->word = 0;
  extent->min = MAX (extent->min, width);
}

/**
 * mlg_page_measure_end_line:
 * @extent: the paragraph so far
 *
 * Ends the line that is measured: at a line break, and at the end of the paragraph.
 */
void
mlg_page_measure_end_line (MlgPageExtent *extent)
{
  end_word (extent);
  extent->max = MAX (extent->max, extent->line);
  extent->line = 0;
}

/* The width of words on one line. */
double
mlg_page_measure_words (MlgPageMeasure *self, const char *words, double size, gboolean bold)
{
  MlgPageExtent extent = { .size = size, .bold = bold };

  mlg_page_measure_add (self, &extent, words);
  return extent.line;
}

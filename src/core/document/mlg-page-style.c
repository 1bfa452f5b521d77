/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-style.h"

#include "mlg-document.h"

/* Words stand ragged on the right unless the document asks otherwise: Pango breaks words only at soft
 * hyphens, and French justified without breaking words is full of holes. */

static const MlgPageStyle tones[] = {
  [MLG_PAGE_TONE_BODY] = { MLG_PAGE_SIZE, MLG_PAGE_LEADING, 0, 5, FALSE, FALSE, MLG_PAGE_INK },
  [MLG_PAGE_TONE_CELL] = { 9, 1.28, 0, 2.5, FALSE, FALSE, MLG_PAGE_INK },
  [MLG_PAGE_TONE_ADVICE] = { 8.5, 1.32, 0, 3, FALSE, FALSE, 0x4d3b00 },
  [MLG_PAGE_TONE_FOOTNOTE] = { 8, 1.28, 0, 2, FALSE, FALSE, MLG_PAGE_INK },
  [MLG_PAGE_TONE_EDGE] = { 8, 1.25, 0, 1, FALSE, FALSE, MLG_PAGE_FAINT_INK },
};

static const struct
{
  const char *role;
  double scale; /* of the size of the tone */
  double before;
  double after;
  gboolean bold;
  gboolean italic;
  guint32 colour; /* 0: that of the tone */
} roles[] = {
  { "title", 2.2, 6, 8, TRUE, FALSE, MLG_PAGE_HEADING_INK },
  { "subtitle", 1.4, 0, 10, FALSE, FALSE, MLG_PAGE_FAINT_INK },
  { "quote", 1, 3, 6, FALSE, TRUE, 0 },
  { "address", 1, 0, 0, FALSE, FALSE, 0 },
  { "signature", 1, 6, 6, FALSE, FALSE, 0 },
  { "small", 0.8, 0, 4, FALSE, FALSE, MLG_PAGE_FAINT_INK },
};

/* Levels below the last look like it. */
static const MlgPageStyle headings[] = {
  { 17, 1.22, 20, 8, TRUE, FALSE, MLG_PAGE_HEADING_INK },
  { 13.5, 1.25, 16, 6, TRUE, FALSE, MLG_PAGE_HEADING_INK },
  { 11.5, 1.28, 13, 5, TRUE, FALSE, MLG_PAGE_HEADING_INK },
  { 10.5, 1.3, 11, 4, TRUE, FALSE, MLG_PAGE_INK },
  { 10, 1.3, 9, 3, TRUE, TRUE, MLG_PAGE_INK },
  { 10, 1.3, 8, 3, FALSE, TRUE, MLG_PAGE_INK },
};

static const char *const heading_tags[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

/**
 * mlg_page_style_for_tone:
 * @tone: where the text stands
 *
 * Returns: how text looks when nothing else is said of it
 */
MlgPageStyle
mlg_page_style_for_tone (MlgPageTone tone)
{
  return tones[tone];
}

/**
 * mlg_page_style_for_paragraph:
 * @p: a paragraph, whose alignment and role count
 * @tone: where it stands
 *
 * Returns: how a paragraph looks
 */
MlgPageStyle
mlg_page_style_for_paragraph (const xmlNode *p, MlgPageTone tone)
{
  MlgPageStyle style = tones[tone];
  const char *role = mlg_xml_get (p, "role");

  for (gsize i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (role, roles[i].role))
      {
        style.size *= roles[i].scale;
        style.before = roles[i].before;
        style.after = roles[i].after;
        style.bold = roles[i].bold;
        style.italic = roles[i].italic;
        style.colour = roles[i].colour != 0 ? roles[i].colour : style.colour;
        style.leading = roles[i].scale > 1 ? 1.2 : style.leading;
      }
  return style;
}

/**
 * mlg_page_style_for_heading:
 * @level: from 1
 * @tone: where it stands
 *
 * Returns: how a heading looks: the deeper, the nearer to the text
 */
MlgPageStyle
mlg_page_style_for_heading (guint level, MlgPageTone tone)
{
  MlgPageStyle style = headings[CLAMP (level, 1, G_N_ELEMENTS (headings)) - 1];

  if (tone != MLG_PAGE_TONE_BODY)
    {
      style.size = MIN (style.size, tones[tone].size * 1.15);
      style.before = 4;
      style.after = 2;
    }
  return style;
}

/**
 * mlg_page_style_for_caption:
 * @tone: where the table or image stands
 *
 * Returns: how the caption of a table or of an image looks
 */
MlgPageStyle
mlg_page_style_for_caption (MlgPageTone tone)
{
  MlgPageStyle style = tones[tone];

  style.size = MIN (style.size, 9);
  style.before = 6;
  style.after = 4;
  style.bold = TRUE;
  style.colour = MLG_PAGE_FAINT_INK;
  return style;
}

/**
 * mlg_page_style_for_toc:
 * @level: of the heading, from 1
 *
 * Returns: how a line of the table of contents looks
 */
MlgPageStyle
mlg_page_style_for_toc (guint level)
{
  MlgPageStyle style = tones[MLG_PAGE_TONE_BODY];

  style.before = level == 1 ? 6 : 0;
  style.after = 1;
  style.bold = level == 1;
  return style;
}

/* @align: (nullable): as in the schema; left if %NULL */
void
mlg_page_style_set_align (MlgPageStyle *style, const char *align)
{
  style->align = PANGO_ALIGN_LEFT;
  style->justify = g_strcmp0 (align, "justify") == 0;
  if (g_strcmp0 (align, "center") == 0)
    style->align = PANGO_ALIGN_CENTER;
  else if (g_strcmp0 (align, "right") == 0)
    style->align = PANGO_ALIGN_RIGHT;
}

/**
 * mlg_page_heading_tag:
 * @level: from 1
 *
 * Returns: the structure type of a heading, H1 to H6; deeper ones are H6 (ISO 32000-1, 14.8.4.3.2)
 */
const char *
mlg_page_heading_tag (guint level)
{
  return heading_tags[CLAMP (level, 1, G_N_ELEMENTS (heading_tags)) - 1];
}

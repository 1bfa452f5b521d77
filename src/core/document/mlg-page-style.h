/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "mlg-page-box.h"

G_BEGIN_DECLS

/* The sheet of styles of printed pages. Lengths are points, colours 0xRRGGBB. */

/* Letters of the width of Arial, which offices know; every Debian desktop has one of them. */
#define MLG_PAGE_FONT "Liberation Sans, Arimo, Arial, DejaVu Sans, Sans"

#define MLG_PAGE_MM (72.0 / 25.4)

/* A4. */
#define MLG_PAGE_SHORT_SIDE 595.276
#define MLG_PAGE_LONG_SIDE  841.890

#define MLG_PAGE_MARGIN       (20 * MLG_PAGE_MM)
#define MLG_PAGE_EDGE         (10 * MLG_PAGE_MM) /* from the paper's edge to a header or a footer */
#define MLG_PAGE_EDGE_GAP     12.0               /* between them and the text */
#define MLG_PAGE_EDGE_HIGHEST 0.25               /* of the page, for a header or a footer */

#define MLG_PAGE_SIZE      10.0 /* of the letters of the text */
#define MLG_PAGE_SMALLEST  5.0
#define MLG_PAGE_LEADING   1.36 /* from line to line, in sizes */
#define MLG_PAGE_INDENT    18.0
#define MLG_PAGE_LABEL_GAP 6.0
#define MLG_PAGE_CELL_X    4.0 /* padding */
#define MLG_PAGE_CELL_Y    3.0
#define MLG_PAGE_RULE      0.5
#define MLG_PAGE_NOTE_GAP  8.0  /* above the rule of footnotes */
#define MLG_PAGE_TOC_SLOT  30.0 /* for the number of a page */

#define MLG_PAGE_INK         0x1c1c1cu
#define MLG_PAGE_HEADING_INK 0x1b3a5cu
#define MLG_PAGE_FAINT_INK   0x5a5f66u
#define MLG_PAGE_LINK_INK    0x1a4f8bu
#define MLG_PAGE_RULE_INK    0xa0a7b0u
#define MLG_PAGE_HEADER_FILL 0xe9eef4u
#define MLG_PAGE_GAP_FILL    0xfff0a8u
#define MLG_PAGE_NOTE_FILL   0xfff8e4u
#define MLG_PAGE_NOTE_BAR    0xd99a00u
#define MLG_PAGE_QUOTE_BAR   0xc3cad3u

/* What surrounds the words. */
typedef enum
{
  MLG_PAGE_TONE_BODY,
  MLG_PAGE_TONE_CELL,
  MLG_PAGE_TONE_ADVICE, /* notes to the drafter */
  MLG_PAGE_TONE_FOOTNOTE,
  MLG_PAGE_TONE_EDGE /* page headers and footers */
} MlgPageTone;

typedef struct
{
  double size;
  double leading; /* in sizes */
  double before;
  double after;
  gboolean bold;
  gboolean italic;
  guint32 colour;
  PangoAlignment align;
  gboolean justify;
} MlgPageStyle;

MlgPageStyle mlg_page_style_for_tone (MlgPageTone tone);
MlgPageStyle mlg_page_style_for_paragraph (const xmlNode *p, MlgPageTone tone);
MlgPageStyle mlg_page_style_for_heading (guint level, MlgPageTone tone);
MlgPageStyle mlg_page_style_for_caption (MlgPageTone tone);
MlgPageStyle mlg_page_style_for_toc (guint level);
void mlg_page_style_set_align (MlgPageStyle *style, const char *align);
const char *mlg_page_heading_tag (guint level);

G_END_DECLS

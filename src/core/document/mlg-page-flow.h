/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "mlg-numbering.h"
#include "mlg-page-box.h"
#include "mlg-page-measure.h"
#include "mlg-page-style.h"
#include "mlg-page-words.h"
#include "mlg-pages.h"

G_BEGIN_DECLS

/* From the tree to boxes: the first half of the making of pages. */

/* Where on the pages an element stands. */
typedef struct
{
  guint page; /* from 0 */
  double y;   /* from the top of the page */
} MlgPagePlace;

/* What is around the blocks that are being laid out. */
typedef struct
{
  double x; /* from the left of the text of the page, or of the cell */
  double width;
  double scale;          /* of letters */
  gboolean bold;         /* a header cell */
  const char *align;     /* (unowned) (nullable) of the cell */
  const MlgPageTag *tag; /* (unowned) (nullable) */
  MlgPageTone tone;
  guint n_tables; /* that are around */
} MlgPageFrame;

typedef struct
{
  MlgPagePool *pool;                /* (unowned) */
  const MlgNumbering *numbering;    /* (unowned) */
  PangoLayout *layout;              /* (unowned) lent to each paragraph in turn */
  MlgPageWords *words;              /* (unowned) */
  MlgPageMeasure *measure;          /* (unowned) */
  const PangoFontDescription *font; /* (unowned) */
  GHashTable *images;               /* (unowned) (element-type xmlNode MlgPageImage) read so far */
  GHashTable *missing;              /* (unowned) (element-type gunichar) letters that no font has */
  MlgIssueList *issues;             /* (unowned) */
  const char *file;                 /* (unowned) (nullable) */
  const MlgPageTag *root;           /* (unowned) the whole document */
  GHashTable *targets; /* (unowned) (element-type xmlNode guint) where links lead, from 1 */
  MlgPagesFlags flags;
  GCancellable *cancellable; /* (unowned) (nullable) */
  gboolean silent;           /* what there is to say was said by an earlier pass */

  /* What is made, and what waits for the next box. */
  GPtrArray *out; /* (unowned) (element-type MlgPageBox) */
  double after;   /* space under the last box */
  gboolean break_first;
  gboolean landscape;
  double page_width; /* of the text of a page of this orientation */
  double page_height;
  double page_heights[2]; /* upright, landscape */
  GPtrArray *anchors;     /* (owned) (element-type xmlNode) */
  GPtrArray *advice; /* (owned) (element-type xmlNode) notes to the drafter inside a paragraph */
  GPtrArray *ending; /* (owned) (element-type xmlNode) footnotes for the end of the document */

  /* What an earlier pass found out, or what stands at the edge of a page. */
  GHashTable *places; /* (unowned) (nullable) (element-type xmlNode MlgPagePlace) */
  guint page_number;  /* from 1; 0 outside headers and footers */
  guint page_count;   /* 0 when unknown */
  gboolean guessed;   /* a number that pages decide was printed */

  guint64 n_steps; /* work done, for the tests of how it grows */
} MlgPageFlow;

void mlg_page_flow_init (MlgPageFlow *self, const MlgPageFlow *given);
void mlg_page_flow_clear (MlgPageFlow *self);
void mlg_page_flow_warn (MlgPageFlow *self, const xmlNode *node, const char *message);
MlgPageImage *mlg_page_flow_read_image (MlgPageFlow *self, const xmlNode *node);
MlgPageBox *mlg_page_flow_add_box (MlgPageFlow *self, double before, double height);
void mlg_page_flow_add_target (MlgPageFlow *self, const xmlNode *node);
void mlg_page_flow_add_anchor (MlgPageFlow *self, const xmlNode *node);
void mlg_page_flow_add_line_of (MlgPageFlow *self,
                                MlgPageBox *box,
                                const MlgPageFrame *frame,
                                const char *words,
                                double x,
                                const MlgPageTag *tag);

void mlg_page_flow_add_blocks (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *parent);
void mlg_page_flow_add_block (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *node);
void mlg_page_flow_add_paragraph (MlgPageFlow *self,
                                  const MlgPageFrame *frame,
                                  MlgPageText *text,
                                  const MlgPageStyle *style,
                                  gboolean keep);
void mlg_page_flow_add_words (MlgPageFlow *self,
                              const MlgPageFrame *frame,
                              const xmlNode *node,
                              MlgPageStyle style,
                              const char *tag,
                              gboolean keep);
void mlg_page_flow_add_list (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *list);
void mlg_page_flow_add_toc (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *toc);
void mlg_page_flow_add_table (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *table);
void mlg_page_flow_add_image (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *image);
void mlg_page_flow_add_advice (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *note);
GPtrArray *mlg_page_flow_make_footnote (MlgPageFlow *self, const xmlNode *footnote);
void mlg_page_flow_add_ending (MlgPageFlow *self, const MlgPageFrame *frame);
GPtrArray *
mlg_page_flow_make_boxes (MlgPageFlow *self, const MlgPageFrame *frame, const xmlNode *parent);

MlgPageText *mlg_page_text_read (MlgPageFlow *flow,
                                 const MlgPageFrame *frame,
                                 const MlgPageStyle *style,
                                 const xmlNode *node,
                                 const MlgPageTag *tag);
void mlg_page_text_prepend (MlgPageText *self, const char *label);

G_END_DECLS

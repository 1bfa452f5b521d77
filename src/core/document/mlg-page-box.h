/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>
#include <pango/pango.h>

#include "mlg-page-run.h"

G_BEGIN_DECLS

/* What pages are made of. Lengths are points; y grows downwards. Boxes, tags and texts belong to a
 * pool, which frees them together: nobody owns one alone. */

typedef struct _MlgPageBox MlgPageBox;
typedef struct _MlgPageBand MlgPageBand;
typedef struct _MlgPageImage MlgPageImage;

/* An element of the structure of a PDF. Only a tag without children marks what is drawn. */
typedef struct _MlgPageTag MlgPageTag;
struct _MlgPageTag
{
  const MlgPageTag *parent; /* (unowned) (nullable) */
  const char *name;         /* (unowned) of PDF 32000-1, 14.8.4 */
  guint depth;
};

/* How some bytes of a text look and where they lead. */
typedef struct
{
  gsize start;
  gsize end;
  guint32 colour;  /* 0xRRGGBB */
  gboolean marked; /* a gap to fill, on a coloured ground */
  gboolean underlined;
  const char *href;      /* (unowned) (nullable) address outside the document */
  const xmlNode *target; /* (unowned) (nullable) element of the document */
  MlgPageImage *image;   /* (unowned) (nullable) stands here, in place of one character */
} MlgPageSpan;

/* A place inside a text: of an anchor, of the call of a footnote. */
typedef struct
{
  gsize at;
  const xmlNode *node; /* (unowned) */
} MlgPageMark;

/* The words of one paragraph. */
typedef struct
{
  GString *words;
  PangoAttrList *attributes; /* (owned) (nullable) dropped once there are lines */
  GArray *spans;             /* (owned) (element-type MlgPageSpan) in order, apart, may be empty */
  GArray *anchors;           /* (owned) (element-type MlgPageMark) */
  GArray *calls;             /* (owned) (element-type MlgPageMark) footnotes */
  const MlgPageTag *tag;     /* (unowned) (nullable) */
  guint32 colour;
  gboolean linked; /* some span leads somewhere */
  gboolean styled; /* there are attributes */
} MlgPageText;

typedef enum
{
  MLG_PAGE_FILL,   /* ground, bar */
  MLG_PAGE_FRAME,  /* thin rule around a cell */
  MLG_PAGE_LEADER, /* dots between a title and its page */
  MLG_PAGE_LINE,   /* line of words; y is that of its baseline */
  MLG_PAGE_NUMBER, /* number of the page where target stands, ending at x + width; y as above */
  MLG_PAGE_PICTURE
} MlgPageItemKind;

typedef struct
{
  MlgPageItemKind kind;
  double x;
  double y;
  double width;
  double height;         /* of a number: the size of its letters */
  guint32 colour;        /* fills, frames, leaders */
  const MlgPageTag *tag; /* (unowned) (nullable) pictures, lines, numbers */
  MlgPageText *text;     /* (unowned) (nullable) of a line */
  MlgPageRun *runs;      /* (owned) (nullable) of a line */
  guint start;           /* byte of the text of a line */
  guint end;
  MlgPageImage *image;   /* (unowned) (nullable) */
  const xmlNode *target; /* (unowned) (nullable) */
} MlgPageItem;

/* A box placed inside another, or on a page. */
typedef struct
{
  MlgPageBox *box; /* (unowned) */
  double x;
  double y;
  gboolean repeated; /* a header row that was already shown */
} MlgPagePlacement;

/* A strip of a page that is never cut, unless it is a band of a table and no page could hold it. */
struct _MlgPageBox
{
  double before; /* space above, dropped at the top of a page */
  double height;
  double baseline;      /* of its first line, from its top; 0 without words */
  gboolean keep_next;   /* not at the foot of a page */
  gboolean break_first; /* on a new page */
  gboolean landscape;   /* on a page of this orientation */
  GArray *items;        /* (owned) (nullable) (element-type MlgPageItem) */
  GArray *children;     /* (owned) (nullable) (element-type MlgPagePlacement) */
  GPtrArray *anchors;   /* (owned) (nullable) (element-type xmlNode) */
  GPtrArray *notes;     /* (owned) (nullable) (element-type MlgPageBox) for the foot of its page */
  GPtrArray *header; /* (unowned) (nullable) (element-type MlgPageBox) header rows of its table */
  MlgPageBand *band; /* (owned) (nullable) how to cut it */
};

typedef struct _MlgPagePool MlgPagePool;

MlgPagePool *mlg_page_pool_new (void);
void mlg_page_pool_free (MlgPagePool *self);
MlgPageBox *mlg_page_pool_add_box (MlgPagePool *self);
MlgPageText *mlg_page_pool_add_text (MlgPagePool *self, const MlgPageTag *tag);
GPtrArray *mlg_page_pool_add_boxes (MlgPagePool *self);
const MlgPageTag *
mlg_page_pool_add_tag (MlgPagePool *self, const MlgPageTag *parent, const char *name);
const char *mlg_page_pool_add_string (MlgPagePool *self, const char *string);

MlgPageItem *mlg_page_box_add_item (MlgPageBox *self, MlgPageItemKind kind);
void
mlg_page_box_add_fill (MlgPageBox *self, guint32 colour, double x, double y, double w, double h);
void mlg_page_box_add_child (MlgPageBox *self, MlgPageBox *child, double x, double y);
void mlg_page_box_pad (MlgPageBox *self, double above, double below);
double mlg_page_boxes_height (const GPtrArray *boxes);
const MlgPageSpan *mlg_page_text_find_span (const MlgPageText *self, gsize at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgPagePool, mlg_page_pool_free)

G_END_DECLS

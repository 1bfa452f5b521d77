/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-page-flow.h"

G_BEGIN_DECLS

/* One page: boxes in order, at places from the top left of the paper. */
typedef struct
{
  gboolean landscape;
  GArray *placements; /* (owned) (element-type MlgPagePlacement) the text, in order */
  GArray *notes;      /* (owned) (element-type MlgPagePlacement) footnotes */
  GArray *edges;      /* (owned) (element-type MlgPagePlacement) header and footer */
} MlgPage;

/* The text's place on a page of each orientation. */
typedef struct
{
  double width; /* of the paper */
  double height;
  double top; /* of the text */
  double bottom;
} MlgPageArea;

/* From boxes to pages: the second half of the making of pages. Boxes are fed in order and placed as
 * soon as it is known what stays with them. */
typedef struct
{
  MlgPagePool *pool;        /* (unowned) */
  const MlgPageArea *areas; /* (unowned) upright, landscape */
  GArray *pages;            /* (unowned) (element-type MlgPage) */
  GHashTable *places;       /* (unowned) (element-type xmlNode MlgPagePlace) */
  GPtrArray *group;         /* (owned) (element-type MlgPageBox) boxes that stay together */
  double group_height;
  GPtrArray *notes;      /* (owned) (element-type MlgPageBox) for the foot of this page */
  GPtrArray *left_notes; /* (owned) (element-type MlgPageBox) for the next one */
  double y;              /* where the next box comes, from the top of the text */
  double notes_height;   /* with their rule */
  gboolean started;      /* there is a page */
  gboolean empty;        /* nothing is on it yet */
  guint64 n_steps;
} MlgPageBreaker;

void mlg_page_breaker_init (MlgPageBreaker *self);
void mlg_page_breaker_clear (MlgPageBreaker *self);
void mlg_page_breaker_feed (MlgPageBreaker *self, MlgPageBox *box);
void mlg_page_breaker_finish (MlgPageBreaker *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "mlg-page-breaker.h"

G_BEGIN_DECLS

/* Draws pages, with the structure and the links of a PDF or without. */
typedef struct
{
  cairo_t *cr;             /* (unowned) */
  PangoContext *context;   /* (unowned) */
  GHashTable *places;      /* (unowned) (element-type xmlNode MlgPagePlace) */
  GHashTable *targets;     /* (unowned) (element-type xmlNode guint) names of linked places */
  gboolean tagged;         /* write the structure and the links */
  const MlgPageTag *open;  /* (unowned) (nullable) the innermost open tag */
  GPtrArray *alternatives; /* (unowned) (nullable) (element-type utf8) of the figures drawn */
  gboolean inverted;       /* an image was drawn whose four inks are the wrong way round */
  gboolean artifact;       /* what is drawn is on every page: it is outside the structure */
} MlgPageDrawing;

void mlg_page_drawing_draw (MlgPageDrawing *self, const MlgPage *page);
void mlg_page_drawing_go_to (MlgPageDrawing *self, const MlgPageTag *tag);

void mlg_page_append_text (const MlgPageBox *box, GHashTable *places, GString *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-page-breaker.h"

G_BEGIN_DECLS

/* The headers and footers of pages, and the place that they leave to the text. */
typedef struct
{
  const xmlNode *header; /* (unowned) (nullable) */
  const xmlNode *footer; /* (unowned) (nullable) */
  MlgPageArea areas[2];  /* upright, landscape */
  double header_heights[2];
  double footer_heights[2];
} MlgPageEdges;

double mlg_page_width (gboolean landscape);

void mlg_page_edges_init (MlgPageEdges *self, MlgDocument *document, const MlgPageFlow *given);
void mlg_page_edges_add (MlgPageEdges *self,
                         const MlgPageFlow *given,
                         MlgPagePool *pool,
                         MlgPage *page,
                         guint number,
                         guint count);

G_END_DECLS

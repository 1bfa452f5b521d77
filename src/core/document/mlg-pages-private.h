/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "mlg-page-draw.h"
#include "mlg-pages.h"

G_BEGIN_DECLS

/**
 * MlgPages:
 *
 * A document laid out on A4 pages. It does not change any more: the same pages are shown, printed and
 * written to a PDF. One thread uses it at a time.
 */
struct _MlgPages
{
  GObject parent_instance;

  MlgDocument *document;      /* (owned) */
  PangoFontMap *fonts;        /* (owned) */
  PangoContext *context;      /* (owned) */
  PangoFontDescription *font; /* (owned) */
  MlgNumbering *numbering;    /* (owned) */
  MlgPagePool *pool;          /* (owned) */
  GArray *pages;              /* (owned) (element-type MlgPage) */
  GHashTable *places;         /* (owned) (element-type xmlNode MlgPagePlace) */
  GHashTable *targets;        /* (owned) (element-type xmlNode guint) where links lead, from 1 */
  GHashTable *images;         /* (owned) (element-type xmlNode MlgPageImage) */
  GArray *outline;            /* (owned) (element-type MlgOutlineEntry) */
  guint64 n_steps;
};

void mlg_pages_make_outline (MlgPages *self);
guint64 mlg_pages_get_n_steps (MlgPages *self);
const MlgPage *mlg_pages_get_page (MlgPages *self, guint page);
void mlg_pages_draw_tagged (MlgPages *self, guint page, MlgPageDrawing *drawing);

G_END_DECLS

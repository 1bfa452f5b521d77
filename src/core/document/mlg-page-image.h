/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <libxml/tree.h>

#include "mlg-page-box.h"

G_BEGIN_DECLS

/* An image of a document, decoded only while it is drawn. */
struct _MlgPageImage
{
  const xmlNode *node; /* (unowned) */
  const char *alt;     /* (unowned) what it shows; empty for an ornament */
  guint pixel_width;   /* 0 when its data cannot be drawn: alt stands in its place */
  guint pixel_height;
  gboolean jpeg;
  gboolean inverted; /* its four inks are the wrong way round, as Adobe writes them */
  double width;      /* printed, before it is made to fit, in points */
  double height;
  cairo_surface_t *drawn; /* (owned) (nullable) kept when it is small */
};

MlgPageImage *mlg_page_image_new (const xmlNode *node, const char **fault);
void mlg_page_image_free (MlgPageImage *self);
void mlg_page_image_fit (
    const MlgPageImage *self, double max_width, double max_height, double *width, double *height);
gboolean mlg_page_image_draw (MlgPageImage *self, cairo_t *cr, double width, double height);

G_END_DECLS

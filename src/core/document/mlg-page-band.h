/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-page-box.h"

G_BEGIN_DECLS

/* A cell of a band, with what it holds. */
typedef struct
{
  double x; /* from the left of the text of the page */
  double width;
  guint row; /* of the band */
  guint n_rows;
  gboolean header;
  GPtrArray *boxes; /* (unowned) (element-type MlgPageBox) */
} MlgPageBandCell;

/* Rows of a table that stay together: one row, or those that a cell spans. */
struct _MlgPageBand
{
  GArray *heights; /* (owned) (element-type double) of the rows */
  GArray *cells;   /* (owned) (element-type MlgPageBandCell) in order */
  gboolean borders;
};

MlgPageBand *mlg_page_band_new (guint n_rows, gboolean borders);
void mlg_page_band_free (MlgPageBand *self);
void mlg_page_band_add_cell (MlgPageBand *self, const MlgPageBandCell *cell);
void mlg_page_band_fill (MlgPageBand *self, MlgPageBox *box);
gboolean mlg_page_band_split (
    MlgPageBox *box, MlgPagePool *pool, double available, MlgPageBox **top, MlgPageBox **rest);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-page-flow.h"

G_BEGIN_DECLS

/** Columns of a printed table. One with more is printed cell after cell: on paper its columns would be
 * narrower than a letter and its padding. */
#define MLG_PAGE_MAX_COLUMNS 40

/** Tables inside one another; those that are deeper are printed cell after cell. */
#define MLG_PAGE_MAX_TABLES 4

/* A cell and the places it covers. */
typedef struct
{
  const xmlNode *node; /* (unowned) */
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
  gboolean header;
} MlgPageCell;

/* Where the cells of a table stand. */
typedef struct
{
  const xmlNode *node; /* (unowned) */
  GArray *cells;       /* (owned) (element-type MlgPageCell) row by row */
  GArray *starts;      /* (owned) (element-type guint) of each row, its first cell; and one more */
  GPtrArray *rows;     /* (owned) (element-type xmlNode) */
  guint n_columns;
  guint n_header_rows;
  gboolean borders;
} MlgPageGrid;

MlgPageGrid *mlg_page_grid_new (const xmlNode *table);
void mlg_page_grid_free (MlgPageGrid *self);
guint mlg_page_grid_find_end (const MlgPageGrid *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgPageGrid, mlg_page_grid_free)

void mlg_page_columns_measure (MlgPageFlow *flow,
                               const MlgPageFrame *frame,
                               const MlgPageGrid *grid,
                               double *min,
                               double *max);
void mlg_page_columns_share (
    const MlgPageGrid *grid, const double *min, const double *max, double width, double *widths);
MlgPageTone mlg_page_grid_get_tone (const MlgPageGrid *self, MlgPageTone around);

G_END_DECLS

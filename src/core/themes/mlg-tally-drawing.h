/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "mlg-tally.h"

G_BEGIN_DECLS

/** How a drawing looks: colours from 0 to 1, and the size of its text in units of the drawing. */
typedef struct
{
  double text[3];
  double accent[3];
  double size;
} MlgTallyInk;

void mlg_tally_measure_bars (const MlgTally *tally, double size, double *height);
void mlg_tally_draw_bars (const MlgTally *tally,
                          MlgTallyMethod method,
                          cairo_t *cr,
                          double width,
                          const MlgTallyInk *ink);
void mlg_tally_measure_pairs (const MlgTally *tally, double size, double *width, double *height);
void mlg_tally_draw_pairs (const MlgTally *tally, cairo_t *cr, const MlgTallyInk *ink);
MlgTallyMethod mlg_tally_find_drawn_method (const MlgTally *tally);

G_END_DECLS

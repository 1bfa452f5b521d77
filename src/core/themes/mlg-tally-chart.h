/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "mlg-tally.h"

G_BEGIN_DECLS

/** The size of the text of a chart, in units of the cairo context. */
#define MLG_TALLY_CHART_TEXT 11.0

/** The colours of a chart: those of the paper, or of the screen that shows it. Each from 0 to 1. */
typedef struct
{
  double ink[3];   /* words and lines */
  double paper[3]; /* what is behind */
  double bar[3];   /* what comes first, and a majority for */
  double faint[3]; /* the other bars, and a majority against */
} MlgTallyColours;

extern const MlgTallyColours mlg_tally_paper_colours;

MlgTallyMethod mlg_tally_chart_choose_method (const MlgTally *tally);
double mlg_tally_chart_get_height (const MlgTally *tally);
void mlg_tally_chart_draw (const MlgTally *tally,
                           MlgTallyMethod method,
                           const MlgTallyColours *colours,
                           double width,
                           cairo_t *cairo);
void mlg_tally_matrix_measure (const MlgTally *tally, double *width, double *height);
void mlg_tally_matrix_draw (const MlgTally *tally,
                            const MlgTallyColours *colours,
                            double width,
                            double height,
                            cairo_t *cairo);
char *mlg_tally_chart_describe (const MlgTally *tally, MlgTallyMethod method);
GBytes *mlg_tally_chart_make_png (const MlgTally *tally, MlgTallyMethod method);

G_END_DECLS

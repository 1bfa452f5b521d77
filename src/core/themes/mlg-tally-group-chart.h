/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-tally-chart.h"
#include "mlg-tally-groups.h"

G_BEGIN_DECLS

/** A count and how its groups, of one split, counted. */
typedef struct
{
  const MlgTally *tally; /* (unowned) of all */
  GPtrArray
      *groups; /* (unowned) (element-type MlgTallyGroup): those that are hidden are not drawn */
} MlgTallyGroupChart;

gboolean mlg_tally_group_chart_is_drawn (const MlgTallyGroupChart *chart);
const char *mlg_tally_group_chart_get_unit (const MlgTallyGroupChart *chart);
double mlg_tally_group_chart_get_height (const MlgTallyGroupChart *chart, double width);
void mlg_tally_group_chart_draw (const MlgTallyGroupChart *chart,
                                 const MlgTallyColours *colours,
                                 double width,
                                 cairo_t *cairo);
char *mlg_tally_group_chart_describe (const MlgTallyGroupChart *chart);
GBytes *mlg_tally_group_chart_make_png (const MlgTallyGroupChart *chart);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-query.h"

G_BEGIN_DECLS

/**
 * MlgBodySummary:
 * @n: how many bodies
 * @statuses: (owned) (element-type MlgFacet): how many have each status
 * @population: people, those of bodies that say how many they have; 0 where they would be counted twice
 *
 * What a list of bodies adds up to.
 */
typedef struct
{
  gint64 n;
  GPtrArray *statuses;
  double population;
} MlgBodySummary;

gpointer mlg_body_summary_read (MlgConnection *db, gpointer query, GError **error);
void mlg_body_summary_free (gpointer summary);
char *mlg_body_summary_write (const MlgBodySummary *summary);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MlgDepartementShape:
 *
 * The outline of a département or of a collectivity overseas, in the units of the drawing it comes from: only proportions matter. One
 * overseas is a square beside the mainland.
 */
typedef struct
{
  char *code;              /* (owned) "59", "2A", "974" */
  GPtrArray *rings;        /* (owned) of GArray of graphene_point_t */
  graphene_rect_t bounds;  /* around all rings */
  graphene_point_t center; /* of the largest ring: where a number is written */
  gboolean is_departement; /* or a collectivity: shown only where there is something */
  gboolean is_square;      /* stands for its outline: its code is written in it */
} MlgDepartementShape;

GPtrArray *mlg_departement_shapes_load (void);
void mlg_departement_shape_trace (const MlgDepartementShape *shape, cairo_t *cr);
gboolean mlg_departement_shape_contains (const MlgDepartementShape *shape, float x, float y);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* What the charts of a count are drawn with. Sizes are in units of the cairo context. */

/** The height of one bar with the space around it. */
#define MLG_TALLY_PEN_ROW 22.0

typedef void (*MlgTallyPenFunc) (gconstpointer data, double width, cairo_t *cairo);

void mlg_tally_pen_set_colour (cairo_t *cairo, const double *colour);
void mlg_tally_pen_draw_words (
    cairo_t *cairo, const char *words, double x, double y, double width, PangoAlignment alignment);
void
mlg_tally_pen_draw_heading (cairo_t *cairo, const char *words, double x, double y, double width);
char *mlg_tally_pen_print (double score);
GBytes *mlg_tally_pen_make_png (double height, MlgTallyPenFunc draw, gconstpointer data);

/** The width of what mlg_tally_pen_make_png() draws: a line of text. */
#define MLG_TALLY_PEN_PAPER 480.0

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

void mlg_page_show_run (cairo_t *cr, const char *text, PangoGlyphItem *run, double x, double y);

G_END_DECLS

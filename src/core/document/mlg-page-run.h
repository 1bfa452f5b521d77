/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* A glyph whose number no font has: letters that are not drawn. */
#define MLG_PAGE_NO_GLYPH 0xffffffu

/* 12 bytes a letter, half of what Pango keeps: pages hold all the letters of a document. */
typedef struct
{
  guint32 index : 24;
  guint32 n_bytes : 8; /* of the text that it stands for; 0 when it goes with the glyph before it */
  float x;             /* from the left end of the run, in points */
  float y;
} MlgPageGlyph;

/* Letters of one font and one look, on one line. */
typedef struct _MlgPageRun MlgPageRun;
struct _MlgPageRun
{
  MlgPageRun *next;        /* (owned) (nullable) on the same line */
  PangoFont *font;         /* (owned) */
  PangoGlyphItem *special; /* (owned) (nullable) what only Pango draws: right to left, no font */
  guint start;             /* byte of the text of its paragraph */
  guint n_glyphs;
  float x; /* from the left end of the line, in points */
  float width;
  float y; /* of the baseline of the run, from that of the line */
  MlgPageGlyph glyphs[];
};

MlgPageRun *mlg_page_run_new (PangoFont *font, guint start, guint n_glyphs);
MlgPageRun *mlg_page_run_new_for_line (const char *text, const PangoLayoutLine *line);
void mlg_page_run_free_all (MlgPageRun *self);
void mlg_page_run_get_height (const MlgPageRun *self, double *top, double *bottom);
void mlg_page_run_draw (const MlgPageRun *self, cairo_t *cr, const char *text, double x, double y);

G_END_DECLS

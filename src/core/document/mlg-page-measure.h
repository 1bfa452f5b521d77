/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* How wide words are, from the widths of their letters: many times cheaper than shaping them, and
 * near enough to share a table's width between its columns. */
typedef struct _MlgPageMeasure MlgPageMeasure;

/* The words of one paragraph while they are measured; all zero at first. */
typedef struct
{
  double size;
  gboolean bold;
  double word; /* the word that is being read */
  double line;
  double min; /* the widest word */
  double max; /* the widest line, when nothing cuts it */
} MlgPageExtent;

MlgPageMeasure *mlg_page_measure_new (PangoContext *context);
void mlg_page_measure_free (MlgPageMeasure *self);
void mlg_page_measure_add (MlgPageMeasure *self, MlgPageExtent *extent, const char *words);
void mlg_page_measure_add_width (MlgPageExtent *extent, double width);
void mlg_page_measure_end_line (MlgPageExtent *extent);
double mlg_page_measure_words (MlgPageMeasure *self, const char *words, double size, gboolean bold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgPageMeasure, mlg_page_measure_free)

G_END_DECLS

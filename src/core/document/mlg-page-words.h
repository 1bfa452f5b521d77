/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-page-run.h"

G_BEGIN_DECLS

/* The words of a document come back again and again: each is shaped once for each font. Lines of plain
 * words are made of them; whatever is more than plain words is left to Pango. */
typedef struct _MlgPageWords MlgPageWords;

/* A line of plain words. */
typedef struct
{
  MlgPageRun *run; /* (owned) */
  guint start;     /* bytes of the text, from the first letter to the first of the next line */
  guint end;
} MlgPageWordLine;

MlgPageWords *mlg_page_words_new (PangoContext *context);
void mlg_page_words_free (MlgPageWords *self);
gboolean mlg_page_words_break (MlgPageWords *self,
                               const PangoFontDescription *font,
                               const char *text,
                               double width,
                               gboolean justify,
                               GArray *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgPageWords, mlg_page_words_free)

G_END_DECLS

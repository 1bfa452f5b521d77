/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "document/mlg-document.h"

G_BEGIN_DECLS

/**
 * MlgPagesFlags:
 * @MLG_PAGES_WITHOUT_NOTES: leave the notes to the drafter out, as in the text that goes out
 */
typedef enum
{
  MLG_PAGES_DEFAULT = 0,
  MLG_PAGES_WITHOUT_NOTES = 1 << 0
} MlgPagesFlags;

/**
 * MlgOutlineEntry:
 * @title: (unowned): label and words of a heading
 * @level: from 1
 * @page: from 0
 * @y: in points from the top of the page
 */
typedef struct
{
  const char *title;
  guint level;
  guint page;
  double y;
} MlgOutlineEntry;

#define MLG_TYPE_PAGES (mlg_pages_get_type ())
G_DECLARE_FINAL_TYPE (MlgPages, mlg_pages, MLG, PAGES, GObject)

MlgPages *mlg_pages_new (MlgDocument *document,
                         MlgPagesFlags flags,
                         MlgIssueList *issues,
                         GCancellable *cancellable,
                         GError **error);

MlgDocument *mlg_pages_get_document (MlgPages *self);
guint mlg_pages_get_n (MlgPages *self);
void mlg_pages_get_size (MlgPages *self, guint page, double *width, double *height);
void mlg_pages_draw (MlgPages *self, guint page, cairo_t *cr);
char *mlg_pages_get_text (MlgPages *self, guint page);

guint mlg_pages_find (MlgPages *self, const char *id);
guint mlg_pages_find_heading (MlgPages *self, guint i);

guint mlg_pages_get_n_outline (MlgPages *self);
void mlg_pages_get_outline (MlgPages *self, guint i, MlgOutlineEntry *entry);

G_END_DECLS

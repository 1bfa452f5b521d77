/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "document/mlg-pages.h"

G_BEGIN_DECLS

#define MLG_TYPE_PAGE_PICTURES (mlg_page_pictures_get_type ())
G_DECLARE_FINAL_TYPE (MlgPagePictures, mlg_page_pictures, MLG, PAGE_PICTURES, GObject)

MlgPagePictures *mlg_page_pictures_new (MlgDocument *document,
                                        MlgPagesFlags flags,
                                        MlgIssueList *issues,
                                        GCancellable *cancellable,
                                        GError **error);

guint mlg_page_pictures_get_n (MlgPagePictures *self);
void mlg_page_pictures_get_size (MlgPagePictures *self, guint page, double *width, double *height);
void mlg_page_pictures_draw (MlgPagePictures *self, guint page, cairo_t *cr);
const char *mlg_page_pictures_get_text (MlgPagePictures *self, guint page);

G_END_DECLS

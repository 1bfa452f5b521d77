/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-document-builder.h"
#include "mlg-package.h"

G_BEGIN_DECLS

/** What readers of foreign formats share: the document that grows and the report. */
typedef struct
{
  MlgDocumentBuilder *builder; /* (owned) */
  const char *name;            /* (unowned) the file as people know it */
  MlgIssueList *issues;        /* (unowned) */
  GHashTable *counts;          /* (owned) (element-type utf8 guint) what was not understood */
  GHashTable *images;          /* (owned) (element-type utf8 GPtrArray) part → images to fill */
  GHashTable *page_parts;      /* (owned) (element-type utf8) words of headers and footers seen */
  guint n_left_images;         /* in headers and footers of some pages only */
  guint n_changes;             /* tracked changes read as accepted */
} MlgReading;

void mlg_reading_init (MlgReading *self, const char *name, MlgIssueList *issues);
void mlg_reading_clear (MlgReading *self);
void mlg_reading_count (MlgReading *self, const char *what);
void mlg_reading_report (MlgReading *self);
void mlg_reading_add_image (
    MlgReading *self, const char *part, const char *alt, double width, double height);
void mlg_reading_add_image_data (
    MlgReading *self, const xmlNode *base64, const char *alt, double width, double height);
void
mlg_reading_see_page_part (MlgReading *self, const char *words, guint n_images, gboolean taken);
void mlg_reading_report_hidden (MlgReading *self, const xmlNode *hidden);
void mlg_reading_report_left (MlgReading *self, const char *where, const char *words);
void mlg_reading_report_deletion (MlgReading *self, const xmlNode *deleted);
gboolean mlg_reading_is_date (const char *text);
gboolean mlg_reading_fill_images (MlgReading *self,
                                  MlgPackage *package,
                                  GCancellable *cancellable,
                                  GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MlgReading, mlg_reading_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"

G_BEGIN_DECLS

/**
 * MlgMarks:
 *
 * How a run of words looks.
 */
typedef enum
{
  MLG_MARK_NONE = 0,
  MLG_MARK_BOLD = 1 << 0,
  MLG_MARK_ITALIC = 1 << 1,
  MLG_MARK_SUPERSCRIPT = 1 << 2,
  MLG_MARK_SUBSCRIPT = 1 << 3
} MlgMarks;

/**
 * MlgBuildReport:
 * @empty_paragraphs: paragraphs without words, left out
 * @empty_headings: headings without words, kept
 * @flattened: lists, tables and the like that were too deep: only their words were kept
 * @dead_references: references to a place that does not exist, of which only the words were kept
 *
 * What was done to what the reader gave, for its issue list.
 */
typedef struct
{
  guint empty_paragraphs;
  guint empty_headings;
  guint flattened;
  guint dead_references;
} MlgBuildReport;

/**
 * MlgHeadingNumber:
 * @key: what numbers the heading; the same for all headings that count together
 * @numbering: how the first level counts, as in the schema
 * @before: (nullable): what stands before the number of the first level
 * @after: (nullable): what stands after it
 * @depth: levels that the number shows, from 1
 *
 * How a heading is numbered that does not count with those of the whole document.
 */
typedef struct
{
  const char *key;
  const char *numbering;
  const char *before;
  const char *after;
  guint depth;
} MlgHeadingNumber;

typedef struct _MlgDocumentBuilder MlgDocumentBuilder;

MlgDocumentBuilder *mlg_document_builder_new (const char *language);
void mlg_document_builder_free (MlgDocumentBuilder *self);
MlgDocument *mlg_document_builder_finish (MlgDocumentBuilder *self, const char *name);
const MlgBuildReport *mlg_document_builder_get_report (const MlgDocumentBuilder *self);

void mlg_document_builder_set_language (MlgDocumentBuilder *self, const char *language);
void mlg_document_builder_add_head (MlgDocumentBuilder *self, const char *name, const char *text);
void mlg_document_builder_set_landscape (MlgDocumentBuilder *self, gboolean landscape);

void mlg_document_builder_open (MlgDocumentBuilder *self, const char *name);
void mlg_document_builder_close (MlgDocumentBuilder *self, const char *name);
void mlg_document_builder_open_heading (MlgDocumentBuilder *self, guint level);
void mlg_document_builder_leave_unnumbered (MlgDocumentBuilder *self);
void mlg_document_builder_set_numbering (MlgDocumentBuilder *self,
                                         const char *numbering,
                                         const char *before,
                                         const char *after);
void mlg_document_builder_number_heading (MlgDocumentBuilder *self, const MlgHeadingNumber *number);
void mlg_document_builder_add_toc (MlgDocumentBuilder *self, guint depth);
gboolean mlg_document_builder_open_link (MlgDocumentBuilder *self, const char *href);
void
mlg_document_builder_open_reference (MlgDocumentBuilder *self, const char *place, const char *show);

void mlg_document_builder_set (MlgDocumentBuilder *self, const char *attribute, const char *value);
void mlg_document_builder_set_number (MlgDocumentBuilder *self, const char *attribute, guint value);
void mlg_document_builder_set_place (MlgDocumentBuilder *self, const char *place);

void mlg_document_builder_add_text (MlgDocumentBuilder *self,
                                    const char *text,
                                    gssize length,
                                    MlgMarks marks);
void mlg_document_builder_add (MlgDocumentBuilder *self, const char *name);
void mlg_document_builder_add_page_break (MlgDocumentBuilder *self);
xmlNode *
mlg_document_builder_add_image (MlgDocumentBuilder *self, const char *type, const char *alt);
gboolean mlg_document_builder_in_line (const MlgDocumentBuilder *self);

gboolean mlg_document_is_safe_address (const char *href);
gboolean mlg_document_image_set_data (xmlNode *image, GBytes *data);
void mlg_document_image_set_length (xmlNode *image, const char *attribute, double millimetres);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgDocumentBuilder, mlg_document_builder_free)

G_END_DECLS

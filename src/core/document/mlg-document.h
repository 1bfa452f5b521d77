/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mlg-issue.h"
#include "document/mlg-document-error.h"
#include "document/mlg-document-names.h"
#include "document/mlg-xml.h"

G_BEGIN_DECLS

/** Levels of headings. */
#define MLG_DOCUMENT_MAX_LEVEL 10

/** Bytes of one image, decoded: what fits in one text node of libxml2 once it is base64. */
#define MLG_DOCUMENT_MAX_IMAGE (7 * 1024 * 1024)

#define MLG_TYPE_DOCUMENT (mlg_document_get_type ())
G_DECLARE_FINAL_TYPE (MlgDocument, mlg_document, MLG, DOCUMENT, GObject)

/**
 * MlgDocumentCounts:
 *
 * What a document holds. The body counts, with its footnotes and notes to the drafter; the page
 * header and footer do not. A word is a run of characters between white space with a letter or a
 * digit in it.
 */
typedef struct
{
  guint headings[MLG_DOCUMENT_MAX_LEVEL + 1]; /* by level, from 1; [0] is their sum */
  guint paragraphs;
  guint lists; /* nested ones too */
  guint items;
  guint tables;
  guint rows;
  guint cells;
  guint images;
  guint notes; /* footnotes and notes to the drafter */
  guint footnotes;
  guint drafter_notes;
  guint links;
  guint words;
} MlgDocumentCounts;

MlgDocument *mlg_document_new_for_tree (xmlDoc *tree, const char *name);
MlgDocument *mlg_document_read_xml (GBytes *bytes,
                                    const char *name,
                                    MlgIssueList *issues,
                                    GCancellable *cancellable,
                                    GError **error);

xmlDoc *mlg_document_get_tree (MlgDocument *self);
const char *mlg_document_get_name (MlgDocument *self);
xmlNode *mlg_document_get_part (MlgDocument *self, const char *name);
char *mlg_document_get_title (MlgDocument *self);
char *mlg_document_get_language (MlgDocument *self);

gboolean mlg_document_validate (MlgDocument *self, MlgIssueList *issues);
GBytes *mlg_document_to_xml (MlgDocument *self);
void mlg_document_count (MlgDocument *self, MlgDocumentCounts *counts);

guint mlg_document_section_level (const xmlNode *section);
xmlNode *mlg_document_section_heading (const xmlNode *section);

G_END_DECLS

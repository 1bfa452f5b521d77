/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* The bytes of an attached document, apart from its description so that lists stay light. */
#define MLG_DOCUMENT_CONTENT_FIELDS(F)                                                             \
  F (MLG_DOCUMENT_CONTENT_DOCUMENT, "document", N_ ("Attached document"), MLG_FIELD_REFERENCE,     \
     .refers = "meeting-document",                                                                 \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER | MLG_FIELD_INTERNAL)                           \
  F (MLG_DOCUMENT_CONTENT_CONTENT, "content", N_ ("Content"), MLG_FIELD_TEXT,                      \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_INTERNAL)

enum
{
  MLG_DOCUMENT_CONTENT_FIELDS (MLG_FIELD_ENUM) MLG_DOCUMENT_CONTENT_N_FIELDS
};

#define MLG_TYPE_DOCUMENT_CONTENT (mlg_document_content_get_type ())
G_DECLARE_FINAL_TYPE (MlgDocumentContent, mlg_document_content, MLG, DOCUMENT_CONTENT, MlgRecord)

extern const MlgKind mlg_document_content_kind;

G_END_DECLS

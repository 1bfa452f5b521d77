/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-clause.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A template (marché type) of the library. Its identity and purchase are fields; head is the XML of what has
 * no field (codes, lots, facts, questions, criteria), and the outline is in its pieces. The template as one
 * tree is made by mlg_library_compose(), and written by mlg_library_store_template(). */
#define MLG_TEMPLATE_RECORD_FIELDS(F)                                                              \
  F (MLG_TEMPLATE_RECORD_TITLE, "title", N_ ("Heading"), MLG_FIELD_TEXT,                           \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_TEMPLATE_RECORD_SUMMARY, "summary", N_ ("Summary"), MLG_FIELD_LONG_TEXT,                  \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_TEMPLATE_RECORD_NATURE, "nature", N_ ("Nature of the purchase"), MLG_FIELD_CODE,          \
     .codes = &mlg_purchase_natures, .audience = MLG_AUDIENCE_BUYERS)                              \
  F (MLG_TEMPLATE_RECORD_FAMILY, "family", N_ ("Purchase family"), MLG_FIELD_REFERENCE,            \
     .refers = "cpv", .audience = MLG_AUDIENCE_BUYERS)                                             \
  F (MLG_TEMPLATE_RECORD_KIND, "kind", N_ ("Kind of contract"), MLG_FIELD_CODE,                    \
     .codes = &mlg_purchase_kinds, .audience = MLG_AUDIENCE_BUYERS)                                \
  F (MLG_TEMPLATE_RECORD_PROCEDURE, "procedure", N_ ("Procedure"), MLG_FIELD_CODE,                 \
     .codes = &mlg_purchase_procedures, .audience = MLG_AUDIENCE_BUYERS)                           \
  F (MLG_TEMPLATE_RECORD_VALUE, "value", N_ ("Estimated value (EUR excl. tax)"), MLG_FIELD_REAL,   \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_TEMPLATE_RECORD_MONTHS, "months", N_ ("Longest duration in months"), MLG_FIELD_INTEGER,   \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_TEMPLATE_RECORD_AMBITION, "ambition", N_ ("Highest ambition"), MLG_FIELD_CODE,            \
     .codes = &mlg_ambitions, .audience = MLG_AUDIENCE_BUYERS)                                     \
  F (MLG_TEMPLATE_RECORD_THEMES, "themes", N_ ("Themes"), MLG_FIELD_LONG_TEXT,                     \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_TEMPLATE_RECORD_KEYWORDS, "keywords", N_ ("Keywords"), MLG_FIELD_LONG_TEXT,               \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_TEMPLATE_RECORD_RELIABILITY, "reliability", N_ ("Reliability"), MLG_FIELD_CODE,           \
     .codes = &mlg_reliabilities, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_TEMPLATE_RECORD_CHECKED_ON, "checked_on", N_ ("Checked against the law on"),              \
     MLG_FIELD_DATE, .audience = MLG_AUDIENCE_BUYERS)                                              \
  F (MLG_TEMPLATE_RECORD_CHECKED, "checked", N_ ("Last legal check"), MLG_FIELD_LONG_TEXT,         \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_TEMPLATE_RECORD_ORIGIN, "origin", N_ ("Written by"), MLG_FIELD_TEXT,                      \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_TEMPLATE_RECORD_LICENCE, "licence", N_ ("Licence"), MLG_FIELD_TEXT,                       \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_TEMPLATE_RECORD_ARCHIVED, "archived", N_ ("Archived"), MLG_FIELD_BOOLEAN,                 \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_TEMPLATE_RECORD_CHANGED_ON, "changed_on", N_ ("Changed on"), MLG_FIELD_DATE,              \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_TEMPLATE_RECORD_LANGUAGE, "language", N_ ("Language"), MLG_FIELD_TEXT,                    \
     .flags = MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_TEMPLATE_RECORD_HEAD, "head", N_ ("Questions and criteria"), MLG_FIELD_LONG_TEXT,         \
     .flags = MLG_FIELD_MARKUP | MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)              \
  F (MLG_TEMPLATE_RECORD_URI, "uri", N_ ("Identifier"), MLG_FIELD_TEXT,                            \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)            \
  F (MLG_TEMPLATE_RECORD_REVISION, "revision", N_ ("Revision"), MLG_FIELD_INTEGER,                 \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_TEMPLATE_RECORD_FIELDS (MLG_FIELD_ENUM) MLG_TEMPLATE_RECORD_N_FIELDS
};

#define MLG_TYPE_TEMPLATE_RECORD (mlg_template_record_get_type ())
G_DECLARE_FINAL_TYPE (MlgTemplateRecord, mlg_template_record, MLG, TEMPLATE_RECORD, MlgRecord)

extern const MlgKind mlg_template_record_kind;
extern const MlgCodeList mlg_purchase_kinds;
extern const MlgCodeList mlg_purchase_procedures;

G_END_DECLS

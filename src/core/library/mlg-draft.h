/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A draft (projet de marché): a template as it was when the draft was made, and the answers to its questions.
 * content is the whole template as XML, answers those of answers.rng; both may change without the template.
 * The three last texts are the grid of needs. */
#define MLG_DRAFT_FIELDS(F)                                                                        \
  F (MLG_DRAFT_TITLE, "title", N_ ("Heading"), MLG_FIELD_TEXT,                                     \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_DRAFT_BODY, "body", N_ ("Buyer"), MLG_FIELD_REFERENCE, .refers = "body",                  \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_DRAFT_STATE, "state", N_ ("State"), MLG_FIELD_CODE, .codes = &mlg_draft_states,           \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_DRAFT_LAUNCH_ON, "launch_on", N_ ("Launch of the consultation"), MLG_FIELD_DATE,          \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_DRAFT_VALUE, "value", N_ ("Estimated value (EUR excl. tax)"), MLG_FIELD_REAL,             \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_DRAFT_TEMPLATE, "template", N_ ("Template"), MLG_FIELD_REFERENCE, .refers = "template",   \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_DRAFT_REVISION, "revision", N_ ("Revision of the template"), MLG_FIELD_INTEGER,           \
     .flags = MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_DRAFT_TEMPLATE_URI, "template_uri", N_ ("Identifier of the template"), MLG_FIELD_TEXT,    \
     .flags = MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_DRAFT_CONTENT, "content", N_ ("Text"), MLG_FIELD_LONG_TEXT,                               \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_SEARCH | MLG_FIELD_MARKUP | MLG_FIELD_INTERNAL,       \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_DRAFT_ANSWERS, "answers", N_ ("Answers"), MLG_FIELD_LONG_TEXT,                            \
     .flags = MLG_FIELD_INTERNAL)                                                                  \
  F (MLG_DRAFT_NEED_CONTEXT, "need_context", N_ ("Need and context"), MLG_FIELD_LONG_TEXT,         \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_DRAFT_NEED_PERFORMANCE, "need_performance", N_ ("Doing better"), MLG_FIELD_LONG_TEXT,     \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_DRAFT_NEED_MEANS, "need_means", N_ ("Choices and means"), MLG_FIELD_LONG_TEXT,            \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_DRAFT_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH)       \
  F (MLG_DRAFT_ARCHIVED, "archived", N_ ("Archived"), MLG_FIELD_BOOLEAN,                           \
     .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_DRAFT_FIELDS (MLG_FIELD_ENUM) MLG_DRAFT_N_FIELDS
};

#define MLG_TYPE_DRAFT (mlg_draft_get_type ())
G_DECLARE_FINAL_TYPE (MlgDraft, mlg_draft, MLG, DRAFT, MlgRecord)

extern const MlgKind mlg_draft_kind;
extern const MlgCodeList mlg_draft_states;

G_END_DECLS

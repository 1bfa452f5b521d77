/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-clause-value.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A clause: one wording for one need, used by reference in any number of templates. Its text is the XML of
 * template.rng without its own element around it (see mlg-clause-text.h); sources and labels stand one a
 * line (see mlg-clause-lines.h); dimension holds codes of mlg_dimensions separated by spaces, which
 * #MlgClauseTrait repeats one by one. Written by mlg_clause_save(), which keeps older wordings. */
#define MLG_CLAUSE_FIELDS(F)                                                                       \
  F (MLG_CLAUSE_TITLE, "title", N_ ("Heading"), MLG_FIELD_TEXT,                                    \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_CLAUSE_NEED, "need", N_ ("Family of need"), MLG_FIELD_TEXT, .flags = MLG_FIELD_SEARCH,    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_PHASE, "phase", N_ ("Phase"), MLG_FIELD_CODE, .codes = &mlg_clause_phases,         \
     .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_CLAUSE_DIMENSION, "dimension", N_ ("Dimensions"), MLG_FIELD_TEXT,                         \
     .codes = &mlg_dimensions, .clean = mlg_dimensions_clean, .check = mlg_dimensions_check,       \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_AMBITION, "ambition", N_ ("Ambition"), MLG_FIELD_CODE, .codes = &mlg_ambitions,    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_NATURE, "nature", N_ ("Nature of the purchase"), MLG_FIELD_CODE,                   \
     .codes = &mlg_purchase_natures, .audience = MLG_AUDIENCE_BUYERS)                              \
  F (MLG_CLAUSE_FAMILY, "family", N_ ("Purchase family"), MLG_FIELD_REFERENCE, .refers = "cpv",    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_TEXT, "text", N_ ("Text"), MLG_FIELD_LONG_TEXT,                                    \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_SEARCH | MLG_FIELD_MARKUP | MLG_FIELD_INTERNAL,       \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_LINK, "link", N_ ("Link with the subject-matter"), MLG_FIELD_LONG_TEXT,            \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_CLAUSE_PROOF, "proof", N_ ("Proof asked"), MLG_FIELD_LONG_TEXT,                           \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_CLAUSE_SANCTION, "sanction", N_ ("Sanction"), MLG_FIELD_LONG_TEXT,                        \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_CLAUSE_WHY, "why", N_ ("Why"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH,            \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_VIGILANCE, "vigilance", N_ ("Points of vigilance"), MLG_FIELD_LONG_TEXT,           \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_CLAUSE_SOURCES, "sources", N_ ("Sources"), MLG_FIELD_LONG_TEXT,                           \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_CLAUSE_LABELS, "labels", N_ ("Labels"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH,   \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_RELATED, "related", N_ ("Places to read with it"), MLG_FIELD_TEXT,                 \
     .flags = MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_CLAUSE_RELIABILITY, "reliability", N_ ("Reliability"), MLG_FIELD_CODE,                    \
     .codes = &mlg_reliabilities, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_CLAUSE_CHECKED_ON, "checked_on", N_ ("Checked against the law on"), MLG_FIELD_DATE,       \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_CHECKED, "checked", N_ ("Last legal check"), MLG_FIELD_LONG_TEXT,                  \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_ORIGIN, "origin", N_ ("Written by"), MLG_FIELD_TEXT, .flags = MLG_FIELD_SEARCH,    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_LICENCE, "licence", N_ ("Licence"), MLG_FIELD_TEXT,                                \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_ARCHIVED, "archived", N_ ("Archived"), MLG_FIELD_BOOLEAN,                          \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_CHANGED_ON, "changed_on", N_ ("Changed on"), MLG_FIELD_DATE,                       \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_CLAUSE_LANGUAGE, "language", N_ ("Language"), MLG_FIELD_TEXT,                             \
     .flags = MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_CLAUSE_URI, "uri", N_ ("Identifier"), MLG_FIELD_TEXT,                                     \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)            \
  F (MLG_CLAUSE_REVISION, "revision", N_ ("Revision"), MLG_FIELD_INTEGER,                          \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_CLAUSE_FIELDS (MLG_FIELD_ENUM) MLG_CLAUSE_N_FIELDS
};

#define MLG_TYPE_CLAUSE (mlg_clause_get_type ())
G_DECLARE_FINAL_TYPE (MlgClause, mlg_clause, MLG, CLAUSE, MlgRecord)

extern const MlgKind mlg_clause_kind;
extern const MlgCodeList mlg_clause_phases;
extern const MlgCodeList mlg_ambitions;
extern const MlgCodeList mlg_reliabilities;
extern const MlgCodeList mlg_purchase_natures;
extern const MlgCodeList mlg_dimensions;

G_END_DECLS

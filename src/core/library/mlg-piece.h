/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A piece of a template: the XML of its element, in which each clause is left out for a mark that names its
 * use: <use id="…"/>, the id of a #MlgClauseUse. */
#define MLG_PIECE_FIELDS(F)                                                                        \
  F (MLG_PIECE_TEMPLATE, "template", N_ ("Template"), MLG_FIELD_REFERENCE, .refers = "template",   \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER, .audience = MLG_AUDIENCE_BUYERS)               \
  F (MLG_PIECE_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,                           \
     .flags = MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_PIECE_ROLE, "role", N_ ("Role"), MLG_FIELD_CODE, .codes = &mlg_piece_roles,               \
     .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_PIECE_TITLE, "title", N_ ("Heading"), MLG_FIELD_TEXT,                                     \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_PIECE_CONTENT, "content", N_ ("Content"), MLG_FIELD_LONG_TEXT,                            \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_SEARCH | MLG_FIELD_MARKUP | MLG_FIELD_INTERNAL,       \
     .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_PIECE_FIELDS (MLG_FIELD_ENUM) MLG_PIECE_N_FIELDS
};

#define MLG_TYPE_PIECE (mlg_piece_get_type ())
G_DECLARE_FINAL_TYPE (MlgPiece, mlg_piece, MLG, PIECE, MlgRecord)

extern const MlgKind mlg_piece_kind;
extern const MlgCodeList mlg_piece_roles;

G_END_DECLS

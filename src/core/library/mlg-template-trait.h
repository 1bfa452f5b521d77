/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-clause.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* What the clauses of a template act for. Kept by the program from its clauses. */
#define MLG_TEMPLATE_TRAIT_FIELDS(F)                                                               \
  F (MLG_TEMPLATE_TRAIT_TEMPLATE, "template", N_ ("Template"), MLG_FIELD_REFERENCE,                \
     .refers = "template", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER | MLG_FIELD_INTERNAL,     \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_TEMPLATE_TRAIT_CODE, "code", N_ ("Dimension"), MLG_FIELD_CODE, .codes = &mlg_dimensions,  \
     .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_TEMPLATE_TRAIT_FIELDS (MLG_FIELD_ENUM) MLG_TEMPLATE_TRAIT_N_FIELDS
};

#define MLG_TYPE_TEMPLATE_TRAIT (mlg_template_trait_get_type ())
G_DECLARE_FINAL_TYPE (MlgTemplateTrait, mlg_template_trait, MLG, TEMPLATE_TRAIT, MlgRecord)

extern const MlgKind mlg_template_trait_kind;

G_END_DECLS

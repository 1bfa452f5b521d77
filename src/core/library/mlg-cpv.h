/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cpv-code.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A code of the common procurement vocabulary (Regulation (EC) No 213/2008): the divisions and what the
 * templates name are there from the start, the rest is imported. */
#define MLG_CPV_FIELDS(F)                                                                          \
  F (MLG_CPV_CODE, "code", N_ ("Code"), MLG_FIELD_TEXT,                                            \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .clean = mlg_cpv_clean, .check = mlg_cpv_check, \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_CPV_NAME, "name", N_ ("Name"), MLG_FIELD_TEXT,                                            \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_PUBLIC)                \
  F (MLG_CPV_PARENT, "parent", N_ ("Under"), MLG_FIELD_REFERENCE, .refers = "cpv",                 \
     .flags = MLG_FIELD_TREE, .audience = MLG_AUDIENCE_PUBLIC)

enum
{
  MLG_CPV_FIELDS (MLG_FIELD_ENUM) MLG_CPV_N_FIELDS
};

#define MLG_TYPE_CPV (mlg_cpv_get_type ())
G_DECLARE_FINAL_TYPE (MlgCpv, mlg_cpv, MLG, CPV, MlgRecord)

extern const MlgKind mlg_cpv_kind;

G_END_DECLS

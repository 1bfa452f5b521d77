/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* That two bodies, or two people, look alike and are two. */
#define MLG_DISTINCTION_FIELDS(F)                                                                  \
  F (MLG_DISTINCTION_BODY, "body", N_ ("Body"), MLG_FIELD_REFERENCE, .refers = "body",             \
     .flags = MLG_FIELD_OWNER | MLG_FIELD_INTERNAL)                                                \
  F (MLG_DISTINCTION_OTHER_BODY, "other_body", N_ ("Other body"), MLG_FIELD_REFERENCE,             \
     .refers = "body", .flags = MLG_FIELD_OWNER | MLG_FIELD_INTERNAL)                              \
  F (MLG_DISTINCTION_PERSON, "person", N_ ("Person"), MLG_FIELD_REFERENCE, .refers = "person",     \
     .flags = MLG_FIELD_OWNER | MLG_FIELD_INTERNAL)                                                \
  F (MLG_DISTINCTION_OTHER_PERSON, "other_person", N_ ("Other person"), MLG_FIELD_REFERENCE,       \
     .refers = "person", .flags = MLG_FIELD_OWNER | MLG_FIELD_INTERNAL)

enum
{
  MLG_DISTINCTION_FIELDS (MLG_FIELD_ENUM) MLG_DISTINCTION_N_FIELDS
};

#define MLG_TYPE_DISTINCTION (mlg_distinction_get_type ())
G_DECLARE_FINAL_TYPE (MlgDistinction, mlg_distinction, MLG, DISTINCTION, MlgRecord)

extern const MlgKind mlg_distinction_kind;

gboolean mlg_distinction_add (
    MlgConnection *db, const MlgKind *kind, gint64 one, gint64 other, GError **error);

G_END_DECLS

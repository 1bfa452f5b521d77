/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* That a field of one body or one person, one of the two, is for another audience than usual. */
#define MLG_FIELD_AUDIENCE_FIELDS(F)                                                               \
  F (MLG_FIELD_AUDIENCE_BODY, "body", N_ ("Body"), MLG_FIELD_REFERENCE, .refers = "body",          \
     .flags = MLG_FIELD_OWNER)                                                                     \
  F (MLG_FIELD_AUDIENCE_PERSON, "person", N_ ("Person"), MLG_FIELD_REFERENCE, .refers = "person",  \
     .flags = MLG_FIELD_OWNER)                                                                     \
  F (MLG_FIELD_AUDIENCE_FIELD, "field", N_ ("Field"), MLG_FIELD_TEXT,                              \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_INTERNAL)                                             \
  F (MLG_FIELD_AUDIENCE_AUDIENCE, "audience", N_ ("Audience"), MLG_FIELD_CODE,                     \
     .codes = &mlg_audiences, .flags = MLG_FIELD_REQUIRED)

enum
{
  MLG_FIELD_AUDIENCE_FIELDS (MLG_FIELD_ENUM) MLG_FIELD_AUDIENCE_N_FIELDS
};

#define MLG_TYPE_FIELD_AUDIENCE (mlg_field_audience_get_type ())
G_DECLARE_FINAL_TYPE (MlgFieldAudience, mlg_field_audience, MLG, FIELD_AUDIENCE, MlgRecord)

extern const MlgKind mlg_field_audience_kind;
extern const MlgCodeList mlg_audiences; /* in the order of MlgAudience */

GHashTable *mlg_audiences_load_all (MlgConnection *db, const MlgKind *kind, GError **error);
MlgAudience *mlg_audiences_load (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
gboolean mlg_audience_set (MlgConnection *db,
                           const MlgKind *kind,
                           gint64 id,
                           guint field,
                           MlgAudience audience,
                           GError **error);

G_END_DECLS

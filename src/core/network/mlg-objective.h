/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* What the network is for: an objective that its members share, or one beside. */
#define MLG_OBJECTIVE_FIELDS(F)                                                                    \
  F (MLG_OBJECTIVE_TITLE, "title", N_ ("Title"), MLG_FIELD_TEXT,                                   \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_PUBLIC)                \
  F (MLG_OBJECTIVE_TYPE, "type", N_ ("Kind"), MLG_FIELD_CODE, .codes = &mlg_objective_types,       \
     .flags = MLG_FIELD_REQUIRED, .audience = MLG_AUDIENCE_PUBLIC)                                 \
  F (MLG_OBJECTIVE_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,                       \
     .check = mlg_objective_position_check, .audience = MLG_AUDIENCE_PUBLIC)                       \
  F (MLG_OBJECTIVE_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH,   \
     .audience = MLG_AUDIENCE_PUBLIC)

enum
{
  MLG_OBJECTIVE_FIELDS (MLG_FIELD_ENUM) MLG_OBJECTIVE_N_FIELDS
};

#define MLG_TYPE_OBJECTIVE (mlg_objective_get_type ())
G_DECLARE_FINAL_TYPE (MlgObjective, mlg_objective, MLG, OBJECTIVE, MlgRecord)

extern const MlgKind mlg_objective_kind;
extern const MlgCodeList mlg_objective_types;

char *mlg_objective_position_check (const char *text);

GPtrArray *mlg_objective_list (MlgConnection *db, const char *type, GError **error);
gint64 mlg_objective_add (MlgConnection *db, const char *type, const char *title, GError **error);
gboolean mlg_objective_move (MlgConnection *db, gint64 id, int step, GError **error);
gboolean mlg_objective_sample_add (MlgConnection *db, GError **error);

G_END_DECLS

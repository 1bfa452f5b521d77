/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-nuts.h"
#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* The network itself: one record in a file, whose id is MLG_NETWORK_ID. */
#define MLG_NETWORK_FIELDS(F)                                                                      \
  F (MLG_NETWORK_NAME, "name", N_ ("Name"), MLG_FIELD_TEXT,                                        \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_PUBLIC)                \
  F (MLG_NETWORK_SHORT_NAME, "short_name", N_ ("Short name"), MLG_FIELD_TEXT,                      \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_PUBLIC)                                   \
  F (MLG_NETWORK_PERIMETER, "perimeter", N_ ("Perimeter (NUTS codes)"), MLG_FIELD_TEXT,            \
     .clean = mlg_perimeter_clean, .check = mlg_perimeter_check, .audience = MLG_AUDIENCE_PUBLIC)  \
  F (MLG_NETWORK_FACILITATION, "facilitation", N_ ("Facilitation"), MLG_FIELD_CODE,                \
     .codes = &mlg_facilitation_modes, .audience = MLG_AUDIENCE_PUBLIC)                            \
  F (MLG_NETWORK_CONTROLLER, "controller", N_ ("Data controller"), MLG_FIELD_TEXT,                 \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_NETWORK_CONTROLLER_CONTACT, "controller_contact", N_ ("Data protection contact"),         \
     MLG_FIELD_TEXT, .audience = MLG_AUDIENCE_PUBLIC)                                              \
  F (MLG_NETWORK_LEGAL_BASIS, "legal_basis", N_ ("Legal basis"), MLG_FIELD_CODE,                   \
     .codes = &mlg_legal_bases, .audience = MLG_AUDIENCE_PUBLIC)                                   \
  F (MLG_NETWORK_RETENTION, "retention_months", N_ ("Months kept after the last contact"),         \
     MLG_FIELD_INTEGER, .audience = MLG_AUDIENCE_PUBLIC)                                           \
  F (MLG_NETWORK_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH)

enum
{
  MLG_NETWORK_FIELDS (MLG_FIELD_ENUM) MLG_NETWORK_N_FIELDS
};

#define MLG_TYPE_NETWORK (mlg_network_get_type ())
G_DECLARE_FINAL_TYPE (MlgNetwork, mlg_network, MLG, NETWORK, MlgRecord)

extern const MlgKind mlg_network_kind;
extern const MlgCodeList mlg_facilitation_modes;
extern const MlgCodeList mlg_legal_bases;

/* There is one network in a file. */
#define MLG_NETWORK_ID 1

MlgRecord *mlg_network_load (MlgConnection *db, GError **error);
gboolean mlg_network_save (MlgConnection *db, MlgRecord *network, GError **error);
gboolean mlg_network_create (MlgConnection *db, MlgRecord *network, GError **error);

G_END_DECLS

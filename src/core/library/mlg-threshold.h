/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-clause.h"
#include "mlg-template-record.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-record.h"
#include "template/mlg-threshold-names.h"

G_BEGIN_DECLS

char *mlg_threshold_check_amount (const char *text);

/* An amount of public procurement that the network says itself, from a day on, with its source: it goes before
 * those that are shipped. Without a nature, a buyer or a kind of contract it holds for all. */
#define MLG_THRESHOLD_FIELDS(F)                                                                    \
  F (MLG_THRESHOLD_NAME, "name", N_ ("Threshold"), MLG_FIELD_CODE, .codes = &mlg_threshold_names,  \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_THRESHOLD_AMOUNT, "amount", N_ ("Amount (EUR excl. tax)"), MLG_FIELD_REAL,                \
     .flags = MLG_FIELD_REQUIRED, .check = mlg_threshold_check_amount,                             \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THRESHOLD_FROM_ON, "from_on", N_ ("From"), MLG_FIELD_DATE, .flags = MLG_FIELD_REQUIRED,   \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THRESHOLD_UNTIL_ON, "until_on", N_ ("Until"), MLG_FIELD_DATE,                             \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THRESHOLD_NATURE, "nature", N_ ("Nature"), MLG_FIELD_CODE,                                \
     .codes = &mlg_purchase_natures, .audience = MLG_AUDIENCE_BUYERS)                              \
  F (MLG_THRESHOLD_BUYER, "buyer", N_ ("Buyer"), MLG_FIELD_CODE, .codes = &mlg_purchase_buyers,    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THRESHOLD_CONTRACT, "contract", N_ ("Kind of contract"), MLG_FIELD_CODE,                  \
     .codes = &mlg_purchase_kinds, .audience = MLG_AUDIENCE_BUYERS)                                \
  F (MLG_THRESHOLD_SOURCE, "source", N_ ("Source"), MLG_FIELD_TEXT, .flags = MLG_FIELD_REQUIRED,   \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_THRESHOLD_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT)

enum
{
  MLG_THRESHOLD_FIELDS (MLG_FIELD_ENUM) MLG_THRESHOLD_N_FIELDS
};

#define MLG_TYPE_THRESHOLD (mlg_threshold_get_type ())
G_DECLARE_FINAL_TYPE (MlgThreshold, mlg_threshold, MLG, THRESHOLD, MlgRecord)

extern const MlgKind mlg_threshold_kind;
extern const MlgCodeList mlg_purchase_buyers;

gboolean mlg_threshold_store (MlgConnection *db, MlgRecord *record, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-meeting-time.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* One supplier that is heard at a meeting: from when to when, and which documents they were given. */
#define MLG_HEARING_FIELDS(F)                                                                      \
  F (MLG_HEARING_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE, .refers = "meeting",     \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER)                                                \
  F (MLG_HEARING_BODY, "body", N_ ("Supplier"), MLG_FIELD_REFERENCE, .refers = "body",             \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER)                                                \
  F (MLG_HEARING_STARTS, "starts", N_ ("Starts"), MLG_FIELD_TEXT, .clean = mlg_clock_clean,        \
     .check = mlg_clock_check)                                                                     \
  F (MLG_HEARING_ENDS, "ends", N_ ("Ends"), MLG_FIELD_TEXT, .clean = mlg_clock_clean,              \
     .check = mlg_clock_check)                                                                     \
  F (MLG_HEARING_DOCUMENTS, "documents", N_ ("Documents given"), MLG_FIELD_LONG_TEXT)              \
  F (MLG_HEARING_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT)

enum
{
  MLG_HEARING_FIELDS (MLG_FIELD_ENUM) MLG_HEARING_N_FIELDS
};

#define MLG_TYPE_HEARING (mlg_hearing_get_type ())
G_DECLARE_FINAL_TYPE (MlgHearing, mlg_hearing, MLG, HEARING, MlgRecord)

extern const MlgKind mlg_hearing_kind;

G_END_DECLS

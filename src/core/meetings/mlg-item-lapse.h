/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/* What a meeting dealt with for a while on its day: an item of its agenda, or none. Times are seconds of
 * the clock (Unix time); what is being dealt with has no end yet. */
#define MLG_ITEM_LAPSE_FIELDS(F)                                                                   \
  F (MLG_ITEM_LAPSE_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE, .refers = "meeting",  \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER | MLG_FIELD_INTERNAL)                           \
  F (MLG_ITEM_LAPSE_ITEM, "item", N_ ("Agenda item"), MLG_FIELD_REFERENCE,                         \
     .refers = "agenda-item", .flags = MLG_FIELD_OWNER | MLG_FIELD_INTERNAL)                       \
  F (MLG_ITEM_LAPSE_BEGAN, "began", N_ ("Begun"), MLG_FIELD_INTEGER,                               \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_INTERNAL)                                             \
  F (MLG_ITEM_LAPSE_ENDED, "ended", N_ ("Ended"), MLG_FIELD_INTEGER, .flags = MLG_FIELD_INTERNAL)

enum
{
  MLG_ITEM_LAPSE_FIELDS (MLG_FIELD_ENUM) MLG_ITEM_LAPSE_N_FIELDS
};

#define MLG_TYPE_ITEM_LAPSE (mlg_item_lapse_get_type ())
G_DECLARE_FINAL_TYPE (MlgItemLapse, mlg_item_lapse, MLG, ITEM_LAPSE, MlgRecord)

extern const MlgKind mlg_item_lapse_kind;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "meetings/mlg-hearing-compare.h"

G_BEGIN_DECLS

/**
 * MlgHearingReading:
 *
 * The hearings of suppliers at a meeting, side by side.
 */
typedef struct
{
  GPtrArray *heard;     /* (owned) (element-type MlgSupplierHeard) how each was treated */
  GPtrArray *hearings;  /* (owned) (element-type MlgRecord) the same, as they are stored */
  GPtrArray *questions; /* (owned) (element-type MlgRecord) in order */
  GPtrArray *answers;   /* (owned) (element-type MlgRecord) of all of them */
} MlgHearingReading;

gpointer mlg_hearing_reading_load (MlgConnection *db, gpointer id, GError **error);
void mlg_hearing_reading_free (MlgHearingReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgHearingReading, mlg_hearing_reading_free)

gboolean
mlg_hearing_reading_is_asked (const MlgHearingReading *reading, gint64 hearing, gint64 question);
const char *
mlg_hearing_reading_get_answer (const MlgHearingReading *reading, gint64 hearing, gint64 question);
char *mlg_hearing_reading_write_time (const MlgSupplierHeard *heard);
char *mlg_hearing_reading_write_verdict (const MlgSupplierHeard *heard);

G_END_DECLS

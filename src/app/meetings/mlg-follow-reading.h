/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/**
 * MlgFollowReading:
 *
 * What remains after a meeting.
 */
typedef struct
{
  GPtrArray *items;    /* (owned) (element-type MlgRecord) of the agenda, in order */
  GPtrArray *outcomes; /* (owned) (element-type MlgRegisterEntry) of this meeting */
  GPtrArray *carried;  /* (owned) (element-type MlgRegisterEntry) left open by earlier ones */
  GPtrArray *versions; /* (owned) (element-type MlgRecord) of the minutes, the first one first */
} MlgFollowReading;

gpointer mlg_follow_reading_load (MlgConnection *db, gpointer id, GError **error);
void mlg_follow_reading_free (MlgFollowReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgFollowReading, mlg_follow_reading_free)

GPtrArray *mlg_follow_reading_list_of (const MlgFollowReading *reading, gint64 item);

G_END_DECLS

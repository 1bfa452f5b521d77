/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/** The hands that were raised for a questionnaire, and where. */
typedef struct
{
  GPtrArray *counts;  /* (owned) (element-type MlgRecord) shows of hands */
  MlgRecord *meeting; /* (owned) (nullable) */
} MlgHandsReading;

gpointer mlg_hands_reading_read (MlgConnection *db, gpointer questionnaire, GError **error);
void mlg_hands_reading_free (gpointer data);
gint64 mlg_hands_reading_get_meeting (const MlgHandsReading *reading);
const char *mlg_hands_reading_get_meeting_title (const MlgHandsReading *reading);
char *mlg_hands_reading_print (const MlgHandsReading *reading,
                               gint64 question,
                               GArray *options,
                               guint places);
char *mlg_hands_reading_tell (const MlgHandsReading *reading);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-tally-reading.h"

G_BEGIN_DECLS

#define MLG_TYPE_TALLY_PICTURE (mlg_tally_picture_get_type ())
G_DECLARE_FINAL_TYPE (MlgTallyPicture, mlg_tally_picture, MLG, TALLY_PICTURE, GtkWidget)

/** What is drawn of a count. */
typedef enum
{
  MLG_TALLY_PICTURE_BARS,
  MLG_TALLY_PICTURE_PAIRS,
  MLG_TALLY_PICTURE_GROUPS,
} MlgTallyPictureKind;

GtkWidget *mlg_tally_picture_new (MlgTallyReading *reading, MlgTallyPictureKind kind);
GtkWidget *mlg_tally_picture_new_groups (MlgTallyReading *reading, MlgBallotSplit split);

G_END_DECLS

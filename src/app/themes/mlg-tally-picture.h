/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-tally-reading.h"

G_BEGIN_DECLS

#define MLG_TYPE_TALLY_PICTURE (mlg_tally_picture_get_type ())
G_DECLARE_FINAL_TYPE (MlgTallyPicture, mlg_tally_picture, MLG, TALLY_PICTURE, GtkWidget)

GtkWidget *mlg_tally_picture_new (MlgTallyReading *reading, gboolean pairs);

G_END_DECLS

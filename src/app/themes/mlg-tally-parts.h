/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-tally-reading.h"

G_BEGIN_DECLS

GtkWidget *mlg_tally_make_sentences (const MlgTallyReading *reading);
GtkWidget *mlg_tally_make_rankings (const MlgTally *tally);
GtkWidget *mlg_tally_make_bars (MlgTallyReading *reading);
GtkWidget *mlg_tally_make_pairs (MlgTallyReading *reading);
GtkWidget *mlg_tally_make_groups (MlgTallyReading *reading);

G_END_DECLS

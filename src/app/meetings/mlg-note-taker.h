/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

#define MLG_TYPE_NOTE_TAKER (mlg_note_taker_get_type ())
G_DECLARE_FINAL_TYPE (MlgNoteTaker, mlg_note_taker, MLG, NOTE_TAKER, GtkWidget)

void mlg_note_taker_set_place (MlgNoteTaker *self, gint64 meeting, gint64 item);
void mlg_note_taker_begin (MlgNoteTaker *self, const char *type);

G_END_DECLS

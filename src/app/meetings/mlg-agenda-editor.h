/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_AGENDA_EDITOR (mlg_agenda_editor_get_type ())
G_DECLARE_FINAL_TYPE (MlgAgendaEditor, mlg_agenda_editor, MLG, AGENDA_EDITOR, GtkWidget)

void mlg_agenda_editor_set_store (MlgAgendaEditor *self, MlgStore *store);
void mlg_agenda_editor_set_meeting (MlgAgendaEditor *self, MlgRecord *meeting);
void mlg_agenda_editor_edit (MlgAgendaEditor *self, gint64 item, const char *field);
void mlg_agenda_editor_add (MlgAgendaEditor *self);

G_END_DECLS

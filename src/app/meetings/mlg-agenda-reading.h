/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "meetings/mlg-meeting-agenda.h"

G_BEGIN_DECLS

/**
 * MlgAgendaReading:
 *
 * An agenda with what goes beside it on screen.
 */
typedef struct
{
  MlgAgenda *agenda;     /* (owned) */
  GPtrArray *presenters; /* (owned) (element-type utf8) of each item, in order; "" for nobody */
  GPtrArray *documents;  /* (owned) (element-type MlgRecord) of the meeting and of its items */
} MlgAgendaReading;

void mlg_agenda_reading_free (MlgAgendaReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgAgendaReading, mlg_agenda_reading_free)

gpointer mlg_agenda_reading_load (MlgConnection *db, gpointer id, GError **error);
const MlgAgendaTime *mlg_agenda_reading_get (const MlgAgendaReading *reading, guint i);

char *mlg_agenda_reading_write_clock (const MlgAgendaTime *time);
char *mlg_agenda_reading_write_line (const MlgAgendaReading *reading, guint i);
char *mlg_agenda_reading_write_summary (const MlgAgendaReading *reading);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/**
 * MlgAgendaTime:
 *
 * When an item of the agenda is due, by the clock. Items of one parallel workshop follow one another;
 * workshops that stand side by side in the agenda start together.
 */
typedef struct
{
  MlgRecord *item; /* (owned) */
  int starts;      /* minutes since midnight of the meeting's first day; -1 when not known */
  int ends;        /* the same */
  gint64 over_run; /* minutes by which what comes before reaches into its fixed start; 0 for none */
} MlgAgendaTime;

/**
 * MlgAgenda:
 *
 * The agenda of a meeting with its times.
 */
typedef struct
{
  GPtrArray *times; /* (owned) (element-type MlgAgendaTime) in order */
  gint64 minutes;   /* from the start to the end of the last item */
  gint64
      over_run; /* minutes by which it passes the end of the meeting; negative for room to spare */
  gboolean has_end; /* whether the meeting says when it ends, without which over_run is 0 */
} MlgAgenda;

void mlg_agenda_free (MlgAgenda *agenda);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgAgenda, mlg_agenda_free)

MlgAgenda *mlg_agenda_load (MlgConnection *db, gint64 meeting, GError **error);
MlgAgenda *mlg_agenda_compute (MlgRecord *meeting, GPtrArray *items);

gboolean mlg_agenda_move (MlgConnection *db, gint64 item, guint position, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/**
 * MlgRegisterEntry:
 *
 * A decision or an action to do, with the meeting that it comes from.
 */
typedef struct
{
  MlgRecord *outcome; /* (owned) */
  gint64 meeting;
  char *meeting_title; /* (owned) */
  char *day;           /* (owned) (nullable) of the meeting, YYYY-MM-DD */
  char *who;           /* (owned) (nullable) who answers for it, in a line */
  gboolean late;       /* an action that should have been done */
} MlgRegisterEntry;

void mlg_register_entry_free (MlgRegisterEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgRegisterEntry, mlg_register_entry_free)

GPtrArray *mlg_register_list_decisions (MlgConnection *db, gint64 series, GError **error);
GPtrArray *
mlg_register_list_actions (MlgConnection *db, gboolean with_done, const char *day, GError **error);
GPtrArray *mlg_register_list_carried (MlgConnection *db, gint64 meeting, GError **error);
GPtrArray *mlg_register_list_outcomes (MlgConnection *db, gint64 meeting, GError **error);

G_END_DECLS

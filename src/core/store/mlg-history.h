/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-changes.h"
#include "mlg-connection.h"

G_BEGIN_DECLS

#define MLG_TYPE_HISTORY_ENTRY (mlg_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (MlgHistoryEntry, mlg_history_entry, MLG, HISTORY_ENTRY, GObject)

gint64 mlg_history_entry_get_id (MlgHistoryEntry *self);
const char *mlg_history_entry_get_name (MlgHistoryEntry *self);
const char *mlg_history_entry_get_author (MlgHistoryEntry *self);
gint64 mlg_history_entry_get_time (MlgHistoryEntry *self);
guint mlg_history_entry_get_n_changes (MlgHistoryEntry *self);
gboolean mlg_history_entry_is_undone (MlgHistoryEntry *self);

/**
 * MlgFieldChange:
 *
 * One field of one record, before and after. For a record that was added @before is %NULL, for one
 * that was removed @after is.
 */
typedef struct
{
  const MlgKind *kind;   /* (unowned) static */
  const MlgField *field; /* (unowned) static */
  gint64 id;             /* the record */
  gint64 action;         /* the action that changed it */
  char *before;          /* (owned) (nullable) as files carry it */
  char *after;           /* (owned) (nullable) as files carry it */
  enum
  {
    MLG_RECORD_ADDED,
    MLG_RECORD_CHANGED,
    MLG_RECORD_REMOVED,
  } operation;
} MlgFieldChange;

void mlg_field_change_free (MlgFieldChange *change);

GPtrArray *mlg_history_list (MlgConnection *db, guint limit, guint offset, GError **error);
GPtrArray *mlg_history_describe (MlgConnection *db, gint64 action, guint limit, GError **error);
GPtrArray *
mlg_history_of_record (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);

gboolean
mlg_history_get_next (MlgConnection *db, char **undo_name, char **redo_name, GError **error);
gboolean mlg_history_undo (MlgConnection *db, char **name, MlgChanges **changes, GError **error);
gboolean mlg_history_redo (MlgConnection *db, char **name, MlgChanges **changes, GError **error);
gboolean
mlg_history_revert (MlgConnection *db, gint64 action, MlgChanges **changes, GError **error);

G_END_DECLS

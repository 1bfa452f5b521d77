/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-history.h"

G_BEGIN_DECLS

/**
 * MlgHistoryMark:
 * @MLG_HISTORY_DONE: an earlier action
 * @MLG_HISTORY_PRESENT: the last action that is not undone
 * @MLG_HISTORY_UNDONE: an action that can be done again
 *
 * Where an action stands, seen from the present.
 */
typedef enum
{
  MLG_HISTORY_DONE,
  MLG_HISTORY_PRESENT,
  MLG_HISTORY_UNDONE,
} MlgHistoryMark;

#define MLG_TYPE_HISTORY_ITEM (mlg_history_item_get_type ())
G_DECLARE_FINAL_TYPE (MlgHistoryItem, mlg_history_item, MLG, HISTORY_ITEM, GObject)

MlgHistoryItem *mlg_history_item_new (MlgHistoryEntry *entry);
MlgHistoryEntry *mlg_history_item_get_entry (MlgHistoryItem *self);
gint64 mlg_history_item_get_id (MlgHistoryItem *self);
MlgHistoryMark mlg_history_item_get_mark (MlgHistoryItem *self);
void mlg_history_item_set_mark (MlgHistoryItem *self, MlgHistoryMark mark);
char *mlg_history_item_dup_day (MlgHistoryItem *self);

void mlg_history_item_update_list (GListStore *items, GPtrArray *entries);

G_END_DECLS

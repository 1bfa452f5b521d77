/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mlg-action.h"
#include "mlg-changes.h"
#include "mlg-connection.h"
#include "mlg-job.h"

G_BEGIN_DECLS

/**
 * MlgReadFunc:
 *
 * Reads something. In the reader's thread.
 *
 * Returns: (transfer full) (nullable): what was asked for; %NULL with @error set when it failed
 */
typedef gpointer (*MlgReadFunc) (MlgConnection *db, gpointer data, GError **error);

/**
 * MlgWriteFunc:
 * @changes: (out) (transfer full) (nullable): what changed; left %NULL for nothing
 *
 * Writes something that is not one plain action: undo, restore, an import that names its action
 * itself. In the writer's thread.
 */
typedef gboolean (*MlgWriteFunc) (MlgConnection *db,
                                  gpointer data,
                                  MlgChanges **changes,
                                  GError **error);

#define MLG_TYPE_STORE (mlg_store_get_type ())
G_DECLARE_FINAL_TYPE (MlgStore, mlg_store, MLG, STORE, GObject)

MlgStore *mlg_store_new (const MlgKind *const *kinds);
const MlgKind *const *mlg_store_get_kinds (MlgStore *self);
const char *mlg_store_get_path (MlgStore *self);
gboolean mlg_store_is_writable (MlgStore *self);
const char *mlg_store_get_undo_name (MlgStore *self);
const char *mlg_store_get_redo_name (MlgStore *self);
GListModel *mlg_store_get_jobs (MlgStore *self);
void mlg_store_set_limits (MlgStore *self, const MlgLimits *limits);

void mlg_store_open_async (MlgStore *self,
                           const char *path,
                           MlgOpenFlags flags,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean mlg_store_open_finish (MlgStore *self, GAsyncResult *result, GError **error);

void mlg_store_close_async (MlgStore *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean mlg_store_close_finish (MlgStore *self, GAsyncResult *result, GError **error);

void mlg_store_read_async (MlgStore *self,
                           MlgReadFunc func,
                           gpointer data,
                           GDestroyNotify free_data,
                           GDestroyNotify free_result,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gpointer mlg_store_read_finish (MlgStore *self, GAsyncResult *result, GError **error);

void mlg_store_act_async (MlgStore *self,
                          const char *name,
                          MlgActionFunc func,
                          gpointer data,
                          GDestroyNotify free_data,
                          MlgJob *job,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean mlg_store_act_finish (MlgStore *self, GAsyncResult *result, GError **error);

void mlg_store_write_async (MlgStore *self,
                            MlgWriteFunc func,
                            gpointer data,
                            GDestroyNotify free_data,
                            MlgJob *job,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean mlg_store_write_finish (MlgStore *self, GAsyncResult *result, GError **error);

void mlg_store_undo_async (MlgStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
char *mlg_store_undo_finish (MlgStore *self, GAsyncResult *result, GError **error);
void mlg_store_redo_async (MlgStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
char *mlg_store_redo_finish (MlgStore *self, GAsyncResult *result, GError **error);

G_END_DECLS

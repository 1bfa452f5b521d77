/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mlg-kind.h"
#include "mlg-store-error.h"

G_BEGIN_DECLS

typedef struct _MlgConnection MlgConnection;

/**
 * MlgOpenFlags:
 * @MLG_OPEN_DEFAULT: for reading and writing; the file must exist
 * @MLG_OPEN_READ_ONLY: for reading; may be opened while another Maillage writes
 * @MLG_OPEN_CREATE: make a new file; it must not exist
 * @MLG_OPEN_LASTING: for as long as a person works with the file: another program that wants to write
 *   is told so at once, where it waits a moment for one that only does a piece of work
 */
typedef enum
{
  MLG_OPEN_DEFAULT = 0,
  MLG_OPEN_READ_ONLY = 1 << 0,
  MLG_OPEN_CREATE = 1 << 1,
  MLG_OPEN_LASTING = 1 << 2,
} MlgOpenFlags;

/**
 * MlgLimits:
 * @backups: how many backups are kept, at least one: those of each day and those that were asked
 *   for; see mlg_backup_make() for the others
 * @history: how many bytes of the file the history may take; the newest action is always kept
 */
typedef struct
{
  guint backups;
  gint64 history;
} MlgLimits;

/**
 * MlgProgressFunc:
 * @fraction: 0 to 1, or negative when unknown
 * @text: (nullable): what is being done, translated
 *
 * Called in the thread that works.
 */
typedef void (*MlgProgressFunc) (double fraction, const char *text, gpointer data);

MlgConnection *mlg_connection_open (const char *path,
                                    MlgOpenFlags flags,
                                    const MlgKind *const *kinds,
                                    GError **error);
MlgConnection *mlg_connection_open_within (const char *path,
                                           MlgOpenFlags flags,
                                           const MlgKind *const *kinds,
                                           const MlgLimits *limits,
                                           GError **error);
void mlg_connection_close (MlgConnection *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgConnection, mlg_connection_close)

const char *mlg_connection_get_path (MlgConnection *db);
const MlgKind *const *mlg_connection_get_kinds (MlgConnection *db);
gboolean mlg_connection_is_read_only (MlgConnection *db);
void mlg_connection_rest (MlgConnection *db);
void mlg_connection_set_limits (MlgConnection *db, const MlgLimits *limits);
gboolean
mlg_connection_attach (MlgConnection *db, const char *path, const char *schema, GError **error);

gboolean
mlg_connection_execute (MlgConnection *db, GError **error, const char *sql, const char *types, ...);
gboolean mlg_connection_get_integer (
    MlgConnection *db, gint64 *value, GError **error, const char *sql, const char *types, ...);
gboolean mlg_connection_get_text (
    MlgConnection *db, char **value, GError **error, const char *sql, const char *types, ...);
gint64 mlg_connection_get_n_changed (MlgConnection *db);

void mlg_connection_set_cancellable (MlgConnection *db, GCancellable *cancellable);
void mlg_connection_set_progress (MlgConnection *db, MlgProgressFunc func, gpointer data);
gboolean
mlg_connection_report (MlgConnection *db, double fraction, const char *text, GError **error);

gint64 mlg_connection_get_data_version (MlgConnection *db);

G_END_DECLS

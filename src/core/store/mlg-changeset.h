/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "mlg-changes.h"
#include "mlg-connection.h"

G_BEGIN_DECLS

typedef struct _MlgChangeset MlgChangeset;

/**
 * MlgChangesetVisitor:
 * @iterator: at one change
 * @table: the table
 * @operation: SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE
 * @id: the row
 *
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*MlgChangesetVisitor) (sqlite3_changeset_iter *iterator,
                                         const char *table,
                                         int operation,
                                         gint64 id,
                                         gpointer data,
                                         GError **error);

MlgChangeset *mlg_changeset_new_take (void *data, int size);
MlgChangeset *mlg_changeset_new_from_bytes (GBytes *stored, GError **error);
void mlg_changeset_free (MlgChangeset *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgChangeset, mlg_changeset_free)

gboolean mlg_changeset_is_empty (MlgChangeset *self);
MlgChangeset *mlg_changeset_new_take_array (GByteArray *array);
guint mlg_changeset_get_n (MlgChangeset *self);
void mlg_changeset_note_n (MlgChangeset *self, guint n);
const guint8 *mlg_changeset_peek (MlgChangeset *self, gsize *size);
GBytes *mlg_changeset_get_bytes (MlgChangeset *self);
void mlg_changeset_prepare (MlgChangeset *self);
GBytes *mlg_changeset_store (MlgChangeset *self);
MlgChangeset *mlg_changeset_invert (MlgChangeset *self, GError **error);
MlgChangeset *mlg_changeset_without (MlgChangeset *self,
                                     MlgChanges *erased,
                                     const MlgKind *const *kinds,
                                     GError **error);
MlgChanges *mlg_changeset_get_changes (MlgChangeset *self, const MlgKind *const *kinds);
gboolean mlg_changeset_visit (MlgChangeset *self,
                              MlgChangesetVisitor visitor,
                              gpointer data,
                              GError **error);
gboolean
mlg_changeset_is_present (MlgChangeset *self, MlgConnection *db, gboolean *present, GError **error);
gboolean mlg_changeset_apply (MlgChangeset *self, MlgConnection *db, GError **error);

G_END_DECLS

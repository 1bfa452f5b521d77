/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-changes.h"
#include "mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgActionFunc:
 *
 * What an action does: any number of mlg_record_insert(), mlg_record_update(), mlg_record_remove()
 * and SQL on the tables of records.
 *
 * Returns: %FALSE with @error set to leave everything as it was
 */
typedef gboolean (*MlgActionFunc) (MlgConnection *db, gpointer data, GError **error);

gboolean mlg_connection_begin (MlgConnection *db, const char *name, GError **error);
gboolean mlg_connection_commit (MlgConnection *db, MlgChanges **changes, GError **error);
void mlg_connection_rollback (MlgConnection *db);
gboolean mlg_connection_in_action (MlgConnection *db);
void mlg_connection_rename_action (MlgConnection *db, const char *name);

gboolean mlg_connection_act (MlgConnection *db,
                             const char *name,
                             MlgActionFunc func,
                             gpointer data,
                             MlgChanges **changes,
                             GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "mlg-action.h"
#include "mlg-changeset-writer.h"
#include "mlg-connection-private.h"

G_BEGIN_DECLS

struct _MlgAction
{
  char *name;                   /* (owned) what people read */
  sqlite3_session *session;     /* (owned) records what is written */
  MlgChangesetWriter *inserted; /* (owned) the new records, which it is not asked to record */
};

void mlg_action_free (MlgAction *action);
gboolean mlg_connection_begin_transaction (MlgConnection *db, GError **error);
gboolean mlg_connection_commit_transaction (MlgConnection *db, GError **error);
void mlg_connection_rollback_transaction (MlgConnection *db);

G_END_DECLS

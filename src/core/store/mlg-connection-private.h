/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "mlg-connection.h"

G_BEGIN_DECLS

typedef struct _MlgAction MlgAction;
typedef struct _MlgLock MlgLock;

struct _MlgConnection
{
  sqlite3 *handle;             /* (owned) */
  char *path;                  /* (owned) */
  const MlgKind *const *kinds; /* (unowned) static descriptions */
  GHashTable *statements;      /* (owned) SQL → MlgStatement, those at rest */
  GHashTable *record_sql;      /* (owned) MlgKind → its SQL */
  GThread *thread;             /* (unowned) the only thread that may use it */
  MlgLock *lock;               /* (owned) (nullable) keeps other writers out */
  MlgAction *action;           /* (owned) (nullable) the open action */
  GCancellable *cancellable;   /* (owned) (nullable) */
  MlgProgressFunc progress;    /* (nullable) */
  gpointer progress_data;      /* (unowned) */
  MlgLimits limits;
  gboolean read_only;
  gboolean is_copy; /* a copy at work, which nobody else knows: no backup is made of it */
  gint64 backed_up; /* when the day's backup was last known to be there, in seconds */
};

gboolean mlg_connection_check (MlgConnection *db, int code, GError **error);
gboolean mlg_connection_check_action (MlgConnection *db, GError **error);
void mlg_connection_fail (MlgConnection *db, int code, GError **error);
gboolean mlg_connection_exec (MlgConnection *db, const char *sql, GError **error);
gboolean mlg_connection_check_file (const char *path, MlgOpenFlags flags, GError **error);
MlgConnection *mlg_connection_open_raw (const char *path,
                                        MlgOpenFlags flags,
                                        const MlgKind *const *kinds,
                                        GError **error);

G_END_DECLS

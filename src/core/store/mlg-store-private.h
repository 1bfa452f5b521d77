/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-store.h"
#include "mlg-worker.h"

G_BEGIN_DECLS

struct _MlgStore
{
  GObject parent_instance;
  const MlgKind *const *kinds; /* (unowned) static */
  MlgWorker *writer;           /* (owned) */
  MlgWorker *reader;           /* (owned) */
  GListStore *jobs;            /* (owned) of MlgJob, those that are not finished */
  char *path;                  /* (owned) (nullable) of the file that is open */
  char *undo_name;             /* (owned) (nullable) */
  char *redo_name;             /* (owned) (nullable) */
  gboolean writable;
  MlgLimits limits; /* without backups: the usual ones */
};

/* A piece of work on its way to a worker and back. */
typedef struct
{
  GTask *task;                 /* (owned) */
  MlgJob *job;                 /* (owned) (nullable) */
  char *name;                  /* (owned) (nullable) of the action, or the path to open */
  MlgOpenFlags flags;          /* to open */
  const MlgKind *const *kinds; /* (unowned) to open */
  gboolean writable;           /* to open */
  MlgLimits limits;            /* to open, or to be set; without backups: the usual ones */
  MlgReadFunc read;            /* (nullable) */
  MlgActionFunc act;           /* (nullable) */
  MlgWriteFunc write;          /* (nullable) */
  gpointer data;               /* (owned) by @free_data */
  GDestroyNotify free_data;    /* (nullable) */
  GDestroyNotify free_result;  /* (nullable) */

  gpointer result;     /* (owned) until it is handed over */
  MlgChanges *changes; /* (owned) (nullable) */
  char *undo_name;     /* (owned) (nullable) */
  char *redo_name;     /* (owned) (nullable) */
  GError *error;       /* (owned) (nullable) */
} MlgWork;

MlgWork *mlg_work_new (MlgStore *store,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
void mlg_work_free (MlgWork *work);
void mlg_work_complete (MlgWork *work);
void mlg_store_set_file (MlgStore *self, MlgWork *work);

void mlg_work_open (MlgConnection **db, gpointer work);
void mlg_work_close (MlgConnection **db, gpointer work);
void mlg_work_set_limits (MlgConnection **db, gpointer work);
void mlg_work_read (MlgConnection **db, gpointer work);
void mlg_work_write (MlgConnection **db, gpointer work);

G_END_DECLS

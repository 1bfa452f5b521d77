/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-connection.h"

G_BEGIN_DECLS

typedef struct _MlgWorker MlgWorker;

/**
 * MlgWorkFunc:
 * @db: the worker's connection; the work may open it, or close it and set it to %NULL
 */
typedef void (*MlgWorkFunc) (MlgConnection **db, gpointer work);

/**
 * MlgWorkDone:
 * @work: what was pushed; the callee frees it
 */
typedef void (*MlgWorkDone) (gpointer work);

MlgWorker *mlg_worker_new (const char *name);
void mlg_worker_push (MlgWorker *self, MlgWorkFunc func, MlgWorkDone done, gpointer work);
void mlg_worker_free (MlgWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgWorker, mlg_worker_free)

G_END_DECLS

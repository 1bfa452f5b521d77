/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mlg-import.h"
#include "store/mlg-connection.h"
#include "store/mlg-record.h"

/* A network file in a folder of its own, for one test. */
typedef struct
{
  char *folder;
  MlgConnection *db;
} Network;

void network_set_up (Network *n, gconstpointer data);
void network_tear_down (Network *n, gconstpointer data);
gint64 network_count (Network *n, const char *table);
char *network_dump (Network *n);
gint64 network_add (Network *n, const MlgKind *kind, ...) G_GNUC_NULL_TERMINATED;
MlgRecord *network_find (Network *n, const MlgKind *kind, const char *field, const char *value);

MlgImportPlan *network_plan (
    Network *n, const MlgKind *kind, MlgImportMode mode, const char *name, const char *text);
void network_refresh (Network *n, MlgImportPlan *plan);
void network_apply (Network *n, MlgImportPlan *plan);
MlgImportResult network_import (
    Network *n, const MlgKind *kind, MlgImportMode mode, const char *name, const char *text);
gboolean network_says (MlgImportPlan *plan, MlgSeverity severity, const char *words);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-mapping.h"
#include "store/mlg-changes.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgImportMode:
 * @MLG_IMPORT_ADD: what is there already is left as it is
 * @MLG_IMPORT_MERGE: what is there already gets what it lacks
 * @MLG_IMPORT_REPLACE: what is there already takes all that the table says
 */
typedef enum
{
  MLG_IMPORT_ADD,
  MLG_IMPORT_MERGE,
  MLG_IMPORT_REPLACE,
} MlgImportMode;

/**
 * MlgImportResult:
 *
 * What an import did, or would do: rows of the table.
 */
typedef struct
{
  guint read;
  guint added;
  guint merged;
  guint replaced;
  guint skipped;
} MlgImportResult;

gboolean mlg_import_run (MlgConnection *db,
                         MlgTable *table,
                         MlgMapping *mapping,
                         MlgImportMode mode,
                         gboolean dry_run,
                         MlgIssueList *issues,
                         MlgImportResult *result,
                         MlgChanges **changes,
                         GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-heading.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

/** The columns of a table that leaves, each past the gate of its kind. */
typedef struct _MlgExportColumns MlgExportColumns;

MlgExportColumns *mlg_export_columns_new (MlgConnection *db,
                                          const MlgKind *kind,
                                          const char *const *names,
                                          MlgAudience audience,
                                          MlgIssueList *issues,
                                          GError **error);
void mlg_export_columns_free (MlgExportColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgExportColumns, mlg_export_columns_free)

guint mlg_export_columns_get_n (MlgExportColumns *self);
const MlgTarget *mlg_export_columns_get (MlgExportColumns *self, guint i);
char *mlg_export_columns_dup_heading (MlgExportColumns *self, guint i);
gboolean mlg_export_columns_speak_of (MlgExportColumns *self, const MlgKind *kind);
gboolean mlg_export_columns_let (MlgExportColumns *self, const MlgTarget *target, gint64 id);

G_END_DECLS

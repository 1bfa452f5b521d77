/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-history.h"

G_BEGIN_DECLS

/**
 * MlgRecordReport:
 *
 * What an action did to one record, as people read it.
 */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  char *name; /* (owned) of the record: as it is now, or as it was */
  enum
  {
    MLG_REPORT_ADDED,
    MLG_REPORT_CHANGED,
    MLG_REPORT_REMOVED,
  } operation;
  GPtrArray *lines; /* (owned) (element-type utf8): "Population: 1,200 → 1,250" */
} MlgRecordReport;

void mlg_record_report_free (MlgRecordReport *report);

char *mlg_field_change_display (MlgConnection *db, const MlgFieldChange *change, const char *plain);
GPtrArray *mlg_history_report (MlgConnection *db, gint64 action, guint limit, GError **error);
gboolean
mlg_history_travel (MlgConnection *db, gint64 action, MlgChanges **changes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgRecordReport, mlg_record_report_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgCalendarResult:
 *
 * What became of the events of a calendar.
 */
typedef struct
{
  guint read;
  guint added;
  guint updated;
  guint cancelled;
  guint skipped; /* the same already, older than what is known, or refused: issues say which */
} MlgCalendarResult;

gboolean mlg_calendar_import (MlgConnection *db,
                              GPtrArray *events,
                              const char *name,
                              const char *type,
                              MlgCalendarResult *result,
                              MlgIssueList *issues,
                              GError **error);

G_END_DECLS

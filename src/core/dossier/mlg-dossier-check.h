/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "../mlg-issue.h"

#include "meetings/mlg-meeting-check.h"

G_BEGIN_DECLS

/** Places of a meeting beside those of mlg-meeting-check.h: the examples that it looks at. */
#define MLG_LACK_EXAMPLES "examples"

GPtrArray *mlg_dossier_list_lacks (MlgConnection *db,
                                   gint64 meeting,
                                   MlgIssueList *issues,
                                   GCancellable *cancellable,
                                   GError **error);
GPtrArray *mlg_dossier_check (MlgConnection *db, gint64 meeting, xmlDoc *context, GError **error);

G_END_DECLS

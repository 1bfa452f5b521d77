/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-issue.h"
#include "store/mlg-connection.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

MlgTemplate *mlg_adapted_paper_read (MlgConnection *db,
                                     const char *name,
                                     MlgIssueList *issues,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean mlg_adapted_paper_find (MlgConnection *db, const char *name, gint64 *own, GError **error);
gint64 mlg_adapted_paper_adapt (MlgConnection *db, const char *name, GError **error);
gboolean mlg_adapted_paper_give_up (MlgConnection *db, const char *name, GError **error);

G_END_DECLS

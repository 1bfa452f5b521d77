/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "document/mlg-document.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

const char *const *mlg_meeting_paper_list (void);
const char *mlg_meeting_paper_find_usual (MlgConnection *db, gint64 meeting, GError **error);
MlgDocument *mlg_meeting_paper_fill (MlgConnection *db,
                                     gint64 meeting,
                                     const char *paper,
                                     GStrv *missing,
                                     MlgIssueList *issues,
                                     GCancellable *cancellable,
                                     GError **error);

MlgDocument *mlg_meeting_paper_fill_version (MlgConnection *db,
                                             gint64 version,
                                             GStrv *missing,
                                             MlgIssueList *issues,
                                             GCancellable *cancellable,
                                             GError **error);

G_END_DECLS

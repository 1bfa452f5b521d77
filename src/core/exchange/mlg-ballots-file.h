/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "../mlg-issue.h"
#include "themes/mlg-tally.h"

G_BEGIN_DECLS

MlgBallots *mlg_ballots_read_cef (
    GBytes *bytes, const char *file, MlgUnranked *unranked, MlgIssueList *issues, GError **error);
GBytes *
mlg_ballots_write_cef (const MlgBallots *ballots, MlgUnranked unranked, MlgIssueList *issues);

MlgBallots *mlg_ballots_read_table (
    GBytes *bytes, const char *file, MlgBallotForm form, MlgIssueList *issues, GError **error);
GBytes *mlg_ballots_write_table (const MlgBallots *ballots);

gboolean mlg_ballots_is_cef_name (const char *name);
gboolean mlg_ballots_is_file_name (const char *name);
MlgBallots *mlg_ballots_read (const char *path,
                              MlgBallotForm form,
                              MlgUnranked *unranked,
                              MlgIssueList *issues,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS

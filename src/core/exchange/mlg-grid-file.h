/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/mlg-grid.h"

G_BEGIN_DECLS

gboolean mlg_grid_save (const MlgGrid *grid,
                        const char *path,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS

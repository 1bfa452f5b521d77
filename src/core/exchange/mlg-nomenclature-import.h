/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mlg-table.h"
#include "library/mlg-nomenclature.h"
#include "mlg-issue.h"

G_BEGIN_DECLS

gboolean mlg_nomenclature_import (MlgConnection *db,
                                  MlgTable *table,
                                  MlgNomenclatureCounts *counts,
                                  MlgIssueList *issues,
                                  GError **error);

G_END_DECLS

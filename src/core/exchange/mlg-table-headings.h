/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-table.h"

G_BEGIN_DECLS

void mlg_table_choose_headings (MlgTable *table, MlgIssueList *issues);

G_END_DECLS

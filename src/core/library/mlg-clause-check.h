/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-issue.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

gboolean mlg_clause_check_text (MlgRecord *clause, MlgIssueList *issues, GError **error);
char *mlg_clause_write_plain (const char *text);

G_END_DECLS

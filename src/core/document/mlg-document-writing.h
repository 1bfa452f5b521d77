/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"

G_BEGIN_DECLS

void mlg_writing_report_notes (MlgDocument *document, MlgIssueList *issues);
char *mlg_writing_get_head (MlgDocument *document, const char *name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-document.h"

G_BEGIN_DECLS

void mlg_document_normalize_space (xmlNode *element);
gboolean mlg_document_check (xmlDoc *tree, const char *file, MlgIssueList *issues);

G_END_DECLS

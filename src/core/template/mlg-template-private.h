/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-template.h"

G_BEGIN_DECLS

void mlg_template_normalize (xmlNode *element);
gboolean mlg_template_check (MlgTemplate *self, const char *file, MlgIssueList *issues);

G_END_DECLS

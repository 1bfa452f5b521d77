/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-template.h"

G_BEGIN_DECLS

GStrv mlg_shipped_template_list (GError **error);
MlgTemplate *mlg_shipped_template_read (const char *name,
                                        MlgIssueList *issues,
                                        GCancellable *cancellable,
                                        GError **error);
char *mlg_shipped_template_get_path (const char *name);
gboolean mlg_shipped_template_find (const char *uri, char **name, GError **error);

G_END_DECLS

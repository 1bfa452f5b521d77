/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-template.h"

G_BEGIN_DECLS

gboolean mlg_eforms_is_notice (GBytes *bytes);
GStrv mlg_eforms_list_languages (GBytes *bytes,
                                 const char *name,
                                 GCancellable *cancellable,
                                 GError **error);
const char *mlg_eforms_language_get_title (const char *code);
MlgTemplate *mlg_eforms_read (GBytes *bytes,
                              const char *name,
                              const char *language,
                              MlgIssueList *issues,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS

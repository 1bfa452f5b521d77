/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-rules.h"

G_BEGIN_DECLS

gboolean
mlg_rules_check (const MlgRules *self, const char *file, xmlDoc *doc, MlgIssueList *issues);
GRegex *mlg_rules_compile_pattern (const char *pattern, GRegexCompileFlags flags, GError **error);
GPtrArray *mlg_rules_get_words (const MlgRules *self);
GPtrArray *mlg_check_words_compile (const MlgRules *rules);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-rules.h"

G_BEGIN_DECLS

GPtrArray *mlg_rules_list_since (const MlgRules *rules, const char *since, const char *until);
GStrv mlg_rules_tell_since (const MlgRules *rules, const char *since);

G_END_DECLS

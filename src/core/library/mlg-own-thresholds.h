/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"
#include "template/mlg-rules.h"

G_BEGIN_DECLS

MlgRules *mlg_own_thresholds_apply (MlgConnection *db, MlgRules *rules, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-code-list.h"

G_BEGIN_DECLS

/* The thresholds that the rules look at, by the names that data/rules/thresholds.xml has. */
extern const MlgCodeList mlg_threshold_names;

G_END_DECLS

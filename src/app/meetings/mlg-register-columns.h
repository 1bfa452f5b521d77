/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-table.h"

G_BEGIN_DECLS

extern const MlgTableKind mlg_register_actions;
extern const MlgTableKind mlg_register_decisions;

G_END_DECLS

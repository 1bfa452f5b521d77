/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-kind.h"

G_BEGIN_DECLS

char *mlg_import_cell_prepare (const MlgField *field, const char *cell, char **odd);
gboolean mlg_import_cell_is_total (const char *cell);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

gboolean mlg_cli_find_limits (MlgLimits *limits);
char *mlg_cli_find_network_file (const char *named);

G_END_DECLS

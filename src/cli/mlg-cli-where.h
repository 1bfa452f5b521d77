/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"
#include "store/mlg-query.h"

G_BEGIN_DECLS

gboolean mlg_cli_narrow (MlgCli *cli, MlgQuery **query, const GStrv where);

G_END_DECLS

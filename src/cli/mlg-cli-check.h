/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"
#include "template/mlg-check-codes.h"
#include "template/mlg-check.h"

G_BEGIN_DECLS

void mlg_cli_tell_check (MlgCli *cli, GPtrArray *results, GPtrArray *codes);

G_END_DECLS

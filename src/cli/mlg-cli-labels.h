/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"

G_BEGIN_DECLS

MlgCliStatus mlg_cli_list_labels (MlgCli *cli, const GStrv words);

G_END_DECLS

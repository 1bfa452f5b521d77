/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"

G_BEGIN_DECLS

MlgCliStatus mlg_cli_meeting_check (MlgCli *cli);
MlgCliStatus mlg_cli_meeting_count (MlgCli *cli);
MlgCliStatus mlg_cli_meeting_actions (MlgCli *cli, gboolean all);
MlgCliStatus mlg_cli_meeting_decisions (MlgCli *cli);

G_END_DECLS

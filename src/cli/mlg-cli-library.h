/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"

G_BEGIN_DECLS

gboolean mlg_cli_is_template_import (MlgCli *cli);
MlgCliStatus mlg_cli_import_templates (MlgCli *cli, const char *mode, gboolean dry_run);
gboolean mlg_cli_is_template_export (MlgCli *cli);
MlgCliStatus mlg_cli_export_templates (MlgCli *cli);

G_END_DECLS

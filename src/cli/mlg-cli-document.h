/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "document/mlg-document.h"
#include "mlg-cli.h"

G_BEGIN_DECLS

JsonObject *mlg_cli_json_counts (MlgDocument *document);
void mlg_cli_say_issues (MlgCli *cli, MlgIssueList *issues);
gboolean mlg_cli_check_output (MlgCli *cli, const char *path);

G_END_DECLS

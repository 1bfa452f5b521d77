/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "document/mlg-document.h"
#include "mlg-cli.h"
#include "template/mlg-answers.h"

G_BEGIN_DECLS

JsonObject *mlg_cli_json_counts (MlgDocument *document);
void mlg_cli_say_issues (MlgCli *cli, MlgIssueList *issues);
gboolean mlg_cli_check_output (MlgCli *cli, const char *path);
gboolean mlg_cli_check_pairs (MlgCli *cli, GStrv pairs);
char *mlg_cli_find_template (const char *argument);
MlgTemplate *mlg_cli_read_template (
    MlgCli *cli, const char *argument, MlgAnswers **kept, MlgIssueList *issues, GError **error);
MlgAnswers *mlg_cli_read_answers (MlgCli *cli,
                                  MlgTemplate *template,
                                  MlgAnswers *kept,
                                  const char *path,
                                  GStrv set,
                                  MlgIssueList *issues,
                                  GError **error);

void mlg_cli_tell_filled (
    MlgCli *cli, const char *path, MlgDocument *document, GStrv missing, MlgIssueList *issues);

G_END_DECLS

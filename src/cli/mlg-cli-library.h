/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mlg-cli.h"
#include "template/mlg-answers.h"

G_BEGIN_DECLS

gboolean mlg_cli_is_template_import (MlgCli *cli);
MlgCliStatus mlg_cli_import_templates (MlgCli *cli, const char *mode, gboolean dry_run);
gboolean mlg_cli_is_nomenclature_import (MlgCli *cli);
MlgCliStatus mlg_cli_import_nomenclature (MlgCli *cli, gboolean dry_run);
MlgTemplate *mlg_cli_plan_document (MlgCli *cli,
                                    MlgConnection *db,
                                    GBytes *bytes,
                                    const char *name,
                                    JsonArray *plan_items,
                                    MlgIssueList *issues,
                                    GError **error);

gboolean mlg_cli_is_template_export (MlgCli *cli);
MlgCliStatus mlg_cli_export_templates (MlgCli *cli, const char *grid);

MlgCliStatus mlg_cli_library_look (MlgCli *cli);
gboolean mlg_cli_is_in_library (const char *argument);
MlgTemplate *mlg_cli_read_from_library (
    MlgCli *cli, const char *name, MlgAnswers **answers, MlgIssueList *issues, GError **error);

G_END_DECLS

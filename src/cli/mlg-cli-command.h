/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"
#include "mlg-issue.h"

G_BEGIN_DECLS

/**
 * MlgCliCommand:
 * @name: the word that is typed: "list"
 * @arguments: what follows it, marked N_(): "KIND"
 * @summary: what it does, in a line, marked N_()
 * @details: (nullable): what else its help says, marked N_()
 * @run: does it
 *
 * One command of the program. A new one is a file with its function, and its line in the table of
 * mlg-cli-command.c.
 */
struct _MlgCliCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *details;
  MlgCliStatus (*run) (MlgCli *cli);
};

const MlgCliCommand *mlg_cli_command_find (const char *name);
char *mlg_cli_command_list (void);

MlgCliStatus mlg_cli_add (MlgCli *cli);
MlgCliStatus mlg_cli_agenda (MlgCli *cli);
MlgCliStatus mlg_cli_backup (MlgCli *cli);
MlgCliStatus mlg_cli_check (MlgCli *cli);
MlgCliStatus mlg_cli_compare (MlgCli *cli);
MlgCliStatus mlg_cli_duplicates (MlgCli *cli);
MlgCliStatus mlg_cli_convert (MlgCli *cli);
MlgCliStatus mlg_cli_dossier (MlgCli *cli);
MlgCliStatus mlg_cli_export (MlgCli *cli);
MlgCliStatus mlg_cli_fill (MlgCli *cli);
MlgCliStatus mlg_cli_import (MlgCli *cli);
MlgCliStatus mlg_cli_import_status (MlgIssueList *issues);
MlgCliStatus mlg_cli_history (MlgCli *cli);
MlgCliStatus mlg_cli_init (MlgCli *cli);
MlgCliStatus mlg_cli_library (MlgCli *cli);
MlgCliStatus mlg_cli_list (MlgCli *cli);
MlgCliStatus mlg_cli_meeting (MlgCli *cli);
MlgCliStatus mlg_cli_merge (MlgCli *cli);
MlgCliStatus mlg_cli_privacy (MlgCli *cli);
MlgCliStatus mlg_cli_redo (MlgCli *cli);
MlgCliStatus mlg_cli_remove (MlgCli *cli);
MlgCliStatus mlg_cli_restore (MlgCli *cli);
MlgCliStatus mlg_cli_search (MlgCli *cli);
MlgCliStatus mlg_cli_set (MlgCli *cli);
MlgCliStatus mlg_cli_show (MlgCli *cli);
MlgCliStatus mlg_cli_territory (MlgCli *cli);
MlgCliStatus mlg_cli_tally (MlgCli *cli);
MlgCliStatus mlg_cli_theme (MlgCli *cli);
MlgCliStatus mlg_cli_questionnaire (MlgCli *cli);
MlgCliStatus mlg_cli_undo (MlgCli *cli);
MlgCliStatus mlg_cli_validate (MlgCli *cli);
MlgCliStatus mlg_cli_verify (MlgCli *cli);

G_END_DECLS

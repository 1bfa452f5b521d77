/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgCliStatus:
 * @MLG_CLI_DONE: done
 * @MLG_CLI_FAILED: it could not be done; one line on the standard error says why
 * @MLG_CLI_MISUSED: the command line was not understood
 * @MLG_CLI_NO: done, and the answer is no
 *
 * The exit status of every command.
 */
typedef enum
{
  MLG_CLI_DONE = 0,
  MLG_CLI_FAILED = 1,
  MLG_CLI_MISUSED = 2,
  MLG_CLI_NO = 3,
} MlgCliStatus;

typedef struct _MlgCliCommand MlgCliCommand;

/** One run of the program. Commands read it; only main() makes one. */
typedef struct
{
  const MlgCliCommand *command; /* (unowned) static */
  char *network;                /* (owned) (nullable) the file that --network names */
  gboolean json;                /* --json */
  GStrv arguments;              /* (owned) what follows the command; after mlg_cli_parse(), without
                                   the options */
  GCancellable *cancellable;    /* (owned) cancelled by an interrupt from the keyboard */
  MlgCliStatus status;          /* why mlg_cli_parse() said not to go on */
  gint64 progress_time;         /* when progress was shown last, monotonic µs */
  gboolean progress_shown;      /* whether a line of progress is on the terminal */
} MlgCli;

gboolean mlg_cli_parse (MlgCli *cli,
                        const GOptionEntry *options,
                        guint n_arguments_min,
                        guint n_arguments_max);
guint mlg_cli_get_n_arguments (MlgCli *cli);
MlgConnection *mlg_cli_open (MlgCli *cli, MlgOpenFlags flags, GError **error);
MlgCliStatus mlg_cli_fail (MlgCli *cli, GError *error);
MlgCliStatus mlg_cli_misuse (MlgCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
void mlg_cli_say (MlgCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS

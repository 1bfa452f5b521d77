/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-progress.h"

#include <stdio.h>
#include <unistd.h>

#define REFRESH_US (G_USEC_PER_SEC / 10)
#define CLEAR_LINE "\r\033[K"

static void
on_progress (double fraction, const char *text, gpointer data)
{
  MlgCli *cli = data;
  gint64 now = g_get_monotonic_time ();

  if (now - cli->progress_time < REFRESH_US)
    return;
  cli->progress_time = now;
  cli->progress_shown = TRUE;
  if (fraction < 0)
    fprintf (stderr, CLEAR_LINE "%s…", text != NULL ? text : "");
  else
    fprintf (stderr, CLEAR_LINE "%s %d %%", text != NULL ? text : "", (int) (fraction * 100));
  fflush (stderr);
}

/**
 * mlg_cli_progress_watch:
 *
 * Shows how far long work is, if there is a terminal to show it on.
 */
void
mlg_cli_progress_watch (MlgCli *cli, MlgConnection *db)
{
  if (isatty (STDERR_FILENO))
    mlg_connection_set_progress (db, on_progress, cli);
}

/**
 * mlg_cli_progress_clear:
 *
 * Makes room on the terminal for something else.
 */
void
mlg_cli_progress_clear (MlgCli *cli)
{
  if (cli->progress_shown)
    fputs (CLEAR_LINE, stderr);
  cli->progress_shown = FALSE;
}

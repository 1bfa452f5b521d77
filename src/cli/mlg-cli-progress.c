/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-progress.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* A line of progress on the terminal, written over itself: "Importing 62 %". */
#define INTERVAL_US (100 * 1000)

static void
on_progress (double fraction, const char *text, gpointer data)
{
  MlgCli *cli = data;
  gint64 now = g_get_monotonic_time ();

  if (now - cli->progress_time < INTERVAL_US)
    return;
  cli->progress_time = now;
  cli->progress_shown = TRUE;
  if (text == NULL)
    text = _ ("Working");
  fputs ("\r\033[K", stderr);
  if (fraction >= 0)
    /* Translators: what is being done, and how far it is: "Importing 62 %" */
    fprintf (stderr, _ ("%s %d %%"), text, (int) (CLAMP (fraction, 0, 1) * 100));
  else
    fputs (text, stderr);
  fflush (stderr);
}

/**
 * mlg_cli_progress_watch:
 *
 * Shows what long work on @db tells of its progress, if somebody looks at the standard error.
 */
void
mlg_cli_progress_watch (MlgCli *cli, MlgConnection *db)
{
  /* What is over soon shows nothing. */
  cli->progress_time = g_get_monotonic_time () + 4 * INTERVAL_US;
  if (isatty (STDERR_FILENO))
    mlg_connection_set_progress (db, on_progress, cli);
}

/**
 * mlg_cli_progress_clear:
 *
 * Takes the line of progress away, before something else is said.
 */
void
mlg_cli_progress_clear (MlgCli *cli)
{
  if (!cli->progress_shown)
    return;
  fputs ("\r\033[K", stderr);
  fflush (stderr);
  cli->progress_shown = FALSE;
}

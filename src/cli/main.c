/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>

#include "mlg-cli-command.h"

static GCancellable *interrupted; /* (owned) cancelled by the thread that waits for signals */

/* A thread of its own waits for the interrupt, so that a plain, synchronous command can be stopped. */
static gpointer
wait_for_interrupt (gpointer data)
{
  sigset_t *signals = data;
  int received = 0;

  if (sigwait (signals, &received) == 0)
    g_cancellable_cancel (interrupted);
  return NULL;
}

static void
watch_interrupt (void)
{
  static sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  interrupted = g_cancellable_new ();
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, &signals));
}

static void
print_usage (void)
{
  g_autofree char *list = mlg_cli_command_list ();

  printf (_ ("Usage: %s [--network FILE] COMMAND …\n\n%s\n\nOptions of every command:\n"
             "  --network FILE  Work on this network file\n"
             "  --json          Print JSON\n"
             "  --help          Show the help of a command\n"
             "  --version       Show the version\n"),
          g_get_prgname (), list);
}

/* Options before the command belong to it as well: "--network FILE list …". */
static GStrv
put_command_first (char **arguments, const char **command)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean is_value = FALSE;

  *command = NULL;
  g_strv_builder_add (builder, g_get_prgname ());
  for (; *arguments != NULL; arguments++)
    {
      if (*command == NULL && !is_value && **arguments != '-')
        *command = *arguments;
      else
        g_strv_builder_add (builder, *arguments);
      is_value = g_str_equal (*arguments, "--network") || g_str_equal (*arguments, "-n");
    }
  return g_strv_builder_end (builder);
}

/* What could not be written must not pass for done. */
static MlgCliStatus
finish_output (MlgCli *cli, MlgCliStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  return mlg_cli_fail (cli, g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s",
                                         _ ("standard output"), g_strerror (errno)));
}

static int
run (char **arguments)
{
  MlgCli cli = { 0 };
  const char *name = NULL;
  MlgCliStatus status;

  cli.arguments = put_command_first (arguments, &name);
  cli.cancellable = interrupted;
  if (name == NULL && g_strv_contains ((const char *const *) cli.arguments, "--version"))
    {
      printf ("maillage-cli %s\n", MLG_VERSION);
      status = MLG_CLI_DONE;
    }
  else if (name == NULL && g_strv_contains ((const char *const *) cli.arguments, "--help"))
    {
      print_usage ();
      status = MLG_CLI_DONE;
    }
  else if (name == NULL)
    status = mlg_cli_misuse (&cli, _ ("a command is expected"));
  else if ((cli.command = mlg_cli_command_find (name)) == NULL)
    status = mlg_cli_misuse (&cli, _ ("there is no command “%s”"), name);
  else
    status = cli.command->run (&cli);
  status = finish_output (&cli, status);
  g_strfreev (cli.arguments);
  g_free (cli.network);
  return (int) status;
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, MLG_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("maillage-cli");
  arguments = g_strdupv (argv + 1);
  watch_interrupt ();
  return run (arguments);
}

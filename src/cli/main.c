/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

#include "mlg-cli-command.h"
#include "mlg-cli-interrupt.h"
#include "mlg-cli-progress.h"

/* The program reads the options that stand before the command; the command reads the rest. */

static GOptionContext *
make_context (MlgCli *cli, gboolean *help, gboolean *version)
{
  const GOptionEntry options[] = {
    { "network", 'n', 0, G_OPTION_ARG_FILENAME, &cli->network, N_ ("Work on this network file"),
      N_ ("FILE") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &cli->json, N_ ("Print JSON"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("Show this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, version, N_ ("Show the version"), NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (N_ ("COMMAND …"));
  g_autofree char *commands = mlg_cli_command_list ();
  g_autofree char *description = g_strdup_printf (
      "%s\n\n%s\n\n%s", commands,
      _ ("Each command has its own help: COMMAND --help.\n"
         "Without --network, the file is the one that the application opened last,\n"
         "or else maillage/network.maillage in the user's data folder."),
      _ ("Exit status: 0 done; 1 failed, the reason is on the standard error;\n"
         "2 misused; 3 done, and the answer is no."));

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, N_ ("Every job of Maillage, without a screen."));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_set_description (context, description);
  return context;
}

/* Drops what stands before the command: its own options follow it. */
static void
keep_command (MlgCli *cli)
{
  GStrv command = g_strdupv (cli->arguments + 1);

  g_strfreev (cli->arguments);
  cli->arguments = command;
}

static MlgCliStatus
run_command (MlgCli *cli)
{
  const char *name = cli->arguments[1];
  const MlgCliCommand *command = name != NULL ? mlg_cli_command_find (name) : NULL;

  if (name == NULL)
    return mlg_cli_misuse (cli, _ ("a command is expected"));
  if (command == NULL)
    return mlg_cli_misuse (cli, _ ("there is no command “%s”"), name);
  cli->command = command;
  keep_command (cli);
  return command->run (cli);
}

static MlgCliStatus
run (MlgCli *cli)
{
  gboolean help = FALSE, version = FALSE;
  g_autoptr (GOptionContext) context = make_context (cli, &help, &version);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!g_option_context_parse_strv (context, &cli->arguments, &error))
    return mlg_cli_misuse (cli, "%s", error->message);
  if (!help && !version)
    return run_command (cli);
  text = help ? g_option_context_get_help (context, TRUE, NULL)
              : g_strdup_printf ("maillage-cli %s\n", MLG_VERSION);
  fputs (text, stdout);
  return MLG_CLI_DONE;
}

/* What could not be written must not pass for done. */
static MlgCliStatus
finish_output (MlgCli *cli, MlgCliStatus status)
{
  mlg_cli_progress_clear (cli);
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  return mlg_cli_fail (cli, g_error_new (G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s",
                                         _ ("standard output"), g_strerror (errno)));
}

int
main (int argc, char **argv)
{
  MlgCli cli = { .cancellable = g_cancellable_new (), .arguments = g_strdupv (argv) };
  const char *locale_dir = g_getenv ("MLG_LOCALE_DIR");
  MlgCliStatus status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : MLG_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("maillage-cli");
  mlg_cli_interrupt_cancels (cli.cancellable);

  status = finish_output (&cli, run (&cli));
  g_free (cli.network);
  g_strfreev (cli.arguments);
  g_object_unref (cli.cancellable);
  return (int) status;
}

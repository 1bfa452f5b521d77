/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "mlg-cli-command.h"
#include "mlg-cli-network-file.h"
#include "mlg-cli-progress.h"
#include "mlg-kinds.h"

/* What every command does the same way: reading its options, opening the file, saying what went
 * wrong. */

static GOptionContext *
make_context (MlgCli *cli, const GOptionEntry *options, gboolean *help, GStrv *rest)
{
  const GOptionEntry common[] = {
    { "network", 'n', 0, G_OPTION_ARG_FILENAME, &cli->network, N_ ("Work on this network file"),
      N_ ("FILE") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &cli->json, N_ ("Print JSON"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, rest, NULL, NULL },
    { NULL },
  };
  const char *arguments = cli->command->arguments;
  GOptionContext *context = g_option_context_new (*arguments != '\0' ? arguments : NULL);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, cli->command->summary);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (cli->command->details != NULL)
    g_option_context_set_description (context, cli->command->details);
  return context;
}

static void
print_help (MlgCli *cli, GOptionContext *context)
{
  g_autofree char *name = g_strdup_printf ("%s %s", g_get_prgname (), cli->command->name);
  g_autofree char *help = NULL;

  /* The usage line begins with the name of the program. */
  g_set_prgname (name);
  help = g_option_context_get_help (context, TRUE, NULL);
  fputs (help, stdout);
}

static gboolean
check_number (MlgCli *cli, guint least, guint most)
{
  guint n = mlg_cli_get_n_arguments (cli);

  if (n < least)
    /* Translators: "too few arguments: KIND ID|NAME is expected" */
    mlg_cli_misuse (cli, _ ("too few arguments: %s is expected"), _ (cli->command->arguments));
  else if (n > most)
    mlg_cli_misuse (cli, _ ("“%s” was not expected"), cli->arguments[most]);
  return n >= least && n <= most;
}

/**
 * mlg_cli_parse:
 * @options: (nullable): the options of the command, ended by an empty one
 * @n_arguments_min: how many arguments there must be beside the options
 * @n_arguments_max: how many there may be
 *
 * Reads the options of the command line into where @options says; what is left is in the arguments
 * of @cli. Shows the help when it is asked for.
 *
 * Returns: whether to go on; else the status of @cli is the command's
 */
gboolean
mlg_cli_parse (MlgCli *cli,
               const GOptionEntry *options,
               guint n_arguments_min,
               guint n_arguments_max)
{
  gboolean help = FALSE;
  GStrv rest = NULL;
  g_autoptr (GOptionContext) context = make_context (cli, options, &help, &rest);
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse_strv (context, &cli->arguments, &error))
    {
      g_strfreev (rest);
      mlg_cli_misuse (cli, "%s", error->message);
      return FALSE;
    }
  g_strfreev (cli->arguments);
  cli->arguments = rest != NULL ? rest : g_new0 (char *, 1);
  if (!help)
    return check_number (cli, n_arguments_min, n_arguments_max);
  print_help (cli, context);
  cli->status = MLG_CLI_DONE;
  return FALSE;
}

/**
 * mlg_cli_get_n_arguments:
 *
 * Returns: how many arguments are left
 */
guint
mlg_cli_get_n_arguments (MlgCli *cli)
{
  return g_strv_length (cli->arguments);
}

/**
 * mlg_cli_open:
 * @flags: how
 *
 * Opens the network file that was named, or else the one that the application uses. Another command
 * that writes in it is waited for, which an interrupt ends. What is done
 * with it shows its progress on a terminal, and ends when the person interrupts it.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
MlgConnection *
mlg_cli_open (MlgCli *cli, MlgOpenFlags flags, GError **error)
{
  g_autofree char *path = mlg_cli_find_network_file (cli->network);
  MlgLimits limits;
  gboolean limited = mlg_cli_find_limits (&limits);
  MlgConnection *db;

  g_cancellable_push_current (cli->cancellable);
  db = mlg_connection_open_within (path, flags, mlg_kinds, limited ? &limits : NULL, error);
  g_cancellable_pop_current (cli->cancellable);
  if (db == NULL)
    return NULL;
  mlg_connection_set_cancellable (db, cli->cancellable);
  mlg_cli_progress_watch (cli, db);
  return db;
}

static void
print_error (MlgCli *cli, const char *text)
{
  g_autofree char *line = g_utf8_make_valid (text, -1);

  mlg_cli_progress_clear (cli);
  fflush (stdout);
  for (char *c = line; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  fprintf (stderr, "%s\n", line);
}

/**
 * mlg_cli_fail:
 * @error: (transfer full): why
 *
 * Says on the standard error, in one line, why the command failed.
 *
 * Returns: the status to end with
 */
MlgCliStatus
mlg_cli_fail (MlgCli *cli, GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    print_error (cli, _ ("Cancelled"));
  else
    print_error (cli, error->message);
  g_error_free (error);
  return MLG_CLI_FAILED;
}

/**
 * mlg_cli_misuse:
 * @format: what was not understood, translated, as a printf format
 *
 * Says on the standard error how the command line is wrong, and where to read more.
 *
 * Returns: the status to end with, which is also that of @cli
 */
MlgCliStatus
mlg_cli_misuse (MlgCli *cli, const char *format, ...)
{
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;
  const char *command = cli->command != NULL ? cli->command->name : "";
  const char *space = cli->command != NULL ? " " : "";
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: the command, what is wrong, the program, the command:
   * "maillage-cli list: too few arguments (see maillage-cli list --help)" */
  text = g_strdup_printf (_ ("%s%s%s: %s (see %s%s%s --help)"), g_get_prgname (), space, command,
                          reason, g_get_prgname (), space, command);
  print_error (cli, text);
  cli->status = MLG_CLI_MISUSED;
  return MLG_CLI_MISUSED;
}

/**
 * mlg_cli_say:
 * @format: what was done, translated, as a printf format
 *
 * Tells people what was done, in a line of the standard output; says nothing when the output is
 * JSON.
 */
void
mlg_cli_say (MlgCli *cli, const char *format, ...)
{
  va_list arguments;

  mlg_cli_progress_clear (cli);
  if (cli->json)
    return;
  va_start (arguments, format);
  vprintf (format, arguments);
  va_end (arguments);
  putchar ('\n');
}

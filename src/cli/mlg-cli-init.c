/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "exchange/mlg-sample-network.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-network-file.h"
#include "network/mlg-network.h"

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_READ_ONLY, "%s: %s", folder,
               g_strerror (errno));
  return FALSE;
}

/* The card is read before the file is made, so that a mistake leaves no file. */
static MlgRecord *
read_card (const char *name, char **regions, GError **error)
{
  g_autoptr (MlgRecord) network = mlg_record_new (&mlg_network_kind);
  g_autofree char *perimeter = regions != NULL ? g_strjoinv (" ", regions) : NULL;

  if (!mlg_record_parse (network, MLG_NETWORK_NAME, name, error)
      || !mlg_record_parse (network, MLG_NETWORK_PERIMETER, perimeter, error))
    return NULL;
  return g_steal_pointer (&network);
}

/* init NAME [--region CODE]… [--sample] */
MlgCliStatus
mlg_cli_init (MlgCli *cli)
{
  g_auto (GStrv) regions = NULL;
  gboolean sample = FALSE;
  const GOptionEntry options[] = {
    { "region", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &regions,
      N_ ("A territory of its perimeter, by its NUTS code (may be repeated)"), N_ ("CODE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, N_ ("With the members of a sample network"),
      NULL },
    { NULL },
  };
  g_autoptr (MlgRecord) network = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autofree char *path = NULL;

  if (!mlg_cli_parse (cli, options, 1, 1))
    return cli->status;
  path = mlg_cli_find_network_file (cli->network);
  if (!g_utf8_validate (cli->arguments[0], -1, NULL) || *cli->arguments[0] == '\0')
    return mlg_cli_misuse (cli, _ ("the name of the network is expected"));
  network = read_card (cli->arguments[0], regions, &error);
  if (network != NULL && make_folder (path, &error))
    db = mlg_cli_open (cli, MLG_OPEN_CREATE, &error);
  if (db == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (!mlg_network_create (db, network, &error) || (sample && !mlg_sample_network_add (db, &error)))
    {
      g_clear_pointer (&db, mlg_connection_close);
      g_unlink (path);
      return mlg_cli_fail (cli, g_steal_pointer (&error));
    }
  mlg_cli_say (cli, _ ("%s: made"), mlg_connection_get_path (db));
  if (cli->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "file", mlg_connection_get_path (db));
      json_object_set_string_member (object, "name", cli->arguments[0]);
      mlg_cli_json_print (object);
    }
  return MLG_CLI_DONE;
}

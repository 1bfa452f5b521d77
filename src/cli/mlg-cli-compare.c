/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "members/mlg-directory-work.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "mlg-cli-table.h"
#include "store/mlg-action.h"

/* compare: what became of the members in the directory of public bodies. */

static void
print_findings (GPtrArray *findings)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < findings->len; i++)
    {
      const MlgDirectoryFinding *finding = findings->pdata[i];
      g_autofree char *ours = mlg_directory_finding_dup_ours (finding);
      g_autofree char *theirs = mlg_directory_finding_dup_theirs (finding);

      mlg_cli_table_add (rows, finding->name, mlg_directory_finding_get_title (finding),
                         ours != NULL ? ours : "", theirs != NULL ? theirs : "", NULL);
    }
  mlg_cli_table_print (rows);
}

static JsonObject *
write_finding (const MlgDirectoryFinding *finding)
{
  JsonObject *item = json_object_new ();

  mlg_cli_json_set_id (item, "id", finding->body);
  json_object_set_string_member (item, "kind", mlg_body_kind.name);
  json_object_set_string_member (item, "name", finding->name);
  json_object_set_boolean_member (item, "gone", finding->gone);
  if (!finding->gone)
    json_object_set_string_member (item, "field", mlg_body_kind.fields[finding->field].name);
  json_object_set_string_member (item, "ours", finding->ours);
  json_object_set_string_member (item, "theirs", finding->theirs);
  return item;
}

static void
print_findings_as_json (GPtrArray *findings)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    json_array_add_object_element (items, write_finding (findings->pdata[i]));
  mlg_cli_json_print_items (findings->len, items);
}

/* Leaves those of the fields that were named. */
static gboolean
keep_fields (MlgCli *cli, GPtrArray *findings, const GStrv names)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      int field = mlg_cli_find_field (&mlg_body_kind, names[i]);

      if (field < 0)
        {
          mlg_cli_misuse (cli, _ ("there is no field “%s”"), names[i]);
          return FALSE;
        }
      g_hash_table_add (fields, GINT_TO_POINTER (field));
    }
  for (guint i = findings->len; names != NULL && i > 0; i--)
    {
      const MlgDirectoryFinding *finding = findings->pdata[i - 1];

      if (finding->gone || !g_hash_table_contains (fields, GUINT_TO_POINTER (finding->field)))
        g_ptr_array_remove_index (findings, i - 1);
    }
  return TRUE;
}

static gboolean
apply (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_directory_apply (db, data, error);
}

/* compare [--field FIELD…] [--apply] */
MlgCliStatus
mlg_cli_compare (MlgCli *cli)
{
  gboolean applied = FALSE;
  g_auto (GStrv) names = NULL;
  const GOptionEntry options[] = {
    { "apply", 'a', 0, G_OPTION_ARG_NONE, &applied, N_ ("Take over what the directory says"),
      NULL },
    { "field", 'f', 0, G_OPTION_ARG_FILENAME_ARRAY, &names,
      N_ ("Only this field (may be repeated)"), N_ ("FIELD") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!mlg_cli_parse (cli, options, 0, 0))
    return cli->status;
  db = mlg_cli_open (cli, applied ? MLG_OPEN_DEFAULT : MLG_OPEN_READ_ONLY, &error);
  if (db != NULL)
    findings = mlg_directory_compare (db, &error);
  if (findings == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (!keep_fields (cli, findings, names))
    return cli->status;
  if (applied
      && !mlg_connection_act (db, _ ("Update from the directory"), apply, findings, NULL, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_findings_as_json (findings);
  else
    print_findings (findings);
  return applied || findings->len == 0 ? MLG_CLI_DONE : MLG_CLI_NO;
}

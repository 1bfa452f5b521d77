/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "document/mlg-document-file.h"
#include "exchange/mlg-eforms.h"
#include "exchange/mlg-template-bundle.h"
#include "library/mlg-clause.h"
#include "library/mlg-library-import.h"
#include "library/mlg-template-record.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "mlg-cli-library.h"
#include "store/mlg-action.h"

/* import templates FILE…: templates (XML) and notices of public procurement (eForms). */

/* See the header. */
gboolean
mlg_cli_is_template_import (MlgCli *cli)
{
  return g_str_equal (cli->arguments[0], "templates")
         || g_str_equal (cli->arguments[0], "template");
}

static gboolean
find_mode (MlgCli *cli, const char *name, MlgLibraryMode *mode)
{
  static const char *const modes[] = { "add", "merge", "replace" };

  *mode = MLG_LIBRARY_ADD;
  if (name == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (modes[i], name))
      {
        *mode = (MlgLibraryMode) i;
        return TRUE;
      }
  mlg_cli_misuse (cli, _ ("there is no mode “%s”: add, merge or replace is expected"), name);
  return FALSE;
}

static gboolean
is_template (GBytes *bytes)
{
  return g_strstr_len (g_bytes_get_data (bytes, NULL),
                       (gssize) MIN (g_bytes_get_size (bytes), 8192), MLG_TEMPLATE_NAMESPACE)
         != NULL;
}

static gboolean
is_xml (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".xml");
}

/* @plan: (nullable): gets how a document is cut */
static MlgTemplate *
read_file (MlgCli *cli,
           MlgConnection *db,
           const char *path,
           const char *name,
           JsonArray *plan,
           MlgIssueList *issues,
           GError **error)
{
  g_autoptr (GBytes) bytes = mlg_document_load_file (path, cli->cancellable, error);

  if (bytes == NULL)
    return NULL;
  if (mlg_eforms_is_notice (bytes))
    return mlg_eforms_read (bytes, name, NULL, issues, cli->cancellable, error);
  if (is_template (bytes) || is_xml (name))
    return mlg_template_read_xml (bytes, name, issues, cli->cancellable, error);
  return mlg_cli_plan_document (cli, db, bytes, name, plan, issues, error);
}

static gboolean
import_bundle (MlgCli *cli,
               MlgLibraryImport *import,
               const char *path,
               const char *name,
               MlgIssueList *issues,
               GError **error)
{
  g_autoptr (GBytes) bytes = mlg_document_load_file (path, cli->cancellable, error);
  g_autoptr (GPtrArray) parts =
      bytes != NULL ? mlg_template_bundle_read (bytes, name, error) : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const MlgBundlePart *part = parts->pdata[i];
      g_autofree char *told = g_strconcat (name, "/", part->name, NULL);
      g_autoptr (MlgTemplate) template =
          mlg_template_read_xml (part->bytes, told, issues, cli->cancellable, error);

      if (template == NULL || !mlg_library_import_template (import, template, told, issues, error))
        return FALSE;
    }
  return parts != NULL;
}

static gboolean
import_file (MlgCli *cli,
             MlgConnection *db,
             MlgLibraryImport *import,
             const char *path,
             JsonArray *plan,
             MlgIssueList *issues,
             GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (MlgTemplate) template = NULL;

  if (mlg_template_bundle_is_name (name))
    return import_bundle (cli, import, path, name, issues, error);
  template = read_file (cli, db, path, name, plan, issues, error);
  return template != NULL && mlg_library_import_template (import, template, name, issues, error);
}

/* A dry run says what is wrong with each file that is refused, and goes on with the others. */
static void
tell_refused (MlgCli *cli, const char *path, const GError *refusal, MlgIssueList *issues)
{
  g_autofree char *name = g_path_get_basename (path);

  mlg_issue_list_add (issues, MLG_SEVERITY_ERROR, name, 0, 0, _ ("the file is refused: %s"),
                      refusal->message);
  cli->status = MLG_CLI_FAILED;
}

static gboolean
import_all (MlgCli *cli,
            MlgConnection *db,
            MlgLibraryImport *import,
            JsonArray *plan,
            MlgIssueList *issues,
            GError **error)
{
  guint n = mlg_cli_get_n_arguments (cli);

  for (guint i = 1; i < n; i++)
    {
      g_autoptr (GError) refusal = NULL;

      if (!mlg_connection_report (db, (double) (i - 1) / (n - 1), NULL, error))
        return FALSE;
      if (import_file (cli, db, import, cli->arguments[i], plan, issues, &refusal))
        continue;
      if (plan == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return FALSE;
        }
      tell_refused (cli, cli->arguments[i], refusal, issues);
    }
  return TRUE;
}

/* A dry run does it all, then takes it back. @plan: (nullable): of a dry run, how documents are cut */
static gboolean
act (MlgCli *cli,
     MlgConnection *db,
     MlgLibraryImport *import,
     JsonArray *plan,
     MlgIssueList *issues,
     GError **error)
{
  if (!mlg_connection_begin (db, _ ("Import templates"), error))
    return FALSE;
  if (!import_all (cli, db, import, plan, issues, error))
    {
      mlg_connection_rollback (db);
      return FALSE;
    }
  if (plan == NULL)
    return mlg_connection_commit (db, NULL, error);
  mlg_connection_rollback (db);
  return TRUE;
}

static JsonObject *
write_change (const MlgLibraryChange *change, gboolean dry_run)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", change->kind->name);
  json_object_set_string_member (object, "name", change->title);
  json_object_set_string_member (object, "fate", mlg_library_fate_to_nick (change->fate));
  if (!dry_run || change->fate != MLG_LIBRARY_ADDED)
    mlg_cli_json_set_id (object, "id", change->id);
  if (change->file != NULL)
    json_object_set_string_member (object, "file", change->file);
  json_object_set_int_member (object, "ours", change->ours);
  json_object_set_int_member (object, "theirs", change->theirs);
  json_object_set_boolean_member (object, "holds", change->holds);
  if (change->before != NULL)
    {
      json_object_set_string_member (object, "before", change->before);
      json_object_set_string_member (object, "after", change->after);
    }
  return object;
}

static void
print_json (MlgCli *cli, MlgLibraryImport *import, JsonArray *plan, MlgIssueList *issues)
{
  static const MlgLibraryFate fates[] = { MLG_LIBRARY_ADDED, MLG_LIBRARY_MERGED,
                                          MLG_LIBRARY_REPLACED };
  const MlgKind *kind = &mlg_template_record_kind;
  JsonObject *object = json_object_new ();
  JsonArray *changes = json_array_new ();
  GPtrArray *all = mlg_library_import_get_changes (import);

  json_object_set_int_member (object, "read", mlg_cli_get_n_arguments (cli) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (fates); i++)
    json_object_set_int_member (object, mlg_library_fate_to_nick (fates[i]),
                                mlg_library_import_count (import, kind, fates[i]));
  json_object_set_int_member (object, "skipped",
                              mlg_library_import_count (import, kind, MLG_LIBRARY_SKIPPED)
                                  + mlg_library_import_count (import, kind, MLG_LIBRARY_UNCHANGED));
  for (guint i = 0; i < all->len; i++)
    json_array_add_object_element (changes, write_change (all->pdata[i], plan != NULL));
  json_object_set_array_member (object, "changes", changes);
  if (plan != NULL)
    json_object_set_array_member (object, "plan", json_array_ref (plan));
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (issues));
  mlg_cli_json_print (object);
}

static void
say_change (MlgCli *cli, const MlgLibraryChange *change)
{
  if (change->ours != 0 && change->ours != change->theirs)
    mlg_cli_say (cli, _ ("%s “%s”: %s (revision %u, and %u in the file)"), _ (change->kind->title),
                 change->title, mlg_library_fate_get_title (change->fate), change->ours,
                 change->theirs);
  else
    /* Translators: a kind of record, its name, and what became of it. */
    mlg_cli_say (cli, _ ("%s “%s”: %s"), _ (change->kind->title), change->title,
                 mlg_library_fate_get_title (change->fate));
}

/* Clauses that are new with their template would only lengthen the list. */
static void
say_changes (MlgCli *cli, MlgLibraryImport *import, MlgIssueList *issues)
{
  GPtrArray *changes = mlg_library_import_get_changes (import);

  for (guint i = 0; i < changes->len; i++)
    {
      const MlgLibraryChange *change = changes->pdata[i];

      if (change->kind != &mlg_clause_kind || change->fate != MLG_LIBRARY_ADDED)
        say_change (cli, change);
    }
  mlg_cli_say_issues (cli, issues);
  mlg_cli_say (cli, _ ("New clauses: %u"),
               mlg_library_import_count (import, &mlg_clause_kind, MLG_LIBRARY_ADDED));
}

/* See the header. */
MlgCliStatus
mlg_cli_import_templates (MlgCli *cli, const char *mode_name, gboolean dry_run)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (MlgLibraryImport) import = NULL;
  g_autoptr (JsonArray) plan = NULL;
  g_autoptr (GError) error = NULL;
  MlgLibraryMode mode;

  if (!find_mode (cli, mode_name, &mode))
    return cli->status;
  db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  if (db == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  import = mlg_library_import_new (db, mode);
  plan = dry_run ? json_array_new () : NULL;
  if (!act (cli, db, import, plan, issues, &error))
    {
      mlg_cli_say_issues (cli, issues);
      return mlg_cli_fail (cli, g_steal_pointer (&error));
    }
  if (cli->json)
    print_json (cli, import, plan, issues);
  else
    say_changes (cli, import, issues);
  return cli->status;
}

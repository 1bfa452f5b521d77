/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-directory.h"

#include <glib/gi18n.h>

#include "members/mlg-directory-work.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "store/mlg-action.h"
#include "store/mlg-fold.h"

/* add, from the directory of public bodies. */

/* How many are named when it may be several, and how many are looked at: all those of one name. */
#define MOST_NAMED  10
#define MOST_LOOKED 200

/**
 * mlg_cli_directory_request_clear:
 */
void
mlg_cli_directory_request_clear (MlgCliDirectoryRequest *request)
{
  g_clear_pointer (&request->body, g_free);
  g_clear_pointer (&request->members, g_free);
  g_clear_pointer (&request->groupings, g_free);
  g_clear_pointer (&request->status, g_free);
}

/**
 * mlg_cli_directory_is_asked:
 *
 * Returns: whether something is to come from the directory
 */
gboolean
mlg_cli_directory_is_asked (const MlgCliDirectoryRequest *request)
{
  return request->body != NULL || request->members != NULL || request->groupings != NULL;
}

static MlgDirectoryEntry *
copy_entry (const MlgDirectoryEntry *entry)
{
  MlgDirectoryEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->kind = g_strdup (entry->kind);
  copy->siren = g_strdup (entry->siren);
  copy->insee = g_strdup (entry->insee);
  copy->name = g_strdup (entry->name);
  copy->departement = g_strdup (entry->departement);
  copy->region = g_strdup (entry->region);
  copy->epci = g_strdup (entry->epci);
  copy->postcode = g_strdup (entry->postcode);
  return copy;
}

/* Those whose very name was typed, or else all. */
static GPtrArray *
keep_exact (GPtrArray *entries, const char *words)
{
  g_autofree char *wanted = mlg_fold (words);
  GPtrArray *exact = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *name = mlg_fold (((MlgDirectoryEntry *) entries->pdata[i])->name);

      if (g_str_equal (name, wanted))
        g_ptr_array_add (exact, entries->pdata[i]);
    }
  if (exact->len == 0)
    g_ptr_array_extend (exact, entries, NULL, NULL);
  return exact;
}

static void
fail_ambiguous (const char *words, GPtrArray *entries, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < entries->len && i < MOST_NAMED; i++)
    {
      const MlgDirectoryEntry *entry = entries->pdata[i];
      const char *number = entry->siren != NULL ? entry->siren : entry->insee;

      g_string_append_printf (names, "%s%s (%s)", i > 0 ? ", " : "", entry->name, number);
    }
  if (entries->len > MOST_NAMED)
    g_string_append (names, ", …");
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FAILED,
               _ ("“%s” may be several bodies; give the number of one: %s"), words, names->str);
}

static MlgDirectoryEntry *
find_entry (MlgConnection *db, const char *words, GError **error)
{
  g_autoptr (GError) failed = NULL;
  MlgDirectoryEntry *entry = mlg_directory_find (db, words, &failed);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) exact = NULL;

  if (entry != NULL)
    return entry;
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  found = mlg_directory_suggest (db, words, MOST_LOOKED, error);
  if (found == NULL)
    return NULL;
  exact = keep_exact (found, words);
  if (exact->len == 1)
    return copy_entry (exact->pdata[0]);
  if (exact->len == 0)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING, _ ("the directory has no “%s”"),
                 words);
  else
    fail_ambiguous (words, exact, error);
  return NULL;
}

/* Returns: (transfer full): what is asked, and the name of the action that adds it */
static GPtrArray *
find_entries (MlgConnection *db,
              const MlgCliDirectoryRequest *request,
              char **action,
              GError **error)
{
  g_autoptr (MlgDirectoryEntry) entry = NULL;
  GPtrArray *entries;

  if (request->groupings != NULL)
    {
      *action = g_strdup_printf (_ ("Add the intercommunal bodies of département %s"),
                                 request->groupings);
      return mlg_directory_list_groupings (db, request->groupings, error);
    }
  entry = find_entry (db, request->body != NULL ? request->body : request->members, error);
  if (entry == NULL)
    return NULL;
  if (request->members != NULL)
    {
      *action = g_strdup_printf (_ ("Add the communes of %s"), entry->name);
      return mlg_directory_list_members (db, entry->siren, error);
    }
  *action = g_strdup_printf (_ ("Add %s"), entry->name);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_directory_entry_free);
  g_ptr_array_add (entries, g_steal_pointer (&entry));
  return entries;
}

static gboolean
add (MlgConnection *db,
     const char *action,
     GPtrArray *entries,
     const char *status,
     gboolean dry_run,
     MlgDirectoryCounts *counts,
     GError **error)
{
  if (!mlg_connection_begin (db, action, error))
    return FALSE;
  if (mlg_directory_add_bodies (db, entries, status, counts, error) && !dry_run)
    return mlg_connection_commit (db, NULL, error);
  mlg_connection_rollback (db);
  return error == NULL || *error == NULL;
}

static void
tell (MlgCli *cli, const char *action, const MlgDirectoryCounts *counts)
{
  JsonObject *object;

  mlg_cli_say (cli, "%s", action);
  mlg_cli_say (cli, _ ("Added: %u; there already: %u"), counts->n_added, counts->n_present);
  if (!cli->json)
    return;
  object = json_object_new ();
  json_object_set_string_member (object, "action", action);
  json_object_set_int_member (object, "added", counts->n_added);
  json_object_set_int_member (object, "present", counts->n_present);
  mlg_cli_json_print (object);
}

/**
 * mlg_cli_directory_add:
 * @kind: the kind that was named: bodies
 * @request: what is asked
 * @dry_run: whether to only say what would be done
 *
 * Adds bodies from the directory, but those that are there.
 */
MlgCliStatus
mlg_cli_directory_add (MlgCli *cli,
                       const MlgKind *kind,
                       const MlgCliDirectoryRequest *request,
                       gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *action = NULL;
  MlgDirectoryCounts counts = { 0 };

  if (kind != &mlg_body_kind)
    return mlg_cli_misuse (cli, _ ("the directory has bodies only"));
  db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  if (db != NULL)
    entries = find_entries (db, request, &action, &error);
  if (entries == NULL || !add (db, action, entries, request->status, dry_run, &counts, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  tell (cli, action, &counts);
  return MLG_CLI_DONE;
}

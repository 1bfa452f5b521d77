/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "library/mlg-library-edit.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-outcome.h"
#include "members/mlg-body.h"
#include "members/mlg-custom-value.h"
#include "members/mlg-custom.h"
#include "members/mlg-member-edit.h"
#include "mlg-cli-command.h"
#include "mlg-cli-directory.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "mlg-cli-meeting.h"
#include "mlg-cli-record.h"
#include "store/mlg-action.h"
#include "store/mlg-record-sql.h"
#include "themes/mlg-theme-edit.h"

/* The three ways to change a record: each one is an action of its own. */
typedef enum
{
  CHANGE_ADD,
  CHANGE_SET,
  CHANGE_REMOVE,
} Change;

static char *
name_action (Change change, const char *name)
{
  switch (change)
    {
    case CHANGE_ADD:
      /* Translators: the name of an action in the history. */
      return g_strdup_printf (_ ("Add %s"), name);
    case CHANGE_SET:
      return g_strdup_printf (_ ("Change %s"), name);
    case CHANGE_REMOVE:
    default:
      return g_strdup_printf (_ ("Remove %s"), name);
    }
}

/* The ways of the rooms to write their records; that of meetings takes those of the others as they are. */
typedef struct
{
  gboolean (*has_kind) (const MlgKind *kind);
  gboolean (*store) (MlgConnection *db, MlgRecord *record, GError **error);
  gboolean (*remove) (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
} Room;

static const Room rooms[] = {
  { mlg_theme_is_kind, mlg_theme_store, mlg_theme_remove },
  { mlg_library_has_kind, mlg_library_store, mlg_library_remove },
  { NULL, mlg_meeting_store, mlg_meeting_remove },
};

static gboolean
write_change (MlgConnection *db, Change change, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  const Room *room = rooms;

  while (room->has_kind != NULL && !room->has_kind (kind))
    room++;
  switch (change)
    {
    case CHANGE_ADD:
    case CHANGE_SET:
      return room->store (db, record, error);
    case CHANGE_REMOVE:
    default:
      return room->remove (db, kind, mlg_record_get_id (record), error);
    }
}

static gboolean
act (MlgConnection *db,
     Change change,
     MlgRecord *record,
     const char *action,
     gboolean dry,
     GError **error)
{
  if (!mlg_connection_begin (db, action, error))
    return FALSE;
  if (!write_change (db, change, record, error))
    {
      mlg_connection_rollback (db);
      return FALSE;
    }
  if (!dry)
    return mlg_connection_commit (db, NULL, error);
  mlg_connection_rollback (db);
  return TRUE;
}

static void
tell (MlgCli *cli, Change change, MlgRecord *record, const char *action)
{
  g_autoptr (MlgIssueList) odd = mlg_issue_list_new ();
  JsonObject *object;

  if (change != CHANGE_REMOVE)
    mlg_record_validate (record, odd, NULL);
  mlg_cli_say (cli, "%s (%" G_GINT64_FORMAT ")", action, mlg_record_get_id (record));
  mlg_cli_say_issues (cli, odd);
  if (!cli->json)
    return;
  object = mlg_cli_json_record (record);
  json_object_set_string_member (object, "action", action);
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (odd));
  mlg_cli_json_print (object);
}

/* What becomes of other fields, or of the form of a value, when fields are set. */
static gboolean
settle (MlgConnection *db, MlgRecord *record, MlgRecord *before, Change change, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  if (kind == &mlg_custom_value_kind && change != CHANGE_REMOVE)
    return mlg_custom_value_settle (db, record, error);
  return change != CHANGE_SET || kind != &mlg_body_kind
         || mlg_body_note_status_day (record, before, error);
}

/* @wanted is NULL for a new record. */
static gboolean
change_record (MlgCli *cli,
               MlgConnection *db,
               Change change,
               const MlgKind *kind,
               const char *wanted,
               char *const *assignments,
               gboolean dry,
               GError **error)
{
  g_autoptr (MlgRecord) record =
      wanted != NULL ? mlg_cli_find_record (db, kind, wanted, error) : mlg_record_new (kind);
  g_autoptr (MlgRecord) before = record != NULL ? mlg_record_copy (record) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *action = NULL;

  if (record != NULL && wanted == NULL && mlg_cli_find_outcome_type (cli->arguments[0]) != NULL)
    mlg_record_set_text (record, MLG_OUTCOME_TYPE, mlg_cli_find_outcome_type (cli->arguments[0]));
  if (record == NULL || !mlg_cli_assign (db, record, assignments, error)
      || !settle (db, record, before, change, error))
    return FALSE;
  name = mlg_record_dup_name (record);
  action = name_action (change, *name != '\0' ? name : _ (kind->title));
  if (!act (db, change, record, action, dry, error))
    return FALSE;
  tell (cli, change, record, action);
  return TRUE;
}

static MlgCliStatus
change_named (MlgCli *cli, Change change, const MlgKind *kind, gboolean dry)
{
  guint n_words = change == CHANGE_ADD ? 1 : 2;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;

  if (!mlg_cli_check_assignments (cli, kind, cli->arguments + n_words))
    return cli->status;
  db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  if (db == NULL
      || !change_record (cli, db, change, kind, n_words > 1 ? cli->arguments[1] : NULL,
                         cli->arguments + n_words, dry, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  return MLG_CLI_DONE;
}

static MlgCliStatus
run (MlgCli *cli, Change change)
{
  gboolean dry = FALSE;
  const GOptionEntry options[] = {
    { "dry-run", 'd', 0, G_OPTION_ARG_NONE, &dry, N_ ("Only say what would be done"), NULL },
    { NULL },
  };
  guint least = change == CHANGE_REMOVE ? 2 : 3;
  const MlgKind *kind;

  if (!mlg_cli_parse (cli, options, least, change == CHANGE_REMOVE ? least : G_MAXUINT)
      || (kind = mlg_cli_find_kind (cli, cli->arguments[0])) == NULL)
    return cli->status;
  return change_named (cli, change, kind, dry);
}

static MlgCliStatus
add (MlgCli *cli, const MlgCliDirectoryRequest *request, gboolean dry)
{
  const MlgKind *kind = mlg_cli_find_kind (cli, cli->arguments[0]);
  guint n = mlg_cli_get_n_arguments (cli);

  if (kind == NULL)
    return cli->status;
  if (!mlg_cli_directory_is_asked (request))
    return n > 1 ? change_named (cli, CHANGE_ADD, kind, dry)
                 : mlg_cli_misuse (cli, _ ("too few arguments: %s is expected"),
                                   _ (cli->command->arguments));
  if (n > 1)
    return mlg_cli_misuse (cli, _ ("“%s” was not expected"), cli->arguments[1]);
  return mlg_cli_directory_add (cli, kind, request, dry);
}

/* add KIND FIELD=VALUE… | add bodies --from-directory WORDS | --members-of WORDS | --groupings-of CODE */
MlgCliStatus
mlg_cli_add (MlgCli *cli)
{
  MlgCliDirectoryRequest request = { 0 };
  gboolean dry = FALSE;
  const GOptionEntry options[] = {
    { "from-directory", 0, 0, G_OPTION_ARG_STRING, &request.body,
      N_ ("Add this public body with all that the directory knows"), N_ ("WORDS|SIREN|INSEE") },
    { "members-of", 0, 0, G_OPTION_ARG_STRING, &request.members,
      N_ ("Add the communes of this intercommunal body"), N_ ("WORDS|SIREN") },
    { "groupings-of", 0, 0, G_OPTION_ARG_STRING, &request.groupings,
      N_ ("Add the intercommunal bodies of this département"), N_ ("CODE") },
    { "status", 0, 0, G_OPTION_ARG_STRING, &request.status,
      N_ ("The status, from today, of what comes from the directory"), N_ ("STATUS") },
    { "dry-run", 'd', 0, G_OPTION_ARG_NONE, &dry, N_ ("Only say what would be done"), NULL },
    { NULL },
  };
  MlgCliStatus status =
      mlg_cli_parse (cli, options, 1, G_MAXUINT) ? add (cli, &request, dry) : cli->status;

  mlg_cli_directory_request_clear (&request);
  return status;
}

/* set KIND ID|NAME FIELD=VALUE… */
MlgCliStatus
mlg_cli_set (MlgCli *cli)
{
  return run (cli, CHANGE_SET);
}

/* remove KIND ID|NAME */
MlgCliStatus
mlg_cli_remove (MlgCli *cli)
{
  return run (cli, CHANGE_REMOVE);
}

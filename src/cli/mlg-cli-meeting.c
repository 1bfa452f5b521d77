/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-meeting.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meetings/mlg-meeting-check.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting-invite.h"
#include "meetings/mlg-meeting-next.h"
#include "meetings/mlg-meeting.h"
#include "members/mlg-group.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-meeting-lists.h"
#include "mlg-cli-record.h"
#include "store/mlg-action.h"

/* meeting: what one does with a whole meeting. */
typedef struct
{
  char *status;      /* (owned) (nullable) */
  char *role;        /* (owned) (nullable) */
  char *departement; /* (owned) (nullable) */
  char *group;       /* (owned) (nullable) */
  char *day;         /* (owned) (nullable) */
  char *reason;      /* (owned) (nullable) */
  gboolean bodies;
  gboolean invitees;
  gboolean all;
} MeetingOptions;

/* See the header: "action" and "decisions" are outcomes of one type. */
const char *
mlg_cli_find_outcome_type (const char *kind_name)
{
  static const char *const types[] = { "action", "decision" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_prefix (kind_name, types[i])
        && (kind_name[strlen (types[i])] == '\0'
            || g_str_equal (kind_name + strlen (types[i]), "s")))
      return types[i];
  return NULL;
}

/* One verb on one meeting, inside an action. */
typedef struct
{
  MlgCli *cli;
  const MeetingOptions *options;
  MlgRecord *meeting;
  gint64 made;   /* a new meeting */
  guint n_added; /* invitations */
} Doing;

static gboolean
invite (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;
  const MeetingOptions *options = doing->options;
  MlgInvitees invitees = { .status = options->status,
                           .departement = options->departement,
                           .role = options->role,
                           .bodies_only = options->bodies };
  g_autoptr (MlgRecord) group = NULL;

  if (options->group != NULL)
    {
      group = mlg_cli_find_record (db, &mlg_group_kind, options->group, error);
      if (group == NULL)
        return FALSE;
      invitees.group = mlg_record_get_id (group);
    }
  return mlg_meeting_invite (db, mlg_record_get_id (doing->meeting), &invitees, &doing->n_added,
                             error);
}

static gboolean
make_next (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;

  doing->made =
      mlg_meeting_make_next (db, mlg_record_get_id (doing->meeting), doing->options->day, error);
  return doing->made != 0;
}

static gboolean
duplicate (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;

  doing->made = mlg_meeting_duplicate (db, mlg_record_get_id (doing->meeting), doing->options->day,
                                       doing->options->invitees, error);
  return doing->made != 0;
}

static gboolean
set_state (MlgConnection *db, gpointer data, GError **error)
{
  Doing *doing = data;

  return mlg_meeting_set_state (db, mlg_record_get_id (doing->meeting), doing->cli->arguments[2],
                                doing->options->reason, error);
}

static const struct
{
  const char *name;
  guint n_arguments;
  MlgActionFunc func;
  const char *action; /* its name in the history */
} verbs[] = {
  /* Translators: names of actions in the history; %s is a meeting. */
  { "invite", 2, invite, N_ ("Invite to %s") },
  { "next", 2, make_next, N_ ("Next meeting after %s") },
  { "duplicate", 2, duplicate, N_ ("Duplicate %s") },
  { "state", 3, set_state, N_ ("Change the state of %s") },
};

static gboolean
tell (const Doing *doing, MlgConnection *db, const char *action, GError **error)
{
  gint64 id = doing->made != 0 ? doing->made : mlg_record_get_id (doing->meeting);
  g_autoptr (MlgRecord) meeting = mlg_record_load (db, &mlg_meeting_kind, id, error);
  JsonObject *object;

  if (meeting == NULL)
    return FALSE;
  mlg_cli_say (doing->cli, "%s (%" G_GINT64_FORMAT ")", action, id);
  if (doing->n_added > 0)
    mlg_cli_say (doing->cli,
                 ngettext ("%u invitation added", "%u invitations added", doing->n_added),
                 doing->n_added);
  if (!doing->cli->json)
    return TRUE;
  object = mlg_cli_json_record (meeting);
  json_object_set_string_member (object, "action", action);
  json_object_set_int_member (object, "added", doing->n_added);
  mlg_cli_json_print (object);
  return TRUE;
}

static MlgCliStatus
act (MlgCli *cli, guint verb, const MeetingOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  g_autoptr (MlgRecord) meeting =
      db != NULL ? mlg_cli_find_record (db, &mlg_meeting_kind, cli->arguments[1], &error) : NULL;
  Doing doing = { .cli = cli, .options = options, .meeting = meeting };
  g_autofree char *name = meeting != NULL ? mlg_record_dup_name (meeting) : NULL;
  g_autoptr (GString) action = g_string_new (_ (verbs[verb].action));

  if (meeting == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  g_string_replace (action, "%s", name, 1);
  if (!mlg_connection_act (db, action->str, verbs[verb].func, &doing, NULL, &error)
      || !tell (&doing, db, action->str, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  return MLG_CLI_DONE;
}

static MlgCliStatus
run (MlgCli *cli, const MeetingOptions *options)
{
  const char *verb = cli->arguments[0];
  guint n = mlg_cli_get_n_arguments (cli);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, verb))
      return n == verbs[i].n_arguments ? act (cli, i, options)
                                       : mlg_cli_misuse (cli, _ ("%s takes other arguments"), verb);
  if (g_str_equal (verb, "check") && n == 2)
    return mlg_cli_meeting_check (cli);
  if (g_str_equal (verb, "count") && n == 2)
    return mlg_cli_meeting_count (cli);
  if (g_str_equal (verb, "actions") && n == 1)
    return mlg_cli_meeting_actions (cli, options->all);
  if (g_str_equal (verb, "decisions") && n == 1)
    return mlg_cli_meeting_decisions (cli);
  return mlg_cli_misuse (cli, _ ("“%s” was not expected"), verb);
}

/* meeting check|invite|next|duplicate|state|count MEETING, meeting actions|decisions */
MlgCliStatus
mlg_cli_meeting (MlgCli *cli)
{
  MeetingOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "status", 0, 0, G_OPTION_ARG_STRING, &options.status, N_ ("Invite bodies of this status"),
      N_ ("STATUS") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, N_ ("Invite who has this role"),
      N_ ("ROLE") },
    { "departement", 0, 0, G_OPTION_ARG_STRING, &options.departement,
      N_ ("Invite bodies of this département"), N_ ("CODE") },
    { "group", 0, 0, G_OPTION_ARG_STRING, &options.group,
      N_ ("Invite this group and those under it"), N_ ("ID|NAME") },
    { "bodies", 0, 0, G_OPTION_ARG_NONE, &options.bodies, N_ ("Invite bodies, and no people"),
      NULL },
    { "day", 'd', 0, G_OPTION_ARG_STRING, &options.day, N_ ("The day of the new meeting"),
      N_ ("DATE") },
    { "with-invitees", 0, 0, G_OPTION_ARG_NONE, &options.invitees,
      N_ ("Invite the same people to the new meeting"), NULL },
    { "reason", 'r', 0, G_OPTION_ARG_STRING, &options.reason, N_ ("Why the minutes are reopened"),
      N_ ("WORDS") },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &options.all, N_ ("Also the actions that are done"), NULL },
    { NULL },
  };
  MlgCliStatus status = mlg_cli_parse (cli, entries, 1, 3) ? run (cli, &options) : cli->status;

  g_free (options.status);
  g_free (options.role);
  g_free (options.departement);
  g_free (options.group);
  g_free (options.day);
  g_free (options.reason);
  return status;
}

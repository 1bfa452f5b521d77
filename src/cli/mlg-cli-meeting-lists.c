/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-meeting-lists.h"

#include <glib/gi18n.h>

#include "dossier/mlg-dossier-check.h"
#include "meetings/mlg-meeting-figures.h"
#include "meetings/mlg-meeting-register.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-outcome.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "mlg-cli-table.h"

/* What the command "meeting" only shows. */

static MlgRecord *
find_meeting (MlgCli *cli, MlgConnection *db, GError **error)
{
  return db != NULL ? mlg_cli_find_record (db, &mlg_meeting_kind, cli->arguments[1], error) : NULL;
}

static void
print_lacks_as_json (GPtrArray *lacks)
{
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < lacks->len; i++)
    {
      const MlgMeetingLack *lack = lacks->pdata[i];
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "severity", mlg_severity_to_nick (lack->severity));
      json_object_set_string_member (item, "message", lack->message);
      json_object_set_string_member (item, "kind", lack->kind->name);
      mlg_cli_json_set_id (item, "id", lack->id);
      json_object_set_string_member (item, "field", lack->field);
      json_array_add_object_element (items, item);
    }
  json_object_set_array_member (object, "issues", items);
  mlg_cli_json_print (object);
}

/* meeting check MEETING: what the meeting and its dossier lack; the answer is no when something is missing. */
MlgCliStatus
mlg_cli_meeting_check (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  g_autoptr (MlgRecord) meeting = find_meeting (cli, db, &error);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) lacks = meeting != NULL
                                    ? mlg_dossier_list_lacks (db, mlg_record_get_id (meeting),
                                                              issues, cli->cancellable, &error)
                                    : NULL;

  mlg_cli_say_issues (cli, issues);
  if (lacks == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; i < lacks->len; i++)
    mlg_cli_say (cli, "%s", ((MlgMeetingLack *) lacks->pdata[i])->message);
  if (cli->json)
    print_lacks_as_json (lacks);
  else if (lacks->len == 0)
    mlg_cli_say (cli, _ ("Nothing is missing"));
  return lacks->len == 0 ? MLG_CLI_DONE : MLG_CLI_NO;
}

static const struct
{
  const char *name;
  const char *title;
  goffset offset;
} numbers[] = {
  { "invited", N_ ("Invited"), G_STRUCT_OFFSET (MlgMeetingCount, invited) },
  { "yes", N_ ("Comes"), G_STRUCT_OFFSET (MlgMeetingCount, yes) },
  { "no", N_ ("Does not come"), G_STRUCT_OFFSET (MlgMeetingCount, no) },
  { "perhaps", N_ ("Perhaps"), G_STRUCT_OFFSET (MlgMeetingCount, perhaps) },
  { "proxy", N_ ("Represented"), G_STRUCT_OFFSET (MlgMeetingCount, proxy) },
  { "silent", N_ ("No reply"), G_STRUCT_OFFSET (MlgMeetingCount, silent) },
  { "present", N_ ("Present"), G_STRUCT_OFFSET (MlgMeetingCount, present) },
  { "excused", N_ ("Excused"), G_STRUCT_OFFSET (MlgMeetingCount, excused) },
  { "absent", N_ ("Absent"), G_STRUCT_OFFSET (MlgMeetingCount, absent) },
  { "visitors", N_ ("Visitor"), G_STRUCT_OFFSET (MlgMeetingCount, visitors) },
};

static JsonObject *
write_count (const MlgMeetingCount *count)
{
  JsonObject *object = json_object_new ();

  if (count->title != NULL)
    json_object_set_string_member (object, "title", count->title);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    json_object_set_int_member (object, numbers[i].name,
                                G_STRUCT_MEMBER (guint, count, numbers[i].offset));
  return object;
}

static JsonArray *
write_counts (GPtrArray *counts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < counts->len; i++)
    json_array_add_object_element (array, write_count (counts->pdata[i]));
  return array;
}

static void
add_count_row (GPtrArray *rows, const char *title, const MlgMeetingCount *count)
{
  GStrv row = g_new0 (char *, G_N_ELEMENTS (numbers) + 2);

  row[0] = g_strdup (title);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    row[i + 1] = count != NULL
                     ? g_strdup_printf ("%u", G_STRUCT_MEMBER (guint, count, numbers[i].offset))
                     : g_strdup (_ (numbers[i].title));
  g_ptr_array_add (rows, row);
}

static void
print_figures (const MlgMeetingFigures *figures)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GPtrArray *lists[] = { figures->by_body, figures->by_role };

  add_count_row (rows, "", NULL);
  add_count_row (rows, _ ("All"), &figures->total);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const MlgMeetingCount *count = lists[i]->pdata[j];

        if (*count->title != '\0')
          add_count_row (rows, count->title, count);
      }
  mlg_cli_table_print (rows);
}

/* meeting count MEETING */
MlgCliStatus
mlg_cli_meeting_count (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  g_autoptr (MlgRecord) meeting = find_meeting (cli, db, &error);
  g_autoptr (MlgMeetingFigures) figures =
      meeting != NULL ? mlg_meeting_count (db, mlg_record_get_id (meeting), &error) : NULL;
  JsonObject *object;

  if (figures == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (!cli->json)
    {
      print_figures (figures);
      return MLG_CLI_DONE;
    }
  object = write_count (&figures->total);
  json_object_set_int_member (object, "bodies", figures->bodies);
  json_object_set_array_member (object, "by_body", write_counts (figures->by_body));
  json_object_set_array_member (object, "by_role", write_counts (figures->by_role));
  mlg_cli_json_print (object);
  return MLG_CLI_DONE;
}

static void
print_register_as_json (GPtrArray *entries)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const MlgRegisterEntry *entry = entries->pdata[i];
      JsonObject *item = mlg_cli_json_record (entry->outcome);

      json_object_set_string_member (item, "meeting_title", entry->meeting_title);
      json_object_set_string_member (item, "day", entry->day);
      json_object_set_string_member (item, "who_name", entry->who);
      json_object_set_boolean_member (item, "late", entry->late);
      json_array_add_object_element (items, item);
    }
  mlg_cli_json_print_items (entries->len, items);
}

static void
print_register (GPtrArray *entries)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  mlg_cli_table_add (rows, _ ("Meeting"), _ ("Date"), _ ("Wording"), _ ("Responsible"),
                     _ ("Due on"), _ ("State"), NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      const MlgRegisterEntry *entry = entries->pdata[i];
      g_autofree char *due = mlg_record_dup_display (entry->outcome, MLG_OUTCOME_DUE_ON);
      g_autofree char *state = mlg_record_dup_display (entry->outcome, MLG_OUTCOME_STATE);

      mlg_cli_table_add (rows, entry->meeting_title, entry->day != NULL ? entry->day : "",
                         mlg_record_get_text (entry->outcome, MLG_OUTCOME_TEXT),
                         entry->who != NULL ? entry->who : "", due,
                         entry->late ? _ ("Late") : state, NULL);
    }
  mlg_cli_table_print (rows);
}

static MlgCliStatus
show_register (MlgCli *cli, GPtrArray *entries, GError *error)
{
  if (entries == NULL)
    return mlg_cli_fail (cli, error);
  if (cli->json)
    print_register_as_json (entries);
  else
    print_register (entries);
  return MLG_CLI_DONE;
}

/* meeting actions [--all]: late ones first. */
MlgCliStatus
mlg_cli_meeting_actions (MlgCli *cli, gboolean all)
{
  GError *error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) entries =
      db != NULL ? mlg_register_list_actions (db, all, NULL, &error) : NULL;

  return show_register (cli, entries, error);
}

/* meeting decisions */
MlgCliStatus
mlg_cli_meeting_decisions (MlgCli *cli)
{
  GError *error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) entries = db != NULL ? mlg_register_list_decisions (db, 0, &error) : NULL;

  return show_register (cli, entries, error);
}

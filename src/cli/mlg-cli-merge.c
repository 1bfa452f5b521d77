/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "members/mlg-body.h"
#include "members/mlg-distinction.h"
#include "members/mlg-duplicate.h"
#include "members/mlg-merge.h"
#include "members/mlg-person.h"
#include "members/mlg-removal.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "mlg-cli-table.h"
#include "store/mlg-action.h"

/* duplicates and merge: records that are there twice. */

static void
print_duplicates (GPtrArray *found)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < found->len; i++)
    {
      const MlgDuplicate *duplicate = found->pdata[i];
      g_autofree char *score = g_strdup_printf ("%.0f", 100 * duplicate->score);
      g_autofree char *first =
          g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", duplicate->first_name, duplicate->first);
      g_autofree char *second =
          g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", duplicate->second_name, duplicate->second);

      mlg_cli_table_add (rows, score, first, second, mlg_duplicate_get_reason_title (duplicate),
                         NULL);
    }
  mlg_cli_table_print (rows);
}

static void
print_duplicates_as_json (GPtrArray *found)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < found->len; i++)
    {
      const MlgDuplicate *duplicate = found->pdata[i];
      JsonObject *item = json_object_new ();

      mlg_cli_json_set_id (item, "id", duplicate->first);
      json_object_set_string_member (item, "kind", duplicate->kind->name);
      json_object_set_string_member (item, "name", duplicate->first_name);
      mlg_cli_json_set_id (item, "other", duplicate->second);
      json_object_set_string_member (item, "other_name", duplicate->second_name);
      json_object_set_double_member (item, "score", duplicate->score);
      json_object_set_string_member (item, "reason", mlg_duplicate_get_reason_title (duplicate));
      json_array_add_object_element (items, item);
    }
  mlg_cli_json_print_items (found->len, items);
}

static gboolean
is_member_kind (MlgCli *cli, const MlgKind *kind)
{
  if (kind == &mlg_body_kind || kind == &mlg_person_kind)
    return TRUE;
  mlg_cli_misuse (cli, _ ("members or people is expected"));
  return FALSE;
}

static gboolean
tell_apart (MlgConnection *db, gpointer data, GError **error)
{
  MlgRecord *const *pair = data;

  return mlg_distinction_add (db, mlg_record_get_kind (pair[0]), mlg_record_get_id (pair[0]),
                              mlg_record_get_id (pair[1]), error);
}

static MlgCliStatus
say_apart (MlgCli *cli, const MlgKind *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  g_autoptr (MlgRecord) one =
      db != NULL ? mlg_cli_find_record (db, kind, cli->arguments[1], &error) : NULL;
  g_autoptr (MlgRecord) other =
      one != NULL ? mlg_cli_find_record (db, kind, cli->arguments[2], &error) : NULL;
  MlgRecord *pair[] = { one, other };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *action = NULL;

  if (other == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  first = mlg_record_dup_name (one);
  second = mlg_record_dup_name (other);
  /* Translators: the name of an action in the history: two names. */
  action = g_strdup_printf (_ ("Tell %s and %s apart"), first, second);
  if (!mlg_connection_act (db, action, tell_apart, pair, NULL, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  mlg_cli_say (cli, "%s", action);
  return MLG_CLI_DONE;
}

static MlgCliStatus
list_duplicates (MlgCli *cli, const MlgKind *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (GPtrArray) found = NULL;

  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  if (db != NULL)
    found = mlg_duplicate_find (db, kind, &error);
  if (found == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_duplicates_as_json (found);
  else
    print_duplicates (found);
  return MLG_CLI_DONE;
}

/* duplicates [members|people] | duplicates --apart KIND ONE OTHER */
MlgCliStatus
mlg_cli_duplicates (MlgCli *cli)
{
  gboolean apart = FALSE;
  const GOptionEntry options[] = {
    { "apart", 'a', 0, G_OPTION_ARG_NONE, &apart,
      N_ ("Say that the two records that follow the kind are two, and not one"), NULL },
    { NULL },
  };
  const MlgKind *kind = &mlg_body_kind;
  guint n;

  if (!mlg_cli_parse (cli, options, 0, 3))
    return cli->status;
  n = mlg_cli_get_n_arguments (cli);
  if (apart ? n != 3 : n > 1)
    return mlg_cli_misuse (cli, _ ("%s is expected"), _ (cli->command->arguments));
  if (n > 0)
    kind = mlg_cli_find_kind (cli, cli->arguments[0]);
  if (kind == NULL || !is_member_kind (cli, kind))
    return cli->status;
  return apart ? say_apart (cli, kind) : list_duplicates (cli, kind);
}

static const char *
get_choice_name (MlgMergeChoice choice)
{
  switch (choice)
    {
    case MLG_MERGE_OTHER:
      return "other";
    case MLG_MERGE_BOTH:
      return "both";
    case MLG_MERGE_KEPT:
    default:
      return "kept";
    }
}

static void
print_plan (MlgCli *cli, const MlgMergePlan *plan)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < plan->fields->len; i++)
    {
      const MlgMergeField *field = plan->fields->pdata[i];

      mlg_cli_table_add (rows, field->title, field->kept_display, field->other_display,
                         get_choice_name (field->choice), field->conflict ? "!" : "", NULL);
    }
  if (rows->len > 0)
    mlg_cli_table_print (rows);
  for (guint i = 0; i < plan->moved->len; i++)
    {
      const MlgRemovalPart *part = plan->moved->pdata[i];

      /* Translators: a kind of record ("Functions") and how many move to the record that is kept. */
      mlg_cli_say (cli, _ ("%s moved: %u"), _ (part->kind->title_plural),
                   part->n_removed + part->n_released);
    }
}

static JsonObject *
write_plan (const MlgMergePlan *plan)
{
  JsonObject *object = json_object_new ();
  JsonArray *fields = json_array_new ();

  mlg_cli_json_set_id (object, "kept", plan->kept);
  mlg_cli_json_set_id (object, "other", plan->other);
  for (guint i = 0; i < plan->fields->len; i++)
    {
      const MlgMergeField *field = plan->fields->pdata[i];
      JsonObject *item = json_object_new ();

      json_object_set_string_member (
          item, "field", field->custom != 0 ? field->title : plan->kind->fields[field->field].name);
      json_object_set_string_member (item, "kept", field->kept);
      json_object_set_string_member (item, "other", field->other);
      json_object_set_boolean_member (item, "conflict", field->conflict);
      json_object_set_string_member (item, "choice", get_choice_name (field->choice));
      json_array_add_object_element (fields, item);
    }
  json_object_set_array_member (object, "fields", fields);
  return object;
}

/* Takes what the other record says in the fields that were named. */
static gboolean
choose_other (MlgCli *cli, MlgMergePlan *plan, const GStrv names)
{
  for (guint n = 0; names != NULL && names[n] != NULL; n++)
    {
      int wanted = mlg_cli_find_field (plan->kind, names[n]);
      gboolean found = FALSE;

      for (guint i = 0; i < plan->fields->len; i++)
        {
          MlgMergeField *field = plan->fields->pdata[i];

          if (field->custom != 0 ? !g_str_equal (field->title, names[n])
                                 : (int) field->field != wanted)
            continue;
          field->choice = MLG_MERGE_OTHER;
          found = TRUE;
        }
      if (!found && wanted < 0)
        {
          mlg_cli_misuse (cli, _ ("there is no field “%s”"), names[n]);
          return FALSE;
        }
    }
  return TRUE;
}

static MlgMergePlan *
make_plan (MlgCli *cli, MlgConnection *db, const MlgKind *kind, GError **error)
{
  g_autoptr (MlgRecord) kept = mlg_cli_find_record (db, kind, cli->arguments[1], error);
  g_autoptr (MlgRecord) other =
      kept != NULL ? mlg_cli_find_record (db, kind, cli->arguments[2], error) : NULL;

  if (other == NULL)
    return NULL;
  return mlg_merge_plan_new (db, kind, mlg_record_get_id (kept), mlg_record_get_id (other), error);
}

static gboolean
apply (MlgConnection *db, gpointer plan, GError **error)
{
  return mlg_merge_apply (db, plan, error);
}

static MlgCliStatus
merge (MlgCli *cli, const MlgKind *kind, const GStrv names, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_DEFAULT, &error);
  g_autoptr (MlgMergePlan) plan = db != NULL ? make_plan (cli, db, kind, &error) : NULL;
  g_autofree char *action = NULL;

  if (plan == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (!choose_other (cli, plan, names))
    return cli->status;
  /* Translators: the name of an action in the history: two names. */
  action = g_strdup_printf (_ ("Merge %s and %s"), plan->kept_name, plan->other_name);
  if (!dry_run && !mlg_connection_act (db, action, apply, plan, NULL, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    mlg_cli_json_print (write_plan (plan));
  else
    print_plan (cli, plan);
  mlg_cli_say (cli, "%s", action);
  return MLG_CLI_DONE;
}

/* merge KIND KEPT OTHER [--other FIELD…] [--dry-run] */
MlgCliStatus
mlg_cli_merge (MlgCli *cli)
{
  gboolean dry_run = FALSE;
  g_auto (GStrv) names = NULL;
  const GOptionEntry options[] = {
    { "other", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &names,
      N_ ("Take what the other record says in this field (may be repeated)"), N_ ("FIELD") },
    { "dry-run", 'd', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would be done"), NULL },
    { NULL },
  };
  const MlgKind *kind;

  if (!mlg_cli_parse (cli, options, 3, 3)
      || (kind = mlg_cli_find_kind (cli, cli->arguments[0])) == NULL)
    return cli->status;
  return merge (cli, kind, names, dry_run);
}

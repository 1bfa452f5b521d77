/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "document/mlg-document-write.h"
#include "members/mlg-person-mentions.h"
#include "members/mlg-person.h"
#include "members/mlg-privacy.h"
#include "members/mlg-removal.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-record.h"
#include "mlg-cli-table.h"
#include "mlg-new-file.h"
#include "store/mlg-record-sql.h"

/* privacy: what people may ask of those who hold their data. */

/* What an erasure cannot reach. */
static const char copies[] = N_ (
    "Copies made elsewhere are not reached: exports, papers, other copies of the file. Erase them "
    "where they are.");

static void
say_issues (MlgCli *cli, MlgIssueList *issues)
{
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    {
      g_autofree char *text = mlg_issue_to_text (mlg_issue_list_get (issues, i));

      mlg_cli_say (cli, "%s", text);
    }
}

static gboolean
save (MlgCli *cli, MlgDocument *document, const char *path, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  if (!mlg_document_save (document, path, issues, cli->cancellable, error))
    return FALSE;
  say_issues (cli, issues);
  return TRUE;
}

/* For machines when the name ends in .xml, else for people. */
static gboolean
write_person (MlgCli *cli, MlgConnection *db, gint64 person, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (MlgDocument) document = NULL;
  g_autoptr (GBytes) xml = NULL;

  if (g_str_has_suffix (path, ".xml"))
    {
      xml = mlg_privacy_export_xml (db, person, error);
      return xml != NULL && mlg_new_file_write (file, xml, cli->cancellable, error);
    }
  document = mlg_privacy_export_document (db, person, error);
  return document != NULL && save (cli, document, path, error);
}

static gboolean
export_person (MlgCli *cli, MlgConnection *db, GError **error)
{
  g_autoptr (MlgRecord) person =
      mlg_cli_find_record (db, &mlg_person_kind, cli->arguments[1], error);

  if (person == NULL
      || !write_person (cli, db, mlg_record_get_id (person), cli->arguments[2], error))
    return FALSE;
  mlg_cli_say (cli, "%s", cli->arguments[2]);
  return TRUE;
}

static JsonObject *
write_part (const MlgRemovalPart *part)
{
  JsonObject *item = json_object_new ();

  json_object_set_string_member (item, "kind", part->kind->name);
  json_object_set_int_member (item, "removed", part->n_removed);
  json_object_set_int_member (item, "released", part->n_released);
  return item;
}

static void
say_foreseen (MlgCli *cli, MlgRecord *person, GPtrArray *parts)
{
  g_autofree char *name = mlg_record_dup_name (person);

  mlg_cli_say (cli, _ ("Nothing is written: this is what would be done."));
  mlg_cli_say (cli, _ ("%s would be erased"), name);
  for (guint i = 0; i < parts->len; i++)
    {
      const MlgRemovalPart *part = parts->pdata[i];

      /* Translators: a kind of record ("Functions"), and how many. */
      mlg_cli_say (cli, _ ("%s: %u would go too, %u would stay without the person"),
                   _ (part->kind->title_plural), part->n_removed, part->n_released);
    }
}

/* privacy erase PERSON --dry-run */
static gboolean
foresee_erasure (MlgCli *cli, MlgConnection *db, GError **error)
{
  g_autoptr (MlgRecord) person =
      mlg_cli_find_record (db, &mlg_person_kind, cli->arguments[1], error);
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (GPtrArray) parts =
      person != NULL ? mlg_removal_foresee (db, &mlg_person_kind, mlg_record_get_id (person), error)
                     : NULL;
  JsonArray *items;
  JsonObject *object;

  if (parts == NULL || !mlg_person_foresee_mentions (db, mlg_record_get_id (person), left, error))
    return FALSE;
  say_foreseen (cli, person, parts);
  say_issues (cli, left);
  mlg_cli_say (cli, "%s", _ (copies));
  if (!cli->json)
    return TRUE;
  object = json_object_new ();
  items = json_array_new ();
  for (guint i = 0; i < parts->len; i++)
    json_array_add_object_element (items, write_part (parts->pdata[i]));
  mlg_cli_json_set_id (object, "would_erase", mlg_record_get_id (person));
  json_object_set_array_member (object, "parts", items);
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (left));
  mlg_cli_json_print (object);
  return TRUE;
}

static gboolean
erase_person (MlgCli *cli, MlgConnection *db, GError **error)
{
  g_autoptr (MlgRecord) person =
      mlg_cli_find_record (db, &mlg_person_kind, cli->arguments[1], error);
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  JsonObject *object;

  if (person == NULL || !mlg_person_erase (db, mlg_record_get_id (person), left, NULL, error))
    return FALSE;
  say_issues (cli, left);
  mlg_cli_say (cli, _ ("Erased; this cannot be undone"));
  mlg_cli_say (cli, "%s", _ (copies));
  if (!cli->json)
    return TRUE;
  object = json_object_new ();
  mlg_cli_json_set_id (object, "erased", mlg_record_get_id (person));
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (left));
  mlg_cli_json_print (object);
  return TRUE;
}

static void
print_reviews (GPtrArray *reviews)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < reviews->len; i++)
    {
      const MlgReview *review = reviews->pdata[i];

      mlg_cli_table_add (rows, review->due, review->name, mlg_review_get_reason_title (review),
                         NULL);
    }
  mlg_cli_table_print (rows);
}

static void
print_reviews_as_json (GPtrArray *reviews)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < reviews->len; i++)
    {
      const MlgReview *review = reviews->pdata[i];
      JsonObject *item = json_object_new ();

      mlg_cli_json_set_id (item, "id", review->person);
      json_object_set_string_member (item, "kind", mlg_person_kind.name);
      json_object_set_string_member (item, "name", review->name);
      json_object_set_string_member (item, "due", review->due);
      json_object_set_string_member (item, "reason", mlg_review_get_reason_title (review));
      json_object_set_string_member (item, "last_contact", review->last_contact);
      json_object_set_int_member (item, "functions", review->n_functions);
      json_array_add_object_element (items, item);
    }
  mlg_cli_json_print_items (reviews->len, items);
}

static gboolean
list_reviews (MlgCli *cli, MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) reviews = mlg_privacy_list_reviews (db, cli->arguments[1], error);

  if (reviews == NULL)
    return FALSE;
  if (cli->json)
    print_reviews_as_json (reviews);
  else
    print_reviews (reviews);
  return TRUE;
}

static gboolean
write_register (MlgCli *cli, MlgConnection *db, GError **error)
{
  g_autoptr (MlgDocument) document = mlg_privacy_make_register (db, error);

  if (document == NULL || !save (cli, document, cli->arguments[1], error))
    return FALSE;
  mlg_cli_say (cli, "%s", cli->arguments[1]);
  return TRUE;
}

typedef struct
{
  const char *name;
  guint least, most; /* how many words there are, with the name */
  MlgOpenFlags flags;
  gboolean (*run) (MlgCli *cli, MlgConnection *db, GError **error);
} Task;

static const Task *
find_task (MlgCli *cli, gboolean dry_run)
{
  static const Task foresight = { "erase", 2, 2, MLG_OPEN_READ_ONLY, foresee_erasure };
  static const Task tasks[] = {
    { "export", 3, 3, MLG_OPEN_READ_ONLY, export_person },
    { "erase", 2, 2, MLG_OPEN_DEFAULT, erase_person },
    { "reviews", 1, 2, MLG_OPEN_READ_ONLY, list_reviews },
    { "register", 2, 2, MLG_OPEN_READ_ONLY, write_register },
  };
  guint n = mlg_cli_get_n_arguments (cli);

  if (dry_run && n == foresight.least && g_str_equal (foresight.name, cli->arguments[0]))
    return &foresight;
  for (guint i = 0; !dry_run && i < G_N_ELEMENTS (tasks); i++)
    if (g_str_equal (tasks[i].name, cli->arguments[0]) && n >= tasks[i].least && n <= tasks[i].most)
      return &tasks[i];
  mlg_cli_misuse (cli, _ ("%s is expected"), _ (cli->command->arguments));
  return NULL;
}

/* privacy export PERSON OUT | erase PERSON [--dry-run] | reviews [DATE] | register OUT */
MlgCliStatus
mlg_cli_privacy (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  const Task *task;
  gboolean dry_run = FALSE;
  const GOptionEntry options[] = {
    { "dry-run", 'd', 0, G_OPTION_ARG_NONE, &dry_run,
      N_ ("Of an erasure: only say what would be done"), NULL },
    { NULL },
  };

  if (!mlg_cli_parse (cli, options, 1, 3) || (task = find_task (cli, dry_run)) == NULL)
    return cli->status;
  db = mlg_cli_open (cli, task->flags, &error);
  if (db == NULL || !task->run (cli, db, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  return MLG_CLI_DONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "library/mlg-clause-bar.h"
#include "library/mlg-clause-uses.h"
#include "library/mlg-clause.h"
#include "library/mlg-compose.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-template-difference.h"
#include "library/mlg-template-record.h"
#include "mlg-cli-json.h"
#include "mlg-cli-library.h"
#include "mlg-cli-record.h"
#include "mlg-cli-table.h"
#include "store/mlg-record-sql.h"
#include "document/mlg-xml.h"
#include "template/mlg-rules-since.h"

/* library uses|wordings|bar CLAUSE, compare TEMPLATE REVISION [REVISION], law TEMPLATE, news DRAFT: what is looked at, and
 * nothing changed. */

/* Rows of text and the same as objects, to be printed one way or the other. */
typedef struct
{
  MlgCli *cli;
  GPtrArray *rows;  /* (owned) */
  JsonArray *items; /* (owned) */
} Printing;

static JsonObject *
add_item (Printing *self)
{
  JsonObject *item = json_object_new ();

  json_array_add_object_element (self->items, item);
  return item;
}

static void
finish (Printing *self)
{
  if (self->cli->json)
    mlg_cli_json_print_items (json_array_get_length (self->items), self->items);
  else
    {
      mlg_cli_table_print (self->rows);
      json_array_unref (self->items);
    }
  g_ptr_array_unref (self->rows);
}

static void
start (Printing *self, MlgCli *cli)
{
  self->cli = cli;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->items = json_array_new ();
}

static gboolean
print_uses (MlgCli *cli, MlgConnection *db, MlgRecord *clause, GError **error)
{
  g_autoptr (GPtrArray) uses = mlg_clause_list_uses (db, mlg_record_get_id (clause), error);
  Printing printing;

  if (uses == NULL)
    return FALSE;
  start (&printing, cli);
  mlg_cli_table_add (printing.rows, _ ("Template"), _ ("Piece"), _ ("Older wording kept"), NULL);
  for (guint i = 0; i < uses->len; i++)
    {
      const MlgClauseUsage *usage = uses->pdata[i];
      g_autofree char *kept =
          usage->kept != 0 ? g_strdup_printf ("%u", usage->kept) : g_strdup ("");
      JsonObject *item = add_item (&printing);

      mlg_cli_table_add (printing.rows, usage->template_title, usage->piece_title, kept, NULL);
      mlg_cli_json_set_id (item, "id", usage->use);
      mlg_cli_json_set_id (item, "template", usage->template);
      json_object_set_string_member (item, "name", usage->template_title);
      json_object_set_string_member (item, "piece", usage->piece_title);
      json_object_set_int_member (item, "kept", usage->kept);
    }
  finish (&printing);
  return TRUE;
}

static gboolean
print_wordings (MlgCli *cli, MlgConnection *db, MlgRecord *clause, GError **error)
{
  g_autoptr (GPtrArray) wordings = mlg_clause_list_wordings (db, mlg_record_get_id (clause), error);
  Printing printing;

  if (wordings == NULL)
    return FALSE;
  start (&printing, cli);
  mlg_cli_table_add (printing.rows, _ ("Revision"), _ ("Replaced on"), _ ("Templates"), NULL);
  for (guint i = 0; i < wordings->len; i++)
    {
      const MlgClauseWording *wording = wordings->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", wording->revision);
      g_autofree char *templates = g_strdup_printf ("%u", wording->n_templates);
      JsonObject *item = add_item (&printing);

      mlg_cli_table_add (printing.rows, number, wording->until != NULL ? wording->until : "",
                         templates, NULL);
      json_object_set_int_member (item, "revision", wording->revision);
      json_object_set_int_member (item, "templates", wording->n_templates);
      json_object_set_string_member (item, "text", wording->text);
    }
  finish (&printing);
  return TRUE;
}

static gboolean
print_bar (MlgCli *cli, MlgConnection *db, MlgRecord *clause, GError **error)
{
  g_autoptr (GPtrArray) bars = mlg_clause_get_bar (db, mlg_record_get_id (clause), error);
  Printing printing;

  if (bars == NULL)
    return FALSE;
  start (&printing, cli);
  mlg_cli_table_add (printing.rows, _ ("Ambition"), _ ("Feedback sheets"), _ ("Offers received"),
                     _ ("Fewest"), _ ("Most"), _ ("Without any offer"), NULL);
  for (guint i = 0; i < bars->len; i++)
    {
      const MlgClauseBar *bar = bars->pdata[i];
      const char *title =
          bar->ambition != NULL ? mlg_code_list_get_title (&mlg_ambitions, bar->ambition) : NULL;
      const guint figures[] = { bar->sheets, bar->offers, bar->least, bar->most, bar->fruitless };
      static const char *const names[] = { "sheets", "offers", "least", "most", "fruitless" };
      JsonObject *item = add_item (&printing);
      GStrv row = g_new0 (char *, G_N_ELEMENTS (figures) + 2);

      row[0] = g_strdup (title != NULL ? _ (title) : "");
      if (bar->ambition != NULL)
        json_object_set_string_member (item, "ambition", bar->ambition);
      for (guint j = 0; j < G_N_ELEMENTS (figures); j++)
        {
          row[j + 1] = g_strdup_printf ("%u", figures[j]);
          json_object_set_int_member (item, names[j], figures[j]);
        }
      json_object_set_int_member (item, "counted", bar->counted);
      g_ptr_array_add (printing.rows, row);
    }
  finish (&printing);
  return TRUE;
}

static const char *
get_fate (MlgPassageFate fate)
{
  static const char *const nicks[] = { "same", "changed", "added", "removed" };

  return nicks[fate];
}

/* Words that went stand in square brackets, those that came in braces. */
static char *
write_runs (const MlgPassage *passage)
{
  static const char *const marks[][2] = {
    [MLG_WORDS_KEPT] = { "", "" },
    [MLG_WORDS_REMOVED] = { "[-", "-]" },
    [MLG_WORDS_ADDED] = { "{+", "+}" },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; passage->runs != NULL && i < passage->runs->len; i++)
    {
      const MlgWordRun *run = passage->runs->pdata[i];
      gsize length = strlen (run->text);
      gsize words = length;

      while (words > 0 && strchr (" \n", run->text[words - 1]) != NULL)
        words--;
      g_string_append_printf (text, "%s%.*s%s%s", marks[run->fate][0], (int) words, run->text,
                              marks[run->fate][1], run->text + words);
    }
  return g_string_free (text, FALSE);
}

static void
print_passages (MlgCli *cli, GPtrArray *passages)
{
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < passages->len; i++)
    {
      const MlgPassage *passage = passages->pdata[i];
      g_autofree char *runs = write_runs (passage);
      JsonObject *item;

      if (passage->fate == MLG_PASSAGE_SAME)
        continue;
      if (!cli->json)
        {
          g_print ("%s: %s%s%s\n", get_fate (passage->fate),
                   passage->piece != NULL ? passage->piece : "",
                   passage->piece != NULL ? " / " : "", passage->title);
          if (*runs != '\0')
            g_print ("%s\n", runs);
          continue;
        }
      item = json_object_new ();
      json_object_set_string_member (item, "fate", get_fate (passage->fate));
      json_object_set_string_member (item, "name", passage->title);
      if (passage->piece != NULL)
        json_object_set_string_member (item, "piece", passage->piece);
      if (passage->uri != NULL)
        json_object_set_string_member (item, "uri", passage->uri);
      json_object_set_string_member (item, "difference", runs);
      json_array_add_object_element (items, item);
    }
  if (cli->json)
    mlg_cli_json_print_items (json_array_get_length (items), items);
  else
    json_array_unref (items);
}

/* The answer is no when nothing differs from what is there. */
static MlgCliStatus
tell_passages (MlgCli *cli, GPtrArray *passages, GError **error)
{
  if (passages == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (error));
  print_passages (cli, passages);
  return mlg_template_count_changed (passages) > 0 ? MLG_CLI_NO : MLG_CLI_DONE;
}

static MlgTemplate *
read_revision (MlgCli *cli, MlgConnection *db, MlgRecord *template, guint argument, GError **error)
{
  gint64 id = mlg_record_get_id (template);

  if (argument >= mlg_cli_get_n_arguments (cli))
    return mlg_compose_template (db, id, NULL, error);
  return mlg_compose_older (db, id, (guint) g_ascii_strtoull (cli->arguments[argument], NULL, 10),
                            NULL, error);
}

static MlgCliStatus
compare (MlgCli *cli, MlgConnection *db, MlgRecord *template)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) before = read_revision (cli, db, template, 2, &error);
  g_autoptr (MlgTemplate) after =
      before != NULL ? read_revision (cli, db, template, 3, &error) : NULL;
  g_autoptr (GPtrArray) passages = after != NULL ? mlg_template_compare (before, after) : NULL;

  return tell_passages (cli, passages, &error);
}

static MlgCliStatus
print_news (MlgCli *cli, MlgConnection *db, MlgRecord *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) passages = mlg_draft_compare (db, mlg_record_get_id (draft), &error);

  return tell_passages (cli, passages, &error);
}

/* law TEMPLATE: the rules that came into force since it was checked last. The answer is no when there are. */
static MlgCliStatus
print_law (MlgCli *cli, MlgConnection *db, MlgRecord *template)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_auto (GStrv) paths = mlg_rules_list_shipped (&error);
  g_autoptr (MlgRules) rules =
      paths != NULL ? mlg_rules_read ((const char *const *) paths, issues, cli->cancellable, &error)
                    : NULL;
  g_autoptr (GPtrArray) news = NULL;
  Printing printing;

  if (rules == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  news = mlg_rules_list_since (
      rules, mlg_record_get_text (template, MLG_TEMPLATE_RECORD_CHECKED_ON), NULL);
  start (&printing, cli);
  for (guint i = 0; i < news->len; i++)
    {
      const xmlNode *rule = news->pdata[i];
      g_autofree char *title = mlg_rules_get_text (rule, "title");
      JsonObject *item = add_item (&printing);

      mlg_cli_table_add (printing.rows, mlg_xml_get (rule, "id"), mlg_xml_get (rule, "from"), title,
                         NULL);
      json_object_set_string_member (item, "id", mlg_xml_get (rule, "id"));
      json_object_set_string_member (item, "from", mlg_xml_get (rule, "from"));
      json_object_set_string_member (item, "name", title);
    }
  finish (&printing);
  return news->len > 0 ? MLG_CLI_NO : MLG_CLI_DONE;
}

static const struct
{
  const char *name;
  const MlgKind *kind;
  guint most; /* arguments, with the verb */
  gboolean (*print) (MlgCli *cli, MlgConnection *db, MlgRecord *record, GError **error);
  MlgCliStatus (*run) (MlgCli *cli, MlgConnection *db, MlgRecord *record);
} looks[] = {
  { "uses", &mlg_clause_kind, 2, print_uses, NULL },
  { "wordings", &mlg_clause_kind, 2, print_wordings, NULL },
  { "bar", &mlg_clause_kind, 2, print_bar, NULL },
  { "compare", &mlg_template_record_kind, 4, NULL, compare },
  { "news", &mlg_draft_kind, 2, NULL, print_news },
  { "law", &mlg_template_record_kind, 2, NULL, print_law },
};

static MlgCliStatus
look (MlgCli *cli, guint verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  g_autoptr (MlgRecord) record =
      db != NULL ? mlg_cli_find_record (db, looks[verb].kind, cli->arguments[1], &error) : NULL;

  if (record != NULL && looks[verb].run != NULL)
    return looks[verb].run (cli, db, record);
  if (record == NULL || !looks[verb].print (cli, db, record, &error))
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  return MLG_CLI_DONE;
}

/* See the header. */
MlgCliStatus
mlg_cli_library_look (MlgCli *cli)
{
  const char *verb = cli->arguments[0];

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].name, verb))
      return mlg_cli_get_n_arguments (cli) <= looks[i].most
                 ? look (cli, i)
                 : mlg_cli_misuse (cli, _ ("%s takes other arguments"), verb);
  return mlg_cli_misuse (cli, _ ("“%s” was not expected"), verb);
}

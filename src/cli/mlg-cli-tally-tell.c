/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "mlg-cli-table.h"
#include "mlg-cli-tally.h"

/* What a count says, for people and for programs. */

static JsonArray *
write_ranking (const MlgTally *tally, MlgTallyMethod method)
{
  g_autoptr (GPtrArray) levels = mlg_tally_list_levels (tally, method);
  JsonArray *ranking = json_array_new ();

  for (guint i = 0; i < levels->len; i++)
    {
      GArray *level = levels->pdata[i];
      JsonArray *names = json_array_new ();

      for (guint j = 0; j < level->len; j++)
        json_array_add_string_element (names, tally->options[g_array_index (level, guint, j)]);
      json_array_add_array_element (ranking, names);
    }
  return ranking;
}

static JsonObject *
write_result (const MlgTally *tally, MlgTallyMethod method)
{
  const MlgTallyResult *result = &tally->results[method];
  JsonObject *object = json_object_new ();
  JsonObject *scores;

  json_object_set_array_member (object, "ranking", write_ranking (tally, method));
  if (result->scores == NULL)
    return object;
  scores = json_object_new ();
  for (guint i = 0; i < tally->n; i++)
    if (isfinite (result->scores[i]))
      json_object_set_double_member (scores, tally->options[i], result->scores[i]);
  json_object_set_object_member (object, "scores", scores);
  return object;
}

static JsonObject *
write_methods (const MlgTally *tally)
{
  JsonObject *methods = json_object_new ();

  for (guint m = 0; m < MLG_N_TALLY_METHODS; m++)
    if (tally->results[m].places != NULL)
      json_object_set_object_member (methods, mlg_tally_method_get_name (m),
                                     write_result (tally, m));
  return methods;
}

static JsonArray *
write_pairs (const MlgTally *tally)
{
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < tally->n; i++)
    {
      JsonArray *row = json_array_new ();

      for (guint j = 0; j < tally->n; j++)
        json_array_add_double_element (row, mlg_tally_get_pair (tally, i, j));
      json_array_add_array_element (rows, row);
    }
  return rows;
}

static void
set_text (JsonObject *object, const char *member, char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
  g_free (text);
}

static JsonObject *
write_tally (const MlgTally *tally)
{
  JsonObject *object = json_object_new ();
  JsonArray *options = json_array_new ();

  json_object_set_int_member (object, "ballots", (gint64) tally->ballots);
  json_object_set_double_member (object, "weight", tally->weight);
  if (tally->hands > 0)
    json_object_set_int_member (object, "hands", (gint64) tally->hands);
  for (guint i = 0; i < tally->n; i++)
    json_array_add_string_element (options, tally->options[i]);
  json_object_set_array_member (object, "options", options);
  json_object_set_string_member (object, "unranked",
                                 tally->unranked == MLG_UNRANKED_LAST ? "last" : "silent");
  set_text (object, "condorcet_winner",
            tally->condorcet >= 0 ? g_strdup (tally->options[tally->condorcet]) : NULL);
  json_object_set_object_member (object, "methods", write_methods (tally));
  json_object_set_array_member (object, "pairwise", write_pairs (tally));
  set_text (object, "dependence", mlg_tally_explain_methods (tally));
  return object;
}

static MlgTallyMethod
find_first (const MlgTally *tally)
{
  guint m = 0;

  while (m + 1 < MLG_N_TALLY_METHODS && tally->results[m].places == NULL)
    m++;
  return m;
}

static JsonObject *
write_split (const MlgTally *tally, GPtrArray *groups)
{
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      const MlgTallyGroup *group = groups->pdata[i];
      JsonObject *item = group->tally != NULL ? write_tally (group->tally) : json_object_new ();

      json_object_set_string_member (item, "group", group->label);
      json_object_set_boolean_member (item, "hidden", group->tally == NULL);
      json_array_add_object_element (items, item);
    }
  json_object_set_array_member (object, "groups", items);
  set_text (object, "dependence", mlg_tally_explain_groups (tally, groups, find_first (tally)));
  return object;
}

/* See the header. */
JsonObject *
mlg_cli_tally_to_json (const MlgCliTally *told)
{
  JsonObject *object = write_tally (told->tally);
  JsonObject *splits = json_object_new ();

  for (guint i = 0; i < told->splits->len; i++)
    json_object_set_object_member (splits, mlg_ballot_split_get_name (told->split_names[i]),
                                   write_split (told->tally, told->splits->pdata[i]));
  json_object_set_object_member (object, "splits", splits);
  json_object_set_array_member (object, "issues", mlg_cli_json_issues (told->issues));
  return object;
}

static void
print_methods (const MlgTally *tally)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  mlg_cli_table_add (rows, _ ("Method"), _ ("Ranking"), NULL);
  for (guint m = 0; m < MLG_N_TALLY_METHODS; m++)
    if (tally->results[m].places != NULL)
      {
        g_autofree char *ranking = mlg_tally_format_ranking (tally, m);

        mlg_cli_table_add (rows, mlg_tally_method_get_title (m), ranking, NULL);
      }
  mlg_cli_table_print (rows);
}

static void
print_split (MlgCli *cli, const MlgTally *tally, MlgBallotSplit split, GPtrArray *groups)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *dependence = mlg_tally_explain_groups (tally, groups, find_first (tally));

  mlg_cli_table_add (rows, mlg_ballot_split_get_title (split), _ ("Answers"), _ ("Ranking"), NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const MlgTallyGroup *group = groups->pdata[i];
      g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, group->ballots);
      g_autofree char *ranking = mlg_tally_group_format_ranking (group, find_first (tally));

      mlg_cli_table_add (rows, group->label, group->tally != NULL ? n : "", ranking, NULL);
    }
  mlg_cli_say (cli, "%s", "");
  mlg_cli_table_print (rows);
  if (dependence != NULL)
    mlg_cli_say (cli, "%s", dependence);
}

/* See the header. */
void
mlg_cli_tally_print (MlgCli *cli, const MlgCliTally *told)
{
  const MlgTally *tally = told->tally;
  g_autofree char *dependence = mlg_tally_explain_methods (tally);
  g_autofree char *ballots = g_strdup_printf ("%" G_GUINT64_FORMAT, tally->ballots);

  mlg_cli_say (cli, _ ("Ballots: %s; weight: %g; %s"), ballots, tally->weight,
               tally->unranked == MLG_UNRANKED_LAST ? _ ("what is not ranked is last")
                                                    : _ ("what is not ranked says nothing"));
  print_methods (tally);
  if (tally->condorcet >= 0)
    mlg_cli_say (cli, _ ("Beats each other option: %s"), tally->options[tally->condorcet]);
  mlg_cli_say (cli, "%s", dependence);
  for (guint i = 0; i < told->splits->len; i++)
    print_split (cli, tally, told->split_names[i], told->splits->pdata[i]);
  mlg_cli_say_issues (cli, told->issues);
}

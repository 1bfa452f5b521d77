/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "mlg-cli-check.h"
#include "mlg-cli-json.h"

/* What a check found, for people and for programs. */

static guint
count (GPtrArray *results, MlgOutcome outcome)
{
  guint n = 0;

  for (guint i = 0; i < results->len; i++)
    n += ((MlgCheckResult *) results->pdata[i])->outcome == outcome;
  return n;
}

static JsonArray *
to_array (GPtrArray *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);
  return array;
}

static JsonArray *
missing_to_json (GPtrArray *missing)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < missing->len; i++)
    {
      const MlgCheckMissing *each = missing->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", each->name);
      json_object_set_string_member (object, "text", each->text);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
places_to_json (GPtrArray *places)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      const MlgCheckPlace *place = places->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "line", place->line);
      json_object_set_int_member (object, "column", place->column);
      json_object_set_string_member (object, "text", place->text);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
fixes_to_json (GPtrArray *fixes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < fixes->len; i++)
    json_array_add_string_element (array, ((MlgCheckFix *) fixes->pdata[i])->text);
  return array;
}

static JsonArray *
sources_to_json (GPtrArray *sources)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < sources->len; i++)
    {
      const MlgCheckSource *source = sources->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "text", source->text);
      json_object_set_string_member (object, "confidence", source->confidence);
      json_object_set_string_member (object, "checked", source->checked);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
own_to_json (GPtrArray *own)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < own->len; i++)
    {
      const MlgCheckThreshold *threshold = own->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", threshold->name);
      json_object_set_double_member (object, "amount", g_ascii_strtod (threshold->amount, NULL));
      json_object_set_string_member (object, "from", threshold->from);
      json_object_set_string_member (object, "source", threshold->source);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
result_to_json (const MlgCheckResult *result)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", result->id);
  json_object_set_string_member (object, "outcome", mlg_outcome_to_nick (result->outcome));
  json_object_set_string_member (object, "severity", result->severity);
  json_object_set_string_member (object, "title", result->title);
  json_object_set_string_member (object, "message", result->message);
  json_object_set_string_member (object, "from", result->from);
  json_object_set_string_member (object, "until", result->until);
  json_object_set_array_member (object, "missing", missing_to_json (result->missing));
  json_object_set_array_member (object, "remarks", to_array (result->remarks));
  json_object_set_array_member (object, "where", places_to_json (result->places));
  json_object_set_array_member (object, "fixes", fixes_to_json (result->fixes));
  json_object_set_array_member (object, "sources", sources_to_json (result->sources));
  json_object_set_array_member (object, "own-thresholds", own_to_json (result->own));
  return object;
}

static JsonObject *
codes_to_json (GPtrArray *codes)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < codes->len; i++)
    {
      const MlgProposedCodes *proposed = codes->pdata[i];

      json_object_set_array_member (object, proposed->field, to_array (proposed->codes));
    }
  return object;
}

static void
print_json (GPtrArray *results, GPtrArray *codes)
{
  JsonObject *object = json_object_new ();
  JsonObject *summary = json_object_new ();
  JsonArray *rules = json_array_new ();

  for (guint i = 0; i < results->len; i++)
    json_array_add_object_element (rules, result_to_json (results->pdata[i]));
  for (MlgOutcome outcome = 0; outcome <= MLG_OUTCOME_LAST; outcome++)
    json_object_set_int_member (summary, mlg_outcome_to_nick (outcome), count (results, outcome));
  json_object_set_array_member (object, "rules", rules);
  json_object_set_object_member (object, "summary", summary);
  if (codes != NULL)
    json_object_set_object_member (object, "codes", codes_to_json (codes));
  mlg_cli_json_print (object);
}

static void
say_own (MlgCli *cli, const MlgCheckResult *result)
{
  for (guint i = 0; i < result->own->len; i++)
    {
      g_autofree char *text = mlg_check_tell_threshold (result->own->pdata[i]);

      mlg_cli_say (cli, "      %s", text);
    }
}

/* What wants work is told in full. */
static void
say_whole (MlgCli *cli, const MlgCheckResult *result)
{
  mlg_cli_say (cli, "  %s  %s (%s)", result->id, result->title,
               mlg_check_severity_get_title (result->severity));
  mlg_cli_say (cli, "      %s", result->message);
  for (guint i = 0; i < result->missing->len; i++)
    {
      const MlgCheckMissing *missing = result->missing->pdata[i];

      /* Translators: what is not known of a purchase, and the word by which it is given. */
      mlg_cli_say (cli, _ ("      unknown: %s (%s)"), missing->text, missing->name);
    }
  for (guint i = 0; i < result->remarks->len; i++)
    mlg_cli_say (cli, _ ("      look at: %s"), (char *) result->remarks->pdata[i]);
  for (guint i = 0; i < result->places->len; i++)
    {
      const MlgCheckPlace *place = result->places->pdata[i];

      mlg_cli_say (cli, _ ("      line %d: %s"), place->line, place->text);
    }
  for (guint i = 0; i < result->fixes->len; i++)
    mlg_cli_say (cli, _ ("      to do: %s"), ((MlgCheckFix *) result->fixes->pdata[i])->text);
  for (guint i = 0; i < result->sources->len; i++)
    mlg_cli_say (cli, _ ("      source: %s"), ((MlgCheckSource *) result->sources->pdata[i])->text);
}

static void
say (MlgCli *cli, GPtrArray *results)
{
  for (MlgOutcome outcome = 0; outcome <= MLG_OUTCOME_LAST; outcome++)
    {
      /* Translators: what became of rules ("Met"), and of how many of them. */
      mlg_cli_say (cli, _ ("%s: %u"), mlg_outcome_get_title (outcome), count (results, outcome));
      for (guint i = 0; i < results->len; i++)
        {
          const MlgCheckResult *result = results->pdata[i];

          if (result->outcome == outcome && outcome <= MLG_OUTCOME_TO_CHECK)
            say_whole (cli, result);
          else if (result->outcome == outcome)
            mlg_cli_say (cli, "  %s  %s", result->id, result->title);
          if (result->outcome == outcome)
            say_own (cli, result);
        }
    }
}

static void
say_codes (MlgCli *cli, GPtrArray *codes)
{
  mlg_cli_say (cli, "%s", _ ("Codes proposed for publication:"));
  for (guint i = 0; i < codes->len; i++)
    {
      const MlgProposedCodes *proposed = codes->pdata[i];
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint j = 0; j < proposed->codes->len; j++)
        g_string_append_printf (list, "%s%s", j > 0 ? ", " : "",
                                (char *) proposed->codes->pdata[j]);
      if (list->len > 0)
        mlg_cli_say (cli, "  %s  %s", proposed->field, list->str);
    }
}

/**
 * mlg_cli_tell_check:
 * @results: (element-type MlgCheckResult): what a check gave
 * @codes: (nullable) (element-type MlgProposedCodes): what may be published of it
 *
 * Tells people what became of the rules, what wants work first; or prints it as JSON.
 */
void
mlg_cli_tell_check (MlgCli *cli, GPtrArray *results, GPtrArray *codes)
{
  say (cli, results);
  if (codes != NULL)
    say_codes (cli, codes);
  if (cli->json)
    print_json (results, codes);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "document/mlg-document-file.h"
#include "library/mlg-clause.h"
#include "library/mlg-outline-plan.h"
#include "library/mlg-piece.h"
#include "mlg-cli-document.h"
#include "mlg-cli-json.h"
#include "mlg-cli-library.h"

/* A colleague's document on its way into the library: how it is to be cut. */

static const char *
get_cut (const MlgPlanItem *item)
{
  static const char *const nicks[] = { "piece", "section", "clause" };

  return item->inside ? "inside" : nicks[item->cut];
}

static JsonObject *
write_item (const MlgPlanItem *item)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "cut", get_cut (item));
  json_object_set_int_member (object, "level", item->level);
  json_object_set_string_member (object, "name", item->title);
  if (item->cut == MLG_CUT_PIECE)
    json_object_set_string_member (object, "role", item->role);
  if (item->cut != MLG_CUT_CLAUSE || item->inside)
    return object;
  json_object_set_string_member (object, "phase", item->phase);
  if (item->dimension != NULL)
    json_object_set_string_member (object, "dimension", item->dimension);
  if (item->known == 0)
    return object;
  mlg_cli_json_set_id (object, "known", item->known);
  json_object_set_string_member (object, "known_name", item->known_title);
  json_object_set_double_member (object, "likeness", item->likeness);
  json_object_set_boolean_member (object, "take_known", item->take_known);
  return object;
}

static void
say_item (MlgCli *cli, const MlgPlanItem *item)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%*s%s “%s”", (int) (2 * item->level), "", get_cut (item),
                          item->title);
  if (item->cut == MLG_CUT_PIECE)
    g_string_append_printf (line, ", %s",
                            _ (mlg_code_list_get_title (&mlg_piece_roles, item->role)));
  if (item->cut == MLG_CUT_CLAUSE && !item->inside)
    g_string_append_printf (
        line, ", %s%s%s", _ (mlg_code_list_get_title (&mlg_clause_phases, item->phase)),
        item->dimension != NULL ? ", " : "", item->dimension != NULL ? item->dimension : "");
  if (item->known != 0 && item->cut == MLG_CUT_CLAUSE && !item->inside)
    {
      g_string_append (line, "; ");
      g_string_append_printf (line, _ ("like “%s” (%.0f %%)"), item->known_title,
                              100 * item->likeness);
    }
  mlg_cli_say (cli, "%s", line->str);
}

/* See the header. */
MlgTemplate *
mlg_cli_plan_document (MlgCli *cli,
                       MlgConnection *db,
                       GBytes *bytes,
                       const char *name,
                       JsonArray *plan_items,
                       MlgIssueList *issues,
                       GError **error)
{
  g_autoptr (MlgDocument) document =
      mlg_document_read_bytes (bytes, name, issues, cli->cancellable, error);
  g_autoptr (MlgOutlinePlan) plan =
      document != NULL ? mlg_outline_plan_new (db, document, error) : NULL;
  GPtrArray *items = plan != NULL ? mlg_outline_plan_get_items (plan) : NULL;

  for (guint i = 0; items != NULL && plan_items != NULL && i < items->len; i++)
    {
      if (!cli->json)
        say_item (cli, items->pdata[i]);
      json_array_add_object_element (plan_items, write_item (items->pdata[i]));
    }
  return plan != NULL ? mlg_outline_plan_make_template (plan, db, issues, error) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "members/mlg-territory.h"
#include "mlg-cli-command.h"
#include "mlg-cli-json.h"
#include "mlg-cli-table.h"

/* territory: where the members are. */

static gboolean
has_something (const MlgTerritoryPlace *place)
{
  return place->inside
         || place->n_members + place->n_associates + place->n_prospects + place->n_interested > 0
         || place->covered > 0;
}

static char *
write_share (double share)
{
  return g_strdup_printf ("%.1f %%", 100 * share);
}

static void
add_row (GPtrArray *rows, const char *code, const char *title, const MlgTerritoryPlace *place)
{
  g_autofree char *members = g_strdup_printf ("%u", place->n_members);
  g_autofree char *prospects = g_strdup_printf ("%u", place->n_prospects);
  g_autofree char *interested = g_strdup_printf ("%u", place->n_interested);
  g_autofree char *communes = g_strdup_printf ("%u/%u", place->n_covered, place->n_communes);
  g_autofree char *people = g_strdup_printf ("%" G_GINT64_FORMAT, place->covered);
  g_autofree char *coverage = write_share (mlg_territory_place_get_coverage (place));
  g_autofree char *local = write_share (mlg_territory_place_get_local_coverage (place));

  mlg_cli_table_add (rows, code, title, members, prospects, interested, communes, people, coverage,
                     local, NULL);
}

static void
print_territory (const MlgTerritory *territory)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  mlg_cli_table_add (rows, "", _ ("Département"), _ ("Members"), _ ("Prospects"), _ ("Interested"),
                     _ ("Communes"), _ ("Inhabitants"), _ ("Coverage"), _ ("Without départements"),
                     NULL);
  for (guint i = 0; i < territory->places->len; i++)
    {
      const MlgTerritoryPlace *place = territory->places->pdata[i];

      if (has_something (place))
        add_row (rows, place->code != NULL ? place->code : "", place->title, place);
    }
  if (territory->perimeter.n_communes > 0)
    add_row (rows, "", _ ("The perimeter"), &territory->perimeter);
  add_row (rows, "", _ ("All of France"), &territory->all);
  mlg_cli_table_print (rows);
}

static JsonObject *
write_place (const MlgTerritoryPlace *place)
{
  JsonObject *item = json_object_new ();

  json_object_set_string_member (item, "code", place->code);
  json_object_set_string_member (item, "name", place->title);
  json_object_set_boolean_member (item, "inside", place->inside);
  json_object_set_int_member (item, "members", place->n_members);
  json_object_set_int_member (item, "associates", place->n_associates);
  json_object_set_int_member (item, "prospects", place->n_prospects);
  json_object_set_int_member (item, "interested", place->n_interested);
  json_object_set_int_member (item, "communes", place->n_communes);
  json_object_set_int_member (item, "groupings", place->n_groupings);
  json_object_set_int_member (item, "covered_communes", place->n_covered);
  json_object_set_int_member (item, "population", place->population);
  json_object_set_int_member (item, "covered", place->covered);
  json_object_set_double_member (item, "coverage", mlg_territory_place_get_coverage (place));
  json_object_set_int_member (item, "local", place->local);
  json_object_set_double_member (item, "local_coverage",
                                 mlg_territory_place_get_local_coverage (place));
  return item;
}

static void
print_territory_as_json (const MlgTerritory *territory)
{
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < territory->places->len; i++)
    if (has_something (territory->places->pdata[i]))
      json_array_add_object_element (items, write_place (territory->places->pdata[i]));
  json_object_set_int_member (object, "total", json_array_get_length (items));
  json_object_set_array_member (object, "items", items);
  json_object_set_object_member (object, "perimeter", write_place (&territory->perimeter));
  json_object_set_object_member (object, "all", write_place (&territory->all));
  mlg_cli_json_print (object);
}

/* territory */
MlgCliStatus
mlg_cli_territory (MlgCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = NULL;
  g_autoptr (MlgTerritory) territory = NULL;

  if (!mlg_cli_parse (cli, NULL, 0, 0))
    return cli->status;
  db = mlg_cli_open (cli, MLG_OPEN_READ_ONLY, &error);
  if (db != NULL)
    territory = mlg_territory_load (db, &error);
  if (territory == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_territory_as_json (territory);
  else
    print_territory (territory);
  return MLG_CLI_DONE;
}

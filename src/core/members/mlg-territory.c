/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-territory-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-directory.h"
#include "store/mlg-statement.h"

/* The people that the network covers are counted in communes, each once: a commune is covered when it is
 * a member, or the EPCI à fiscalité propre that it is in is one, or its département is one. So a commune
 * and its intercommunal body, both members, count once; a région that is a member covers nothing by that
 * alone, for it would cover everything. Members whose communes the directory does not tell (syndicates,
 * the établissements publics territoriaux of Grand Paris, State services) cover nothing either. The
 * number of people of a commune is that of the directory, not the one that the member's record has. What
 * a commune or its EPCI covers is told apart: where the départements are members all is covered, and
 * there is nothing to see. */
typedef struct
{
  MlgConnection *db;
  MlgTerritory *territory;
  GHashTable *places;       /* (owned) code (unowned) → MlgTerritoryPlace (unowned) */
  GHashTable *communes;     /* (owned) set of INSEE codes of members */
  GHashTable *sirens;       /* (owned) set of SIREN of members */
  GHashTable *departements; /* (owned) set of codes of members */
} Survey;

/**
 * mlg_territory_free:
 * @territory: (transfer full): the figures of a territory
 *
 * Frees figures with their places, families, statuses and roles.
 */
void
mlg_territory_free (MlgTerritory *territory)
{
  g_clear_pointer (&territory->places, g_ptr_array_unref);
  g_clear_pointer (&territory->families, g_ptr_array_unref);
  g_clear_pointer (&territory->statuses, g_ptr_array_unref);
  g_clear_pointer (&territory->roles, g_ptr_array_unref);
  g_free (territory);
}

static gboolean
is_inside (const char *departement, const GStrv perimeter)
{
  const char *nuts = mlg_departement_get_nuts (departement);

  for (guint i = 0; nuts != NULL && perimeter[i] != NULL; i++)
    if (*perimeter[i] != '\0' && g_str_has_prefix (nuts, perimeter[i]))
      return TRUE;
  return FALSE;
}

static MlgTerritoryPlace *
add_place (Survey *s, const char *code, const char *title)
{
  MlgTerritoryPlace *place = g_new0 (MlgTerritoryPlace, 1);

  place->code = code;
  place->title = title;
  g_ptr_array_add (s->territory->places, place);
  if (code != NULL)
    g_hash_table_insert (s->places, (gpointer) code, place);
  return place;
}

static gboolean
make_places (Survey *s, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) perimeter = NULL;

  if (!mlg_connection_get_text (s->db, &text, error, "SELECT perimeter FROM network", ""))
    return FALSE;
  perimeter = g_strsplit (text != NULL ? text : "", " ", -1);
  add_place (s, NULL, _ ("Outside départements"));
  for (const MlgCode *code = mlg_departements.codes; code->code != NULL; code++)
    add_place (s, code->code, _ (code->title))->inside = is_inside (code->code, perimeter);
  return TRUE;
}

static MlgTerritoryPlace *
get_place (Survey *s, const char *code)
{
  MlgTerritoryPlace *place = code != NULL ? g_hash_table_lookup (s->places, code) : NULL;

  return place != NULL ? place : s->territory->places->pdata[0];
}

enum
{
  BODY_STATUS,
  BODY_CATEGORY,
  BODY_SIREN,
  BODY_INSEE,
  BODY_DEPARTEMENT,
};

static gboolean
is_grouping (const char *category)
{
  static const char *const groupings[] = { "7343", "7344", "7346", "7348", NULL };

  return category != NULL && g_strv_contains (groupings, category);
}

static void
remember_member (Survey *s, MlgStatement *row, MlgTerritoryPlace *place)
{
  const char *category = mlg_statement_get_text (row, BODY_CATEGORY);
  const char *siren = mlg_statement_get_text (row, BODY_SIREN);
  const char *insee = mlg_statement_get_text (row, BODY_INSEE);
  const char *departement = mlg_statement_get_text (row, BODY_DEPARTEMENT);
  gboolean commune = g_strcmp0 (category, "7210") == 0
                     || (category == NULL && insee != NULL && strlen (insee) == 5);

  place->n_members++;
  place->n_member_communes += commune;
  place->n_member_groupings += is_grouping (category);
  if (commune && insee != NULL)
    g_hash_table_add (s->communes, g_strdup (insee));
  if (siren != NULL)
    g_hash_table_add (s->sirens, g_strdup (siren));
  if (g_strcmp0 (category, "7220") == 0 && (insee != NULL || departement != NULL))
    g_hash_table_add (s->departements, g_strdup (insee != NULL ? insee : departement));
}

static gboolean
count_bodies (Survey *s, GError **error)
{
  g_autoptr (MlgStatement) row = mlg_connection_prepare (
      s->db,
      "SELECT status, category, siren, insee, departement FROM body WHERE status IN"
      " ('member', 'associate', 'prospect', 'interested')",
      error);
  MlgStep step;

  if (row == NULL)
    return FALSE;
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    {
      const char *status = mlg_statement_get_text (row, BODY_STATUS);
      MlgTerritoryPlace *place = get_place (s, mlg_statement_get_text (row, BODY_DEPARTEMENT));

      if (g_str_equal (status, "member"))
        remember_member (s, row, place);
      else if (g_str_equal (status, "associate"))
        place->n_associates++;
      else if (g_str_equal (status, "prospect"))
        place->n_prospects++;
      else
        place->n_interested++;
    }
  return step == MLG_STEP_DONE;
}

static gboolean
contains (GHashTable *set, const char *text)
{
  return text != NULL && g_hash_table_contains (set, text);
}

static void
cover (MlgTerritoryPlace *place, gint64 population, gboolean is_local)
{
  place->n_covered++;
  place->covered += population;
  place->n_local += is_local;
  place->local += is_local ? population : 0;
}

static gboolean
count_communes (Survey *s, GError **error)
{
  g_autoptr (MlgStatement) row = mlg_connection_prepare (
      s->db,
      "SELECT insee, siren, epci, departement, population FROM directory.entry"
      " WHERE kind='commune'",
      error);
  MlgStep step;

  if (row == NULL)
    return FALSE;
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    {
      const char *departement = mlg_statement_get_text (row, 3);
      MlgTerritoryPlace *place = get_place (s, departement);
      gint64 population = mlg_statement_get_integer (row, 4);

      place->n_communes++;
      place->population += population;
      if (contains (s->communes, mlg_statement_get_text (row, 0))
          || contains (s->sirens, mlg_statement_get_text (row, 1))
          || contains (s->sirens, mlg_statement_get_text (row, 2)))
        cover (place, population, TRUE);
      else if (contains (s->departements, departement))
        cover (place, population, FALSE);
    }
  return step == MLG_STEP_DONE;
}

static gboolean
count_groupings (Survey *s, GError **error)
{
  g_autoptr (MlgStatement) row =
      mlg_connection_prepare (s->db,
                              "SELECT departement, count(*) FROM directory.entry"
                              " WHERE kind IN ('CC', 'CA', 'CU', 'METRO') GROUP BY departement",
                              error);
  MlgStep step;

  if (row == NULL)
    return FALSE;
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    get_place (s, mlg_statement_get_text (row, 0))->n_groupings +=
        (guint) mlg_statement_get_integer (row, 1);
  return step == MLG_STEP_DONE;
}

static void
add_up (MlgTerritoryPlace *sum, const MlgTerritoryPlace *place)
{
  sum->n_members += place->n_members;
  sum->n_associates += place->n_associates;
  sum->n_prospects += place->n_prospects;
  sum->n_interested += place->n_interested;
  sum->n_member_communes += place->n_member_communes;
  sum->n_member_groupings += place->n_member_groupings;
  sum->n_communes += place->n_communes;
  sum->n_groupings += place->n_groupings;
  sum->n_covered += place->n_covered;
  sum->population += place->population;
  sum->covered += place->covered;
  sum->n_local += place->n_local;
  sum->local += place->local;
}

static void
add_up_all (MlgTerritory *territory)
{
  for (guint i = 0; i < territory->places->len; i++)
    {
      const MlgTerritoryPlace *place = territory->places->pdata[i];

      add_up (&territory->all, place);
      if (place->inside)
        add_up (&territory->perimeter, place);
    }
}

static gboolean
survey (Survey *s, GError **error)
{
  return make_places (s, error) && count_bodies (s, error) && mlg_directory_attach (s->db, error)
         && count_communes (s, error) && count_groupings (s, error)
         && mlg_territory_load_shares (s->db, s->territory, error);
}

/**
 * mlg_territory_load:
 *
 * Counts the network's members, what there is where they are, and the people in the communes that at
 * least one member covers: itself, its EPCI or its département.
 *
 * Returns: (transfer full): the figures
 */
MlgTerritory *
mlg_territory_load (MlgConnection *db, GError **error)
{
  g_autoptr (MlgTerritory) territory = g_new0 (MlgTerritory, 1);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) communes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) sirens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) departements =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Survey s = { db, territory, places, communes, sirens, departements };

  territory->places = g_ptr_array_new_with_free_func (g_free);
  if (!survey (&s, error))
    return NULL;
  add_up_all (territory);
  return g_steal_pointer (&territory);
}

/**
 * mlg_territory_find:
 * @code: a département's code
 *
 * Returns: (nullable): its figures, which belong to @territory
 */
const MlgTerritoryPlace *
mlg_territory_find (const MlgTerritory *territory, const char *code)
{
  for (guint i = 0; i < territory->places->len; i++)
    if (g_strcmp0 (((const MlgTerritoryPlace *) territory->places->pdata[i])->code, code) == 0)
      return territory->places->pdata[i];
  return NULL;
}

/**
 * mlg_territory_place_get_coverage:
 *
 * Returns: which part of its people members cover, 0 to 1; 0 where nobody lives
 */
double
mlg_territory_place_get_coverage (const MlgTerritoryPlace *place)
{
  return place->population > 0 ? (double) place->covered / (double) place->population : 0;
}

/**
 * mlg_territory_place_get_local_coverage:
 *
 * Returns: the same without what only the département covers
 */
double
mlg_territory_place_get_local_coverage (const MlgTerritoryPlace *place)
{
  return place->population > 0 ? (double) place->local / (double) place->population : 0;
}

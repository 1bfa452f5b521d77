/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgTerritoryPlace:
 *
 * One département, or what is in none.
 */
typedef struct
{
  const char *code;  /* (unowned) (nullable) static; %NULL for what is in no département */
  const char *title; /* (unowned) static */
  gboolean inside;   /* whether it is in the perimeter of the network */

  guint n_members;
  guint n_associates;
  guint n_prospects;
  guint n_interested;
  guint n_member_communes;  /* of the members */
  guint n_member_groupings; /* of the members: EPCI */

  guint n_communes;  /* that there are */
  guint n_groupings; /* EPCI with their seat there that there are */
  guint n_covered;   /* communes that a member covers */
  guint n_local;     /* of these, those that are covered nearer than by their département */
  gint64 population; /* people in all its communes */
  gint64 covered;    /* people in the communes that a member covers */
  gint64 local;      /* of these, those who live in such communes */
} MlgTerritoryPlace;

/**
 * MlgTerritoryShare:
 *
 * How many of something there are.
 */
typedef struct
{
  char *
      code; /* (owned) what it is: a status, a role, the untranslated title of a family; "" unknown */
  char *title; /* (owned) what people read, translated */
  guint n;
} MlgTerritoryShare;

/**
 * MlgTerritory:
 *
 * Where the network is, in figures.
 */
typedef struct
{
  GPtrArray *places;   /* (owned) (element-type MlgTerritoryPlace) by code; first what is in none */
  GPtrArray *families; /* (owned) (element-type MlgTerritoryShare) members by kind of body */
  GPtrArray *statuses; /* (owned) (element-type MlgTerritoryShare) all bodies by status */
  GPtrArray *roles;    /* (owned) (element-type MlgTerritoryShare) people of members, by role */
  MlgTerritoryPlace all;       /* the sum of the places */
  MlgTerritoryPlace perimeter; /* the sum of those inside the perimeter; zero when there is none */
} MlgTerritory;

void mlg_territory_free (MlgTerritory *territory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgTerritory, mlg_territory_free)

MlgTerritory *mlg_territory_load (MlgConnection *db, GError **error);
const MlgTerritoryPlace *mlg_territory_find (const MlgTerritory *territory, const char *code);
double mlg_territory_place_get_coverage (const MlgTerritoryPlace *place);
double mlg_territory_place_get_local_coverage (const MlgTerritoryPlace *place);

G_END_DECLS

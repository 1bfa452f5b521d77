/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-body-columns.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-group-member.h"
#include "members/mlg-group.h"
#include "mlg-body-text.h"
#include "store/mlg-query.h"

/* The columns of the list of bodies, and by what it can be narrowed down. */
const MlgColumn mlg_body_columns[] = {
  { "name", N_ ("Name"), MLG_BODY_NAME, NULL, MLG_QUERY_BY_NAME },
  { "category", N_ ("Kind"), MLG_BODY_CATEGORY, mlg_body_text_kind, MLG_BODY_CATEGORY,
    .width = 174 },
  { "departement", N_ ("Dép."), MLG_BODY_DEPARTEMENT, mlg_body_text_code, MLG_BODY_DEPARTEMENT,
    .width = 56 },
  { "status", N_ ("Status"), MLG_BODY_STATUS, NULL, MLG_BODY_STATUS, .width = 95 },
  { "since", N_ ("Since"), MLG_BODY_STATUS, mlg_body_text_since, MLG_BODY_JOINED_ON, .width = 140,
    .hidden = TRUE },
  { "population", N_ ("Population"), MLG_BODY_POPULATION, NULL, MLG_BODY_POPULATION, .number = TRUE,
    .width = 95 },
  { "place", N_ ("Town"), MLG_BODY_CITY, mlg_body_text_place, MLG_BODY_CITY, .width = 160,
    .hidden = TRUE },
  { "region", N_ ("Region"), MLG_BODY_REGION, NULL, MLG_BODY_REGION, .width = 150, .hidden = TRUE },
  { "siren", N_ ("SIREN"), MLG_BODY_SIREN, mlg_body_text_identifier, MLG_BODY_SIREN, .width = 120,
    .hidden = TRUE },
  { "insee", N_ ("INSEE code"), MLG_BODY_INSEE, NULL, MLG_BODY_INSEE, .width = 100,
    .hidden = TRUE },
  { "email", N_ ("E-mail"), MLG_BODY_EMAIL, NULL, MLG_BODY_EMAIL, .width = 200, .hidden = TRUE },
  { "phone", N_ ("Phone"), MLG_BODY_PHONE, NULL, MLG_BODY_PHONE, .width = 130, .hidden = TRUE },
  { NULL },
};

static GPtrArray *
read_status (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet (query, db, MLG_BODY_STATUS, error);
}

static MlgQuery *
apply_status (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_values (query, MLG_BODY_STATUS, values);
}

static GPtrArray *
read_category (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet_groups (query, db, MLG_BODY_CATEGORY, error);
}

static MlgQuery *
apply_category (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_groups (query, MLG_BODY_CATEGORY, values);
}

static GPtrArray *
read_departement (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet (query, db, MLG_BODY_DEPARTEMENT, error);
}

static MlgQuery *
apply_departement (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_values (query, MLG_BODY_DEPARTEMENT, values);
}

static GPtrArray *
read_role (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet_related (query, db, &mlg_function_kind, MLG_FUNCTION_BODY,
                                  MLG_FUNCTION_ROLE, error);
}

static MlgQuery *
apply_role (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_related (query, &mlg_function_kind, MLG_FUNCTION_BODY, MLG_FUNCTION_ROLE,
                                 values);
}

static GPtrArray *
read_group (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet_branches (query, db, &mlg_group_member_kind, MLG_GROUP_MEMBER_BODY,
                                   MLG_GROUP_MEMBER_GROUP, MLG_GROUP_PARENT, error);
}

static MlgQuery *
apply_group (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_branch (query, &mlg_group_member_kind, MLG_GROUP_MEMBER_BODY,
                                MLG_GROUP_MEMBER_GROUP, MLG_GROUP_PARENT, values);
}

static const MlgKind *const bodies[] = { &mlg_body_kind, NULL };
static const MlgKind *const functions[] = { &mlg_body_kind, &mlg_function_kind, NULL };
static const MlgKind *const groups[] = { &mlg_body_kind, &mlg_group_kind, &mlg_group_member_kind,
                                         NULL };

const MlgFacetKind mlg_body_facets[] = {
  { "status", N_ ("Status"), bodies, read_status, apply_status },
  { "category", N_ ("Kind"), bodies, read_category, apply_category },
  { "departement", N_ ("Département"), bodies, read_departement, apply_departement },
  { "role", N_ ("Function Held"), functions, read_role, apply_role },
  { "group", N_ ("Group"), groups, read_group, apply_group },
  { NULL },
};

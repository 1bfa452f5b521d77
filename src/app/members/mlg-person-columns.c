/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-person-columns.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-day.h"
#include "members/mlg-function.h"
#include "members/mlg-group-member.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "mlg-functions-cell.h"
#include "store/mlg-query.h"

/* The columns of the list of people, and by what it can be narrowed down. */
static char *
write_name (MlgRecord *person, guint field)
{
  return mlg_record_dup_name (person);
}

/* Only those who object stand out. */
static char *
write_objection (MlgRecord *person, guint field)
{
  return g_strdup (mlg_record_get_boolean (person, field) ? _ ("No mailings") : "");
}

const MlgColumn mlg_person_columns[] = {
  { "name", N_ ("Name"), MLG_PERSON_FAMILY_NAME, write_name, MLG_QUERY_BY_NAME },
  { "functions", N_ ("Functions"), MLG_PERSON_FAMILY_NAME, NULL, MLG_COLUMN_UNSORTED, .width = 220,
    .make_cell = mlg_functions_cell_new, .set_record = mlg_functions_cell_set_record },
  { "email", N_ ("E-mail"), MLG_PERSON_EMAIL, NULL, MLG_PERSON_EMAIL, .width = 180 },
  { "phone", N_ ("Phone"), MLG_PERSON_PHONE, NULL, MLG_PERSON_PHONE, .width = 120, .hidden = TRUE },
  { "objection", N_ ("Mailings"), MLG_PERSON_OBJECTION, write_objection, MLG_PERSON_OBJECTION,
    .width = 110, .hidden = TRUE },
  { "review", N_ ("Review due on"), MLG_PERSON_REVIEW_ON, NULL, MLG_PERSON_REVIEW_ON, .width = 140,
    .hidden = TRUE },
  { "contact", N_ ("Last contact"), MLG_PERSON_LAST_CONTACT, NULL, MLG_PERSON_LAST_CONTACT,
    .width = 140, .hidden = TRUE },
  { NULL },
};

static GPtrArray *
read_role (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet_related (query, db, &mlg_function_kind, MLG_FUNCTION_PERSON,
                                  MLG_FUNCTION_ROLE, error);
}

static MlgQuery *
apply_role (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_related (query, &mlg_function_kind, MLG_FUNCTION_PERSON, MLG_FUNCTION_ROLE,
                                 values);
}

static GPtrArray *
read_group (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet_branches (query, db, &mlg_group_member_kind, MLG_GROUP_MEMBER_PERSON,
                                   MLG_GROUP_MEMBER_GROUP, MLG_GROUP_PARENT, error);
}

static MlgQuery *
apply_group (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_branch (query, &mlg_group_member_kind, MLG_GROUP_MEMBER_PERSON,
                                MLG_GROUP_MEMBER_GROUP, MLG_GROUP_PARENT, values);
}

static GPtrArray *
read_objection (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet (query, db, MLG_PERSON_OBJECTION, error);
}

static MlgQuery *
apply_objection (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_values (query, MLG_PERSON_OBJECTION, values);
}

/* One value: the day that was set for the review has come. */
static MlgQuery *
apply_review (MlgQuery *query, const char *const *values)
{
  g_autofree char *today = mlg_day_today ();
  gboolean due = values != NULL && *values != NULL;

  return mlg_query_with_range (query, MLG_PERSON_REVIEW_ON, NULL, due ? today : NULL);
}

static GPtrArray *
read_review (MlgQuery *query, MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) facets = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_facet_free);
  g_autoptr (MlgQuery) due = apply_review (query, (const char *const[]){ "due", NULL });
  gint64 n = mlg_query_count (due, db, error);
  MlgFacet *facet;

  if (n < 0)
    return NULL;
  facet = g_new0 (MlgFacet, 1);
  facet->value = g_strdup ("due");
  facet->title = g_strdup (_ ("Due"));
  facet->n = (guint) n;
  g_ptr_array_add (facets, facet);
  return g_steal_pointer (&facets);
}

static const MlgKind *const people[] = { &mlg_person_kind, NULL };
static const MlgKind *const functions[] = { &mlg_person_kind, &mlg_function_kind, NULL };
static const MlgKind *const groups[] = { &mlg_person_kind, &mlg_group_kind, &mlg_group_member_kind,
                                         NULL };

const MlgFacetKind mlg_person_facets[] = {
  { "role", N_ ("Role"), functions, read_role, apply_role },
  { "group", N_ ("Group"), groups, read_group, apply_group },
  { "objection", N_ ("Wants no mailings"), people, read_objection, apply_objection },
  { "review", N_ ("Review"), people, read_review, apply_review },
  { NULL },
};

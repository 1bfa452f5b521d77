/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "meetings/mlg-meeting.h"
#include "meetings/mlg-series.h"
#include "mlg-meeting-text.h"

#define YEAR_LENGTH 4

/* The columns of the list of meetings, and by what it can be narrowed down. */
const MlgColumn mlg_meeting_columns[] = {
  { "title", N_ ("Title"), MLG_MEETING_TITLE, NULL, MLG_QUERY_BY_NAME },
  { "starts", N_ ("Date"), MLG_MEETING_STARTS, mlg_meeting_text_start, MLG_MEETING_STARTS,
    .width = 170, .latest_first = TRUE },
  { "type", N_ ("Kind"), MLG_MEETING_TYPE, NULL, MLG_MEETING_TYPE, .width = 140 },
  { "state", N_ ("State"), MLG_MEETING_STATE, NULL, MLG_MEETING_STATE, .width = 110 },
  { "number", N_ ("No."), MLG_MEETING_NUMBER, NULL, MLG_MEETING_NUMBER, .number = TRUE, .width = 60,
    .hidden = TRUE },
  { "place", N_ ("Place"), MLG_MEETING_PLACE, NULL, MLG_MEETING_PLACE, .width = 180,
    .hidden = TRUE },
  { NULL },
};

static char *
make_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT00:00:00");
}

static char *
make_yesterday (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) before = g_date_time_add_days (now, -1);

  return g_date_time_format (before, "%Y-%m-%dT23:59:59");
}

/* From today on, or before; both are no condition at all. */
static MlgQuery *
apply_when (MlgQuery *query, const char *const *values)
{
  gboolean upcoming = values != NULL && g_strv_contains (values, "upcoming");
  gboolean past = values != NULL && g_strv_contains (values, "past");
  g_autofree char *now = make_now ();
  g_autofree char *yesterday = make_yesterday ();

  if (upcoming == past)
    return mlg_query_with_range (query, MLG_MEETING_STARTS, NULL, NULL);
  return mlg_query_with_range (query, MLG_MEETING_STARTS, upcoming ? now : NULL,
                               past ? yesterday : NULL);
}

static gboolean
count_when (MlgQuery *query,
            MlgConnection *db,
            const char *value,
            const char *title,
            GPtrArray *facets,
            GError **error)
{
  const char *const values[] = { value, NULL };
  g_autoptr (MlgQuery) narrowed = apply_when (query, values);
  gint64 n = mlg_query_count (narrowed, db, error);
  MlgFacet *facet;

  if (n < 0)
    return FALSE;
  facet = g_new0 (MlgFacet, 1);
  facet->value = g_strdup (value);
  facet->title = g_strdup (title);
  facet->n = (guint) n;
  g_ptr_array_add (facets, facet);
  return TRUE;
}

static GPtrArray *
read_when (MlgQuery *query, MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) facets = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_facet_free);

  if (!count_when (query, db, "upcoming", _ ("Upcoming"), facets, error)
      || !count_when (query, db, "past", _ ("Past"), facets, error))
    return NULL;
  return g_steal_pointer (&facets);
}

static GPtrArray *
read_type (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet (query, db, MLG_MEETING_TYPE, error);
}

static MlgQuery *
apply_type (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_values (query, MLG_MEETING_TYPE, values);
}

static GPtrArray *
read_state (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet (query, db, MLG_MEETING_STATE, error);
}

static MlgQuery *
apply_state (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_values (query, MLG_MEETING_STATE, values);
}

static GPtrArray *
read_series (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet (query, db, MLG_MEETING_SERIES, error);
}

static MlgQuery *
apply_series (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_values (query, MLG_MEETING_SERIES, values);
}

static GPtrArray *
read_group (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet (query, db, MLG_MEETING_GRP, error);
}

static MlgQuery *
apply_group (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_values (query, MLG_MEETING_GRP, values);
}

static GPtrArray *
read_year (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet_beginnings (query, db, MLG_MEETING_STARTS, YEAR_LENGTH, error);
}

static MlgQuery *
apply_year (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_beginnings (query, MLG_MEETING_STARTS, YEAR_LENGTH, values);
}

static const MlgKind *const meetings[] = { &mlg_meeting_kind, NULL };
static const MlgKind *const series[] = { &mlg_meeting_kind, &mlg_series_kind, NULL };

const MlgFacetKind mlg_meeting_facets[] = {
  { "when", N_ ("When"), meetings, read_when, apply_when },
  { "type", N_ ("Kind"), meetings, read_type, apply_type },
  { "state", N_ ("State"), meetings, read_state, apply_state },
  { "series", N_ ("Series"), series, read_series, apply_series },
  { "group", N_ ("Group"), meetings, read_group, apply_group },
  { "year", N_ ("Year"), meetings, read_year, apply_year },
  { NULL },
};

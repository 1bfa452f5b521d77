/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-overview-figures.h"

#include "dossier/mlg-dossier-check.h"
#include "meetings/mlg-meeting-register.h"
#include "meetings/mlg-meeting.h"
#include "members/mlg-body.h"
#include "members/mlg-day.h"
#include "members/mlg-person.h"
#include "members/mlg-privacy.h"
#include "store/mlg-history.h"
#include "store/mlg-query.h"

#define MOST_LISTED  20 /* members of each concern */
#define MOST_ENTRIES 5

void
mlg_overview_figures_free (MlgOverviewFigures *figures)
{
  g_clear_pointer (&figures->without_status, g_ptr_array_unref);
  g_clear_pointer (&figures->without_email, g_ptr_array_unref);
  g_clear_pointer (&figures->without_address, g_ptr_array_unref);
  g_clear_pointer (&figures->reviews, g_ptr_array_unref);
  g_clear_object (&figures->next_meeting);
  g_clear_pointer (&figures->lacks, g_ptr_array_unref);
  g_clear_pointer (&figures->late_actions, g_ptr_array_unref);
  g_clear_pointer (&figures->entries, g_ptr_array_unref);
  g_free (figures);
}

/* Bodies of some statuses; all of them when there is none. */
static MlgQuery *
query_statuses (const char *const *statuses)
{
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_body_kind);

  return mlg_query_with_values (all, MLG_BODY_STATUS, statuses);
}

static gboolean
count (MlgConnection *db, const char *const *statuses, gint64 *n, GError **error)
{
  g_autoptr (MlgQuery) query = query_statuses (statuses);

  *n = mlg_query_count (query, db, error);
  return *n >= 0;
}

static gboolean
count_people (MlgConnection *db, gint64 *n, GError **error)
{
  g_autoptr (MlgQuery) query = mlg_query_new (&mlg_person_kind);

  *n = mlg_query_count (query, db, error);
  return *n >= 0;
}

/* How many there are, and the first of them. */
static gboolean
list_first (MlgConnection *db, MlgQuery *query, GPtrArray **bodies, gint64 *n, GError **error)
{
  *n = mlg_query_count (query, db, error);
  if (*n < 0)
    return FALSE;
  *bodies = mlg_query_load (query, db, MOST_LISTED, 0, error);
  return *bodies != NULL;
}

/* The members that say nothing in a field. */
static gboolean
list_without (MlgConnection *db, guint field, GPtrArray **bodies, gint64 *n, GError **error)
{
  static const char *const member[] = { "member", NULL }, *const none[] = { "", NULL };
  g_autoptr (MlgQuery) members = query_statuses (member);
  g_autoptr (MlgQuery) query = mlg_query_with_values (members, field, none);

  return list_first (db, query, bodies, n, error);
}

static gboolean
list_without_status (MlgConnection *db, MlgOverviewFigures *figures, GError **error)
{
  static const char *const none[] = { "", NULL };
  g_autoptr (MlgQuery) query = query_statuses (none);

  return list_first (db, query, &figures->without_status, &figures->n_without_status, error);
}

static gboolean
count_bodies (MlgConnection *db, MlgOverviewFigures *figures, GError **error)
{
  static const char *const member[] = { "member", NULL };
  static const char *const prospect[] = { "prospect", NULL };
  static const char *const interested[] = { "interested", NULL };
  static const char *const associate[] = { "associate", NULL };

  return count (db, NULL, &figures->n_bodies, error)
         && count (db, member, &figures->n_members, error)
         && count (db, prospect, &figures->n_prospects, error)
         && count (db, interested, &figures->n_interested, error)
         && count (db, associate, &figures->n_associates, error);
}

/* The first one from today on that is still to be held. */
static gboolean
find_next_meeting (MlgConnection *db,
                   MlgOverviewFigures *figures,
                   const char *today,
                   GError **error)
{
  static const char *const states[] = { "draft", "convened", "", NULL };
  g_autofree char *from = g_strconcat (today, "T00:00:00", NULL);
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_meeting_kind);
  g_autoptr (MlgQuery) coming = mlg_query_with_values (all, MLG_MEETING_STATE, states);
  g_autoptr (MlgQuery) later = mlg_query_with_range (coming, MLG_MEETING_STARTS, from, NULL);
  g_autoptr (MlgQuery) query = mlg_query_with_sort (later, MLG_MEETING_STARTS, FALSE);
  g_autoptr (GPtrArray) first = mlg_query_load (query, db, 1, 0, error);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  if (first == NULL || first->len == 0)
    return first != NULL;
  figures->next_meeting = g_object_ref (first->pdata[0]);
  figures->lacks =
      mlg_dossier_list_lacks (db, mlg_record_get_id (figures->next_meeting), issues, NULL, error);
  return figures->lacks != NULL;
}

/* They come first in the list. */
static gboolean
list_late_actions (MlgConnection *db,
                   MlgOverviewFigures *figures,
                   const char *today,
                   GError **error)
{
  guint n = 0;

  figures->late_actions = mlg_register_list_actions (db, FALSE, today, error);
  if (figures->late_actions == NULL)
    return FALSE;
  while (n < figures->late_actions->len
         && ((MlgRegisterEntry *) figures->late_actions->pdata[n])->late)
    n++;
  g_ptr_array_set_size (figures->late_actions, (int) n);
  return TRUE;
}

/**
 * mlg_overview_figures_load:
 *
 * Returns: (transfer full) (nullable): the figures of today
 */
MlgOverviewFigures *
mlg_overview_figures_load (MlgConnection *db, GError **error)
{
  g_autoptr (MlgOverviewFigures) figures = g_new0 (MlgOverviewFigures, 1);
  g_autofree char *today = mlg_day_today ();

  if (!count_bodies (db, figures, error) || !count_people (db, &figures->n_people, error)
      || !list_without_status (db, figures, error)
      || !list_without (db, MLG_BODY_EMAIL, &figures->without_email, &figures->n_without_email,
                        error)
      || !list_without (db, MLG_BODY_ADDRESS, &figures->without_address,
                        &figures->n_without_address, error)
      || !find_next_meeting (db, figures, today, error)
      || !list_late_actions (db, figures, today, error))
    return NULL;
  figures->reviews = mlg_privacy_list_reviews (db, today, error);
  if (figures->reviews == NULL)
    return NULL;
  figures->entries = mlg_history_list (db, MOST_ENTRIES, 0, error);
  return figures->entries != NULL ? g_steal_pointer (&figures) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-privacy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-day.h"
#include "mlg-person.h"
#include "store/mlg-id.h"
#include "store/mlg-statement.h"

/* Data is kept no longer than it is needed (GDPR, article 5.1.e): whose data must be looked at. The day
 * that a person set for it goes before all; else the months that the network keeps contacts are counted
 * from the last contact, or from what comes nearest to one. */

/**
 * mlg_review_free:
 * @review: (transfer full): somebody to look at
 *
 * Frees what is told of somebody whose data are due for a review.
 */
void
mlg_review_free (MlgReview *review)
{
  g_free (review->name);
  g_free (review->due);
  g_free (review->last_contact);
  g_free (review);
}

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_REVIEW_ON,
  COLUMN_LAST_CONTACT,
  COLUMN_INFORMED_ON,
  COLUMN_N_FUNCTIONS,
};

static char *
write_day (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
}

/* Returns: (transfer full) (nullable): the day from which the months count, and why that one */
static char *
find_start (MlgStatement *row, MlgReviewReason *reason)
{
  const char *last_contact = mlg_statement_get_text (row, COLUMN_LAST_CONTACT);
  const char *informed_on = mlg_statement_get_text (row, COLUMN_INFORMED_ON);

  if (last_contact != NULL)
    {
      *reason = MLG_REVIEW_CONTACT;
      return g_strdup (last_contact);
    }
  *reason = informed_on != NULL ? MLG_REVIEW_INFORMED : MLG_REVIEW_ADDED;
  return informed_on != NULL
             ? g_strdup (informed_on)
             : write_day (mlg_id_get_time (mlg_statement_get_integer (row, COLUMN_ID)));
}

/* Returns: (transfer full) (nullable): the day of the review; %NULL for none that is known. */
static char *
find_due (MlgStatement *row, gint64 months, MlgReviewReason *reason)
{
  const char *planned = mlg_statement_get_text (row, COLUMN_REVIEW_ON);
  g_autofree char *start = NULL;

  *reason = MLG_REVIEW_PLANNED;
  if (planned != NULL)
    return g_strdup (planned);
  if (months <= 0)
    return NULL;
  start = find_start (row, reason);
  return mlg_day_add_months (start, months);
}

static void
add_review (GPtrArray *reviews, MlgStatement *row, gint64 months, const char *day)
{
  MlgReviewReason reason;
  g_autofree char *due = find_due (row, months, &reason);
  MlgReview *review;

  if (due == NULL || strcmp (due, day) > 0)
    return;
  review = g_new0 (MlgReview, 1);
  review->person = mlg_statement_get_integer (row, COLUMN_ID);
  review->name = g_strdup (mlg_statement_get_text (row, COLUMN_NAME));
  review->due = g_steal_pointer (&due);
  review->reason = reason;
  review->last_contact = g_strdup (mlg_statement_get_text (row, COLUMN_LAST_CONTACT));
  review->n_functions = (guint) mlg_statement_get_integer (row, COLUMN_N_FUNCTIONS);
  g_ptr_array_add (reviews, review);
}

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const MlgReview *first = *(MlgReview *const *) a, *second = *(MlgReview *const *) b;
  int order = strcmp (first->due, second->due);

  return order != 0 ? order : g_utf8_collate (first->name, second->name);
}

static gboolean
read_reviews (MlgConnection *db, const char *day, gint64 months, GPtrArray *reviews, GError **error)
{
  g_autofree char *name = mlg_kind_get_name_sql (&mlg_person_kind, "p");
  g_autofree char *sql =
      g_strdup_printf ("SELECT p.id, %s, p.review_on, p.last_contact, p.informed_on,"
                       " (SELECT count(*) FROM function AS f WHERE f.person=p.id"
                       " AND (f.until IS NULL OR f.until>=?1)) FROM person AS p",
                       name);
  g_autoptr (MlgStatement) row = mlg_connection_prepare (db, sql, error);
  MlgStep step;

  if (row == NULL)
    return FALSE;
  mlg_statement_bind_text (row, 1, day);
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    add_review (reviews, row, months, day);
  return step == MLG_STEP_DONE;
}

/**
 * mlg_privacy_list_reviews:
 * @day: (nullable): a day; %NULL for today
 *
 * Lists the people whose data must be looked at by then: who have a review planned by that day, or of
 * whom nothing was heard for longer than the network keeps contacts (its retention_months; nobody is
 * found by that rule while it has none).
 *
 * Returns: (transfer full) (element-type MlgReview): the longest due first
 */
GPtrArray *
mlg_privacy_list_reviews (MlgConnection *db, const char *day, GError **error)
{
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_review_free);
  g_autofree char *today = mlg_day_today ();
  gint64 months = 0;

  if (!mlg_connection_get_integer (db, &months, error, "SELECT retention_months FROM network", "")
      || !read_reviews (db, day != NULL ? day : today, months, reviews, error))
    return NULL;
  g_ptr_array_sort (reviews, compare_reviews);
  return g_steal_pointer (&reviews);
}

/**
 * mlg_review_get_reason_title:
 *
 * Returns: why, in a few words, translated
 */
const char *
mlg_review_get_reason_title (const MlgReview *review)
{
  switch (review->reason)
    {
    case MLG_REVIEW_PLANNED:
      return _ ("Review planned");
    case MLG_REVIEW_CONTACT:
      return _ ("Last contact too long ago");
    case MLG_REVIEW_INFORMED:
      return _ ("No contact since they were informed");
    case MLG_REVIEW_ADDED:
    default:
      return _ ("No contact since they were added");
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-register.h"

#include <string.h>

#include "mlg-meeting-who.h"
#include "mlg-outcome.h"

/* The register of decisions and the actions across meetings. An action is one record, of the meeting
 * where it was taken: later meetings of its series look back at it until it is done. */

/**
 * mlg_register_entry_free:
 * @entry: (transfer full): an action or a decision
 *
 * Frees an entry of a register; the record in the file stays.
 */
void
mlg_register_entry_free (MlgRegisterEntry *entry)
{
  g_clear_object (&entry->outcome);
  g_free (entry->meeting_title);
  g_free (entry->day);
  g_free (entry->who);
  g_free (entry);
}

static gboolean
is_late (MlgRecord *outcome, const char *day)
{
  const char *due = mlg_record_get_text (outcome, MLG_OUTCOME_DUE_ON);
  const char *state = mlg_record_get_text (outcome, MLG_OUTCOME_STATE);

  return due != NULL && strcmp (due, day) < 0 && g_strcmp0 (state, "done") != 0
         && g_strcmp0 (state, "dropped") != 0;
}

static MlgRegisterEntry *
make_entry (MlgConnection *db, MlgRecord *outcome, const char *day, GError **error)
{
  g_autoptr (MlgRegisterEntry) entry = g_new0 (MlgRegisterEntry, 1);
  g_autoptr (GError) failure = NULL;
  MlgWho who = mlg_who_of_outcome (outcome);

  entry->outcome = g_object_ref (outcome);
  entry->meeting = mlg_record_get_integer (outcome, MLG_OUTCOME_MEETING);
  entry->late = is_late (outcome, day);
  entry->who = mlg_who_dup_name (db, &who, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (!mlg_connection_get_text (db, &entry->meeting_title, error,
                                "SELECT title FROM meeting WHERE id=?1", "i", entry->meeting)
      || !mlg_connection_get_text (db, &entry->day, error,
                                   "SELECT substr(starts,1,10) FROM meeting WHERE id=?1", "i",
                                   entry->meeting))
    return NULL;
  return g_steal_pointer (&entry);
}

static char *
make_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* Takes the outcomes, which may be NULL. */
static GPtrArray *
make_entries (MlgConnection *db, GPtrArray *outcomes, const char *day, GError **error)
{
  g_autoptr (GPtrArray) taken = outcomes;
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_register_entry_free);
  g_autofree char *today = make_today ();

  for (guint i = 0; taken != NULL && i < taken->len; i++)
    {
      MlgRegisterEntry *entry = make_entry (db, taken->pdata[i], day != NULL ? day : today, error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return taken != NULL ? g_steal_pointer (&entries) : NULL;
}

/**
 * mlg_register_list_decisions:
 * @series: a series; 0 for all meetings
 *
 * Returns: (transfer full) (element-type MlgRegisterEntry): the decisions, the latest meeting first
 */
GPtrArray *
mlg_register_list_decisions (MlgConnection *db, gint64 series, GError **error)
{
  return make_entries (
      db,
      mlg_record_load_where (db, &mlg_outcome_kind, error,
                             "WHERE type='decision' AND (?1=0 OR (SELECT m.series FROM meeting AS m"
                             " WHERE m.id=outcome.meeting)=?1) ORDER BY (SELECT m.starts FROM"
                             " meeting AS m WHERE m.id=outcome.meeting) DESC, id",
                             "i", series),
      NULL, error);
}

/**
 * mlg_register_list_actions:
 * @with_done: whether those that are done or dropped are wanted too
 * @day: (nullable): the day from which lateness is seen; %NULL for today
 *
 * Returns: (transfer full) (element-type MlgRegisterEntry): the actions of all meetings: by the day when
 *   they are due, so that late ones come first; then those without a day; done ones last
 */
GPtrArray *
mlg_register_list_actions (MlgConnection *db, gboolean with_done, const char *day, GError **error)
{
  return make_entries (
      db,
      mlg_record_load_where (db, &mlg_outcome_kind, error,
                             "WHERE type='action' AND (?1 OR coalesce(state,'open') IN ('open',"
                             " 'started')) ORDER BY coalesce(state,'open') IN ('done', 'dropped'),"
                             " due_on IS NULL, due_on, CASE priority WHEN 'high' THEN 0 WHEN 'low'"
                             " THEN 2 ELSE 1 END, id",
                             "i", (gint64) with_done),
      day, error);
}

/**
 * mlg_register_list_carried:
 * @meeting: a meeting
 *
 * Returns: (transfer full) (element-type MlgRegisterEntry): the actions that earlier meetings of its
 *   series, or of its group, left open: what a meeting looks back at. Lateness is seen from the
 *   meeting's day.
 */
GPtrArray *
mlg_register_list_carried (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autofree char *day = NULL;

  if (!mlg_connection_get_text (db, &day, error,
                                "SELECT substr(starts,1,10) FROM meeting"
                                " WHERE id=?1",
                                "i", meeting))
    return NULL;
  return make_entries (
      db,
      mlg_record_load_where (
          db, &mlg_outcome_kind, error,
          "WHERE type='action' AND coalesce(state,'open') IN ('open', 'started') AND meeting IN"
          " (SELECT e.id FROM meeting AS e JOIN meeting AS m ON m.id=?1 WHERE e.id<>m.id"
          " AND (e.series=m.series OR (m.series IS NULL AND e.grp=m.grp))"
          " AND (m.starts IS NULL OR e.starts<m.starts)) ORDER BY due_on IS NULL, due_on, id",
          "i", meeting),
      day, error);
}

/**
 * mlg_register_list_outcomes:
 * @meeting: a meeting
 *
 * Returns: (transfer full) (element-type MlgRegisterEntry): all that came out of one meeting, in the order
 *   in which it was noted. Lateness is seen from today.
 */
GPtrArray *
mlg_register_list_outcomes (MlgConnection *db, gint64 meeting, GError **error)
{
  return make_entries (db,
                       mlg_record_load_where (db, &mlg_outcome_kind, error,
                                              "WHERE meeting=?1 ORDER BY id", "i", meeting),
                       NULL, error);
}

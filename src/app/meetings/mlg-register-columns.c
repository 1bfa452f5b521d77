/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-register-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "meetings/mlg-meeting.h"
#include "meetings/mlg-outcome.h"

/* The register of decisions and the list of actions, as tables: their columns, and by what they can be
 * narrowed down. */

static MlgQuery *
only_actions (MlgQuery *query)
{
  static const char *const type[] = { "action", NULL };

  return mlg_query_with_values (query, MLG_OUTCOME_TYPE, type);
}

static MlgQuery *
only_decisions (MlgQuery *query)
{
  static const char *const type[] = { "decision", NULL };

  return mlg_query_with_values (query, MLG_OUTCOME_TYPE, type);
}

static char *
make_day (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);

  return g_date_time_format (day, "%Y-%m-%d");
}

static gboolean
is_open (MlgRecord *action)
{
  const char *state = mlg_record_get_text (action, MLG_OUTCOME_STATE);

  return g_strcmp0 (state, "done") != 0 && g_strcmp0 (state, "dropped") != 0;
}

/* What is late says so by a word. */
static char *
write_due (MlgRecord *action, guint field)
{
  const char *due = mlg_record_get_text (action, MLG_OUTCOME_DUE_ON);
  g_autofree char *today = make_day (0);
  g_autofree char *text = mlg_record_dup_display (action, field);

  if (due == NULL || strcmp (due, today) >= 0 || !is_open (action))
    return g_steal_pointer (&text);
  /* Translators: %s is the day on which an action should have been done. */
  return g_strdup_printf (_ ("%s, late"), text);
}

static char *
write_action_line (MlgRecord *action)
{
  g_autofree char *due = write_due (action, MLG_OUTCOME_DUE_ON);
  g_autofree char *state = mlg_record_dup_display (action, MLG_OUTCOME_STATE);
  const char *who = mlg_record_get_text (action, MLG_OUTCOME_WHO);
  GString *line = g_string_new (due);

  if (who != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", who);
  if (state != NULL && *state != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", state);
  return g_string_free (line, FALSE);
}

static char *
write_decision_line (MlgRecord *decision)
{
  return mlg_record_dup_display (decision, MLG_OUTCOME_DETAILS);
}

static const char *const open_states[] = { "open", "started", NULL };
static const char *const done_states[] = { "done", "dropped", NULL };

/* "Late" is a part of "to do"; all together are no condition. */
static MlgQuery *
apply_progress (MlgQuery *query, const char *const *values)
{
  gboolean late = values != NULL && g_strv_contains (values, "late");
  gboolean open = values != NULL && g_strv_contains (values, "open");
  gboolean done = values != NULL && g_strv_contains (values, "done");
  g_autofree char *yesterday = make_day (-1);
  const char *const *states = NULL;
  g_autoptr (MlgQuery) narrowed = NULL;

  if ((late || open) && !done)
    states = open_states;
  else if (done && !late && !open)
    states = done_states;
  narrowed = mlg_query_with_values (query, MLG_OUTCOME_STATE, states);
  return mlg_query_with_range (narrowed, MLG_OUTCOME_DUE_ON, NULL,
                               late && !open && !done ? yesterday : NULL);
}

static gboolean
count_progress (MlgQuery *query,
                MlgConnection *db,
                const char *value,
                const char *title,
                GPtrArray *facets,
                GError **error)
{
  const char *const values[] = { value, NULL };
  g_autoptr (MlgQuery) narrowed = apply_progress (query, values);
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
read_progress (MlgQuery *query, MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) facets = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_facet_free);

  if (!count_progress (query, db, "late", C_ ("actions", "Late"), facets, error)
      || !count_progress (query, db, "open", C_ ("actions", "To do"), facets, error)
      || !count_progress (query, db, "done", C_ ("actions", "Done or dropped"), facets, error))
    return NULL;
  return g_steal_pointer (&facets);
}

static GPtrArray *
read_priority (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet (query, db, MLG_OUTCOME_PRIORITY, error);
}

static MlgQuery *
apply_priority (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_values (query, MLG_OUTCOME_PRIORITY, values);
}

static GPtrArray *
read_meeting (MlgQuery *query, MlgConnection *db, GError **error)
{
  return mlg_query_facet (query, db, MLG_OUTCOME_MEETING, error);
}

static MlgQuery *
apply_meeting (MlgQuery *query, const char *const *values)
{
  return mlg_query_with_values (query, MLG_OUTCOME_MEETING, values);
}

static const MlgKind *const outcomes[] = { &mlg_outcome_kind, NULL };
static const MlgKind *const meetings[] = { &mlg_outcome_kind, &mlg_meeting_kind, NULL };

static const MlgColumn action_columns[] = {
  { "due", N_ ("Due on"), MLG_OUTCOME_DUE_ON, write_due, MLG_OUTCOME_DUE_ON, .width = 150 },
  { "text", N_ ("Action to do"), MLG_OUTCOME_TEXT, NULL, MLG_QUERY_BY_NAME },
  { "who", N_ ("Responsible"), MLG_OUTCOME_WHO, NULL, MLG_OUTCOME_WHO, .width = 150 },
  { "state", N_ ("State"), MLG_OUTCOME_STATE, NULL, MLG_OUTCOME_STATE, .width = 100 },
  { "priority", N_ ("Priority"), MLG_OUTCOME_PRIORITY, NULL, MLG_OUTCOME_PRIORITY, .width = 90,
    .hidden = TRUE },
  { NULL },
};

static const MlgFacetKind action_facets[] = {
  { "progress", N_ ("Progress"), outcomes, read_progress, apply_progress },
  { "priority", N_ ("Priority"), outcomes, read_priority, apply_priority },
  { "meeting", N_ ("Meeting"), meetings, read_meeting, apply_meeting },
  { NULL },
};

const MlgTableKind mlg_register_actions = {
  .kind = &mlg_outcome_kind,
  .title = N_ ("Actions to Do"),
  .search = N_ ("Search actions"),
  .columns = action_columns,
  .facets = action_facets,
  .line = write_action_line,
  .settings_key = "actions-columns",
  .base = only_actions,
};

static const MlgColumn decision_columns[] = {
  { "text", N_ ("Decision"), MLG_OUTCOME_TEXT, NULL, MLG_QUERY_BY_NAME },
  { "details", N_ ("Details"), MLG_OUTCOME_DETAILS, NULL, MLG_OUTCOME_DETAILS, .width = 220,
    .hidden = TRUE },
  { NULL },
};

static const MlgFacetKind decision_facets[] = {
  { "meeting", N_ ("Meeting"), meetings, read_meeting, apply_meeting },
  { NULL },
};

const MlgTableKind mlg_register_decisions = {
  .kind = &mlg_outcome_kind,
  .title = N_ ("Decisions"),
  .search = N_ ("Search decisions"),
  .columns = decision_columns,
  .facets = decision_facets,
  .line = write_decision_line,
  .settings_key = "decisions-columns",
  .base = only_decisions,
};

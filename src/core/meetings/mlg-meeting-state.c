/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-state.h"

#include <glib/gi18n-lib.h>

#include "mlg-meeting-rules.h"
#include "mlg-meeting-xml.h"
#include "mlg-meeting.h"
#include "mlg-minutes-version.h"

/* What goes with a change of state: its conditions, the days that are noted, and the versions of minutes
 * that are kept. */

static char *
make_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
refuse_step (const char *state, const char *next, GError **error)
{
  const char *const *possible = mlg_meeting_state_list_next (state);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; possible[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            mlg_code_list_get_title (&mlg_meeting_states, possible[i]));
  g_set_error (
      error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
      /* Translators: states of a meeting; the last one is a list of those that may follow. */
      _ ("From “%s” a meeting cannot become “%s”; it may become: %s"),
      mlg_code_list_get_title (&mlg_meeting_states, state),
      mlg_code_list_get_title (&mlg_meeting_states, next), list->str);
  return FALSE;
}

static gboolean
check_conditions (MlgRecord *before, MlgRecord *meeting, GError **error)
{
  const char *state = mlg_record_get_text (before, MLG_MEETING_STATE);
  const char *next = mlg_record_get_text (meeting, MLG_MEETING_STATE);
  const char *reason = mlg_record_get_text (meeting, MLG_MEETING_REOPEN_REASON);

  if (!mlg_meeting_state_may_become (state, next))
    return refuse_step (state != NULL ? state : "draft", next, error);
  if (g_str_equal (next, "convened") && mlg_record_is_null (meeting, MLG_MEETING_STARTS))
    g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                         _ ("Say when the meeting starts before you convene it"));
  else if (mlg_meeting_state_reopens (state, next)
           && (reason == NULL
               || g_strcmp0 (reason, mlg_record_get_text (before, MLG_MEETING_REOPEN_REASON)) == 0))
    g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                         _ ("Give the reason for which the minutes are reopened"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
keep_version (MlgConnection *db, gint64 meeting, const char *day, GError **error)
{
  g_autofree char *content = mlg_meeting_write_minutes (db, meeting, error);
  g_autoptr (MlgRecord) version = NULL;
  gint64 last = 0;

  if (content == NULL
      || !mlg_connection_get_integer (db, &last, error,
                                      "SELECT max(number) FROM minutes_version WHERE meeting=?1",
                                      "i", meeting))
    return FALSE;
  version = mlg_record_new (&mlg_minutes_version_kind);
  mlg_record_set_integer (version, MLG_MINUTES_VERSION_MEETING, meeting);
  mlg_record_set_integer (version, MLG_MINUTES_VERSION_NUMBER, last + 1);
  mlg_record_set_text (version, MLG_MINUTES_VERSION_MADE_ON, day);
  mlg_record_set_text (version, MLG_MINUTES_VERSION_CONTENT, content);
  return mlg_record_insert (db, version, error);
}

static gboolean
note_reopening (
    MlgConnection *db, gint64 meeting, const char *reason, const char *day, GError **error)
{
  g_autoptr (GPtrArray) versions =
      mlg_record_load_where (db, &mlg_minutes_version_kind, error,
                             "WHERE meeting=?1 ORDER BY number DESC LIMIT 1", "i", meeting);

  if (versions == NULL || versions->len == 0)
    return versions != NULL;
  mlg_record_set_text (versions->pdata[0], MLG_MINUTES_VERSION_REOPENED_ON, day);
  mlg_record_set_text (versions->pdata[0], MLG_MINUTES_VERSION_REASON, reason);
  return mlg_record_update (db, versions->pdata[0], error);
}

static void
note_day (MlgRecord *meeting, guint field, const char *day)
{
  if (mlg_record_is_null (meeting, field))
    mlg_record_set_text (meeting, field, day);
}

static gboolean
approve (MlgConnection *db, MlgRecord *meeting, const char *today, GError **error)
{
  note_day (meeting, MLG_MEETING_APPROVED_ON, today);
  mlg_record_set_null (meeting, MLG_MEETING_REOPEN_REASON);
  return keep_version (db, mlg_record_get_id (meeting),
                       mlg_record_get_text (meeting, MLG_MEETING_APPROVED_ON), error);
}

/**
 * mlg_meeting_prepare_state:
 * @before: a meeting as it is stored
 * @meeting: the same as it is to be
 *
 * Holds a change of state against the rules and does what goes with it: convening and approving note
 * their day; approving keeps a version of the minutes; reopening notes why in that version. To be
 * called before @meeting is written.
 *
 * Errors: %MLG_STORE_ERROR_INVALID.
 */
gboolean
mlg_meeting_prepare_state (MlgConnection *db, MlgRecord *before, MlgRecord *meeting, GError **error)
{
  const char *state = mlg_record_get_text (before, MLG_MEETING_STATE);
  g_autofree char *today = make_today ();
  const char *next;

  if (mlg_record_is_null (meeting, MLG_MEETING_STATE))
    mlg_record_set_text (meeting, MLG_MEETING_STATE, "draft");
  next = mlg_record_get_text (meeting, MLG_MEETING_STATE);
  if (g_strcmp0 (state, next) == 0)
    return TRUE;
  if (!check_conditions (before, meeting, error))
    return FALSE;
  if (g_str_equal (next, "convened"))
    note_day (meeting, MLG_MEETING_CONVENED_ON, today);
  if (g_str_equal (next, "approved") && g_strcmp0 (state, "held") == 0)
    return approve (db, meeting, today, error);
  if (!mlg_meeting_state_reopens (state, next) || !g_str_equal (next, "held"))
    return TRUE;
  mlg_record_set_null (meeting, MLG_MEETING_APPROVED_ON);
  return note_reopening (db, mlg_record_get_id (meeting),
                         mlg_record_get_text (meeting, MLG_MEETING_REOPEN_REASON), today, error);
}

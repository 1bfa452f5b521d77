/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-edit.h"

#include <glib/gi18n-lib.h>

#include "mlg-answer-edit.h"
#include "mlg-answer-line.h"
#include "mlg-answer.h"
#include "mlg-hand-count.h"
#include "mlg-participation.h"
#include "mlg-question-option.h"
#include "mlg-question.h"
#include "mlg-questionnaire-edit.h"
#include "mlg-questionnaire-section.h"
#include "mlg-questionnaire.h"
#include "mlg-theme-interest.h"
#include "mlg-theme-step.h"
#include "mlg-theme.h"
#include "store/mlg-action.h"

static char *
make_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
is_changed (MlgRecord *before, MlgRecord *after, guint field)
{
  return before == NULL
         || g_strcmp0 (mlg_record_get_text (before, field), mlg_record_get_text (after, field))
                != 0;
}

/* Notes today as the day of a state that is new. */
static void
note_day (MlgRecord *before, MlgRecord *record, guint state, guint day)
{
  g_autofree char *today = make_today ();

  if (is_changed (before, record, state)
      && (before == NULL ? mlg_record_is_null (record, day) : !is_changed (before, record, day)))
    mlg_record_set_text (record, day, today);
}

static gboolean
prepare_theme (MlgRecord *before, MlgRecord *theme)
{
  if (mlg_record_is_null (theme, MLG_THEME_STATE))
    mlg_record_set_text (theme, MLG_THEME_STATE, "proposed");
  note_day (before, theme, MLG_THEME_STATE, MLG_THEME_STATE_ON);
  return TRUE;
}

/* At the end, unless it says where. */
static gboolean
prepare_step (MlgConnection *db, MlgRecord *before, MlgRecord *step, GError **error)
{
  gboolean done = g_strcmp0 (mlg_record_get_text (step, MLG_THEME_STEP_STATE), "done") == 0;
  gint64 last = 0;

  if (mlg_record_is_null (step, MLG_THEME_STEP_STATE))
    mlg_record_set_text (step, MLG_THEME_STEP_STATE, "planned");
  if (done)
    note_day (before, step, MLG_THEME_STEP_STATE, MLG_THEME_STEP_DONE_ON);
  else
    mlg_record_set_null (step, MLG_THEME_STEP_DONE_ON);
  if (!mlg_record_is_null (step, MLG_THEME_STEP_POSITION))
    return TRUE;
  if (!mlg_connection_get_integer (db, &last, error,
                                   "SELECT max(position) FROM theme_step WHERE theme=?1", "i",
                                   mlg_record_get_integer (step, MLG_THEME_STEP_THEME)))
    return FALSE;
  mlg_record_set_integer (step, MLG_THEME_STEP_POSITION, last + 1);
  return TRUE;
}

static gboolean
prepare_interest (MlgRecord *interest, GError **error)
{
  g_autofree char *today = make_today ();

  if (mlg_record_is_null (interest, MLG_THEME_INTEREST_BODY)
      && mlg_record_is_null (interest, MLG_THEME_INTEREST_PERSON))
    {
      g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                           _ ("Say which body or which person is interested"));
      return FALSE;
    }
  if (mlg_record_is_null (interest, MLG_THEME_INTEREST_WISH))
    mlg_record_set_text (interest, MLG_THEME_INTEREST_WISH, "take-part");
  if (mlg_record_is_null (interest, MLG_THEME_INTEREST_SAID_ON))
    mlg_record_set_text (interest, MLG_THEME_INTEREST_SAID_ON, today);
  return TRUE;
}

static gboolean
prepare (MlgConnection *db, MlgRecord *before, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  if (kind == &mlg_theme_kind)
    return prepare_theme (before, record);
  if (kind == &mlg_theme_step_kind)
    return prepare_step (db, before, record, error);
  if (kind == &mlg_theme_interest_kind)
    return prepare_interest (record, error);
  if (kind == &mlg_answer_kind || kind == &mlg_answer_line_kind || kind == &mlg_hand_count_kind
      || kind == &mlg_participation_kind)
    return mlg_answer_prepare (db, before, record, error);
  return mlg_questionnaire_prepare (db, before, record, error);
}

/* The work ends with its restitution. */
static gboolean
deliver (MlgConnection *db, MlgRecord *step, GError **error)
{
  g_autoptr (MlgRecord) theme = NULL;

  if (g_strcmp0 (mlg_record_get_text (step, MLG_THEME_STEP_TYPE), "restitution") != 0
      || g_strcmp0 (mlg_record_get_text (step, MLG_THEME_STEP_STATE), "done") != 0)
    return TRUE;
  theme = mlg_record_load (db, &mlg_theme_kind, mlg_record_get_integer (step, MLG_THEME_STEP_THEME),
                           error);
  if (theme == NULL)
    return FALSE;
  if (g_strcmp0 (mlg_record_get_text (theme, MLG_THEME_STATE), "in-work") != 0)
    return TRUE;
  mlg_record_set_text (theme, MLG_THEME_STATE, "delivered");
  return mlg_theme_store (db, theme, error);
}

/**
 * mlg_theme_is_kind:
 *
 * Returns: whether records of this kind are of this room: to be written by mlg_theme_store()
 */
gboolean
mlg_theme_is_kind (const MlgKind *kind)
{
  const MlgKind *const kinds[] = {
    &mlg_theme_kind,
    &mlg_theme_step_kind,
    &mlg_theme_interest_kind,
    &mlg_questionnaire_kind,
    &mlg_questionnaire_section_kind,
    &mlg_question_kind,
    &mlg_question_option_kind,
    &mlg_answer_kind,
    &mlg_answer_line_kind,
    &mlg_participation_kind,
    &mlg_hand_count_kind,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kind == kinds[i])
      return TRUE;
  return FALSE;
}

/**
 * mlg_theme_store:
 * @record: a record of any kind of this room: new when it has no id, else changed
 *
 * Writes a record with what follows: a new one gets its place at the end, a state the day since when,
 * a question its code; the questions of an open questionnaire do not change any more; a theme in work whose
 * restitution is done is delivered. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID, with what to do instead.
 */
gboolean
mlg_theme_store (MlgConnection *db, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  gint64 id = mlg_record_get_id (record);
  g_autoptr (MlgRecord) before = NULL;

  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);
  g_return_val_if_fail (mlg_theme_is_kind (kind), FALSE);

  if (id != 0 && (before = mlg_record_load (db, kind, id, error)) == NULL)
    return FALSE;
  if (!prepare (db, before, record, error)
      || !(before != NULL ? mlg_record_update (db, record, error)
                          : mlg_record_insert (db, record, error)))
    return FALSE;
  return kind != &mlg_theme_step_kind || deliver (db, record, error);
}

/**
 * mlg_theme_remove:
 *
 * Removes a record of any kind of this room, with what belongs to it. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for a question of a questionnaire that is open.
 */
gboolean
mlg_theme_remove (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, kind, id, error);

  return record != NULL && mlg_questionnaire_check_removal (db, record, error)
         && mlg_record_remove (db, kind, id, error);
}

/**
 * mlg_theme_set_state:
 * @state: one of mlg_theme_states
 *
 * Takes a theme to another state, and notes the day. In an action only.
 */
gboolean
mlg_theme_set_state (MlgConnection *db, gint64 theme, const char *state, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_theme_kind, theme, error);

  return record != NULL && mlg_record_parse (record, MLG_THEME_STATE, state, error)
         && mlg_theme_store (db, record, error);
}

/**
 * mlg_theme_add_interest:
 * @body: a body, or 0
 * @person: a person, or 0
 * @wish: (nullable): one of mlg_theme_wishes; %NULL to take part
 *
 * Notes that somebody wants to work on a theme; nothing is done when it was noted. In an action only.
 */
gboolean
mlg_theme_add_interest (
    MlgConnection *db, gint64 theme, gint64 body, gint64 person, const char *wish, GError **error)
{
  g_autoptr (MlgRecord) interest = mlg_record_new (&mlg_theme_interest_kind);
  gint64 known = 0;

  if (!mlg_connection_get_integer (
          db, &known, error,
          "SELECT count(*) FROM theme_interest WHERE theme=?1 AND coalesce(body,0)=?2"
          " AND coalesce(person,0)=?3 AND wish=?4",
          "iiit", theme, body, person, wish != NULL ? wish : "take-part"))
    return FALSE;
  if (known > 0)
    return TRUE;
  mlg_record_set_integer (interest, MLG_THEME_INTEREST_THEME, theme);
  if (body != 0)
    mlg_record_set_integer (interest, MLG_THEME_INTEREST_BODY, body);
  if (person != 0)
    mlg_record_set_integer (interest, MLG_THEME_INTEREST_PERSON, person);
  return mlg_record_parse (interest, MLG_THEME_INTEREST_WISH, wish, error)
         && mlg_theme_store (db, interest, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-questionnaire-edit.h"

#include <glib/gi18n-lib.h>

#include "mlg-question-option.h"
#include "mlg-question.h"
#include "mlg-questionnaire-section.h"
#include "mlg-questionnaire.h"
#include "mlg-theme-edit.h"
#include "store/mlg-action.h"

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID, reason);
  return FALSE;
}

static gboolean
is_changed (MlgRecord *before, MlgRecord *after, guint field)
{
  g_autofree char *old = before != NULL ? mlg_record_dup_plain (before, field) : NULL;
  g_autofree char *new = mlg_record_dup_plain (after, field);

  return g_strcmp0 (old, new) != 0;
}

/**
 * mlg_question_type_has_options:
 * @type: one of mlg_question_types
 *
 * Returns: whether a question of this kind offers options
 */
gboolean
mlg_question_type_has_options (const char *type)
{
  static const char *const with[] = { "rank", "score", "choose", "dots", "choice", NULL };

  return type != NULL && g_strv_contains (with, type);
}

static void
set_default (MlgRecord *record, guint field, const char *code)
{
  if (mlg_record_is_null (record, field))
    mlg_record_set_text (record, field, code);
}

/* What nobody can answer is not opened. */
static gboolean
check_opening (MlgConnection *db, gint64 questionnaire, GError **error)
{
  g_autofree char *empty = NULL;
  gint64 n = 0;

  if (!mlg_connection_get_integer (
          db, &n, error, "SELECT count(*) FROM question WHERE questionnaire=?1", "i", questionnaire)
      || !mlg_connection_get_text (
          db, &empty, error,
          "SELECT text FROM question AS q WHERE questionnaire=?1 AND type IN"
          " ('rank','score','choose','dots','choice')"
          " AND NOT EXISTS (SELECT 1 FROM question_option WHERE question=q.id)"
          " ORDER BY position, id LIMIT 1",
          "i", questionnaire))
    return FALSE;
  if (n == 0)
    return refuse (error, _ ("The questionnaire has no question yet: add one before opening it"));
  if (empty == NULL)
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
               _ ("The question “%s” has no option yet: add some before opening the questionnaire"),
               empty);
  return FALSE;
}

/* Whether it is told who answered is promised before the first answer. */
static gboolean
check_promise (MlgConnection *db, MlgRecord *before, MlgRecord *questionnaire, GError **error)
{
  gint64 n = 0;

  if (mlg_record_get_boolean (before, MLG_QUESTIONNAIRE_ANONYMOUS)
      == mlg_record_get_boolean (questionnaire, MLG_QUESTIONNAIRE_ANONYMOUS))
    return TRUE;
  if (!mlg_connection_get_integer (db, &n, error,
                                   "SELECT count(*) FROM answer WHERE questionnaire=?1", "i",
                                   mlg_record_get_id (questionnaire)))
    return FALSE;
  return n == 0
         || refuse (error,
                    _ ("There are answers already: whether they are anonymous cannot change"));
}

static gboolean
prepare_new (MlgRecord *questionnaire, GError **error)
{
  set_default (questionnaire, MLG_QUESTIONNAIRE_STATE, "draft");
  set_default (questionnaire, MLG_QUESTIONNAIRE_PURPOSE, "free");
  set_default (questionnaire, MLG_QUESTIONNAIRE_RESPONDENT, "body");
  set_default (questionnaire, MLG_QUESTIONNAIRE_WEIGHTS, "equal");
  set_default (questionnaire, MLG_QUESTIONNAIRE_UNRANKED, "last");
  return g_str_equal (mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_STATE), "draft")
         || refuse (error, _ ("A new questionnaire is a draft: open it when it has questions"));
}

static gboolean
prepare_questionnaire (MlgConnection *db,
                       MlgRecord *before,
                       MlgRecord *questionnaire,
                       GError **error)
{
  const char *state;
  gint64 n = 0;

  if (before == NULL)
    return prepare_new (questionnaire, error);
  set_default (questionnaire, MLG_QUESTIONNAIRE_STATE, "draft");
  state = mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_STATE);
  if (!check_promise (db, before, questionnaire, error))
    return FALSE;
  if (!is_changed (before, questionnaire, MLG_QUESTIONNAIRE_STATE))
    return TRUE;
  if (g_str_equal (state, "closed"))
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

      mlg_record_set_text (questionnaire, MLG_QUESTIONNAIRE_CLOSED_ON, today);
      return TRUE;
    }
  mlg_record_set_null (questionnaire, MLG_QUESTIONNAIRE_CLOSED_ON);
  if (g_str_equal (state, "open"))
    return check_opening (db, mlg_record_get_id (questionnaire), error);
  if (!mlg_connection_get_integer (db, &n, error,
                                   "SELECT count(*) FROM answer WHERE questionnaire=?1", "i",
                                   mlg_record_get_id (questionnaire)))
    return FALSE;
  return n == 0
         || refuse (error,
                    _ ("There are answers already: it cannot be a draft again. Copy it instead"));
}

/* The questionnaire that a section, a question or an option belongs to; 0 for none. */
static gboolean
find_questionnaire (MlgConnection *db, MlgRecord *record, gint64 *questionnaire, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  *questionnaire = 0;
  if (kind == &mlg_questionnaire_section_kind)
    *questionnaire = mlg_record_get_integer (record, MLG_QUESTIONNAIRE_SECTION_QUESTIONNAIRE);
  else if (kind == &mlg_question_kind)
    *questionnaire = mlg_record_get_integer (record, MLG_QUESTION_QUESTIONNAIRE);
  else if (kind == &mlg_question_option_kind)
    return mlg_connection_get_integer (
        db, questionnaire, error, "SELECT questionnaire FROM question WHERE id=?1", "i",
        mlg_record_get_integer (record, MLG_QUESTION_OPTION_QUESTION));
  return TRUE;
}

/* Answers must mean tomorrow what they meant yesterday. */
static gboolean
check_draft (MlgConnection *db, MlgRecord *record, GError **error)
{
  g_autofree char *state = NULL;
  gint64 questionnaire;

  if (!find_questionnaire (db, record, &questionnaire, error))
    return FALSE;
  if (questionnaire == 0)
    return TRUE;
  if (!mlg_connection_get_text (db, &state, error, "SELECT state FROM questionnaire WHERE id=?1",
                                "i", questionnaire))
    return FALSE;
  return state == NULL || g_str_equal (state, "draft")
         || refuse (error,
                    _ ("The questionnaire is not a draft any more: its questions do not change. "
                       "Copy it to ask something else"));
}

/* What is asked; words may be corrected at any time. */
static gboolean
is_asked_otherwise (MlgRecord *before, MlgRecord *record)
{
  static const guint of_question[] = { MLG_QUESTION_QUESTIONNAIRE, MLG_QUESTION_TYPE,
                                       MLG_QUESTION_MOST,          MLG_QUESTION_LOWEST,
                                       MLG_QUESTION_HIGHEST,       MLG_QUESTION_CODE };
  static const guint of_option[] = { MLG_QUESTION_OPTION_QUESTION, MLG_QUESTION_OPTION_CODE };
  const MlgKind *kind = mlg_record_get_kind (record);
  gboolean question = kind == &mlg_question_kind;
  const guint *fields = question ? of_question : of_option;
  guint n = question ? G_N_ELEMENTS (of_question) : G_N_ELEMENTS (of_option);

  if (before == NULL)
    return kind != &mlg_questionnaire_section_kind;
  for (guint i = 0; kind != &mlg_questionnaire_section_kind && i < n; i++)
    if (is_changed (before, record, fields[i]))
      return TRUE;
  return FALSE;
}

/* Where a record stands among the others of its parent: a code and a place, and whether the code is
 * free. */
typedef struct
{
  guint parent, position;
  int code;
  const char *prefix;
} Place;

static gboolean
set_position (MlgConnection *db, MlgRecord *record, const Place *place, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  g_autofree char *sql = g_strdup_printf ("SELECT max(position) FROM %s WHERE %s=?1", kind->table,
                                          kind->fields[place->parent].name);
  gint64 last = 0;

  if (!mlg_record_is_null (record, place->position))
    return TRUE;
  if (!mlg_connection_get_integer (db, &last, error, sql, "i",
                                   mlg_record_get_integer (record, place->parent)))
    return FALSE;
  mlg_record_set_integer (record, place->position, last + 1);
  return TRUE;
}

static gboolean
is_code_taken (MlgConnection *db,
               MlgRecord *record,
               const Place *place,
               const char *code,
               gboolean *taken,
               GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM %s WHERE %s=?1 AND code=?2 COLLATE NOCASE AND id<>?3",
                       kind->table, kind->fields[place->parent].name);
  gint64 n = 0;

  if (!mlg_connection_get_integer (db, &n, error, sql, "iti",
                                   mlg_record_get_integer (record, place->parent), code,
                                   mlg_record_get_id (record)))
    return FALSE;
  *taken = n > 0;
  return TRUE;
}

static gboolean
set_code (MlgConnection *db, MlgRecord *record, const Place *place, GError **error)
{
  const char *given = mlg_record_get_text (record, (guint) place->code);
  gboolean taken = TRUE;

  if (given != NULL)
    {
      if (!is_code_taken (db, record, place, given, &taken, error))
        return FALSE;
      if (taken)
        g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                     _ ("The code “%s” is taken already"), given);
      return !taken;
    }
  for (gint64 n = mlg_record_get_integer (record, place->position); taken; n++)
    {
      g_autofree char *code = g_strdup_printf ("%s%" G_GINT64_FORMAT, place->prefix, n);

      if (!is_code_taken (db, record, place, code, &taken, error))
        return FALSE;
      if (!taken)
        mlg_record_set_text (record, (guint) place->code, code);
    }
  return TRUE;
}

static gboolean
set_place (MlgConnection *db, MlgRecord *record, GError **error)
{
  static const Place of_question = { MLG_QUESTION_QUESTIONNAIRE, MLG_QUESTION_POSITION,
                                     MLG_QUESTION_CODE, "Q" };
  static const Place of_option = { MLG_QUESTION_OPTION_QUESTION, MLG_QUESTION_OPTION_POSITION,
                                   MLG_QUESTION_OPTION_CODE, "A" };
  static const Place of_section = { MLG_QUESTIONNAIRE_SECTION_QUESTIONNAIRE,
                                    MLG_QUESTIONNAIRE_SECTION_POSITION, -1, NULL };
  const MlgKind *kind = mlg_record_get_kind (record);
  const Place *place = kind == &mlg_question_kind          ? &of_question
                       : kind == &mlg_question_option_kind ? &of_option
                                                           : &of_section;

  return set_position (db, record, place, error)
         && (place->code < 0 || set_code (db, record, place, error));
}

static gboolean
check_limits (MlgRecord *question, GError **error)
{
  if (!mlg_record_is_null (question, MLG_QUESTION_LOWEST)
      && !mlg_record_is_null (question, MLG_QUESTION_HIGHEST)
      && mlg_record_get_real (question, MLG_QUESTION_LOWEST)
             > mlg_record_get_real (question, MLG_QUESTION_HIGHEST))
    return refuse (error, _ ("The lowest number cannot be above the highest"));
  return TRUE;
}

/**
 * mlg_questionnaire_prepare:
 * @before: (nullable): the record as it is stored
 * @record: a questionnaire, a section, a question or an option, about to be stored
 *
 * For mlg_theme_store(): holds a record against the rules, and completes it.
 */
gboolean
mlg_questionnaire_prepare (MlgConnection *db, MlgRecord *before, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  if (kind == &mlg_questionnaire_kind)
    return prepare_questionnaire (db, before, record, error);
  if (is_asked_otherwise (before, record) && !check_draft (db, record, error))
    return FALSE;
  if (kind == &mlg_question_kind && !check_limits (record, error))
    return FALSE;
  return set_place (db, record, error);
}

/**
 * mlg_questionnaire_check_removal:
 *
 * For mlg_theme_remove(): questions and options stay once the questionnaire is open.
 */
gboolean
mlg_questionnaire_check_removal (MlgConnection *db, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  return (kind != &mlg_question_kind && kind != &mlg_question_option_kind)
         || check_draft (db, record, error);
}

/**
 * mlg_questionnaire_set_state:
 * @state: one of mlg_questionnaire_states
 *
 * Opens a questionnaire, closes it, or opens it again. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when it has nothing to answer, or has answers and was to be a draft.
 */
gboolean
mlg_questionnaire_set_state (MlgConnection *db,
                             gint64 questionnaire,
                             const char *state,
                             GError **error)
{
  g_autoptr (MlgRecord) record =
      mlg_record_load (db, &mlg_questionnaire_kind, questionnaire, error);

  return record != NULL && mlg_record_parse (record, MLG_QUESTIONNAIRE_STATE, state, error)
         && mlg_theme_store (db, record, error);
}

/**
 * mlg_questionnaire_add_question:
 * @type: one of mlg_question_types
 * @text: what is asked
 *
 * Adds a question at the end. In an action only.
 *
 * Returns: its id; 0 with @error set
 */
gint64
mlg_questionnaire_add_question (
    MlgConnection *db, gint64 questionnaire, const char *type, const char *text, GError **error)
{
  g_autoptr (MlgRecord) question = mlg_record_new (&mlg_question_kind);

  mlg_record_set_integer (question, MLG_QUESTION_QUESTIONNAIRE, questionnaire);
  if (!mlg_record_parse (question, MLG_QUESTION_TYPE, type, error)
      || !mlg_record_parse (question, MLG_QUESTION_TEXT, text, error)
      || !mlg_theme_store (db, question, error))
    return 0;
  return mlg_record_get_id (question);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answer-edit.h"

#include <glib/gi18n-lib.h>

#include "mlg-answer-line.h"
#include "mlg-answer-weight.h"
#include "mlg-answer.h"
#include "mlg-hand-count.h"
#include "mlg-participation.h"
#include "mlg-question.h"
#include "mlg-questionnaire.h"
#include "mlg-theme-edit.h"
#include "store/mlg-action.h"
#include "store/mlg-id.h"

static char *
make_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID, reason);
  return FALSE;
}

/**
 * mlg_answer_lines_new:
 *
 * Returns: (transfer full): no line yet, for mlg_answer_add_value() and mlg_answer_add_text()
 */
GPtrArray *
mlg_answer_lines_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static MlgRecord *
add_line (GPtrArray *lines, gint64 question)
{
  MlgRecord *line = mlg_record_new (&mlg_answer_line_kind);

  mlg_record_set_integer (line, MLG_ANSWER_LINE_QUESTION, question);
  g_ptr_array_add (lines, line);
  return line;
}

/**
 * mlg_answer_add_value:
 * @lines: (element-type MlgRecord): gets the value
 * @option: the option, or 0 where the question has none
 * @value: the rank from 1, the score, the dots, 1 for what is chosen, 1 or 0 for yes or no, the number
 */
void
mlg_answer_add_value (GPtrArray *lines, gint64 question, gint64 option, double value)
{
  MlgRecord *line = add_line (lines, question);

  if (option != 0)
    mlg_record_set_integer (line, MLG_ANSWER_LINE_OPTION, option);
  mlg_record_set_real (line, MLG_ANSWER_LINE_VALUE, value);
}

/**
 * mlg_answer_add_text:
 * @lines: (element-type MlgRecord): gets the words
 */
void
mlg_answer_add_text (GPtrArray *lines, gint64 question, const char *text)
{
  mlg_record_set_text (add_line (lines, question), MLG_ANSWER_LINE_TEXT, text);
}

/**
 * mlg_answer_find:
 * @body: who answered, or 0
 * @person: who answered, or 0
 * @answer: (out): the answer; 0 when there is none, or nobody can tell
 * @answered: (out): whether there is one
 *
 * Whether somebody answered already: the body, or the person where people answer.
 */
gboolean
mlg_answer_find (MlgConnection *db,
                 gint64 questionnaire,
                 gint64 body,
                 gint64 person,
                 gint64 *answer,
                 gboolean *answered,
                 GError **error)
{
  gboolean people = FALSE;
  g_autofree char *respondent = NULL;
  gint64 n = 0;

  *answer = 0;
  if (!mlg_connection_get_text (db, &respondent, error,
                                "SELECT respondent FROM questionnaire WHERE id=?1", "i",
                                questionnaire))
    return FALSE;
  people = g_strcmp0 (respondent, "person") == 0;
  *answered = FALSE;
  if ((people ? person : body) == 0)
    return TRUE;
  if (!mlg_connection_get_integer (
          db, answer, error,
          people ? "SELECT max(id) FROM answer WHERE questionnaire=?1 AND person=?2"
                 : "SELECT max(id) FROM answer WHERE questionnaire=?1 AND body=?2",
          "ii", questionnaire, people ? person : body)
      || !mlg_connection_get_integer (
          db, &n, error,
          people ? "SELECT count(*) FROM participation WHERE questionnaire=?1 AND person=?2"
                 : "SELECT count(*) FROM participation WHERE questionnaire=?1 AND body=?2",
          "ii", questionnaire, people ? person : body))
    return FALSE;
  *answered = *answer != 0 || n > 0;
  return TRUE;
}

/* A double answer gives way, or stops this one. */
static gboolean
settle_double (
    MlgConnection *db, const MlgForm *form, MlgRecord *answer, MlgAnswerFlags flags, GError **error)
{
  gint64 earlier = 0;
  gboolean answered = FALSE;
  gboolean people =
      g_strcmp0 (mlg_record_get_text (form->questionnaire, MLG_QUESTIONNAIRE_RESPONDENT), "person")
      == 0;

  if (!mlg_answer_find (db, mlg_record_get_id (form->questionnaire),
                        mlg_record_get_integer (answer, MLG_ANSWER_BODY),
                        mlg_record_get_integer (answer, MLG_ANSWER_PERSON), &earlier, &answered,
                        error))
    return FALSE;
  if (!answered || (earlier != 0 && earlier == mlg_record_get_id (answer)))
    return TRUE;
  if (earlier != 0 && (flags & MLG_ANSWER_REPLACE) != 0)
    return mlg_record_remove (db, &mlg_answer_kind, earlier, error);
  if (earlier == 0)
    return refuse (error, _ ("They answered already, and nobody can tell with what: an anonymous "
                             "answer cannot be replaced"));
  return refuse (error,
                 people ? _ ("This person answered already") : _ ("This body answered already"));
}

/* Who answered is noted apart, in no order that the answers are in too; what they are, as coarsely as the split by
 * groups needs. */
static gboolean
make_anonymous (MlgConnection *db, const MlgForm *form, MlgRecord *answer, GError **error)
{
  g_autoptr (MlgRecord) participation = mlg_record_new (&mlg_participation_kind);
  gint64 body = mlg_record_get_integer (answer, MLG_ANSWER_BODY);
  gint64 person = mlg_record_get_integer (answer, MLG_ANSWER_PERSON);

  if (!mlg_answer_take_traits (db, form->questionnaire, answer, error))
    return FALSE;
  mlg_record_set_null (answer, MLG_ANSWER_BODY);
  mlg_record_set_null (answer, MLG_ANSWER_PERSON);
  mlg_record_set_null (answer, MLG_ANSWER_RESPONDENT);
  if (body == 0 && person == 0)
    return TRUE;
  mlg_record_set_id (participation, mlg_id_new_unordered ());
  mlg_record_set_integer (participation, MLG_PARTICIPATION_QUESTIONNAIRE,
                          mlg_record_get_id (form->questionnaire));
  if (body != 0)
    mlg_record_set_integer (participation, MLG_PARTICIPATION_BODY, body);
  if (person != 0)
    mlg_record_set_integer (participation, MLG_PARTICIPATION_PERSON, person);
  return mlg_record_insert (db, participation, error);
}

/* A person stands for the body of their main function. */
static gboolean
find_body (MlgConnection *db, MlgRecord *answer, GError **error)
{
  gint64 body = 0;

  if (!mlg_record_is_null (answer, MLG_ANSWER_BODY)
      || mlg_record_is_null (answer, MLG_ANSWER_PERSON))
    return TRUE;
  if (!mlg_connection_get_integer (
          db, &body, error,
          "SELECT body FROM function WHERE person=?1 AND (until IS NULL OR until>=date('now'))"
          " ORDER BY coalesce(main,0) DESC, id LIMIT 1",
          "i", mlg_record_get_integer (answer, MLG_ANSWER_PERSON)))
    return FALSE;
  if (body != 0)
    mlg_record_set_integer (answer, MLG_ANSWER_BODY, body);
  return TRUE;
}

/* Who is known is named by their record alone: whoever is erased there is erased here too. */
static void
drop_name (MlgRecord *answer)
{
  if (!mlg_record_is_null (answer, MLG_ANSWER_PERSON))
    mlg_record_set_null (answer, MLG_ANSWER_RESPONDENT);
}

static gboolean
replace_lines (MlgConnection *db, MlgRecord *answer, GPtrArray *lines, GError **error)
{
  gint64 id = mlg_record_get_id (answer);

  if (!mlg_connection_execute (db, error, "DELETE FROM answer_line WHERE answer=?1", "i", id))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (MlgRecord) line = mlg_record_copy (lines->pdata[i]);

      mlg_record_set_id (line, 0);
      mlg_record_set_integer (line, MLG_ANSWER_LINE_ANSWER, id);
      if (!mlg_record_insert (db, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_strictly (MlgIssueList *issues, guint n_before, GError **error)
{
  for (guint i = n_before; i < mlg_issue_list_get_n (issues); i++)
    if (mlg_issue_list_get (issues, i)->severity == MLG_SEVERITY_ERROR)
      return refuse (error, mlg_issue_list_get (issues, i)->message);
  return TRUE;
}

/**
 * mlg_answer_store:
 * @form: the questionnaire, as mlg_form_load() gives it
 * @answer: who answered and when: new when it has no id, else all its lines are replaced; in an anonymous
 *   questionnaire it loses who it is of, which is noted apart
 * @lines: (element-type MlgRecord): what was answered, as mlg_answer_add_value() makes it
 * @place: (nullable): where, for the issues
 * @issues: gets what mlg_answer_check() finds
 *
 * Stores a filled questionnaire. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when the questionnaire is not open, when they answered already, or,
 * with %MLG_ANSWER_STRICT, when something is impossible.
 */
gboolean
mlg_answer_store (MlgConnection *db,
                  const MlgForm *form,
                  MlgRecord *answer,
                  GPtrArray *lines,
                  MlgAnswerFlags flags,
                  const MlgAnswerPlace *place,
                  MlgIssueList *issues,
                  GError **error)
{
  guint n_before = mlg_issue_list_get_n (issues);
  g_autoptr (GPtrArray) kept = mlg_answer_check (form, lines, place, issues);
  gboolean anonymous = mlg_record_get_boolean (form->questionnaire, MLG_QUESTIONNAIRE_ANONYMOUS);

  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);

  if ((flags & MLG_ANSWER_STRICT) != 0 && !check_strictly (issues, n_before, error))
    return FALSE;
  mlg_record_set_integer (answer, MLG_ANSWER_QUESTIONNAIRE,
                          mlg_record_get_id (form->questionnaire));
  drop_name (answer);
  if (!find_body (db, answer, error) || !settle_double (db, form, answer, flags, error)
      || (anonymous && !make_anonymous (db, form, answer, error))
      || !mlg_theme_store (db, answer, error))
    return FALSE;
  return replace_lines (db, answer, kept, error);
}

/**
 * mlg_answer_load_lines:
 *
 * Returns: (transfer full) (element-type MlgRecord): what an answer says; %NULL with @error set
 */
GPtrArray *
mlg_answer_load_lines (MlgConnection *db, gint64 answer, GError **error)
{
  return mlg_record_load_where (db, &mlg_answer_line_kind, error, "WHERE answer=?1 ORDER BY id",
                                "i", answer);
}

static gboolean
check_open (MlgConnection *db, gint64 questionnaire, GError **error)
{
  g_autofree char *state = NULL;

  if (!mlg_connection_get_text (db, &state, error, "SELECT state FROM questionnaire WHERE id=?1",
                                "i", questionnaire))
    return FALSE;
  if (g_strcmp0 (state, "open") == 0)
    return TRUE;
  return refuse (error, g_strcmp0 (state, "closed") == 0
                            ? _ ("The questionnaire is closed: open it again to take answers")
                            : _ ("The questionnaire is a draft: open it to take answers"));
}

static gboolean
find_questionnaire (MlgConnection *db, MlgRecord *record, gint64 *questionnaire, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  if (kind == &mlg_hand_count_kind)
    return mlg_connection_get_integer (db, questionnaire, error,
                                       "SELECT questionnaire FROM question WHERE id=?1", "i",
                                       mlg_record_get_integer (record, MLG_HAND_COUNT_QUESTION));
  if (kind == &mlg_answer_line_kind)
    return mlg_connection_get_integer (db, questionnaire, error,
                                       "SELECT questionnaire FROM answer WHERE id=?1", "i",
                                       mlg_record_get_integer (record, MLG_ANSWER_LINE_ANSWER));
  *questionnaire = kind == &mlg_answer_kind
                       ? mlg_record_get_integer (record, MLG_ANSWER_QUESTIONNAIRE)
                       : mlg_record_get_integer (record, MLG_PARTICIPATION_QUESTIONNAIRE);
  return TRUE;
}

/**
 * mlg_answer_prepare:
 * @before: (nullable): the record as it is stored
 * @record: an answer, one of its lines, or a show of hands, about to be stored
 *
 * For mlg_theme_store(): answers are taken while the questionnaire is open.
 */
gboolean
mlg_answer_prepare (MlgConnection *db, MlgRecord *before, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  g_autofree char *today = make_today ();
  gint64 questionnaire = 0;

  if (!find_questionnaire (db, record, &questionnaire, error)
      || !check_open (db, questionnaire, error))
    return FALSE;
  if (kind == &mlg_answer_kind && mlg_record_is_null (record, MLG_ANSWER_ANSWERED_ON))
    mlg_record_set_text (record, MLG_ANSWER_ANSWERED_ON, today);
  if (kind == &mlg_answer_kind && mlg_record_is_null (record, MLG_ANSWER_SOURCE))
    mlg_record_set_text (record, MLG_ANSWER_SOURCE, "keyed");
  if (kind == &mlg_hand_count_kind && mlg_record_is_null (record, MLG_HAND_COUNT_COUNTED_ON))
    mlg_record_set_text (record, MLG_HAND_COUNT_COUNTED_ON, today);
  return TRUE;
}

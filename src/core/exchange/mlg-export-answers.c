/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mlg-import-answers.h"
#include "mlg-table-writer.h"
#include "themes/mlg-answer-line.h"
#include "themes/mlg-answer.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"
#include "themes/mlg-questionnaire.h"

/* Answers as a table that mlg_import_answers() reads again: columns "Q1[A3]", a row for each answer. */

static void
write_headings (MlgTableWriter *writer, const MlgForm *form, gboolean named)
{
  if (named)
    {
      mlg_table_writer_add_cell (writer, "body");
      mlg_table_writer_add_cell (writer, "respondent");
      mlg_table_writer_add_cell (writer, "date");
    }
  for (guint i = 0; i < form->questions->len; i++)
    {
      const MlgFormQuestion *question = form->questions->pdata[i];
      const char *code = mlg_record_get_text (question->question, MLG_QUESTION_CODE);

      if (question->options->len == 0)
        mlg_table_writer_add_cell (writer, code);
      for (guint j = 0; j < question->options->len; j++)
        {
          g_autofree char *heading = g_strdup_printf (
              "%s[%s]", code,
              mlg_record_get_text (question->options->pdata[j], MLG_QUESTION_OPTION_CODE));

          mlg_table_writer_add_cell (writer, heading);
        }
    }
  mlg_table_writer_end_row (writer);
}

static MlgRecord *
find_line (GPtrArray *lines, gint64 question, gint64 option)
{
  for (guint i = 0; i < lines->len; i++)
    if (mlg_record_get_integer (lines->pdata[i], MLG_ANSWER_LINE_QUESTION) == question
        && mlg_record_get_integer (lines->pdata[i], MLG_ANSWER_LINE_OPTION) == option)
      return lines->pdata[i];
  return NULL;
}

static void
write_line (MlgTableWriter *writer, GPtrArray *lines, gint64 question, gint64 option)
{
  MlgRecord *line = find_line (lines, question, option);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (line == NULL)
    mlg_table_writer_add_cell (writer, NULL);
  else if (mlg_record_is_null (line, MLG_ANSWER_LINE_VALUE))
    mlg_table_writer_add_cell (writer, mlg_record_get_text (line, MLG_ANSWER_LINE_TEXT));
  else
    mlg_table_writer_add_cell (writer,
                               g_ascii_formatd (number, sizeof number, "%.10g",
                                                mlg_record_get_real (line, MLG_ANSWER_LINE_VALUE)));
}

static gboolean
write_who (MlgConnection *db, MlgTableWriter *writer, MlgRecord *answer, GError **error)
{
  g_autofree char *body = NULL;

  if (!mlg_connection_get_text (db, &body, error, "SELECT name FROM body WHERE id=?1", "i",
                                mlg_record_get_integer (answer, MLG_ANSWER_BODY)))
    return FALSE;
  mlg_table_writer_add_cell (writer, body);
  mlg_table_writer_add_cell (writer, mlg_record_get_text (answer, MLG_ANSWER_RESPONDENT));
  mlg_table_writer_add_cell (writer, mlg_record_get_text (answer, MLG_ANSWER_ANSWERED_ON));
  return TRUE;
}

static gboolean
write_answer (MlgConnection *db,
              MlgTableWriter *writer,
              const MlgForm *form,
              MlgRecord *answer,
              gboolean named,
              GError **error)
{
  g_autoptr (GPtrArray) lines = mlg_answer_load_lines (db, mlg_record_get_id (answer), error);

  if (lines == NULL || (named && !write_who (db, writer, answer, error)))
    return FALSE;
  for (guint i = 0; i < form->questions->len; i++)
    {
      const MlgFormQuestion *question = form->questions->pdata[i];
      gint64 id = mlg_record_get_id (question->question);

      if (question->options->len == 0)
        write_line (writer, lines, id, 0);
      for (guint j = 0; j < question->options->len; j++)
        write_line (writer, lines, id, mlg_record_get_id (question->options->pdata[j]));
    }
  mlg_table_writer_end_row (writer);
  return TRUE;
}

/**
 * mlg_export_answers:
 * @issues: gets that nobody is named
 *
 * Returns: (transfer full): the answers as a table (CSV), by body; of an anonymous questionnaire without
 *   anything that tells answers apart, in an order that tells nothing; %NULL with @error set
 */
GBytes *
mlg_export_answers (MlgConnection *db, gint64 questionnaire, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgForm) form = mlg_form_load (db, questionnaire, error);
  g_autoptr (MlgTableWriter) writer = mlg_table_writer_new ();
  g_autoptr (GPtrArray) answers = NULL;
  gboolean anonymous;

  if (form == NULL)
    return NULL;
  anonymous = mlg_record_get_boolean (form->questionnaire, MLG_QUESTIONNAIRE_ANONYMOUS);
  if (anonymous)
    mlg_issue_list_add (issues, MLG_SEVERITY_NOTE, NULL, 0, 0,
                        _ ("The answers are anonymous: nobody is named"));
  answers = mlg_record_load_where (db, &mlg_answer_kind, error,
                                   anonymous ? "WHERE questionnaire=?1 ORDER BY random()"
                                             : "WHERE questionnaire=?1 ORDER BY id",
                                   "i", questionnaire);
  write_headings (writer, form, !anonymous);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    if (!write_answer (db, writer, form, answers->pdata[i], !anonymous, error))
      return NULL;
  return answers != NULL ? mlg_table_writer_finish (writer) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-exchange-error.h"
#include "mlg-heading.h"
#include "mlg-import-answers-private.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"

/* What the headings of a table of answers mean. Survey programs write the code of a question or its whole
 * text, and beside it, in brackets, the code or the text of an option, or a rank: "Q1[A3]", "Q1. Which
 * themes? [Paper]", "Which themes? [Rank 1]". Others put the options in a second row. */

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *x = a != NULL ? mlg_heading_simplify (a) : NULL;
  g_autofree char *y = b != NULL ? mlg_heading_simplify (b) : NULL;

  return x != NULL && y != NULL && *x != '\0' && g_str_equal (x, y);
}

/**
 * mlg_answer_find_option:
 * @text: its code or its label, whatever the capitals and accents
 *
 * Returns: (transfer none) (nullable): the option
 */
MlgRecord *
mlg_answer_find_option (const MlgFormQuestion *question, const char *text)
{
  static const guint fields[] = { MLG_QUESTION_OPTION_CODE, MLG_QUESTION_OPTION_LABEL };

  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    for (guint i = 0; i < question->options->len; i++)
      if (is_same (mlg_record_get_text (question->options->pdata[i], fields[f]), text))
        return question->options->pdata[i];
  return NULL;
}

/* "Q1", "Q1. Which themes?", "Which themes?" */
static MlgFormQuestion *
find_question (const MlgForm *form, const char *text)
{
  MlgFormQuestion *by_code = mlg_form_find_question_by_code (form, text);
  const char *dot = strchr (text, '.');
  g_autofree char *code = dot != NULL ? g_strndup (text, dot - text) : NULL;

  if (by_code != NULL)
    return by_code;
  for (guint i = 0; i < form->questions->len; i++)
    {
      MlgFormQuestion *question = form->questions->pdata[i];

      if (is_same (mlg_record_get_text (question->question, MLG_QUESTION_TEXT), text))
        return question;
    }
  return code != NULL ? mlg_form_find_question_by_code (form, g_strstrip (code)) : NULL;
}

/* "1", "Rank 1", "Rang 1", "Choix 1" */
static guint
find_rank (const char *text)
{
  static const char *const words[] = { "rank", "rang", "ranking", "choix", "choice", "" };
  g_autofree char *simple = mlg_heading_simplify (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint64 rank = 0;
      const char *rest = simple + strlen (words[i]);

      if (g_str_has_prefix (simple, words[i])
          && g_ascii_string_to_unsigned (rest + strspn (rest, " "), 10, 1, 1000, &rank, NULL))
        return (guint) rank;
    }
  return 0;
}

static gboolean
set_part (MlgAnswerColumn *column, const char *part)
{
  const char *type = mlg_form_question_get_type (column->question);

  column->option = mlg_answer_find_option (column->question, part);
  column->rank = column->option == NULL && g_str_equal (type, "rank") ? find_rank (part) : 0;
  column->type = column->option != NULL ? MLG_ANSWER_COLUMN_OPTION : MLG_ANSWER_COLUMN_RANK;
  return column->option != NULL || column->rank > 0;
}

static gboolean
find_about (const char *heading, MlgAnswerColumn *column)
{
  static const struct
  {
    const char *heading;
    MlgAnswerColumnType type;
  } known[] = {
    { "body", MLG_ANSWER_COLUMN_BODY },
    { "organisme", MLG_ANSWER_COLUMN_BODY },
    { "collectivite", MLG_ANSWER_COLUMN_BODY },
    { "structure", MLG_ANSWER_COLUMN_BODY },
    { "commune", MLG_ANSWER_COLUMN_BODY },
    { "siren", MLG_ANSWER_COLUMN_BODY },
    { "insee", MLG_ANSWER_COLUMN_BODY },
    { "email", MLG_ANSWER_COLUMN_EMAIL },
    { "e mail", MLG_ANSWER_COLUMN_EMAIL },
    { "courriel", MLG_ANSWER_COLUMN_EMAIL },
    { "respondent", MLG_ANSWER_COLUMN_RESPONDENT },
    { "nom", MLG_ANSWER_COLUMN_RESPONDENT },
    { "name", MLG_ANSWER_COLUMN_RESPONDENT },
    { "prenom et nom", MLG_ANSWER_COLUMN_RESPONDENT },
    { "role", MLG_ANSWER_COLUMN_ROLE },
    { "fonction", MLG_ANSWER_COLUMN_ROLE },
    { "date", MLG_ANSWER_COLUMN_DATE },
    { "submitdate", MLG_ANSWER_COLUMN_SUBMITTED },
    { "date de soumission", MLG_ANSWER_COLUMN_SUBMITTED },
    { "date submitted", MLG_ANSWER_COLUMN_SUBMITTED },
    { "soumis le", MLG_ANSWER_COLUMN_DATE },
    { "weight", MLG_ANSWER_COLUMN_WEIGHT },
    { "poids", MLG_ANSWER_COLUMN_WEIGHT },
  };
  g_autofree char *simple = mlg_heading_simplify (heading);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].heading, simple))
      {
        column->type = known[i].type;
        return TRUE;
      }
  return FALSE;
}

/* An option alone, when one question only has it. */
static gboolean
find_lone_option (const MlgForm *form, const char *heading, MlgAnswerColumn *column)
{
  guint n = 0;

  for (guint i = 0; i < form->questions->len; i++)
    {
      MlgRecord *option = mlg_answer_find_option (form->questions->pdata[i], heading);

      if (option == NULL)
        continue;
      *column = (MlgAnswerColumn){ MLG_ANSWER_COLUMN_OPTION, form->questions->pdata[i], option, 0 };
      n++;
    }
  return n == 1;
}

/* "Q1[A3]" → "Q1", "A3" */
static gboolean
split_heading (const char *heading, char **base, char **part)
{
  const char *open = strrchr (heading, '[');
  gsize length = strlen (heading);

  if (open == NULL || open == heading || heading[length - 1] != ']')
    return FALSE;
  *base = g_strstrip (g_strndup (heading, open - heading));
  *part = g_strndup (open + 1, length - (open - heading) - 2);
  return TRUE;
}

/* "Q1[A3]. Which themes? [Paper]", code and text together, or "Q1_A3": what the code says. */
static gboolean
read_code (const MlgForm *form, const char *heading, MlgAnswerColumn *column)
{
  const char *open = strchr (heading, '[');
  const char *close = open != NULL ? strchr (open, ']') : NULL;
  const char *line = open == NULL ? strrchr (heading, '_') : NULL;
  g_autofree char *base = NULL;
  g_autofree char *part = NULL;

  if (close != NULL)
    {
      base = g_strndup (heading, open - heading);
      part = g_strndup (open + 1, close - open - 1);
    }
  else if (line != NULL)
    {
      base = g_strndup (heading, line - heading);
      part = g_strdup (line + 1);
    }
  column->question = base != NULL ? mlg_form_find_question_by_code (form, base) : NULL;
  return column->question != NULL && set_part (column, part);
}

static gboolean
read_heading (const MlgForm *form, const char *heading, MlgAnswerColumn *column)
{
  g_autofree char *base = NULL;
  g_autofree char *part = NULL;

  *column = (MlgAnswerColumn){ MLG_ANSWER_COLUMN_NOTHING, NULL, NULL, 0 };
  if (*heading == '\0')
    return FALSE;
  column->question = find_question (form, heading);
  if (column->question != NULL)
    {
      column->type = MLG_ANSWER_COLUMN_QUESTION;
      return TRUE;
    }
  if (split_heading (heading, &base, &part)
      && (column->question = find_question (form, base)) != NULL && set_part (column, part))
    return TRUE;
  if (read_code (form, heading, column))
    return TRUE;
  *column = (MlgAnswerColumn){ MLG_ANSWER_COLUMN_NOTHING, NULL, NULL, 0 };
  if (find_about (heading, column) || find_lone_option (form, heading, column))
    return TRUE;
  *column = (MlgAnswerColumn){ MLG_ANSWER_COLUMN_NOTHING, NULL, NULL, 0 };
  return FALSE;
}

/* Options in a row under the questions: each cell of it is a part of the question above or before it. Framaforms
 * writes there the questions without options too, and who answers. */
static gboolean
read_second_row (MlgTable *table, const MlgForm *form, GArray *columns)
{
  g_autoptr (GArray) found = g_array_copy (columns);
  const MlgFormQuestion *question = NULL;
  guint n_parts = 0;

  for (guint i = 0; mlg_table_get_n_rows (table) > 0 && i < found->len; i++)
    {
      MlgAnswerColumn *column = &g_array_index (found, MlgAnswerColumn, i);
      const char *cell = mlg_table_get_cell (table, 0, i);
      MlgAnswerColumn part;

      if (column->question != NULL)
        question = column->question;
      else if (*mlg_table_get_heading (table, i) != '\0')
        question = NULL;
      part = (MlgAnswerColumn){ MLG_ANSWER_COLUMN_NOTHING, question, NULL, 0 };
      if (cell == NULL || *cell == '\0')
        continue;
      if (question == NULL || !set_part (&part, cell))
        {
          if (column->question == NULL && read_heading (form, cell, &part))
            *column = part;
          continue;
        }
      /* The answer to a choice is an option too: parts have no row of their own then. */
      if (column->question != NULL && g_str_equal (mlg_form_question_get_type (question), "choice"))
        continue;
      *column = part;
      n_parts++;
    }
  if (n_parts < 2)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    g_array_index (columns, MlgAnswerColumn, i) = g_array_index (found, MlgAnswerColumn, i);
  return TRUE;
}

/* A second row of headings has questions above it that are asked once, and blanks after them. */
static gboolean
has_blank_headings (MlgTable *table)
{
  for (guint i = 1; i < mlg_table_get_n_columns (table); i++)
    if (*mlg_table_get_heading (table, i) == '\0')
      return TRUE;
  return FALSE;
}

/* "COLUMN=FIELD": FIELD as a heading is read, or nothing. */
static gboolean
apply_map (const MlgForm *form, MlgTable *table, const char *map, GArray *columns, GError **error)
{
  const char *equal = strrchr (map, '=');
  g_autofree char *heading = equal != NULL ? g_strndup (map, equal - map) : NULL;
  int at = heading != NULL ? mlg_table_find_heading (table, heading) : -1;

  if (at < 0)
    {
      g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING,
                   _ ("%s: there is no column “%s”"), mlg_table_get_file (table),
                   heading != NULL ? heading : map);
      return FALSE;
    }
  if (read_heading (form, equal + 1, &g_array_index (columns, MlgAnswerColumn, at))
      || equal[1] == '\0')
    return TRUE;
  g_set_error (
      error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING,
      _ ("“%s” is no question: its code is expected, or Q1[A3] for an option, Q1[1] for a rank, "
         "or one of body, email, respondent, role, date, weight"),
      equal + 1);
  return FALSE;
}

static gboolean
has_answers (GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, MlgAnswerColumn, i).question != NULL)
      return TRUE;
  return FALSE;
}

/**
 * mlg_answer_columns_find:
 * @maps: (nullable): "COLUMN=FIELD", …
 * @first_row: (out): the first row of answers: 1 when row 0 is one of headings
 * @issues: gets the columns that are left aside
 *
 * Returns: (transfer full) (element-type MlgAnswerColumn): what each column says; %NULL with @error set
 *   when none is an answer
 */
GArray *
mlg_answer_columns_find (const MlgForm *form,
                         MlgTable *table,
                         const char *const *maps,
                         guint *first_row,
                         MlgIssueList *issues,
                         GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (MlgAnswerColumn));

  g_array_set_size (columns, mlg_table_get_n_columns (table));
  for (guint i = 0; i < columns->len; i++)
    read_heading (form, mlg_table_get_heading (table, i),
                  &g_array_index (columns, MlgAnswerColumn, i));
  *first_row = has_blank_headings (table) && read_second_row (table, form, columns) ? 1 : 0;
  for (; maps != NULL && *maps != NULL; maps++)
    if (!apply_map (form, table, *maps, columns, error))
      return NULL;
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, MlgAnswerColumn, i).type == MLG_ANSWER_COLUMN_NOTHING
        && *mlg_table_get_heading (table, i) != '\0')
      mlg_issue_list_add (issues, MLG_SEVERITY_NOTE, mlg_table_get_file (table), 1, (int) i + 1,
                          _ ("the column “%s” is no question: it is left aside"),
                          mlg_table_get_heading (table, i));
  if (has_answers (columns))
    return g_steal_pointer (&columns);
  g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING,
               _ ("%s: no column is a question of the questionnaire: say which one is with "
                  "COLUMN=CODE"),
               mlg_table_get_file (table));
  return NULL;
}

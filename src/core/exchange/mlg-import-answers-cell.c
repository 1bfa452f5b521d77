/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mlg-heading.h"
#include "mlg-import-answers-private.h"

/* What the cells of a table of answers say: codes, labels, numbers, yes and no. */

static gboolean
is_one_of (const char *cell, const char *const *words)
{
  g_autofree char *simple = mlg_heading_simplify (cell);

  return g_strv_contains (words, simple);
}

/* Returns: 1 for yes, 0 for no, -1 for neither. */
static int
read_yes_no (const char *cell)
{
  static const char *const yes[] = { "y", "yes", "o", "oui", "1", "x", "true", "vrai", NULL };
  static const char *const no[] = { "n", "no", "non", "0", "false", "faux", NULL };

  if (g_str_equal (cell, "☒") || g_str_equal (cell, "☑") || g_str_equal (cell, "✓")
      || is_one_of (cell, yes))
    return 1;
  return g_str_equal (cell, "☐") || is_one_of (cell, no) ? 0 : -1;
}

static gboolean
read_number (const char *cell, double *number)
{
  g_autofree char *text = g_strdelimit (g_strdup (cell), ",", '.');
  char *end = NULL;

  g_strstrip (text);
  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number);
}

static gint64
get_id (const MlgFormQuestion *question)
{
  return mlg_record_get_id (question->question);
}

static gboolean
add_option (const MlgAnswerColumn *column, const char *text, double value, GPtrArray *lines)
{
  MlgRecord *option = mlg_answer_find_option (column->question, text);

  if (option == NULL)
    return FALSE;
  mlg_answer_add_value (lines, get_id (column->question), mlg_record_get_id (option), value);
  return TRUE;
}

/* Several options in one cell, in order: "A > B", "A; B", "A | B", or a line each; commas may stand
 * within a label, so they come last. */
static gboolean
read_list (const MlgAnswerColumn *column, const char *cell, gboolean ranks, GPtrArray *lines)
{
  static const char *const separators[] = { ">", "\n", "|", ";", "," };
  const char *separator = separators[0];
  g_auto (GStrv) parts = NULL;
  gint rank = 1;

  if (add_option (column, cell, 1, lines))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (strstr (cell, separators[i]) != NULL)
      {
        separator = separators[i];
        break;
      }
  parts = g_strsplit (cell, separator, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && !add_option (column, parts[i], ranks ? rank++ : 1, lines))
      return FALSE;
  return TRUE;
}

static gboolean
read_whole (const MlgAnswerColumn *column, const char *cell, GPtrArray *lines)
{
  const char *type = mlg_form_question_get_type (column->question);
  gint64 id = get_id (column->question);
  double number;

  if (g_str_equal (type, "text"))
    mlg_answer_add_text (lines, id, cell);
  else if (g_str_equal (type, "number") && read_number (cell, &number))
    mlg_answer_add_value (lines, id, 0, number);
  else if (g_str_equal (type, "yes-no") && read_yes_no (cell) >= 0)
    mlg_answer_add_value (lines, id, 0, read_yes_no (cell));
  else if (g_str_equal (type, "choice"))
    return add_option (column, cell, 1, lines);
  else if (g_str_equal (type, "rank") || g_str_equal (type, "choose"))
    return read_list (column, cell, g_str_equal (type, "rank"), lines);
  else
    return FALSE;
  return TRUE;
}

/* What is said of one option: chosen or not, or a number. "A3" of a scale is 3. */
static gboolean
read_about_option (const MlgAnswerColumn *column, const char *cell, GPtrArray *lines)
{
  const char *type = mlg_form_question_get_type (column->question);
  gboolean chosen = g_str_equal (type, "choose") || g_str_equal (type, "choice");
  double number;

  if (chosen)
    {
      number = mlg_answer_find_option (column->question, cell) == column->option
                   ? 1
                   : read_yes_no (cell);
      if (number < 0)
        return FALSE;
      if (number < 1)
        return TRUE;
    }
  else if (!read_number (cell, &number)
           && !(g_ascii_isalpha (*cell) && read_number (cell + 1, &number)))
    return FALSE;
  mlg_answer_add_value (lines, get_id (column->question), mlg_record_get_id (column->option),
                        number);
  return TRUE;
}

/**
 * mlg_answer_read_cell:
 * @column: one with a question
 * @cell: what stands there, not blank
 * @lines: (element-type MlgRecord): gets what it says
 * @why: (out): why it is not understood
 *
 * Returns: whether it is understood
 */
gboolean
mlg_answer_read_cell (const MlgAnswerColumn *column, const char *cell, GPtrArray *lines, char **why)
{
  gboolean right;

  if (column->type == MLG_ANSWER_COLUMN_RANK)
    right = add_option (column, cell, column->rank, lines);
  else if (column->type == MLG_ANSWER_COLUMN_OPTION)
    right = read_about_option (column, cell, lines);
  else
    right = read_whole (column, cell, lines);
  if (!right)
    *why = g_strdup_printf (_ ("“%s” is no answer to the question"), cell);
  return right;
}

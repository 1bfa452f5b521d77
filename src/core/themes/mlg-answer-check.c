/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mlg-answer-edit.h"
#include "mlg-answer-line.h"
#include "mlg-question-option.h"
#include "mlg-question.h"

/* What was answered, held against what could be: what cannot be is told, never mended in silence. */
typedef struct
{
  const MlgFormQuestion *question;
  const MlgAnswerPlace *place;
  MlgIssueList *issues;
} Check;

static const char *
get_label (const Check *c)
{
  return mlg_record_get_text (c->question->question, MLG_QUESTION_TEXT);
}

G_GNUC_PRINTF (3, 4)
static void
say (const Check *c, MlgSeverity severity, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mlg_issue_list_add (c->issues, severity, c->place != NULL ? c->place->file : NULL,
                      c->place != NULL ? c->place->line : 0, 0,
                      /* Translators: a question, and what is wrong with its answer. */
                      _ ("“%s”: %s"), get_label (c), what);
}

static double
get_value (GPtrArray *lines, guint i)
{
  return mlg_record_get_real (lines->pdata[i], MLG_ANSWER_LINE_VALUE);
}

static guint
get_most (const Check *c, guint otherwise)
{
  return mlg_record_is_null (c->question->question, MLG_QUESTION_MOST)
             ? otherwise
             : (guint) mlg_record_get_integer (c->question->question, MLG_QUESTION_MOST);
}

static gboolean
is_whole (double value, double lowest, double highest)
{
  return value >= lowest && value <= highest && value - floor (value) <= 0;
}

/* Each option once. */
static gboolean
check_options (const Check *c, GPtrArray *lines)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      gint64 id = mlg_record_get_integer (lines->pdata[i], MLG_ANSWER_LINE_OPTION);
      MlgRecord *option = mlg_form_question_find_option (c->question, id);

      if (option == NULL)
        {
          say (c, MLG_SEVERITY_ERROR, _ ("what was chosen is no option of it"));
          return FALSE;
        }
      if (!g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        {
          say (c, MLG_SEVERITY_ERROR, _ ("“%s” was answered twice"),
               mlg_record_get_text (option, MLG_QUESTION_OPTION_LABEL));
          return FALSE;
        }
    }
  return TRUE;
}

/* Ranks that two options share are a tie, and one that is left out changes nothing: both are told, for
 * they may be slips. */
static void
tell_odd_ranks (const Check *c, GPtrArray *lines, guint n)
{
  g_autofree guint *times = g_new0 (guint, n + 1);
  gboolean gap = FALSE;

  for (guint i = 0; i < lines->len; i++)
    times[(guint) get_value (lines, i)]++;
  for (guint rank = 1; rank <= n; rank++)
    {
      if (times[rank] > 1)
        say (c, MLG_SEVERITY_WARNING, _ ("the rank %u was given %u times: counted as a tie"), rank,
             times[rank]);
      if (times[rank] > 0 && gap)
        {
          say (c, MLG_SEVERITY_WARNING, _ ("a rank before %u was left out"), rank);
          return;
        }
      gap = times[rank] == 0 && (rank == 1 || times[rank - 1] < 2);
    }
}

static gboolean
check_ranks (const Check *c, GPtrArray *lines)
{
  guint n = c->question->options->len;

  for (guint i = 0; i < lines->len; i++)
    if (!is_whole (get_value (lines, i), 1, n))
      {
        say (c, MLG_SEVERITY_ERROR,
             _ ("the rank %g is impossible: a number from 1 to %u is expected"),
             get_value (lines, i), n);
        return FALSE;
      }
  if (lines->len > get_most (c, n))
    {
      say (c, MLG_SEVERITY_ERROR, _ ("%u were ranked: %u at the most are expected"), lines->len,
           get_most (c, n));
      return FALSE;
    }
  tell_odd_ranks (c, lines, n);
  return TRUE;
}

/* An impossible score is left out alone: it says nothing on the others. */
static gboolean
check_scores (const Check *c, GPtrArray *lines)
{
  for (guint i = lines->len; i > 0; i--)
    if (!(get_value (lines, i - 1) >= 0 && get_value (lines, i - 1) <= MLG_SCORE_MAX))
      {
        say (c, MLG_SEVERITY_ERROR,
             _ ("the score %g is impossible: a number from 0 to %d is expected"),
             get_value (lines, i - 1), MLG_SCORE_MAX);
        g_ptr_array_remove_index (lines, i - 1);
      }
  return TRUE;
}

static gboolean
check_choices (const Check *c, GPtrArray *lines)
{
  gboolean one = g_str_equal (mlg_form_question_get_type (c->question), "choice");
  guint most = one ? 1 : get_most (c, c->question->options->len);

  for (guint i = lines->len; i > 0; i--)
    if (!(get_value (lines, i - 1) > 0))
      g_ptr_array_remove_index (lines, i - 1);
  if (lines->len <= most)
    return TRUE;
  say (c, MLG_SEVERITY_ERROR, _ ("%u were chosen: %u at the most are expected"), lines->len, most);
  return FALSE;
}

static gboolean
check_dots (const Check *c, GPtrArray *lines)
{
  guint most = get_most (c, MLG_DOTS_USUAL);
  double sum = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      if (!is_whole (get_value (lines, i), 0, most))
        {
          say (c, MLG_SEVERITY_ERROR,
               _ ("%g dots are impossible: a number from 0 to %u is expected"),
               get_value (lines, i), most);
          return FALSE;
        }
      sum += get_value (lines, i);
    }
  if (sum > most)
    say (c, MLG_SEVERITY_ERROR, _ ("%g dots were given: there are %u"), sum, most);
  return sum <= most;
}

static gboolean
check_once (const Check *c, GPtrArray *lines)
{
  if (lines->len > 1)
    say (c, MLG_SEVERITY_ERROR, _ ("it was answered twice"));
  return lines->len <= 1;
}

static gboolean
check_yes_no (const Check *c, GPtrArray *lines)
{
  if (!check_once (c, lines))
    return FALSE;
  if (lines->len == 0 || is_whole (get_value (lines, 0), 0, 1))
    return TRUE;
  say (c, MLG_SEVERITY_ERROR, _ ("yes (1) or no (0) is expected"));
  return FALSE;
}

static gboolean
check_number (const Check *c, GPtrArray *lines)
{
  MlgRecord *question = c->question->question;
  double value = lines->len > 0 ? get_value (lines, 0) : 0;

  if (!check_once (c, lines))
    return FALSE;
  if (lines->len == 0
      || ((mlg_record_is_null (question, MLG_QUESTION_LOWEST)
           || value >= mlg_record_get_real (question, MLG_QUESTION_LOWEST))
          && (mlg_record_is_null (question, MLG_QUESTION_HIGHEST)
              || value <= mlg_record_get_real (question, MLG_QUESTION_HIGHEST))))
    return TRUE;
  say (c, MLG_SEVERITY_ERROR, _ ("the number %g is out of bounds"), value);
  return FALSE;
}

static gboolean
check_question (const Check *c, GPtrArray *lines)
{
  static const struct
  {
    const char *type;
    gboolean options;
    gboolean (*check) (const Check *c, GPtrArray *lines);
  } checks[] = {
    { "rank", TRUE, check_ranks },     { "score", TRUE, check_scores },
    { "choose", TRUE, check_choices }, { "choice", TRUE, check_choices },
    { "dots", TRUE, check_dots },      { "yes-no", FALSE, check_yes_no },
    { "number", FALSE, check_number }, { "text", FALSE, check_once },
  };
  const char *type = mlg_form_question_get_type (c->question);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_str_equal (checks[i].type, type))
      return (!checks[i].options || check_options (c, lines)) && checks[i].check (c, lines);
  g_assert_not_reached ();
}

static GPtrArray *
take_lines (GPtrArray *lines, gint64 question)
{
  GPtrArray *own = mlg_answer_lines_new ();

  for (guint i = 0; i < lines->len; i++)
    if (mlg_record_get_integer (lines->pdata[i], MLG_ANSWER_LINE_QUESTION) == question)
      g_ptr_array_add (own, g_object_ref (lines->pdata[i]));
  return own;
}

/**
 * mlg_answer_check:
 * @lines: (element-type MlgRecord): what was answered
 * @place: (nullable): where, for the issues
 * @issues: gets what is impossible (errors), and what is odd but counts (warnings)
 *
 * Holds an answer against its questionnaire: no rank beyond the options, no score out of 0 to 5, not more
 * choices or dots than there are, nothing twice.
 *
 * Returns: (transfer container) (element-type MlgRecord): the lines that are possible; where one is not,
 *   its question is left out as a whole, but a score alone
 */
GPtrArray *
mlg_answer_check (const MlgForm *form,
                  GPtrArray *lines,
                  const MlgAnswerPlace *place,
                  MlgIssueList *issues)
{
  GPtrArray *kept = mlg_answer_lines_new ();

  for (guint i = 0; i < form->questions->len; i++)
    {
      Check c = { form->questions->pdata[i], place, issues };
      g_autoptr (GPtrArray) own = take_lines (lines, mlg_record_get_id (c.question->question));

      if (own->len == 0 && mlg_record_get_boolean (c.question->question, MLG_QUESTION_REQUIRED))
        say (&c, MLG_SEVERITY_WARNING, _ ("an answer is required"));
      if (check_question (&c, own))
        g_ptr_array_extend_and_steal (kept, g_steal_pointer (&own));
    }
  return kept;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answer-typing.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-code-list.h"
#include "themes/mlg-answer-edit.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"

/* What somebody types who reads a sheet of paper: one short line for each question, digits alone
 * wherever that is enough. Options go by their number on the sheet. */

static gint64
get_option (const MlgFormQuestion *question, guint number)
{
  return mlg_record_get_id (question->options->pdata[number - 1]);
}

static gint64
get_id (const MlgFormQuestion *question)
{
  return mlg_record_get_id (question->question);
}

static char *
refuse_number (const MlgFormQuestion *question, const char *word)
{
  return g_strdup_printf (_ ("“%s”: a number from 1 to %u is expected"), word,
                          question->options->len);
}

/* 0 for none of the options. */
static guint
read_option (const MlgFormQuestion *question, const char *word)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (word, 10, 1, MAX (question->options->len, 1), &number, NULL)
      || question->options->len == 0)
    return 0;
  return (guint) number;
}

static GStrv
split (const char *text, const char *separators)
{
  g_auto (GStrv) words = g_strsplit_set (text, separators, -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      g_strv_builder_add (kept, words[i]);
  return g_strv_builder_end (kept);
}

/* "3 1=5 2": the best first; "=" between those that are equal. */
static gboolean
read_ranks (const MlgFormQuestion *question, const char *text, GPtrArray *lines, char **why)
{
  g_autoptr (GString) spaced = g_string_new (text);
  g_auto (GStrv) levels = NULL;
  guint rank = 1;

  /* A tie holds together whatever the spaces around its sign. */
  while (g_string_replace (spaced, " =", "=", 0) + g_string_replace (spaced, "= ", "=", 0) > 0)
    ;
  levels = split (spaced->str, " ,;>/");
  for (guint i = 0; levels[i] != NULL; i++)
    {
      g_auto (GStrv) tied = split (levels[i], "=");

      for (guint j = 0; tied[j] != NULL; j++)
        {
          guint number = read_option (question, tied[j]);

          if (number == 0)
            {
              *why = refuse_number (question, tied[j]);
              return FALSE;
            }
          mlg_answer_add_value (lines, get_id (question), get_option (question, number), rank);
        }
      rank += g_strv_length (tied);
    }
  return TRUE;
}

/* "1 4 7": those that are chosen. */
static gboolean
read_choices (const MlgFormQuestion *question, const char *text, GPtrArray *lines, char **why)
{
  g_auto (GStrv) words = split (text, " ,;/+");

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint number = read_option (question, words[i]);

      if (number == 0)
        {
          *why = refuse_number (question, words[i]);
          return FALSE;
        }
      mlg_answer_add_value (lines, get_id (question), get_option (question, number), 1);
    }
  return TRUE;
}

static gboolean
read_double (const char *word, double *value)
{
  g_autofree char *plain = g_strdelimit (g_strdup (word), ",", '.');
  char *end = NULL;

  errno = 0;
  *value = g_ascii_strtod (plain, &end);
  return end != plain && *end == '\0' && errno == 0 && *value > -1e15 && *value < 1e15;
}

/* Digits in a row, one for each option, are a row of scores. */
static GStrv
split_scores (const MlgFormQuestion *question, const char *text)
{
  g_autoptr (GStrvBuilder) words = NULL;

  if (!g_str_equal (mlg_form_question_get_type (question), "score")
      || strlen (text) != question->options->len || question->options->len < 2
      || strspn (text, "0123456789-") != strlen (text))
    return split (text, " ;/");
  words = g_strv_builder_new ();
  for (const char *p = text; *p != '\0'; p++)
    {
      const char word[] = { *p, '\0' };

      g_strv_builder_add (words, word);
    }
  return g_strv_builder_end (words);
}

/* "3 0 - 5": one value for each option, in their order; "-" for none. */
static gboolean
read_values (const MlgFormQuestion *question, const char *text, GPtrArray *lines, char **why)
{
  g_auto (GStrv) words = split_scores (question, text);
  guint n = g_strv_length (words);

  if (n > question->options->len)
    {
      *why = g_strdup_printf (ngettext ("%u value for %u options", "%u values for %u options", n),
                              n, question->options->len);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      double value = 0;

      if (g_str_equal (words[i], "-"))
        continue;
      if (!read_double (words[i], &value))
        {
          *why = g_strdup_printf (_ ("“%s” is no number"), words[i]);
          return FALSE;
        }
      mlg_answer_add_value (lines, get_id (question), get_option (question, i + 1), value);
    }
  return TRUE;
}

static gboolean
read_yes_no (const MlgFormQuestion *question, const char *text, GPtrArray *lines, char **why)
{
  static const char *const yes[] = { "y", "yes", "o", "oui", "1", NULL };
  static const char *const no[] = { "n", "no", "non", "0", NULL };
  g_autofree char *word = g_utf8_strdown (text, -1);

  if (!g_strv_contains (yes, word) && !g_strv_contains (no, word))
    {
      *why = g_strdup_printf (_ ("“%s”: yes or no is expected"), text);
      return FALSE;
    }
  mlg_answer_add_value (lines, get_id (question), 0, g_strv_contains (yes, word) ? 1 : 0);
  return TRUE;
}

static gboolean
read_number (const MlgFormQuestion *question, const char *text, GPtrArray *lines, char **why)
{
  double value = 0;

  if (!read_double (text, &value))
    {
      *why = g_strdup_printf (_ ("“%s” is no number"), text);
      return FALSE;
    }
  mlg_answer_add_value (lines, get_id (question), 0, value);
  return TRUE;
}

static gboolean
read_text (const MlgFormQuestion *question, const char *text, GPtrArray *lines, char **why)
{
  mlg_answer_add_text (lines, get_id (question), text);
  return TRUE;
}

static const struct
{
  const char *type;
  gboolean (*read) (const MlgFormQuestion *question,
                    const char *text,
                    GPtrArray *lines,
                    char **why);
  const char *hint;
} types[] = {
  { "rank", read_ranks, N_ ("Numbers, the best first: 3 1 2; 1=5 for a tie") },
  { "score", read_values, N_ ("A score from 0 to 5 for each, in order; - for none") },
  { "choose", read_choices, N_ ("The numbers that are ticked: 1 4 7") },
  { "dots", read_values, N_ ("The dots of each, in order; - for none") },
  { "yes-no", read_yes_no, N_ ("y or n") },
  { "choice", read_choices, N_ ("The number that is ticked") },
  { "number", read_number, N_ ("A number") },
  { "text", read_text, N_ ("Words") },
};

static int
find_type (const MlgFormQuestion *question)
{
  const char *type = mlg_form_question_get_type (question);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (type, types[i].type) == 0)
      return (int) i;
  return -1;
}

/**
 * mlg_answer_typing_read:
 * @text: what was typed; nothing for no answer
 * @lines: (element-type MlgRecord): gets the answer; see mlg_answer_lines_new()
 * @why: (out) (transfer full): what is wrong
 *
 * Reads the answer to one question. Whether it is possible, mlg_answer_check() says afterwards.
 *
 * Returns: %FALSE with @why set when it cannot be understood
 */
gboolean
mlg_answer_typing_read (const MlgFormQuestion *question,
                        const char *text,
                        GPtrArray *lines,
                        char **why)
{
  int type = find_type (question);
  g_autofree char *clean = g_strstrip (g_strdup (text));

  *why = NULL;
  return type < 0 || *clean == '\0' || types[type].read (question, clean, lines, why);
}

/**
 * mlg_answer_typing_explain:
 *
 * Returns: (transfer full): what to type, and the numbers of the options: "… 1 Paper · 2 Food"
 */
char *
mlg_answer_typing_explain (const MlgFormQuestion *question)
{
  int type = find_type (question);
  GString *text = g_string_new (type >= 0 ? _ (types[type].hint) : "");

  for (guint i = 0; i < question->options->len; i++)
    g_string_append_printf (
        text, "%s%u %s", i == 0 ? "\n" : " · ", i + 1,
        mlg_record_get_text (question->options->pdata[i], MLG_QUESTION_OPTION_LABEL));
  return g_string_free (text, FALSE);
}

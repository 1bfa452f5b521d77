/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mlg-answer-typing.h"
#include "themes/mlg-answer-line.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"

/* An answer as one would type it: the way back of mlg_answer_typing_read(). */

/* What was said of one option. */
typedef struct
{
  guint number; /* from 1; 0 where the question has no options */
  double value;
  const char *text; /* (unowned) (nullable) */
} Said;

static guint
find_number (const MlgFormQuestion *question, gint64 option)
{
  for (guint i = 0; i < question->options->len; i++)
    if (mlg_record_get_id (question->options->pdata[i]) == option)
      return i + 1;
  return 0;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return (int) ((const Said *) a)->number - (int) ((const Said *) b)->number;
}

/* By rank, then by number. */
static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Said *x = a, *y = b;

  return x->value < y->value ? -1 : x->value > y->value ? 1 : compare_numbers (a, b);
}

static GArray *
list_said (const MlgFormQuestion *question, GPtrArray *lines)
{
  GArray *said = g_array_new (FALSE, FALSE, sizeof (Said));

  for (guint i = 0; i < lines->len; i++)
    {
      MlgRecord *line = lines->pdata[i];
      Said one = { find_number (question, mlg_record_get_integer (line, MLG_ANSWER_LINE_OPTION)),
                   mlg_record_get_real (line, MLG_ANSWER_LINE_VALUE),
                   mlg_record_get_text (line, MLG_ANSWER_LINE_TEXT) };

      if (mlg_record_get_integer (line, MLG_ANSWER_LINE_QUESTION)
          == mlg_record_get_id (question->question))
        g_array_append_val (said, one);
    }
  return said;
}

static void
append_value (GString *text, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}

/* "3 1=5 2" */
static void
print_ranks (const MlgFormQuestion *question, GArray *said, GString *text)
{
  g_array_sort (said, compare_ranks);
  for (guint i = 0; i < said->len; i++)
    {
      const Said *one = &g_array_index (said, Said, i);
      gboolean tied = i > 0 && !(one->value > g_array_index (said, Said, i - 1).value);

      g_string_append_printf (text, "%s%u", i == 0 ? "" : tied ? "=" : " ", one->number);
    }
}

/* "1 4 7" */
static void
print_choices (const MlgFormQuestion *question, GArray *said, GString *text)
{
  g_array_sort (said, compare_numbers);
  for (guint i = 0; i < said->len; i++)
    if (g_array_index (said, Said, i).value > 0)
      g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "",
                              g_array_index (said, Said, i).number);
}

/* "3 0 - 5" */
static void
print_values (const MlgFormQuestion *question, GArray *said, GString *text)
{
  guint place = 1;

  g_array_sort (said, compare_numbers);
  for (guint i = 0; i < said->len; i++)
    {
      const Said *one = &g_array_index (said, Said, i);

      for (; place < one->number; place++)
        g_string_append (text, place > 1 ? " -" : "-");
      if (one->number > 1)
        g_string_append_c (text, ' ');
      append_value (text, one->value);
      place = one->number + 1;
    }
}

static void
print_yes_no (const MlgFormQuestion *question, GArray *said, GString *text)
{
  if (said->len > 0)
    g_string_append (text, g_array_index (said, Said, 0).value > 0 ? C_ ("typed answer", "y")
                                                                   : C_ ("typed answer", "n"));
}

static void
print_number (const MlgFormQuestion *question, GArray *said, GString *text)
{
  if (said->len > 0)
    append_value (text, g_array_index (said, Said, 0).value);
}

static void
print_text (const MlgFormQuestion *question, GArray *said, GString *text)
{
  if (said->len > 0 && g_array_index (said, Said, 0).text != NULL)
    g_string_append (text, g_array_index (said, Said, 0).text);
}

static const struct
{
  const char *type;
  void (*print) (const MlgFormQuestion *question, GArray *said, GString *text);
} types[] = {
  { "rank", print_ranks },    { "score", print_values },  { "choose", print_choices },
  { "dots", print_values },   { "yes-no", print_yes_no }, { "choice", print_choices },
  { "number", print_number }, { "text", print_text },
};

/**
 * mlg_answer_typing_print:
 * @lines: (element-type MlgRecord): an answer to all questions
 *
 * Returns: (transfer full): what is to be typed for the same answer to @question; empty when it says nothing
 */
char *
mlg_answer_typing_print (const MlgFormQuestion *question, GPtrArray *lines)
{
  g_autoptr (GArray) said = list_said (question, lines);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].type, mlg_form_question_get_type (question)) == 0)
      types[i].print (question, said, text);
  return g_string_free (text, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "themes/mlg-answer-edit.h"
#include "themes/mlg-answer-line.h"
#include "themes/mlg-answer-typing.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"

/* What is typed from a sheet of paper, read. */

static MlgFormQuestion *
make_question (const char *type, guint n)
{
  MlgFormQuestion *question = g_new0 (MlgFormQuestion, 1);

  question->question = mlg_record_new (&mlg_question_kind);
  mlg_record_set_id (question->question, 1);
  mlg_record_set_text (question->question, MLG_QUESTION_TYPE, type);
  question->options = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      MlgRecord *option = mlg_record_new (&mlg_question_option_kind);
      g_autofree char *label = g_strdup_printf ("Option %c", 'A' + i);

      mlg_record_set_id (option, 101 + i);
      mlg_record_set_text (option, MLG_QUESTION_OPTION_LABEL, label);
      g_ptr_array_add (question->options, option);
    }
  return question;
}

static void
free_question (MlgFormQuestion *question)
{
  g_object_unref (question->question);
  g_ptr_array_unref (question->options);
  g_free (question);
}

/* "103:1 101:2": options and values; NULL when it cannot be understood. */
static char *
read_text (const char *type, guint n, const char *text)
{
  MlgFormQuestion *question = make_question (type, n);
  g_autoptr (GPtrArray) lines = mlg_answer_lines_new ();
  g_autoptr (GString) read = g_string_new (NULL);
  g_autofree char *why = NULL;
  gboolean right = mlg_answer_typing_read (question, text, lines, &why);

  g_assert_true (right == (why == NULL));
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (read, "%s%d:%g", i > 0 ? " " : "",
                            (int) mlg_record_get_integer (lines->pdata[i], MLG_ANSWER_LINE_OPTION),
                            mlg_record_get_real (lines->pdata[i], MLG_ANSWER_LINE_VALUE));
  free_question (question);
  return right ? g_string_free (g_steal_pointer (&read), FALSE) : NULL;
}

static void
test_read (void)
{
  static const struct
  {
    const char *type;
    guint n;
    const char *text;
    const char *read;
  } cases[] = {
    { "rank", 5, "3 1 2", "103:1 101:2 102:3" },
    { "rank", 5, "3>1=5, 2", "103:1 101:2 105:2 102:4" },
    { "rank", 5, " 3 1 = 5  2 ", "103:1 101:2 105:2 102:4" },
    { "rank", 5, "", "" },
    { "rank", 5, "6", NULL },
    { "rank", 5, "0", NULL },
    { "rank", 5, "papier", NULL },
    { "score", 3, "5 0 3", "101:5 102:0 103:3" },
    { "score", 3, "503", "101:5 102:0 103:3" },
    { "score", 3, "5-3", "101:5 103:3" },
    { "score", 3, "5 - 2,5", "101:5 103:2.5" },
    { "score", 3, "1 2 3 4", NULL },
    { "dots", 3, "10", "101:10" },
    { "dots", 2, "6 4", "101:6 102:4" },
    { "choose", 12, "1 4 12", "101:1 104:1 112:1" },
    { "choose", 3, "1,3", "101:1 103:1" },
    { "choice", 3, "2", "102:1" },
    { "yes-no", 0, "O", "0:1" },
    { "yes-no", 0, "non", "0:0" },
    { "yes-no", 0, "peut-être", NULL },
    { "number", 0, "12,5", "0:12.5" },
    { "number", 0, "douze", NULL },
    { "text", 0, "Des marchés types", "0:0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = read_text (cases[i].type, cases[i].n, cases[i].text);

      g_test_message ("%s “%s”", cases[i].type, cases[i].text);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* What was read is printed as it can be typed again. */
static void
test_print (void)
{
  static const struct
  {
    const char *type;
    guint n;
    const char *text;
    const char *printed;
  } cases[] = {
    { "rank", 5, "3>1 =5, 2", "3 1=5 2" }, { "rank", 5, "", "" },
    { "score", 3, "5-2,5", NULL },         { "score", 3, "503", "5 0 3" },
    { "score", 3, "- - 2,5", "- - 2.5" },  { "dots", 3, "- 4", "- 4" },
    { "choose", 12, "12 1,4", "1 4 12" },  { "choice", 3, "2", "2" },
    { "yes-no", 0, "Oui", "y" },           { "yes-no", 0, "n", "n" },
    { "number", 0, "12,5", "12.5" },       { "text", 0, "Des marchés types", "Des marchés types" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MlgFormQuestion *question = make_question (cases[i].type, cases[i].n);
      g_autoptr (GPtrArray) lines = mlg_answer_lines_new ();
      g_autofree char *why = NULL;
      g_autofree char *printed = NULL;

      if (mlg_answer_typing_read (question, cases[i].text, lines, &why))
        printed = mlg_answer_typing_print (question, lines);
      g_assert_cmpstr (printed, ==, cases[i].printed);
      free_question (question);
    }
}

static void
test_explain (void)
{
  MlgFormQuestion *question = make_question ("choose", 2);
  g_autofree char *text = mlg_answer_typing_explain (question);

  g_assert_true (g_str_has_suffix (text, "\n1 Option A · 2 Option B"));
  free_question (question);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/themes/typing/read", test_read);
  g_test_add_func ("/themes/typing/print", test_print);
  g_test_add_func ("/themes/typing/explain", test_explain);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library/mlg-draft-question.h"
#include "small-template.h"
#include "template/mlg-shipped-template.h"

/* A question is asked while something in the text needs its answer, and says what that is. */

#define START                                                                                      \
  "<template xmlns=\"urn:maillage:template:1\" xmlns:d=\"urn:maillage:document:1\""                \
  " xml:lang=\"fr\" revision=\"1\" uri=\"" SMALL_TEMPLATE "\"><identity><title>T</title>"          \
  "<origin>V</origin></identity><fields>"                                                          \
  "<field name=\"open\" type=\"yes-no\"><label>O</label></field>"                                  \
  "<field name=\"talks\" type=\"yes-no\"><label>N</label></field>"                                 \
  "<field name=\"rounds\" type=\"number\" required=\"true\"><label>R</label></field>"              \
  "<field name=\"lots\" type=\"rows\"><label>L</label>"                                            \
  "<column name=\"title\" type=\"text\">T</column></field>"                                        \
  "<field name=\"days\" type=\"number\" default=\"30\"><label>D</label></field>"                   \
  "<field name=\"alone\" type=\"text\"><label>A</label></field>"                                   \
  "</fields><piece role=\"rc\"><title>RC</title><text>"

#define CLAUSE(title, text)                                                                        \
  "<clause uri=\"urn:uuid:33333333-3333-4333-8333-333333333333\" revision=\"1\" "                  \
  "ambition=\"good\" dimension=\"circ-econ\""                                                      \
  " phase=\"specification\"><title>" title "</title><text><d:p>" text "</d:p></text></clause>"

#define TEXT                                                                                           \
  START "<d:p>Lots : <value select=\"count(lots/row)\"/>, ’days’ : <d:field name=\"days\"/></d:p>" \
        "<when test=\"open = 'false' and talks = 'true'\">" CLAUSE (                                   \
            "Négociation",                                                                             \
            "Tours : <d:field name=\"rounds\"/>") "<otherwise><d:p>Sans "                              \
                                                  "négociation.</d:p></otherwise></when>"             \
                                                  "</text></piece></template>"

static MlgAnswers *
make_answers (void)
{
  g_autoptr (MlgTemplate) template = small_template_read (TEXT);

  return mlg_answers_new (template);
}

static void
answer (MlgAnswers *answers, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_answers_set (answers, field, text, &error));
  g_assert_no_error (error);
}

static GPtrArray *
ask (MlgAnswers *answers)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *questions = mlg_draft_questions_new (answers, &error);

  g_assert_no_error (error);
  return questions;
}

static MlgDraftQuestion *
find (GPtrArray *questions, const char *name)
{
  for (guint i = 0; i < questions->len; i++)
    if (g_str_equal (((MlgDraftQuestion *) questions->pdata[i])->field->name, name))
      return questions->pdata[i];
  g_assert_not_reached ();
}

static gboolean
has (GPtrArray *titles, const char *title)
{
  return g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL);
}

static void
test_uses (void)
{
  g_autoptr (MlgAnswers) answers = make_answers ();
  g_autoptr (GPtrArray) questions = ask (answers);
  MlgDraftQuestion *open = find (questions, "open");
  MlgDraftQuestion *days = find (questions, "days");

  g_assert_cmpuint (questions->len, ==, 6);
  g_assert_true (has (open->decides, "Négociation"));
  g_assert_cmpuint (open->shown->len, ==, 0);
  g_assert_true (has (days->shown, "RC"));
  g_assert_true (days->filled && days->preset);
  g_assert_true (has (find (questions, "lots")->shown, "RC"));
  /* The check may need what no text has. */
  g_assert_true (find (questions, "alone")->applies);
  g_assert_false (find (questions, "alone")->filled);
}

static void
test_applies (void)
{
  g_autoptr (MlgAnswers) answers = make_answers ();
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) adapted = NULL;
  g_autoptr (GPtrArray) talks = NULL;

  answer (answers, "open", "true");
  none = ask (answers);
  g_assert_true (find (none, "open")->applies);
  g_assert_false (find (none, "talks")->applies);
  g_assert_false (find (none, "rounds")->applies);

  answer (answers, "open", "false");
  adapted = ask (answers);
  g_assert_true (find (adapted, "talks")->applies);
  g_assert_false (find (adapted, "rounds")->applies);

  answer (answers, "talks", "true");
  talks = ask (answers);
  g_assert_true (find (talks, "rounds")->applies);
  g_assert_true (has (find (talks, "rounds")->shown, "Négociation"));
}

/* In the tenders that come with the program each required question is for something. */
static void
test_shipped (void)
{
  static const char *const names[] = { "building-works",  "catering", "cleaning",       "furniture",
                                       "green-spaces",    "it",       "paper-printing", "vehicles",
                                       "office-supplies", "workwear" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MlgTemplate) template = mlg_shipped_template_read (names[i], issues, NULL, &error);
      g_autoptr (MlgAnswers) answers = template != NULL ? mlg_answers_new (template) : NULL;
      g_autoptr (GPtrArray) questions = NULL;

      g_assert_no_error (error);
      questions = ask (answers);
      for (guint j = 0; j < questions->len; j++)
        {
          MlgDraftQuestion *question = questions->pdata[j];

          /* What the purchase is estimated at is for the check, and stands in no paper. */
          if (question->field->required && question->shown->len + question->decides->len == 0
              && !g_str_equal (question->field->name, "estimated-amount"))
            g_error ("%s: nothing needs the question %s", names[i], question->field->name);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/questions/uses", test_uses);
  g_test_add_func ("/library/questions/applies", test_applies);
  g_test_add_func ("/library/questions/shipped", test_shipped);
  return g_test_run ();
}

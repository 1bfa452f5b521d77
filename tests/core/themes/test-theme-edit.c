/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "network-file.h"
#include "themes/mlg-answer-edit.h"
#include "themes/mlg-answer-weight.h"
#include "themes/mlg-answer.h"
#include "themes/mlg-hands.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-questionnaire-edit.h"
#include "themes/mlg-questionnaire-form.h"
#include "themes/mlg-questionnaire.h"
#include "themes/mlg-theme-edit.h"
#include "themes/mlg-theme.h"

#define LIST "1. Papier\n2) Nettoyage\n– Mobilier\tBois et réemploi\n\n• papier\n"

static gint64
add_questionnaire (NetworkFile *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgRecord) questionnaire = mlg_record_new (&mlg_questionnaire_kind);

  mlg_record_set_text (questionnaire, MLG_QUESTIONNAIRE_TITLE, "Vos priorités");
  network_file_begin (f);
  mlg_theme_store (f->db, questionnaire, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  return mlg_record_get_id (questionnaire);
}

static gint64
add_question (NetworkFile *f, gint64 questionnaire, const char *type, const char *list)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  network_file_begin (f);
  id = mlg_questionnaire_add_question (f->db, questionnaire, type, "Quels thèmes ?", &error);
  g_assert_no_error (error);
  if (list != NULL)
    mlg_question_paste_options (f->db, id, list, NULL, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  return id;
}

static gboolean
set_state (NetworkFile *f, gint64 questionnaire, const char *state)
{
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  if (mlg_questionnaire_set_state (f->db, questionnaire, state, &error))
    {
      network_file_commit (f);
      return TRUE;
    }
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  mlg_connection_rollback (f->db);
  return FALSE;
}

static void
test_usual (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0, again = 1;

  network_file_begin (f);
  g_assert_true (mlg_theme_add_usual (f->db, &n, &error));
  g_assert_true (mlg_theme_add_usual (f->db, &again, &error));
  g_assert_no_error (error);
  network_file_commit (f);
  g_assert_cmpuint (n, >=, 30);
  g_assert_cmpuint (again, ==, 0);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM theme WHERE state='proposed'"
                                          " AND description NOT NULL AND family NOT NULL"),
                   ==, n);
  network_file_undo (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM theme"), ==, 0);
}

static void
test_state (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 theme = network_file_add (f, "theme", "title", "Papier", "state_on", "2020-01-01", "state",
                                   "proposed", NULL);
  g_autofree char *day = NULL;

  network_file_begin (f);
  g_assert_true (mlg_theme_set_state (f->db, theme, "chosen", &error));
  g_assert_true (mlg_theme_add_interest (f->db, theme, 0, 0, NULL, NULL) == FALSE);
  network_file_commit (f);
  day = network_file_get (f, "theme", theme, "state_on");
  g_assert_cmpstr (day, >, "2020-01-01");
}

static void
test_paste (NetworkFile *f, gconstpointer data)
{
  gint64 theme = network_file_add (f, "theme", "title", "Nettoyage", NULL);
  gint64 questionnaire = add_questionnaire (f);
  gint64 question = add_question (f, questionnaire, "rank", LIST);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgForm) form = mlg_form_load (f->db, questionnaire, &error);
  MlgFormQuestion *found = mlg_form_find_question_by_code (form, "q1");

  g_assert_no_error (error);
  g_assert_cmpint (mlg_record_get_id (found->question), ==, question);
  g_assert_cmpuint (found->options->len, ==, 3);
  g_assert_cmpstr (mlg_record_get_text (found->options->pdata[0], MLG_QUESTION_OPTION_LABEL), ==,
                   "Papier");
  g_assert_cmpstr (mlg_record_get_text (found->options->pdata[2], MLG_QUESTION_OPTION_DETAILS), ==,
                   "Bois et réemploi");
  g_assert_cmpstr (mlg_record_get_text (found->options->pdata[2], MLG_QUESTION_OPTION_CODE), ==,
                   "A3");
  g_assert_cmpint (mlg_record_get_integer (found->options->pdata[1], MLG_QUESTION_OPTION_THEME), ==,
                   theme);
}

/* A questionnaire opens when it can be answered, and then asks the same to all. */
static void
test_open (NetworkFile *f, gconstpointer data)
{
  gint64 questionnaire = add_questionnaire (f);
  g_autoptr (GError) error = NULL;
  gint64 question;

  g_assert_false (set_state (f, questionnaire, "open"));
  question = add_question (f, questionnaire, "rank", NULL);
  g_assert_false (set_state (f, questionnaire, "open"));
  network_file_begin (f);
  mlg_question_paste_options (f->db, question, LIST, NULL, &error);
  network_file_commit (f);
  g_assert_true (set_state (f, questionnaire, "open"));
  network_file_begin (f);
  g_assert_false (mlg_question_paste_options (f->db, question, "Textile", NULL, &error));
  mlg_connection_rollback (f->db);
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  g_assert_true (set_state (f, questionnaire, "closed"));
  g_assert_cmpint (
      network_file_count (f, "SELECT count(*) FROM questionnaire WHERE closed_on NOT NULL"), ==, 1);
}

static void
test_copy (NetworkFile *f, gconstpointer data)
{
  gint64 questionnaire = add_questionnaire (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgForm) form = NULL;
  gint64 copy;

  add_question (f, questionnaire, "rank", LIST);
  add_question (f, questionnaire, "text", NULL);
  set_state (f, questionnaire, "open");
  network_file_begin (f);
  copy = mlg_questionnaire_copy (f->db, questionnaire, "Encore", &error);
  g_assert_no_error (error);
  network_file_commit (f);
  form = mlg_form_load (f->db, copy, &error);
  g_assert_cmpuint (form->questions->len, ==, 2);
  g_assert_cmpuint (((MlgFormQuestion *) form->questions->pdata[0])->options->len, ==, 3);
  g_assert_cmpstr (mlg_record_get_text (form->questionnaire, MLG_QUESTIONNAIRE_STATE), ==, "draft");
}

/* Stores ranks given in the order of the options; 0 for none. */
static gboolean
answer (NetworkFile *f,
        const MlgForm *form,
        gint64 body,
        const int *ranks,
        MlgAnswerFlags flags,
        MlgIssueList *issues)
{
  MlgFormQuestion *question = form->questions->pdata[0];
  g_autoptr (MlgRecord) record = mlg_record_new (&mlg_answer_kind);
  g_autoptr (GPtrArray) lines = mlg_answer_lines_new ();
  g_autoptr (GError) error = NULL;
  gboolean stored;

  if (body != 0)
    mlg_record_set_integer (record, MLG_ANSWER_BODY, body);
  for (guint i = 0; i < question->options->len; i++)
    if (ranks[i] != 0)
      mlg_answer_add_value (lines, mlg_record_get_id (question->question),
                            mlg_record_get_id (question->options->pdata[i]), ranks[i]);
  network_file_begin (f);
  stored = mlg_answer_store (f->db, form, record, lines, flags, NULL, issues, &error);
  if (stored)
    network_file_commit (f);
  else
    mlg_connection_rollback (f->db);
  g_assert_true (stored == (error == NULL));
  return stored;
}

static MlgForm *
open_form (NetworkFile *f, gint64 questionnaire)
{
  g_autoptr (GError) error = NULL;
  MlgForm *form;

  add_question (f, questionnaire, "rank", LIST);
  g_assert_true (set_state (f, questionnaire, "open"));
  form = mlg_form_load (f->db, questionnaire, &error);
  g_assert_no_error (error);
  return form;
}

static void
test_answer (NetworkFile *f, gconstpointer data)
{
  gint64 lille = network_file_add (f, "body", "name", "Lille", "status", "member", NULL);
  gint64 lens = network_file_add (f, "body", "name", "Lens", "status", "member", "email",
                                  "mairie@lens.example.org", NULL);
  g_autoptr (MlgForm) form = open_form (f, add_questionnaire (f));
  gint64 questionnaire = mlg_record_get_id (form->questionnaire);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) pending = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (answer (f, form, lille, (int[]){ 2, 1, 3 }, 0, issues));
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
  g_assert_false (answer (f, form, lille, (int[]){ 1, 2, 3 }, 0, issues));
  g_assert_true (answer (f, form, lille, (int[]){ 1, 2, 2 }, MLG_ANSWER_REPLACE, issues));
  g_assert_cmpuint (mlg_issue_list_count (issues, MLG_SEVERITY_WARNING), ==, 1);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM answer"), ==, 1);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM answer_line"), ==, 3);
  pending = mlg_questionnaire_list_pending (f->db, questionnaire, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pending->len, ==, 1);
  g_assert_cmpint (((MlgPending *) pending->pdata[0])->body, ==, lens);
  g_assert_cmpstr (((MlgPending *) pending->pdata[0])->email, ==, "mairie@lens.example.org");
}

static void
test_impossible (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgForm) form = open_form (f, add_questionnaire (f));
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  g_assert_false (answer (f, form, 0, (int[]){ 1, 2, 7 }, MLG_ANSWER_STRICT, issues));
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM answer"), ==, 0);
  g_assert_true (answer (f, form, 0, (int[]){ 1, 2, 7 }, 0, issues));
  g_assert_cmpuint (mlg_issue_list_count (issues, MLG_SEVERITY_ERROR), ==, 2);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM answer"), ==, 1);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM answer_line"), ==, 0);
  g_assert_true (answer (f, form, 0, (int[]){ 1, 3, 0 }, 0, issues));
  g_assert_cmpuint (mlg_issue_list_count (issues, MLG_SEVERITY_WARNING), ==, 1);
}

/* Nothing of an anonymous answer says whose it is; that they answered is known. */
static void
test_anonymous (NetworkFile *f, gconstpointer data)
{
  gint64 lille = network_file_add (f, "body", "name", "Lille", "status", "member", "population",
                                   "238246", NULL);
  gint64 questionnaire = add_questionnaire (f);
  g_autoptr (MlgRecord) record =
      mlg_record_load (f->db, &mlg_questionnaire_kind, questionnaire, NULL);
  g_autoptr (MlgForm) form = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) pending = NULL;

  mlg_record_set_boolean (record, MLG_QUESTIONNAIRE_ANONYMOUS, TRUE);
  network_file_begin (f);
  g_assert_true (mlg_theme_store (f->db, record, NULL));
  network_file_commit (f);
  form = open_form (f, questionnaire);
  g_assert_true (answer (f, form, lille, (int[]){ 2, 1, 3 }, 0, issues));
  g_assert_false (answer (f, form, lille, (int[]){ 2, 1, 3 }, MLG_ANSWER_REPLACE, issues));
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM answer WHERE body IS NULL"
                                          " AND population=200000 AND weight=1"),
                   ==, 1);
  pending = mlg_questionnaire_list_pending (f->db, questionnaire, NULL);
  g_assert_cmpuint (pending->len, ==, 0);
}

/* Nor does the order in which both were noted say it: participations have none. */
static void
test_anonymous_order (NetworkFile *f, gconstpointer data)
{
  enum
  {
    N_BODIES = 40
  };
  gint64 questionnaire = add_questionnaire (f);
  g_autoptr (MlgRecord) record =
      mlg_record_load (f->db, &mlg_questionnaire_kind, questionnaire, NULL);
  g_autoptr (MlgForm) form = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  mlg_record_set_boolean (record, MLG_QUESTIONNAIRE_ANONYMOUS, TRUE);
  network_file_begin (f);
  g_assert_true (mlg_theme_store (f->db, record, NULL));
  network_file_commit (f);
  form = open_form (f, questionnaire);
  for (guint i = 0; i < N_BODIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Commune %02u", i);
      gint64 body = network_file_add (f, "body", "name", name, "status", "member", NULL);

      g_assert_true (answer (f, form, body, (int[]){ 2, 1, 3 }, 0, issues));
    }
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM participation WHERE id>0"), ==,
                   N_BODIES);
  /* Bodies are numbered as they answered: in a random order about half of them follow. */
  g_assert_cmpint (
      network_file_count (f, "SELECT count(*) FROM (SELECT body>lag(body) OVER (ORDER BY id)"
                             " AS after FROM participation) WHERE after"),
      <, N_BODIES * 9 / 10);
}

static void
test_weight (NetworkFile *f, gconstpointer data)
{
  g_autofree char *clean = mlg_kind_weights_clean ("7210 = 1,5; 73=2");

  g_assert_cmpstr (clean, ==, "7210=1.5;73=2");
  g_assert_null (mlg_kind_weights_check (clean));
  g_assert_true (G_APPROX_VALUE (mlg_kind_weights_find (clean, "7210"), 1.5, 1e-9));
  g_assert_true (G_APPROX_VALUE (mlg_kind_weights_find (clean, "7344"), 2, 1e-9));
  g_assert_true (G_APPROX_VALUE (mlg_kind_weights_find (clean, "7220"), 1, 1e-9));
  g_assert_cmpuint (mlg_body_size_find (1999), ==, 0);
  g_assert_cmpuint (mlg_body_size_find (2000), ==, 1);
}

static void
test_hands (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgForm) form = open_form (f, add_questionnaire (f));
  MlgFormQuestion *question = form->questions->pdata[0];
  gint64 id = mlg_record_get_id (question->question);
  gint64 option = mlg_record_get_id (question->options->pdata[1]);

  network_file_begin (f);
  g_assert_true (mlg_hands_store (f->db, id, option, 0, 12, 0, NULL));
  g_assert_true (mlg_hands_store (f->db, id, option, 0, 14, 0, NULL));
  network_file_commit (f);
  g_assert_cmpint (network_file_count (f, "SELECT hands FROM hand_count"), ==, 14);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM hand_count"), ==, 1);
  network_file_begin (f);
  g_assert_true (mlg_hands_remove (f->db, id, option, 0, NULL));
  g_assert_true (mlg_hands_remove (f->db, id, option, 0, NULL));
  network_file_commit (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM hand_count"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/themes/edit/usual", test_usual);
  ADD_TEST ("/themes/edit/state", test_state);
  ADD_TEST ("/themes/edit/paste", test_paste);
  ADD_TEST ("/themes/edit/open", test_open);
  ADD_TEST ("/themes/edit/copy", test_copy);
  ADD_TEST ("/themes/edit/answer", test_answer);
  ADD_TEST ("/themes/edit/impossible", test_impossible);
  ADD_TEST ("/themes/edit/anonymous", test_anonymous);
  ADD_TEST ("/themes/edit/anonymous-order", test_anonymous_order);
  ADD_TEST ("/themes/edit/weight", test_weight);
  ADD_TEST ("/themes/edit/hands", test_hands);
  return g_test_run ();
}

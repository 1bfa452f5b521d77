/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-issue.h"

static void
test_add (void)
{
  g_autoptr (MlgIssueList) list = mlg_issue_list_new ();
  const MlgIssue *issue = NULL;

  mlg_issue_list_add (list, MLG_SEVERITY_ERROR, "members.csv", 128, 4, "\"%s\" is wrong", "3590");
  mlg_issue_list_add (list, MLG_SEVERITY_NOTE, NULL, 0, 0, "fine");

  g_assert_cmpuint (mlg_issue_list_get_n (list), ==, 2);
  g_assert_cmpuint (mlg_issue_list_count (list, MLG_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (mlg_issue_list_count (list, MLG_SEVERITY_WARNING), ==, 0);
  g_assert_cmpuint (mlg_issue_list_count (list, MLG_SEVERITY_NOTE), ==, 1);

  issue = mlg_issue_list_get (list, 0);
  g_assert_cmpint (issue->severity, ==, MLG_SEVERITY_ERROR);
  g_assert_cmpstr (issue->file, ==, "members.csv");
  g_assert_cmpint (issue->line, ==, 128);
  g_assert_cmpint (issue->column, ==, 4);
  g_assert_cmpstr (issue->message, ==, "\"3590\" is wrong");
}

static void
test_text (void)
{
  static const struct
  {
    MlgIssue issue;
    const char *text;
  } cases[] = {
    { { MLG_SEVERITY_ERROR, (char *) "a.csv", 12, 4, (char *) "m" }, "a.csv:12:4: error: m" },
    { { MLG_SEVERITY_WARNING, (char *) "a.csv", 12, 0, (char *) "m" }, "a.csv:12: warning: m" },
    { { MLG_SEVERITY_NOTE, (char *) "a.csv", 0, 0, (char *) "m" }, "a.csv: note: m" },
    { { MLG_SEVERITY_NOTE, (char *) "a.csv", 0, 7, (char *) "m" }, "a.csv: note: m" },
    { { MLG_SEVERITY_ERROR, NULL, 12, 4, (char *) "m" }, "12:4: error: m" },
    { { MLG_SEVERITY_ERROR, NULL, 0, 0, (char *) "m" }, "error: m" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mlg_issue_to_text (&cases[i].issue);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_nick (void)
{
  g_assert_cmpstr (mlg_severity_to_nick (MLG_SEVERITY_NOTE), ==, "note");
  g_assert_cmpstr (mlg_severity_to_nick (MLG_SEVERITY_WARNING), ==, "warning");
  g_assert_cmpstr (mlg_severity_to_nick (MLG_SEVERITY_ERROR), ==, "error");
}

static void
test_limit (void)
{
  g_autoptr (MlgIssueList) list = mlg_issue_list_new ();

  for (guint i = 0; i < MLG_ISSUE_LIST_MAX_KEPT; i++)
    mlg_issue_list_add (list, MLG_SEVERITY_NOTE, NULL, (int) i + 1, 0, "n");
  g_assert_cmpuint (mlg_issue_list_get_n (list), ==, MLG_ISSUE_LIST_MAX_KEPT);
  g_assert_cmpuint (mlg_issue_list_get_n_dropped (list), ==, 0);

  mlg_issue_list_add (list, MLG_SEVERITY_ERROR, NULL, 0, 0, "one too many");
  g_assert_cmpuint (mlg_issue_list_get_n (list), ==, MLG_ISSUE_LIST_MAX_KEPT);
  g_assert_cmpuint (mlg_issue_list_get_n_dropped (list), ==, 1);
  g_assert_cmpuint (mlg_issue_list_count (list, MLG_SEVERITY_ERROR), ==, 1);
}

static void
test_shared (void)
{
  MlgIssueList *list = mlg_issue_list_new ();
  g_autoptr (MlgIssueList) other = mlg_issue_list_ref (list);

  mlg_issue_list_unref (list);
  mlg_issue_list_add (other, MLG_SEVERITY_NOTE, NULL, 0, 0, "still here");
  g_assert_cmpuint (mlg_issue_list_get_n (other), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issue/add", test_add);
  g_test_add_func ("/issue/text", test_text);
  g_test_add_func ("/issue/nick", test_nick);
  g_test_add_func ("/issue/limit", test_limit);
  g_test_add_func ("/issue/shared", test_shared);
  return g_test_run ();
}

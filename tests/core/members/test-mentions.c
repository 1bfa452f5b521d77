/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "members/mlg-body.h"
#include "members/mlg-person-mentions.h"
#include "network-file.h"
#include "store/mlg-record-sql.h"

/* Where texts still speak of somebody who is erased. */

static void
test_terms (void)
{
  static const struct
  {
    const char *text;
    const char *found; /* NULL for none */
    gboolean vague;
  } cases[] = {
    { "Mme ZWÌCKAU demande", "Zwickau", FALSE },
    { "zwickau", "Zwickau", FALSE },
    { "d’Ève Zwickau.", "Zwickau", FALSE },
    { "les Zwickauer, Neuzwickau", NULL, FALSE },
    { "Neuzwickau, puis Zwickau", "Zwickau", FALSE },
    { "écrire à EVE.Z@example.org", "eve.z@example.org", FALSE },
    { "tél. 03.20.11.22.33", "+33 3 20 11 22 33", FALSE },
    { "tél. 0033 320112233", "+33 3 20 11 22 33", FALSE },
    { "03 20 11 et 22 33", NULL, FALSE },
    { "le 11/22/33", NULL, FALSE },
    { "la veille d’Eve", "Ève", TRUE },
    { "Ève (Zwickau)", "Zwickau", FALSE },
    { "un rêve", NULL, FALSE },
    { "", NULL, FALSE },
  };
  g_autoptr (MlgTerms) terms = mlg_terms_new ();

  mlg_terms_add_vague (terms, "Ève");
  mlg_terms_add (terms, "Zwickau");
  mlg_terms_add (terms, "eve.z@example.org");
  mlg_terms_add_number (terms, "+33 3 20 11 22 33");
  mlg_terms_add (terms, NULL);
  mlg_terms_add (terms, " É ");
  mlg_terms_add_number (terms, "12 34");
  mlg_terms_add_number (terms, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean vague = FALSE;

      g_assert_cmpstr (mlg_terms_find (terms, cases[i].text, &vague), ==, cases[i].found);
      g_assert_cmpint (vague, ==, cases[i].vague);
    }
}

static gint64
add_somebody (NetworkFile *f)
{
  gint64 person = network_file_add (f, "person", "given_name", "Ève", "family_name", "Zwickau",
                                    "phone", "03 20 11 22 33", "notes", "Zwickau elle-même", NULL);
  g_autofree char *person_id = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  g_autofree char *body =
      g_strdup_printf ("%" G_GINT64_FORMAT, network_file_add (f, "body", "name", "Une", NULL));

  network_file_add (f, "function", "person", person_id, "body", body, "email", "achats@example.org",
                    NULL);
  return person;
}

static guint
count_told (MlgIssueList *found, MlgSeverity severity, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < mlg_issue_list_get_n (found); i++)
    {
      const MlgIssue *issue = mlg_issue_list_get (found, i);

      n += issue->severity == severity && strstr (issue->message, words) != NULL;
    }
  return n;
}

/* What goes with the person is not told; what stays is, in tables and in the history. */
static void
test_foreseen_and_told (NetworkFile *f, gconstpointer data)
{
  gint64 person = add_somebody (f);
  gint64 told = network_file_add (f, "body", "name", "Deux", "notes", "Voir M. Zwickau", NULL);
  g_autofree char *told_id = g_strdup_printf (" %" G_GINT64_FORMAT ":", told);
  g_autoptr (MlgIssueList) foreseen = mlg_issue_list_new ();
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  network_file_add (f, "body", "name", "Trois", "notes", "achats@example.org", NULL);
  network_file_add (f, "body", "name", "Quatre", "notes", "La rue d’Ève", NULL);
  network_file_add (f, "body", "name", "Cinq", "notes", "Appeler le 0320112233", NULL);
  network_file_add (f, "body", "name", "Six", "notes", "Rien", NULL);

  g_assert_true (mlg_person_foresee_mentions (f->db, person, foreseen, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_told (foreseen, MLG_SEVERITY_WARNING, told_id), ==, 1);
  g_assert_cmpuint (count_told (foreseen, MLG_SEVERITY_WARNING, "names them"), ==, 3);
  g_assert_cmpuint (count_told (foreseen, MLG_SEVERITY_NOTE, "may speak of them"), ==, 1);
  g_assert_cmpuint (count_told (foreseen, MLG_SEVERITY_WARNING, "History"), ==, 3);

  g_assert_true (mlg_person_erase (f->db, person, left, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (left), ==, mlg_issue_list_get_n (foreseen));
  g_assert_cmpuint (count_told (left, MLG_SEVERITY_WARNING, told_id), ==, 1);
}

/* A text that was changed since is kept by the history. */
static void
test_older_text (NetworkFile *f, gconstpointer data)
{
  gint64 person = add_somebody (f);
  gint64 body = network_file_add (f, "body", "name", "Deux", "notes", "Voir Zwickau", NULL);
  g_autoptr (MlgRecord) record = mlg_record_load (f->db, &mlg_body_kind, body, NULL);
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  mlg_record_set_text (record, MLG_BODY_NOTES, "Voir la direction");
  network_file_begin (f);
  g_assert_true (mlg_record_update (f->db, record, &error));
  network_file_commit (f);
  g_assert_true (mlg_person_erase (f->db, person, left, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_told (left, MLG_SEVERITY_WARNING, "names them"), ==, 0);
  g_assert_cmpuint (count_told (left, MLG_SEVERITY_WARNING, "History"), ==, 2);
}

static void
test_nobody (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (mlg_person_foresee_mentions (f->db, 1, left, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (mlg_person_erase (f->db, 1, left, NULL, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING);
}

/* Who was deleted before is erased too, with their traces. */
static void
test_deleted_before (NetworkFile *f, gconstpointer data)
{
  gint64 person = add_somebody (f);
  g_autoptr (MlgIssueList) left = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  g_assert_true (mlg_record_remove (
      f->db, mlg_kind_find (mlg_connection_get_kinds (f->db), "person"), person, &error));
  network_file_commit (f);
  g_assert_true (mlg_person_erase (f->db, person, left, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (left), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/members/mentions/terms", test_terms);
  ADD_TEST ("/members/mentions/foreseen-and-told", test_foreseen_and_told);
  ADD_TEST ("/members/mentions/older-text", test_older_text);
  ADD_TEST ("/members/mentions/nobody", test_nobody);
  ADD_TEST ("/members/mentions/deleted-before", test_deleted_before);
  return g_test_run ();
}

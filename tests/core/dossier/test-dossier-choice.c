/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/mlg-dossier-check.h"
#include "dossier/mlg-example-choice.h"
#include "meetings/mlg-meeting-example.h"
#include "network-file.h"

/* Which feedback sheets a meeting looks at, which it may choose, and what its dossier lacks. */

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gint64
add_sheet (NetworkFile *f, const char *title, gint64 body, const char *day, const char *results)
{
  g_autofree char *buyer = write_id (body);

  return network_file_add (f, "sheet", "title", title, "written_on", day, body != 0 ? "body" : NULL,
                           buyer, results != NULL ? "results" : NULL, results, NULL);
}

static gint64
choose (NetworkFile *f, gint64 meeting, gint64 sheet)
{
  g_autofree char *meeting_id = write_id (meeting);
  g_autofree char *sheet_id = write_id (sheet);

  return network_file_add (f, "meeting-example", "meeting", meeting_id, "sheet", sheet_id, NULL);
}

static MlgExampleChoice *
load (NetworkFile *f, gint64 meeting, const char *words, guint most)
{
  g_autoptr (GError) error = NULL;
  MlgExampleChoice *choice = mlg_example_choice_load (f->db, meeting, words, most, &error);

  g_assert_no_error (error);
  return choice;
}

static void
check_titles (GPtrArray *examples, const char *const *titles)
{
  g_assert_cmpuint (examples->len, ==, g_strv_length ((GStrv) titles));
  for (guint i = 0; i < examples->len; i++)
    g_assert_cmpstr (((MlgExample *) examples->pdata[i])->title, ==, titles[i]);
}

typedef struct
{
  gint64 meeting, old, new, invited;
} Sheets;

/* Three sheets, one of a body that is invited. */
static void
add_sheets (NetworkFile *f, Sheets *s)
{
  gint64 lille = network_file_add (f, "body", "name", "Ville de Lille", NULL);
  gint64 arras = network_file_add (f, "body", "name", "Arras", NULL);
  g_autofree char *meeting = NULL;
  g_autofree char *body = write_id (arras);

  s->meeting = network_file_add (f, "meeting", "title", "Lancement", "type", "kick-off", NULL);
  meeting = write_id (s->meeting);
  network_file_add (f, "invitation", "meeting", meeting, "body", body, NULL);
  s->old = add_sheet (f, "Nettoyage des écoles", lille, "2024-01-01", "Moins de produits");
  s->new = add_sheet (f, "Papier recyclé", lille, "2026-01-01", "Rien à signaler");
  s->invited = add_sheet (f, "Restauration", arras, "2023-01-01", NULL);
}

static void
test_offers (NetworkFile *f, gconstpointer data)
{
  static const struct
  {
    const char *words;
    guint most;
    guint n;
    const char *titles[4];
  } cases[] = {
    { NULL, 6, 3, { "Restauration", "Papier recyclé", "Nettoyage des écoles" } },
    { "", 2, 3, { "Restauration", "Papier recyclé" } },
    { "ecole", 6, 1, { "Nettoyage des écoles" } },
    { "produit", 6, 1, { "Nettoyage des écoles" } },
    { "LILLE", 6, 2, { "Papier recyclé", "Nettoyage des écoles" } },
    { "lille papier", 6, 1, { "Papier recyclé" } },
    { "introuvable", 6, 0, { NULL } },
  };
  Sheets s;

  add_sheets (f, &s);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MlgExampleChoice) choice = load (f, s.meeting, cases[i].words, cases[i].most);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpuint (choice->n_sheets, ==, 3);
      g_assert_cmpuint (choice->n_offered, ==, cases[i].n);
      g_assert_cmpuint (choice->chosen->len, ==, 0);
      check_titles (choice->offered, cases[i].titles);
    }
}

static void
test_move (NetworkFile *f, gconstpointer data)
{
  static const char *const chosen[] = { "Papier recyclé", "Nettoyage des écoles", NULL };
  static const char *const moved[] = { "Nettoyage des écoles", "Papier recyclé", NULL };
  static const char *const left[] = { "Restauration", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgExampleChoice) before = NULL;
  g_autoptr (MlgExampleChoice) after = NULL;
  g_autoptr (MlgExampleChoice) undone = NULL;
  gint64 first;
  Sheets s;

  add_sheets (f, &s);
  first = choose (f, s.meeting, s.new);
  choose (f, s.meeting, s.old);
  before = load (f, s.meeting, NULL, 6);
  check_titles (before->chosen, chosen);
  check_titles (before->offered, left);
  g_assert_cmpstr (((MlgExample *) before->chosen->pdata[0])->buyer, ==, "Ville de Lille");
  network_file_begin (f);
  g_assert_true (mlg_example_choice_move (f->db, first, 9, &error));
  g_assert_no_error (error);
  network_file_commit (f);
  after = load (f, s.meeting, NULL, 6);
  check_titles (after->chosen, moved);
  network_file_undo (f);
  undone = load (f, s.meeting, NULL, 6);
  check_titles (undone->chosen, chosen);
}

static const MlgMeetingLack *
find_lack (GPtrArray *lacks, const char *field)
{
  for (guint i = 0; i < lacks->len; i++)
    {
      const MlgMeetingLack *lack = lacks->pdata[i];

      if (g_strcmp0 (lack->field, field) == 0)
        return lack;
    }
  return NULL;
}

static gboolean
lacks (NetworkFile *f, gint64 meeting, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) list = mlg_dossier_list_lacks (f->db, meeting, issues, NULL, &error);

  g_assert_no_error (error);
  return find_lack (list, field) != NULL;
}

/* Examples are lacking until they are chosen, and where a meeting is to look at them. */
static void
test_examples_lacking (NetworkFile *f, gconstpointer data)
{
  gint64 visit = network_file_add (f, "meeting", "title", "Visite", "type", "visit", NULL);
  Sheets s;

  add_sheets (f, &s);
  g_assert_true (lacks (f, s.meeting, MLG_LACK_EXAMPLES));
  g_assert_false (lacks (f, visit, MLG_LACK_EXAMPLES));
  choose (f, s.meeting, s.invited);
  g_assert_false (lacks (f, s.meeting, MLG_LACK_EXAMPLES));
}

/* Law that was looked at long before the meeting is lacking, until somebody looks at it again. */
static void
test_law_lacking (NetworkFile *f, gconstpointer data)
{
  gint64 soon = network_file_add (f, "meeting", "title", "Bientôt", "type", "kick-off", "starts",
                                  "2026-12-10 09:30", NULL);
  gint64 later = network_file_add (f, "meeting", "title", "Plus tard", "type", "kick-off", "starts",
                                   "2099-12-10 09:30", NULL);
  gint64 looked = network_file_add (f, "meeting", "title", "Vérifié", "type", "kick-off", "starts",
                                    "2099-12-10 09:30", "law_checked_on", "2099-11-30", NULL);
  gint64 visit = network_file_add (f, "meeting", "title", "Visite", "type", "visit", "starts",
                                   "2099-12-10 09:30", NULL);

  g_assert_false (lacks (f, soon, "law_checked_on"));
  g_assert_true (lacks (f, later, "law_checked_on"));
  g_assert_false (lacks (f, looked, "law_checked_on"));
  g_assert_false (lacks (f, visit, "law_checked_on"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/dossier/choice/offers", test_offers);
  ADD_TEST ("/dossier/choice/move", test_move);
  ADD_TEST ("/dossier/choice/examples-lacking", test_examples_lacking);
  ADD_TEST ("/dossier/choice/law-lacking", test_law_lacking);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document-text.h"
#include "dossier/mlg-dossier.h"
#include "meetings/mlg-meeting-check.h"
#include "network-file.h"

/* What the dossier of a meeting is made of: its papers by kind, its letters, its gaps, what is bound. */

static gint64
add_meeting (NetworkFile *f, const char *type)
{
  return network_file_add (f, "meeting", "title", "Lancement", "type", type, "starts",
                           "2026-12-10 09:30", "ends", "2026-12-10 12:30", "place",
                           "Hôtel de Région", NULL);
}

/* @person: 0 for none */
static void
invite (NetworkFile *f, gint64 meeting, gint64 body, gint64 person, const char *reply)
{
  g_autofree char *meeting_id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  g_autofree char *body_id = g_strdup_printf ("%" G_GINT64_FORMAT, body);
  g_autofree char *person_id = g_strdup_printf ("%" G_GINT64_FORMAT, person);

  network_file_add (f, "invitation", "meeting", meeting_id, "body", body_id, "reply", reply,
                    person != 0 ? "person" : NULL, person_id, NULL);
}

static MlgDossier *
make (NetworkFile *f, gint64 meeting, MlgDossierLetters letters)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgDossier *dossier = mlg_dossier_make (f->db, meeting, letters, NULL, issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dossier);
  return dossier;
}

static char *
get_text (MlgDocument *document)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_document_write_text (document, stream, issues, NULL, &error));
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static const MlgDossierSheet *
find_sheet (const MlgDossier *dossier, const char *name)
{
  for (guint i = 0; i < dossier->sheets->len; i++)
    {
      const MlgDossierSheet *sheet = dossier->sheets->pdata[i];

      if (g_str_equal (sheet->paper->name, name))
        return sheet;
    }
  return NULL;
}

static const MlgDossierSheet *
get_sheet (const MlgDossier *dossier, const char *name)
{
  const MlgDossierSheet *sheet = find_sheet (dossier, name);

  if (sheet == NULL)
    g_error ("no paper %s", name);
  return sheet;
}

static guint
count_words (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;
  return n;
}

/* Each kind has the papers that make sense for it. */
static void
test_kinds (NetworkFile *f, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    guint n;
    const char *with;
    const char *without;
  } cases[] = {
    { "kick-off", 16, "facilitation", "minutes" },
    { "information", 16, "briefing-debate", "minutes" },
    { "plenary", 9, "briefing-law", "facilitation" },
    { "working-group", 7, "briefing-examples", "questionnaire" },
    { "training", 8, "expectations", "slides" },
    { "hearing", 7, "hearing-grid", "objectives" },
    { "visit", 6, "script", "briefing-law" },
    { "restitution", 7, "slides", "expectations" },
    { "national", 7, "invited", "briefing-networks" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MlgDossier) dossier =
          make (f, add_meeting (f, cases[i].kind), MLG_DOSSIER_LETTER_TO_ALL);

      g_assert_cmpuint (dossier->sheets->len, ==, cases[i].n);
      g_assert_nonnull (find_sheet (dossier, cases[i].with));
      g_assert_null (find_sheet (dossier, cases[i].without));
    }
}

/* After the meeting, the minutes take the place of what was to be written, and of the script. */
static void
test_states (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GPtrArray) draft = mlg_dossier_list_papers ("kick-off", NULL);
  g_autoptr (GPtrArray) held = mlg_dossier_list_papers ("kick-off", "held");

  g_assert_cmpstr (((MlgDossierPaper *) draft->pdata[draft->len - 1])->name, ==, "minutes-form");
  g_assert_cmpstr (((MlgDossierPaper *) held->pdata[held->len - 1])->name, ==, "minutes");
  for (guint i = 0; i < held->len; i++)
    g_assert_cmpstr (((MlgDossierPaper *) held->pdata[i])->name, !=, "script");
}

/* What is bound is valid, has each paper under a heading, and the law of the day. */
static void
test_bound (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgDossier) dossier = make (f, add_meeting (f, "kick-off"), MLG_DOSSIER_LETTER_TO_ALL);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autofree char *text = get_text (dossier->bound);

  g_assert_true (mlg_document_validate (dossier->bound, issues));
  for (guint i = 0; i < dossier->sheets->len; i++)
    {
      const MlgDossierSheet *sheet = dossier->sheets->pdata[i];

      g_assert_true (mlg_document_validate (sheet->document, issues));
      g_assert_nonnull (strstr (text, sheet->title));
    }
  g_assert_nonnull (strstr (text, "Pour l’animateur"));
  g_assert_nonnull (strstr (text, "décembre"));
}

static char *
get_objectives (NetworkFile *f, gint64 meeting)
{
  g_autoptr (MlgDossier) dossier = make (f, meeting, MLG_DOSSIER_LETTER_TO_ALL);

  return get_text (get_sheet (dossier, "objectives")->document);
}

/* The sheet of objectives has those of the network, each kind in its order; of a kind without any, those
 * that networks usually have. */
static void
test_objectives (NetworkFile *f, gconstpointer data)
{
  gint64 meeting = add_meeting (f, "kick-off");
  g_autofree char *usual = get_objectives (f, meeting);
  g_autofree char *common = NULL;
  g_autofree char *both = NULL;

  g_assert_nonnull (strstr (usual, "Mutualiser les expériences"));
  g_assert_nonnull (strstr (usual, "Structurer des filières"));

  network_file_add (f, "objective", "title", "Former", "type", "common", "position", "2", NULL);
  network_file_add (f, "objective", "title", "Partager", "type", "common", "position", "1", "notes",
                    "loyalement", NULL);
  common = get_objectives (f, meeting);
  g_assert_null (strstr (common, "Mutualiser les expériences"));
  g_assert_nonnull (strstr (common, "loyalement"));
  g_assert_true (strstr (common, "Partager") < strstr (common, "Former"));
  g_assert_nonnull (strstr (common, "Structurer des filières"));

  network_file_add (f, "objective", "title", "Essaimer", "type", "side", NULL);
  both = get_objectives (f, meeting);
  g_assert_null (strstr (both, "Structurer des filières"));
  g_assert_true (strstr (both, "Objectifs annexes") < strstr (both, "Essaimer"));
}

static void
test_letters (NetworkFile *f, gconstpointer data)
{
  gint64 meeting = add_meeting (f, "kick-off");
  gint64 lille = network_file_add (f, "body", "name", "Lille", "category", "7210", NULL);
  gint64 nord = network_file_add (f, "body", "name", "Nord", "category", "7220", NULL);
  gint64 one = network_file_add (f, "person", "family_name", "Acheteuse", NULL);
  gint64 two = network_file_add (f, "person", "family_name", "Juriste", NULL);
  static const struct
  {
    MlgDossierLetters letters;
    guint n;
    const char *with;
  } cases[] = {
    { MLG_DOSSIER_LETTER_PER_BODY, 2, "Mairie" },
    { MLG_DOSSIER_LETTER_PER_PERSON, 3, "Acheteuse" },
  };

  invite (f, meeting, lille, one, "yes");
  invite (f, meeting, lille, two, "no");
  invite (f, meeting, nord, 0, "no");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MlgDossier) dossier = make (f, meeting, cases[i].letters);
      g_autofree char *letters = get_text (get_sheet (dossier, "convocation")->letters);
      g_autofree char *bound = get_text (get_sheet (dossier, "convocation")->document);

      g_assert_cmpuint (count_words (letters, "Madame, Monsieur,\n"), ==, cases[i].n);
      g_assert_nonnull (strstr (letters, cases[i].with));
      g_assert_nonnull (strstr (letters, "Conseil départemental"));
      g_assert_cmpuint (count_words (bound, "Madame, Monsieur,\n"), ==, 1);
    }
}

/* A body comes when one of its people does. */
static void
test_replies (NetworkFile *f, gconstpointer data)
{
  gint64 meeting = add_meeting (f, "kick-off");
  gint64 lille = network_file_add (f, "body", "name", "Lille", "departement", "59", "expectations",
                                   "Des clauses prêtes", NULL);
  gint64 person = network_file_add (f, "person", "family_name", "Acheteuse", NULL);
  g_autoptr (MlgDossier) dossier = NULL;
  g_autofree char *text = NULL;

  invite (f, meeting, lille, 0, "no");
  invite (f, meeting, lille, person, "yes");
  dossier = make (f, meeting, MLG_DOSSIER_LETTER_TO_ALL);
  text = get_text (get_sheet (dossier, "invited")->document);
  g_assert_nonnull (strstr (text, "Nord (59)"));
  g_assert_nonnull (strstr (text, "vient"));
  g_assert_null (strstr (text, "ne vient pas\n"));
  g_assert_nonnull (strstr (text, "Des clauses prêtes"));
}

/* Sheets of the network are the examples; without any, the paper says how to find witnesses. */
static void
test_examples (NetworkFile *f, gconstpointer data)
{
  gint64 meeting = add_meeting (f, "kick-off");
  g_autoptr (MlgDossier) without = make (f, meeting, MLG_DOSSIER_LETTER_TO_ALL);
  g_autofree char *before = get_text (get_sheet (without, "briefing-examples")->document);
  g_autoptr (MlgDossier) with = NULL;
  g_autoptr (MlgDossier) chosen = NULL;
  g_autofree char *after = NULL;
  g_autofree char *sheet_id = NULL;
  g_autofree char *meeting_id = NULL;
  gint64 sheet;

  g_assert_nonnull (strstr (before, "Trouver des témoins"));
  sheet = network_file_add (f, "sheet", "title", "Nettoyage des écoles", "results",
                            "Moins de produits", NULL);
  with = make (f, meeting, MLG_DOSSIER_LETTER_TO_ALL);
  after = get_text (get_sheet (with, "briefing-examples")->document);
  g_assert_null (strstr (after, "Trouver des témoins"));
  g_assert_nonnull (strstr (after, "Nettoyage des écoles"));
  g_assert_nonnull (strstr (after, "Moins de produits"));
  /* Nobody has chosen it. */
  g_assert_cmpuint (with->lacks->len, ==, without->lacks->len);
  sheet_id = g_strdup_printf ("%" G_GINT64_FORMAT, sheet);
  meeting_id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  network_file_add (f, "meeting-example", "meeting", meeting_id, "sheet", sheet_id, NULL);
  chosen = make (f, meeting, MLG_DOSSIER_LETTER_TO_ALL);
  g_assert_cmpuint (chosen->lacks->len + 1, ==, without->lacks->len);
}

/* What is missing is told: errors first, and each gap once. */
static void
test_missing (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgDossier) dossier =
      make (f, network_file_add (f, "meeting", "title", "Vide", "type", "kick-off", NULL),
            MLG_DOSSIER_LETTER_TO_ALL);
  gboolean warned = FALSE;

  g_assert_cmpuint (dossier->lacks->len, >, 3);
  for (guint i = 0; i < dossier->lacks->len; i++)
    {
      const MlgMeetingLack *lack = dossier->lacks->pdata[i];

      g_assert_false (warned && lack->severity == MLG_SEVERITY_ERROR);
      warned = warned || lack->severity != MLG_SEVERITY_ERROR;
    }
  for (guint i = 0; dossier->gaps[i] != NULL; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (dossier->gaps[i], !=, dossier->gaps[j]);
  g_assert_true (g_strv_contains ((const char *const *) dossier->gaps, "Date de la réunion"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/dossier/kinds", test_kinds);
  ADD_TEST ("/dossier/states", test_states);
  ADD_TEST ("/dossier/bound", test_bound);
  ADD_TEST ("/dossier/objectives", test_objectives);
  ADD_TEST ("/dossier/letters", test_letters);
  ADD_TEST ("/dossier/replies", test_replies);
  ADD_TEST ("/dossier/examples", test_examples);
  ADD_TEST ("/dossier/missing", test_missing);
  return g_test_run ();
}

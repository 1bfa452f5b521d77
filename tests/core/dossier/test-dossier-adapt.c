/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "dossier/mlg-dossier.h"
#include "library/mlg-adapted-paper.h"
#include "network-file.h"
#include "template/mlg-shipped-template.h"

/* Each paper of a dossier is a template that a network may have of its own, until it gives it up. */

static gint64
adapt (NetworkFile *f, const char *paper)
{
  g_autoptr (GError) error = NULL;
  gint64 own;

  network_file_begin (f);
  own = mlg_adapted_paper_adapt (f->db, paper, &error);
  g_assert_no_error (error);
  g_assert_cmpint (own, !=, 0);
  network_file_commit (f);
  return own;
}

static void
give_up (NetworkFile *f, const char *paper)
{
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  g_assert_true (mlg_adapted_paper_give_up (f->db, paper, &error));
  g_assert_no_error (error);
  network_file_commit (f);
}

static gint64
find (NetworkFile *f, const char *paper)
{
  g_autoptr (GError) error = NULL;
  gint64 own = -1;

  g_assert_true (mlg_adapted_paper_find (f->db, paper, &own, &error));
  g_assert_no_error (error);
  return own;
}

static gint64
add_kick_off (NetworkFile *f)
{
  return network_file_add (f, "meeting", "title", "Lancement", "type", "kick-off", "starts",
                           "2026-12-10 09:30", "ends", "2026-12-10 12:30", "place",
                           "Hôtel de Région", NULL);
}

static char *
make (NetworkFile *f, gint64 meeting, const char *paper)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_auto (GStrv) gaps = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDocument) document =
      mlg_dossier_make_paper (f->db, meeting, paper, &gaps, issues, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = mlg_document_to_xml (document);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The copy says what the original says, paper by paper. */
static void
test_copies (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GPtrArray) papers = mlg_dossier_list_papers ("kick-off", "draft");
  gint64 meeting = add_kick_off (f);

  g_assert_cmpuint (papers->len, ==, 16);
  for (guint i = 0; i < papers->len; i++)
    {
      const MlgDossierPaper *paper = papers->pdata[i];
      g_autofree char *before = make (f, meeting, paper->name);
      g_autofree char *after = NULL;

      g_test_message ("%s", paper->name);
      g_assert_cmpint (find (f, paper->template), ==, 0);
      adapt (f, paper->template);
      after = make (f, meeting, paper->name);
      g_assert_cmpstr (after, ==, before);
    }
}

/* One is enough; what was given up is there again when it is wanted. */
static void
test_give_up (NetworkFile *f, gconstpointer data)
{
  gint64 own = adapt (f, "agenda");

  g_assert_cmpint (find (f, "agenda"), ==, own);
  g_assert_cmpint (adapt (f, "agenda"), ==, own);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM template"), ==, 1);
  give_up (f, "agenda");
  g_assert_cmpint (find (f, "agenda"), ==, 0);
  network_file_undo (f);
  g_assert_cmpint (find (f, "agenda"), ==, own);
  give_up (f, "agenda");
  give_up (f, "agenda");
  g_assert_cmpint (adapt (f, "agenda"), ==, own);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/dossier/adapt/copies", test_copies);
  ADD_TEST ("/dossier/adapt/give-up", test_give_up);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dossier/mlg-dossier-folder.h"
#include "dossier/mlg-dossier-write.h"
#include "exchange/mlg-calendar-export.h"
#include "meetings/mlg-meeting-attach.h"
#include "meetings/mlg-meeting-document.h"
#include "network-file.h"

/* Dossiers as files: all of them or none. */

static gint64
add_meeting (NetworkFile *f)
{
  return network_file_add (f, "meeting", "title", "Lancement", "type", "visit", "starts",
                           "2026-12-10 09:30", "place", "Mairie", NULL);
}

static guint
count_entries (const char *path)
{
  g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (entries != NULL && g_dir_read_name (entries) != NULL)
    n++;
  return n;
}

static void
test_formats (NetworkFile *f, gconstpointer data)
{
  static const char *const formats[] = { "docx", "ics", NULL };
  const MlgDossierOptions options = { formats, MLG_DOSSIER_LETTER_PER_BODY, mlg_calendar_export };
  g_autofree char *out = g_build_filename (f->folder, "new", "out", NULL);
  g_autofree char *parent = g_path_get_dirname (out);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDossierReport) report =
      mlg_dossier_write (f->db, add_meeting (f), out, &options, issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (report->files), ==, 8);
  g_assert_cmpstr (report->files[0], ==, "dossier.docx");
  g_assert_cmpstr (report->files[7], ==, "dossier.ics");
  for (guint i = 0; report->files[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (out, report->files[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  g_assert_cmpuint (report->version, ==, 1);
  g_assert_cmpuint (count_entries (parent), ==, 1);
  for (guint i = 0; report->files[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (out, report->files[i], NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  {
    g_autofree char *docx = g_build_filename (out, "docx", NULL);
    g_autofree char *version = g_build_filename (out, "dossier-version.xml", NULL);

    g_assert_cmpint (g_unlink (version), ==, 0);
    g_assert_cmpint (g_rmdir (docx) | g_rmdir (out) | g_rmdir (parent), ==, 0);
  }
}

/* Cancelled from another thread at any time: there is all or nothing, and nothing beside. */
static gpointer
cancel_later (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancelled (NetworkFile *f, gconstpointer data)
{
  const MlgDossierOptions options = { NULL, MLG_DOSSIER_LETTER_PER_BODY, mlg_calendar_export };
  g_autofree char *out = g_build_filename (f->folder, "out", NULL);
  gint64 meeting = add_meeting (f);
  guint before = count_entries (f->folder);

  for (guint late = 0; late < 2; late++)
    {
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MlgDossierReport) report = NULL;
      GThread *thread = NULL;

      if (late)
        thread = g_thread_new ("cancel", cancel_later, cancellable);
      else
        g_cancellable_cancel (cancellable);
      report = mlg_dossier_write (f->db, meeting, out, &options, issues, cancellable, &error);
      g_assert_null (report);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
      g_assert_cmpuint (count_entries (f->folder), ==, before);
      if (thread != NULL)
        g_thread_join (thread);
    }
}

/* A folder that is given up leaves nothing, whatever was written in it. */
static void
test_folder_given_up (NetworkFile *f, gconstpointer data)
{
  g_autofree char *out = g_build_filename (f->folder, "out", NULL);
  guint before = count_entries (f->folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDossierFolder) folder = mlg_dossier_folder_new (out, &error);
  g_autofree char *path = mlg_dossier_folder_add (folder, "a/b/c.txt", &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "x", 1, &error));
  g_assert_cmpuint (count_entries (f->folder), ==, before + 1);
  g_clear_pointer (&folder, mlg_dossier_folder_free);
  g_assert_cmpuint (count_entries (f->folder), ==, before);
}

/* What is attached to the meeting goes with it, under a name that stays in its folder. */
static void
test_annexes (NetworkFile *f, gconstpointer data)
{
  static const char *const formats[] = { "ics", NULL };
  const MlgDossierOptions options = { formats, MLG_DOSSIER_LETTER_TO_ALL, mlg_calendar_export };
  g_autofree char *out = g_build_filename (f->folder, "out", NULL);
  g_autofree char *annex = g_build_filename (out, "annexes", "01-..-plan.txt", NULL);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Salle 2", 7);
  g_autoptr (MlgDossierReport) report = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gint64 meeting = add_meeting (f);

  network_file_begin (f);
  mlg_meeting_attach (f->db, meeting, 0, "../plan.txt", "text/plain", bytes, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  report = mlg_dossier_write (f->db, meeting, out, &options, issues, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_strv_contains ((const char *const *) report->files, "annexes/01-..-plan.txt"));
  g_assert_true (g_file_get_contents (annex, &content, NULL, &error));
  g_assert_cmpstr (content, ==, "Salle 2");
  {
    g_autofree char *folder = g_path_get_dirname (annex);
    g_autofree char *calendar = g_build_filename (out, "dossier.ics", NULL);
    g_autofree char *version = g_build_filename (out, "dossier-version.xml", NULL);

    g_assert_cmpint (g_unlink (annex) | g_unlink (calendar) | g_unlink (version), ==, 0);
    g_assert_cmpint (g_rmdir (folder) | g_rmdir (out), ==, 0);
  }
}

static guint
make_files (NetworkFile *f, gint64 meeting, const char *out)
{
  static const char *const formats[] = { "html", NULL };
  const MlgDossierOptions options = { formats, MLG_DOSSIER_LETTER_TO_ALL, mlg_calendar_export };
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDossierReport) report =
      mlg_dossier_write (f->db, meeting, out, &options, issues, NULL, &error);

  g_assert_no_error (error);
  return report->version;
}

static char *
read_cover (const char *out)
{
  g_autofree char *path = g_build_filename (out, "dossier.html", NULL);
  char *html = NULL;

  g_assert_true (g_file_get_contents (path, &html, NULL, NULL));
  return html;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);
  const char *entry;

  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, entry, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        remove_folder (inside);
      else
        g_assert_cmpint (g_unlink (inside), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* A document that comes after sending makes a new version; so does a link, and what is taken away. */
static void
test_annex_added (NetworkFile *f, gconstpointer data)
{
  g_autofree char *out = g_build_filename (f->folder, "out", NULL);
  g_autofree char *annex = g_build_filename (out, "annexes", "01-plan.txt", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Salle 2", 7);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *last = NULL;
  g_autofree char *meeting_id = NULL;
  g_autoptr (GError) error = NULL;
  gint64 meeting = add_meeting (f), plan;

  g_assert_cmpuint (make_files (f, meeting, out), ==, 1);
  g_assert_cmpuint (make_files (f, meeting, out), ==, 1);
  first = read_cover (out);
  g_assert_null (strstr (first, "Version"));
  network_file_begin (f);
  plan = mlg_meeting_attach (f->db, meeting, 0, "plan.txt", "text/plain", bytes, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  meeting_id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  network_file_add (f, "meeting-document", "meeting", meeting_id, "name", "Itinéraire", "link",
                    "https://example.org/plan", NULL);
  g_assert_cmpuint (make_files (f, meeting, out), ==, 2);
  second = read_cover (out);
  g_assert_nonnull (strstr (second, "Version 2"));
  g_assert_nonnull (strstr (second, "ajouté"));
  g_assert_nonnull (strstr (second, "Itinéraire"));
  g_assert_nonnull (strstr (second, "https://example.org/plan"));
  g_assert_true (g_file_test (annex, G_FILE_TEST_EXISTS));

  network_file_begin (f);
  g_assert_true (mlg_record_remove (f->db, &mlg_meeting_document_kind, plan, &error));
  network_file_commit (f);
  g_assert_cmpuint (make_files (f, meeting, out), ==, 3);
  last = read_cover (out);
  g_assert_nonnull (strstr (last, "retiré"));
  remove_folder (out);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/dossier/write/formats", test_formats);
  ADD_TEST ("/dossier/write/cancelled", test_cancelled);
  ADD_TEST ("/dossier/write/folder-given-up", test_folder_given_up);
  ADD_TEST ("/dossier/write/annexes", test_annexes);
  ADD_TEST ("/dossier/write/annex-added", test_annex_added);
  return g_test_run ();
}

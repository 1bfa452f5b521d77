/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "document/mlg-document-builder.h"
#include "document/mlg-document-write.h"
#include "widgets/mlg-page-pictures.h"
#include "widgets/mlg-pages-view.h"

/* What goes to the printer is what is on screen and what the PDF has: the same pages, each as it lies. */

typedef struct
{
  char *folder;
  MlgDocument *document;
  MlgPagePictures *pictures;
  MlgPagesView *view;
} Fixture;

static void
add_paragraphs (MlgDocumentBuilder *builder, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      mlg_document_builder_open (builder, "p");
      mlg_document_builder_add_text (builder, "One line of what is asked of the supplier.", -1, 0);
      mlg_document_builder_close (builder, "p");
    }
}

/* Some pages that stand, then one that lies. */
static MlgDocument *
make_document (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new ("en");

  add_paragraphs (builder, 90);
  mlg_document_builder_set_landscape (builder, TRUE);
  add_paragraphs (builder, 3);
  mlg_document_builder_set_landscape (builder, FALSE);
  return mlg_document_builder_finish (builder, "paper");
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("maillage-pages-XXXXXX", NULL);
  f->document = make_document ();
  f->pictures = mlg_page_pictures_new (f->document, MLG_PAGES_DEFAULT, issues, NULL, &error);
  g_assert_no_error (error);
  f->view = g_object_ref_sink (g_object_new (MLG_TYPE_PAGES_VIEW, NULL));
  mlg_pages_view_set_pictures (f->view, f->pictures, "paper");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->view);
  g_assert_finalize_object (f->pictures);
  g_assert_finalize_object (f->document);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
}

/* The sizes of the pages of a PDF, in order, in whole points, one a line. The file is removed. */
static char *
take_sizes (const char *path)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("/MediaBox \\[ ?0 0 ([0-9.]+) ([0-9.]+) ?\\]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) sizes = g_string_new (NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < length; i++)
    if (bytes[i] == '\0' || (guchar) bytes[i] > 127)
      bytes[i] = ' ';
  for (g_regex_match_full (regex, bytes, (gssize) length, 0, 0, &match, NULL);
       g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *width = g_match_info_fetch (match, 1);
      g_autofree char *height = g_match_info_fetch (match, 2);

      g_string_append_printf (sizes, "%.0f x %.0f\n", g_ascii_strtod (width, NULL),
                              g_ascii_strtod (height, NULL));
    }
  g_assert_cmpint (g_remove (path), ==, 0);
  return g_string_free (g_steal_pointer (&sizes), FALSE);
}

/* By the operation that the dialog runs too, into a file. */
static void
test_print (Fixture *f, gconstpointer data)
{
  g_autofree char *printed = g_build_filename (f->folder, "printed.pdf", NULL);
  g_autofree char *saved = g_build_filename (f->folder, "saved.pdf", NULL);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autofree char *sizes = NULL, *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  mlg_pages_view_print_to (f->view, printed, &error);
  g_assert_no_error (error);
  mlg_document_save (f->document, saved, issues, NULL, &error);
  g_assert_no_error (error);
  sizes = take_sizes (printed);
  expected = take_sizes (saved);
  g_assert_cmpstr (sizes, ==, expected);
  lines = g_strsplit (sizes, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines) - 1, ==, mlg_page_pictures_get_n (f->pictures));
  g_assert_cmpuint (mlg_page_pictures_get_n (f->pictures), >=, 3);
  g_assert_cmpstr (lines[0], ==, "595 x 842");
  g_assert_cmpstr (lines[g_strv_length (lines) - 2], ==, "842 x 595");
}

/* Where nothing can be written, it is said. */
static void
test_no_place (Fixture *f, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (f->folder, "missing", "printed.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (mlg_pages_view_print_to (f->view, nowhere, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/widgets/pages-view/print", Fixture, NULL, set_up, test_print, tear_down);
  g_test_add ("/app/widgets/pages-view/no-place", Fixture, NULL, set_up, test_no_place, tear_down);
  return g_test_run ();
}

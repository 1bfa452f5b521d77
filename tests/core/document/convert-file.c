/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "document/mlg-document-file.h"

/* Reads a document and prints what it holds as JSON, its issues, and with --xml the document. */

static void
print_counts (MlgDocument *document)
{
  MlgDocumentCounts counts;
  const char *comma = "";

  mlg_document_count (document, &counts);
  g_print ("{\"headings\": {");
  for (guint level = 1; level <= MLG_DOCUMENT_MAX_LEVEL; level++)
    if (counts.headings[level] > 0)
      {
        g_print ("%s\"%u\": %u", comma, level, counts.headings[level]);
        comma = ", ";
      }
  g_print ("}, \"paragraphs\": %u, \"lists\": %u, \"items\": %u, \"tables\": %u, \"rows\": %u, "
           "\"cells\": %u, \"images\": %u, \"notes\": %u, \"words\": %u}\n",
           counts.paragraphs, counts.lists, counts.items, counts.tables, counts.rows, counts.cells,
           counts.images, counts.notes, counts.words);
}

int
main (int argc, char *argv[])
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 2)
    return 2;
  document = mlg_document_read_file (argv[1], issues, NULL, &error);
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    {
      g_autofree char *text = mlg_issue_to_text (mlg_issue_list_get (issues, i));

      g_printerr ("%s\n", text);
    }
  if (document == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  print_counts (document);
  if (argc > 2 && g_str_equal (argv[2], "--xml"))
    {
      g_autoptr (GBytes) bytes = mlg_document_to_xml (document);

      g_print ("%s", (const char *) g_bytes_get_data (bytes, NULL));
    }
  return 0;
}

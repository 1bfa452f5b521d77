/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-writing.h"

#include <glib/gi18n-lib.h>

/* What several writers say and ask the same way. */

/* Says that the notes to the drafter stay out, in a format for those who read. */
void
mlg_writing_report_notes (MlgDocument *document, MlgIssueList *issues)
{
  MlgDocumentCounts counts;

  mlg_document_count (document, &counts);
  if (counts.drafter_notes > 0)
    mlg_issue_list_add (issues, MLG_SEVERITY_NOTE, mlg_document_get_name (document), 0, 0,
                        ngettext ("%u note to the drafter was left out",
                                  "%u notes to the drafter were left out", counts.drafter_notes),
                        counts.drafter_notes);
}

/* The text of an element of the head: "date", … (transfer full) (nullable). */
char *
mlg_writing_get_head (MlgDocument *document, const char *name)
{
  const xmlNode *head = mlg_document_get_part (document, "head");

  for (const xmlNode *child = head != NULL ? head->children : NULL; child != NULL;
       child = child->next)
    if (mlg_document_node_is (child, name))
      {
        g_autoptr (xmlChar) text = xmlNodeGetContent (child);

        return g_strdup ((const char *) text);
      }
  return NULL;
}

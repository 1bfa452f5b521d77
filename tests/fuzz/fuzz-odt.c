/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/mlg-document-file.h"
#include "package.h"

/* Any bytes as the parts of an ODT: the reader may not crash, and what it makes is valid. Flat ones are
 * read by fuzz-document. */

static const FuzzPart others[] = {
  { "mimetype", "application/vnd.oasis.opendocument.text" },
  { "Pictures/image1.gif", "GIF89a\1" },
};

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = fuzz_pack (data, size, "content.xml", others, G_N_ELEMENTS (others));
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgIssueList) faults = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document = mlg_document_read_bytes (bytes, "fuzz", issues, NULL, NULL);

  if (document != NULL && !mlg_document_validate (document, faults))
    g_error ("%s", mlg_issue_list_get (faults, 0)->message);
  return 0;
}

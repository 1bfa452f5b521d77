/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/mlg-document-file.h"

/* Any bytes: no reader may crash, and whatever document a reader makes is valid. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgIssueList) faults = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document = mlg_document_read_bytes (bytes, "fuzz", issues, NULL, NULL);

  if (document != NULL && !mlg_document_validate (document, faults))
    g_error ("%s", mlg_issue_list_get (faults, 0)->message);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "template/mlg-fill.h"

/* Any bytes as a template: reading may not crash, what was read is written so that it reads back to the same
 * bytes, and filling it gives a valid document or an error. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_round_trip (MlgTemplate *template)
{
  g_autoptr (GBytes) first = mlg_template_to_xml (template);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) again = mlg_template_read_xml (first, "fuzz", issues, NULL, &error);
  g_autoptr (GBytes) second = NULL;

  if (again == NULL)
    g_error ("%s", error->message);
  second = mlg_template_to_xml (again);
  if (!g_bytes_equal (first, second))
    g_error ("the template was not written as it was read");
}

static void
check_fill (MlgTemplate *template)
{
  g_autoptr (MlgAnswers) answers = mlg_answers_new (template);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document =
      mlg_fill (template, answers, NULL, MLG_FILL_ALL_PIECES, issues, NULL, NULL);
  g_auto (GStrv) missing = mlg_fill_list_missing (template, answers);

  if (document != NULL && !mlg_document_validate (document, issues))
    g_error ("a filled document is not valid");
  if (g_strv_length (missing) > mlg_template_get_fields (template)->len)
    g_error ("more fields are missing than there are");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgTemplate) template = mlg_template_read_xml (bytes, "fuzz", issues, NULL, NULL);

  if (template == NULL)
    return 0;
  check_round_trip (template);
  check_fill (template);
  return 0;
}

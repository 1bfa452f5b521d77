/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/mlg-eforms.h"
#include "template/mlg-template-error.h"

/* Any bytes as a notice: reading may not crash, and the template that is made of it is valid in each of the
 * languages that it is offered in. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_language (GBytes *bytes, const char *language)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) template =
      mlg_eforms_read (bytes, "fuzz", language, issues, NULL, &error);

  if (template == NULL)
    {
      guint n = mlg_issue_list_get_n (issues);

      g_error ("%s: %s (%s)", language, error->message,
               n > 0 ? mlg_issue_list_get (issues, n - 1)->message : "");
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_auto (GStrv) languages = mlg_eforms_list_languages (bytes, "fuzz", NULL, NULL);

  mlg_eforms_is_notice (bytes);
  for (guint i = 0; languages != NULL && languages[i] != NULL && i < 4; i++)
    check_language (bytes, languages[i]);
  return 0;
}

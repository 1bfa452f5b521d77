/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/mlg-import-entry.h"

/* Any bytes: neither the reader of cards nor what makes records of them may crash, and what they
 * make is valid text. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) cards =
      mlg_vcard_read_bytes (bytes, "fuzz", &mlg_vcard_default_limits, issues, NULL);

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      g_autoptr (MlgImportEntry) entry =
          mlg_import_entry_from_card (cards->pdata[i], "fuzz", issues);

      for (guint j = 0; entry != NULL && j < mlg_record_get_kind (entry->record)->n_fields; j++)
        {
          const char *text = mlg_record_get_text (entry->record, j);

          if (text != NULL && !g_utf8_validate (text, -1, NULL))
            g_error ("“%s” is not valid text", text);
        }
    }
  return 0;
}

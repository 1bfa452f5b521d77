/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-code-list.h"

#include <glib/gi18n-lib.h>

/**
 * mlg_code_list_find:
 * @code: (nullable): a code
 *
 * Returns: (nullable): the entry, owned by the list
 */
const MlgCode *
mlg_code_list_find (const MlgCodeList *list, const char *code)
{
  g_return_val_if_fail (list != NULL, NULL);

  if (code == NULL)
    return NULL;
  for (const MlgCode *entry = list->codes; entry->code != NULL; entry++)
    if (g_str_equal (entry->code, code))
      return entry;
  return NULL;
}

/* Letter case is no difference between two titles: spreadsheets are typed by hand. */
static gboolean
same_title (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_utf8_collate (folded_a, folded_b) == 0;
}

/**
 * mlg_code_list_find_by_title:
 * @title: a code, or its title in English or in the person's language, whatever the case
 *
 * Reads back what an export wrote, or what somebody typed in a spreadsheet.
 *
 * Returns: (nullable): the entry, owned by the list
 */
const MlgCode *
mlg_code_list_find_by_title (const MlgCodeList *list, const char *title)
{
  const MlgCode *exact = mlg_code_list_find (list, title);

  if (exact != NULL || title == NULL)
    return exact;
  for (const MlgCode *entry = list->codes; entry->code != NULL; entry++)
    if (same_title (entry->title, title) || same_title (_ (entry->title), title))
      return entry;
  return NULL;
}

/**
 * mlg_code_list_get_title:
 * @code: (nullable): a code
 *
 * Returns: the translated title; the code itself where the list does not know it; "" for %NULL
 */
const char *
mlg_code_list_get_title (const MlgCodeList *list, const char *code)
{
  const MlgCode *entry = mlg_code_list_find (list, code);

  if (entry != NULL)
    return _ (entry->title);
  return code != NULL ? code : "";
}

/**
 * mlg_code_list_get_n:
 *
 * Returns: how many codes the list has
 */
guint
mlg_code_list_get_n (const MlgCodeList *list)
{
  guint n = 0;

  while (list->codes[n].code != NULL)
    n++;
  return n;
}

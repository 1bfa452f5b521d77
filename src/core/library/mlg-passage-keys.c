/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-passage-keys-private.h"

#include "library/mlg-fragment.h"
#include "template/mlg-template.h"

/**
 * mlg_passage_key_for_clause:
 * @clause: an element
 * @seen: (element-type utf8): the keys that are taken; the new one is added
 *
 * Returns: (transfer full): its identifier, or its title; a clause that stands twice is told apart by its turn
 */
char *
mlg_passage_key_for_clause (const xmlNode *clause, GHashTable *seen)
{
  const char *uri = mlg_xml_get (clause, "uri");
  char *key = uri != NULL ? g_strdup (uri)
                          : mlg_fragment_get_text (mlg_template_find_child (clause, "title"));

  if (key == NULL)
    key = g_strdup ("");
  while (g_hash_table_contains (seen, key))
    {
      char *next = g_strconcat (key, "'", NULL);

      g_free (key);
      key = next;
    }
  g_hash_table_add (seen, g_strdup (key));
  return key;
}

/**
 * mlg_passage_key_for_piece:
 * @n: which piece of its template, from 0
 *
 * Returns: (transfer full): the key of what stands around its clauses
 */
char *
mlg_passage_key_for_piece (const xmlNode *piece, guint n)
{
  return g_strdup_printf ("piece %s %u", mlg_xml_get (piece, "role"), n);
}

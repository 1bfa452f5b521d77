/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-link.h"

#include "library/mlg-clause-edit.h"
#include "library/mlg-clause.h"

/* A template says which clauses to read together by the xml:id of places in them. */

static void
note_ids (GHashTable *places, const xmlNode *node, gint64 clause)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        const char *id = mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id");

        if (id != NULL)
          g_hash_table_insert (places, (gpointer) id, g_memdup2 (&clause, sizeof clause));
        note_ids (places, node->children, clause);
      }
}

static gboolean
link_clause (MlgConnection *db, MlgRecord *clause, GHashTable *places, GError **error)
{
  const char *related = mlg_record_get_text (clause, MLG_CLAUSE_RELATED);
  g_auto (GStrv) ids = g_strsplit (related != NULL ? related : "", " ", -1);

  for (char **id = ids; *id != NULL; id++)
    {
      const gint64 *other = g_hash_table_lookup (places, *id);

      if (other != NULL && !mlg_clause_link (db, mlg_record_get_id (clause), *other, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_template_parts_link:
 * @parts: a template taken apart, whose clauses are in the file: each bears its id
 *
 * Links the clauses that are new to the library with those that the template says to read with them. In an
 * action only.
 */
gboolean
mlg_template_parts_link (MlgConnection *db, MlgTemplateParts *parts, GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  for (guint i = 0; i < parts->pieces->len; i++)
    {
      MlgTakenPiece *piece = parts->pieces->pdata[i];

      for (guint j = 0; j < piece->taken->len; j++)
        {
          MlgTakenClause *taken = piece->taken->pdata[j];

          note_ids (places, taken->at->children, mlg_record_get_id (taken->clause));
          if (taken->is_new)
            g_ptr_array_add (fresh, taken->clause);
        }
    }
  for (guint i = 0; i < fresh->len; i++)
    if (!link_clause (db, fresh->pdata[i], places, error))
      return FALSE;
  return TRUE;
}

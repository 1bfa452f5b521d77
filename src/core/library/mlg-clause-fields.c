/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-fields.h"

#include "library/mlg-clause-uses.h"
#include "library/mlg-compose.h"

static gboolean
take_fields (MlgConnection *db, gint64 template, GHashTable *fields, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgTemplate) tree = mlg_compose_template (db, template, issues, error);
  GPtrArray *found = tree != NULL ? mlg_template_get_fields (tree) : NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const MlgTemplateField *field = found->pdata[i];

      if (!g_hash_table_contains (fields, field->name))
        g_hash_table_insert (fields, g_strdup (field->name), g_strdup (field->label));
    }
  return tree != NULL;
}

/**
 * mlg_clause_list_fields:
 * @clause: a clause
 *
 * Returns: (transfer full) (element-type utf8 utf8): the labels of the fields that the text of a clause may
 *   ask for, by their names: those of the templates where it stands; %NULL with @error set
 */
GHashTable *
mlg_clause_list_fields (MlgConnection *db, gint64 clause, GError **error)
{
  g_autoptr (GPtrArray) uses = mlg_clause_list_uses (db, clause, error);
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gint64 last = 0;

  if (uses == NULL)
    return NULL;
  for (guint i = 0; i < uses->len; i++)
    {
      const MlgClauseUsage *usage = uses->pdata[i];

      if (usage->template != last && !take_fields (db, usage->template, fields, error))
        return NULL;
      last = usage->template;
    }
  return g_steal_pointer (&fields);
}

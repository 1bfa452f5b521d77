/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-bar.h"

#include "store/mlg-statement.h"

/**
 * mlg_clause_bar_free:
 * @bar: (transfer full): a bar
 *
 * Frees what is told of the clauses of a dimension.
 */
void
mlg_clause_bar_free (MlgClauseBar *bar)
{
  g_free (bar->ambition);
  g_free (bar);
}

/* A purchase that asked for two clauses of the need at the same ambition counts once. */
static const char bar_sql[] =
    "SELECT ambition, count(*), count(offers), coalesce(sum(offers), 0),"
    " coalesce(min(offers), 0), coalesce(max(offers), 0),"
    " count(CASE WHEN offers=0 THEN 1 END) FROM"
    " (SELECT DISTINCT coalesce(w.ambition, c.ambition) AS ambition, s.id, s.offers AS offers"
    "  FROM clause c JOIN sheet_clause w ON w.clause=c.id JOIN sheet s ON s.id=w.sheet"
    "  WHERE c.id=?1 OR c.need=(SELECT need FROM clause WHERE id=?1))"
    " GROUP BY ambition ORDER BY CASE ambition WHEN 'base' THEN 1 WHEN 'good' THEN 2"
    " WHEN 'exemplary' THEN 3 ELSE 4 END";

/**
 * mlg_clause_get_bar:
 *
 * Where to set the bar: what became of purchases that asked for this clause or for another of its need.
 *
 * Returns: (transfer full) (element-type MlgClauseBar): one for each ambition that sheets tell of, the lowest
 *   first; %NULL with @error set
 */
GPtrArray *
mlg_clause_get_bar (MlgConnection *db, gint64 clause, GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, bar_sql, error);
  g_autoptr (GPtrArray) bars =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_clause_bar_free);
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, clause);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      MlgClauseBar *bar = g_new0 (MlgClauseBar, 1);

      bar->ambition = g_strdup (mlg_statement_get_text (statement, 0));
      bar->sheets = (guint) mlg_statement_get_integer (statement, 1);
      bar->counted = (guint) mlg_statement_get_integer (statement, 2);
      bar->offers = (guint) mlg_statement_get_integer (statement, 3);
      bar->least = (guint) mlg_statement_get_integer (statement, 4);
      bar->most = (guint) mlg_statement_get_integer (statement, 5);
      bar->fruitless = (guint) mlg_statement_get_integer (statement, 6);
      g_ptr_array_add (bars, bar);
    }
  return step == MLG_STEP_DONE ? g_steal_pointer (&bars) : NULL;
}

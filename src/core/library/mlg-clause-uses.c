/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-uses.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause-xml.h"
#include "library/mlg-clause.h"
#include "library/mlg-compose-private.h"
#include "library/mlg-template-edit.h"
#include "library/mlg-text-lines.h"
#include "store/mlg-statement.h"

static void
usage_free (gpointer data)
{
  MlgClauseUsage *usage = data;

  g_free (usage->template_title);
  g_free (usage->piece_title);
  g_free (usage);
}

static void
wording_free (gpointer data)
{
  MlgClauseWording *wording = data;

  g_free (wording->until);
  g_free (wording->text);
  g_free (wording);
}

/**
 * mlg_clause_list_uses:
 *
 * Returns: (transfer full) (element-type MlgClauseUsage): where a clause stands, by the titles of templates;
 *   %NULL with @error set
 */
GPtrArray *
mlg_clause_list_uses (MlgConnection *db, gint64 clause, GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db,
      "SELECT u.id, t.id, p.id, t.title, p.title, coalesce(u.kept, 0) FROM clause_use u"
      " JOIN piece p ON p.id=u.piece JOIN template t ON t.id=p.template WHERE u.clause=?1"
      " ORDER BY fold(t.title), t.id, p.position, u.position",
      error);
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func (usage_free);
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, clause);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      MlgClauseUsage *usage = g_new0 (MlgClauseUsage, 1);

      usage->use = mlg_statement_get_integer (statement, 0);
      usage->template = mlg_statement_get_integer (statement, 1);
      usage->piece = mlg_statement_get_integer (statement, 2);
      usage->template_title = g_strdup (mlg_statement_get_text (statement, 3));
      usage->piece_title = g_strdup (mlg_statement_get_text (statement, 4));
      usage->kept = (guint) mlg_statement_get_integer (statement, 5);
      g_ptr_array_add (uses, usage);
    }
  return step == MLG_STEP_DONE ? g_steal_pointer (&uses) : NULL;
}

static gboolean
read_wording (MlgConnection *db, gint64 clause, MlgClauseWording *wording, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_compose_load_wording (db, clause, wording->revision, error);
  g_autofree char *content = record != NULL ? mlg_clause_dup_content (record) : NULL;

  if (content == NULL)
    return FALSE;
  wording->text = mlg_text_lines_from_markup (content);
  return TRUE;
}

/**
 * mlg_clause_list_wordings:
 *
 * Returns: (transfer full) (element-type MlgClauseWording): the wordings of a clause, that of now first; %NULL
 *   with @error set
 */
GPtrArray *
mlg_clause_list_wordings (MlgConnection *db, gint64 clause, GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db,
      "SELECT w.number, w.until, (SELECT count(DISTINCT p.template) FROM clause_use u"
      "  JOIN piece p ON p.id=u.piece WHERE u.clause=?1 AND coalesce(u.kept, w.now)=w.number)"
      " FROM (SELECT revision AS number, NULL AS until, revision AS now FROM clause WHERE id=?1"
      "  UNION ALL SELECT number, made_on, (SELECT revision FROM clause WHERE id=?1)"
      "  FROM older_clause WHERE clause=?1) w ORDER BY w.number DESC",
      error);
  g_autoptr (GPtrArray) wordings = g_ptr_array_new_with_free_func (wording_free);
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, clause);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      MlgClauseWording *wording = g_new0 (MlgClauseWording, 1);

      wording->revision = (guint) mlg_statement_get_integer (statement, 0);
      wording->until = g_strdup (mlg_statement_get_text (statement, 1));
      wording->n_templates = (guint) mlg_statement_get_integer (statement, 2);
      g_ptr_array_add (wordings, wording);
    }
  for (guint i = 0; step == MLG_STEP_DONE && i < wordings->len; i++)
    if (!read_wording (db, clause, wordings->pdata[i], error))
      return NULL;
  return step == MLG_STEP_DONE ? g_steal_pointer (&wordings) : NULL;
}

/**
 * mlg_clause_use_keep:
 * @use: where a clause stands
 * @revision: the wording that the template is to hold on to; 0 to follow the clause
 *
 * Keeps an older wording in one place, or updates that place. The template gets its next revision. In an
 * action only.
 *
 * Errors: %MLG_STORE_ERROR_MISSING when nobody kept that wording.
 */
gboolean
mlg_clause_use_keep (MlgConnection *db, gint64 use, guint revision, GError **error)
{
  gint64 template = 0, clause = 0;
  g_autoptr (MlgRecord) wording = NULL;

  if (!mlg_connection_get_integer (db, &template, error,
                                   "SELECT template FROM piece WHERE id="
                                   "(SELECT piece FROM clause_use WHERE id=?1)",
                                   "i", use)
      || !mlg_connection_get_integer (db, &clause, error,
                                      "SELECT clause FROM clause_use WHERE id=?1", "i", use))
    return FALSE;
  wording = mlg_compose_load_wording (db, clause, revision, error);
  return wording != NULL && mlg_template_grow (db, template, _ ("Wording of a clause"), error)
         && mlg_connection_execute (db, error,
                                    "UPDATE clause_use SET kept=nullif(?2, 0) WHERE id=?1", "ii",
                                    use, (gint64) revision);
}

/**
 * mlg_clause_follow_everywhere:
 *
 * Gives all templates the wording of now; those that held on to an older one get their next revision. In an
 * action only.
 */
gboolean
mlg_clause_follow_everywhere (MlgConnection *db, gint64 clause, GError **error)
{
  g_autoptr (GPtrArray) uses = mlg_clause_list_uses (db, clause, error);

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const MlgClauseUsage *usage = uses->pdata[i];

      if (usage->kept != 0 && !mlg_clause_use_keep (db, usage->use, 0, error))
        return FALSE;
    }
  return uses != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answer-edit.h"
#include "mlg-questionnaire.h"
#include "store/mlg-statement.h"

/* Who is asked: members, and associates, of the group when there is one; and who of them has not
 * answered. */
#define ASKED                                                                                      \
  " b.status IN ('member','associate') AND (?2=0 OR EXISTS (SELECT 1 FROM group_member AS g"       \
  " WHERE g.grp=?2 AND (g.until IS NULL OR g.until>=date('now'))"

#define PENDING_BODIES                                                                             \
  "SELECT b.id, 0, b.name, coalesce((SELECT coalesce(f.email,p.email) FROM function AS f"          \
  " JOIN person AS p ON p.id=f.person WHERE f.body=b.id AND (f.until IS NULL"                      \
  " OR f.until>=date('now')) AND coalesce(p.objection,0)=0 AND coalesce(f.email,p.email) NOT NULL" \
  " ORDER BY coalesce(f.main,0) DESC, f.id LIMIT 1), b.email) FROM body AS b WHERE" ASKED          \
  " AND g.body=b.id)) AND NOT EXISTS (SELECT 1 FROM answer WHERE questionnaire=?1 AND body=b.id)"  \
  " AND NOT EXISTS (SELECT 1 FROM participation WHERE questionnaire=?1 AND body=b.id)"             \
  " ORDER BY b.name COLLATE NOCASE, b.id"

#define PENDING_PEOPLE                                                                             \
  "SELECT b.id, p.id, b.name || ' – ' || trim(coalesce(p.given_name,'') || ' ' ||"               \
  " p.family_name), CASE WHEN coalesce(p.objection,0)=0 THEN coalesce(f.email,p.email) END"        \
  " FROM person AS p JOIN function AS f ON f.id=(SELECT f2.id FROM function AS f2 JOIN body AS b2" \
  " ON b2.id=f2.body WHERE f2.person=p.id AND b2.status IN ('member','associate')"                 \
  " AND (f2.until IS NULL OR f2.until>=date('now')) ORDER BY coalesce(f2.main,0) DESC, f2.id"      \
  " LIMIT 1) JOIN body AS b ON b.id=f.body WHERE" ASKED " AND (g.body=b.id OR g.person=p.id)))"    \
  " AND NOT EXISTS (SELECT 1 FROM answer WHERE questionnaire=?1 AND person=p.id)"                  \
  " AND NOT EXISTS (SELECT 1 FROM participation WHERE questionnaire=?1 AND person=p.id)"           \
  " ORDER BY b.name COLLATE NOCASE, b.id, p.family_name COLLATE NOCASE, p.id"

static void
free_pending (MlgPending *pending)
{
  g_free (pending->name);
  g_free (pending->email);
  g_free (pending);
}

static MlgPending *
read_pending (MlgStatement *row)
{
  MlgPending *pending = g_new0 (MlgPending, 1);

  pending->body = mlg_statement_get_integer (row, 0);
  pending->person = mlg_statement_get_integer (row, 1);
  pending->name = g_strdup (mlg_statement_get_text (row, 2));
  pending->email = g_strdup (mlg_statement_get_text (row, 3));
  return pending;
}

/**
 * mlg_questionnaire_list_pending:
 *
 * Returns: (transfer full) (element-type MlgPending): who may answer and has not, by name: bodies, or
 *   people of them; %NULL with @error set
 */
GPtrArray *
mlg_questionnaire_list_pending (MlgConnection *db, gint64 questionnaire, GError **error)
{
  g_autoptr (MlgRecord) record =
      mlg_record_load (db, &mlg_questionnaire_kind, questionnaire, error);
  g_autoptr (GPtrArray) pending = g_ptr_array_new_with_free_func ((GDestroyNotify) free_pending);
  g_autoptr (MlgStatement) statement = NULL;
  MlgStep step;

  if (record == NULL)
    return NULL;
  statement = mlg_connection_prepare (
      db,
      g_strcmp0 (mlg_record_get_text (record, MLG_QUESTIONNAIRE_RESPONDENT), "person") == 0
          ? PENDING_PEOPLE
          : PENDING_BODIES,
      error);
  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, questionnaire);
  mlg_statement_bind_integer (statement, 2, mlg_record_get_integer (record, MLG_QUESTIONNAIRE_GRP));
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    g_ptr_array_add (pending, read_pending (statement));
  return step == MLG_STEP_DONE ? g_steal_pointer (&pending) : NULL;
}

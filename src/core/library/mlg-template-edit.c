/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-edit.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause-use.h"
#include "library/mlg-compose.h"
#include "mlg-cpv-code.h"
#include "library/mlg-library-day.h"
#include "library/mlg-nomenclature.h"
#include "library/mlg-older-template.h"
#include "library/mlg-piece.h"
#include "library/mlg-template-record.h"
#include "library/mlg-template-trait.h"
#include "store/mlg-statement.h"

/**
 * mlg_template_keep_revision:
 * @note: (nullable): what changes now
 *
 * Keeps a template as it is, among its earlier revisions. In an action only.
 */
gboolean
mlg_template_keep_revision (MlgConnection *db, gint64 template, const char *note, GError **error)
{
  g_autofree char *outline = mlg_compose_outline (db, template, error);
  g_autofree char *today = mlg_library_today ();
  g_autoptr (MlgRecord) older = mlg_record_new (&mlg_older_template_kind);
  gint64 number = 0;

  if (outline == NULL
      || !mlg_connection_get_integer (db, &number, error,
                                      "SELECT revision FROM template WHERE id=?1", "i", template))
    return FALSE;
  mlg_record_set_integer (older, MLG_OLDER_TEMPLATE_TEMPLATE, template);
  mlg_record_set_integer (older, MLG_OLDER_TEMPLATE_NUMBER, number);
  mlg_record_set_text (older, MLG_OLDER_TEMPLATE_MADE_ON, today);
  mlg_record_set_text (older, MLG_OLDER_TEMPLATE_NOTE, note);
  mlg_record_set_text (older, MLG_OLDER_TEMPLATE_CONTENT, outline);
  return mlg_record_insert (db, older, error);
}

/**
 * mlg_template_grow:
 * @note: (nullable): what changes now
 *
 * Keeps a template as it is and gives it the next revision, before something is changed in it. In an
 * action only.
 */
gboolean
mlg_template_grow (MlgConnection *db, gint64 template, const char *note, GError **error)
{
  g_autofree char *today = mlg_library_today ();

  return mlg_template_keep_revision (db, template, note, error)
         && mlg_connection_execute (db, error,
                                    "UPDATE template SET revision=1+max(revision,"
                                    " coalesce((SELECT max(number) FROM older_template"
                                    "  WHERE template=?1), 0)), changed_on=?2 WHERE id=?1",
                                    "it", template, today);
}

static gboolean
hold (MlgConnection *db, gint64 template, gint64 clause, GError **error)
{
  return mlg_connection_execute (db, error,
                                 "UPDATE clause_use SET kept=(SELECT revision FROM clause"
                                 " WHERE id=?2) WHERE clause=?2 AND kept IS NULL AND piece IN"
                                 " (SELECT id FROM piece WHERE template=?1)",
                                 "ii", template, clause);
}

static GArray *
list_followers (MlgConnection *db, gint64 clause, GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db,
      "SELECT DISTINCT template FROM clause_use JOIN piece ON piece.id=piece"
      " WHERE clause=?1 AND kept IS NULL ORDER BY template",
      error);
  g_autoptr (GArray) followers = g_array_new (FALSE, FALSE, sizeof (gint64));
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, clause);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      gint64 template = mlg_statement_get_integer (statement, 0);

      g_array_append_val (followers, template);
    }
  return step == MLG_STEP_DONE ? g_steal_pointer (&followers) : NULL;
}

/**
 * mlg_template_grow_with_clause:
 * @clause: a clause whose wording is about to change
 * @holding: (nullable) (element-type gint64): a set of templates that hold on to the wording of now
 * @note: (nullable): what changes
 *
 * Keeps the templates that follow a clause as they are and gives them the next revision. In an action
 * only.
 */
gboolean
mlg_template_grow_with_clause (
    MlgConnection *db, gint64 clause, GHashTable *holding, const char *note, GError **error)
{
  g_autoptr (GArray) followers = list_followers (db, clause, error);

  for (guint i = 0; followers != NULL && i < followers->len; i++)
    {
      gint64 template = g_array_index (followers, gint64, i);
      gboolean holds = holding != NULL && g_hash_table_contains (holding, &template);

      if (!(holds ? hold (db, template, clause, error)
                  : mlg_template_grow (db, template, note, error)))
        return FALSE;
    }
  return followers != NULL;
}

static gboolean
write_uses (MlgConnection *db, MlgTakenPiece *taken, GError **error)
{
  for (guint i = 0; i < taken->taken->len; i++)
    {
      MlgTakenClause *clause = taken->taken->pdata[i];

      mlg_record_set_integer (clause->use, MLG_CLAUSE_USE_PIECE, mlg_record_get_id (taken->piece));
      mlg_record_set_integer (clause->use, MLG_CLAUSE_USE_CLAUSE,
                              mlg_record_get_id (clause->clause));
      if (!mlg_record_insert (db, clause->use, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_traits (MlgConnection *db, MlgTemplateParts *parts, GError **error)
{
  for (guint i = 0; i < parts->codes->len; i++)
    {
      g_autoptr (MlgRecord) trait = mlg_record_new (&mlg_template_trait_kind);

      mlg_record_set_integer (trait, MLG_TEMPLATE_TRAIT_TEMPLATE,
                              mlg_record_get_id (parts->record));
      mlg_record_set_text (trait, MLG_TEMPLATE_TRAIT_CODE, parts->codes->pdata[i]);
      if (!mlg_record_insert (db, trait, error))
        return FALSE;
    }
  return TRUE;
}

/* Takes the pieces and the uses of a template away, before they are written anew. */
gboolean
mlg_template_clear_parts (MlgConnection *db, gint64 id, GError **error)
{
  return mlg_connection_execute (db, error,
                                 "DELETE FROM clause_use WHERE piece IN"
                                 " (SELECT id FROM piece WHERE template=?1)",
                                 "i", id)
         && mlg_connection_execute (db, error, "DELETE FROM piece WHERE template=?1", "i", id)
         && mlg_connection_execute (db, error, "DELETE FROM template_trait WHERE template=?1", "i",
                                    id);
}

/**
 * mlg_template_set_family:
 *
 * Gives a template that was taken apart its family of purchases: the division of its first code.
 */
gboolean
mlg_template_set_family (MlgConnection *db, MlgTemplateParts *parts, GError **error)
{
  g_autofree char *division = parts->cpv != NULL ? mlg_cpv_division (parts->cpv) : NULL;
  gint64 family = mlg_nomenclature_find (db, division, error);

  if (family > 0)
    mlg_record_set_integer (parts->record, MLG_TEMPLATE_RECORD_FAMILY, family);
  return family >= 0;
}

/**
 * mlg_template_write_parts:
 * @parts: a template taken apart, whose clauses are in the file: each bears its id
 * @id: the template that it replaces; 0 for a new one
 *
 * Writes the record of a template, its pieces and its uses of clauses. In an action only.
 */
gboolean
mlg_template_write_parts (MlgConnection *db, MlgTemplateParts *parts, gint64 id, GError **error)
{
  g_autofree char *today = mlg_library_today ();

  mlg_record_set_text (parts->record, MLG_TEMPLATE_RECORD_CHANGED_ON, today);
  if (!mlg_template_set_family (db, parts, error))
    return FALSE;
  mlg_record_set_id (parts->record, id);
  if (id != 0 && !mlg_template_clear_parts (db, id, error))
    return FALSE;
  if (!(id != 0 ? mlg_record_update (db, parts->record, error)
                : mlg_record_insert (db, parts->record, error)))
    return FALSE;
  for (guint i = 0; i < parts->pieces->len; i++)
    {
      MlgTakenPiece *taken = parts->pieces->pdata[i];

      mlg_record_set_integer (taken->piece, MLG_PIECE_TEMPLATE, mlg_record_get_id (parts->record));
      if (!mlg_record_insert (db, taken->piece, error) || !write_uses (db, taken, error))
        return FALSE;
    }
  return write_traits (db, parts, error);
}

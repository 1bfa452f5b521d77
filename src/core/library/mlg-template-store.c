/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause-edit.h"
#include "library/mlg-clause-use.h"
#include "library/mlg-clause-xml.h"
#include "library/mlg-clause.h"
#include "library/mlg-compose-private.h"
#include "library/mlg-nomenclature.h"
#include "library/mlg-template-edit.h"
#include "library/mlg-template-record.h"
#include "library/mlg-uri.h"

/* Writing a template that somebody changed as one tree. */

static MlgRecord *
find_clause (MlgConnection *db, const char *uri, GError **error)
{
  g_autoptr (GPtrArray) found =
      mlg_record_load_where (db, &mlg_clause_kind, error, "WHERE uri=?1", "t", uri);

  if (found == NULL)
    return NULL;
  return found->len > 0 ? g_object_ref (found->pdata[0]) : mlg_record_new (&mlg_clause_kind);
}

/* Returns: whether this is an older wording of the clause, as it was kept */
static gboolean
is_kept (MlgConnection *db, MlgRecord *known, gint64 revision, const char *content)
{
  g_autoptr (MlgRecord) older =
      mlg_compose_load_wording (db, mlg_record_get_id (known), revision, NULL);
  g_autofree char *words = older != NULL ? mlg_clause_dup_content (older) : NULL;

  return g_strcmp0 (words, content) == 0;
}

/* Somebody changed an older wording: it becomes a clause of its own, so that nobody else gets it. */
static gboolean
part_ways (MlgConnection *db, MlgTakenClause *taken, GError **error)
{
  g_autofree char *uri = mlg_uri_new ();

  mlg_record_set_text (taken->clause, MLG_CLAUSE_URI, uri);
  mlg_record_set_integer (taken->clause, MLG_CLAUSE_REVISION, 1);
  return mlg_clause_insert (db, taken->clause, error);
}

static gboolean
change (
    MlgConnection *db, MlgTakenClause *taken, MlgRecord *known, const char *content, GError **error)
{
  return mlg_clause_take_content (known, content, error) && mlg_clause_store (db, known, error);
}

static gboolean
settle_known (MlgConnection *db, MlgTakenClause *taken, MlgRecord *known, GError **error)
{
  gint64 revision = mlg_record_get_integer (taken->clause, MLG_CLAUSE_REVISION);
  gboolean current = revision >= mlg_record_get_integer (known, MLG_CLAUSE_REVISION);
  g_autofree char *content = mlg_clause_dup_content (taken->clause);
  g_autofree char *ours = mlg_clause_dup_content (known);

  mlg_record_set_id (taken->clause, mlg_record_get_id (known));
  if (current)
    return g_str_equal (content, ours) || change (db, taken, known, content, error);
  if (is_kept (db, known, revision, content))
    {
      mlg_record_set_integer (taken->use, MLG_CLAUSE_USE_KEPT, revision);
      return TRUE;
    }
  mlg_record_set_id (taken->clause, 0);
  return part_ways (db, taken, error);
}

static gboolean
settle (MlgConnection *db, MlgTakenClause *taken, gint64 family, GError **error)
{
  g_autoptr (MlgRecord) known =
      find_clause (db, mlg_record_get_text (taken->clause, MLG_CLAUSE_URI), error);

  if (known == NULL)
    return FALSE;
  if (mlg_record_get_id (known) != 0)
    return settle_known (db, taken, known, error);
  if (family != 0)
    mlg_record_set_integer (taken->clause, MLG_CLAUSE_FAMILY, family);
  return mlg_clause_insert (db, taken->clause, error);
}

static gboolean
settle_all (MlgConnection *db, MlgTemplateParts *parts, GError **error)
{
  gint64 family = mlg_record_get_integer (parts->record, MLG_TEMPLATE_RECORD_FAMILY);

  for (guint i = 0; i < parts->pieces->len; i++)
    {
      MlgTakenPiece *piece = parts->pieces->pdata[i];

      for (guint j = 0; j < piece->taken->len; j++)
        if (!settle (db, piece->taken->pdata[j], family, error))
          return FALSE;
    }
  return TRUE;
}

/* What the tree does not say stays as it is. */
static gboolean
keep_fields (MlgConnection *db, MlgTemplateParts *parts, gint64 id, GError **error)
{
  g_autoptr (MlgRecord) now = mlg_record_load (db, &mlg_template_record_kind, id, error);

  if (now == NULL)
    return FALSE;
  mlg_record_copy_value (parts->record, now, MLG_TEMPLATE_RECORD_REVISION);
  mlg_record_copy_value (parts->record, now, MLG_TEMPLATE_RECORD_ARCHIVED);
  return TRUE;
}

static gboolean
replace (MlgConnection *db, MlgTemplateParts *parts, gint64 id, const char *note, GError **error)
{
  g_autofree char *before = mlg_compose_write (db, id, error);
  g_autofree char *after = mlg_template_parts_write (parts);

  if (before == NULL)
    return FALSE;
  mlg_record_set_id (parts->record, id);
  if (g_str_equal (before, after))
    return TRUE;
  /* Without its uses, the template does not grow once more with each clause that changes in it. */
  return mlg_template_grow (db, id, note, error) && keep_fields (db, parts, id, error)
         && mlg_template_clear_parts (db, id, error) && mlg_template_set_family (db, parts, error)
         && settle_all (db, parts, error) && mlg_template_write_parts (db, parts, id, error);
}

static gboolean
add (MlgConnection *db, MlgTemplateParts *parts, GError **error)
{
  return mlg_template_set_family (db, parts, error) && settle_all (db, parts, error)
         && mlg_template_write_parts (db, parts, 0, error);
}

/**
 * mlg_template_store:
 * @template: a template with what somebody changed in it, or a new one
 * @note: (nullable): what changed, for the list of its revisions
 *
 * Writes a whole template. One with the identifier of a template of the library takes its place and gets the
 * next revision. A clause of it with other words changes in the library, so that all templates that follow
 * it change; unless these words were changed from an older wording that the template held on to: then they
 * become a clause of their own. In an action only.
 *
 * Returns: the id of the template; 0 with @error set
 */
gint64
mlg_template_store (MlgConnection *db, MlgTemplate *template, const char *note, GError **error)
{
  g_autoptr (MlgTemplateParts) parts = mlg_template_parts_new (template);
  gint64 id = 0;

  if (!mlg_nomenclature_ensure (db, error)
      || !mlg_connection_get_integer (db, &id, error, "SELECT id FROM template WHERE uri=?1", "t",
                                      mlg_template_get_uri (template)))
    return 0;
  if (!(id != 0 ? replace (db, parts, id, note, error) : add (db, parts, error)))
    return 0;
  return mlg_record_get_id (parts->record);
}

/* A template has at least one piece: a new one starts with the technical clauses, empty. */
static gboolean
store_new (MlgConnection *db, MlgRecord *record, GError **error)
{
  g_autofree char *uri = mlg_uri_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MlgTemplate) template = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  xmlDoc *tree;
  gint64 id;

  if (!mlg_record_validate (record, NULL, error))
    return FALSE;
  mlg_record_set_text (record, MLG_TEMPLATE_RECORD_URI, uri);
  mlg_record_set_integer (record, MLG_TEMPLATE_RECORD_REVISION, 1);
  mlg_compose_append_start (record, text);
  g_string_append (text, "<piece role=\"cctp\"><title>CCTP</title><text/></piece>");
  mlg_compose_append_end (text);
  bytes = g_bytes_new (text->str, text->len);
  tree = mlg_xml_read_bytes (bytes, "XML", NULL, NULL, error);
  if (tree == NULL)
    return FALSE;
  template = mlg_template_new_for_tree (
      tree, mlg_record_get_text (record, MLG_TEMPLATE_RECORD_TITLE), issues, error);
  id = template != NULL ? mlg_template_store (db, template, NULL, error) : 0;
  mlg_record_set_id (record, id);
  return id != 0;
}

/**
 * mlg_template_store_record:
 * @record: a template's record with changed fields
 *
 * Stores what a template's fields say: its identity and what it buys. When that changes its text it gets
 * the next revision. In an action only.
 */
gboolean
mlg_template_store_record (MlgConnection *db, MlgRecord *record, GError **error)
{
  gint64 id = mlg_record_get_id (record);
  g_autoptr (MlgRecord) before = NULL;
  g_autoptr (GString) old_start = g_string_new (NULL);
  g_autoptr (GString) start = g_string_new (NULL);

  if (id == 0)
    return store_new (db, record, error);
  before = mlg_record_load (db, &mlg_template_record_kind, id, error);
  if (before == NULL)
    return FALSE;
  mlg_compose_append_start (before, old_start);
  mlg_compose_append_start (record, start);
  if (!g_string_equal (old_start, start))
    {
      if (!mlg_template_grow (db, id, _ ("Identity and purchase"), error))
        return FALSE;
      g_clear_object (&before);
      before = mlg_record_load (db, &mlg_template_record_kind, id, error);
      if (before == NULL)
        return FALSE;
      mlg_record_copy_value (record, before, MLG_TEMPLATE_RECORD_REVISION);
      mlg_record_copy_value (record, before, MLG_TEMPLATE_RECORD_CHANGED_ON);
    }
  return mlg_record_update (db, record, error);
}

/**
 * mlg_template_duplicate:
 * @title: (nullable): what the copy is called; %NULL for the title of @template that says it is a copy
 *
 * Makes a copy of a template, which uses the same clauses. In an action only.
 *
 * Returns: the id of the copy; 0 with @error set
 */
gint64
mlg_template_duplicate (MlgConnection *db, gint64 template, const char *title, GError **error)
{
  g_autoptr (MlgTemplate) source = mlg_compose_template (db, template, NULL, error);
  g_autoptr (MlgTemplateParts) parts = source != NULL ? mlg_template_parts_new (source) : NULL;
  g_autofree char *uri = mlg_uri_new ();
  g_autofree char *own = NULL;

  if (parts == NULL)
    return 0;
  /* Translators: the title of a copy; %s is the title of a template. */
  own = g_strdup_printf (_ ("%s (copy)"),
                         mlg_record_get_text (parts->record, MLG_TEMPLATE_RECORD_TITLE));
  mlg_record_set_text (parts->record, MLG_TEMPLATE_RECORD_URI, uri);
  mlg_record_set_integer (parts->record, MLG_TEMPLATE_RECORD_REVISION, 1);
  mlg_record_set_text (parts->record, MLG_TEMPLATE_RECORD_TITLE, title != NULL ? title : own);
  return add (db, parts, error) ? mlg_record_get_id (parts->record) : 0;
}

/**
 * mlg_template_set_archived:
 *
 * Puts a template away, or takes it out again; nothing else changes. In an action only.
 */
gboolean
mlg_template_set_archived (MlgConnection *db, gint64 template, gboolean archived, GError **error)
{
  return mlg_connection_execute (db, error, "UPDATE template SET archived=?2 WHERE id=?1", "ii",
                                 template, (gint64) (archived != FALSE));
}

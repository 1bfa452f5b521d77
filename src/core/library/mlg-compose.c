/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-compose-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "library/mlg-clause-use.h"
#include "library/mlg-clause-xml.h"
#include "library/mlg-draft.h"
#include "library/mlg-fragment.h"
#include "library/mlg-older-clause.h"
#include "library/mlg-older-template.h"
#include "library/mlg-piece.h"
#include "library/mlg-template-record.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-statement.h"

/* The text of a template is put together from those of its parts, then read and checked like any file. */
typedef struct
{
  MlgConnection *db;   /* (unowned) */
  GHashTable *uses;    /* (owned) id → MlgRecord, of the template */
  GHashTable *clauses; /* (owned) id → MlgRecord, of the template */
  gboolean whole;      /* with the text of clauses, or only their identifier and revision */
  GError *error;       /* (owned) (nullable) the first one */
} Composing;

static void
add_all (GHashTable *table, GPtrArray *records)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gint64 *id = g_new (gint64, 1);

      *id = mlg_record_get_id (records->pdata[i]);
      g_hash_table_insert (table, id, g_object_ref (records->pdata[i]));
    }
}

static gboolean
load_parts (Composing *self, gint64 template, GError **error)
{
  g_autoptr (GPtrArray) uses = mlg_record_load_where (
      self->db, &mlg_clause_use_kind, error,
      "WHERE piece IN (SELECT id FROM piece WHERE template=?1)", "i", template);
  g_autoptr (GPtrArray) clauses =
      uses != NULL
          ? mlg_record_load_where (self->db, &mlg_clause_kind, error,
                                   "WHERE id IN (SELECT clause FROM clause_use WHERE piece IN"
                                   " (SELECT id FROM piece WHERE template=?1))",
                                   "i", template)
          : NULL;

  add_all (self->uses, uses);
  add_all (self->clauses, clauses);
  return clauses != NULL;
}

/**
 * mlg_compose_load_wording:
 * @clause: an id
 * @revision: 0 for the one of now
 *
 * Returns: (transfer full): the clause as it is or was, with the revision that it bears; %NULL with
 *   %MLG_STORE_ERROR_MISSING when nobody kept that wording
 */
MlgRecord *
mlg_compose_load_wording (MlgConnection *db, gint64 clause, gint64 revision, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_clause_kind, clause, error);
  g_autoptr (GPtrArray) older = NULL;

  if (record == NULL || revision == 0
      || revision == mlg_record_get_integer (record, MLG_CLAUSE_REVISION))
    return g_steal_pointer (&record);
  older = mlg_record_load_where (db, &mlg_older_clause_kind, error, "WHERE clause=?1 AND number=?2",
                                 "ii", clause, revision);
  if (older == NULL)
    return NULL;
  if (older->len == 0)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                   _ ("the wording %u of the clause “%s” was not kept"), (guint) revision,
                   mlg_record_get_text (record, MLG_CLAUSE_TITLE));
      return NULL;
    }
  mlg_record_set_integer (record, MLG_CLAUSE_REVISION, revision);
  return mlg_clause_take_content (
             record, mlg_record_get_text (older->pdata[0], MLG_OLDER_CLAUSE_CONTENT), error)
             ? g_steal_pointer (&record)
             : NULL;
}

static void
append_mark (GString *text, MlgRecord *clause, const char *place)
{
  g_string_append (text, "<clause");
  mlg_fragment_append_attribute (text, "xml:id", place);
  mlg_fragment_append_attribute (text, "uri", mlg_record_get_text (clause, MLG_CLAUSE_URI));
  g_string_append_printf (text, " revision=\"%" G_GINT64_FORMAT "\"/>\n",
                          mlg_record_get_integer (clause, MLG_CLAUSE_REVISION));
}

static void
append_use (gint64 id, gpointer data, GString *text)
{
  Composing *self = data;
  MlgRecord *use = g_hash_table_lookup (self->uses, &id);
  gint64 clause_id = use != NULL ? mlg_record_get_integer (use, MLG_CLAUSE_USE_CLAUSE) : 0;
  gint64 kept = use != NULL ? mlg_record_get_integer (use, MLG_CLAUSE_USE_KEPT) : 0;
  MlgRecord *clause = g_hash_table_lookup (self->clauses, &clause_id);
  g_autoptr (MlgRecord) older = NULL;

  /* A mark whose use went with its clause stands for nothing. */
  if (clause == NULL || self->error != NULL)
    return;
  if (kept != 0)
    clause = older = mlg_compose_load_wording (self->db, clause_id, kept, &self->error);
  if (clause == NULL)
    return;
  if (self->whole)
    mlg_clause_append_xml (clause, mlg_record_get_text (use, MLG_CLAUSE_USE_PLACE), text);
  else
    append_mark (text, clause, mlg_record_get_text (use, MLG_CLAUSE_USE_PLACE));
}

static gboolean
append_pieces (Composing *self, gint64 template, GString *text, GError **error)
{
  g_autoptr (GPtrArray) pieces = mlg_record_load_where (
      self->db, &mlg_piece_kind, error, "WHERE template=?1 ORDER BY position, id", "i", template);

  if (pieces == NULL)
    return FALSE;
  for (guint i = 0; i < pieces->len; i++)
    mlg_compose_append_piece (mlg_record_get_text (pieces->pdata[i], MLG_PIECE_CONTENT), append_use,
                              self, text);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

static char *
compose (MlgConnection *db, MlgRecord *template, gboolean whole, GError **error)
{
  gint64 id = mlg_record_get_id (template);
  g_autoptr (GHashTable) uses =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) clauses =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_autoptr (GString) text = g_string_new (NULL);
  Composing composing = { db, uses, clauses, whole, NULL };

  if (!load_parts (&composing, id, error))
    return NULL;
  mlg_compose_append_start (template, text);
  if (!append_pieces (&composing, id, text, error))
    return NULL;
  mlg_compose_append_end (text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static MlgTemplate *
read_text (const char *text, const char *name, MlgIssueList *issues, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MlgIssueList) own = issues == NULL ? mlg_issue_list_new () : NULL;
  xmlDoc *tree = mlg_xml_read_bytes (bytes, name, NULL, NULL, error);

  if (tree == NULL)
    return NULL;
  mlg_compose_mend (tree, name, issues != NULL ? issues : own);
  return mlg_template_new_for_tree (tree, name, issues != NULL ? issues : own, error);
}

/**
 * mlg_compose_template:
 * @id: of a template
 * @issues: (nullable): gets what had to be mended: a reference to a place that no clause has any more
 *
 * Errors: those of the store; %MLG_TEMPLATE_ERROR_INVALID when the parts do not make a template.
 *
 * Returns: (transfer full): the template as it is now
 */
MlgTemplate *
mlg_compose_template (MlgConnection *db, gint64 id, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgRecord) template = mlg_record_load (db, &mlg_template_record_kind, id, error);
  g_autofree char *text = template != NULL ? compose (db, template, TRUE, error) : NULL;

  return text != NULL ? read_text (text, mlg_record_get_text (template, MLG_TEMPLATE_RECORD_TITLE),
                                   issues, error)
                      : NULL;
}

/**
 * mlg_compose_write:
 * @id: of a template
 *
 * Returns: (transfer full): its XML, before it is read and mended
 */
char *
mlg_compose_write (MlgConnection *db, gint64 id, GError **error)
{
  g_autoptr (MlgRecord) template = mlg_record_load (db, &mlg_template_record_kind, id, error);

  return template != NULL ? compose (db, template, TRUE, error) : NULL;
}

/**
 * mlg_compose_outline:
 * @id: of a template
 *
 * Returns: (transfer full): its XML in which each clause is only its identifier and revision, as the
 *   history of templates keeps it
 */
char *
mlg_compose_outline (MlgConnection *db, gint64 id, GError **error)
{
  g_autoptr (MlgRecord) template = mlg_record_load (db, &mlg_template_record_kind, id, error);

  return template != NULL ? compose (db, template, FALSE, error) : NULL;
}

/* A clause of an outline: <clause … uri="…" revision="…"/>, and nothing in it. */
static gboolean
append_outlined (MlgConnection *db, const char *mark, gsize length, GString *text, GError **error)
{
  g_autofree char *element = g_strndup (mark, length);
  g_autoptr (xmlDoc) doc = mlg_fragment_read (element, error);
  const xmlNode *clause = doc != NULL ? xmlDocGetRootElement (doc)->children : NULL;
  g_autoptr (MlgRecord) wording = NULL;
  gint64 id = 0;

  if (clause == NULL
      || !mlg_connection_get_integer (db, &id, error, "SELECT id FROM clause WHERE uri=?1", "t",
                                      mlg_xml_get (clause, "uri")))
    return FALSE;
  if (id == 0) /* the clause was removed since */
    return TRUE;
  wording = mlg_compose_load_wording (
      db, id, g_ascii_strtoll (mlg_xml_get (clause, "revision"), NULL, 10), error);
  if (wording == NULL)
    return FALSE;
  mlg_clause_append_xml (wording, mlg_xml_get_ns (clause, (const char *) XML_XML_NAMESPACE, "id"),
                         text);
  return TRUE;
}

static char *
expand (MlgConnection *db, const char *outline, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *done = outline;

  for (const char *mark = strstr (done, "<clause"); mark != NULL; mark = strstr (done, "<clause"))
    {
      const char *end = strchr (mark, '>') + 1;

      g_string_append_len (text, done, mark - done);
      if (!append_outlined (db, mark, (gsize) (end - mark), text, error))
        return NULL;
      done = end;
    }
  g_string_append (text, done);
  return g_strdup (text->str);
}

/**
 * mlg_compose_older:
 * @id: of a template
 * @revision: one of its revisions, the one of now too
 * @issues: (nullable):
 *
 * Errors: %MLG_STORE_ERROR_MISSING when there is no such revision.
 *
 * Returns: (transfer full): the template as it was at that revision
 */
MlgTemplate *
mlg_compose_older (
    MlgConnection *db, gint64 id, guint revision, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgRecord) template = mlg_record_load (db, &mlg_template_record_kind, id, error);
  g_autoptr (GPtrArray) older = NULL;
  g_autofree char *text = NULL;

  if (template == NULL)
    return NULL;
  if (mlg_record_get_integer (template, MLG_TEMPLATE_RECORD_REVISION) == revision)
    return mlg_compose_template (db, id, issues, error);
  older = mlg_record_load_where (db, &mlg_older_template_kind, error,
                                 "WHERE template=?1 AND number=?2 ORDER BY id DESC", "ii", id,
                                 (gint64) revision);
  if (older == NULL)
    return NULL;
  if (older->len == 0)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING, _ ("“%s” has no revision %u"),
                   mlg_record_get_text (template, MLG_TEMPLATE_RECORD_TITLE), revision);
      return NULL;
    }
  text = expand (db, mlg_record_get_text (older->pdata[0], MLG_OLDER_TEMPLATE_CONTENT), error);
  return text != NULL ? read_text (text, mlg_record_get_text (template, MLG_TEMPLATE_RECORD_TITLE),
                                   issues, error)
                      : NULL;
}

/**
 * mlg_compose_draft:
 * @id: of a draft
 * @issues: (nullable):
 *
 * Returns: (transfer full): the text of the draft, as the template that its answers fill
 */
MlgTemplate *
mlg_compose_draft (MlgConnection *db, gint64 id, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgRecord) draft = mlg_record_load (db, &mlg_draft_kind, id, error);

  return draft != NULL ? read_text (mlg_record_get_text (draft, MLG_DRAFT_CONTENT),
                                    mlg_record_get_text (draft, MLG_DRAFT_TITLE), issues, error)
                       : NULL;
}

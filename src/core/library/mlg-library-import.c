/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-import.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause-edit.h"
#include "library/mlg-clause-use.h"
#include "library/mlg-clause-xml.h"
#include "library/mlg-clause.h"
#include "library/mlg-compose.h"
#include "library/mlg-cpv.h"
#include "library/mlg-nomenclature.h"
#include "library/mlg-template-edit.h"
#include "library/mlg-template-link.h"
#include "library/mlg-template-record.h"
#include "store/mlg-markup.h"

/* A clause of the library, read once for all the files that use it. */
typedef struct
{
  gint64 id;
  gint64 revision;
  char *content; /* (owned) */
} Known;

struct _MlgLibraryImport
{
  MlgConnection *db; /* (unowned) */
  MlgLibraryMode mode;
  GHashTable *known;    /* (owned) uri → Known */
  GHashTable *written;  /* (owned) ids of the templates that this import wrote */
  GPtrArray *changes;   /* (owned) (element-type MlgLibraryChange) */
  const char *file;     /* (unowned) (nullable) the one that is read */
  MlgIssueList *issues; /* (unowned) */
};

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->content);
  g_free (known);
}

static void
change_free (gpointer data)
{
  MlgLibraryChange *change = data;

  g_free (change->title);
  g_free (change->file);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static MlgLibraryChange *
add_change (MlgLibraryImport *self, const MlgKind *kind, const char *title, gint64 theirs)
{
  MlgLibraryChange *change = g_new0 (MlgLibraryChange, 1);

  change->kind = kind;
  change->title = g_strdup (title);
  change->file = g_strdup (self->file);
  change->theirs = (guint) theirs;
  g_ptr_array_add (self->changes, change);
  return change;
}

/* Returns: %FALSE with @error set; a clause that is not there leaves @known at %NULL */
static gboolean
find_known (MlgLibraryImport *self, const char *uri, Known **known, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  MlgRecord *record;

  *known = g_hash_table_lookup (self->known, uri);
  if (*known != NULL)
    return TRUE;
  found = mlg_record_load_where (self->db, &mlg_clause_kind, error, "WHERE uri=?1", "t", uri);
  if (found == NULL)
    return FALSE;
  if (found->len == 0)
    return TRUE;
  record = found->pdata[0];
  *known = g_new0 (Known, 1);
  (*known)->id = mlg_record_get_id (record);
  (*known)->revision = mlg_record_get_integer (record, MLG_CLAUSE_REVISION);
  (*known)->content = mlg_clause_dup_content (record);
  g_hash_table_insert (self->known, g_strdup (uri), *known);
  return TRUE;
}

static gboolean
add_clause (MlgLibraryImport *self, MlgRecord *clause, char *content, GError **error)
{
  Known *known;
  MlgLibraryChange *change;

  if (!mlg_clause_insert (self->db, clause, error))
    {
      g_free (content);
      return FALSE;
    }
  known = g_new0 (Known, 1);
  known->id = mlg_record_get_id (clause);
  known->revision = mlg_record_get_integer (clause, MLG_CLAUSE_REVISION);
  known->content = content;
  g_hash_table_insert (self->known, g_strdup (mlg_record_get_text (clause, MLG_CLAUSE_URI)), known);
  change = add_change (self, &mlg_clause_kind, mlg_record_get_text (clause, MLG_CLAUSE_TITLE),
                       known->revision);
  change->fate = MLG_LIBRARY_ADDED;
  change->id = known->id;
  return TRUE;
}

static MlgLibraryChange *
add_difference (MlgLibraryImport *self, MlgRecord *clause, const Known *known, const char *content)
{
  MlgLibraryChange *change =
      add_change (self, &mlg_clause_kind, mlg_record_get_text (clause, MLG_CLAUSE_TITLE),
                  mlg_record_get_integer (clause, MLG_CLAUSE_REVISION));

  change->id = known->id;
  change->ours = (guint) known->revision;
  change->before = mlg_markup_to_words (known->content, -1);
  change->after = mlg_markup_to_words (content, -1);
  return change;
}

/* The library takes the file's wording. Templates of this import hold on to their own; all others follow.
 * A wording of a revision that the library had used for other words gets the next one. */
static gboolean
take_wording (
    MlgLibraryImport *self, MlgRecord *theirs, Known *known, char *content, GError **error)
{
  g_autofree char *owned = content;
  g_autoptr (MlgRecord) before = mlg_record_load (self->db, &mlg_clause_kind, known->id, error);
  g_autoptr (MlgRecord) record = before != NULL ? mlg_record_copy (before) : NULL;
  g_autofree char *note = g_strdup_printf (_ ("The clause “%s” changed"),
                                           mlg_record_get_text (theirs, MLG_CLAUSE_TITLE));
  gint64 revision = mlg_record_get_integer (theirs, MLG_CLAUSE_REVISION);

  if (record == NULL || !mlg_clause_take_content (record, content, error))
    return FALSE;
  mlg_record_set_integer (record, MLG_CLAUSE_REVISION,
                          revision > known->revision ? revision : known->revision + 1);
  if (!mlg_template_grow_with_clause (self->db, known->id, self->written, note, error)
      || !mlg_clause_update (self->db, record, before, error))
    return FALSE;
  known->revision = mlg_record_get_integer (record, MLG_CLAUSE_REVISION);
  g_free (known->content);
  known->content = g_steal_pointer (&owned);
  return TRUE;
}

/* The template holds on to the file's wording, which the library keeps beside its own. */
static gboolean
hold_wording (MlgLibraryImport *self, MlgTakenClause *taken, const Known *known, GError **error)
{
  gint64 revision = mlg_record_get_integer (taken->clause, MLG_CLAUSE_REVISION);

  mlg_record_set_id (taken->clause, known->id);
  mlg_record_set_integer (taken->use, MLG_CLAUSE_USE_KEPT, revision);
  return mlg_clause_keep_wording (self->db, taken->clause, error);
}

static void
tell_conflict (MlgLibraryImport *self, const MlgTakenClause *taken)
{
  mlg_issue_list_add (self->issues, MLG_SEVERITY_WARNING, self->file, mlg_xml_get_line (taken->at),
                      mlg_xml_get_column (taken->at),
                      _ ("the clause “%s” has other words in the library under the same revision; "
                         "those of the library are kept"),
                      mlg_record_get_text (taken->clause, MLG_CLAUSE_TITLE));
}

/* A clause that the library knows with other words. */
static gboolean
settle_difference (
    MlgLibraryImport *self, MlgTakenClause *taken, Known *known, char *content, GError **error)
{
  gint64 theirs = mlg_record_get_integer (taken->clause, MLG_CLAUSE_REVISION);
  gboolean later = theirs > known->revision, same = theirs == known->revision;
  MlgLibraryChange *change = add_difference (self, taken->clause, known, content);

  if (self->mode != MLG_LIBRARY_ADD && (later || (same && self->mode == MLG_LIBRARY_REPLACE)))
    {
      change->fate =
          later && self->mode == MLG_LIBRARY_MERGE ? MLG_LIBRARY_MERGED : MLG_LIBRARY_REPLACED;
      return take_wording (self, taken->clause, known, content, error);
    }
  g_free (content);
  change->fate = MLG_LIBRARY_SKIPPED;
  change->holds = !same;
  if (!same)
    return hold_wording (self, taken, known, error);
  tell_conflict (self, taken);
  return TRUE;
}

static gboolean
settle_clause (MlgLibraryImport *self, MlgTakenClause *taken, GError **error)
{
  const char *uri = mlg_record_get_text (taken->clause, MLG_CLAUSE_URI);
  char *content = mlg_clause_dup_content (taken->clause);
  Known *known = NULL;

  if (!find_known (self, uri, &known, error))
    {
      g_free (content);
      return FALSE;
    }
  taken->is_new = known == NULL;
  if (taken->is_new)
    return add_clause (self, taken->clause, content, error);
  if (!g_str_equal (known->content, content))
    {
      if (!settle_difference (self, taken, known, content, error))
        return FALSE;
    }
  else
    {
      g_free (content);
      if (mlg_record_get_integer (taken->clause, MLG_CLAUSE_REVISION) != known->revision)
        return hold_wording (self, taken, known, error);
    }
  mlg_record_set_id (taken->clause, known->id);
  return TRUE;
}

static gboolean
settle_clauses (MlgLibraryImport *self, MlgTemplateParts *parts, GError **error)
{
  for (guint i = 0; i < parts->pieces->len; i++)
    {
      MlgTakenPiece *piece = parts->pieces->pdata[i];

      for (guint j = 0; j < piece->taken->len; j++)
        {
          MlgTakenClause *taken = piece->taken->pdata[j];
          gint64 family = mlg_record_get_integer (parts->record, MLG_TEMPLATE_RECORD_FAMILY);

          if (family != 0)
            mlg_record_set_integer (taken->clause, MLG_CLAUSE_FAMILY, family);
          if (!settle_clause (self, taken, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
add_code (MlgLibraryImport *self, const xmlNode *element, GError **error)
{
  const char *code = mlg_xml_get (element, "code");
  g_autoptr (xmlChar) name = xmlNodeGetContent (element);
  gint64 id = mlg_nomenclature_find (self->db, code, error);

  if (id != 0 || name == NULL || xmlIsBlankNode (element->children) == 1)
    return id >= 0;
  return mlg_nomenclature_put (self->db, code, (const char *) name, NULL, error) > 0;
}

/* The codes that a template names get into the nomenclature, under the divisions. */
static gboolean
add_codes (MlgLibraryImport *self, MlgTemplate *template, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (template));
  xmlNode *purchase = mlg_template_find_child (root, "purchase");

  for (xmlNode *child = purchase != NULL ? purchase->children : NULL; child != NULL;
       child = child->next)
    if (mlg_template_node_is (child, "cpv") && child->children != NULL
        && !add_code (self, child, error))
      return FALSE;
  return TRUE;
}

/* A file whose revision is not later than those that the library knows gets the next one: drafts would not see
 * that their template has changed. */
static gboolean
number_revision (MlgLibraryImport *self, MlgTemplateParts *parts, gint64 id, GError **error)
{
  gint64 last = 0;

  if (id == 0)
    return TRUE;
  if (!mlg_connection_get_integer (self->db, &last, error,
                                   "SELECT max(number) FROM older_template WHERE template=?1", "i",
                                   id))
    return FALSE;
  if (mlg_record_get_integer (parts->record, MLG_TEMPLATE_RECORD_REVISION) <= last)
    mlg_record_set_integer (parts->record, MLG_TEMPLATE_RECORD_REVISION, last + 1);
  return TRUE;
}

static gboolean
write_template (MlgLibraryImport *self, MlgTemplateParts *parts, gint64 id, GError **error)
{
  gint64 *key;

  if (id != 0 && !mlg_template_keep_revision (self->db, id, _ ("Imported"), error))
    return FALSE;
  if (!add_codes (self, parts->source, error) || !mlg_template_set_family (self->db, parts, error)
      || !settle_clauses (self, parts, error) || !mlg_template_parts_link (self->db, parts, error)
      || !number_revision (self, parts, id, error)
      || !mlg_template_write_parts (self->db, parts, id, error))
    return FALSE;
  key = g_new (gint64, 1);
  *key = mlg_record_get_id (parts->record);
  g_hash_table_add (self->written, key);
  return TRUE;
}

/* Looks at the template that is there. */
static gboolean
compare (MlgLibraryImport *self,
         MlgTemplateParts *parts,
         gint64 id,
         MlgLibraryChange *change,
         GError **error)
{
  g_autoptr (MlgRecord) ours = mlg_record_load (self->db, &mlg_template_record_kind, id, error);
  g_autofree char *before = ours != NULL ? mlg_compose_write (self->db, id, error) : NULL;
  g_autofree char *after = mlg_template_parts_write (parts);

  if (before == NULL)
    return FALSE;
  change->ours = (guint) mlg_record_get_integer (ours, MLG_TEMPLATE_RECORD_REVISION);
  if (g_str_equal (before, after))
    {
      change->fate = MLG_LIBRARY_UNCHANGED;
      return TRUE;
    }
  change->before = mlg_markup_to_words (before, -1);
  change->after = mlg_markup_to_words (after, -1);
  if (self->mode == MLG_LIBRARY_REPLACE)
    change->fate = MLG_LIBRARY_REPLACED;
  else if (self->mode == MLG_LIBRARY_MERGE && change->theirs > change->ours)
    change->fate = MLG_LIBRARY_MERGED;
  else
    change->fate = MLG_LIBRARY_SKIPPED;
  return TRUE;
}

static void
tell_skipped (MlgLibraryImport *self, const MlgLibraryChange *change)
{
  if (change->theirs == change->ours)
    mlg_issue_list_add (self->issues, MLG_SEVERITY_WARNING, self->file, 0, 0,
                        _ ("“%s” is in the library under the same revision with other words; it "
                           "is left as it is"),
                        change->title);
  else
    mlg_issue_list_add (
        self->issues, MLG_SEVERITY_NOTE, self->file, 0, 0,
        _ ("“%s” is in the library already (revision %u, and %u in the file); it is "
           "left as it is"),
        change->title, change->ours, change->theirs);
}

static gboolean
import (MlgLibraryImport *self, MlgTemplateParts *parts, GError **error)
{
  MlgLibraryChange *change =
      add_change (self, &mlg_template_record_kind,
                  mlg_record_get_text (parts->record, MLG_TEMPLATE_RECORD_TITLE),
                  mlg_record_get_integer (parts->record, MLG_TEMPLATE_RECORD_REVISION));

  if (!mlg_connection_get_integer (self->db, &change->id, error,
                                   "SELECT id FROM template WHERE uri=?1", "t",
                                   mlg_record_get_text (parts->record, MLG_TEMPLATE_RECORD_URI)))
    return FALSE;
  if (change->id == 0)
    change->fate = MLG_LIBRARY_ADDED;
  else if (!compare (self, parts, change->id, change, error))
    return FALSE;
  if (change->fate == MLG_LIBRARY_SKIPPED)
    tell_skipped (self, change);
  if (change->fate == MLG_LIBRARY_SKIPPED || change->fate == MLG_LIBRARY_UNCHANGED)
    return TRUE;
  if (!write_template (self, parts, change->id, error))
    return FALSE;
  change->id = mlg_record_get_id (parts->record);
  return TRUE;
}

/**
 * mlg_library_import_template:
 * @template: a template, such as a file gave it
 * @file: (nullable): the file, as people know it
 * @issues: gets what was left aside
 *
 * Takes one template into the library. In an action only: a preview is an action that is rolled back.
 */
gboolean
mlg_library_import_template (MlgLibraryImport *self,
                             MlgTemplate *template,
                             const char *file,
                             MlgIssueList *issues,
                             GError **error)
{
  g_autoptr (MlgTemplateParts) parts = mlg_template_parts_new (template);

  self->file = file;
  self->issues = issues;
  return mlg_nomenclature_ensure (self->db, error) && import (self, parts, error);
}

/**
 * mlg_library_import_new:
 * @db: a connection, which must outlive the import
 */
MlgLibraryImport *
mlg_library_import_new (MlgConnection *db, MlgLibraryMode mode)
{
  MlgLibraryImport *self = g_new0 (MlgLibraryImport, 1);

  self->db = db;
  self->mode = mode;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  self->written = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  return self;
}

/**
 * mlg_library_import_free:
 * @self: (transfer full): an import into the library
 *
 * Frees what an import did, or would do; what was written stays.
 */
void
mlg_library_import_free (MlgLibraryImport *self)
{
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->written);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * mlg_library_import_get_changes:
 *
 * Returns: (transfer none) (element-type MlgLibraryChange): each template, followed by those of its clauses
 *   that were added or differ
 */
GPtrArray *
mlg_library_import_get_changes (MlgLibraryImport *self)
{
  return self->changes;
}

/**
 * mlg_library_import_count:
 *
 * Returns: of how many templates or clauses this became
 */
guint
mlg_library_import_count (MlgLibraryImport *self, const MlgKind *kind, MlgLibraryFate fate)
{
  guint n = 0;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const MlgLibraryChange *change = self->changes->pdata[i];

      n += change->kind == kind && change->fate == fate;
    }
  return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-sample.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "library/mlg-draft-edit.h"
#include "library/mlg-library-edit.h"
#include "library/mlg-library-import.h"
#include "library/mlg-nomenclature.h"
#include "library/mlg-sheet-clause.h"
#include "library/mlg-sheet.h"
#include "library/mlg-template-record.h"
#include "template/mlg-shipped-template.h"

#define RESOURCE "/org/maillage/sample/library.tsv"

/* The library of the sample network: the model tenders that come with the program, and a table with a line
 * for each draft and sheet; the clauses of a sheet follow it. */
typedef struct
{
  MlgConnection *db; /* (unowned) */
  gint64 sheet;
  guint n_clauses; /* of the sheet */
} Sample;

static gboolean
is_tender (MlgTemplate *template)
{
  return mlg_template_find_child (xmlDocGetRootElement (mlg_template_get_tree (template)),
                                  "purchase")
         != NULL;
}

/**
 * mlg_library_add_shipped:
 *
 * Takes the model tenders that come with the program into the library; those that are there already are
 * left as they are. In an action only.
 */
gboolean
mlg_library_add_shipped (MlgConnection *db, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgLibraryImport) import = mlg_library_import_new (db, MLG_LIBRARY_ADD);
  g_auto (GStrv) names = mlg_shipped_template_list (error);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (MlgTemplate) template = mlg_shipped_template_read (names[i], issues, NULL, error);

      if (template == NULL
          || (is_tender (template)
              && !mlg_library_import_template (import, template, names[i], issues, error)))
        return FALSE;
    }
  return names != NULL;
}

static gint64
find_by (MlgConnection *db, const char *sql, const char *text, GError **error)
{
  gint64 id = 0;

  return mlg_connection_get_integer (db, &id, error, sql, "t", text) ? id : -1;
}

/* "draft TITLE TEMPLATE BODY FIELD=VALUE…", where TEMPLATE is its identifier */
static gboolean
add_draft (Sample *s, GStrv cells, GError **error)
{
  gint64 template = find_by (s->db, "SELECT id FROM template WHERE uri=?1", cells[1], error);
  gint64 body = find_by (s->db, "SELECT id FROM body WHERE name=?1", cells[2], error);
  gint64 draft;

  if (template <= 0) /* not installed, or an error */
    return template == 0;
  draft = mlg_draft_new (s->db, template, cells[0], error);
  if (draft == 0 || body < 0
      || !mlg_connection_execute (s->db, error, "UPDATE draft SET body=nullif(?2, 0) WHERE id=?1",
                                  "ii", draft, body))
    return FALSE;
  for (guint i = 3; cells[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (cells[i], "=", 2);

      if (g_strv_length (pair) == 2 && !mlg_draft_answer (s->db, draft, pair[0], pair[1], error))
        return FALSE;
    }
  return TRUE;
}

/* "sheet TITLE BODY CPV FIELD=VALUE…" */
static gboolean
add_sheet (Sample *s, GStrv cells, GError **error)
{
  g_autoptr (MlgRecord) sheet = mlg_record_new (&mlg_sheet_kind);
  gint64 body = find_by (s->db, "SELECT id FROM body WHERE name=?1", cells[1], error);
  gint64 family = mlg_nomenclature_find (s->db, cells[2], error);

  if (body < 0 || family < 0)
    return FALSE;
  mlg_record_set_text (sheet, MLG_SHEET_TITLE, cells[0]);
  if (body > 0)
    mlg_record_set_integer (sheet, MLG_SHEET_BODY, body);
  if (family > 0)
    mlg_record_set_integer (sheet, MLG_SHEET_FAMILY, family);
  for (guint i = 3; cells[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (cells[i], "=", 2);
      int field = mlg_kind_find_field (&mlg_sheet_kind, pair[0]);

      if (field >= 0 && !mlg_record_parse (sheet, (guint) field, pair[1], error))
        return FALSE;
    }
  if (!mlg_library_store (s->db, sheet, error))
    return FALSE;
  s->sheet = mlg_record_get_id (sheet);
  s->n_clauses = 0;
  return TRUE;
}

/* "clause TITLE AMBITION OUTCOME", where TITLE may be that of a clause of the library */
static gboolean
add_clause (Sample *s, GStrv cells, GError **error)
{
  g_autoptr (MlgRecord) clause = mlg_record_new (&mlg_sheet_clause_kind);
  gint64 known =
      find_by (s->db, "SELECT id FROM clause WHERE title=?1 ORDER BY id", cells[0], error);

  if (known < 0)
    return FALSE;
  mlg_record_set_integer (clause, MLG_SHEET_CLAUSE_SHEET, s->sheet);
  mlg_record_set_integer (clause, MLG_SHEET_CLAUSE_POSITION, s->n_clauses++);
  if (known > 0)
    mlg_record_set_integer (clause, MLG_SHEET_CLAUSE_CLAUSE, known);
  mlg_record_set_text (clause, MLG_SHEET_CLAUSE_TITLE, cells[0]);
  mlg_record_set_text (clause, MLG_SHEET_CLAUSE_AMBITION, cells[1]);
  mlg_record_set_text (clause, MLG_SHEET_CLAUSE_OUTCOME, cells[2]);
  return mlg_library_store (s->db, clause, error);
}

static gboolean
add_line (Sample *s, const char *line, GError **error)
{
  static const struct
  {
    const char *word;
    guint least;
    gboolean (*add) (Sample *s, GStrv cells, GError **error);
  } lines[] = { { "draft", 3, add_draft }, { "sheet", 3, add_sheet }, { "clause", 3, add_clause } };
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_strcmp0 (cells[0], lines[i].word) == 0 && g_strv_length (cells) > lines[i].least)
      return lines[i].add (s, cells + 1, error);
  return TRUE;
}

/**
 * mlg_library_sample_add:
 * @data: unused
 *
 * See #MlgActionFunc: adds the library of the sample network, whose figures are examples and say so.
 */
gboolean
mlg_library_sample_add (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_auto (GStrv) lines = NULL;
  Sample sample = { .db = db };

  if (bytes == NULL || !mlg_library_add_shipped (db, error))
    return FALSE;
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '#' && !add_line (&sample, *line, error))
      return FALSE;
  return TRUE;
}

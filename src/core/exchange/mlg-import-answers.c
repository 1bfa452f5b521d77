/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-heading.h"
#include "mlg-import-answers-private.h"
#include "store/mlg-action.h"
#include "store/mlg-statement.h"
#include "themes/mlg-answer.h"
#include "themes/mlg-questionnaire.h"

/* Tables of answers: a row for each. */
typedef struct
{
  MlgConnection *db;
  const MlgForm *form;
  MlgTable *table;
  GArray *columns;    /* (owned) */
  GHashTable *bodies; /* (owned) name, number → id */
  MlgAnswerFlags flags;
  MlgAnswersResult *result;
  MlgIssueList *issues;
} Import;

static void
know_body (GHashTable *bodies, const char *name, gint64 id)
{
  char *simple = name != NULL ? mlg_heading_simplify (name) : NULL;

  if (simple == NULL || *simple == '\0' || g_hash_table_contains (bodies, simple))
    g_free (simple);
  else
    g_hash_table_insert (bodies, simple, g_memdup2 (&id, sizeof id));
}

/* By name, short name, SIREN and INSEE code; members first, then who was there first. */
static GHashTable *
list_bodies (MlgConnection *db, GError **error)
{
  g_autoptr (GHashTable) bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MlgStatement) row =
      mlg_connection_prepare (db,
                              "SELECT id, name, short_name, siren, insee FROM body"
                              " ORDER BY status IS NULL OR status<>'member', id",
                              error);
  MlgStep step;

  if (row == NULL)
    return NULL;
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    for (int i = 1; i < 5; i++)
      know_body (bodies, mlg_statement_get_text (row, i), mlg_statement_get_integer (row, 0));
  return step == MLG_STEP_DONE ? g_steal_pointer (&bodies) : NULL;
}

static void warn (Import *import, guint row, guint column, const char *format, const char *cell)
    G_GNUC_PRINTF (4, 0);

static void
warn (Import *import, guint row, guint column, const char *format, const char *cell)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  mlg_issue_list_add (import->issues, MLG_SEVERITY_WARNING, mlg_table_get_file (import->table),
                      mlg_table_get_line (import->table, row, column), (int) column + 1, format,
                      cell);
#pragma GCC diagnostic pop
}

static void
take_body (Import *import, MlgRecord *answer, guint row, guint column, const char *cell)
{
  g_autofree char *simple = mlg_heading_simplify (cell);
  const gint64 *id = g_hash_table_lookup (import->bodies, simple);

  if (id != NULL)
    mlg_record_set_integer (answer, MLG_ANSWER_BODY, *id);
  else
    {
      warn (import, row, column, _ ("there is no body “%s”: the answer keeps the name only"), cell);
      mlg_record_set_text (answer, MLG_ANSWER_RESPONDENT, cell);
    }
}

static gboolean
take_email (
    Import *import, MlgRecord *answer, guint row, guint column, const char *cell, GError **error)
{
  gint64 person = 0;

  if (!mlg_connection_get_integer (
          import->db, &person, error,
          "SELECT coalesce((SELECT min(id) FROM person WHERE email=?1 COLLATE NOCASE),"
          " (SELECT min(person) FROM function WHERE email=?1 COLLATE NOCASE))",
          "t", cell))
    return FALSE;
  if (person != 0)
    mlg_record_set_integer (answer, MLG_ANSWER_PERSON, person);
  else
    warn (import, row, column, _ ("nobody has the address “%s”"), cell);
  return TRUE;
}

/* "Élue", "Technicien", "Responsable des achats" */
static void
take_role (MlgRecord *answer, const char *cell)
{
  static const char *const staff[] = { "tech",       "agent",    "achat",       "directeur",
                                       "directrice", "commande", "responsable", "charge",
                                       "service",    "staff" };
  g_autofree char *simple = mlg_heading_simplify (cell);

  if (g_str_has_prefix (simple, "elu") || g_str_has_prefix (simple, "elected")
      || g_str_has_prefix (simple, "maire") || g_str_has_prefix (simple, "adjoint"))
    mlg_record_set_text (answer, MLG_ANSWER_ROLE, "elected");
  for (guint i = 0; mlg_record_is_null (answer, MLG_ANSWER_ROLE) && i < G_N_ELEMENTS (staff); i++)
    if (strstr (simple, staff[i]) != NULL)
      mlg_record_set_text (answer, MLG_ANSWER_ROLE, "technical");
}

static void
take_field (
    Import *import, MlgRecord *answer, guint field, guint row, guint column, const char *cell)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *day = field == MLG_ANSWER_ANSWERED_ON && strlen (cell) > 10
                             ? g_strndup (cell, 10)
                             : g_strdup (cell);

  if (!mlg_record_parse (answer, field, day, &error))
    warn (import, row, column, "%s", error->message);
}

static gboolean
take_about (
    Import *import, MlgRecord *answer, guint row, guint at, const char *cell, GError **error)
{
  switch (g_array_index (import->columns, MlgAnswerColumn, at).type)
    {
    case MLG_ANSWER_COLUMN_BODY:
      take_body (import, answer, row, at, cell);
      return TRUE;
    case MLG_ANSWER_COLUMN_EMAIL:
      return take_email (import, answer, row, at, cell, error);
    case MLG_ANSWER_COLUMN_RESPONDENT:
      take_field (import, answer, MLG_ANSWER_RESPONDENT, row, at, cell);
      return TRUE;
    case MLG_ANSWER_COLUMN_ROLE:
      take_role (answer, cell);
      return TRUE;
    case MLG_ANSWER_COLUMN_DATE:
    case MLG_ANSWER_COLUMN_SUBMITTED:
      take_field (import, answer, MLG_ANSWER_ANSWERED_ON, row, at, cell);
      return TRUE;
    case MLG_ANSWER_COLUMN_WEIGHT:
      take_field (import, answer, MLG_ANSWER_WEIGHT, row, at, cell);
      return TRUE;
    case MLG_ANSWER_COLUMN_NOTHING:
    case MLG_ANSWER_COLUMN_QUESTION:
    case MLG_ANSWER_COLUMN_OPTION:
    case MLG_ANSWER_COLUMN_RANK:
    default:
      return TRUE;
    }
}

static gboolean
take_cell (Import *import, MlgRecord *answer, GPtrArray *lines, guint row, guint at, GError **error)
{
  const MlgAnswerColumn *column = &g_array_index (import->columns, MlgAnswerColumn, at);
  g_autofree char *cell = g_strdup (mlg_table_get_cell (import->table, row, at));
  g_autofree char *why = NULL;

  if (cell == NULL || *g_strstrip (cell) == '\0')
    return TRUE;
  if (column->question == NULL)
    return take_about (import, answer, row, at, cell, error);
  if (!mlg_answer_read_cell (column, cell, lines, &why))
    mlg_issue_list_add (import->issues, MLG_SEVERITY_ERROR, mlg_table_get_file (import->table),
                        mlg_table_get_line (import->table, row, at), (int) at + 1, "%s", why);
  return TRUE;
}

/* Survey programs keep answers that were begun and never sent. */
static gboolean
is_unsent (Import *import, guint row)
{
  for (guint i = 0; i < import->columns->len; i++)
    if (g_array_index (import->columns, MlgAnswerColumn, i).type == MLG_ANSWER_COLUMN_SUBMITTED)
      {
        const char *cell = mlg_table_get_cell (import->table, row, i);

        return cell == NULL || *cell == '\0';
      }
  return FALSE;
}

static void
skip (Import *import, guint row, MlgSeverity severity, const char *why)
{
  import->result->skipped++;
  mlg_issue_list_add (import->issues, severity, mlg_table_get_file (import->table),
                      mlg_table_get_line (import->table, row, 0), 0, _ ("left aside: %s"), why);
}

static gboolean
store_row (Import *import, MlgRecord *answer, GPtrArray *lines, guint row, GError **error)
{
  MlgAnswerPlace place = { mlg_table_get_file (import->table),
                           mlg_table_get_line (import->table, row, 0) };
  gboolean answered = FALSE;
  gint64 earlier = 0;
  g_autoptr (GError) refused = NULL;

  if (!mlg_answer_find (import->db, mlg_record_get_id (import->form->questionnaire),
                        mlg_record_get_integer (answer, MLG_ANSWER_BODY),
                        mlg_record_get_integer (answer, MLG_ANSWER_PERSON), &earlier, &answered,
                        error))
    return FALSE;
  if (mlg_answer_store (import->db, import->form, answer, lines, import->flags, &place,
                        import->issues, &refused))
    {
      *(answered ? &import->result->replaced : &import->result->added) += 1;
      return TRUE;
    }
  if (!answered || !g_error_matches (refused, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }
  skip (import, row, MLG_SEVERITY_WARNING, refused->message);
  return TRUE;
}

static gboolean
import_row (Import *import, guint row, GError **error)
{
  g_autoptr (MlgRecord) answer = mlg_record_new (&mlg_answer_kind);
  g_autoptr (GPtrArray) lines = mlg_answer_lines_new ();

  import->result->read++;
  if (is_unsent (import, row))
    {
      skip (import, row, MLG_SEVERITY_NOTE, _ ("the answer was begun and never sent"));
      return TRUE;
    }
  mlg_record_set_text (answer, MLG_ANSWER_SOURCE, "file");
  for (guint i = 0; i < import->columns->len; i++)
    if (!take_cell (import, answer, lines, row, i, error))
      return FALSE;
  if (lines->len == 0)
    {
      skip (import, row, MLG_SEVERITY_NOTE, _ ("there is no answer in it"));
      return TRUE;
    }
  return store_row (import, answer, lines, row, error);
}

/**
 * mlg_import_answers:
 * @table: a row for each answer, as survey programs export them, with codes or whole texts
 * @maps: (nullable): "COLUMN=FIELD", …, where the headings do not say it
 * @flags: whether answers of the same body or person are replaced; else they are left aside and told
 * @result: gets what became of the rows
 * @issues: gets what is not understood, impossible, or there twice, with line and column
 *
 * Adds answers. In an action only; to try, roll it back.
 *
 * Errors: an %MlgExchangeError when no column is a question, %MLG_STORE_ERROR_INVALID when the
 * questionnaire is not open.
 */
gboolean
mlg_import_answers (MlgConnection *db,
                    gint64 questionnaire,
                    MlgTable *table,
                    const char *const *maps,
                    MlgAnswerFlags flags,
                    MlgAnswersResult *result,
                    MlgIssueList *issues,
                    GError **error)
{
  g_autoptr (MlgForm) form = mlg_form_load (db, questionnaire, error);
  g_autoptr (GHashTable) bodies = form != NULL ? list_bodies (db, error) : NULL;
  g_autoptr (GArray) columns = NULL;
  guint first = 0;

  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);

  *result = (MlgAnswersResult){ 0 };
  if (bodies != NULL)
    columns = mlg_answer_columns_find (form, table, maps, &first, issues, error);
  if (columns == NULL)
    return FALSE;
  for (guint row = first; row < mlg_table_get_n_rows (table); row++)
    {
      Import import = { db, form, table, columns, bodies, flags, result, issues };

      if (!import_row (&import, row, error))
        return FALSE;
    }
  return TRUE;
}

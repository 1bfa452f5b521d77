/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-work.h"

#include "mlg-theme-edit.h"
#include "mlg-theme-step.h"
#include "mlg-theme-table.h"
#include "store/mlg-statement.h"

/* The work on a theme: who wants it, which steps it takes, how far it is. Meetings are met by SQL; the
 * room that makes them is one floor up. */

enum
{
  COLUMN_TYPE,
  COLUMN_MEETING,
  COLUMN_WEEKS,
  COLUMN_TITLE,
  COLUMN_INPUTS,
  COLUMN_OUTPUTS,
  COLUMN_AGENDA,
  N_COLUMNS,
};

/* An answer puts a theme high when it ranks it among the first three, scores it 4 or 5, chooses it, or
 * gives it a dot. Of anonymous answers nobody is told. */
#define HIGH                                                                                       \
  " FROM answer_line AS l JOIN question_option AS o ON o.id=l.option AND o.theme=?1"               \
  " JOIN question AS q ON q.id=l.question JOIN answer AS a ON a.id=l.answer"                       \
  " WHERE (q.type='rank' AND l.value<=3) OR (q.type='score' AND l.value>=4)"                       \
  " OR (q.type IN ('choose','choice','dots') AND l.value>=1)"

#define INTERESTED                                                                                 \
  "SELECT w.body, CASE WHEN w.body IS NULL THEN w.person END,"                                     \
  " coalesce(b.name, trim(coalesce(p.given_name,'') || ' ' || p.family_name)), max(w.asked)"       \
  " FROM (SELECT body, person, 1 AS asked FROM theme_interest WHERE theme=?1"                      \
  " UNION ALL SELECT a.body, a.person, 0" HIGH ") AS w"                                            \
  " LEFT JOIN body AS b ON b.id=w.body LEFT JOIN person AS p ON p.id=w.person"                     \
  " WHERE w.body IS NOT NULL OR w.person IS NOT NULL GROUP BY 1, 2"                                \
  " ORDER BY 3 COLLATE NOCASE, 1, 2"

static void
free_interested (MlgInterested *interested)
{
  g_free (interested->name);
  g_free (interested);
}

static MlgInterested *
read_interested (MlgStatement *row)
{
  MlgInterested *interested = g_new0 (MlgInterested, 1);

  interested->body = mlg_statement_get_integer (row, 0);
  interested->person = mlg_statement_get_integer (row, 1);
  interested->name = g_strdup (mlg_statement_get_text (row, 2));
  interested->asked = mlg_statement_get_integer (row, 3) != 0;
  return interested;
}

/**
 * mlg_theme_list_interested:
 *
 * Returns: (transfer full) (element-type MlgInterested): who asked to work on a theme, and whose answers
 *   put it high, by name, each once; %NULL with @error set
 */
GPtrArray *
mlg_theme_list_interested (MlgConnection *db, gint64 theme, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) free_interested);
  g_autoptr (MlgStatement) row = mlg_connection_prepare (db, INTERESTED, error);
  MlgStep step;

  if (row == NULL)
    return NULL;
  mlg_statement_bind_integer (row, 1, theme);
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    g_ptr_array_add (found, read_interested (row));
  return step == MLG_STEP_DONE ? g_steal_pointer (&found) : NULL;
}

/**
 * mlg_theme_progress_clear:
 *
 * Frees what is told of how far a theme has come; it may be filled again.
 */
void
mlg_theme_progress_clear (MlgThemeProgress *progress)
{
  g_clear_pointer (&progress->next, g_free);
}

#define DONE                                                                                       \
  "(coalesce(s.state,'')='done' OR EXISTS (SELECT 1 FROM meeting AS m WHERE m.id=s.meeting"        \
  " AND m.state IN ('held','approved','locked')))"

/**
 * mlg_theme_get_progress:
 * @progress: (out caller-allocates): to be cleared
 *
 * How far the work on a theme is.
 */
gboolean
mlg_theme_get_progress (MlgConnection *db, gint64 theme, MlgThemeProgress *progress, GError **error)
{
  gint64 n_steps = 0, n_done = 0;

  *progress = (MlgThemeProgress){ 0 };
  if (!mlg_connection_get_integer (db, &n_steps, error,
                                   "SELECT count(*) FROM theme_step AS s WHERE s.theme=?1"
                                   " AND coalesce(s.state,'')<>'skipped'",
                                   "i", theme)
      || !mlg_connection_get_integer (db, &n_done, error,
                                      "SELECT count(*) FROM theme_step AS s WHERE s.theme=?1"
                                      " AND coalesce(s.state,'')<>'skipped' AND " DONE,
                                      "i", theme)
      || !mlg_connection_get_text (db, &progress->next, error,
                                   "SELECT s.title FROM theme_step AS s WHERE s.theme=?1"
                                   " AND coalesce(s.state,'')<>'skipped' AND NOT " DONE
                                   " ORDER BY s.position, s.id LIMIT 1",
                                   "i", theme))
    return FALSE;
  progress->n_steps = (guint) n_steps;
  progress->n_done = (guint) n_done;
  return TRUE;
}

/**
 * mlg_theme_read_programme:
 *
 * Returns: (transfer full) (element-type GStrv): the usual steps, in French, for mlg_usual_step_read();
 *   %NULL with @error set
 */
GPtrArray *
mlg_theme_read_programme (GError **error)
{
  return mlg_theme_table_read ("steps.tsv", N_COLUMNS, error);
}

/**
 * mlg_usual_step_read:
 * @cells: one of mlg_theme_read_programme(), which must outlive what is returned
 */
MlgUsualStep
mlg_usual_step_read (GStrv cells)
{
  return (MlgUsualStep){ cells[COLUMN_TYPE],
                         cells[COLUMN_MEETING],
                         (guint) g_ascii_strtoull (cells[COLUMN_WEEKS], NULL, 10),
                         cells[COLUMN_TITLE],
                         cells[COLUMN_INPUTS],
                         cells[COLUMN_OUTPUTS],
                         cells[COLUMN_AGENDA] };
}

/**
 * mlg_theme_add_step:
 * @meeting: the meeting that does it, or 0
 * @due_on: (nullable): YYYY-MM-DD
 *
 * Adds a step to the work on a theme. In an action only.
 */
gboolean
mlg_theme_add_step (MlgConnection *db,
                    gint64 theme,
                    const MlgUsualStep *step,
                    gint64 meeting,
                    const char *due_on,
                    GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_new (&mlg_theme_step_kind);

  mlg_record_set_integer (record, MLG_THEME_STEP_THEME, theme);
  mlg_record_set_text (record, MLG_THEME_STEP_TYPE, step->type);
  mlg_record_set_text (record, MLG_THEME_STEP_TITLE, step->title);
  mlg_record_set_text (record, MLG_THEME_STEP_INPUTS, step->inputs);
  mlg_record_set_text (record, MLG_THEME_STEP_OUTPUTS, step->outputs);
  mlg_record_set_text (record, MLG_THEME_STEP_DUE_ON, due_on);
  if (meeting != 0)
    mlg_record_set_integer (record, MLG_THEME_STEP_MEETING, meeting);
  return mlg_theme_store (db, record, error);
}

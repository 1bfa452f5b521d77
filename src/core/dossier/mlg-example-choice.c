/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-example-choice.h"

#include <string.h>

#include "library/mlg-sheet.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting-example.h"
#include "mlg-dossier-examples.h"
#include "store/mlg-fold.h"
#include "store/mlg-search.h"
#include "store/mlg-statement.h"

/* The choice of a meeting's examples: meetings and the library meet here. */

/* More sheets than this are not found by the words in them, only by their heading and their buyer. */
#define MOST_FOUND 1000

static void
example_free (gpointer data)
{
  MlgExample *example = data;

  g_clear_object (&example->chosen);
  g_free (example->title);
  g_free (example->buyer);
  g_free (example->day);
  g_free (example);
}

/**
 * mlg_example_choice_free:
 * @choice: (transfer full): a sheet that may be an example
 *
 * Frees a choice with the reasons that are told of it.
 */
void
mlg_example_choice_free (MlgExampleChoice *choice)
{
  g_ptr_array_unref (choice->chosen);
  g_ptr_array_unref (choice->offered);
  g_free (choice);
}

/* Returns: (transfer full): the sheets whose text has the words; %NULL with @error set */
static GHashTable *
find_sheets (MlgConnection *db, const char *words, GError **error)
{
  g_autoptr (GPtrArray) hits = mlg_search_find (db, words, &mlg_sheet_kind, MOST_FOUND, error);
  GHashTable *found;

  if (hits == NULL)
    return NULL;
  found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < hits->len; i++)
    {
      MlgSearchHit *hit = hits->pdata[i];

      g_hash_table_add (found, g_memdup2 (&hit->id, sizeof hit->id));
    }
  return found;
}

/* Whether the heading and the buyer have every word, or its beginning. */
static gboolean
is_called (const MlgExample *example, const char *words)
{
  g_autofree char *name =
      g_strdup_printf (" %s %s", example->title, example->buyer != NULL ? example->buyer : "");
  g_autofree char *folded = mlg_fold (name);
  g_autofree char *wanted = mlg_fold (words);
  g_auto (GStrv) parts = g_strsplit_set (wanted, " ,", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *start = g_strconcat (" ", parts[i], NULL);

      if (*parts[i] != '\0' && strstr (folded, start) == NULL)
        return FALSE;
    }
  return TRUE;
}

static MlgExample *
read_example (MlgStatement *row)
{
  MlgExample *example = g_new0 (MlgExample, 1);

  example->sheet = mlg_statement_get_integer (row, 0);
  example->title = g_strdup (mlg_statement_get_text (row, 1));
  example->buyer = g_strdup (mlg_statement_get_text (row, 2));
  example->day = g_strdup (mlg_statement_get_text (row, 3));
  return example;
}

static GPtrArray *
read_examples (MlgConnection *db, const char *sql, gint64 meeting, GError **error)
{
  g_autoptr (MlgStatement) row = mlg_connection_prepare (db, sql, error);
  g_autoptr (GPtrArray) examples = g_ptr_array_new_with_free_func (example_free);
  MlgStep step;

  if (row == NULL)
    return NULL;
  mlg_statement_bind_integer (row, 1, meeting);
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    g_ptr_array_add (examples, read_example (row));
  return step == MLG_STEP_DONE ? g_steal_pointer (&examples) : NULL;
}

static GPtrArray *
load_records (MlgConnection *db, gint64 meeting, GError **error)
{
  return mlg_record_load_where (db, &mlg_meeting_example_kind, error,
                                "WHERE meeting=?1 ORDER BY coalesce(position,id), id", "i",
                                meeting);
}

/* Both are in the same order. */
static GPtrArray *
load_chosen (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (GPtrArray) records = load_records (db, meeting, error);
  g_autoptr (GPtrArray) examples =
      records != NULL
          ? read_examples (db,
                           "SELECT s.id, s.title, b.name, s.written_on FROM meeting_example AS e"
                           " JOIN sheet AS s ON s.id=e.sheet LEFT JOIN body AS b ON b.id=s.body"
                           " WHERE e.meeting=?1 ORDER BY coalesce(e.position,e.id), e.id",
                           meeting, error)
          : NULL;

  for (guint i = 0; examples != NULL && i < MIN (records->len, examples->len); i++)
    ((MlgExample *) examples->pdata[i])->chosen = g_object_ref (records->pdata[i]);
  return g_steal_pointer (&examples);
}

/* What is not chosen, in the order in which a dossier would choose by itself. */
static GPtrArray *
load_others (MlgConnection *db, gint64 meeting, GError **error)
{
  return read_examples (db,
                        "SELECT sheet.id, sheet.title, b.name, sheet.written_on FROM sheet"
                        " LEFT JOIN body AS b ON b.id=sheet.body WHERE NOT EXISTS (SELECT 1 FROM"
                        " meeting_example AS e WHERE e.meeting=?1 AND e.sheet=sheet.id)"
                        " " MLG_DOSSIER_EXAMPLES_ORDER,
                        meeting, error);
}

static void
offer (
    MlgExampleChoice *choice, GPtrArray *others, GHashTable *found, const char *words, guint most)
{
  for (guint i = 0; i < others->len; i++)
    {
      MlgExample *example = others->pdata[i];

      if (found != NULL && !g_hash_table_contains (found, &example->sheet)
          && !is_called (example, words))
        continue;
      if (choice->n_offered++ < most)
        g_ptr_array_add (choice->offered, g_steal_pointer (&others->pdata[i]));
    }
}

/**
 * mlg_example_choice_load:
 * @words: (nullable): what the sheets that are offered must have in them, in their heading or in the name
 *   of their buyer; %NULL or "" for all
 * @most: how many are offered
 *
 * Reads which feedback sheets a meeting has chosen, and which it may choose still: those of bodies that
 * are invited first, then those that tell results, then the latest.
 *
 * Returns: (transfer full): the choice; %NULL with @error set
 */
MlgExampleChoice *
mlg_example_choice_load (
    MlgConnection *db, gint64 meeting, const char *words, guint most, GError **error)
{
  gboolean any = words != NULL && *words != '\0';
  g_autoptr (GHashTable) found = any ? find_sheets (db, words, error) : NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  MlgExampleChoice *choice;

  if ((any && found == NULL) || (chosen = load_chosen (db, meeting, error)) == NULL
      || (others = load_others (db, meeting, error)) == NULL)
    return NULL;
  g_ptr_array_set_free_func (others, NULL);
  choice = g_new0 (MlgExampleChoice, 1);
  choice->n_sheets = chosen->len + others->len;
  choice->chosen = g_steal_pointer (&chosen);
  choice->offered = g_ptr_array_new_with_free_func (example_free);
  offer (choice, others, found, words, most);
  for (guint i = 0; i < others->len; i++)
    g_clear_pointer (&others->pdata[i], example_free);
  return choice;
}

/* Numbers from 1; only what is not in its place is written. */
static gboolean
renumber (MlgConnection *db, GPtrArray *examples, GError **error)
{
  for (guint i = 0; i < examples->len; i++)
    if (mlg_record_get_integer (examples->pdata[i], MLG_MEETING_EXAMPLE_POSITION) != i + 1)
      {
        mlg_record_set_integer (examples->pdata[i], MLG_MEETING_EXAMPLE_POSITION, i + 1);
        if (!mlg_meeting_store (db, examples->pdata[i], error))
          return FALSE;
      }
  return TRUE;
}

/**
 * mlg_example_choice_move:
 * @example: a #MlgMeetingExample
 * @position: where it is to be, from 1; past the end is the end
 *
 * Moves an example to another place; those between make room. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when the meeting's state does not allow it.
 */
gboolean
mlg_example_choice_move (MlgConnection *db, gint64 example, guint position, GError **error)
{
  g_autoptr (MlgRecord) moved = mlg_record_load (db, &mlg_meeting_example_kind, example, error);
  g_autoptr (GPtrArray) examples = NULL;
  gpointer taken = NULL;

  g_return_val_if_fail (position > 0, FALSE);

  if (moved == NULL
      || (examples =
              load_records (db, mlg_record_get_integer (moved, MLG_MEETING_EXAMPLE_MEETING), error))
             == NULL)
    return FALSE;
  for (guint i = 0; i < examples->len && taken == NULL; i++)
    if (mlg_record_get_id (examples->pdata[i]) == example)
      taken = g_ptr_array_steal_index (examples, i);
  g_ptr_array_insert (examples, (int) MIN (position - 1, examples->len), taken);
  return renumber (db, examples, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-hearing-compare.h"

#include "mlg-hearing-answer.h"
#include "mlg-meeting-edit.h"
#include "mlg-meeting-time.h"
#include "store/mlg-statement.h"

/* That suppliers were treated alike: the same questions, the same documents, as much time. */

/** By how many minutes two hearings may differ and still be as long. */
#define TOLERANCE 5

/**
 * mlg_supplier_heard_free:
 * @supplier: (transfer full): a supplier that was heard
 *
 * Frees a supplier with its answers.
 */
void
mlg_supplier_heard_free (MlgSupplierHeard *heard)
{
  g_free (heard->supplier);
  g_free (heard->starts);
  g_free (heard->ends);
  g_free (heard->not_asked);
  g_free (heard->documents);
  g_free (heard);
}

#define HEARD                                                                                      \
  "SELECT h.id, b.name, h.starts, h.ends, trim(h.documents), (SELECT count(*) FROM hearing_answer" \
  " AS a WHERE a.hearing=h.id AND a.asked), (SELECT group_concat(q.text, char(10))"                \
  " FROM hearing_question AS q WHERE q.meeting=h.meeting AND NOT EXISTS (SELECT 1"                 \
  " FROM hearing_answer AS a WHERE a.hearing=h.id AND a.question=q.id AND a.asked))"               \
  " FROM hearing AS h JOIN body AS b ON b.id=h.body WHERE h.meeting=?1 ORDER BY h.starts, h.id"

static MlgSupplierHeard *
read_heard (MlgStatement *row)
{
  MlgSupplierHeard *heard = g_new0 (MlgSupplierHeard, 1);
  int starts, ends;

  heard->hearing = mlg_statement_get_integer (row, 0);
  heard->supplier = g_strdup (mlg_statement_get_text (row, 1));
  heard->starts = g_strdup (mlg_statement_get_text (row, 2));
  heard->ends = g_strdup (mlg_statement_get_text (row, 3));
  heard->documents = g_strdup (mlg_statement_get_text (row, 4));
  heard->n_asked = (guint) mlg_statement_get_integer (row, 5);
  heard->not_asked = g_strdup (mlg_statement_get_text (row, 6));
  starts = mlg_clock_get_minutes (heard->starts);
  ends = mlg_clock_get_minutes (heard->ends);
  heard->minutes = starts >= 0 && ends >= starts ? ends - starts : -1;
  return heard;
}

static void
compare_with_first (GPtrArray *all)
{
  gint64 shortest = G_MAXINT64;

  for (guint i = 0; i < all->len; i++)
    shortest = MIN (shortest, ((MlgSupplierHeard *) all->pdata[i])->minutes);
  for (guint i = 0; i < all->len; i++)
    {
      const MlgSupplierHeard *first = all->pdata[0];
      MlgSupplierHeard *heard = all->pdata[i];

      heard->same_time = shortest >= 0 && heard->minutes - shortest <= TOLERANCE;
      heard->same_questions = heard->not_asked == NULL;
      heard->same_documents = g_strcmp0 (heard->documents, first->documents) == 0;
    }
}

/**
 * mlg_hearing_compare:
 * @meeting: a supplier hearing
 *
 * Returns: (transfer full) (element-type MlgSupplierHeard): each supplier, in the order in which they were
 *   heard, and whether they were treated as the others; %NULL with @error set
 */
GPtrArray *
mlg_hearing_compare (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, HEARD, error);
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_supplier_heard_free);
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, meeting);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    g_ptr_array_add (all, read_heard (statement));
  if (step != MLG_STEP_DONE)
    return NULL;
  compare_with_first (all);
  return g_steal_pointer (&all);
}

/* Returns: (transfer full): what was noted before, or a new answer; NULL with error set */
static MlgRecord *
find_answer (MlgConnection *db, gint64 hearing, gint64 question, GError **error)
{
  g_autoptr (GPtrArray) present =
      mlg_record_load_where (db, &mlg_hearing_answer_kind, error,
                             "WHERE hearing=?1 AND question=?2", "ii", hearing, question);
  MlgRecord *record;

  if (present == NULL)
    return NULL;
  record = present->len > 0 ? g_object_ref (present->pdata[0])
                            : mlg_record_new (&mlg_hearing_answer_kind);
  mlg_record_set_integer (record, MLG_HEARING_ANSWER_HEARING, hearing);
  mlg_record_set_integer (record, MLG_HEARING_ANSWER_QUESTION, question);
  return record;
}

/**
 * mlg_hearing_set_asked:
 * @hearing: a supplier's hearing
 * @question: a question of the same meeting
 *
 * Notes whether a supplier was asked a question; an answer that is noted stays. In an action only.
 */
gboolean
mlg_hearing_set_asked (
    MlgConnection *db, gint64 hearing, gint64 question, gboolean asked, GError **error)
{
  g_autoptr (MlgRecord) record = find_answer (db, hearing, question, error);

  if (record == NULL)
    return FALSE;
  mlg_record_set_boolean (record, MLG_HEARING_ANSWER_ASKED, asked);
  return mlg_meeting_store (db, record, error);
}

/**
 * mlg_hearing_ask:
 * @hearing: a supplier's hearing
 * @question: a question of the same meeting
 * @asked: whether they were asked it
 * @answer: (nullable): what they answered
 *
 * Notes a question and its answer, anew if it was noted before. In an action only.
 */
gboolean
mlg_hearing_ask (MlgConnection *db,
                 gint64 hearing,
                 gint64 question,
                 gboolean asked,
                 const char *answer,
                 GError **error)
{
  g_autoptr (MlgRecord) record = find_answer (db, hearing, question, error);

  if (record == NULL)
    return FALSE;
  mlg_record_set_boolean (record, MLG_HEARING_ANSWER_ASKED, asked);
  mlg_record_set_text (record, MLG_HEARING_ANSWER_ANSWER, answer);
  return mlg_meeting_store (db, record, error);
}

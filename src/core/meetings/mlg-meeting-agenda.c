/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-agenda.h"

#include "mlg-agenda-item.h"
#include "mlg-meeting-rules.h"
#include "mlg-meeting-time.h"
#include "mlg-meeting.h"
#include "store/mlg-action.h"

/* The order of the agenda, and the clock times that follow from it. */

static void
time_free (gpointer data)
{
  MlgAgendaTime *time = data;

  g_object_unref (time->item);
  g_free (time);
}

/**
 * mlg_agenda_free:
 * @agenda: (transfer full): an agenda
 *
 * Frees an agenda with its clock times; its items live on with their references.
 */
void
mlg_agenda_free (MlgAgenda *agenda)
{
  g_clear_pointer (&agenda->times, g_ptr_array_unref);
  g_free (agenda);
}

/* Where one is in the agenda. */
typedef struct
{
  int now;          /* when what comes next would start; -1 when not known */
  int workshops;    /* when the workshops side by side have started */
  int longest;      /* when the last of them ends */
  GHashTable *ends; /* (owned) (element-type utf8 int): when each of them ends so far */
} Clock;

/* Back from the workshops to the common room: when the last one is over. */
static void
leave_workshops (Clock *clock)
{
  if (g_hash_table_size (clock->ends) == 0)
    return;
  clock->now = clock->longest;
  g_hash_table_remove_all (clock->ends);
}

/* When an item would start if nothing else were said of it. */
static int
find_start (Clock *clock, const char *track)
{
  gpointer end = NULL;

  if (track == NULL)
    {
      leave_workshops (clock);
      return clock->now;
    }
  if (g_hash_table_size (clock->ends) == 0)
    clock->workshops = clock->longest = clock->now;
  return g_hash_table_lookup_extended (clock->ends, track, NULL, &end) ? GPOINTER_TO_INT (end)
                                                                       : clock->workshops;
}

static void
pass (Clock *clock, const char *track, int end)
{
  if (track == NULL)
    {
      clock->now = end;
      return;
    }
  g_hash_table_insert (clock->ends, g_strdup (track), GINT_TO_POINTER (end));
  clock->longest = MAX (clock->longest, end);
}

static MlgAgendaTime *
place (Clock *clock, MlgRecord *item)
{
  const char *track = mlg_record_get_text (item, MLG_AGENDA_ITEM_TRACK);
  int fixed = mlg_clock_get_minutes (mlg_record_get_text (item, MLG_AGENDA_ITEM_STARTS));
  int minutes = (int) mlg_record_get_integer (item, MLG_AGENDA_ITEM_MINUTES);
  int start = find_start (clock, track);
  MlgAgendaTime *time = g_new0 (MlgAgendaTime, 1);

  time->item = g_object_ref (item);
  if (fixed >= 0 && start > fixed)
    time->over_run = start - fixed;
  time->starts = fixed >= 0 ? fixed : start;
  time->ends = time->starts >= 0 ? time->starts + minutes : -1;
  /* What runs over pushes what follows. */
  pass (clock, track, MAX (time->ends, time->over_run > 0 ? start + minutes : -1));
  return time;
}

/**
 * mlg_agenda_compute:
 * @meeting: a meeting
 * @items: (element-type MlgRecord): its items, in order
 *
 * Computes the times of an agenda: each item starts where the one before ends, or at its fixed start.
 *
 * Returns: (transfer full): the agenda
 */
MlgAgenda *
mlg_agenda_compute (MlgRecord *meeting, GPtrArray *items)
{
  const char *starts = mlg_record_get_text (meeting, MLG_MEETING_STARTS);
  const char *ends = mlg_record_get_text (meeting, MLG_MEETING_ENDS);
  g_autoptr (GHashTable) workshops = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Clock clock = { mlg_moment_get_clock (starts), -1, -1, workshops };
  MlgAgenda *agenda = g_new0 (MlgAgenda, 1);
  int first = clock.now;

  agenda->times = g_ptr_array_new_with_free_func (time_free);
  for (guint i = 0; i < items->len; i++)
    {
      MlgAgendaTime *time = place (&clock, items->pdata[i]);

      if (first < 0)
        first = time->starts;
      g_ptr_array_add (agenda->times, time);
    }
  leave_workshops (&clock);
  agenda->minutes = MAX (clock.now - MAX (first, 0), 0);
  agenda->has_end = starts != NULL && ends != NULL;
  if (agenda->has_end)
    agenda->over_run = agenda->minutes - mlg_moment_get_minutes_until (starts, ends);
  return agenda;
}

static GPtrArray *
load_items (MlgConnection *db, gint64 meeting, GError **error)
{
  return mlg_record_load_where (db, &mlg_agenda_item_kind, error,
                                "WHERE meeting=?1 ORDER BY position, id", "i", meeting);
}

/**
 * mlg_agenda_load:
 *
 * Returns: (transfer full): the agenda of a meeting, as it is stored; %NULL with @error set
 */
MlgAgenda *
mlg_agenda_load (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_meeting_kind, meeting, error);
  g_autoptr (GPtrArray) items = record != NULL ? load_items (db, meeting, error) : NULL;

  return items != NULL ? mlg_agenda_compute (record, items) : NULL;
}

static gboolean
check_agenda (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autofree char *state = NULL;

  return mlg_connection_get_text (db, &state, error, "SELECT state FROM meeting WHERE id=?1", "i",
                                  meeting)
         && mlg_meeting_check_right (state, MLG_MEETING_AGENDA, error);
}

/* Numbers from 1; only what is not in its place is written. */
static gboolean
renumber (MlgConnection *db, GPtrArray *items, GError **error)
{
  for (guint i = 0; i < items->len; i++)
    if (mlg_record_get_integer (items->pdata[i], MLG_AGENDA_ITEM_POSITION) != i + 1)
      {
        mlg_record_set_integer (items->pdata[i], MLG_AGENDA_ITEM_POSITION, i + 1);
        if (!mlg_record_update (db, items->pdata[i], error))
          return FALSE;
      }
  return TRUE;
}

/**
 * mlg_agenda_move:
 * @item: an item of an agenda
 * @position: where it is to be, from 1; past the end is the end
 *
 * Moves an item to another place; those between make room. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when the meeting's state does not allow it.
 */
gboolean
mlg_agenda_move (MlgConnection *db, gint64 item, guint position, GError **error)
{
  g_autoptr (MlgRecord) moved = mlg_record_load (db, &mlg_agenda_item_kind, item, error);
  gint64 meeting = moved != NULL ? mlg_record_get_integer (moved, MLG_AGENDA_ITEM_MEETING) : 0;
  g_autoptr (GPtrArray) items = NULL;
  gpointer taken = NULL;

  g_return_val_if_fail (position > 0, FALSE);

  if (moved == NULL || !check_agenda (db, meeting, error)
      || (items = load_items (db, meeting, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < items->len && taken == NULL; i++)
    if (mlg_record_get_id (items->pdata[i]) == item)
      taken = g_ptr_array_steal_index (items, i);
  g_ptr_array_insert (items, (int) MIN (position - 1, items->len), taken);
  return renumber (db, items, error);
}

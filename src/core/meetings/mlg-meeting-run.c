/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-run.h"

#include "mlg-agenda-item.h"
#include "mlg-item-lapse.h"
#include "store/mlg-record-sql.h"

#define MINUTE 60

/** A meeting that is started further away than this from its time is a rehearsal, neither late nor early. */
#define FAR_AWAY (12 * 60 * MINUTE)

struct _MlgMeetingRun
{
  gint64 started;    /* 0 before */
  gint64 ended;      /* 0 before */
  gint64 item;       /* the id of the one that is dealt with; 0 for none */
  gint64 since;      /* when it was begun, or taken up again */
  GHashTable *spent; /* (owned) (element-type gint64 gint64) by item: what was spent before */
};

/**
 * mlg_meeting_run_new:
 *
 * Returns: (transfer full): a meeting that has not been started
 */
MlgMeetingRun *
mlg_meeting_run_new (void)
{
  MlgMeetingRun *self = g_new0 (MlgMeetingRun, 1);

  self->spent = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

/**
 * mlg_meeting_run_free:
 * @run: (transfer full): a meeting that is held
 *
 * Frees the clock of a meeting; what was noted of it is stored.
 */
void
mlg_meeting_run_free (MlgMeetingRun *self)
{
  g_hash_table_unref (self->spent);
  g_free (self);
}

static gint64
get_spent_before (const MlgMeetingRun *self, gint64 item)
{
  const gint64 *spent = g_hash_table_lookup (self->spent, &item);

  return spent != NULL ? *spent : 0;
}

static gint64
get_spent (const MlgMeetingRun *self, gint64 now)
{
  return get_spent_before (self, self->item) + MAX (now - self->since, 0);
}

/* What is spent on the item is kept for when one comes back to it. */
static void
leave_item (MlgMeetingRun *self, gint64 now)
{
  gint64 spent = get_spent (self, now);

  if (self->item != 0)
    g_hash_table_insert (self->spent, g_memdup2 (&self->item, sizeof self->item),
                         g_memdup2 (&spent, sizeof spent));
  self->item = 0;
}

/**
 * mlg_meeting_run_start:
 * @item: the id of the item to begin with; 0 for none
 *
 * Starts the meeting, or goes on with one that was ended.
 */
void
mlg_meeting_run_start (MlgMeetingRun *self, gint64 item, gint64 now)
{
  g_return_if_fail (self != NULL);

  if (self->started == 0)
    self->started = now;
  self->ended = 0;
  self->item = item;
  self->since = now;
}

/**
 * mlg_meeting_run_move:
 * @item: the id of an item of the agenda
 *
 * Leaves the item that is dealt with for another one. Nothing happens before the start.
 */
void
mlg_meeting_run_move (MlgMeetingRun *self, gint64 item, gint64 now)
{
  g_return_if_fail (self != NULL);

  if (!mlg_meeting_run_is_running (self) || item == self->item)
    return;
  leave_item (self, now);
  self->item = item;
  self->since = now;
}

/**
 * mlg_meeting_run_end:
 *
 * Ends the meeting.
 */
void
mlg_meeting_run_end (MlgMeetingRun *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  if (!mlg_meeting_run_is_running (self))
    return;
  leave_item (self, now);
  self->ended = now;
}

/**
 * mlg_meeting_run_is_running:
 *
 * Returns: whether the meeting was started and has not ended
 */
gboolean
mlg_meeting_run_is_running (const MlgMeetingRun *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->started != 0 && self->ended == 0;
}

/**
 * mlg_meeting_run_get_item:
 *
 * Returns: the id of the item that is dealt with; 0 for none
 */
gint64
mlg_meeting_run_get_item (const MlgMeetingRun *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->item;
}

/* Lapses come in the order in which they began. */
static void
take_lapse (MlgMeetingRun *self, MlgRecord *lapse)
{
  gint64 item = mlg_record_get_integer (lapse, MLG_ITEM_LAPSE_ITEM);
  gint64 began = mlg_record_get_integer (lapse, MLG_ITEM_LAPSE_BEGAN);

  if (mlg_meeting_run_is_running (self))
    mlg_meeting_run_move (self, item, began);
  else
    mlg_meeting_run_start (self, item, began);
  if (!mlg_record_is_null (lapse, MLG_ITEM_LAPSE_ENDED))
    mlg_meeting_run_end (self, mlg_record_get_integer (lapse, MLG_ITEM_LAPSE_ENDED));
}

/**
 * mlg_meeting_run_load:
 *
 * Returns: (transfer full): how a meeting goes on, as it is stored (see mlg-meeting-day.h); %NULL with
 *   @error set
 */
MlgMeetingRun *
mlg_meeting_run_load (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (GPtrArray) lapses = mlg_record_load_where (
      db, &mlg_item_lapse_kind, error, "WHERE meeting=?1 ORDER BY began, id", "i", meeting);
  MlgMeetingRun *self = lapses != NULL ? mlg_meeting_run_new () : NULL;

  for (guint i = 0; lapses != NULL && i < lapses->len; i++)
    take_lapse (self, lapses->pdata[i]);
  return self;
}

static int
find_current (const MlgMeetingRun *self, const MlgAgenda *agenda)
{
  for (guint i = 0; self->item != 0 && i < agenda->times->len; i++)
    if (mlg_record_get_id (((MlgAgendaTime *) agenda->times->pdata[i])->item) == self->item)
      return (int) i;
  return -1;
}

/* From the start of the agenda to the end of an item, in seconds, by the times of the agenda; by the
 * lengths of what comes before when it has no times. */
static gint64
get_planned_end (const MlgAgenda *agenda, int current)
{
  const MlgAgendaTime *first = agenda->times->pdata[0];
  const MlgAgendaTime *time = agenda->times->pdata[current];
  gint64 sum = 0;

  if (first->starts >= 0 && time->ends >= 0)
    return (gint64) (time->ends - first->starts) * MINUTE;
  for (int i = 0; i <= current; i++)
    sum += mlg_record_get_integer (((MlgAgendaTime *) agenda->times->pdata[i])->item,
                                   MLG_AGENDA_ITEM_MINUTES);
  return sum * MINUTE;
}

static gint64
get_whole (const MlgAgenda *agenda)
{
  gint64 whole = 0;

  for (guint i = 0; i < agenda->times->len; i++)
    whole = MAX (whole, get_planned_end (agenda, (int) i));
  return whole;
}

static void
measure_current (const MlgMeetingRun *self,
                 const MlgAgenda *agenda,
                 gint64 now,
                 MlgMeetingPace *pace)
{
  const MlgAgendaTime *time = agenda->times->pdata[pace->current];
  gint64 length = mlg_record_get_integer (time->item, MLG_AGENDA_ITEM_MINUTES) * MINUTE;

  pace->spent = get_spent (self, now);
  pace->has_length = length > 0;
  pace->left = pace->has_length ? length - pace->spent : 0;
  pace->planned = get_planned_end (agenda, pace->current) - MAX (pace->left, 0);
}

/**
 * mlg_meeting_run_measure:
 * @agenda: the agenda as it is now: it may have changed since the start
 * @starts: when the meeting was to start; 0 when that is not known
 *
 * Measures a meeting against its agenda. What remains is the rest of the current item, and all that the
 * agenda has after it.
 *
 * Returns: how it does
 */
MlgMeetingPace
mlg_meeting_run_measure (const MlgMeetingRun *self,
                         const MlgAgenda *agenda,
                         gint64 starts,
                         gint64 now)
{
  MlgMeetingPace pace = { .current = -1 };
  gint64 whole = get_whole (agenda);
  gint64 stop = self->ended != 0 ? self->ended : now;

  if (self->started == 0)
    return pace;
  if (starts == 0 || ABS (self->started - starts) > FAR_AWAY)
    starts = self->started;
  pace.current = find_current (self, agenda);
  pace.elapsed = stop - self->started;
  pace.planned = whole;
  pace.ends = stop;
  if (pace.current >= 0)
    {
      measure_current (self, agenda, now, &pace);
      pace.ends = now + MAX (pace.left, 0) + whole - get_planned_end (agenda, pace.current);
    }
  pace.late = pace.ends - (starts + whole);
  return pace;
}

/**
 * mlg_meeting_find_start:
 * @starts: (nullable): the start of a meeting, YYYY-MM-DDTHH:MM:SS
 * @zone: (nullable): its time zone; %NULL for that of the computer
 *
 * Returns: the same in Unix time; 0 when it is not known
 */
gint64
mlg_meeting_find_start (const char *starts, const char *zone)
{
  g_autoptr (GTimeZone) named = zone != NULL ? g_time_zone_new_identifier (zone) : NULL;
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) time =
      starts != NULL ? g_date_time_new_from_iso8601 (starts, named != NULL ? named : local) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

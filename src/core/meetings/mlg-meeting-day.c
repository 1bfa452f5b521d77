/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-day.h"

#include "mlg-agenda-item.h"
#include "mlg-item-lapse.h"
#include "mlg-meeting-edit.h"
#include "mlg-meeting.h"

/* What is written as a meeting goes on: that it has begun, what is dealt with from when on, that it is
 * over. How it does follows from this (mlg_meeting_run_load()), whatever happens to the computer. */

static GPtrArray *
load_items (MlgConnection *db, gint64 meeting, GError **error)
{
  return mlg_record_load_where (db, &mlg_agenda_item_kind, error,
                                "WHERE meeting=?1 ORDER BY position, id", "i", meeting);
}

/* Returns: (transfer full) (element-type MlgRecord): the lapse that has no end, if any */
static GPtrArray *
load_open (MlgConnection *db, gint64 meeting, GError **error)
{
  return mlg_record_load_where (db, &mlg_item_lapse_kind, error,
                                "WHERE meeting=?1 AND ended IS NULL ORDER BY began DESC, id DESC",
                                "i", meeting);
}

static gboolean
is_closed (MlgRecord *item)
{
  return g_strcmp0 (mlg_record_get_text (item, MLG_AGENDA_ITEM_STATE), "closed") == 0;
}

/* From one state only: a meeting that was held is not held again. */
static gboolean
change_state (MlgConnection *db, gint64 id, const char *from, const char *to, GError **error)
{
  g_autoptr (MlgRecord) meeting = mlg_record_load (db, &mlg_meeting_kind, id, error);
  const char *state = meeting != NULL ? mlg_record_get_text (meeting, MLG_MEETING_STATE) : NULL;

  if (meeting == NULL)
    return FALSE;
  return g_strcmp0 (state != NULL ? state : "draft", from) != 0
         || mlg_meeting_set_state (db, id, to, NULL, error);
}

/* A clock that was set back ends nothing before it began. */
static gboolean
end_lapses (MlgConnection *db, GPtrArray *lapses, gint64 now, GError **error)
{
  for (guint i = 0; i < lapses->len; i++)
    {
      gint64 began = mlg_record_get_integer (lapses->pdata[i], MLG_ITEM_LAPSE_BEGAN);

      mlg_record_set_integer (lapses->pdata[i], MLG_ITEM_LAPSE_ENDED, MAX (began, now));
      if (!mlg_meeting_store (db, lapses->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/* @item: 0 for none */
static gboolean
begin_lapse (MlgConnection *db, gint64 meeting, gint64 item, gint64 now, GError **error)
{
  g_autoptr (MlgRecord) lapse = mlg_record_new (&mlg_item_lapse_kind);

  mlg_record_set_integer (lapse, MLG_ITEM_LAPSE_MEETING, meeting);
  if (item != 0)
    mlg_record_set_integer (lapse, MLG_ITEM_LAPSE_ITEM, item);
  mlg_record_set_integer (lapse, MLG_ITEM_LAPSE_BEGAN, now);
  return mlg_meeting_store (db, lapse, error);
}

/* The first that is open; the first of all when none is; 0 for an empty agenda. */
static gint64
find_first (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (!is_closed (items->pdata[i]))
      return mlg_record_get_id (items->pdata[i]);
  return items->len > 0 ? mlg_record_get_id (items->pdata[0]) : 0;
}

static int
find_item (GPtrArray *items, gint64 id)
{
  for (guint i = 0; i < items->len; i++)
    if (mlg_record_get_id (items->pdata[i]) == id)
      return (int) i;
  return -1;
}

/**
 * mlg_meeting_day_start:
 * @now: Unix time
 *
 * Starts a meeting with the first item that is open, or goes on with one that was ended; nothing happens
 * to one that is going on. A meeting that begins is a draft no longer, even if nobody was convened. In an
 * action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when the meeting's state does not allow it.
 */
gboolean
mlg_meeting_day_start (MlgConnection *db, gint64 meeting, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) items = load_items (db, meeting, error);
  g_autoptr (GPtrArray) open = items != NULL ? load_open (db, meeting, error) : NULL;

  if (open == NULL || !change_state (db, meeting, "draft", "convened", error))
    return FALSE;
  return open->len > 0 || begin_lapse (db, meeting, find_first (items), now, error);
}

/**
 * mlg_meeting_day_go:
 * @item: an item of the agenda of @meeting
 * @now: Unix time
 *
 * Leaves what is dealt with for an item. Nothing happens to a meeting that is not going on. In an action
 * only.
 */
gboolean
mlg_meeting_day_go (MlgConnection *db, gint64 meeting, gint64 item, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) open = load_open (db, meeting, error);

  if (open == NULL)
    return FALSE;
  if (open->len == 0 || mlg_record_get_integer (open->pdata[0], MLG_ITEM_LAPSE_ITEM) == item)
    return TRUE;
  return end_lapses (db, open, now, error) && begin_lapse (db, meeting, item, now, error);
}

/**
 * mlg_meeting_day_close:
 * @item: an item of an agenda
 * @closed: whether it is dealt with; if not, it is carried over to the next meeting of its series
 *
 * In an action only.
 */
gboolean
mlg_meeting_day_close (MlgConnection *db, gint64 item, gboolean closed, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_agenda_item_kind, item, error);

  if (record == NULL)
    return FALSE;
  if (is_closed (record) == closed)
    return TRUE;
  mlg_record_set_text (record, MLG_AGENDA_ITEM_STATE, closed ? "closed" : "open");
  return mlg_meeting_store (db, record, error);
}

/**
 * mlg_meeting_day_step:
 * @by: 1 for the next item, -1 for the one before
 * @now: Unix time
 *
 * Goes to the item beside the one that is dealt with. What one leaves forwards is dealt with; after the
 * last item one stays. Nothing happens to a meeting that is not going on. In an action only.
 */
gboolean
mlg_meeting_day_step (MlgConnection *db, gint64 meeting, int by, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) items = load_items (db, meeting, error);
  g_autoptr (GPtrArray) open = items != NULL ? load_open (db, meeting, error) : NULL;
  gint64 item;
  int to;

  if (open == NULL)
    return FALSE;
  if (open->len == 0)
    return TRUE;
  item = mlg_record_get_integer (open->pdata[0], MLG_ITEM_LAPSE_ITEM);
  to = find_item (items, item) + by;
  if (by > 0 && item != 0 && !mlg_meeting_day_close (db, item, TRUE, error))
    return FALSE;
  return to < 0 || to >= (int) items->len
         || mlg_meeting_day_go (db, meeting, mlg_record_get_id (items->pdata[to]), now, error);
}

/**
 * mlg_meeting_day_end:
 * @now: Unix time
 *
 * Ends a meeting that is going on: its last item is dealt with, and it is held from then on. In an action
 * only.
 */
gboolean
mlg_meeting_day_end (MlgConnection *db, gint64 meeting, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) open = load_open (db, meeting, error);
  gint64 item;

  if (open == NULL)
    return FALSE;
  item = open->len > 0 ? mlg_record_get_integer (open->pdata[0], MLG_ITEM_LAPSE_ITEM) : 0;
  return end_lapses (db, open, now, error)
         && (item == 0 || mlg_meeting_day_close (db, item, TRUE, error))
         && change_state (db, meeting, "convened", "held", error);
}

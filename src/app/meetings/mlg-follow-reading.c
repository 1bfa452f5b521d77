/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-follow-reading.h"

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-meeting-register.h"
#include "meetings/mlg-minutes-version.h"
#include "meetings/mlg-outcome.h"
#include "mlg-meeting-parts.h"

/**
 * mlg_follow_reading_free:
 */
void
mlg_follow_reading_free (MlgFollowReading *reading)
{
  g_clear_pointer (&reading->items, g_ptr_array_unref);
  g_clear_pointer (&reading->outcomes, g_ptr_array_unref);
  g_clear_pointer (&reading->carried, g_ptr_array_unref);
  g_clear_pointer (&reading->versions, g_ptr_array_unref);
  g_free (reading);
}

/**
 * mlg_follow_reading_load:
 * @id: points to the id of a meeting
 *
 * See #MlgReadFunc.
 *
 * Returns: (transfer full): a #MlgFollowReading; %NULL with @error set
 */
gpointer
mlg_follow_reading_load (MlgConnection *db, gpointer id, GError **error)
{
  gint64 meeting = *(gint64 *) id;
  g_autoptr (MlgFollowReading) reading = g_new0 (MlgFollowReading, 1);

  reading->items = mlg_meeting_parts_load (db, &mlg_agenda_item_kind, MLG_AGENDA_ITEM_MEETING,
                                           meeting, MLG_AGENDA_ITEM_POSITION, error);
  if (reading->items == NULL)
    return NULL;
  reading->versions =
      mlg_meeting_parts_load (db, &mlg_minutes_version_kind, MLG_MINUTES_VERSION_MEETING, meeting,
                              MLG_MINUTES_VERSION_NUMBER, error);
  if (reading->versions == NULL)
    return NULL;
  reading->outcomes = mlg_register_list_outcomes (db, meeting, error);
  if (reading->outcomes == NULL)
    return NULL;
  reading->carried = mlg_register_list_carried (db, meeting, error);
  return reading->carried != NULL ? g_steal_pointer (&reading) : NULL;
}

/**
 * mlg_follow_reading_list_of:
 * @item: an item of the agenda; 0 for what belongs to none
 *
 * Returns: (transfer container) (element-type MlgRegisterEntry): what came out of it
 */
GPtrArray *
mlg_follow_reading_list_of (const MlgFollowReading *reading, gint64 item)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < reading->outcomes->len; i++)
    {
      MlgRegisterEntry *entry = reading->outcomes->pdata[i];

      if (mlg_record_get_integer (entry->outcome, MLG_OUTCOME_ITEM) == item)
        g_ptr_array_add (list, entry);
    }
  return list;
}

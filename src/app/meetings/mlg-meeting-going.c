/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-going.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting.h"
#include "store/mlg-record-sql.h"
#include "widgets/mlg-host.h"

/* What is written as a meeting goes on: that it has begun, which items are dealt with, that it is over. */

typedef struct
{
  gint64 meeting; /* 0 for none */
  gint64 item;    /* 0 for none */
  gboolean closed;
} Deed;

static gboolean
write_item (MlgConnection *db, gint64 id, gboolean closed, GError **error)
{
  g_autoptr (MlgRecord) item = mlg_record_load (db, &mlg_agenda_item_kind, id, error);

  if (item == NULL)
    return FALSE;
  mlg_record_set_text (item, MLG_AGENDA_ITEM_STATE, closed ? "closed" : "open");
  return mlg_meeting_store (db, item, error);
}

/* From one state only: a meeting that was held is not held again. */
static gboolean
step (MlgConnection *db, gint64 id, const char *from, const char *to, GError **error)
{
  g_autoptr (MlgRecord) meeting = mlg_record_load (db, &mlg_meeting_kind, id, error);
  const char *state = meeting != NULL ? mlg_record_get_text (meeting, MLG_MEETING_STATE) : NULL;

  if (meeting == NULL)
    return FALSE;
  return g_strcmp0 (state != NULL ? state : "draft", from) != 0
         || mlg_meeting_set_state (db, id, to, NULL, error);
}

static gboolean
start (MlgConnection *db, gpointer data, GError **error)
{
  return step (db, ((Deed *) data)->meeting, "draft", "convened", error);
}

static gboolean
close_item (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return write_item (db, deed->item, deed->closed, error);
}

static gboolean
end (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return (deed->item == 0 || write_item (db, deed->item, TRUE, error))
         && step (db, deed->meeting, "convened", "held", error);
}

static Deed *
deed_new (MlgRecord *meeting, MlgRecord *item)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->meeting = meeting != NULL ? mlg_record_get_id (meeting) : 0;
  deed->item = item != NULL ? mlg_record_get_id (item) : 0;
  deed->closed = TRUE;
  return deed;
}

/**
 * mlg_meeting_going_start:
 * @widget: in a window
 * @meeting: a meeting
 *
 * A meeting that begins is a draft no longer, even if nobody was convened: attendance can be noted.
 */
void
mlg_meeting_going_start (GtkWidget *widget, MlgRecord *meeting)
{
  const char *state = mlg_record_get_text (meeting, MLG_MEETING_STATE);
  g_autofree char *name = mlg_record_dup_name (meeting);
  /* Translators: an action; %s is the title of a meeting. */
  g_autofree char *action = g_strdup_printf (_ ("Start %s"), name);

  if (state == NULL || g_str_equal (state, "draft"))
    mlg_host_act (mlg_host_find (widget), action, start, deed_new (meeting, NULL), g_free, NULL);
}

/**
 * mlg_meeting_going_close:
 * @widget: in a window
 * @item: an item of an agenda
 * @closed: whether it is dealt with; if not, it is carried over to the next meeting of its series
 */
void
mlg_meeting_going_close (GtkWidget *widget, MlgRecord *item, gboolean closed)
{
  g_autofree char *name = mlg_record_dup_name (item);
  g_autofree char *action = g_strdup_printf (
      /* Translators: an action; %s is the title of an item of the agenda. */
      closed ? _ ("Close the item %s") : _ ("Open the item %s again"), name);
  Deed *deed = deed_new (NULL, item);

  deed->closed = closed;
  mlg_host_act (mlg_host_find (widget), action, close_item, deed, g_free, NULL);
}

/**
 * mlg_meeting_going_end:
 * @widget: in a window
 * @meeting: a meeting
 * @item: (nullable): the item that was dealt with last
 *
 * The meeting is held from then on.
 */
void
mlg_meeting_going_end (GtkWidget *widget, MlgRecord *meeting, MlgRecord *item)
{
  g_autofree char *name = mlg_record_dup_name (meeting);
  /* Translators: an action; %s is the title of a meeting. */
  g_autofree char *action = g_strdup_printf (_ ("End %s"), name);

  mlg_host_act (mlg_host_find (widget), action, end, deed_new (meeting, item), g_free,
                _ ("The meeting is over; its minutes can be written"));
}

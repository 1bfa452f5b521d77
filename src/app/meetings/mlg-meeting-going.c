/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-going.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-day.h"
#include "widgets/mlg-host.h"

/* The deeds of a meeting's day, each an action that can be undone: what they do is said by
 * mlg-meeting-day.h. */

typedef struct
{
  gint64 meeting; /* 0 for none */
  gint64 item;    /* 0 for none */
  int by;         /* how many items further */
  gboolean closed;
  gint64 now; /* when the person did it, not when it is written */
} Deed;

static gboolean
start (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_meeting_day_start (db, deed->meeting, deed->now, error);
}

static gboolean
step (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_meeting_day_step (db, deed->meeting, deed->by, deed->now, error);
}

static gboolean
go (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_meeting_day_go (db, deed->meeting, deed->item, deed->now, error);
}

static gboolean
close_item (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_meeting_day_close (db, deed->item, deed->closed, error);
}

static gboolean
end (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_meeting_day_end (db, deed->meeting, deed->now, error);
}

static Deed *
deed_new (MlgRecord *meeting, MlgRecord *item)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->meeting = meeting != NULL ? mlg_record_get_id (meeting) : 0;
  deed->item = item != NULL ? mlg_record_get_id (item) : 0;
  deed->now = g_get_real_time () / G_USEC_PER_SEC;
  return deed;
}

/**
 * mlg_meeting_going_start:
 * @widget: in a window
 * @meeting: a meeting
 *
 * Starts the meeting, or goes on with it.
 */
void
mlg_meeting_going_start (GtkWidget *widget, MlgRecord *meeting)
{
  g_autofree char *name = mlg_record_dup_name (meeting);
  /* Translators: an action; %s is the title of a meeting. */
  g_autofree char *action = g_strdup_printf (_ ("Start %s"), name);

  mlg_host_act (mlg_host_find (widget), action, start, deed_new (meeting, NULL), g_free, NULL);
}

/**
 * mlg_meeting_going_step:
 * @widget: in a window
 * @meeting: a meeting that goes on
 * @by: 1 to close the item and go to the next one, -1 to come back to the one before
 */
void
mlg_meeting_going_step (GtkWidget *widget, MlgRecord *meeting, int by)
{
  Deed *deed = deed_new (meeting, NULL);

  deed->by = by;
  mlg_host_act (mlg_host_find (widget),
                by > 0 ? _ ("Go to the next item") : _ ("Go back to the item before"), step, deed,
                g_free, NULL);
}

/**
 * mlg_meeting_going_go:
 * @widget: in a window
 * @meeting: a meeting that goes on
 * @item: an item of its agenda
 */
void
mlg_meeting_going_go (GtkWidget *widget, MlgRecord *meeting, MlgRecord *item)
{
  g_autofree char *name = mlg_record_dup_name (item);
  /* Translators: an action; %s is the title of an item of the agenda. */
  g_autofree char *action = g_strdup_printf (_ ("Go to the item %s"), name);

  mlg_host_act (mlg_host_find (widget), action, go, deed_new (meeting, item), g_free, NULL);
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
 * @meeting: a meeting that goes on
 *
 * The meeting is held from then on.
 */
void
mlg_meeting_going_end (GtkWidget *widget, MlgRecord *meeting)
{
  g_autofree char *name = mlg_record_dup_name (meeting);
  /* Translators: an action; %s is the title of a meeting. */
  g_autofree char *action = g_strdup_printf (_ ("End %s"), name);

  mlg_host_act (mlg_host_find (widget), action, end, deed_new (meeting, NULL), g_free,
                _ ("The meeting is over; its minutes can be written"));
}

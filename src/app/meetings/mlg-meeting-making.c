/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-making.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-template.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting-next.h"
#include "meetings/mlg-meeting.h"
#include "widgets/mlg-host.h"

/* Meetings that are made, new or from others, each as one action; the new one is shown then. */

typedef enum
{
  MAKING_NEW,
  MAKING_DUPLICATE,
  MAKING_NEXT,
} MakingKind;

/* Shared by the writer's thread and by the one that waits for it. */
typedef struct
{
  MakingKind kind;
  MlgRecord *meeting; /* (owned) a new one, or the one that it is made from */
  char *day;          /* (owned) (nullable) */
  gboolean with;      /* the usual agenda, or the invitees */
  char *name;         /* (owned) of the action */
  gint64 made;        /* 0 until it is */
} Making;

static void
clear (gpointer data)
{
  Making *making = data;

  g_object_unref (making->meeting);
  g_free (making->day);
  g_free (making->name);
}

static void
making_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear);
}

static gint64
make_new (MlgConnection *db, Making *making, GError **error)
{
  if (!mlg_meeting_store (db, making->meeting, error)
      || (making->with
          && !mlg_agenda_template_apply (db, mlg_record_get_id (making->meeting), error)))
    return 0;
  return mlg_record_get_id (making->meeting);
}

static gboolean
make (MlgConnection *db, gpointer data, GError **error)
{
  Making *making = data;
  gint64 id = mlg_record_get_id (making->meeting);

  if (making->kind == MAKING_NEW)
    making->made = make_new (db, making, error);
  else if (making->kind == MAKING_DUPLICATE)
    making->made = mlg_meeting_duplicate (db, id, making->day, making->with, error);
  else
    making->made = mlg_meeting_make_next (db, id, making->day, error);
  return making->made != 0;
}

/* What waits for the writer. */
typedef struct
{
  MlgHost *host;  /* (owned) */
  Making *making; /* (owned) */
} Waiting;

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    {
      mlg_host_say (waiting->host, _ ("The meeting is a draft"), TRUE);
      mlg_host_show_record (waiting->host, &mlg_meeting_kind, waiting->making->made);
    }
  else
    {
      /* Translators: %s is the name of an action, such as “Add Lille”. */
      g_autofree char *heading = g_strdup_printf (_ ("Not done: %s"), waiting->making->name);

      mlg_host_fail (waiting->host, heading, error);
    }
  making_unref (waiting->making);
  g_object_unref (waiting->host);
  g_free (waiting);
}

static void
start (GtkWidget *widget,
       MakingKind kind,
       MlgRecord *meeting,
       const char *day,
       gboolean with,
       const char *action)
{
  Making *making = g_atomic_rc_box_new0 (Making);
  Waiting *waiting = g_new0 (Waiting, 1);

  making->kind = kind;
  making->meeting = mlg_record_copy (meeting);
  making->day = g_strdup (day);
  making->with = with;
  making->name = g_strdup (action);
  waiting->host = g_object_ref (mlg_host_find (widget));
  waiting->making = making;
  mlg_store_act_async (mlg_host_get_store (waiting->host), making->name, make,
                       g_atomic_rc_box_acquire (making), making_unref, NULL, NULL, on_made,
                       waiting);
}

/**
 * mlg_meeting_making_new:
 * @widget: in a window
 * @meeting: a meeting without an id
 * @usual_agenda: whether it begins with the usual agenda of its kind
 */
void
mlg_meeting_making_new (GtkWidget *widget, MlgRecord *meeting, gboolean usual_agenda)
{
  g_autofree char *name = mlg_record_dup_name (meeting);
  /* Translators: an action; %s is the title of a meeting. */
  g_autofree char *action = g_strdup_printf (_ ("Add %s"), name);

  start (widget, MAKING_NEW, meeting, NULL, usual_agenda, action);
}

/**
 * mlg_meeting_making_duplicate:
 * @widget: in a window
 * @meeting: a meeting
 * @day: (nullable): the day of the new one, as people write dates
 * @with_invitees: whether the same are invited
 */
void
mlg_meeting_making_duplicate (GtkWidget *widget,
                              MlgRecord *meeting,
                              const char *day,
                              gboolean with_invitees)
{
  g_autofree char *name = mlg_record_dup_name (meeting);
  /* Translators: an action; %s is the title of a meeting. */
  g_autofree char *action = g_strdup_printf (_ ("Duplicate %s"), name);

  start (widget, MAKING_DUPLICATE, meeting, day, with_invitees, action);
}

/**
 * mlg_meeting_making_next:
 * @widget: in a window
 * @meeting: a meeting of a series or of a group
 * @day: (nullable): the day of the next one, as people write dates
 */
void
mlg_meeting_making_next (GtkWidget *widget, MlgRecord *meeting, const char *day)
{
  g_autofree char *name = mlg_record_dup_name (meeting);
  /* Translators: an action; %s is the title of a meeting. */
  g_autofree char *action = g_strdup_printf (_ ("Next meeting after %s"), name);

  start (widget, MAKING_NEXT, meeting, day, FALSE, action);
}

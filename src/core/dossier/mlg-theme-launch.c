/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-launch.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting-invite.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-series.h"
#include "members/mlg-body.h"
#include "members/mlg-group.h"
#include "members/mlg-member-edit.h"
#include "members/mlg-person.h"
#include "store/mlg-action.h"
#include "themes/mlg-theme-edit.h"
#include "themes/mlg-theme-work.h"
#include "themes/mlg-theme.h"

/* From a theme that was chosen to the group that works on it: here the themes, the members and the
 * meetings meet. */

#define STARTS_AT "T14:00:00"
#define ENDS_AT   "T16:00:00"

typedef struct
{
  MlgConnection *db;
  gint64 theme;
  const char *title; /* (unowned) of the theme */
  GDate start;
  gint64 group;
  gint64 series;
} Launch;

static gboolean
make_group (Launch *l, GError **error)
{
  g_autoptr (MlgRecord) group = mlg_record_new (&mlg_group_kind);
  /* Translators: the name of a group, and of its series of meetings; a theme. */
  g_autofree char *name = g_strdup_printf (_ ("Working group: %s"), l->title);

  mlg_record_set_text (group, MLG_GROUP_NAME, name);
  if (!mlg_record_insert (l->db, group, error))
    return FALSE;
  l->group = mlg_record_get_id (group);
  return TRUE;
}

static gboolean
make_series (Launch *l, GError **error)
{
  g_autoptr (MlgRecord) series = mlg_record_new (&mlg_series_kind);
  g_autofree char *name = g_strdup_printf (_ ("Working group: %s"), l->title);

  mlg_record_set_text (series, MLG_SERIES_NAME, name);
  mlg_record_set_text (series, MLG_SERIES_TYPE, "working-group");
  mlg_record_set_integer (series, MLG_SERIES_GRP, l->group);
  if (!mlg_meeting_store (l->db, series, error))
    return FALSE;
  l->series = mlg_record_get_id (series);
  return TRUE;
}

static gboolean
fill_group (Launch *l, GError **error)
{
  g_autoptr (GPtrArray) interested = mlg_theme_list_interested (l->db, l->theme, error);

  for (guint i = 0; interested != NULL && i < interested->len; i++)
    {
      const MlgInterested *one = interested->pdata[i];

      if (!mlg_group_add (l->db, l->group, one->body != 0 ? &mlg_body_kind : &mlg_person_kind,
                          one->body != 0 ? one->body : one->person, NULL, error))
        return FALSE;
    }
  return interested != NULL;
}

/* The day of a step: never at a weekend. */
static char *
find_day (const Launch *l, guint weeks)
{
  GDate day = l->start;
  char text[16];

  g_date_add_days (&day, weeks * 7);
  if (g_date_get_weekday (&day) >= G_DATE_SATURDAY)
    g_date_add_days (&day, (guint) (G_DATE_SUNDAY + 1 - g_date_get_weekday (&day)));
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &day);
  return g_strdup (text);
}

/* "TITLE=MINUTES=PURPOSE;…" */
static gboolean
add_items (Launch *l, gint64 meeting, const char *agenda, GError **error)
{
  static const guint fields[] = { MLG_AGENDA_ITEM_TITLE, MLG_AGENDA_ITEM_MINUTES,
                                  MLG_AGENDA_ITEM_PURPOSE };
  g_auto (GStrv) lines = g_strsplit (agenda, ";", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (MlgRecord) item = mlg_record_new (&mlg_agenda_item_kind);
      g_auto (GStrv) cells = g_strsplit (lines[i], "=", (int) G_N_ELEMENTS (fields));

      mlg_record_set_integer (item, MLG_AGENDA_ITEM_MEETING, meeting);
      for (guint j = 0; j < G_N_ELEMENTS (fields) && cells[j] != NULL; j++)
        if (!mlg_record_parse (item, fields[j], cells[j], error))
          return FALSE;
      if (!mlg_meeting_store (l->db, item, error))
        return FALSE;
    }
  return TRUE;
}

/* A draft, which one moves and completes. */
static gint64
make_meeting (Launch *l, const MlgUsualStep *step, const char *day, GError **error)
{
  g_autoptr (MlgRecord) meeting = mlg_record_new (&mlg_meeting_kind);
  /* Translators: the title of a meeting: a theme, and a step of the work on it. */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), l->title, step->title);
  g_autofree char *starts = g_strconcat (day, STARTS_AT, NULL);
  g_autofree char *ends = g_strconcat (day, ENDS_AT, NULL);

  mlg_record_set_text (meeting, MLG_MEETING_TITLE, title);
  mlg_record_set_text (meeting, MLG_MEETING_TYPE, step->meeting);
  mlg_record_set_text (meeting, MLG_MEETING_STARTS, starts);
  mlg_record_set_text (meeting, MLG_MEETING_ENDS, ends);
  mlg_record_set_text (meeting, MLG_MEETING_OBJECTIVE, step->outputs);
  mlg_record_set_integer (meeting, MLG_MEETING_SERIES, l->series);
  mlg_record_set_integer (meeting, MLG_MEETING_GRP, l->group);
  if (!mlg_meeting_store (l->db, meeting, error)
      || !add_items (l, mlg_record_get_id (meeting), step->agenda, error))
    return 0;
  return mlg_record_get_id (meeting);
}

/* The group works; the restitution is for all members. */
static gboolean
invite (Launch *l, const MlgUsualStep *step, gint64 meeting, GError **error)
{
  gboolean all = g_str_equal (step->meeting, "restitution");
  MlgInvitees invitees = { .status = all ? "member" : NULL, .group = all ? 0 : l->group };
  guint n = 0;

  return mlg_meeting_invite (l->db, meeting, &invitees, &n, error);
}

static gboolean
add_steps (Launch *l, GError **error)
{
  g_autoptr (GPtrArray) rows = mlg_theme_read_programme (error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      MlgUsualStep step = mlg_usual_step_read (rows->pdata[i]);
      g_autofree char *day = find_day (l, step.weeks);
      gint64 meeting = make_meeting (l, &step, day, error);

      if (meeting == 0 || !invite (l, &step, meeting, error)
          || !mlg_theme_add_step (l->db, l->theme, &step, meeting, day, error))
        return FALSE;
    }
  return rows != NULL;
}

static gboolean
read_start (const char *start, GDate *day, GError **error)
{
  g_date_clear (day, 1);
  if (start == NULL)
    g_date_set_time_t (day, time (NULL));
  else
    {
      g_autoptr (MlgRecord) example = mlg_record_new (&mlg_theme_kind);

      if (!mlg_record_parse (example, MLG_THEME_STATE_ON, start, error))
        return FALSE;
      g_date_set_parse (day, mlg_record_get_text (example, MLG_THEME_STATE_ON));
    }
  if (g_date_valid (day))
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID, _ ("“%s” is no date"), start);
  return FALSE;
}

static gboolean
mark_in_work (Launch *l, MlgRecord *theme, GError **error)
{
  mlg_record_set_integer (theme, MLG_THEME_GRP, l->group);
  mlg_record_set_text (theme, MLG_THEME_STATE, "in-work");
  return mlg_theme_store (l->db, theme, error);
}

/**
 * mlg_theme_start_work:
 * @theme: a theme without a working group
 * @start: (nullable): from when, as people write dates; %NULL for today
 *
 * Makes the working group of a theme, of those who want it (see mlg_theme_list_interested()); the series
 * of its meetings, as drafts with an agenda, for each of the five steps of the programme and the
 * restitution, with their invitations; the steps with what they need and what comes out of them; and
 * marks the theme as in work. In an action only, so that one undo takes it all back.
 *
 * Returns: the group; 0 with @error set
 *
 * Errors: %MLG_STORE_ERROR_INVALID when the theme has a group already, or was dropped.
 */
gint64
mlg_theme_start_work (MlgConnection *db, gint64 theme, const char *start, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_theme_kind, theme, error);
  Launch l = { .db = db, .theme = theme };

  g_return_val_if_fail (mlg_connection_in_action (db), 0);

  if (record == NULL || !read_start (start, &l.start, error))
    return 0;
  if (!mlg_record_is_null (record, MLG_THEME_GRP)
      || g_strcmp0 (mlg_record_get_text (record, MLG_THEME_STATE), "dropped") == 0)
    {
      g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                           mlg_record_is_null (record, MLG_THEME_GRP)
                               ? _ ("The theme was dropped: propose it again first")
                               : _ ("The theme has a working group already"));
      return 0;
    }
  l.title = mlg_record_get_text (record, MLG_THEME_TITLE);
  if (!make_group (&l, error) || !fill_group (&l, error) || !make_series (&l, error)
      || !add_steps (&l, error) || !mark_in_work (&l, record, error))
    return 0;
  return l.group;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-follow.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-who.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-outcome.h"
#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "mlg-meeting-state-row.h"
#include "store/mlg-query.h"
#include "widgets/mlg-live-read.h"

/* The tab of what remains after the meeting: its decisions, and what is to be done by whom and by when.
 *
 * How it is used by #MlgMeetingDetails, its only owner: as told on #MlgMeetingHold, by
 * mlg_meeting_follow_set_store() once and mlg_meeting_follow_set_meeting() for each meeting. */
struct _MlgMeetingFollow
{
  GtkWidget parent_instance;
  MlgLiveRead *outcomes; /* (owned) (nullable) of FollowedOutcome */
  MlgRecord *meeting;    /* (owned) (nullable) */
  GPtrArray *rows;       /* (owned) of GtkWidget (owned by the widget tree) */

  MlgMeetingStateRow *state_row;
  AdwPreferencesGroup *decisions;
  AdwPreferencesGroup *actions;
  AdwPreferencesGroup *information;
  AdwStatusPage *nothing;
};

G_DEFINE_FINAL_TYPE (MlgMeetingFollow, mlg_meeting_follow, GTK_TYPE_WIDGET)

/* An outcome, and who answers for it. */
typedef struct
{
  MlgRecord *outcome; /* (owned) */
  char *who;          /* (owned) (nullable) */
} FollowedOutcome;

static void
followed_outcome_free (gpointer data)
{
  FollowedOutcome *followed = data;

  g_object_unref (followed->outcome);
  g_free (followed->who);
  g_free (followed);
}

static GPtrArray *
load_outcomes (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  const char *const values[] = { id, NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_outcome_kind);
  g_autoptr (MlgQuery) of_meeting = mlg_query_with_values (all, MLG_OUTCOME_MEETING, values);
  g_autoptr (MlgQuery) query = mlg_query_with_sort (of_meeting, MLG_OUTCOME_DUE_ON, FALSE);

  return mlg_query_load (query, db, G_MAXINT, 0, error);
}

static gpointer
read_outcomes (MlgConnection *db, gpointer id, GError **error)
{
  g_autoptr (GPtrArray) outcomes = load_outcomes (db, *(gint64 *) id, error);
  GPtrArray *list;

  if (outcomes == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func (followed_outcome_free);
  for (guint i = 0; i < outcomes->len; i++)
    {
      FollowedOutcome *followed = g_new0 (FollowedOutcome, 1);
      MlgWho who = mlg_who_of_outcome (outcomes->pdata[i]);

      followed->outcome = g_object_ref (outcomes->pdata[i]);
      /* Somebody who cannot be read is nobody, as one who was erased. */
      followed->who = mlg_who_dup_name (db, &who, NULL);
      g_ptr_array_add (list, followed);
    }
  return list;
}

static void
append (GString *line, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* "Region · Due on 3 March 2026 · To do" */
static char *
write_line (const FollowedOutcome *followed)
{
  g_autofree char *due = mlg_record_dup_display (followed->outcome, MLG_OUTCOME_DUE_ON);
  g_autofree char *state = mlg_record_dup_display (followed->outcome, MLG_OUTCOME_STATE);
  g_autofree char *by = due != NULL && *due != '\0'
                            /* Translators: %s is a date by which something is to be done. */
                            ? g_strdup_printf (C_ ("action to do", "by %s"), due)
                            : NULL;
  GString *line = g_string_new (NULL);

  append (line, followed->who);
  append (line, by);
  append (line, state);
  return g_string_free (line, FALSE);
}

static AdwPreferencesGroup *
get_group (MlgMeetingFollow *self, const FollowedOutcome *followed)
{
  const char *type = mlg_record_get_text (followed->outcome, MLG_OUTCOME_TYPE);

  if (g_strcmp0 (type, "decision") == 0)
    return self->decisions;
  return g_strcmp0 (type, "action") == 0 ? self->actions : self->information;
}

static void
add_row (MlgMeetingFollow *self, const FollowedOutcome *followed)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *line = write_line (followed);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 mlg_record_get_text (followed->outcome, MLG_OUTCOME_TEXT));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (get_group (self, followed), row);
  gtk_widget_set_visible (GTK_WIDGET (get_group (self, followed)), TRUE);
}

static void
clear (MlgMeetingFollow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
      gtk_widget_set_visible (group, FALSE);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
on_read (MlgMeetingFollow *self)
{
  GPtrArray *outcomes = mlg_live_read_get_result (self->outcomes);
  const GError *error = mlg_live_read_get_error (self->outcomes);

  clear (self);
  for (guint i = 0; outcomes != NULL && i < outcomes->len; i++)
    add_row (self, outcomes->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), self->rows->len == 0);
  if (error != NULL)
    adw_status_page_set_description (self->nothing, error->message);
}

static void
mlg_meeting_follow_dispose (GObject *object)
{
  MlgMeetingFollow *self = MLG_MEETING_FOLLOW (object);
  GtkWidget *child;

  g_clear_object (&self->outcomes);
  g_clear_object (&self->meeting);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_follow_parent_class)->dispose (object);
}

static void
mlg_meeting_follow_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_MEETING_FOLLOW (object)->rows);
  G_OBJECT_CLASS (mlg_meeting_follow_parent_class)->finalize (object);
}

static void
mlg_meeting_follow_class_init (MlgMeetingFollowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_follow_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_meeting_follow_finalize;
  g_type_ensure (MLG_TYPE_MEETING_STATE_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-follow.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, state_row);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, decisions);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, actions);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, information);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, nothing);
}

static void
mlg_meeting_follow_init (MlgMeetingFollow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_follow_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the tab
 *
 * To be called once.
 */
void
mlg_meeting_follow_set_store (MlgMeetingFollow *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_outcome_kind, &mlg_function_kind, &mlg_person_kind,
                                          &mlg_body_kind, NULL };

  g_return_if_fail (MLG_IS_MEETING_FOLLOW (self));

  mlg_meeting_state_row_set_store (self->state_row, store);
  self->outcomes =
      mlg_live_read_new (store, kinds, read_outcomes, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->outcomes, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_follow_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting that is shown, kept up to date by its owner
 */
void
mlg_meeting_follow_set_meeting (MlgMeetingFollow *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_MEETING_FOLLOW (self));

  g_set_object (&self->meeting, meeting);
  mlg_meeting_state_row_set_meeting (self->state_row, meeting);
  mlg_live_read_ask_id (self->outcomes, meeting != NULL ? mlg_record_get_id (meeting) : 0);
}

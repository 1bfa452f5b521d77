/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-hold.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-invitation.h"
#include "meetings/mlg-meeting-document.h"
#include "meetings/mlg-meeting-figures.h"
#include "meetings/mlg-meeting.h"
#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "members/mlg-body.h"
#include "mlg-agenda-reading.h"
#include "widgets/mlg-live-read.h"

/* The tab of the day itself: the agenda by the clock, and who is there.
 *
 * How it is used by #MlgMeetingDetails, its only owner: mlg_meeting_hold_set_store() is called once when
 * the tab is first looked at; mlg_meeting_hold_set_meeting() each time another meeting is chosen, %NULL
 * for none. The meeting is the record that the whole page shares: it is kept as it is in the store, and
 * tells its changes by "notify"; its state says what may be done (mlg_meeting_state_allows()). The agenda
 * and the attendance are read by themselves and follow the store. Nothing of the other tabs is needed
 * here; what is written goes through mlg-meeting-commit.h, or through the functions of the core inside
 * mlg_host_act(). */
struct _MlgMeetingHold
{
  GtkWidget parent_instance;
  MlgLiveRead *agenda;  /* (owned) (nullable) of MlgAgendaReading */
  MlgLiveRead *figures; /* (owned) (nullable) of MlgMeetingFigures */
  MlgRecord *meeting;   /* (owned) (nullable) */
  GPtrArray *rows;      /* (owned) of GtkWidget (owned by the widget tree) */

  AdwPreferencesGroup *agenda_group;
  AdwActionRow *attendance_row;
};

G_DEFINE_FINAL_TYPE (MlgMeetingHold, mlg_meeting_hold, GTK_TYPE_WIDGET)

static GtkWidget *
make_row (const MlgAgendaReading *reading, guint i)
{
  const MlgAgendaTime *time = mlg_agenda_reading_get (reading, i);
  g_autofree char *clock = mlg_agenda_reading_write_clock (time);
  g_autofree char *line = mlg_agenda_reading_write_line (reading, i);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (clock);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 mlg_record_get_text (time->item, MLG_AGENDA_ITEM_TITLE));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
add_row (MlgMeetingHold *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->agenda_group, row);
}

static void
add_message (MlgMeetingHold *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (row, "dim-label");
  add_row (self, row);
}

static void
on_agenda_read (MlgMeetingHold *self)
{
  const MlgAgendaReading *reading = mlg_live_read_get_result (self->agenda);
  const GError *error = mlg_live_read_get_error (self->agenda);
  g_autofree char *summary = reading != NULL ? mlg_agenda_reading_write_summary (reading) : NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->agenda_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_description (self->agenda_group, summary);
  for (guint i = 0; reading != NULL && i < reading->agenda->times->len; i++)
    add_row (self, make_row (reading, i));
  if (error != NULL)
    add_message (self, error->message);
  else if (self->rows->len == 0)
    add_message (self, _ ("The agenda is empty"));
}

static char *
write_attendance (const MlgMeetingFigures *figures)
{
  const MlgMeetingCount *total = &figures->total;

  return g_strdup_printf (
      /* Translators: how many are there; how many of these are visitors, how many are excused, and how
       * many were invited. */
      _ ("%'u present, %'u visitors, %'u excused; %'u invited"), total->present, total->visitors,
      total->excused, total->invited);
}

static void
on_figures_read (MlgMeetingHold *self)
{
  const MlgMeetingFigures *figures = mlg_live_read_get_result (self->figures);
  g_autofree char *text = figures != NULL ? write_attendance (figures) : NULL;

  adw_action_row_set_subtitle (self->attendance_row, text != NULL ? text : "");
}

static gpointer
read_figures (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_meeting_count (db, *(gint64 *) id, error);
}

static void
mlg_meeting_hold_dispose (GObject *object)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (object);
  GtkWidget *child;

  g_clear_object (&self->agenda);
  g_clear_object (&self->figures);
  g_clear_object (&self->meeting);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_hold_parent_class)->dispose (object);
}

static void
mlg_meeting_hold_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_MEETING_HOLD (object)->rows);
  G_OBJECT_CLASS (mlg_meeting_hold_parent_class)->finalize (object);
}

static void
mlg_meeting_hold_class_init (MlgMeetingHoldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_hold_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_meeting_hold_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-hold.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, agenda_group);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, attendance_row);
}

static void
mlg_meeting_hold_init (MlgMeetingHold *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_hold_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the tab
 *
 * To be called once.
 */
void
mlg_meeting_hold_set_store (MlgMeetingHold *self, MlgStore *store)
{
  static const MlgKind *const agenda[] = { &mlg_meeting_kind,
                                           &mlg_agenda_item_kind,
                                           &mlg_meeting_document_kind,
                                           &mlg_function_kind,
                                           &mlg_person_kind,
                                           &mlg_body_kind,
                                           NULL };
  static const MlgKind *const figures[] = { &mlg_invitation_kind, NULL };

  g_return_if_fail (MLG_IS_MEETING_HOLD (self));

  self->agenda = mlg_live_read_new (store, agenda, mlg_agenda_reading_load,
                                    (GDestroyNotify) mlg_agenda_reading_free);
  g_signal_connect_object (self->agenda, "done", G_CALLBACK (on_agenda_read), self,
                           G_CONNECT_SWAPPED);
  self->figures =
      mlg_live_read_new (store, figures, read_figures, (GDestroyNotify) mlg_meeting_figures_free);
  g_signal_connect_object (self->figures, "done", G_CALLBACK (on_figures_read), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_hold_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting that is shown, kept up to date by its owner
 */
void
mlg_meeting_hold_set_meeting (MlgMeetingHold *self, MlgRecord *meeting)
{
  gint64 id = meeting != NULL ? mlg_record_get_id (meeting) : 0;

  g_return_if_fail (MLG_IS_MEETING_HOLD (self));

  g_set_object (&self->meeting, meeting);
  mlg_live_read_ask_id (self->agenda, id);
  mlg_live_read_ask_id (self->figures, id);
}

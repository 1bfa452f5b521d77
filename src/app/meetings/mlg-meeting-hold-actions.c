/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-meeting.h"
#include "mlg-meeting-going.h"
#include "mlg-meeting-hold-private.h"
#include "mlg-meeting-keys.h"

/* What is done on the day: to start, to go from item to item, to note, to end, to show it large. */

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
is_closed (MlgRecord *item)
{
  return g_strcmp0 (mlg_record_get_text (item, MLG_AGENDA_ITEM_STATE), "closed") == 0;
}

static void
move_to (MlgMeetingHold *self, gint64 item)
{
  mlg_meeting_run_move (mlg_meeting_hold_get_run (self), item, get_now ());
  mlg_meeting_hold_show_all (self);
}

/* The first that is open; the first of all when none is. */
static gint64
find_first_item (MlgMeetingHold *self)
{
  MlgRecord *item;

  for (int i = 0; (item = mlg_meeting_hold_get_item (self, i)) != NULL; i++)
    if (!is_closed (item))
      return mlg_record_get_id (item);
  item = mlg_meeting_hold_get_item (self, 0);
  return item != NULL ? mlg_record_get_id (item) : 0;
}

static void
activate_start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (widget);

  mlg_meeting_run_start (mlg_meeting_hold_get_run (self), find_first_item (self), get_now ());
  mlg_meeting_going_start (widget, self->meeting);
  mlg_meeting_hold_show_all (self);
}

/* What one leaves forwards is dealt with; after the last item one stays. */
static void
activate_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (widget);
  int current = mlg_meeting_hold_get_current (self);
  MlgRecord *item = mlg_meeting_hold_get_item (self, current),
            *next = mlg_meeting_hold_get_item (self, current + 1);

  if (item != NULL && !is_closed (item))
    mlg_meeting_going_close (widget, item, TRUE);
  if (next != NULL)
    move_to (self, mlg_record_get_id (next));
}

static void
activate_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (widget);
  MlgRecord *item = mlg_meeting_hold_get_item (self, mlg_meeting_hold_get_current (self) - 1);

  if (item != NULL)
    move_to (self, mlg_record_get_id (item));
}

static void
activate_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_to (MLG_MEETING_HOLD (widget), g_variant_get_int64 (parameter));
}

static void
activate_close (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (widget);
  MlgRecord *item;

  for (int i = 0; (item = mlg_meeting_hold_get_item (self, i)) != NULL; i++)
    if (mlg_record_get_id (item) == g_variant_get_int64 (parameter))
      {
        mlg_meeting_going_close (widget, item, !is_closed (item));
        return;
      }
}

static void
activate_end (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (widget);

  mlg_meeting_going_end (widget, self->meeting,
                         mlg_meeting_hold_get_item (self, mlg_meeting_hold_get_current (self)));
  mlg_meeting_run_end (mlg_meeting_hold_get_run (self), get_now ());
  mlg_meeting_hold_show_all (self);
}

/* In the window in front, be it this one or the one over the whole screen. */
static void
activate_note (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (widget);
  gboolean there = self->window != NULL && gtk_window_is_active (GTK_WINDOW (self->window));

  mlg_note_taker_begin (there ? mlg_meeting_day_window_get_note_taker (self->window)
                              : self->note_taker,
                        g_variant_get_string (parameter, NULL));
}

static void
activate_attend (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_meeting_attendance_find (MLG_MEETING_HOLD (widget)->attendance);
}

void
mlg_meeting_hold_close_window (MlgMeetingHold *self)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
on_window_gone (MlgMeetingHold *self)
{
  self->window = NULL;
}

static void
activate_full_screen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (widget);

  if (self->window != NULL || self->meeting == NULL)
    {
      mlg_meeting_hold_close_window (self);
      return;
    }
  self->window =
      mlg_meeting_day_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                  mlg_record_get_text (self->meeting, MLG_MEETING_TITLE));
  g_signal_connect_object (self->window, "destroy", G_CALLBACK (on_window_gone), self,
                           G_CONNECT_SWAPPED);
  mlg_meeting_keys_add (GTK_WIDGET (self->window), GTK_WIDGET (self));
  mlg_meeting_hold_place_notes (self);
  mlg_meeting_hold_show_time (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* Every action of the tab, named once. */
void
mlg_meeting_hold_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "hold.start", NULL, activate_start);
  gtk_widget_class_install_action (widget_class, "hold.next", NULL, activate_next);
  gtk_widget_class_install_action (widget_class, "hold.previous", NULL, activate_previous);
  gtk_widget_class_install_action (widget_class, "hold.go", "x", activate_go);
  gtk_widget_class_install_action (widget_class, "hold.close", "x", activate_close);
  gtk_widget_class_install_action (widget_class, "hold.end", NULL, activate_end);
  gtk_widget_class_install_action (widget_class, "hold.note", "s", activate_note);
  gtk_widget_class_install_action (widget_class, "hold.attend", NULL, activate_attend);
  gtk_widget_class_install_action (widget_class, "hold.full-screen", NULL, activate_full_screen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-meeting.h"
#include "mlg-meeting-going.h"
#include "mlg-meeting-hold-private.h"
#include "mlg-meeting-keys.h"

/* What is done on the day: to start, to go from item to item, to note, to end, to show it large. */

static gboolean
is_closed (MlgRecord *item)
{
  return g_strcmp0 (mlg_record_get_text (item, MLG_AGENDA_ITEM_STATE), "closed") == 0;
}

/* Returns: (nullable): the item of the agenda with this id */
static MlgRecord *
find_item (MlgMeetingHold *self, gint64 id)
{
  MlgRecord *item;

  for (int i = 0; (item = mlg_meeting_hold_get_item (self, i)) != NULL; i++)
    if (mlg_record_get_id (item) == id)
      return item;
  return NULL;
}

static void
activate_start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_meeting_going_start (widget, MLG_MEETING_HOLD (widget)->meeting);
}

static void
activate_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_meeting_going_step (widget, MLG_MEETING_HOLD (widget)->meeting,
                          g_str_equal (name, "hold.next") ? 1 : -1);
}

static void
activate_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (widget);
  MlgRecord *item = find_item (self, g_variant_get_int64 (parameter));

  if (item != NULL)
    mlg_meeting_going_go (widget, self->meeting, item);
}

static void
activate_close (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgRecord *item = find_item (MLG_MEETING_HOLD (widget), g_variant_get_int64 (parameter));

  if (item != NULL)
    mlg_meeting_going_close (widget, item, !is_closed (item));
}

static void
activate_end (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_meeting_going_end (widget, MLG_MEETING_HOLD (widget)->meeting);
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
  gtk_widget_class_install_action (widget_class, "hold.next", NULL, activate_step);
  gtk_widget_class_install_action (widget_class, "hold.previous", NULL, activate_step);
  gtk_widget_class_install_action (widget_class, "hold.go", "x", activate_go);
  gtk_widget_class_install_action (widget_class, "hold.close", "x", activate_close);
  gtk_widget_class_install_action (widget_class, "hold.end", NULL, activate_end);
  gtk_widget_class_install_action (widget_class, "hold.note", "s", activate_note);
  gtk_widget_class_install_action (widget_class, "hold.attend", NULL, activate_attend);
  gtk_widget_class_install_action (widget_class, "hold.full-screen", NULL, activate_full_screen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-day-window.h"

#define LINES 320.0 /* pixels that the stage takes at its usual size */

/* The meeting over the whole screen: on the projector when there is one, so that notes are taken on the
 * other; with a line for notes below, so that they can be taken here too. */
struct _MlgMeetingDayWindow
{
  AdwWindow parent_instance;
  MlgMeetingStage *stage;
  MlgNoteTaker *note_taker;
};

G_DEFINE_FINAL_TYPE (MlgMeetingDayWindow, mlg_meeting_day_window, ADW_TYPE_WINDOW)

static void
mlg_meeting_day_window_class_init (MlgMeetingDayWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MLG_TYPE_MEETING_STAGE);
  g_type_ensure (MLG_TYPE_NOTE_TAKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-day-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingDayWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingDayWindow, note_taker);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_meeting_day_window_init (MlgMeetingDayWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Another screen than that of the window, when there is one. */
static GdkMonitor *
find_monitor (GtkWindow *parent)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (parent));
  g_autoptr (GdkMonitor) own = gdk_display_get_monitor_at_surface (display, surface);
  GListModel *monitors = gdk_display_get_monitors (display);

  if (own != NULL)
    g_object_ref (own);
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own)
        return g_steal_pointer (&monitor);
    }
  return g_steal_pointer (&own);
}

/**
 * mlg_meeting_day_window_new:
 * @parent: the window that it belongs to
 * @title: of the meeting
 *
 * Returns: (transfer none): a window over the whole of a screen
 */
MlgMeetingDayWindow *
mlg_meeting_day_window_new (GtkWindow *parent, const char *title)
{
  MlgMeetingDayWindow *self =
      g_object_new (MLG_TYPE_MEETING_DAY_WINDOW, "transient-for", parent, "title", title, NULL);
  g_autoptr (GdkMonitor) monitor = find_monitor (parent);
  GdkRectangle place = { 0 };

  if (monitor == NULL)
    {
      gtk_window_fullscreen (GTK_WINDOW (self));
      return self;
    }
  gdk_monitor_get_geometry (monitor, &place);
  mlg_meeting_stage_set_scale (self->stage, CLAMP (place.height / LINES, 1, 5));
  gtk_window_set_default_size (GTK_WINDOW (self), place.width, place.height);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  return self;
}

/**
 * mlg_meeting_day_window_get_stage:
 *
 * Returns: (transfer none): what everybody sees
 */
MlgMeetingStage *
mlg_meeting_day_window_get_stage (MlgMeetingDayWindow *self)
{
  g_return_val_if_fail (MLG_IS_MEETING_DAY_WINDOW (self), NULL);
  return self->stage;
}

/**
 * mlg_meeting_day_window_get_note_taker:
 *
 * Returns: (transfer none): where notes are taken
 */
MlgNoteTaker *
mlg_meeting_day_window_get_note_taker (MlgMeetingDayWindow *self)
{
  g_return_val_if_fail (MLG_IS_MEETING_DAY_WINDOW (self), NULL);
  return self->note_taker;
}

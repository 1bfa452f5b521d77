/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-again.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-time.h"
#include "meetings/mlg-meeting.h"
#include "mlg-meeting-making.h"

#define FOUR_WEEKS (28 * 24 * 60) /* minutes */

/* A meeting made from another: a copy at another day, or the next one of its series, with what is still
 * open. Four weeks later is proposed. */
struct _MlgMeetingAgain
{
  GtkPopover parent_instance;
  MlgRecord *meeting; /* (owned) (nullable) */
  GtkEditable *day_entry;
  GtkCheckButton *people_check;
};

G_DEFINE_FINAL_TYPE (MlgMeetingAgain, mlg_meeting_again, GTK_TYPE_POPOVER)

static const char *
get_day (MlgMeetingAgain *self)
{
  const char *day = gtk_editable_get_text (self->day_entry);

  return *day != '\0' ? day : NULL;
}

static void
activate_duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingAgain *self = MLG_MEETING_AGAIN (widget);

  gtk_popover_popdown (GTK_POPOVER (self));
  mlg_meeting_making_duplicate (widget, self->meeting, get_day (self),
                                gtk_check_button_get_active (self->people_check));
}

static void
activate_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingAgain *self = MLG_MEETING_AGAIN (widget);

  gtk_popover_popdown (GTK_POPOVER (self));
  mlg_meeting_making_next (widget, self->meeting, get_day (self));
}

static void
mlg_meeting_again_dispose (GObject *object)
{
  g_clear_object (&MLG_MEETING_AGAIN (object)->meeting);
  G_OBJECT_CLASS (mlg_meeting_again_parent_class)->dispose (object);
}

static void
mlg_meeting_again_class_init (MlgMeetingAgainClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_again_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-again.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAgain, day_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAgain, people_check);
  gtk_widget_class_install_action (widget_class, "again.duplicate", NULL, activate_duplicate);
  gtk_widget_class_install_action (widget_class, "again.next", NULL, activate_next);
}

static void
mlg_meeting_again_init (MlgMeetingAgain *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_again_open:
 * @meeting: (transfer none): the meeting that another is made from
 *
 * Lets the person say when.
 */
void
mlg_meeting_again_open (MlgMeetingAgain *self, MlgRecord *meeting)
{
  g_autofree char *later =
      mlg_moment_add_minutes (mlg_record_get_text (meeting, MLG_MEETING_STARTS), FOUR_WEEKS);
  g_autofree char *day = mlg_moment_dup_day (later);
  gboolean follows = !mlg_record_is_null (meeting, MLG_MEETING_SERIES)
                     || !mlg_record_is_null (meeting, MLG_MEETING_GRP);

  g_return_if_fail (MLG_IS_MEETING_AGAIN (self));

  g_set_object (&self->meeting, meeting);
  gtk_editable_set_text (self->day_entry, day != NULL ? day : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "again.next", follows);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->day_entry));
}

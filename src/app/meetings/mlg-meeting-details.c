/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-details.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting.h"
#include "mlg-meeting-follow.h"
#include "mlg-meeting-hold.h"
#include "mlg-meeting-prepare.h"
#include "mlg-meeting-text.h"
#include "widgets/mlg-lazy-bin.h"
#include "widgets/mlg-live-record.h"

/* One meeting: what it is, and three tabs for what is done before, on the day and afterwards. Each tab is
 * made when somebody first looks at it, and is then told of every other meeting that is chosen. */
struct _MlgMeetingDetails
{
  GtkWidget parent_instance;
  MlgStore *store;     /* (unowned) (nullable) it outlives the page */
  MlgLiveRecord *live; /* (owned) (nullable) */
  MlgRecord *followed; /* (owned) (nullable) what the heading follows */

  GtkLabel *name_label;
  GtkLabel *when_label;
  GtkLabel *kind_label;
  AdwViewStack *tabs;
  MlgLazyBin *prepare; /* of MlgMeetingPrepare */
  MlgLazyBin *hold;    /* of MlgMeetingHold */
  MlgLazyBin *follow;  /* of MlgMeetingFollow */
};

G_DEFINE_FINAL_TYPE (MlgMeetingDetails, mlg_meeting_details, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* "Lille, Hôtel de Région": the day, the time and the place in a line. */
static char *
write_when (MlgRecord *meeting)
{
  g_autofree char *when = mlg_meeting_text_when (meeting);
  const char *place = mlg_record_get_text (meeting, MLG_MEETING_PLACE);

  if (when == NULL)
    when = g_strdup (_ ("No date yet"));
  return place != NULL ? g_strdup_printf ("%s · %s", when, place) : g_steal_pointer (&when);
}

static void
show_heading (MlgMeetingDetails *self)
{
  g_autofree char *when = write_when (self->followed);
  g_autofree char *kind = mlg_meeting_text_kind (self->followed);

  set_text (self->name_label, mlg_record_get_text (self->followed, MLG_MEETING_TITLE));
  set_text (self->when_label, when);
  set_text (self->kind_label, kind);
  g_signal_emit (self, changed_signal, 0);
}

static void
tell_tabs (MlgMeetingDetails *self)
{
  GtkWidget *prepare = mlg_lazy_bin_peek (self->prepare);
  GtkWidget *hold = mlg_lazy_bin_peek (self->hold);
  GtkWidget *follow = mlg_lazy_bin_peek (self->follow);

  if (prepare != NULL)
    mlg_meeting_prepare_set_meeting (MLG_MEETING_PREPARE (prepare), self->followed);
  if (hold != NULL)
    mlg_meeting_hold_set_meeting (MLG_MEETING_HOLD (hold), self->followed);
  if (follow != NULL)
    mlg_meeting_follow_set_meeting (MLG_MEETING_FOLLOW_UP (follow), self->followed);
}

static void
on_other_record (MlgMeetingDetails *self)
{
  MlgRecord *meeting = mlg_live_record_get (self->live);

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, show_heading, self);
  g_set_object (&self->followed, meeting);
  tell_tabs (self);
  if (meeting == NULL)
    {
      g_signal_emit (self, changed_signal, 0);
      return;
    }
  g_signal_connect_object (meeting, "notify", G_CALLBACK (show_heading), self, G_CONNECT_SWAPPED);
  show_heading (self);
}

static void
prepare_prepare (MlgMeetingDetails *self, GtkWidget *tab)
{
  mlg_meeting_prepare_set_store (MLG_MEETING_PREPARE (tab), self->store);
  mlg_meeting_prepare_set_meeting (MLG_MEETING_PREPARE (tab), self->followed);
}

static void
prepare_hold (MlgMeetingDetails *self, GtkWidget *tab)
{
  mlg_meeting_hold_set_store (MLG_MEETING_HOLD (tab), self->store);
  mlg_meeting_hold_set_meeting (MLG_MEETING_HOLD (tab), self->followed);
}

static void
prepare_follow (MlgMeetingDetails *self, GtkWidget *tab)
{
  mlg_meeting_follow_set_store (MLG_MEETING_FOLLOW_UP (tab), self->store);
  mlg_meeting_follow_set_meeting (MLG_MEETING_FOLLOW_UP (tab), self->followed);
}

static void
mlg_meeting_details_dispose (GObject *object)
{
  MlgMeetingDetails *self = MLG_MEETING_DETAILS (object);
  GtkWidget *child;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, show_heading, self);
  g_clear_object (&self->followed);
  g_clear_object (&self->live);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_details_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MLG_TYPE_LAZY_BIN);
  g_type_ensure (MLG_TYPE_MEETING_PREPARE);
  g_type_ensure (MLG_TYPE_MEETING_HOLD);
  g_type_ensure (MLG_TYPE_MEETING_FOLLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingDetails, when_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingDetails, kind_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingDetails, tabs);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingDetails, prepare);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingDetails, hold);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingDetails, follow);
  gtk_widget_class_bind_template_callback (widget_class, prepare_prepare);
  gtk_widget_class_bind_template_callback (widget_class, prepare_hold);
  gtk_widget_class_bind_template_callback (widget_class, prepare_follow);
}

static void
mlg_meeting_details_class_init (MlgMeetingDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_details_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);

  /**
   * MlgMeetingDetails::changed:
   *
   * It is another meeting, or none any more, or it says something else.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_MEETING_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_meeting_details_init (MlgMeetingDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_details_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the details
 *
 * To be called once.
 */
void
mlg_meeting_details_set_store (MlgMeetingDetails *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_MEETING_DETAILS (self));

  self->store = store;
  self->live = mlg_live_record_new (store, &mlg_meeting_kind);
  g_signal_connect_object (self->live, "changed", G_CALLBACK (on_other_record), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_details_set_id:
 * @id: a meeting; 0 for none
 */
void
mlg_meeting_details_set_id (MlgMeetingDetails *self, gint64 id)
{
  g_return_if_fail (MLG_IS_MEETING_DETAILS (self));
  mlg_live_record_set_id (self->live, id);
}

/**
 * mlg_meeting_details_get_meeting:
 *
 * Returns: (transfer none) (nullable): the meeting that is shown
 */
MlgRecord *
mlg_meeting_details_get_meeting (MlgMeetingDetails *self)
{
  g_return_val_if_fail (MLG_IS_MEETING_DETAILS (self), NULL);
  return self->followed;
}

/**
 * mlg_meeting_details_get_tabs:
 *
 * Returns: (transfer none): the tabs "prepare", "hold" and "follow", for a switcher
 */
AdwViewStack *
mlg_meeting_details_get_tabs (MlgMeetingDetails *self)
{
  g_return_val_if_fail (MLG_IS_MEETING_DETAILS (self), NULL);
  return self->tabs;
}

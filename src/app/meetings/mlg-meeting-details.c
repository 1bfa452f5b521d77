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

/* One meeting: what it is, and three tabs for what is done before, on the day and afterwards. Each tab is
 * made when somebody first looks at it, and is then told of every other meeting that is chosen. */
struct _MlgMeetingDetails
{
  MlgRecordDetails parent_instance;

  GtkLabel *when_label;
  GtkLabel *kind_label;
  AdwViewStack *tabs;
  MlgLazyBin *prepare; /* of MlgMeetingPrepare */
  MlgLazyBin *hold;    /* of MlgMeetingHold */
  MlgLazyBin *follow;  /* of MlgMeetingFollow */
};

G_DEFINE_FINAL_TYPE (MlgMeetingDetails, mlg_meeting_details, MLG_TYPE_RECORD_DETAILS)

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
prepare_prepare (MlgRecordDetails *details, GtkWidget *tab)
{
  mlg_meeting_prepare_set_store (MLG_MEETING_PREPARE (tab), mlg_record_details_get_store (details));
  mlg_meeting_prepare_set_meeting (MLG_MEETING_PREPARE (tab),
                                   mlg_record_details_get_record (details));
}

static void
prepare_hold (MlgRecordDetails *details, GtkWidget *tab)
{
  mlg_meeting_hold_set_store (MLG_MEETING_HOLD (tab), mlg_record_details_get_store (details));
  mlg_meeting_hold_set_meeting (MLG_MEETING_HOLD (tab), mlg_record_details_get_record (details));
}

static void
prepare_follow (MlgRecordDetails *details, GtkWidget *tab)
{
  mlg_meeting_follow_set_store (MLG_MEETING_FOLLOW_UP (tab),
                                mlg_record_details_get_store (details));
  mlg_meeting_follow_set_meeting (MLG_MEETING_FOLLOW_UP (tab),
                                  mlg_record_details_get_record (details));
}

static void
mlg_meeting_details_choose (MlgRecordDetails *details, MlgRecord *meeting)
{
  MlgMeetingDetails *self = MLG_MEETING_DETAILS (details);
  GtkWidget *prepare = mlg_lazy_bin_peek (self->prepare);
  GtkWidget *hold = mlg_lazy_bin_peek (self->hold);
  GtkWidget *follow = mlg_lazy_bin_peek (self->follow);

  if (prepare != NULL)
    mlg_meeting_prepare_set_meeting (MLG_MEETING_PREPARE (prepare), meeting);
  if (hold != NULL)
    mlg_meeting_hold_set_meeting (MLG_MEETING_HOLD (hold), meeting);
  if (follow != NULL)
    mlg_meeting_follow_set_meeting (MLG_MEETING_FOLLOW_UP (follow), meeting);
}

static void
mlg_meeting_details_describe (MlgRecordDetails *details, MlgRecord *meeting)
{
  MlgMeetingDetails *self = MLG_MEETING_DETAILS (details);
  g_autofree char *when = meeting != NULL ? write_when (meeting) : NULL;
  g_autofree char *kind = meeting != NULL ? mlg_meeting_text_kind (meeting) : NULL;

  if (meeting == NULL)
    return;
  set_text (self->when_label, when);
  set_text (self->kind_label, kind);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MLG_TYPE_LAZY_BIN);
  g_type_ensure (MLG_TYPE_MEETING_PREPARE);
  g_type_ensure (MLG_TYPE_MEETING_HOLD);
  g_type_ensure (MLG_TYPE_MEETING_FOLLOW);
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
  MlgRecordDetailsClass *details_class = MLG_RECORD_DETAILS_CLASS (klass);

  details_class->choose = mlg_meeting_details_choose;
  details_class->describe = mlg_meeting_details_describe;
  mlg_record_details_class_set_up (details_class, &mlg_meeting_kind,
                                   "/org/maillage/meetings/mlg-meeting-details.ui");
  bind_template (widget_class);
}

static void
mlg_meeting_details_init (MlgMeetingDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-prepare.h"

#include <adwaita.h>

#include "mlg-meeting-facts.h"

/* The tab of what is done before a meeting, in sections that each read and write by themselves. */
struct _MlgMeetingPrepare
{
  GtkWidget parent_instance;
  MlgMeetingFacts *facts;
};

G_DEFINE_FINAL_TYPE (MlgMeetingPrepare, mlg_meeting_prepare, GTK_TYPE_WIDGET)

static void
mlg_meeting_prepare_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_prepare_parent_class)->dispose (object);
}

static void
mlg_meeting_prepare_class_init (MlgMeetingPrepareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_prepare_dispose;
  g_type_ensure (MLG_TYPE_MEETING_FACTS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-prepare.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPrepare, facts);
}

static void
mlg_meeting_prepare_init (MlgMeetingPrepare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_prepare_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the tab
 *
 * To be called once.
 */
void
mlg_meeting_prepare_set_store (MlgMeetingPrepare *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_MEETING_PREPARE (self));
  mlg_meeting_facts_set_store (self->facts, store);
}

/**
 * mlg_meeting_prepare_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting that is shown, kept up to date by its owner
 */
void
mlg_meeting_prepare_set_meeting (MlgMeetingPrepare *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_MEETING_PREPARE (self));
  mlg_meeting_facts_set_meeting (self->facts, meeting);
}

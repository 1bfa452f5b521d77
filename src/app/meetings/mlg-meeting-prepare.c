/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-prepare.h"

#include <adwaita.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-outcome.h"
#include "dossier/mlg-dossier-check.h"
#include "mlg-agenda-editor.h"
#include "mlg-meeting-examples.h"
#include "mlg-meeting-facts.h"
#include "mlg-meeting-hearing.h"
#include "mlg-meeting-lacks.h"
#include "mlg-meeting-papers.h"
#include "mlg-meeting-people.h"
#include "mlg-meeting-training.h"
#include "widgets/mlg-host.h"

/* The tab of what is done before a meeting, in sections that each read and write by themselves. */
struct _MlgMeetingPrepare
{
  GtkWidget parent_instance;
  MlgRecord *meeting; /* (owned) (nullable) */
  MlgMeetingLacks *lacks;
  MlgMeetingFacts *facts;
  MlgAgendaEditor *agenda;
  MlgMeetingHearing *hearing;
  MlgMeetingTraining *training;
  MlgMeetingExamples *examples;
  MlgMeetingPeople *people;
  MlgMeetingPapers *papers;
};

G_DEFINE_FINAL_TYPE (MlgMeetingPrepare, mlg_meeting_prepare, GTK_TYPE_WIDGET)

static void
go_to_place (MlgMeetingPrepare *self, const char *place)
{
  if (place == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "meetings.tab", "s", "hold");
  else if (g_str_equal (place, MLG_LACK_AGENDA))
    mlg_agenda_editor_add (self->agenda);
  else if (g_str_equal (place, MLG_LACK_PEOPLE) || g_str_equal (place, MLG_LACK_DEPARTEMENT))
    mlg_meeting_people_invite (self->people);
  else if (g_str_equal (place, MLG_LACK_EXAMPLES))
    mlg_meeting_examples_choose (self->examples);
  else
    mlg_meeting_facts_edit (self->facts, place);
}

/* To where something that is missing is mended: here, in another tab, or in another room. */
static void
on_lack_wanted (MlgMeetingPrepare *self, const MlgMeetingLack *lack)
{
  if (lack->kind == &mlg_meeting_kind)
    go_to_place (self, lack->field);
  else if (lack->kind == &mlg_agenda_item_kind)
    mlg_agenda_editor_edit (self->agenda, lack->id, lack->field);
  else if (lack->kind == &mlg_outcome_kind)
    gtk_widget_activate_action (GTK_WIDGET (self), "meetings.tab", "s", "follow");
  else
    mlg_host_show_record (mlg_host_find (GTK_WIDGET (self)), lack->kind, lack->id);
}

static gboolean
is_of_type (MlgRecord *meeting, const char *type)
{
  return meeting != NULL && g_strcmp0 (mlg_record_get_text (meeting, MLG_MEETING_TYPE), type) == 0;
}

/* What only a meeting of some kind has. */
static void
show_kind (MlgMeetingPrepare *self, MlgRecord *meeting)
{
  gboolean hearing = is_of_type (meeting, "hearing");
  gboolean training = is_of_type (meeting, "training");

  mlg_meeting_hearing_set_meeting (self->hearing, hearing ? mlg_record_get_id (meeting) : 0);
  mlg_meeting_training_set_meeting (self->training, training ? meeting : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hearing), hearing);
  gtk_widget_set_visible (GTK_WIDGET (self->training), training);
}

static void
on_type_changed (MlgMeetingPrepare *self)
{
  show_kind (self, self->meeting);
}

static void
forget_meeting (MlgMeetingPrepare *self)
{
  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_func (self->meeting, on_type_changed, self);
  g_clear_object (&self->meeting);
}

static void
mlg_meeting_prepare_dispose (GObject *object)
{
  GtkWidget *child;

  forget_meeting (MLG_MEETING_PREPARE (object));
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
  g_type_ensure (MLG_TYPE_MEETING_LACKS);
  g_type_ensure (MLG_TYPE_AGENDA_EDITOR);
  g_type_ensure (MLG_TYPE_MEETING_HEARING);
  g_type_ensure (MLG_TYPE_MEETING_TRAINING);
  g_type_ensure (MLG_TYPE_MEETING_EXAMPLES);
  g_type_ensure (MLG_TYPE_MEETING_PEOPLE);
  g_type_ensure (MLG_TYPE_MEETING_PAPERS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-prepare.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPrepare, lacks);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPrepare, facts);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPrepare, agenda);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPrepare, hearing);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPrepare, training);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPrepare, examples);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPrepare, people);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPrepare, papers);
  gtk_widget_class_bind_template_callback (widget_class, on_lack_wanted);
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
  mlg_meeting_lacks_set_store (self->lacks, store);
  mlg_meeting_facts_set_store (self->facts, store);
  mlg_agenda_editor_set_store (self->agenda, store);
  mlg_meeting_hearing_set_preparing (self->hearing, TRUE);
  mlg_meeting_hearing_set_store (self->hearing, store);
  mlg_meeting_training_set_store (self->training, store);
  mlg_meeting_examples_set_store (self->examples, store);
  mlg_meeting_people_set_store (self->people, store);
  mlg_meeting_papers_set_store (self->papers, store);
}

/**
 * mlg_meeting_prepare_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting that is shown, kept up to date by its owner
 */
void
mlg_meeting_prepare_set_meeting (MlgMeetingPrepare *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_MEETING_PREPARE (self));
  mlg_meeting_lacks_set_meeting (self->lacks, meeting);
  mlg_meeting_facts_set_meeting (self->facts, meeting);
  mlg_agenda_editor_set_meeting (self->agenda, meeting);
  mlg_meeting_examples_set_meeting (self->examples, meeting);
  forget_meeting (self);
  g_set_object (&self->meeting, meeting);
  if (meeting != NULL)
    g_signal_connect_object (meeting, "notify::type", G_CALLBACK (on_type_changed), self,
                             G_CONNECT_SWAPPED);
  show_kind (self, meeting);
  mlg_meeting_people_set_meeting (self->people, meeting);
  mlg_meeting_papers_set_meeting (self->papers, meeting);
}

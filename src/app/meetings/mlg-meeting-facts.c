/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-facts.h"

#include <adwaita.h>

#include "mlg-meeting-commit.h"
#include "mlg-meeting-state-row.h"
#include "mlg-meeting-text.h"
#include "widgets/mlg-field-form.h"

/* What is known of a meeting: read first, changed in place. What matters before every meeting stands in
 * sight; the rest waits in a second group. */
struct _MlgMeetingFacts
{
  GtkWidget parent_instance;
  MlgFieldForm *form; /* (owned) (nullable) */
  GtkWidget *groups;
  MlgMeetingStateRow *state_row;
  AdwExpanderRow *more_row;
};

G_DEFINE_FINAL_TYPE (MlgMeetingFacts, mlg_meeting_facts, GTK_TYPE_WIDGET)

static const char *const fields[] = {
  "title",
  "type",
  "starts",
  "ends",
  "all_day",
  "place",
  "address",
  "link",
  "series",
  "number",
  "grp",
  "organiser",
  "sponsor",
  "objective",
  "reply_by",
  "chair",
  "reply_address",
  "secretary",
  "convened_on",
  "notes",
  "sponsor_person",
  "signatory",
  "signatory_function",
  "time_zone",
  "law_checked_on",
  NULL,
};

static void
mlg_meeting_facts_dispose (GObject *object)
{
  MlgMeetingFacts *self = MLG_MEETING_FACTS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (mlg_meeting_facts_parent_class)->dispose (object);
}

static void
mlg_meeting_facts_class_init (MlgMeetingFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_facts_dispose;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_MEETING_STATE_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFacts, groups);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFacts, state_row);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFacts, more_row);
}

static void
mlg_meeting_facts_init (MlgMeetingFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_facts_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_meeting_facts_set_store (MlgMeetingFacts *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_MEETING_FACTS (self));

  self->form = mlg_field_form_new (self->groups, store);
  mlg_meeting_commit_fields (self->form, fields);
  mlg_field_row_set_format (mlg_field_form_get_row (self->form, "starts"), mlg_meeting_text_start);
  mlg_field_row_set_format (mlg_field_form_get_row (self->form, "ends"), mlg_meeting_text_start);
  mlg_meeting_state_row_set_store (self->state_row, store);
}

/**
 * mlg_meeting_facts_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting that is shown, and followed
 */
void
mlg_meeting_facts_set_meeting (MlgMeetingFacts *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_MEETING_FACTS (self));

  mlg_field_form_set_record (self->form, meeting);
  mlg_meeting_state_row_set_meeting (self->state_row, meeting);
}

/**
 * mlg_meeting_facts_edit:
 * @field: the name of a field
 *
 * Begins to change a field, wherever it stands.
 */
void
mlg_meeting_facts_edit (MlgMeetingFacts *self, const char *field)
{
  MlgFieldRow *row;

  g_return_if_fail (MLG_IS_MEETING_FACTS (self));

  row = mlg_field_form_get_row (self->form, field);
  if (row == NULL)
    return;
  if (gtk_widget_is_ancestor (GTK_WIDGET (row), GTK_WIDGET (self->more_row)))
    adw_expander_row_set_expanded (self->more_row, TRUE);
  mlg_field_row_edit (row);
}

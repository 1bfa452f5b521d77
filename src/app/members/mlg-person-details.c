/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-person-details.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-person.h"
#include "mlg-function-adder.h"
#include "mlg-group-adder.h"
#include "mlg-link-section.h"
#include "mlg-person-privacy.h"
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-live-record.h"
#include "widgets/mlg-record-history.h"

/* All about one person: read first, changed in place. */
struct _MlgPersonDetails
{
  GtkWidget parent_instance;
  MlgStore *store;     /* (unowned) (nullable) it outlives the page */
  MlgLiveRecord *live; /* (owned) (nullable) */
  MlgFieldForm *form;  /* (owned) (nullable) */
  MlgRecord *followed; /* (owned) (nullable) */

  GtkWidget *sections;
  GtkLabel *name_label;
  MlgLinkSection *functions;
  MlgFunctionAdder *function_adder;
  MlgLinkSection *groups;
  MlgGroupAdder *group_adder;
  MlgRecordHistory *history;
};

G_DEFINE_FINAL_TYPE (MlgPersonDetails, mlg_person_details, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
tell (MlgPersonDetails *self)
{
  g_autofree char *name = self->followed != NULL ? mlg_record_dup_name (self->followed) : NULL;

  gtk_label_set_text (self->name_label, name != NULL ? name : "");
  g_signal_emit (self, changed_signal, 0);
}

static void
unfollow (MlgPersonDetails *self)
{
  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, tell, self);
}

static void
on_other_record (MlgPersonDetails *self)
{
  MlgRecord *person = mlg_live_record_get (self->live);
  gint64 id = person != NULL ? mlg_record_get_id (person) : 0;

  unfollow (self);
  g_set_object (&self->followed, person);
  mlg_field_form_set_record (self->form, person);
  mlg_link_section_set_id (self->functions, id);
  mlg_link_section_set_id (self->groups, id);
  mlg_function_adder_set_person (self->function_adder, id);
  mlg_group_adder_set_member (self->group_adder, &mlg_person_kind, id);
  mlg_record_history_set_record (self->history, self->store, &mlg_person_kind, id);
  if (person != NULL)
    g_signal_connect_object (person, "notify", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  tell (self);
}

static void
activate_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_person_privacy_export (MLG_PERSON_DETAILS (widget));
}

static void
activate_erase (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_person_privacy_erase (MLG_PERSON_DETAILS (widget));
}

static void
mlg_person_details_dispose (GObject *object)
{
  MlgPersonDetails *self = MLG_PERSON_DETAILS (object);
  GtkWidget *child;

  unfollow (self);
  g_clear_object (&self->followed);
  g_clear_object (&self->live);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (mlg_person_details_parent_class)->dispose (object);
}

static void
mlg_person_details_class_init (MlgPersonDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_person_details_dispose;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_LINK_SECTION);
  g_type_ensure (MLG_TYPE_FUNCTION_ADDER);
  g_type_ensure (MLG_TYPE_GROUP_ADDER);
  g_type_ensure (MLG_TYPE_RECORD_HISTORY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-person-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgPersonDetails, sections);
  gtk_widget_class_bind_template_child (widget_class, MlgPersonDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, MlgPersonDetails, functions);
  gtk_widget_class_bind_template_child (widget_class, MlgPersonDetails, function_adder);
  gtk_widget_class_bind_template_child (widget_class, MlgPersonDetails, groups);
  gtk_widget_class_bind_template_child (widget_class, MlgPersonDetails, group_adder);
  gtk_widget_class_bind_template_child (widget_class, MlgPersonDetails, history);
  gtk_widget_class_install_action (widget_class, "person.export", NULL, activate_export);
  gtk_widget_class_install_action (widget_class, "person.erase", NULL, activate_erase);

  /**
   * MlgPersonDetails::changed:
   *
   * It is another person, or nobody any more, or they are said to be otherwise.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_PERSON_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_person_details_init (MlgPersonDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_person_details_set_store:
 * @store: (transfer none): where the people are; it must outlive the details
 *
 * To be called once.
 */
void
mlg_person_details_set_store (MlgPersonDetails *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_PERSON_DETAILS (self));

  self->store = store;
  self->form = mlg_field_form_new (self->sections, store);
  mlg_link_section_set_kind (self->functions, MLG_LINKS_FUNCTIONS, store);
  mlg_link_section_set_kind (self->groups, MLG_LINKS_GROUPS_OF_PERSON, store);
  mlg_function_adder_set_store (self->function_adder, store);
  mlg_group_adder_set_store (self->group_adder, store);
  self->live = mlg_live_record_new (store, &mlg_person_kind);
  g_signal_connect_object (self->live, "changed", G_CALLBACK (on_other_record), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_person_details_set_id:
 * @id: a person; 0 for nobody
 */
void
mlg_person_details_set_id (MlgPersonDetails *self, gint64 id)
{
  g_return_if_fail (MLG_IS_PERSON_DETAILS (self));
  mlg_live_record_set_id (self->live, id);
}

/**
 * mlg_person_details_get_person:
 *
 * Returns: (transfer none) (nullable): the person who is shown
 */
MlgRecord *
mlg_person_details_get_person (MlgPersonDetails *self)
{
  g_return_val_if_fail (MLG_IS_PERSON_DETAILS (self), NULL);
  return self->followed;
}

/**
 * mlg_person_details_set_show_empty:
 * @show_empty: whether fields that say nothing are shown too
 */
void
mlg_person_details_set_show_empty (MlgPersonDetails *self, gboolean show_empty)
{
  g_return_if_fail (MLG_IS_PERSON_DETAILS (self));
  mlg_field_form_set_show_empty (self->form, show_empty);
}

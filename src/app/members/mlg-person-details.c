/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-person-details.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-person.h"
#include "mlg-function-adder.h"
#include "mlg-group-adder.h"
#include "mlg-link-section.h"
#include "mlg-person-privacy.h"

/* All about one person: read first, changed in place. */
struct _MlgPersonDetails
{
  MlgRecordDetails parent_instance;

  MlgLinkSection *functions;
  MlgFunctionAdder *function_adder;
  MlgLinkSection *groups;
  MlgGroupAdder *group_adder;
};

G_DEFINE_FINAL_TYPE (MlgPersonDetails, mlg_person_details, MLG_TYPE_RECORD_DETAILS)

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
mlg_person_details_prepare (MlgRecordDetails *details, MlgStore *store)
{
  MlgPersonDetails *self = MLG_PERSON_DETAILS (details);

  mlg_link_section_set_kind (self->functions, MLG_LINKS_FUNCTIONS, store);
  mlg_link_section_set_kind (self->groups, MLG_LINKS_GROUPS_OF_PERSON, store);
  mlg_function_adder_set_store (self->function_adder, store);
  mlg_group_adder_set_store (self->group_adder, store);
}

static void
mlg_person_details_choose (MlgRecordDetails *details, MlgRecord *person)
{
  MlgPersonDetails *self = MLG_PERSON_DETAILS (details);
  gint64 id = person != NULL ? mlg_record_get_id (person) : 0;

  mlg_link_section_set_id (self->functions, id);
  mlg_link_section_set_id (self->groups, id);
  mlg_function_adder_set_person (self->function_adder, id);
  mlg_group_adder_set_member (self->group_adder, &mlg_person_kind, id);
}

static void
mlg_person_details_class_init (MlgPersonDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgRecordDetailsClass *details_class = MLG_RECORD_DETAILS_CLASS (klass);

  details_class->prepare = mlg_person_details_prepare;
  details_class->choose = mlg_person_details_choose;
  g_type_ensure (MLG_TYPE_LINK_SECTION);
  g_type_ensure (MLG_TYPE_FUNCTION_ADDER);
  g_type_ensure (MLG_TYPE_GROUP_ADDER);
  mlg_record_details_class_set_up (details_class, &mlg_person_kind,
                                   "/org/maillage/members/mlg-person-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgPersonDetails, functions);
  gtk_widget_class_bind_template_child (widget_class, MlgPersonDetails, function_adder);
  gtk_widget_class_bind_template_child (widget_class, MlgPersonDetails, groups);
  gtk_widget_class_bind_template_child (widget_class, MlgPersonDetails, group_adder);
  gtk_widget_class_install_action (widget_class, "person.export", NULL, activate_export);
  gtk_widget_class_install_action (widget_class, "person.erase", NULL, activate_erase);
}

static void
mlg_person_details_init (MlgPersonDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

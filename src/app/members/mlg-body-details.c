/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-body-details.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-member-edit.h"
#include "mlg-body-text.h"
#include "mlg-function-adder.h"
#include "mlg-group-adder.h"
#include "mlg-link-section.h"
#include "widgets/mlg-host.h"

/* All about one body: read first, changed in place. */
struct _MlgBodyDetails
{
  MlgRecordDetails parent_instance;

  GtkLabel *kind_label;
  GtkLabel *identifier_label;
  GtkLabel *status_label;
  MlgLinkSection *people;
  MlgFunctionAdder *function_adder;
  MlgLinkSection *groups;
  MlgGroupAdder *group_adder;
};

G_DEFINE_FINAL_TYPE (MlgBodyDetails, mlg_body_details, MLG_TYPE_RECORD_DETAILS)

static char *
join (const char *first, const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second != NULL ? second : "");
  if (second == NULL || *second == '\0')
    return g_strdup (first);
  return g_strconcat (first, " · ", second, NULL);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_kind (MlgBodyDetails *self, MlgRecord *body)
{
  g_autofree char *category = mlg_record_dup_display (body, MLG_BODY_CATEGORY);
  g_autofree char *people =
      mlg_record_is_null (body, MLG_BODY_POPULATION)
          ? NULL
          : mlg_body_text_population (mlg_record_get_integer (body, MLG_BODY_POPULATION));
  g_autofree char *text = join (category, people);

  set_text (self->kind_label, text);
}

static void
show_identifiers (MlgBodyDetails *self, MlgRecord *body)
{
  g_autofree char *number = mlg_identifier_display (mlg_record_get_text (body, MLG_BODY_SIREN));
  const char *code = mlg_record_get_text (body, MLG_BODY_INSEE);
  g_autofree char *siren = number != NULL ? g_strdup_printf ("SIREN %s", number) : NULL;
  g_autofree char *insee = code != NULL ? g_strdup_printf ("INSEE %s", code) : NULL;
  g_autofree char *text = join (siren, insee);

  set_text (self->identifier_label, text);
}

/* "Member since 3 March 2024": the title of the date of its status, and the date. */
static void
show_status (MlgBodyDetails *self, MlgRecord *body)
{
  const char *status = mlg_record_get_text (body, MLG_BODY_STATUS);
  int field = mlg_body_get_status_date_field (status);
  g_autofree char *date = field >= 0 ? mlg_record_dup_display (body, (guint) field) : NULL;
  g_autofree char *text = NULL;

  if (date != NULL && *date != '\0')
    /* Translators: the title of a date, and the date: “Member since 3 March 2024”. */
    text = g_strdup_printf (C_ ("date", "%s %s"), _ (mlg_body_kind.fields[field].title), date);
  else
    text = mlg_record_dup_display (body, MLG_BODY_STATUS);
  set_text (self->status_label, text);
}

/* A change of status sets its date. */
typedef struct
{
  gint64 id;
  char *status; /* (owned) (nullable) */
} StatusChange;

static void
status_change_free (gpointer data)
{
  g_free (((StatusChange *) data)->status);
  g_free (data);
}

static gboolean
write_status (MlgConnection *db, gpointer data, GError **error)
{
  StatusChange *change = data;

  return mlg_body_set_status (db, change->id, change->status, NULL, error);
}

static gboolean
commit_status (GtkWidget *row, MlgRecord *body, guint field, const char *text, GError **error)
{
  StatusChange *change;
  g_autofree char *name = NULL;
  const char *title;

  if (g_strcmp0 (text, mlg_record_get_text (body, field)) == 0)
    return TRUE;
  title = text != NULL ? mlg_code_list_get_title (&mlg_body_statuses, text) : _ ("none");
  /* Translators: an action: the name of a body and the title of a status. */
  name = g_strdup_printf (_ ("Set the status of %s to “%s”"),
                          mlg_record_get_text (body, MLG_BODY_NAME), title);
  change = g_new0 (StatusChange, 1);
  change->id = mlg_record_get_id (body);
  change->status = g_strdup (text);
  mlg_host_act (mlg_host_find (row), name, write_status, change, status_change_free, NULL);
  return TRUE;
}

static void
mlg_body_details_prepare (MlgRecordDetails *details, MlgStore *store)
{
  MlgBodyDetails *self = MLG_BODY_DETAILS (details);
  MlgFieldForm *form = mlg_record_details_get_form (details);

  mlg_field_row_set_format (mlg_field_form_get_row (form, "siren"), mlg_body_text_identifier);
  mlg_field_row_set_format (mlg_field_form_get_row (form, "siret"), mlg_body_text_identifier);
  mlg_field_row_set_format (mlg_field_form_get_row (form, "epci"), mlg_body_text_identifier);
  mlg_field_row_set_commit (mlg_field_form_get_row (form, "status"), commit_status);
  mlg_link_section_set_kind (self->people, MLG_LINKS_PEOPLE, store);
  mlg_link_section_set_kind (self->groups, MLG_LINKS_GROUPS_OF_BODY, store);
  mlg_function_adder_set_store (self->function_adder, store);
  mlg_group_adder_set_store (self->group_adder, store);
}

static void
mlg_body_details_choose (MlgRecordDetails *details, MlgRecord *body)
{
  MlgBodyDetails *self = MLG_BODY_DETAILS (details);
  gint64 id = body != NULL ? mlg_record_get_id (body) : 0;

  mlg_link_section_set_id (self->people, id);
  mlg_link_section_set_id (self->groups, id);
  mlg_function_adder_set_body (self->function_adder, id);
  mlg_group_adder_set_member (self->group_adder, &mlg_body_kind, id);
}

static void
mlg_body_details_describe (MlgRecordDetails *details, MlgRecord *body)
{
  MlgBodyDetails *self = MLG_BODY_DETAILS (details);

  if (body == NULL)
    return;
  show_kind (self, body);
  show_identifiers (self, body);
  show_status (self, body);
}

static void
mlg_body_details_class_init (MlgBodyDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgRecordDetailsClass *details_class = MLG_RECORD_DETAILS_CLASS (klass);

  details_class->prepare = mlg_body_details_prepare;
  details_class->choose = mlg_body_details_choose;
  details_class->describe = mlg_body_details_describe;
  g_type_ensure (MLG_TYPE_LINK_SECTION);
  g_type_ensure (MLG_TYPE_FUNCTION_ADDER);
  g_type_ensure (MLG_TYPE_GROUP_ADDER);
  mlg_record_details_class_set_up (details_class, &mlg_body_kind,
                                   "/org/maillage/members/mlg-body-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, kind_label);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, identifier_label);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, status_label);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, people);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, function_adder);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, groups);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, group_adder);
}

static void
mlg_body_details_init (MlgBodyDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

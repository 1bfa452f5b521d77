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
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-record.h"
#include "widgets/mlg-record-history.h"

/* All about one body: read first, changed in place. */
struct _MlgBodyDetails
{
  GtkWidget parent_instance;
  MlgStore *store;     /* (unowned) (nullable) it outlives the page */
  MlgLiveRecord *live; /* (owned) (nullable) */
  MlgFieldForm *form;  /* (owned) (nullable) */
  MlgRecord *followed; /* (owned) (nullable) what the heading follows */

  GtkWidget *sections;
  GtkLabel *name_label;
  GtkLabel *kind_label;
  GtkLabel *identifier_label;
  GtkLabel *status_label;
  MlgLinkSection *people;
  MlgFunctionAdder *function_adder;
  MlgLinkSection *groups;
  MlgGroupAdder *group_adder;
  MlgRecordHistory *history;
};

G_DEFINE_FINAL_TYPE (MlgBodyDetails, mlg_body_details, GTK_TYPE_WIDGET)

static guint changed_signal;

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

static void
show_heading (MlgBodyDetails *self)
{
  g_autofree char *name = mlg_record_dup_name (self->followed);

  set_text (self->name_label, name);
  show_kind (self, self->followed);
  show_identifiers (self, self->followed);
  show_status (self, self->followed);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_other_record (MlgBodyDetails *self)
{
  MlgRecord *body = mlg_live_record_get (self->live);
  gint64 id = body != NULL ? mlg_record_get_id (body) : 0;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, show_heading, self);
  g_set_object (&self->followed, body);
  mlg_field_form_set_record (self->form, body);
  mlg_link_section_set_id (self->people, id);
  mlg_link_section_set_id (self->groups, id);
  mlg_function_adder_set_body (self->function_adder, id);
  mlg_group_adder_set_member (self->group_adder, &mlg_body_kind, id);
  mlg_record_history_set_record (self->history, self->store, &mlg_body_kind, id);
  if (body == NULL)
    {
      g_signal_emit (self, changed_signal, 0);
      return;
    }
  g_signal_connect_object (body, "notify", G_CALLBACK (show_heading), self, G_CONNECT_SWAPPED);
  show_heading (self);
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
mlg_body_details_dispose (GObject *object)
{
  MlgBodyDetails *self = MLG_BODY_DETAILS (object);
  GtkWidget *child;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, show_heading, self);
  g_clear_object (&self->followed);
  g_clear_object (&self->live);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (mlg_body_details_parent_class)->dispose (object);
}

static void
mlg_body_details_class_init (MlgBodyDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_body_details_dispose;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_LINK_SECTION);
  g_type_ensure (MLG_TYPE_FUNCTION_ADDER);
  g_type_ensure (MLG_TYPE_GROUP_ADDER);
  g_type_ensure (MLG_TYPE_RECORD_HISTORY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-body-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, sections);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, kind_label);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, identifier_label);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, status_label);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, people);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, function_adder);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, groups);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, group_adder);
  gtk_widget_class_bind_template_child (widget_class, MlgBodyDetails, history);

  /**
   * MlgBodyDetails::changed:
   *
   * It is another body, or none any more, or it says something else.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_BODY_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_body_details_init (MlgBodyDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_body_details_set_store:
 * @store: (transfer none): where the bodies are; it must outlive the details
 *
 * To be called once.
 */
void
mlg_body_details_set_store (MlgBodyDetails *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_BODY_DETAILS (self));

  self->store = store;
  self->form = mlg_field_form_new (self->sections, store);
  mlg_field_row_set_format (mlg_field_form_get_row (self->form, "siren"), mlg_body_text_identifier);
  mlg_field_row_set_format (mlg_field_form_get_row (self->form, "siret"), mlg_body_text_identifier);
  mlg_field_row_set_format (mlg_field_form_get_row (self->form, "epci"), mlg_body_text_identifier);
  mlg_field_row_set_commit (mlg_field_form_get_row (self->form, "status"), commit_status);
  mlg_link_section_set_kind (self->people, MLG_LINKS_PEOPLE, store);
  mlg_link_section_set_kind (self->groups, MLG_LINKS_GROUPS_OF_BODY, store);
  mlg_function_adder_set_store (self->function_adder, store);
  mlg_group_adder_set_store (self->group_adder, store);
  self->live = mlg_live_record_new (store, &mlg_body_kind);
  g_signal_connect_object (self->live, "changed", G_CALLBACK (on_other_record), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_body_details_set_id:
 * @id: a body; 0 for none
 */
void
mlg_body_details_set_id (MlgBodyDetails *self, gint64 id)
{
  g_return_if_fail (MLG_IS_BODY_DETAILS (self));
  mlg_live_record_set_id (self->live, id);
}

/**
 * mlg_body_details_get_body:
 *
 * Returns: (transfer none) (nullable): the body that is shown
 */
MlgRecord *
mlg_body_details_get_body (MlgBodyDetails *self)
{
  g_return_val_if_fail (MLG_IS_BODY_DETAILS (self), NULL);
  return self->followed;
}

/**
 * mlg_body_details_set_show_empty:
 * @show_empty: whether fields that say nothing are shown too
 */
void
mlg_body_details_set_show_empty (MlgBodyDetails *self, gboolean show_empty)
{
  g_return_if_fail (MLG_IS_BODY_DETAILS (self));
  mlg_field_form_set_show_empty (self->form, show_empty);
}

/**
 * mlg_body_details_edit:
 * @field: the name of a field
 *
 * Begins to change a field.
 */
void
mlg_body_details_edit (MlgBodyDetails *self, const char *field)
{
  MlgFieldRow *row;

  g_return_if_fail (MLG_IS_BODY_DETAILS (self));

  row = mlg_field_form_get_row (self->form, field);
  if (row != NULL)
    mlg_field_row_edit (row);
}

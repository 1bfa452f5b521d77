/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-network-page.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-write.h"
#include "members/mlg-privacy.h"
#include "mlg-custom-fields.h"
#include "mlg-objectives.h"
#include "network/mlg-network.h"
#include "network/mlg-objective.h"
#include "platform/mlg-file-chooser.h"
#include "widgets/mlg-field-edit.h"
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-record.h"
#include "widgets/mlg-perimeter-editor.h"

/* The network's card: its name, perimeter and facilitation, what it is for, who answers for personal data, and the
 * fields that it adds to bodies and people. */
struct _MlgNetworkPage
{
  MlgPage parent_instance;
  MlgLiveRecord *live; /* (owned) */
  MlgFieldForm *form;  /* (owned) */
  MlgRecord *followed; /* (owned) (nullable) */
  gboolean showing;    /* the perimeter is being shown: nobody has changed it */
  GtkStack *states;
  GtkWidget *sections;
  MlgPerimeterEditor *perimeter;
  MlgObjectives *common_objectives;
  MlgObjectives *side_objectives;
  MlgCustomFields *body_fields;
  MlgCustomFields *person_fields;
};

G_DEFINE_FINAL_TYPE (MlgNetworkPage, mlg_network_page, MLG_TYPE_PAGE)

static void
show_perimeter (MlgNetworkPage *self)
{
  self->showing = TRUE;
  mlg_perimeter_editor_set_codes (self->perimeter,
                                  mlg_record_get_text (self->followed, MLG_NETWORK_PERIMETER));
  self->showing = FALSE;
}

static void
on_perimeter_changed (MlgNetworkPage *self)
{
  g_autoptr (GError) error = NULL;
  MlgHost *host = mlg_host_find (GTK_WIDGET (self));

  if (self->showing || self->followed == NULL || host == NULL)
    return;
  if (!mlg_field_edit (GTK_WIDGET (self), self->followed, MLG_NETWORK_PERIMETER,
                       mlg_perimeter_editor_get_codes (self->perimeter), &error))
    {
      mlg_host_fail (host, _ ("The perimeter could not be changed"), error);
      show_perimeter (self);
    }
}

static void
on_other_record (MlgNetworkPage *self)
{
  MlgRecord *network = mlg_live_record_get (self->live);

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, show_perimeter, self);
  g_set_object (&self->followed, network);
  mlg_field_form_set_record (self->form, network);
  gtk_stack_set_visible_child_name (self->states, network != NULL ? "card" : "none");
  if (network == NULL)
    return;
  g_signal_connect_object (network, "notify::perimeter", G_CALLBACK (show_perimeter), self,
                           G_CONNECT_SWAPPED);
  show_perimeter (self);
}

/* A file without a network's record gets one, named as people may change it. */
static gboolean
create_network (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (MlgRecord) network = mlg_record_new (&mlg_network_kind);

  mlg_record_set_text (network, MLG_NETWORK_NAME, data);
  return mlg_network_save (db, network, error);
}

static void
activate_create (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_host_act (mlg_host_find (widget), _ ("Describe the network"), create_network,
                g_strdup (_ ("Our network")), g_free, NULL);
}

static const MlgFileFilter documents[] = {
  { N_ ("Documents"), "odt docx pdf html" },
  { NULL, NULL },
};

static gpointer
write_register (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (MlgDocument) document = mlg_privacy_make_register (db, error);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new (); /* a plain text fits every format */

  if (document == NULL || !mlg_document_save (document, data, issues, NULL, error))
    return NULL;
  return g_strdup (data);
}

static void
on_register_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgNetworkPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mlg_store_read_finish (MLG_STORE (source), result, &error);
  MlgHost *host = mlg_host_find (GTK_WIDGET (self));

  if (host == NULL)
    return;
  if (path != NULL)
    mlg_host_say (host, _ ("The register entry is written"), FALSE);
  else
    mlg_host_fail (host, _ ("The register entry could not be written"), error);
}

static void
on_register_file (GFile *file, gpointer data)
{
  MlgNetworkPage *self = data;
  char *path = g_file_get_path (file);

  if (path != NULL)
    mlg_store_read_async (mlg_page_get_store (MLG_PAGE (self)), write_register, path, g_free,
                          g_free, NULL, on_register_written, g_object_ref (self));
}

static void
activate_register (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* Translators: the name proposed for a file. */
  mlg_file_chooser_save (widget, _ ("Register Entry"), _ ("Register entry.odt"), documents,
                         on_register_file, widget);
}

static void
build (MlgPage *page)
{
  MlgNetworkPage *self = MLG_NETWORK_PAGE (page);
  MlgStore *store = mlg_page_get_store (page);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->form = mlg_field_form_new (self->sections, store);
  mlg_field_form_set_show_empty (self->form, TRUE);
  mlg_objectives_set_type (self->common_objectives, "common", store);
  mlg_objectives_set_type (self->side_objectives, "side", store);
  mlg_custom_fields_set_kind (self->body_fields, "body", store);
  mlg_custom_fields_set_kind (self->person_fields, "person", store);
  self->live = mlg_live_record_new (store, &mlg_network_kind);
  g_signal_connect_object (self->live, "changed", G_CALLBACK (on_other_record), self,
                           G_CONNECT_SWAPPED);
  mlg_live_record_set_id (self->live, MLG_NETWORK_ID);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.create",
                                 mlg_store_is_writable (store));
}

static gboolean
show_record (MlgPage *page, const MlgKind *kind, gint64 id)
{
  return kind == &mlg_network_kind || kind == &mlg_objective_kind;
}

static void
mlg_network_page_dispose (GObject *object)
{
  MlgNetworkPage *self = MLG_NETWORK_PAGE (object);

  g_clear_object (&self->form);
  g_clear_object (&self->live);
  g_clear_object (&self->followed);
  G_OBJECT_CLASS (mlg_network_page_parent_class)->dispose (object);
}

static void
mlg_network_page_class_init (MlgNetworkPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgPageClass *page_class = MLG_PAGE_CLASS (klass);

  object_class->dispose = mlg_network_page_dispose;
  page_class->name = "network";
  page_class->title = N_ ("Network");
  page_class->icon_name = "network-workgroup-symbolic";
  page_class->build = build;
  page_class->show_record = show_record;

  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_PERIMETER_EDITOR);
  g_type_ensure (MLG_TYPE_OBJECTIVES);
  g_type_ensure (MLG_TYPE_CUSTOM_FIELDS);
  gtk_widget_class_install_action (widget_class, "network.create", NULL, activate_create);
  gtk_widget_class_install_action (widget_class, "network.register", NULL, activate_register);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/network/mlg-network-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgNetworkPage, states);
  gtk_widget_class_bind_template_child (widget_class, MlgNetworkPage, sections);
  gtk_widget_class_bind_template_child (widget_class, MlgNetworkPage, perimeter);
  gtk_widget_class_bind_template_child (widget_class, MlgNetworkPage, common_objectives);
  gtk_widget_class_bind_template_child (widget_class, MlgNetworkPage, side_objectives);
  gtk_widget_class_bind_template_child (widget_class, MlgNetworkPage, body_fields);
  gtk_widget_class_bind_template_child (widget_class, MlgNetworkPage, person_fields);
  gtk_widget_class_bind_template_callback (widget_class, on_perimeter_changed);
}

static void
mlg_network_page_init (MlgNetworkPage *self)
{
}

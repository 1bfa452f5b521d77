/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-group-details.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-group.h"
#include "members/mlg-member-edit.h"
#include "members/mlg-person.h"
#include "mlg-link-section.h"
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-record.h"
#include "widgets/mlg-record-entry.h"

/* All about one group: its name, what it is a part of, who is in it; who comes into it. */
struct _MlgGroupDetails
{
  GtkWidget parent_instance;
  MlgLiveRecord *live; /* (owned) (nullable) */
  MlgFieldForm *form;  /* (owned) (nullable) */
  MlgRecord *followed; /* (owned) (nullable) */

  GtkWidget *sections;
  GtkLabel *name_label;
  MlgLinkSection *members;
  GtkBox *body_slot;
  GtkBox *person_slot;
};

G_DEFINE_FINAL_TYPE (MlgGroupDetails, mlg_group_details, GTK_TYPE_WIDGET)

static guint changed_signal;

/* What is done in the writer's thread. */
typedef struct
{
  gint64 group;
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
} Deed;

static gboolean
join (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_group_add (db, deed->group, deed->kind, deed->id, NULL, error);
}

static void
add_member (MlgGroupDetails *self, MlgRecordEntry *entry, const MlgKind *kind)
{
  gint64 id = mlg_record_entry_get_id (entry);
  g_autofree char *group = NULL;
  g_autofree char *name = NULL;
  Deed *deed;

  if (id == 0 || self->followed == NULL)
    return;
  group = mlg_record_dup_name (self->followed);
  /* Translators: an action: a member and a group. */
  name = g_strdup_printf (_ ("Put %s in %s"), mlg_record_entry_get_text (entry), group);
  deed = g_new0 (Deed, 1);
  deed->group = mlg_record_get_id (self->followed);
  deed->kind = kind;
  deed->id = id;
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), name, join, deed, g_free, NULL);
  mlg_record_entry_set_record (entry, 0, NULL);
}

static void
on_body_chosen (MlgRecordEntry *entry, MlgGroupDetails *self)
{
  add_member (self, entry, &mlg_body_kind);
}

static void
on_person_chosen (MlgRecordEntry *entry, MlgGroupDetails *self)
{
  add_member (self, entry, &mlg_person_kind);
}

static void
tell (MlgGroupDetails *self)
{
  g_autofree char *name = self->followed != NULL ? mlg_record_dup_name (self->followed) : NULL;

  gtk_label_set_text (self->name_label, name != NULL ? name : "");
  g_signal_emit (self, changed_signal, 0);
}

static void
on_other_record (MlgGroupDetails *self)
{
  MlgRecord *group = mlg_live_record_get (self->live);

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, tell, self);
  g_set_object (&self->followed, group);
  mlg_field_form_set_record (self->form, group);
  mlg_link_section_set_id (self->members, group != NULL ? mlg_record_get_id (group) : 0);
  if (group != NULL)
    g_signal_connect_object (group, "notify", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  tell (self);
}

static void
mlg_group_details_dispose (GObject *object)
{
  MlgGroupDetails *self = MLG_GROUP_DETAILS (object);
  GtkWidget *child;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, tell, self);
  g_clear_object (&self->followed);
  g_clear_object (&self->live);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (mlg_group_details_parent_class)->dispose (object);
}

static void
mlg_group_details_class_init (MlgGroupDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_group_details_dispose;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_LINK_SECTION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-group-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgGroupDetails, sections);
  gtk_widget_class_bind_template_child (widget_class, MlgGroupDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, MlgGroupDetails, members);
  gtk_widget_class_bind_template_child (widget_class, MlgGroupDetails, body_slot);
  gtk_widget_class_bind_template_child (widget_class, MlgGroupDetails, person_slot);

  /**
   * MlgGroupDetails::changed:
   *
   * It is another group, or none any more, or it is called otherwise.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_GROUP_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_group_details_init (MlgGroupDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_entry (
    MlgGroupDetails *self, MlgStore *store, GtkBox *slot, const MlgKind *kind, GCallback on_chosen)
{
  GtkWidget *entry = mlg_record_entry_new (store, kind);

  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "chosen", on_chosen, self, 0);
  gtk_box_append (slot, entry);
}

/**
 * mlg_group_details_set_store:
 * @store: (transfer none): where the groups are; it must outlive the details
 *
 * To be called once.
 */
void
mlg_group_details_set_store (MlgGroupDetails *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_GROUP_DETAILS (self));

  self->form = mlg_field_form_new (self->sections, store);
  mlg_link_section_set_kind (self->members, MLG_LINKS_MEMBERS, store);
  add_entry (self, store, self->body_slot, &mlg_body_kind, G_CALLBACK (on_body_chosen));
  add_entry (self, store, self->person_slot, &mlg_person_kind, G_CALLBACK (on_person_chosen));
  self->live = mlg_live_record_new (store, &mlg_group_kind);
  g_signal_connect_object (self->live, "changed", G_CALLBACK (on_other_record), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_group_details_set_id:
 * @id: a group; 0 for none
 */
void
mlg_group_details_set_id (MlgGroupDetails *self, gint64 id)
{
  g_return_if_fail (MLG_IS_GROUP_DETAILS (self));
  mlg_live_record_set_id (self->live, id);
}

/**
 * mlg_group_details_get_group:
 *
 * Returns: (transfer none) (nullable): the group that is shown
 */
MlgRecord *
mlg_group_details_get_group (MlgGroupDetails *self)
{
  g_return_val_if_fail (MLG_IS_GROUP_DETAILS (self), NULL);
  return self->followed;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-group-details.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-group.h"
#include "members/mlg-member-edit.h"
#include "members/mlg-person.h"
#include "mlg-link-section.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-record-entry.h"

/* All about one group: its name, what it is a part of, who is in it; who comes into it. */
struct _MlgGroupDetails
{
  MlgRecordDetails parent_instance;

  MlgLinkSection *members;
  GtkBox *body_slot;
  GtkBox *person_slot;
};

G_DEFINE_FINAL_TYPE (MlgGroupDetails, mlg_group_details, MLG_TYPE_RECORD_DETAILS)

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
  MlgRecord *shown = mlg_record_details_get_record (MLG_RECORD_DETAILS (self));
  g_autofree char *group = NULL;
  g_autofree char *name = NULL;
  Deed *deed;

  if (id == 0 || shown == NULL)
    return;
  group = mlg_record_dup_name (shown);
  /* Translators: an action: a member and a group. */
  name = g_strdup_printf (_ ("Put %s in %s"), mlg_record_entry_get_text (entry), group);
  deed = g_new0 (Deed, 1);
  deed->group = mlg_record_get_id (shown);
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
add_entry (
    MlgGroupDetails *self, MlgStore *store, GtkBox *slot, const MlgKind *kind, GCallback on_chosen)
{
  GtkWidget *entry = mlg_record_entry_new (store, kind);

  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "chosen", on_chosen, self, 0);
  gtk_box_append (slot, entry);
}

static void
mlg_group_details_prepare (MlgRecordDetails *details, MlgStore *store)
{
  MlgGroupDetails *self = MLG_GROUP_DETAILS (details);

  mlg_link_section_set_kind (self->members, MLG_LINKS_MEMBERS, store);
  add_entry (self, store, self->body_slot, &mlg_body_kind, G_CALLBACK (on_body_chosen));
  add_entry (self, store, self->person_slot, &mlg_person_kind, G_CALLBACK (on_person_chosen));
}

static void
mlg_group_details_choose (MlgRecordDetails *details, MlgRecord *group)
{
  mlg_link_section_set_id (MLG_GROUP_DETAILS (details)->members,
                           group != NULL ? mlg_record_get_id (group) : 0);
}

static void
mlg_group_details_class_init (MlgGroupDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgRecordDetailsClass *details_class = MLG_RECORD_DETAILS_CLASS (klass);

  details_class->prepare = mlg_group_details_prepare;
  details_class->choose = mlg_group_details_choose;
  g_type_ensure (MLG_TYPE_LINK_SECTION);
  mlg_record_details_class_set_up (details_class, &mlg_group_kind,
                                   "/org/maillage/members/mlg-group-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgGroupDetails, members);
  gtk_widget_class_bind_template_child (widget_class, MlgGroupDetails, body_slot);
  gtk_widget_class_bind_template_child (widget_class, MlgGroupDetails, person_slot);
}

static void
mlg_group_details_init (MlgGroupDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-invite-form.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-invite.h"
#include "meetings/mlg-meeting.h"
#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "widgets/mlg-code-model.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-record-entry.h"

/* Whom to invite: all of a status, of a département, of a role, of a group; or one by one. Nobody is
 * invited twice. */
struct _MlgInviteForm
{
  AdwExpanderRow parent_instance;
  gint64 meeting; /* 0 for none */

  AdwComboRow *status_row;
  AdwComboRow *role_row;
  AdwComboRow *departement_row;
  AdwActionRow *group_row;
  AdwActionRow *one_person_row;
  AdwActionRow *one_body_row;
  GtkSwitch *bodies_switch;
  MlgRecordEntry *group_entry;  /* (owned by the widget tree) (nullable) */
  MlgRecordEntry *person_entry; /* (owned by the widget tree) (nullable) */
  MlgRecordEntry *body_entry;   /* (owned by the widget tree) (nullable) */
};

G_DEFINE_FINAL_TYPE (MlgInviteForm, mlg_invite_form, ADW_TYPE_EXPANDER_ROW)

/* Shared by the writer's thread and by the one that waits for it. */
typedef struct
{
  MlgHost *host; /* (owned) */
  gint64 meeting;
  MlgInvitees invitees; /* its codes are static */
  const MlgKind *kind;  /* (nullable) (unowned) static: only one */
  gint64 one;
  guint n_added;
} Deed;

static void
clear (gpointer data)
{
  g_object_unref (((Deed *) data)->host);
}

static void
deed_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear);
}

static gboolean
invite (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  if (deed->kind != NULL)
    return mlg_meeting_invite_one (db, deed->meeting, deed->kind, deed->one, error);
  return mlg_meeting_invite (db, deed->meeting, &deed->invitees, &deed->n_added, error);
}

static void
tell (Deed *deed)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%'u invitation added", "%'u invitations added", deed->n_added), deed->n_added);

  if (deed->n_added > 0)
    mlg_host_say (deed->host, text, TRUE);
  else if (deed->kind == NULL)
    mlg_host_say (deed->host, _ ("Nobody else fits this: ask for less"), FALSE);
}

static void
on_invited (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    tell (deed);
  else
    mlg_host_fail (deed->host, _ ("Nobody was invited"), error);
  deed_unref (deed);
}

static Deed *
deed_new (MlgInviteForm *self)
{
  Deed *deed = g_atomic_rc_box_new0 (Deed);

  deed->host = g_object_ref (mlg_host_find (GTK_WIDGET (self)));
  deed->meeting = self->meeting;
  return deed;
}

/* Takes the deed. */
static void
act (Deed *deed)
{
  mlg_store_act_async (mlg_host_get_store (deed->host), _ ("Invite to the meeting"), invite,
                       g_atomic_rc_box_acquire (deed), deed_unref, NULL, NULL, on_invited, deed);
}

static const char *
get_code (AdwComboRow *row)
{
  const char *code = mlg_code_item_get_code (adw_combo_row_get_selected_item (row));

  return code != NULL && *code != '\0' ? code : NULL;
}

static void
activate_invite (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgInviteForm *self = MLG_INVITE_FORM (widget);
  Deed *deed;

  if (self->meeting == 0)
    return;
  deed = deed_new (self);
  deed->invitees = (MlgInvitees){ .status = get_code (self->status_row),
                                  .departement = get_code (self->departement_row),
                                  .role = get_code (self->role_row),
                                  .group = mlg_record_entry_get_id (self->group_entry),
                                  .bodies_only = gtk_switch_get_active (self->bodies_switch) };
  act (deed);
}

static void
invite_one (MlgInviteForm *self, MlgRecordEntry *entry, const MlgKind *kind)
{
  gint64 id = mlg_record_entry_get_id (entry);
  Deed *deed;

  if (id == 0 || self->meeting == 0)
    return;
  deed = deed_new (self);
  deed->kind = kind;
  deed->one = id;
  act (deed);
  mlg_record_entry_set_record (entry, 0, NULL);
}

static void
on_person_chosen (MlgRecordEntry *entry, MlgInviteForm *self)
{
  invite_one (self, entry, &mlg_person_kind);
}

static void
on_body_chosen (MlgRecordEntry *entry, MlgInviteForm *self)
{
  invite_one (self, entry, &mlg_body_kind);
}

static void
fill_combo (AdwComboRow *row, const MlgCodeList *codes)
{
  g_autoptr (GListModel) model = mlg_code_model_new (codes, TRUE);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  adw_combo_row_set_expression (row, title);
  adw_combo_row_set_model (row, model);
}

static void
mlg_invite_form_class_init (MlgInviteFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-invite-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgInviteForm, status_row);
  gtk_widget_class_bind_template_child (widget_class, MlgInviteForm, role_row);
  gtk_widget_class_bind_template_child (widget_class, MlgInviteForm, departement_row);
  gtk_widget_class_bind_template_child (widget_class, MlgInviteForm, group_row);
  gtk_widget_class_bind_template_child (widget_class, MlgInviteForm, one_person_row);
  gtk_widget_class_bind_template_child (widget_class, MlgInviteForm, one_body_row);
  gtk_widget_class_bind_template_child (widget_class, MlgInviteForm, bodies_switch);
  gtk_widget_class_install_action (widget_class, "invite.all", NULL, activate_invite);
}

static void
mlg_invite_form_init (MlgInviteForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_combo (self->status_row, &mlg_body_statuses);
  fill_combo (self->role_row, &mlg_function_roles);
  fill_combo (self->departement_row, &mlg_departements);
}

static MlgRecordEntry *
add_entry (AdwActionRow *row, MlgStore *store, const MlgKind *kind)
{
  GtkWidget *entry = mlg_record_entry_new (store, kind);

  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, entry);
  adw_action_row_set_activatable_widget (row, entry);
  return MLG_RECORD_ENTRY (entry);
}

/**
 * mlg_invite_form_set_store:
 * @store: (transfer none): where members are; it must outlive the form
 *
 * To be called once.
 */
void
mlg_invite_form_set_store (MlgInviteForm *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_INVITE_FORM (self));

  self->group_entry = add_entry (self->group_row, store, &mlg_group_kind);
  self->person_entry = add_entry (self->one_person_row, store, &mlg_person_kind);
  self->body_entry = add_entry (self->one_body_row, store, &mlg_body_kind);
  g_signal_connect_object (self->person_entry, "chosen", G_CALLBACK (on_person_chosen), self, 0);
  g_signal_connect_object (self->body_entry, "chosen", G_CALLBACK (on_body_chosen), self, 0);
}

/* Where a network is not there yet, all who might join it are invited; later, its members are. */
static const char *
get_usual_status (MlgRecord *meeting)
{
  static const char *const beginning[] = { "kick-off", "information", NULL };
  const char *type = mlg_record_get_text (meeting, MLG_MEETING_TYPE);

  return type != NULL && g_strv_contains (beginning, type) ? NULL : "member";
}

/**
 * mlg_invite_form_set_meeting:
 * @meeting: (nullable) (transfer none): to which is invited
 */
void
mlg_invite_form_set_meeting (MlgInviteForm *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_INVITE_FORM (self));

  self->meeting = meeting != NULL ? mlg_record_get_id (meeting) : 0;
  if (meeting != NULL)
    adw_combo_row_set_selected (self->status_row,
                                mlg_code_model_find (adw_combo_row_get_model (self->status_row),
                                                     get_usual_status (meeting)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-invitee-row.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-invitation.h"
#include "mlg-invitee.h"
#include "mlg-meeting-commit.h"

/* Somebody who is invited, and what they replied, which is set by a menu; the list around it has keys for
 * the same. */
struct _MlgInviteeRow
{
  GtkWidget parent_instance;
  MlgInvitee *invitee; /* (owned) (nullable) */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkMenuButton *reply_button;
};

G_DEFINE_FINAL_TYPE (MlgInviteeRow, mlg_invitee_row, GTK_TYPE_WIDGET)

static void
activate_reply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgInviteeRow *self = MLG_INVITEE_ROW (widget);

  /* The codes of the menu are right for the field. */
  if (self->invitee != NULL)
    mlg_meeting_commit (widget, mlg_invitee_get_invitation (self->invitee), MLG_INVITATION_REPLY,
                        g_variant_get_string (parameter, NULL), NULL);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgInviteeRow *self = MLG_INVITEE_ROW (widget);

  if (self->invitee != NULL)
    mlg_meeting_commit_removal (widget, mlg_invitee_get_invitation (self->invitee),
                                _ ("Invitation taken back"));
}

static void
set_invitee (MlgInviteeRow *self, MlgInvitee *invitee)
{
  MlgRecord *invitation = invitee != NULL ? mlg_invitee_get_invitation (invitee) : NULL;
  g_autofree char *reply =
      invitation != NULL ? mlg_record_dup_display (invitation, MLG_INVITATION_REPLY) : NULL;
  g_autofree char *label = NULL;

  g_set_object (&self->invitee, invitee);
  gtk_label_set_text (self->title, invitee != NULL ? mlg_invitee_get_title (invitee) : "");
  gtk_label_set_text (self->subtitle, invitee != NULL ? mlg_invitee_get_subtitle (invitee) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle),
                          invitee != NULL && *mlg_invitee_get_subtitle (invitee) != '\0');
  gtk_menu_button_set_label (self->reply_button,
                             reply != NULL && *reply != '\0' ? reply : _ ("No reply"));
  /* Translators: the name of somebody who is invited. */
  label = g_strdup_printf (_ ("Reply of %s"), gtk_label_get_text (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reply_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
}

static void
mlg_invitee_row_dispose (GObject *object)
{
  MlgInviteeRow *self = MLG_INVITEE_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->invitee);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_invitee_row_parent_class)->dispose (object);
}

static void
mlg_invitee_row_class_init (MlgInviteeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_invitee_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-invitee-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgInviteeRow, title);
  gtk_widget_class_bind_template_child (widget_class, MlgInviteeRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MlgInviteeRow, reply_button);
  gtk_widget_class_install_action (widget_class, "invitee.reply", "s", activate_reply);
  gtk_widget_class_install_action (widget_class, "invitee.remove", NULL, activate_remove);
}

static void
mlg_invitee_row_init (MlgInviteeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (MLG_TYPE_INVITEE_ROW, NULL));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  MlgInviteeRow *self = MLG_INVITEE_ROW (gtk_list_item_get_child (item));
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  set_invitee (self, MLG_INVITEE (gtk_list_item_get_item (item)));
  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    self->title, NULL, -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_invitee (MLG_INVITEE_ROW (gtk_list_item_get_child (item)), NULL);
}

/**
 * mlg_invitee_row_make_factory:
 *
 * Returns: (transfer full): what makes such rows for a list of #MlgInvitee
 */
GtkListItemFactory *
mlg_invitee_row_make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}

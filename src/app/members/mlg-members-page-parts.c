/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "members/mlg-body.h"
#include "mlg-members-page-private.h"

/* The views on the left and the details on the right. But for the list of bodies, with which one
 * begins, each is made when somebody comes to it. */

static MlgRecordDetails *
peek (MlgLazyBin *bin)
{
  GtkWidget *details = mlg_lazy_bin_peek (bin);

  return details != NULL ? MLG_RECORD_DETAILS (details) : NULL;
}

/* What is shown on the right of the view in front. */
MlgRecord *
mlg_members_page_get_shown (MlgMembersPage *self)
{
  const char *view = mlg_members_page_get_view (self);
  MlgRecordDetails *details = NULL;

  if (g_strcmp0 (view, "bodies") == 0)
    details = peek (self->body_details);
  else if (g_strcmp0 (view, "people") == 0)
    details = peek (self->person_details);
  else if (g_strcmp0 (view, "groups") == 0)
    details = peek (self->group_details);
  return details != NULL ? mlg_record_details_get_record (details) : NULL;
}

void
mlg_members_page_show_empty (MlgMembersPage *self, gboolean show_empty)
{
  MlgRecordDetails *body = peek (self->body_details);
  MlgRecordDetails *person = peek (self->person_details);

  if (body != NULL)
    mlg_record_details_set_show_empty (body, show_empty);
  if (person != NULL)
    mlg_record_details_set_show_empty (person, show_empty);
}

/* A chosen record needs its details; none only empties those that are there. */
static void
choose (MlgLazyBin *bin, gint64 id)
{
  if (id != 0 || peek (bin) != NULL)
    mlg_record_details_set_id (MLG_RECORD_DETAILS (mlg_lazy_bin_get (bin)), id);
}

static void
on_body_chosen (MlgMembersPage *self, gint64 id)
{
  choose (self->body_details, id);
}

static void
on_person_chosen (MlgMembersPage *self, gint64 id)
{
  choose (self->person_details, id);
}

static void
on_group_chosen (MlgMembersPage *self, gint64 id)
{
  choose (self->group_details, id);
}

static void
on_opened (MlgMembersPage *self)
{
  mlg_split_view_show_content (self->split_view, TRUE);
}

static void
on_departement_activated (MlgMembersPage *self, const char *code)
{
  mlg_members_page_show_view (self, "bodies");
  mlg_record_table_narrow (mlg_record_view_get_table (MLG_RECORD_VIEW (self->bodies)),
                           "departement", code, mlg_code_list_get_title (&mlg_departements, code));
}

static void
follow (MlgMembersPage *self, GtkWidget *part, const char *signal, GCallback handler)
{
  g_signal_connect_object (part, signal, handler, self, G_CONNECT_SWAPPED);
}

static void
prepare_people (MlgMembersPage *self, GtkWidget *view)
{
  mlg_people_view_set_store (MLG_PEOPLE_VIEW (view), mlg_page_get_store (MLG_PAGE (self)));
  follow (self, GTK_WIDGET (mlg_record_view_get_table (MLG_RECORD_VIEW (view))), "notify::empty",
          G_CALLBACK (mlg_members_page_fit_panes));
  follow (self, view, "chosen", G_CALLBACK (on_person_chosen));
  follow (self, view, "opened", G_CALLBACK (on_opened));
}

static void
prepare_groups (MlgMembersPage *self, GtkWidget *view)
{
  mlg_groups_view_set_store (MLG_GROUPS_VIEW (view), mlg_page_get_store (MLG_PAGE (self)));
  follow (self, view, "notify::empty", G_CALLBACK (mlg_members_page_fit_panes));
  follow (self, view, "chosen", G_CALLBACK (on_group_chosen));
  follow (self, view, "opened", G_CALLBACK (on_opened));
}

static void
prepare_territory (MlgMembersPage *self, GtkWidget *view)
{
  mlg_territory_view_set_store (MLG_TERRITORY_VIEW (view), mlg_page_get_store (MLG_PAGE (self)));
  follow (self, view, "departement-activated", G_CALLBACK (on_departement_activated));
}

static void
prepare_details (MlgMembersPage *self, GtkWidget *details)
{
  mlg_record_details_set_store (MLG_RECORD_DETAILS (details), mlg_page_get_store (MLG_PAGE (self)));
  mlg_record_details_set_show_empty (MLG_RECORD_DETAILS (details), self->show_empty);
  follow (self, details, "changed", G_CALLBACK (mlg_members_page_update_details));
}

static void
prepare_person_adder (MlgMembersPage *self, GtkWidget *adder)
{
  mlg_function_adder_set_store (MLG_FUNCTION_ADDER (adder), mlg_page_get_store (MLG_PAGE (self)));
}

/* The parts of the page and the handlers of those that are there from the beginning. */
void
mlg_members_page_install_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_body_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, prepare_people);
  gtk_widget_class_bind_template_callback (widget_class, prepare_groups);
  gtk_widget_class_bind_template_callback (widget_class, prepare_territory);
  gtk_widget_class_bind_template_callback (widget_class, prepare_details);
  gtk_widget_class_bind_template_callback (widget_class, prepare_person_adder);
}

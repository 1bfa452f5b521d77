/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-members-page.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "platform/mlg-split-view.h"
#include "store/mlg-record-list.h"

/* The members: a list of bodies on the left, one of them on the right. */
struct _MlgMembersPage
{
  MlgPage parent_instance;
  MlgRecordList *bodies; /* (owned) (nullable) */
  MlgSplitView *split_view;
  GtkSearchEntry *search_entry;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MlgMembersPage, mlg_members_page, MLG_TYPE_PAGE)

static void
on_search_changed (MlgMembersPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (MlgQuery) query =
      mlg_query_with_words (mlg_record_list_get_query (self->bodies), words);

  mlg_record_list_set_query (self->bodies, query);
}

static void
on_row_activated (MlgMembersPage *self)
{
  mlg_split_view_show_content (self->split_view, TRUE);
}

static void
search (MlgPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MLG_MEMBERS_PAGE (page)->search_entry));
}

static gboolean
show_record (MlgPage *page, const MlgKind *kind, gint64 id)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (page);
  guint position;

  if (kind != &mlg_body_kind || !mlg_record_list_find (self->bodies, id, &position))
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  mlg_split_view_show_content (self->split_view, TRUE);
  return TRUE;
}

static void
on_n_items_changed (MlgMembersPage *self)
{
  g_autofree char *badge =
      g_strdup_printf ("%'u", g_list_model_get_n_items (G_LIST_MODEL (self->bodies)));

  mlg_page_set_badge (MLG_PAGE (self), badge);
}

static void
mlg_members_page_constructed (GObject *object)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (object);
  g_autoptr (MlgQuery) query = mlg_query_new (&mlg_body_kind);

  G_OBJECT_CLASS (mlg_members_page_parent_class)->constructed (object);
  self->bodies = mlg_record_list_new (mlg_page_get_store (MLG_PAGE (self)), query);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->bodies));
  g_signal_connect_object (self->bodies, "items-changed", G_CALLBACK (on_n_items_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
mlg_members_page_dispose (GObject *object)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (object);

  g_clear_object (&self->bodies);
  G_OBJECT_CLASS (mlg_members_page_parent_class)->dispose (object);
}

static void
mlg_members_page_class_init (MlgMembersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgPageClass *page_class = MLG_PAGE_CLASS (klass);

  object_class->constructed = mlg_members_page_constructed;
  object_class->dispose = mlg_members_page_dispose;
  page_class->name = "members";
  page_class->title = N_ ("Members");
  page_class->icon_name = "system-users-symbolic";
  page_class->search = search;
  page_class->show_record = show_record;

  g_type_ensure (MLG_TYPE_SPLIT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
mlg_members_page_init (MlgMembersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

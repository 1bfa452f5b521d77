/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-members-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "mlg-bodies-view.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-live-read.h"

/* The members: the list of bodies on the left, one of them on the right. */
struct _MlgMembersPage
{
  MlgPage parent_instance;
  MlgLiveRead *count; /* (owned) how many bodies there are */
  MlgSplitView *split_view;
  GtkWidget *details_pane;
  MlgBodiesView *bodies;
  GtkToggleButton *search_button;
  GMenu *column_section;
};

G_DEFINE_FINAL_TYPE (MlgMembersPage, mlg_members_page, MLG_TYPE_PAGE)

static void
on_opened (MlgMembersPage *self)
{
  mlg_split_view_show_content (self->split_view, TRUE);
}

static void
search (MlgPage *page)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (page);

  mlg_split_view_show_content (self->split_view, FALSE);
  mlg_record_table_search (mlg_bodies_view_get_table (self->bodies));
}

static gboolean
show_record (MlgPage *page, const MlgKind *kind, gint64 id)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (page);

  if (kind != &mlg_body_kind)
    return FALSE;
  mlg_record_table_choose (mlg_bodies_view_get_table (self->bodies), id);
  mlg_split_view_show_content (self->split_view, TRUE);
  return TRUE;
}

static gpointer
read_count (MlgConnection *db, gpointer query, GError **error)
{
  gint64 n = mlg_query_count (query, db, error);

  return n >= 0 ? g_strdup_printf ("%'u", (guint) n) : NULL;
}

static void
on_counted (MlgMembersPage *self)
{
  mlg_page_set_badge (MLG_PAGE (self), mlg_live_read_get_result (self->count));
}

static void
count_bodies (MlgMembersPage *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_body_kind, NULL };
  g_autoptr (MlgQuery) query = mlg_query_new (&mlg_body_kind);

  self->count = mlg_live_read_new (store, kinds, read_count, g_free);
  g_signal_connect_object (self->count, "done", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  mlg_live_read_ask_query (self->count, query);
}

static void
mlg_members_page_constructed (GObject *object)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (object);
  MlgStore *store = mlg_page_get_store (MLG_PAGE (object));
  MlgRecordTable *table = mlg_bodies_view_get_table (self->bodies);
  MlgColumnSet *columns;

  G_OBJECT_CLASS (mlg_members_page_parent_class)->constructed (object);
  mlg_bodies_view_set_store (self->bodies, store);
  count_bodies (self, store);
  columns = mlg_record_table_get_columns (table);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  mlg_column_set_get_actions (columns));
  g_menu_append_submenu (self->column_section, _ ("_Columns"), mlg_column_set_get_menu (columns));
  g_object_bind_property (self->search_button, "active", mlg_record_table_get_search_bar (table),
                          "search-mode-enabled", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
mlg_members_page_dispose (GObject *object)
{
  g_clear_object (&MLG_MEMBERS_PAGE (object)->count);
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
  g_type_ensure (MLG_TYPE_BODIES_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, details_pane);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, bodies);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, column_section);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
}

static void
mlg_members_page_init (MlgMembersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The list takes the room that is left: its columns need it more than the details. */
  gtk_widget_set_hexpand (self->details_pane, FALSE);
}

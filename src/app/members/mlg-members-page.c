/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-members-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "mlg-bodies-view.h"
#include "mlg-body-details.h"
#include "mlg-members-windows.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-narrow-bin.h"

/* The members: the list of bodies on the left, one of them on the right. */
struct _MlgMembersPage
{
  MlgPage parent_instance;
  MlgLiveRead *count;  /* (owned) how many bodies there are */
  gboolean show_empty; /* fields that say nothing are shown too */
  MlgSplitView *split_view;
  GtkWidget *details_pane;
  AdwWindowTitle *details_title;
  GtkStack *details_stack;
  MlgBodyDetails *body_details;
  MlgBodiesView *bodies;
  GtkToggleButton *search_button;
  GMenu *column_section;
};

G_DEFINE_FINAL_TYPE (MlgMembersPage, mlg_members_page, MLG_TYPE_PAGE)

typedef enum
{
  PROP_SHOW_EMPTY = 1,
} MlgMembersPageProperty;

static GParamSpec *properties[PROP_SHOW_EMPTY + 1];

static void
on_body_chosen (MlgMembersPage *self, gint64 id)
{
  mlg_body_details_set_id (self->body_details, id);
}

static void
on_body_changed (MlgMembersPage *self)
{
  MlgRecord *body = mlg_body_details_get_body (self->body_details);
  g_autofree char *name = body != NULL ? mlg_record_dup_name (body) : NULL;

  adw_window_title_set_title (self->details_title, name != NULL ? name : "");
  gtk_stack_set_visible_child_name (self->details_stack, body != NULL ? "body" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "members.remove", body != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "members.copy-addresses", body != NULL);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (widget);

  gtk_widget_activate_action (GTK_WIDGET (self->bodies), "selection.remove", NULL);
  mlg_split_view_show_content (self->split_view, FALSE);
}

static void
activate_copy_addresses (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (MLG_MEMBERS_PAGE (widget)->bodies),
                              "selection.copy-addresses", NULL);
}

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
  mlg_body_details_set_store (self->body_details, store);
  on_body_changed (self);
  count_bodies (self, store);
  columns = mlg_record_table_get_columns (table);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  mlg_column_set_get_actions (columns));
  g_menu_append_submenu (self->column_section, _ ("_Columns"), mlg_column_set_get_menu (columns));
  g_object_bind_property (self->search_button, "active", mlg_record_table_get_search_bar (table),
                          "search-mode-enabled", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
mlg_members_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((MlgMembersPageProperty) id)
    {
    case PROP_SHOW_EMPTY:
      g_value_set_boolean (value, MLG_MEMBERS_PAGE (object)->show_empty);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_members_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (object);

  switch ((MlgMembersPageProperty) id)
    {
    case PROP_SHOW_EMPTY:
      self->show_empty = g_value_get_boolean (value);
      mlg_body_details_set_show_empty (self->body_details, self->show_empty);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
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
  object_class->get_property = mlg_members_page_get_property;
  object_class->set_property = mlg_members_page_set_property;
  properties[PROP_SHOW_EMPTY] =
      g_param_spec_boolean ("show-empty", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  page_class->name = "members";
  page_class->title = N_ ("Members");
  page_class->icon_name = "system-users-symbolic";
  page_class->search = search;
  page_class->show_record = show_record;

  g_type_ensure (MLG_TYPE_SPLIT_VIEW);
  g_type_ensure (MLG_TYPE_NARROW_BIN);
  g_type_ensure (MLG_TYPE_BODIES_VIEW);
  g_type_ensure (MLG_TYPE_BODY_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, details_pane);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, bodies);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, column_section);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, details_title);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, details_stack);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, body_details);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_body_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_body_changed);
  gtk_widget_class_install_action (widget_class, "members.remove", NULL, activate_remove);
  gtk_widget_class_install_action (widget_class, "members.copy-addresses", NULL,
                                   activate_copy_addresses);
  gtk_widget_class_install_property_action (widget_class, "members.show-empty", "show-empty");
  mlg_members_windows_install (widget_class);
}

static void
mlg_members_page_init (MlgMembersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The list takes the room that is left: its columns need it more than the details. */
  gtk_widget_set_hexpand (self->details_pane, FALSE);
}

/**
 * mlg_members_page_get_list:
 *
 * Returns: (transfer none): the list that is in front, as it is filtered
 */
MlgRecordList *
mlg_members_page_get_list (MlgMembersPage *self)
{
  g_return_val_if_fail (MLG_IS_MEMBERS_PAGE (self), NULL);
  return mlg_record_table_get_list (mlg_bodies_view_get_table (self->bodies));
}

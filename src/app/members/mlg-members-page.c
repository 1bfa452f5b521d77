/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-members-page-private.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "mlg-members-windows.h"
#include "store/mlg-record-sql.h"
#include "widgets/mlg-narrow-bin.h"

/* The lists on the left and what is chosen in them on the right, which are made in
 * mlg-members-page-parts.c; the actions are in mlg-members-page-actions.c. */
G_DEFINE_FINAL_TYPE (MlgMembersPage, mlg_members_page, MLG_TYPE_PAGE)

typedef enum
{
  PROP_SHOW_EMPTY = 1,
} MlgMembersPageProperty;

static GParamSpec *properties[PROP_SHOW_EMPTY + 1];

/* The name of the view in front. */
const char *
mlg_members_page_get_view (MlgMembersPage *self)
{
  return adw_view_stack_get_visible_child_name (self->views);
}

/* The list of the view that is shown; NULL where there is none of this kind. */
static MlgRecordTable *
get_table (MlgMembersPage *self)
{
  if (g_strcmp0 (mlg_members_page_get_view (self), "bodies") == 0)
    return mlg_record_view_get_table (MLG_RECORD_VIEW (self->bodies));
  if (g_strcmp0 (mlg_members_page_get_view (self), "people") == 0)
    return mlg_record_view_get_table (MLG_RECORD_VIEW (mlg_lazy_bin_get (self->people)));
  return NULL;
}

/* The right pane goes with the list on the left. */
void
mlg_members_page_update_details (MlgMembersPage *self)
{
  MlgRecord *shown = mlg_members_page_get_shown (self);

  /* The name itself stands above what is known, where it has the room. */
  adw_window_title_set_title (self->details_title,
                              shown != NULL ? _ (mlg_record_get_kind (shown)->title) : "");
  gtk_stack_set_visible_child_name (self->details_stack,
                                    shown != NULL ? mlg_members_page_get_view (self) : "none");
  gtk_stack_set_visible_child_name (self->details_menus,
                                    shown != NULL ? mlg_members_page_get_view (self) : "none");
}

static void
fit_menus (MlgMembersPage *self, MlgRecordTable *table)
{
  MlgColumnSet *columns = table != NULL ? mlg_record_table_get_columns (table) : NULL;

  g_menu_remove_all (self->column_section);
  if (columns == NULL)
    return;
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  mlg_column_set_get_actions (columns));
  g_menu_append_submenu (self->column_section, _ ("_Columns"), mlg_column_set_get_menu (columns));
}

static void
fit_search (MlgMembersPage *self, MlgRecordTable *table)
{
  g_clear_pointer (&self->search_binding, g_binding_unbind);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), table != NULL);
  if (table != NULL)
    self->search_binding = g_object_bind_property (
        mlg_record_table_get_search_bar (table), "search-mode-enabled", self->search_button,
        "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static gboolean
is_empty (MlgMembersPage *self)
{
  GtkWidget *groups = mlg_lazy_bin_peek (self->groups);
  MlgRecordTable *table = get_table (self);

  if (table != NULL)
    return mlg_record_table_is_empty (table);
  return groups != NULL && mlg_groups_view_is_empty (MLG_GROUPS_VIEW (groups));
}

/* The territory has no details, nor has a list where there is nothing to choose: they take all the room,
 * and the window's buttons. */
void
mlg_members_page_fit_panes (MlgMembersPage *self)
{
  gboolean alone =
      g_strcmp0 (mlg_members_page_get_view (self), "territory") == 0 || is_empty (self);

  gtk_widget_set_visible (self->details_pane, !alone);
  adw_header_bar_set_show_end_title_buttons (
      self->list_header, alone || mlg_split_view_is_collapsed (self->split_view));
}

static void
on_view_changed (MlgMembersPage *self)
{
  MlgRecordTable *table = get_table (self);

  if (mlg_members_page_get_view (self) == NULL || mlg_page_get_store (MLG_PAGE (self)) == NULL)
    return;
  if (gtk_stack_get_child_by_name (self->adders, mlg_members_page_get_view (self)) != NULL)
    gtk_stack_set_visible_child_name (self->adders, mlg_members_page_get_view (self));
  mlg_members_page_fit_panes (self);
  fit_menus (self, table);
  fit_search (self, table);
  mlg_members_page_update_details (self);
}

void
mlg_members_page_show_view (MlgMembersPage *self, const char *name)
{
  adw_view_stack_set_visible_child_name (self->views, name);
}

static void
search (MlgPage *page)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (page);

  if (get_table (self) == NULL)
    mlg_members_page_show_view (self, "bodies");
  mlg_split_view_show_content (self->split_view, FALSE);
  mlg_record_table_search (get_table (self));
}

/* A function belongs to a person and to a body: it is read with the person. */
static gpointer
read_person_of_function (MlgConnection *db, gpointer id, GError **error)
{
  g_autoptr (MlgRecord) function = mlg_record_load (db, &mlg_function_kind, *(gint64 *) id, error);
  gint64 person;

  if (function == NULL)
    return NULL;
  person = mlg_record_get_integer (function, MLG_FUNCTION_PERSON);
  return g_memdup2 (&person, sizeof person);
}

static void
on_person_of_function_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgMembersPage) self = data;
  g_autofree gint64 *person = mlg_store_read_finish (MLG_STORE (source), result, NULL);

  /* A function that is gone has nothing to show. */
  if (person != NULL)
    mlg_page_show_record (MLG_PAGE (self), &mlg_person_kind, *person);
}

static gboolean
show_record (MlgPage *page, const MlgKind *kind, gint64 id)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (page);

  if (kind == &mlg_body_kind)
    {
      mlg_members_page_show_view (self, "bodies");
      mlg_record_table_choose (mlg_record_view_get_table (MLG_RECORD_VIEW (self->bodies)), id);
    }
  else if (kind == &mlg_person_kind)
    {
      mlg_members_page_show_view (self, "people");
      mlg_record_table_choose (get_table (self), id);
    }
  else if (kind == &mlg_group_kind)
    {
      mlg_members_page_show_view (self, "groups");
      mlg_groups_view_choose (MLG_GROUPS_VIEW (mlg_lazy_bin_get (self->groups)), id);
    }
  else if (kind == &mlg_function_kind)
    mlg_store_read_async (mlg_page_get_store (page), read_person_of_function,
                          g_memdup2 (&id, sizeof id), g_free, g_free, NULL,
                          on_person_of_function_read, g_object_ref (self));
  else
    return FALSE;
  mlg_split_view_show_content (self->split_view, TRUE);
  return TRUE;
}

static void
build (MlgPage *page)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (page);
  MlgStore *store = mlg_page_get_store (page);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* The list takes the room that is left: its columns need it more than the details. */
  gtk_widget_set_hexpand (self->details_pane, FALSE);
  mlg_bodies_view_set_store (self->bodies, store);
  g_signal_connect_object (mlg_record_view_get_table (MLG_RECORD_VIEW (self->bodies)),
                           "notify::empty", G_CALLBACK (mlg_members_page_fit_panes), self,
                           G_CONNECT_SWAPPED);
  mlg_member_adder_set_store (self->adder, store);
  on_view_changed (self);
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
      mlg_members_page_show_empty (self, self->show_empty);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_members_page_dispose (GObject *object)
{
  MlgMembersPage *self = MLG_MEMBERS_PAGE (object);

  g_clear_pointer (&self->search_binding, g_binding_unbind);
  G_OBJECT_CLASS (mlg_members_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, list_header);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, views);
  gtk_widget_class_bind_template_callback_full (widget_class, "fit_panes",
                                                G_CALLBACK (mlg_members_page_fit_panes));
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, bodies);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, people);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, groups);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, territory);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, adders);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, adder);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, person_adder);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, column_section);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, details_pane);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, details_title);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, details_stack);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, details_menus);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, body_details);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, person_details);
  gtk_widget_class_bind_template_child (widget_class, MlgMembersPage, group_details);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
}

static void
mlg_members_page_class_init (MlgMembersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MlgPageClass *page_class = MLG_PAGE_CLASS (klass);

  object_class->get_property = mlg_members_page_get_property;
  object_class->set_property = mlg_members_page_set_property;
  object_class->dispose = mlg_members_page_dispose;
  properties[PROP_SHOW_EMPTY] =
      g_param_spec_boolean ("show-empty", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  page_class->name = "members";
  page_class->title = N_ ("Members");
  page_class->icon_name = "system-users-symbolic";
  page_class->counted = &mlg_body_kind;
  page_class->build = build;
  page_class->search = search;
  page_class->show_record = show_record;

  g_type_ensure (MLG_TYPE_SPLIT_VIEW);
  g_type_ensure (MLG_TYPE_NARROW_BIN);
  g_type_ensure (MLG_TYPE_BODIES_VIEW);
  g_type_ensure (MLG_TYPE_PEOPLE_VIEW);
  g_type_ensure (MLG_TYPE_GROUPS_VIEW);
  g_type_ensure (MLG_TYPE_TERRITORY_VIEW);
  g_type_ensure (MLG_TYPE_BODY_DETAILS);
  g_type_ensure (MLG_TYPE_PERSON_DETAILS);
  g_type_ensure (MLG_TYPE_GROUP_DETAILS);
  g_type_ensure (MLG_TYPE_MEMBER_ADDER);
  g_type_ensure (MLG_TYPE_FUNCTION_ADDER);
  g_type_ensure (MLG_TYPE_LAZY_BIN);
  bind_template (GTK_WIDGET_CLASS (klass));
  mlg_members_page_install_parts (GTK_WIDGET_CLASS (klass));
  mlg_members_page_install_actions (GTK_WIDGET_CLASS (klass));
  mlg_members_windows_install (GTK_WIDGET_CLASS (klass));
}

static void
mlg_members_page_init (MlgMembersPage *self)
{
}

/**
 * mlg_members_page_get_list:
 *
 * Returns: (transfer none): the list that is in front, as it is filtered: people in their view, else bodies
 */
MlgRecordList *
mlg_members_page_get_list (MlgMembersPage *self)
{
  MlgRecordTable *table;

  g_return_val_if_fail (MLG_IS_MEMBERS_PAGE (self), NULL);

  table = get_table (self);
  return mlg_record_table_get_list (
      table != NULL ? table : mlg_record_view_get_table (MLG_RECORD_VIEW (self->bodies)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-people-view.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-member-edit.h"
#include "members/mlg-person.h"
#include "mlg-group-menu.h"
#include "mlg-member-address.h"
#include "mlg-person-columns.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"

/* The people of the network, and what is done to those that are chosen, each time as one action. */
struct _MlgPeopleView
{
  GtkWidget parent_instance;
  MlgLiveRead *summary; /* (owned) (nullable) what the list adds up to */
  MlgGroupMenu *groups; /* (owned) (nullable) keeps the menu of groups */
  MlgRecordTable *table;
  GMenu *group_menu;
};

G_DEFINE_FINAL_TYPE (MlgPeopleView, mlg_people_view, GTK_TYPE_WIDGET)

static guint chosen_signal, opened_signal;

static const MlgTableKind table_kind = {
  .kind = &mlg_person_kind,
  .title = N_ ("People"),
  .search = N_ ("Search people"),
  .columns = mlg_person_columns,
  .facets = mlg_person_facets,
  .line_column = "functions",
  .settings_key = "people-columns",
};

/* What is done, and to which ones. */
typedef struct
{
  GArray *ids; /* (owned) of gint64 */
  gint64 group;
} Deed;

static Deed *
deed_new (GtkWidget *widget)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->ids = mlg_record_selection_get_ids (
      mlg_record_table_get_selection (MLG_PEOPLE_VIEW (widget)->table));
  return deed;
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_array_unref (deed->ids);
  g_free (deed);
}

static gboolean
join_group (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  for (guint i = 0; i < deed->ids->len; i++)
    if (!mlg_group_add (db, deed->group, &mlg_person_kind, g_array_index (deed->ids, gint64, i),
                        NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
remove_people (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  for (guint i = 0; i < deed->ids->len; i++)
    if (!mlg_record_remove (db, &mlg_person_kind, g_array_index (deed->ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static void
activate_join (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Deed *deed = deed_new (widget);
  g_autofree char *action = NULL, *done = NULL;

  deed->group = g_variant_get_int64 (parameter);
  action = g_strdup_printf (
      ngettext ("Put %'u person in a group", "Put %'u people in a group", deed->ids->len),
      deed->ids->len);
  done = g_strdup_printf (
      ngettext ("%'u person put in the group", "%'u people put in the group", deed->ids->len),
      deed->ids->len);
  mlg_host_act (mlg_host_find (widget), action, join_group, deed, deed_free, done);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Deed *deed = deed_new (widget);
  g_autofree char *action = NULL, *done = NULL;

  action = g_strdup_printf (ngettext ("Delete %'u person", "Delete %'u people", deed->ids->len),
                            deed->ids->len);
  done = g_strdup_printf (ngettext ("%'u person deleted", "%'u people deleted", deed->ids->len),
                          deed->ids->len);
  mlg_host_act (mlg_host_find (widget), action, remove_people, deed, deed_free, done);
}

static void
activate_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = mlg_record_selection_get_ids (
      mlg_record_table_get_selection (MLG_PEOPLE_VIEW (widget)->table));

  mlg_member_address_copy (widget, &mlg_person_kind, ids);
}

/* What can be done now. */
static void
update_actions (MlgPeopleView *self)
{
  static const char *const names[] = { "selection.join-group", "selection.remove",
                                       "selection.copy-addresses" };
  MlgRecordSelection *selection = mlg_record_table_get_selection (self->table);
  gboolean any = selection != NULL && mlg_record_selection_get_n (selection) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], any);
}

static void
on_chosen (MlgPeopleView *self, gint64 id)
{
  update_actions (self);
  g_signal_emit (self, chosen_signal, 0, id);
}

static void
on_opened (MlgPeopleView *self)
{
  g_signal_emit (self, opened_signal, 0);
}

static void
on_asked (MlgPeopleView *self)
{
  if (self->summary != NULL)
    mlg_live_read_ask_query (self->summary,
                             mlg_record_list_get_query (mlg_record_table_get_list (self->table)));
}

static void
on_summary_read (MlgPeopleView *self)
{
  mlg_record_table_set_summary (self->table, mlg_live_read_get_result (self->summary));
}

static gpointer
read_summary (MlgConnection *db, gpointer query, GError **error)
{
  gint64 n = mlg_query_count (query, db, error);

  if (n < 0)
    return NULL;
  return g_strdup_printf (ngettext ("%'u person", "%'u people", (gulong) n), (guint) n);
}

static void
mlg_people_view_dispose (GObject *object)
{
  MlgPeopleView *self = MLG_PEOPLE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->summary);
  g_clear_object (&self->groups);
  G_OBJECT_CLASS (mlg_people_view_parent_class)->dispose (object);
}

static void
mlg_people_view_class_init (MlgPeopleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_people_view_dispose;
  g_type_ensure (MLG_TYPE_RECORD_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgPeopleView, table);
  gtk_widget_class_bind_template_child (widget_class, MlgPeopleView, group_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);
  gtk_widget_class_install_action (widget_class, "selection.join-group", "x", activate_join);
  gtk_widget_class_install_action (widget_class, "selection.remove", NULL, activate_remove);
  gtk_widget_class_install_action (widget_class, "selection.copy-addresses", NULL, activate_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "selection.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "selection.copy-addresses", NULL);

  /**
   * MlgPeopleView::chosen:
   * @id: the person who is chosen; 0 when there is none, or several
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_PEOPLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MlgPeopleView::opened:
   *
   * The person wants to see the details of the person who is chosen.
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_PEOPLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_people_view_init (MlgPeopleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_people_view_set_store:
 * @store: (transfer none): where the people are
 *
 * To be called once.
 */
void
mlg_people_view_set_store (MlgPeopleView *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_person_kind, NULL };

  g_return_if_fail (MLG_IS_PEOPLE_VIEW (self));

  self->summary = mlg_live_read_new (store, kinds, read_summary, g_free);
  g_signal_connect_object (self->summary, "done", G_CALLBACK (on_summary_read), self,
                           G_CONNECT_SWAPPED);
  self->groups = mlg_group_menu_new (self->group_menu, store);
  mlg_record_table_set_kind (self->table, &table_kind, store);
  update_actions (self);
}

/**
 * mlg_people_view_get_table:
 *
 * Returns: (transfer none): the list
 */
MlgRecordTable *
mlg_people_view_get_table (MlgPeopleView *self)
{
  g_return_val_if_fail (MLG_IS_PEOPLE_VIEW (self), NULL);
  return self->table;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-bodies-view.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-member-edit.h"
#include "mlg-body-columns.h"
#include "mlg-body-summary.h"
#include "mlg-body-text.h"
#include "mlg-group-menu.h"
#include "mlg-member-address.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"

/* The bodies of the network, and what is done to those that are chosen, each time as one action. */
struct _MlgBodiesView
{
  GtkWidget parent_instance;
  MlgLiveRead *summary; /* (owned) (nullable) what the list adds up to */
  MlgGroupMenu *groups; /* (owned) (nullable) keeps the menu of groups */
  MlgRecordTable *table;
  GMenu *group_menu;
};

G_DEFINE_FINAL_TYPE (MlgBodiesView, mlg_bodies_view, GTK_TYPE_WIDGET)

static guint chosen_signal, opened_signal;

static const MlgTableKind table_kind = {
  .kind = &mlg_body_kind,
  .title = N_ ("Members"),
  .search = N_ ("Search members"),
  .columns = mlg_body_columns,
  .facets = mlg_body_facets,
  .line = mlg_body_text_line,
  .settings_key = "members-columns",
};

/* What is done, and to which ones. */
typedef struct
{
  GArray *ids;  /* (owned) of gint64 */
  char *status; /* (owned) (nullable) */
  gint64 group;
} Deed;

static Deed *
deed_new (GtkWidget *widget)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->ids = mlg_record_selection_get_ids (
      mlg_record_table_get_selection (MLG_BODIES_VIEW (widget)->table));
  return deed;
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_array_unref (deed->ids);
  g_free (deed->status);
  g_free (deed);
}

static gboolean
set_status (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  for (guint i = 0; i < deed->ids->len; i++)
    if (!mlg_body_set_status (db, g_array_index (deed->ids, gint64, i), deed->status, NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
join_group (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  for (guint i = 0; i < deed->ids->len; i++)
    if (!mlg_group_add (db, deed->group, &mlg_body_kind, g_array_index (deed->ids, gint64, i), NULL,
                        error))
      return FALSE;
  return TRUE;
}

static gboolean
remove_bodies (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  for (guint i = 0; i < deed->ids->len; i++)
    if (!mlg_record_remove (db, &mlg_body_kind, g_array_index (deed->ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static void
activate_set_status (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Deed *deed = deed_new (widget);
  const char *status = g_variant_get_string (parameter, NULL);
  const char *title = mlg_code_list_get_title (&mlg_body_statuses, status);
  g_autofree char *action = NULL, *done = NULL;

  deed->status = g_strdup (status);
  action = g_strdup_printf (ngettext ("Set the status of %'u body to “%s”",
                                      "Set the status of %'u bodies to “%s”", deed->ids->len),
                            deed->ids->len, title);
  done =
      g_strdup_printf (ngettext ("%'u body is now “%s”", "%'u bodies are now “%s”", deed->ids->len),
                       deed->ids->len, title);
  mlg_host_act (mlg_host_find (widget), action, set_status, deed, deed_free, done);
}

static void
activate_join (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Deed *deed = deed_new (widget);
  g_autofree char *action = NULL, *done = NULL;

  deed->group = g_variant_get_int64 (parameter);
  action = g_strdup_printf (
      ngettext ("Put %'u body in a group", "Put %'u bodies in a group", deed->ids->len),
      deed->ids->len);
  done = g_strdup_printf (
      ngettext ("%'u body put in the group", "%'u bodies put in the group", deed->ids->len),
      deed->ids->len);
  mlg_host_act (mlg_host_find (widget), action, join_group, deed, deed_free, done);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Deed *deed = deed_new (widget);
  g_autofree char *action = NULL, *done = NULL;

  action = g_strdup_printf (ngettext ("Delete %'u body", "Delete %'u bodies", deed->ids->len),
                            deed->ids->len);
  done = g_strdup_printf (ngettext ("%'u body deleted", "%'u bodies deleted", deed->ids->len),
                          deed->ids->len);
  mlg_host_act (mlg_host_find (widget), action, remove_bodies, deed, deed_free, done);
}

static void
activate_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = mlg_record_selection_get_ids (
      mlg_record_table_get_selection (MLG_BODIES_VIEW (widget)->table));

  mlg_member_address_copy (widget, &mlg_body_kind, ids);
}

/* What can be done now. */
static void
update_actions (MlgBodiesView *self)
{
  static const char *const names[] = { "selection.set-status", "selection.join-group",
                                       "selection.remove", "selection.copy-addresses" };
  MlgRecordSelection *selection = mlg_record_table_get_selection (self->table);
  gboolean any = selection != NULL && mlg_record_selection_get_n (selection) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], any);
}

static void
on_chosen (MlgBodiesView *self, gint64 id)
{
  update_actions (self);
  g_signal_emit (self, chosen_signal, 0, id);
}

static void
on_opened (MlgBodiesView *self)
{
  g_signal_emit (self, opened_signal, 0);
}

static void
on_asked (MlgBodiesView *self)
{
  if (self->summary != NULL)
    mlg_live_read_ask_query (self->summary,
                             mlg_record_list_get_query (mlg_record_table_get_list (self->table)));
}

static void
on_summary_read (MlgBodiesView *self)
{
  const MlgBodySummary *summary = mlg_live_read_get_result (self->summary);
  g_autofree char *text = summary != NULL ? mlg_body_summary_write (summary) : NULL;

  mlg_record_table_set_summary (self->table, text);
}

static void
mlg_bodies_view_dispose (GObject *object)
{
  MlgBodiesView *self = MLG_BODIES_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->summary);
  g_clear_object (&self->groups);
  G_OBJECT_CLASS (mlg_bodies_view_parent_class)->dispose (object);
}

static void
mlg_bodies_view_class_init (MlgBodiesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_bodies_view_dispose;
  g_type_ensure (MLG_TYPE_RECORD_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-bodies-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgBodiesView, table);
  gtk_widget_class_bind_template_child (widget_class, MlgBodiesView, group_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);
  gtk_widget_class_install_action (widget_class, "selection.set-status", "s", activate_set_status);
  gtk_widget_class_install_action (widget_class, "selection.join-group", "x", activate_join);
  gtk_widget_class_install_action (widget_class, "selection.remove", NULL, activate_remove);
  gtk_widget_class_install_action (widget_class, "selection.copy-addresses", NULL, activate_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "selection.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "selection.copy-addresses", NULL);

  /**
   * MlgBodiesView::chosen:
   * @id: the body that is chosen; 0 when there is none, or several
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_BODIES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MlgBodiesView::opened:
   *
   * The person wants to see the details of the body that is chosen.
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_BODIES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_bodies_view_init (MlgBodiesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_bodies_view_set_store:
 * @store: (transfer none): where the bodies are
 *
 * To be called once.
 */
void
mlg_bodies_view_set_store (MlgBodiesView *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_body_kind, NULL };

  g_return_if_fail (MLG_IS_BODIES_VIEW (self));

  self->summary = mlg_live_read_new (store, kinds, mlg_body_summary_read, mlg_body_summary_free);
  g_signal_connect_object (self->summary, "done", G_CALLBACK (on_summary_read), self,
                           G_CONNECT_SWAPPED);
  self->groups = mlg_group_menu_new (self->group_menu, store);
  mlg_record_table_set_kind (self->table, &table_kind, store);
  update_actions (self);
}

/**
 * mlg_bodies_view_get_table:
 *
 * Returns: (transfer none): the list
 */
MlgRecordTable *
mlg_bodies_view_get_table (MlgBodiesView *self)
{
  g_return_val_if_fail (MLG_IS_BODIES_VIEW (self), NULL);
  return self->table;
}

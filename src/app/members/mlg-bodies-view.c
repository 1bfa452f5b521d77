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

/* The bodies of the network, and what is done to those that are chosen, each time as one action. */
struct _MlgBodiesView
{
  MlgRecordView parent_instance;
  MlgGroupMenu *groups; /* (owned) (nullable) keeps the menu of groups */
  GMenu *group_menu;
};

G_DEFINE_FINAL_TYPE (MlgBodiesView, mlg_bodies_view, MLG_TYPE_RECORD_VIEW)

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

  deed->ids = mlg_record_view_get_chosen (MLG_RECORD_VIEW (widget));
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
activate_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = mlg_record_view_get_chosen (MLG_RECORD_VIEW (widget));

  mlg_member_address_copy (widget, &mlg_body_kind, ids);
}

static char *
mlg_bodies_view_name_removal (MlgRecordView *view, guint n)
{
  return g_strdup_printf (ngettext ("Delete %'u body", "Delete %'u bodies", n), n);
}

static char *
mlg_bodies_view_describe_removal (MlgRecordView *view, guint n)
{
  return g_strdup_printf (ngettext ("%'u body deleted", "%'u bodies deleted", n), n);
}

static char *
mlg_bodies_view_write_summary (MlgRecordView *view, gconstpointer summary)
{
  return mlg_body_summary_write (summary);
}

static void
mlg_bodies_view_dispose (GObject *object)
{
  MlgBodiesView *self = MLG_BODIES_VIEW (object);

  g_clear_object (&self->groups);
  G_OBJECT_CLASS (mlg_bodies_view_parent_class)->dispose (object);
}

static void
mlg_bodies_view_class_init (MlgBodiesViewClass *klass)
{
  static const char *const actions[] = { "selection.set-status", "selection.join-group",
                                         "selection.copy-addresses", NULL };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgRecordViewClass *view_class = MLG_RECORD_VIEW_CLASS (klass);

  view_class->actions = actions;
  view_class->remove = mlg_record_remove;
  view_class->name_removal = mlg_bodies_view_name_removal;
  view_class->describe_removal = mlg_bodies_view_describe_removal;
  view_class->write_summary = mlg_bodies_view_write_summary;
  view_class->read_summary = mlg_body_summary_read;
  view_class->free_summary = mlg_body_summary_free;
  G_OBJECT_CLASS (klass)->dispose = mlg_bodies_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-bodies-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgBodiesView, group_menu);
  gtk_widget_class_install_action (widget_class, "selection.set-status", "s", activate_set_status);
  gtk_widget_class_install_action (widget_class, "selection.join-group", "x", activate_join);
  gtk_widget_class_install_action (widget_class, "selection.copy-addresses", NULL, activate_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "selection.copy-addresses", NULL);
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
  g_return_if_fail (MLG_IS_BODIES_VIEW (self));

  self->groups = mlg_group_menu_new (self->group_menu, store);
  mlg_record_view_set_kind (MLG_RECORD_VIEW (self), &table_kind, store);
}

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

/* The people of the network, and what is done to those that are chosen, each time as one action. */
struct _MlgPeopleView
{
  MlgRecordView parent_instance;
  MlgGroupMenu *groups; /* (owned) (nullable) keeps the menu of groups */
  GMenu *group_menu;
};

G_DEFINE_FINAL_TYPE (MlgPeopleView, mlg_people_view, MLG_TYPE_RECORD_VIEW)

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

  deed->ids = mlg_record_view_get_chosen (MLG_RECORD_VIEW (widget));
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
activate_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = mlg_record_view_get_chosen (MLG_RECORD_VIEW (widget));

  mlg_member_address_copy (widget, &mlg_person_kind, ids);
}

static char *
mlg_people_view_name_removal (MlgRecordView *view, guint n)
{
  return g_strdup_printf (ngettext ("Delete %'u person", "Delete %'u people", n), n);
}

static char *
mlg_people_view_describe_removal (MlgRecordView *view, guint n)
{
  return g_strdup_printf (ngettext ("%'u person deleted", "%'u people deleted", n), n);
}

static char *
mlg_people_view_write_summary (MlgRecordView *view, gconstpointer summary)
{
  guint n = (guint) * (const gint64 *) summary;

  return g_strdup_printf (ngettext ("%'u person", "%'u people", n), n);
}

static void
mlg_people_view_dispose (GObject *object)
{
  MlgPeopleView *self = MLG_PEOPLE_VIEW (object);

  g_clear_object (&self->groups);
  G_OBJECT_CLASS (mlg_people_view_parent_class)->dispose (object);
}

static void
mlg_people_view_class_init (MlgPeopleViewClass *klass)
{
  static const char *const actions[] = { "selection.join-group", "selection.copy-addresses", NULL };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgRecordViewClass *view_class = MLG_RECORD_VIEW_CLASS (klass);

  view_class->actions = actions;
  view_class->remove = mlg_record_remove;
  view_class->name_removal = mlg_people_view_name_removal;
  view_class->describe_removal = mlg_people_view_describe_removal;
  view_class->write_summary = mlg_people_view_write_summary;
  G_OBJECT_CLASS (klass)->dispose = mlg_people_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgPeopleView, group_menu);
  gtk_widget_class_install_action (widget_class, "selection.join-group", "x", activate_join);
  gtk_widget_class_install_action (widget_class, "selection.copy-addresses", NULL, activate_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "selection.copy-addresses", NULL);
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
  g_return_if_fail (MLG_IS_PEOPLE_VIEW (self));

  self->groups = mlg_group_menu_new (self->group_menu, store);
  mlg_record_view_set_kind (MLG_RECORD_VIEW (self), &table_kind, store);
}

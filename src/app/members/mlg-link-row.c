/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-link-row.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-group-member.h"
#include "members/mlg-member-edit.h"
#include "members/mlg-person.h"
#include "widgets/mlg-host.h"

/* A function or a membership, and what is done to it, each time as one action. */
struct _MlgLinkRow
{
  AdwActionRow parent_instance;
  MlgMemberLink link; /* (owned) its fields */
};

G_DEFINE_FINAL_TYPE (MlgLinkRow, mlg_link_row, ADW_TYPE_ACTION_ROW)

/* What is done in the writer's thread. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  gboolean main;
} Deed;

static gboolean
end_link (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;
  g_autoptr (MlgRecord) record = NULL;

  if (deed->kind == &mlg_function_kind)
    return mlg_function_end (db, deed->id, NULL, error);
  record = mlg_record_load (db, deed->kind, deed->id, error);
  if (record == NULL)
    return FALSE;
  return mlg_group_leave (
      db, mlg_record_get_integer (record, MLG_GROUP_MEMBER_GROUP),
      mlg_record_is_null (record, MLG_GROUP_MEMBER_BODY) ? &mlg_person_kind : &mlg_body_kind,
      mlg_record_get_integer (record, mlg_record_is_null (record, MLG_GROUP_MEMBER_BODY)
                                          ? MLG_GROUP_MEMBER_PERSON
                                          : MLG_GROUP_MEMBER_BODY),
      NULL, error);
}

static gboolean
remove_link (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_record_remove (db, deed->kind, deed->id, error);
}

static gboolean
set_main (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;
  g_autoptr (MlgRecord) function = mlg_record_load (db, deed->kind, deed->id, error);

  if (function == NULL)
    return FALSE;
  mlg_record_set_boolean (function, MLG_FUNCTION_MAIN, deed->main);
  return mlg_record_update (db, function, error);
}

/* @name: (transfer full): the action's. */
static void
act (MlgLinkRow *self, char *name, MlgActionFunc func, gboolean main, gboolean say)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->kind = mlg_record_get_kind (self->link.link);
  deed->id = mlg_record_get_id (self->link.link);
  deed->main = main;
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), name, func, deed, g_free, say ? name : NULL);
  g_free (name);
}

static gboolean
is_function (MlgLinkRow *self)
{
  return mlg_record_get_kind (self->link.link) == &mlg_function_kind;
}

static void
activate_end (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgLinkRow *self = MLG_LINK_ROW (widget);

  /* Translators: actions; %s is a person, a body or a group. */
  act (self,
       is_function (self) ? g_strdup_printf (_ ("End the function: %s"), self->link.name)
                          : g_strdup_printf (_ ("End the membership: %s"), self->link.name),
       end_link, FALSE, TRUE);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgLinkRow *self = MLG_LINK_ROW (widget);

  /* Translators: actions; %s is a person, a body or a group. */
  act (self,
       is_function (self) ? g_strdup_printf (_ ("Remove the function: %s"), self->link.name)
                          : g_strdup_printf (_ ("Remove the membership: %s"), self->link.name),
       remove_link, FALSE, TRUE);
}

static void
activate_main (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgLinkRow *self = MLG_LINK_ROW (widget);
  gboolean main = mlg_record_get_boolean (self->link.link, MLG_FUNCTION_MAIN);

  /* Translators: actions; %s is a person. */
  act (self,
       main ? g_strdup_printf (_ ("Main contact no more: %s"), self->link.name)
            : g_strdup_printf (_ ("Make main contact: %s"), self->link.name),
       set_main, !main, FALSE);
}

static void
mlg_link_row_finalize (GObject *object)
{
  MlgLinkRow *self = MLG_LINK_ROW (object);

  g_object_unref (self->link.link);
  g_object_unref (self->link.other);
  g_free (self->link.name);
  G_OBJECT_CLASS (mlg_link_row_parent_class)->finalize (object);
}

static void
mlg_link_row_class_init (MlgLinkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mlg_link_row_finalize;
  gtk_widget_class_install_action (widget_class, "link.end", NULL, activate_end);
  gtk_widget_class_install_action (widget_class, "link.remove", NULL, activate_remove);
  gtk_widget_class_install_action (widget_class, "link.main", NULL, activate_main);
}

static void
mlg_link_row_init (MlgLinkRow *self)
{
}

/**
 * mlg_link_row_new:
 * @link: what the row shows; copied
 *
 * Returns: (transfer floating): a row without a text
 */
GtkWidget *
mlg_link_row_new (const MlgMemberLink *link)
{
  MlgLinkRow *self = g_object_new (MLG_TYPE_LINK_ROW, "use-markup", FALSE, NULL);

  self->link.link = g_object_ref (link->link);
  self->link.other = g_object_ref (link->other);
  self->link.name = g_strdup (link->name);
  self->link.current = link->current;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "link.end", link->current);
  return GTK_WIDGET (self);
}

/**
 * mlg_link_row_get_link:
 * @row: a #MlgLinkRow
 *
 * Returns: (transfer none): what the row shows
 */
const MlgMemberLink *
mlg_link_row_get_link (GtkWidget *row)
{
  g_return_val_if_fail (MLG_IS_LINK_ROW (row), NULL);
  return &MLG_LINK_ROW (row)->link;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-groups-view.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-group.h"
#include "store/mlg-record-sql.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-spinner.h"

/* The groups of the network as a tree: a network has few of them, so all are read at once. */
struct _MlgGroupsView
{
  GtkWidget parent_instance;
  MlgStore *store;      /* (unowned) (nullable) it outlives the page */
  MlgLiveRead *reading; /* (owned) (nullable) */
  GPtrArray *groups;    /* (owned) (nullable) of MlgRecord: all, by name */
  gint64 chosen;        /* the group that is chosen, or awaited; 0 for none */
  gboolean filling;     /* the tree is being made: the person chooses nothing */

  GtkStack *states;
  AdwStatusPage *error_page;
  GtkLabel *summary_label;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MlgGroupsView, mlg_groups_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_EMPTY = 1,
} MlgGroupsViewProperty;

static GParamSpec *properties[PROP_EMPTY + 1];
static guint chosen_signal, opened_signal;

static gpointer
read_groups (MlgConnection *db, gpointer query, GError **error)
{
  return mlg_query_load (query, db, G_MAXINT, 0, error);
}

/* Those whose parent is this one; the roots for 0. */
static GListModel *
list_below (MlgGroupsView *self, gint64 parent)
{
  GListStore *store = g_list_store_new (MLG_TYPE_RECORD);

  for (guint i = 0; i < self->groups->len; i++)
    {
      MlgRecord *group = self->groups->pdata[i];
      gint64 above = mlg_record_is_null (group, MLG_GROUP_PARENT)
                         ? 0
                         : mlg_record_get_integer (group, MLG_GROUP_PARENT);

      if (above == parent)
        g_list_store_append (store, group);
    }
  return G_LIST_MODEL (store);
}

static GListModel *
make_children (gpointer item, gpointer data)
{
  GListModel *children = list_below (data, mlg_record_get_id (item));

  if (g_list_model_get_n_items (children) > 0)
    return children;
  g_object_unref (children);
  return NULL;
}

static gint64
get_id (GtkTreeListRow *row)
{
  g_autoptr (MlgRecord) group = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return group != NULL ? mlg_record_get_id (group) : 0;
}

static void
select_chosen (MlgGroupsView *self)
{
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);

      if (get_id (row) == self->chosen)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
fill (MlgGroupsView *self)
{
  g_autoptr (GtkTreeListModel) tree =
      gtk_tree_list_model_new (list_below (self, 0), FALSE, TRUE, make_children, self, NULL);

  self->filling = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree));
  select_chosen (self);
  self->filling = FALSE;
}

static void
show_count (MlgGroupsView *self)
{
  guint n = self->groups->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%'u group", "%'u groups", n), n);

  gtk_label_set_text (self->summary_label, text);
}

static void
on_read (MlgGroupsView *self)
{
  GPtrArray *groups = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);

  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->states, "error");
      return;
    }
  if (groups == NULL)
    return;
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_ptr_array_ref (groups);
  gtk_stack_set_visible_child_name (self->states, groups->len > 0 ? "list" : "empty");
  show_count (self);
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
on_selected (MlgGroupsView *self)
{
  if (self->filling)
    return;
  self->chosen = get_id (gtk_single_selection_get_selected_item (self->selection));
  g_signal_emit (self, chosen_signal, 0, self->chosen);
}

static void
on_activated (MlgGroupsView *self)
{
  g_signal_emit (self, opened_signal, 0);
}

static gboolean
open_chosen (gpointer data)
{
  g_autoptr (MlgGroupsView) self = data;

  if (self->chosen != 0)
    on_activated (self);
  return G_SOURCE_REMOVE;
}

/* A click opens, where there is room for one pane only; the row is chosen first. */
static void
on_row_clicked (GtkGestureClick *gesture, int n_press, double x, double y, MlgGroupsView *self)
{
  g_idle_add (open_chosen, g_object_ref (self));
}

/* A new group, whose id the action writes down for who waits for it. */
static gboolean
add_group (MlgConnection *db, gpointer data, GError **error)
{
  gint64 *id = data;
  g_autoptr (MlgRecord) group = mlg_record_new (&mlg_group_kind);

  mlg_record_set_text (group, MLG_GROUP_NAME, _ ("New group"));
  if (!mlg_record_insert (db, group, error))
    return FALSE;
  *id = mlg_record_get_id (group);
  return TRUE;
}

typedef struct
{
  MlgGroupsView *view; /* (owned) */
  gint64 *id;          /* (owned) a counted box */
} Waiting;

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  MlgHost *host = mlg_host_find (GTK_WIDGET (waiting->view));
  g_autoptr (GError) error = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    {
      mlg_groups_view_choose (waiting->view, *waiting->id);
      g_signal_emit (waiting->view, opened_signal, 0);
    }
  else if (host != NULL)
    mlg_host_fail (host, _ ("Nothing was added"), error);
  g_object_unref (waiting->view);
  g_atomic_rc_box_release (waiting->id);
  g_free (waiting);
}

static void
activate_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgGroupsView *self = MLG_GROUPS_VIEW (widget);
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->view = g_object_ref (self);
  waiting->id = g_atomic_rc_box_new0 (gint64);
  mlg_store_act_async (self->store, _ ("Add a group"), add_group,
                       g_atomic_rc_box_acquire (waiting->id), g_atomic_rc_box_release, NULL, NULL,
                       on_added, waiting);
}

static gboolean
remove_group (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_record_remove (db, &mlg_group_kind, *(gint64 *) id, error);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgGroupsView *self = MLG_GROUPS_VIEW (widget);
  g_autoptr (MlgRecord) group = NULL;
  g_autofree char *title = NULL, *action = NULL, *done = NULL;

  for (guint i = 0; self->groups != NULL && i < self->groups->len; i++)
    if (mlg_record_get_id (self->groups->pdata[i]) == self->chosen)
      group = g_object_ref (self->groups->pdata[i]);
  if (group == NULL)
    return;
  title = mlg_record_dup_name (group);
  action = g_strdup_printf (_ ("Delete the group %s"), title);
  done = g_strdup_printf (_ ("Group deleted: %s"), title);
  mlg_host_act (mlg_host_find (widget), action, remove_group,
                g_memdup2 (&self->chosen, sizeof self->chosen), g_free, done);
}

static void
mlg_groups_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((MlgGroupsViewProperty) id)
    {
    case PROP_EMPTY:
      g_value_set_boolean (value, mlg_groups_view_is_empty (MLG_GROUPS_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_groups_view_dispose (GObject *object)
{
  MlgGroupsView *self = MLG_GROUPS_VIEW (object);
  GtkWidget *child;

  self->filling = TRUE;
  g_clear_object (&self->reading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_groups_view_parent_class)->dispose (object);
}

static void
mlg_groups_view_class_init (MlgGroupsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_groups_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = mlg_groups_view_get_property;
  properties[PROP_EMPTY] =
      g_param_spec_boolean ("empty", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (MLG_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-groups-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgGroupsView, states);
  gtk_widget_class_bind_template_child (widget_class, MlgGroupsView, error_page);
  gtk_widget_class_bind_template_child (widget_class, MlgGroupsView, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MlgGroupsView, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_clicked);
  gtk_widget_class_install_action (widget_class, "groups.add", NULL, activate_add);
  gtk_widget_class_install_action (widget_class, "groups.remove", NULL, activate_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "groups.remove", NULL);

  /**
   * MlgGroupsView::chosen:
   * @id: the group that is chosen; 0 for none
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_GROUPS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MlgGroupsView::opened:
   *
   * The person wants to see the details of the group that is chosen.
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_GROUPS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_groups_view_init (MlgGroupsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_groups_view_set_store:
 * @store: (transfer none): where the groups are; it must outlive the view
 *
 * To be called once.
 */
void
mlg_groups_view_set_store (MlgGroupsView *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_group_kind, NULL };
  g_autoptr (MlgQuery) query = mlg_query_new (&mlg_group_kind);

  g_return_if_fail (MLG_IS_GROUPS_VIEW (self));

  self->store = store;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "groups.add", mlg_store_is_writable (store));
  self->reading = mlg_live_read_new (store, kinds, read_groups, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  mlg_live_read_ask_query (self->reading, query);
}

/**
 * mlg_groups_view_choose:
 * @id: a group, which may be about to come
 */
void
mlg_groups_view_choose (MlgGroupsView *self, gint64 id)
{
  g_return_if_fail (MLG_IS_GROUPS_VIEW (self));

  self->chosen = id;
  self->filling = TRUE;
  select_chosen (self);
  self->filling = FALSE;
  g_signal_emit (self, chosen_signal, 0, id);
}

/**
 * mlg_groups_view_get_only:
 *
 * Returns: the group that is chosen; 0 for none
 */
gint64
mlg_groups_view_get_only (MlgGroupsView *self)
{
  g_return_val_if_fail (MLG_IS_GROUPS_VIEW (self), 0);
  return self->chosen;
}

/**
 * mlg_groups_view_is_empty:
 *
 * Returns: whether there are no groups; "notify::empty" tells of it
 */
gboolean
mlg_groups_view_is_empty (MlgGroupsView *self)
{
  g_return_val_if_fail (MLG_IS_GROUPS_VIEW (self), FALSE);
  return self->groups != NULL && self->groups->len == 0;
}

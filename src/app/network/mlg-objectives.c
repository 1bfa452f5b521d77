/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-objectives.h"

#include <glib/gi18n-lib.h>

#include "mlg-objective-row.h"
#include "network/mlg-objective.h"
#include "store/mlg-record-list.h"
#include "widgets/mlg-host.h"

/* The common objectives of the network, or the side ones, in their order. */
struct _MlgObjectives
{
  AdwPreferencesGroup parent_instance;
  const char *type;          /* (unowned) static: one of the kinds of objectives */
  MlgStore *store;           /* (unowned) outlives the page */
  MlgRecordList *objectives; /* (owned) (nullable) */
  GtkListBox *list;
  GtkWidget *empty_label;
};

G_DEFINE_FINAL_TYPE (MlgObjectives, mlg_objectives, ADW_TYPE_PREFERENCES_GROUP)

/* What an action on them needs. */
typedef struct
{
  const char *type; /* (unowned) static */
  char *title;      /* (owned) (nullable) of a new one */
  gint64 id;        /* of one that is there */
  int step;         /* by how many places it moves */
} Edit;

static void
edit_free (gpointer data)
{
  g_free (((Edit *) data)->title);
  g_free (data);
}

static Edit *
edit_new (MlgObjectives *self, GVariant *id)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->type = self->type;
  edit->id = id != NULL ? g_variant_get_int64 (id) : 0;
  return edit;
}

static gboolean
add_objective (MlgConnection *db, gpointer data, GError **error)
{
  const Edit *edit = data;

  return mlg_objective_add (db, edit->type, edit->title, error) != 0;
}

static gboolean
remove_objective (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_record_remove (db, &mlg_objective_kind, ((const Edit *) data)->id, error);
}

static gboolean
move_objective (MlgConnection *db, gpointer data, GError **error)
{
  const Edit *edit = data;

  return mlg_objective_move (db, edit->id, edit->step, error);
}

static void
activate_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Edit *edit = edit_new (MLG_OBJECTIVES (widget), NULL);

  edit->title = g_strdup (_ ("New objective"));
  mlg_host_act (mlg_host_find (widget), _ ("Add an objective"), add_objective, edit, edit_free,
                NULL);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_host_act (mlg_host_find (widget), _ ("Delete an objective"), remove_objective,
                edit_new (MLG_OBJECTIVES (widget), parameter), edit_free,
                _ ("The objective is deleted; the themes that served it stay"));
}

static void
move_by (GtkWidget *widget, GVariant *parameter, int step)
{
  Edit *edit = edit_new (MLG_OBJECTIVES (widget), parameter);

  edit->step = step;
  mlg_host_act (mlg_host_find (widget), _ ("Reorder objectives"), move_objective, edit, edit_free,
                NULL);
}

static void
activate_move_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by (widget, parameter, -1);
}

static void
activate_move_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by (widget, parameter, 1);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return mlg_objective_row_new (item, ((MlgObjectives *) data)->store);
}

static void
on_objectives_changed (MlgObjectives *self)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->objectives)) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->list), some);
  gtk_widget_set_visible (self->empty_label, !some);
}

static void
mlg_objectives_dispose (GObject *object)
{
  MlgObjectives *self = MLG_OBJECTIVES (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->objectives);
  G_OBJECT_CLASS (mlg_objectives_parent_class)->dispose (object);
}

static void
mlg_objectives_class_init (MlgObjectivesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_objectives_dispose;
  gtk_widget_class_install_action (widget_class, "objectives.add", NULL, activate_add);
  gtk_widget_class_install_action (widget_class, "objectives.remove", "x", activate_remove);
  gtk_widget_class_install_action (widget_class, "objectives.move-up", "x", activate_move_up);
  gtk_widget_class_install_action (widget_class, "objectives.move-down", "x", activate_move_down);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/network/mlg-objectives.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgObjectives, list);
  gtk_widget_class_bind_template_child (widget_class, MlgObjectives, empty_label);
}

static void
mlg_objectives_init (MlgObjectives *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static MlgQuery *
make_query (const char *type)
{
  const char *const values[] = { type, NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_objective_kind);
  g_autoptr (MlgQuery) sorted = mlg_query_with_sort (all, MLG_OBJECTIVE_POSITION, FALSE);

  return mlg_query_with_values (sorted, MLG_OBJECTIVE_TYPE, values);
}

/**
 * mlg_objectives_set_type:
 * @type: one of #mlg_objective_types; static
 * @store: (transfer none): where the objectives are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_objectives_set_type (MlgObjectives *self, const char *type, MlgStore *store)
{
  static const char *const names[] = { "objectives.add", "objectives.remove", "objectives.move-up",
                                       "objectives.move-down" };
  g_autoptr (MlgQuery) query = make_query (type);

  g_return_if_fail (MLG_IS_OBJECTIVES (self));

  self->type = type;
  self->store = store;
  self->objectives = mlg_record_list_new (store, query);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->objectives), make_row, self, NULL);
  g_signal_connect_object (self->objectives, "items-changed", G_CALLBACK (on_objectives_changed),
                           self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], mlg_store_is_writable (store));
  on_objectives_changed (self);
}

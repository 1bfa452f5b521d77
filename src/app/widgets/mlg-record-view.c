/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-view.h"

#include "mlg-host.h"
#include "mlg-live-read.h"

/* A list of records with what it adds up to and what is done to those that are chosen. A class of it has a
 * template, which says where the table is. */
typedef struct
{
  const MlgTableKind *kind; /* (unowned) (nullable) static */
  const MlgKind *kinds[2];  /* of @kind, ended by %NULL */
  MlgLiveRead *summary;     /* (owned) (nullable) what the list adds up to */
  MlgRecordTable *table;    /* of the template, which owns it */
} MlgRecordViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MlgRecordView, mlg_record_view, GTK_TYPE_WIDGET)

enum
{
  PROP_TABLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint chosen_signal, opened_signal;

static MlgRecordViewPrivate *
get_private (MlgRecordView *self)
{
  return mlg_record_view_get_instance_private (self);
}

/* What is removed, in the writer's thread. */
typedef struct
{
  gboolean (*remove) (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
  const MlgKind *kind; /* (unowned) static */
  GArray *ids;         /* (owned) of gint64 */
} Removal;

static void
removal_free (gpointer data)
{
  g_array_unref (((Removal *) data)->ids);
  g_free (data);
}

static gboolean
remove_chosen (MlgConnection *db, gpointer data, GError **error)
{
  Removal *removal = data;

  for (guint i = 0; i < removal->ids->len; i++)
    if (!removal->remove (db, removal->kind, g_array_index (removal->ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgRecordView *self = MLG_RECORD_VIEW (widget);
  MlgRecordViewClass *klass = MLG_RECORD_VIEW_GET_CLASS (self);
  Removal *removal = g_new0 (Removal, 1);
  g_autofree char *action = NULL;
  g_autofree char *done = NULL;

  removal->remove = klass->remove;
  removal->kind = get_private (self)->kind->kind;
  removal->ids = mlg_record_view_get_chosen (self);
  action = klass->name_removal (self, removal->ids->len);
  done = klass->describe_removal (self, removal->ids->len);
  mlg_host_act (mlg_host_find (widget), action, remove_chosen, removal, removal_free, done);
}

/* What can be done now. */
static void
update_actions (MlgRecordView *self)
{
  MlgRecordViewClass *klass = MLG_RECORD_VIEW_GET_CLASS (self);
  MlgRecordSelection *selection = mlg_record_table_get_selection (get_private (self)->table);
  gboolean any = selection != NULL && mlg_record_selection_get_n (selection) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "selection.remove",
                                 any && klass->remove != NULL);
  for (guint i = 0; klass->actions != NULL && klass->actions[i] != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), klass->actions[i], any);
}

static void
on_chosen (MlgRecordView *self, gint64 id)
{
  update_actions (self);
  g_signal_emit (self, chosen_signal, 0, id);
}

static void
on_opened (MlgRecordView *self)
{
  g_signal_emit (self, opened_signal, 0);
}

static void
on_asked (MlgRecordView *self)
{
  MlgRecordViewPrivate *priv = get_private (self);
  MlgRecordViewClass *klass = MLG_RECORD_VIEW_GET_CLASS (self);
  MlgQuery *query = mlg_record_list_get_query (mlg_record_table_get_list (priv->table));

  mlg_live_read_ask_query (priv->summary, query);
  if (klass->ask != NULL)
    klass->ask (self, query);
}

static gpointer
read_count (MlgConnection *db, gpointer query, GError **error)
{
  gint64 n = mlg_query_count (query, db, error);

  return n >= 0 ? g_memdup2 (&n, sizeof n) : NULL;
}

static void
on_summary_read (MlgRecordView *self)
{
  MlgRecordViewPrivate *priv = get_private (self);
  gconstpointer summary = mlg_live_read_get_result (priv->summary);
  g_autofree char *text =
      summary != NULL ? MLG_RECORD_VIEW_GET_CLASS (self)->write_summary (self, summary) : NULL;

  mlg_record_table_set_summary (priv->table, text);
}

static void
mlg_record_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TABLE)
    get_private (MLG_RECORD_VIEW (object))->table = g_value_get_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mlg_record_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&get_private (MLG_RECORD_VIEW (object))->summary);
  G_OBJECT_CLASS (mlg_record_view_parent_class)->dispose (object);
}

static void
mlg_record_view_class_init (MlgRecordViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  klass->read_summary = read_count;
  klass->free_summary = g_free;
  object_class->set_property = mlg_record_view_set_property;
  object_class->dispose = mlg_record_view_dispose;
  g_type_ensure (MLG_TYPE_RECORD_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "selection.remove", NULL, activate_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "selection.remove", NULL);

  /**
   * MlgRecordView:table:
   *
   * The list.
   */
  properties[PROP_TABLE] = g_param_spec_object ("table", NULL, NULL, MLG_TYPE_RECORD_TABLE,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MlgRecordView::chosen:
   * @id: the record that is chosen; 0 when there is none, or several
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_RECORD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MlgRecordView::opened:
   *
   * The person wants to see the record that is chosen.
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_RECORD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_record_view_init (MlgRecordView *self)
{
}

static void
follow_table (MlgRecordView *self, const char *signal, GCallback handler)
{
  g_signal_connect_object (get_private (self)->table, signal, handler, self, G_CONNECT_SWAPPED);
}

/**
 * mlg_record_view_set_kind:
 * @kind: (transfer none): static: what is listed
 * @store: (transfer none): where it is
 *
 * To be called once.
 */
void
mlg_record_view_set_kind (MlgRecordView *self, const MlgTableKind *kind, MlgStore *store)
{
  MlgRecordViewPrivate *priv = get_private (self);
  MlgRecordViewClass *klass = MLG_RECORD_VIEW_GET_CLASS (self);

  g_return_if_fail (MLG_IS_RECORD_VIEW (self));
  g_return_if_fail (priv->kind == NULL);

  priv->kind = kind;
  priv->kinds[0] = kind->kind;
  priv->summary = mlg_live_read_new (store, priv->kinds, klass->read_summary, klass->free_summary);
  g_signal_connect_object (priv->summary, "done", G_CALLBACK (on_summary_read), self,
                           G_CONNECT_SWAPPED);
  follow_table (self, "chosen", G_CALLBACK (on_chosen));
  follow_table (self, "opened", G_CALLBACK (on_opened));
  follow_table (self, "asked", G_CALLBACK (on_asked));
  mlg_record_table_set_kind (priv->table, kind, store);
  update_actions (self);
}

/**
 * mlg_record_view_get_table:
 *
 * Returns: (transfer none): the list
 */
MlgRecordTable *
mlg_record_view_get_table (MlgRecordView *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_VIEW (self), NULL);
  return get_private (self)->table;
}

/**
 * mlg_record_view_get_chosen:
 *
 * Returns: (transfer full) (element-type gint64): the ids of the records that are chosen
 */
GArray *
mlg_record_view_get_chosen (MlgRecordView *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_VIEW (self), NULL);
  return mlg_record_selection_get_ids (mlg_record_table_get_selection (get_private (self)->table));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-details.h"

#include "mlg-live-record.h"
#include "mlg-record-history.h"

/* All about one record, read first and changed in place. A class of it has its kind and a template, which
 * says where the name, the rows of fields and the history are, if it has them. */
typedef struct
{
  MlgStore *store;     /* (unowned) (nullable) it outlives the details */
  MlgLiveRecord *live; /* (owned) (nullable) */
  MlgRecord *followed; /* (owned) (nullable) what is shown */
  MlgFieldForm *form;  /* (owned) (nullable) */

  /* Of the template, which owns them. */
  GtkWidget *sections;       /* (nullable) */
  GtkLabel *name_label;      /* (nullable) */
  MlgRecordHistory *history; /* (nullable) */
} MlgRecordDetailsPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MlgRecordDetails, mlg_record_details, GTK_TYPE_WIDGET)

enum
{
  PROP_SECTIONS = 1,
  PROP_NAME_LABEL,
  PROP_HISTORY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint changed_signal;

static MlgRecordDetailsPrivate *
get_private (MlgRecordDetails *self)
{
  return mlg_record_details_get_instance_private (self);
}

static void
describe (MlgRecordDetails *self)
{
  MlgRecordDetailsPrivate *priv = get_private (self);
  MlgRecordDetailsClass *klass = MLG_RECORD_DETAILS_GET_CLASS (self);
  g_autofree char *name = priv->followed != NULL ? mlg_record_dup_name (priv->followed) : NULL;

  if (priv->name_label != NULL)
    gtk_label_set_text (priv->name_label, name != NULL ? name : "");
  if (klass->describe != NULL)
    klass->describe (self, priv->followed);
  g_signal_emit (self, changed_signal, 0);
}

static void
unfollow (MlgRecordDetails *self)
{
  MlgRecordDetailsPrivate *priv = get_private (self);

  if (priv->followed != NULL)
    g_signal_handlers_disconnect_by_func (priv->followed, describe, self);
  g_clear_object (&priv->followed);
}

static void
on_other_record (MlgRecordDetails *self)
{
  MlgRecordDetailsPrivate *priv = get_private (self);
  MlgRecordDetailsClass *klass = MLG_RECORD_DETAILS_GET_CLASS (self);
  MlgRecord *record = mlg_live_record_get (priv->live);
  gint64 id = record != NULL ? mlg_record_get_id (record) : 0;

  unfollow (self);
  g_set_object (&priv->followed, record);
  if (priv->form != NULL)
    mlg_field_form_set_record (priv->form, record);
  if (priv->history != NULL)
    mlg_record_history_set_record (priv->history, priv->store, klass->kind, id);
  if (klass->choose != NULL)
    klass->choose (self, record);
  if (record != NULL)
    g_signal_connect_object (record, "notify", G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
  describe (self);
}

static void
mlg_record_details_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgRecordDetailsPrivate *priv = get_private (MLG_RECORD_DETAILS (object));

  switch (id)
    {
    case PROP_SECTIONS:
      priv->sections = g_value_get_object (value);
      break;
    case PROP_NAME_LABEL:
      priv->name_label = g_value_get_object (value);
      break;
    case PROP_HISTORY:
      priv->history = g_value_get_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_record_details_dispose (GObject *object)
{
  MlgRecordDetailsPrivate *priv = get_private (MLG_RECORD_DETAILS (object));
  GtkWidget *child;

  unfollow (MLG_RECORD_DETAILS (object));
  g_clear_object (&priv->live);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->form);
  G_OBJECT_CLASS (mlg_record_details_parent_class)->dispose (object);
}

static void
mlg_record_details_class_init (MlgRecordDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = mlg_record_details_set_property;
  object_class->dispose = mlg_record_details_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * MlgRecordDetails:sections:
   *
   * Below it are the rows of fields (#MlgFieldRow), as they are in the template.
   */
  properties[PROP_SECTIONS] = g_param_spec_object ("sections", NULL, NULL, GTK_TYPE_WIDGET, flags);
  /**
   * MlgRecordDetails:name-label:
   *
   * Says the name of the record.
   */
  properties[PROP_NAME_LABEL] =
      g_param_spec_object ("name-label", NULL, NULL, GTK_TYPE_LABEL, flags);
  /**
   * MlgRecordDetails:history:
   *
   * Says what was done with the record.
   */
  properties[PROP_HISTORY] =
      g_param_spec_object ("history", NULL, NULL, MLG_TYPE_RECORD_HISTORY, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MlgRecordDetails::changed:
   *
   * It is another record, or none any more, or it says something else.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_RECORD_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_record_details_init (MlgRecordDetails *self)
{
}

/**
 * mlg_record_details_class_set_up:
 * @kind: what is shown
 * @resource: the path of the template
 *
 * For the class_init of a class. The instance makes its template itself.
 */
void
mlg_record_details_class_set_up (MlgRecordDetailsClass *klass,
                                 const MlgKind *kind,
                                 const char *resource)
{
  klass->kind = kind;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_RECORD_HISTORY);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), resource);
}

/**
 * mlg_record_details_set_store:
 * @store: (transfer none): where the records are; it must outlive the details
 *
 * To be called once.
 */
void
mlg_record_details_set_store (MlgRecordDetails *self, MlgStore *store)
{
  MlgRecordDetailsPrivate *priv = get_private (self);
  MlgRecordDetailsClass *klass = MLG_RECORD_DETAILS_GET_CLASS (self);

  g_return_if_fail (MLG_IS_RECORD_DETAILS (self));
  g_return_if_fail (priv->store == NULL);

  priv->store = store;
  if (priv->sections != NULL)
    priv->form = mlg_field_form_new (priv->sections, store);
  if (klass->prepare != NULL)
    klass->prepare (self, store);
  priv->live = mlg_live_record_new (store, klass->kind);
  g_signal_connect_object (priv->live, "changed", G_CALLBACK (on_other_record), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_record_details_get_store:
 *
 * Returns: (transfer none) (nullable): where the records are
 */
MlgStore *
mlg_record_details_get_store (MlgRecordDetails *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_DETAILS (self), NULL);
  return get_private (self)->store;
}

/**
 * mlg_record_details_set_id:
 * @id: a record; 0 for none
 */
void
mlg_record_details_set_id (MlgRecordDetails *self, gint64 id)
{
  g_return_if_fail (MLG_IS_RECORD_DETAILS (self));
  mlg_live_record_set_id (get_private (self)->live, id);
}

/**
 * mlg_record_details_get_record:
 *
 * Returns: (transfer none) (nullable): the record that is shown
 */
MlgRecord *
mlg_record_details_get_record (MlgRecordDetails *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_DETAILS (self), NULL);
  return get_private (self)->followed;
}

/**
 * mlg_record_details_get_form:
 *
 * Returns: (transfer none) (nullable): its rows of fields
 */
MlgFieldForm *
mlg_record_details_get_form (MlgRecordDetails *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_DETAILS (self), NULL);
  return get_private (self)->form;
}

/**
 * mlg_record_details_set_show_empty:
 * @show_empty: whether fields that say nothing are shown too
 */
void
mlg_record_details_set_show_empty (MlgRecordDetails *self, gboolean show_empty)
{
  g_return_if_fail (MLG_IS_RECORD_DETAILS (self));
  mlg_field_form_set_show_empty (get_private (self)->form, show_empty);
}

/**
 * mlg_record_details_edit:
 * @field: the name of a field
 *
 * Begins to change a field.
 */
void
mlg_record_details_edit (MlgRecordDetails *self, const char *field)
{
  MlgFieldRow *row;

  g_return_if_fail (MLG_IS_RECORD_DETAILS (self));

  row = mlg_field_form_get_row (get_private (self)->form, field);
  if (row != NULL)
    mlg_field_row_edit (row);
}

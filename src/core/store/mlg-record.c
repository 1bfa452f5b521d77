/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-private.h"

/* A record in memory: a row, with a GObject property for each field of its kind's description, so
 * that UI files can bind to them. Made, filled and used in one thread at a time. */
typedef struct
{
  gint64 id;        /* 0 until it is stored */
  MlgValue *values; /* (owned) one for each field of the kind */
  gboolean loaded;  /* whether the values are those of the file, or were set */
  gboolean checked; /* the values have been found right, and none was set since */
} MlgRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MlgRecord, mlg_record, G_TYPE_OBJECT)

/* Property 1 is the id, 2 the displayed name, 3 whether it is loaded; fields follow. */
enum
{
  PROP_ID = 1,
  PROP_DISPLAY_NAME,
  PROP_LOADED,
  PROP_FIRST_FIELD,
};

static GParamSpec *properties[PROP_FIRST_FIELD];

static MlgRecordPrivate *
get_private (MlgRecord *self)
{
  return mlg_record_get_instance_private (self);
}

static void
mlg_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgRecord *self = MLG_RECORD (object);
  guint field = id - PROP_FIRST_FIELD;

  if (id == PROP_ID)
    g_value_set_int64 (value, mlg_record_get_id (self));
  else if (id == PROP_DISPLAY_NAME)
    g_value_take_string (value, mlg_record_dup_name (self));
  else if (id == PROP_LOADED)
    g_value_set_boolean (value, mlg_record_is_loaded (self));
  else if (G_IS_PARAM_SPEC_STRING (pspec))
    g_value_set_string (value, mlg_record_get_text (self, field));
  else if (G_IS_PARAM_SPEC_INT64 (pspec))
    g_value_set_int64 (value, mlg_record_get_integer (self, field));
  else if (G_IS_PARAM_SPEC_DOUBLE (pspec))
    g_value_set_double (value, mlg_record_get_real (self, field));
  else
    g_value_set_boolean (value, mlg_record_get_boolean (self, field));
}

static void
mlg_record_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgRecord *self = MLG_RECORD (object);
  guint field = id - PROP_FIRST_FIELD;

  if (id == PROP_ID)
    mlg_record_set_id (self, g_value_get_int64 (value));
  else if (G_IS_PARAM_SPEC_STRING (pspec))
    mlg_record_set_text (self, field, g_value_get_string (value));
  else if (G_IS_PARAM_SPEC_INT64 (pspec))
    mlg_record_set_integer (self, field, g_value_get_int64 (value));
  else if (G_IS_PARAM_SPEC_DOUBLE (pspec))
    mlg_record_set_real (self, field, g_value_get_double (value));
  else
    mlg_record_set_boolean (self, field, g_value_get_boolean (value));
}

static void
mlg_record_constructed (GObject *object)
{
  MlgRecord *self = MLG_RECORD (object);
  const MlgKind *kind = MLG_RECORD_GET_CLASS (self)->kind;

  g_assert (kind != NULL);
  get_private (self)->values = g_new0 (MlgValue, kind->n_fields);
  G_OBJECT_CLASS (mlg_record_parent_class)->constructed (object);
}

static void
mlg_record_finalize (GObject *object)
{
  MlgRecord *self = MLG_RECORD (object);
  MlgRecordPrivate *priv = get_private (self);
  guint n = mlg_record_get_kind (self)->n_fields;

  for (guint i = 0; i < n; i++)
    if (priv->values[i].type == MLG_VALUE_TEXT)
      g_free (priv->values[i].text);
  g_free (priv->values);
  G_OBJECT_CLASS (mlg_record_parent_class)->finalize (object);
}

static void
mlg_record_class_init (MlgRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mlg_record_get_property;
  object_class->set_property = mlg_record_set_property;
  object_class->constructed = mlg_record_constructed;
  object_class->finalize = mlg_record_finalize;

  properties[PROP_ID] =
      g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, NULL, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, PROP_FIRST_FIELD, properties);
}

static void
mlg_record_init (MlgRecord *self)
{
}

static GParamSpec *
spec_for (const MlgField *field)
{
  /* The name is not static: GObject makes "made-on" of "made_on". */
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY;

  switch (field->type)
    {
    case MLG_FIELD_INTEGER:
    case MLG_FIELD_REFERENCE:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case MLG_FIELD_REAL:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case MLG_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case MLG_FIELD_TEXT:
    case MLG_FIELD_LONG_TEXT:
    case MLG_FIELD_DATE:
    case MLG_FIELD_TIME:
    case MLG_FIELD_CODE:
    default:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    }
}

/**
 * mlg_record_class_describe:
 * @kind: (transfer none): a static description
 *
 * Called in the class_init of a kind of record: makes its properties from its description.
 */
void
mlg_record_class_describe (MlgRecordClass *klass, const MlgKind *kind)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->kind = kind;
  klass->properties = g_new0 (GParamSpec *, kind->n_fields);
  /* GObject asks the class that installed a property for its value. */
  object_class->get_property = mlg_record_get_property;
  object_class->set_property = mlg_record_set_property;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      klass->properties[i] = spec_for (&kind->fields[i]);
      g_object_class_install_property (object_class, PROP_FIRST_FIELD + i, klass->properties[i]);
    }
}

/**
 * mlg_record_new:
 *
 * Returns: (transfer full): an empty record of this kind, not stored yet
 */
MlgRecord *
mlg_record_new (const MlgKind *kind)
{
  return g_object_new (kind->get_type (), NULL);
}

/**
 * mlg_record_copy:
 *
 * Returns: (transfer full): a record with the same id and values
 */
MlgRecord *
mlg_record_copy (MlgRecord *self)
{
  MlgRecord *copy = mlg_record_new (mlg_record_get_kind (self));

  mlg_record_set_id (copy, mlg_record_get_id (self));
  mlg_record_assign (copy, self);
  return copy;
}

/**
 * mlg_record_get_kind:
 *
 * Returns: (transfer none): the description
 */
const MlgKind *
mlg_record_get_kind (MlgRecord *self)
{
  return MLG_RECORD_GET_CLASS (self)->kind;
}

/**
 * mlg_record_get_id:
 *
 * Returns: the id; 0 for a record that is not stored
 */
gint64
mlg_record_get_id (MlgRecord *self)
{
  return get_private (self)->id;
}

/**
 * mlg_record_set_id:
 *
 * For whoever loads or stores the record.
 */
void
mlg_record_set_id (MlgRecord *self, gint64 id)
{
  MlgRecordPrivate *priv = get_private (self);

  if (priv->id == id)
    return;
  priv->id = id;
  g_object_notify_by_pspec ((GObject *) self, properties[PROP_ID]);
}

/**
 * mlg_record_dup_name:
 *
 * Returns: (transfer full): the displayed name: the fields of the name, a space between
 */
char *
mlg_record_dup_name (MlgRecord *self)
{
  const MlgKind *kind = mlg_record_get_kind (self);
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *part =
          (kind->fields[i].flags & MLG_FIELD_NAME) != 0 ? mlg_record_get_text (self, i) : NULL;

      if (part == NULL || *part == '\0')
        continue;
      if (name->len > 0)
        g_string_append_c (name, ' ');
      g_string_append (name, part);
    }
  return g_string_free (name, FALSE);
}

/**
 * mlg_record_is_loaded:
 *
 * Returns: %FALSE while a list is still fetching the row, or when it is gone
 */
gboolean
mlg_record_is_loaded (MlgRecord *self)
{
  return get_private (self)->loaded;
}

/* The record's row is not there any more. */
void
mlg_record_set_missing (MlgRecord *self)
{
  get_private (self)->loaded = FALSE;
  g_object_notify_by_pspec ((GObject *) self, properties[PROP_LOADED]);
}

/* Says that the displayed name may be another one. */
void
mlg_record_notify_name (MlgRecord *self)
{
  g_object_notify_by_pspec ((GObject *) self, properties[PROP_DISPLAY_NAME]);
}

/* Whether the values have been found right since one was last set. */
gboolean
mlg_record_is_checked (MlgRecord *self)
{
  return get_private (self)->checked;
}

void
mlg_record_set_checked (MlgRecord *self, gboolean checked)
{
  get_private (self)->checked = checked;
}

MlgValue *
mlg_record_get_values (MlgRecord *self)
{
  return get_private (self)->values;
}

/* Fills the record from the columns of a row, in the order of the description. */
void
mlg_record_read_row (MlgRecord *self, MlgStatement *statement, int first_column)
{
  const MlgKind *kind = mlg_record_get_kind (self);
  MlgRecordPrivate *priv = get_private (self);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      int column = first_column + (int) i;

      if (mlg_statement_is_null (statement, column))
        mlg_record_set_null (self, i);
      else if (kind->fields[i].type == MLG_FIELD_REAL)
        mlg_record_set_real (self, i, mlg_statement_get_real (statement, column));
      else if (mlg_field_is_number (&kind->fields[i]))
        mlg_record_set_integer (self, i, mlg_statement_get_integer (statement, column));
      else
        mlg_record_set_text (self, i, mlg_statement_get_text (statement, column));
    }
  if (!priv->loaded)
    {
      priv->loaded = TRUE;
      g_object_notify_by_pspec ((GObject *) self, properties[PROP_LOADED]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * mlg_record_assign:
 * @source: a record of the same kind
 *
 * Takes all the values of @source, and tells which are new. The id stays.
 */
void
mlg_record_assign (MlgRecord *self, MlgRecord *source)
{
  MlgRecordPrivate *priv = get_private (self);

  g_return_if_fail (mlg_record_get_kind (self) == mlg_record_get_kind (source));

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < mlg_record_get_kind (self)->n_fields; i++)
    {
      MlgValue copy = { .type = MLG_VALUE_NULL };

      mlg_value_copy (&copy, &get_private (source)->values[i]);
      mlg_record_take_value (self, i, copy);
    }
  if (priv->loaded != get_private (source)->loaded)
    {
      priv->loaded = get_private (source)->loaded;
      g_object_notify_by_pspec ((GObject *) self, properties[PROP_LOADED]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * mlg_record_equal:
 *
 * Returns: whether both are of one kind and have the same values
 */
gboolean
mlg_record_equal (MlgRecord *self, MlgRecord *other)
{
  if (mlg_record_get_kind (self) != mlg_record_get_kind (other))
    return FALSE;
  for (guint i = 0; i < mlg_record_get_kind (self)->n_fields; i++)
    if (!mlg_value_equal (&get_private (self)->values[i], &get_private (other)->values[i]))
      return FALSE;
  return TRUE;
}

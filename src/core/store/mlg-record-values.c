/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-record-private.h"

/* The values of a record, read and set one by one. */

void
mlg_value_clear (MlgValue *value)
{
  if (value->type == MLG_VALUE_TEXT)
    g_free (value->text);
  value->type = MLG_VALUE_NULL;
  value->right = FALSE;
}

void
mlg_value_copy (MlgValue *to, const MlgValue *from)
{
  mlg_value_clear (to);
  *to = *from;
  if (from->type == MLG_VALUE_TEXT)
    to->text = g_strdup (from->text);
}

gboolean
mlg_value_equal (const MlgValue *a, const MlgValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case MLG_VALUE_INTEGER:
      return a->integer == b->integer;
    case MLG_VALUE_REAL:
      return memcmp (&a->real, &b->real, sizeof a->real) == 0;
    case MLG_VALUE_TEXT:
      return strcmp (a->text, b->text) == 0;
    case MLG_VALUE_NULL:
    default:
      return TRUE;
    }
}

static void
notify_field (MlgRecord *self, guint field)
{
  const MlgField *description = &mlg_record_get_kind (self)->fields[field];

  g_object_notify_by_pspec ((GObject *) self, MLG_RECORD_GET_CLASS (self)->properties[field]);
  if ((description->flags & MLG_FIELD_NAME) != 0)
    mlg_record_notify_name (self);
}

/* Takes the value; says so to whoever is bound to it, if it is another one. */
void
mlg_record_take_value (MlgRecord *self, guint field, MlgValue value)
{
  MlgValue *own = &mlg_record_get_values (self)[field];

  g_return_if_fail (field < mlg_record_get_kind (self)->n_fields);

  if (mlg_value_equal (own, &value))
    {
      own->right |= value.right;
      mlg_value_clear (&value);
      return;
    }
  mlg_value_clear (own);
  *own = value;
  mlg_record_set_checked (self, FALSE);
  notify_field (self, field);
}

/**
 * mlg_record_is_null:
 * @field: the field's index
 *
 * Returns: whether nothing is known
 */
gboolean
mlg_record_is_null (MlgRecord *self, guint field)
{
  return mlg_record_get_values (self)[field].type == MLG_VALUE_NULL;
}

/**
 * mlg_record_get_text:
 *
 * Returns: (nullable): the value of a text field, owned by the record
 */
const char *
mlg_record_get_text (MlgRecord *self, guint field)
{
  MlgValue *value = &mlg_record_get_values (self)[field];

  return value->type == MLG_VALUE_TEXT ? value->text : NULL;
}

/**
 * mlg_record_get_integer:
 *
 * Returns: the value of an integer or a reference; 0 for none
 */
gint64
mlg_record_get_integer (MlgRecord *self, guint field)
{
  MlgValue *value = &mlg_record_get_values (self)[field];

  return value->type == MLG_VALUE_INTEGER ? value->integer : 0;
}

/**
 * mlg_record_get_real:
 *
 * Returns: the value of a number; 0 for none
 */
double
mlg_record_get_real (MlgRecord *self, guint field)
{
  MlgValue *value = &mlg_record_get_values (self)[field];

  return value->type == MLG_VALUE_REAL ? value->real : 0;
}

/**
 * mlg_record_get_boolean:
 *
 * Returns: whether the field is set and true
 */
gboolean
mlg_record_get_boolean (MlgRecord *self, guint field)
{
  return mlg_record_get_integer (self, field) != 0;
}

/**
 * mlg_record_copy_value:
 * @source: a record of the same kind
 *
 * Takes the value of one field.
 */
void
mlg_record_copy_value (MlgRecord *self, MlgRecord *source, guint field)
{
  MlgValue copy = { .type = MLG_VALUE_NULL };

  g_return_if_fail (mlg_record_get_kind (self) == mlg_record_get_kind (source));

  mlg_value_copy (&copy, &mlg_record_get_values (source)[field]);
  mlg_record_take_value (self, field, copy);
}

/**
 * mlg_record_set_null:
 * @field: which field
 *
 * Takes the value out of a field, and notifies its property when there was one.
 */
void
mlg_record_set_null (MlgRecord *self, guint field)
{
  mlg_record_take_value (self, field, (MlgValue){ .type = MLG_VALUE_NULL });
}

/**
 * mlg_record_set_text:
 * @text: (nullable): copied; empty is none, so that a cell left blank and an unknown are the same
 */
void
mlg_record_set_text (MlgRecord *self, guint field, const char *text)
{
  if (text == NULL || *text == '\0')
    mlg_record_set_null (self, field);
  else
    mlg_record_take_value (self, field,
                           (MlgValue){ .type = MLG_VALUE_TEXT, .text = g_strdup (text) });
}

/**
 * mlg_record_set_integer:
 * @value: for a reference, 0 is none
 */
void
mlg_record_set_integer (MlgRecord *self, guint field, gint64 value)
{
  if (value == 0 && mlg_record_get_kind (self)->fields[field].type == MLG_FIELD_REFERENCE)
    mlg_record_set_null (self, field);
  else
    mlg_record_take_value (self, field, (MlgValue){ .type = MLG_VALUE_INTEGER, .integer = value });
}

/**
 * mlg_record_set_real:
 * @field: a field of the type %MLG_FIELD_REAL
 * @value: in the unit of the field
 *
 * Sets a number, and notifies its property when it is another one.
 */
void
mlg_record_set_real (MlgRecord *self, guint field, double value)
{
  mlg_record_take_value (self, field, (MlgValue){ .type = MLG_VALUE_REAL, .real = value });
}

/**
 * mlg_record_set_boolean:
 * @field: a field of the type %MLG_FIELD_BOOLEAN
 * @value: yes or no
 *
 * Sets a yes or no, and notifies its property when it is another one.
 */
void
mlg_record_set_boolean (MlgRecord *self, guint field, gboolean value)
{
  mlg_record_set_integer (self, field, value ? 1 : 0);
}

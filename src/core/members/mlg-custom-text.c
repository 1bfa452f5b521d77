/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-custom.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-custom-field.h"
#include "mlg-custom-value.h"

/* The values of custom fields as text: what people write, what is kept, what people read. All are kept
 * as text; numbers, dates and booleans are read and shown by a record that has one field of each
 * type, so that they are written everywhere in the same way. */
#define SCRATCH_FIELDS(F)                                                                          \
  F (SCRATCH_INTEGER, "integer", "Integer", MLG_FIELD_INTEGER)                                     \
  F (SCRATCH_REAL, "real", "Real", MLG_FIELD_REAL)                                                 \
  F (SCRATCH_BOOLEAN, "boolean", "Boolean", MLG_FIELD_BOOLEAN)                                     \
  F (SCRATCH_DATE, "date", "Date", MLG_FIELD_DATE)

enum
{
  SCRATCH_FIELDS (MLG_FIELD_ENUM) SCRATCH_N_FIELDS
};

static const MlgField scratch_fields[] = { SCRATCH_FIELDS (MLG_FIELD_DESCRIPTION) };

typedef struct
{
  MlgRecord parent_instance;
} MlgCustomScratch;

typedef MlgRecordClass MlgCustomScratchClass;

static GType mlg_custom_scratch_get_type (void);
G_DEFINE_FINAL_TYPE (MlgCustomScratch, mlg_custom_scratch, MLG_TYPE_RECORD)

static const MlgKind scratch_kind = {
  .name = "custom-scratch",
  .plural = "custom-scratches",
  .title = "Scratch",
  .title_plural = "Scratches",
  .table = "",
  .fields = scratch_fields,
  .n_fields = SCRATCH_N_FIELDS,
  .get_type = mlg_custom_scratch_get_type,
};

static void
mlg_custom_scratch_class_init (MlgCustomScratchClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &scratch_kind);
}

static void
mlg_custom_scratch_init (MlgCustomScratch *self)
{
}

/* Returns: the field of the scratch record that has the type of a custom field; -1 for text. */
static int
find_scratch (MlgRecord *field)
{
  return mlg_kind_find_field (&scratch_kind, mlg_record_get_text (field, MLG_CUSTOM_FIELD_TYPE));
}

static const char *
get_expected (int scratch)
{
  switch (scratch)
    {
    case SCRATCH_INTEGER:
      return _ ("a whole number is expected");
    case SCRATCH_REAL:
      return _ ("a number is expected");
    case SCRATCH_BOOLEAN:
      return _ ("yes or no is expected");
    case SCRATCH_DATE:
    default:
      return _ ("a date is expected, such as 2026-11-23 or 23/11/2026");
    }
}

static void
refuse (GError **error, MlgRecord *field, const char *text, const char *expected)
{
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
               _ ("“%s” is not right for “%s”: %s"), text,
               mlg_record_get_text (field, MLG_CUSTOM_FIELD_NAME), expected);
}

/**
 * mlg_custom_get_choices:
 * @field: a custom field
 *
 * Returns: (transfer full): what a field of type choice may be, in order
 */
GStrv
mlg_custom_get_choices (MlgRecord *field)
{
  const char *text = mlg_record_get_text (field, MLG_CUSTOM_FIELD_CHOICES);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (choices, lines[i]);
  return g_strv_builder_end (choices);
}

static char *
parse_choice (MlgRecord *field, const char *text, GError **error)
{
  g_auto (GStrv) choices = mlg_custom_get_choices (field);
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  g_autofree char *list = g_strjoinv (", ", choices);
  g_autofree char *expected = NULL;

  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *choice = g_utf8_casefold (choices[i], -1);

      if (g_str_equal (choice, wanted))
        return g_strdup (choices[i]);
    }
  /* Translators: the choices of a field: "small, medium, large is expected". */
  expected = g_strdup_printf (_ ("one of these is expected: %s"), list);
  refuse (error, field, text, expected);
  return NULL;
}

/**
 * mlg_custom_parse:
 * @field: a custom field
 * @text: what a person or a file wrote, not empty
 *
 * Errors: %MLG_STORE_ERROR_INVALID for what does not suit the type of the field.
 *
 * Returns: (transfer full): the value as it is kept; %NULL with @error set
 */
char *
mlg_custom_parse (MlgRecord *field, const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  int scratch = find_scratch (field);
  g_autoptr (MlgRecord) record = NULL;

  if (g_strcmp0 (mlg_record_get_text (field, MLG_CUSTOM_FIELD_TYPE), "choice") == 0)
    return parse_choice (field, stripped, error);
  if (scratch < 0)
    return g_steal_pointer (&stripped);
  record = mlg_record_new (&scratch_kind);
  if (mlg_record_parse (record, (guint) scratch, stripped, NULL)
      && !mlg_record_is_null (record, (guint) scratch))
    return mlg_record_dup_plain (record, (guint) scratch);
  refuse (error, field, stripped, get_expected (scratch));
  return NULL;
}

/**
 * mlg_custom_value_settle:
 * @value: a custom-value to be written
 *
 * Gives a value the form in which its field keeps it. One without a field or without a text is left
 * to the checks of its own description.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for what does not suit the type of the field.
 *
 * Returns: %FALSE with @error set
 */
gboolean
mlg_custom_value_settle (MlgConnection *db, MlgRecord *value, GError **error)
{
  const char *text = mlg_record_get_text (value, MLG_CUSTOM_VALUE_VALUE);
  g_autoptr (MlgRecord) field = NULL;
  g_autofree char *kept = NULL;

  if (text == NULL || mlg_record_is_null (value, MLG_CUSTOM_VALUE_FIELD))
    return TRUE;
  field = mlg_record_load (db, &mlg_custom_field_kind,
                           mlg_record_get_integer (value, MLG_CUSTOM_VALUE_FIELD), error);
  kept = field != NULL ? mlg_custom_parse (field, text, error) : NULL;
  if (kept == NULL)
    return FALSE;
  mlg_record_set_text (value, MLG_CUSTOM_VALUE_VALUE, kept);
  return TRUE;
}

/**
 * mlg_custom_display:
 * @field: a custom field
 * @plain: (nullable): a value of it, as it is kept
 *
 * Returns: (transfer full): the value as people read it in their language; "" for none
 */
char *
mlg_custom_display (MlgRecord *field, const char *plain)
{
  int scratch = find_scratch (field);
  g_autoptr (MlgRecord) record = NULL;

  if (plain == NULL || scratch < 0)
    return g_strdup (plain != NULL ? plain : "");
  record = mlg_record_new (&scratch_kind);
  /* What the field held before its type was changed is shown as it is. */
  if (!mlg_record_parse (record, (guint) scratch, plain, NULL))
    return g_strdup (plain);
  return mlg_record_dup_display (record, (guint) scratch);
}

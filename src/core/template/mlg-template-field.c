/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-field.h"

#include <glib/gi18n-lib.h>

#include "mlg-french.h"
#include "store/mlg-clean-text.h"

static const char *const type_names[] = {
  [MLG_TEMPLATE_TEXT] = "text",
  [MLG_TEMPLATE_LONG_TEXT] = "long-text",
  [MLG_TEMPLATE_DATE] = "date",
  [MLG_TEMPLATE_TIME] = "time",
  [MLG_TEMPLATE_DURATION] = "duration",
  [MLG_TEMPLATE_AMOUNT] = "amount",
  [MLG_TEMPLATE_PERCENTAGE] = "percentage",
  [MLG_TEMPLATE_NUMBER] = "number",
  [MLG_TEMPLATE_CHOICE] = "choice",
  [MLG_TEMPLATE_YES_NO] = "yes-no",
  [MLG_TEMPLATE_BODY] = "body",
  [MLG_TEMPLATE_PERSON] = "person",
  [MLG_TEMPLATE_ROWS] = "rows",
};

G_DEFINE_QUARK (mlg - template - error, mlg_template_error)

static void
choice_free (gpointer data)
{
  MlgTemplateChoice *choice = data;

  g_free (choice->value);
  g_free (choice->label);
  g_free (choice);
}

/**
 * mlg_template_field_free:
 * @field: (transfer full): a field of a template
 *
 * Frees the description of a field with its choices.
 */
void
mlg_template_field_free (MlgTemplateField *field)
{
  g_free (field->name);
  g_free (field->label);
  g_free (field->help);
  g_free (field->preset);
  g_free (field->select);
  g_ptr_array_unref (field->choices);
  g_ptr_array_unref (field->columns);
  g_free (field);
}

/**
 * mlg_template_type_get_name:
 *
 * Returns: the name of the type in the schema
 */
const char *
mlg_template_type_get_name (MlgTemplateType type)
{
  return type_names[type];
}

/**
 * mlg_template_type_parse:
 * @name: (nullable): a name of the schema
 * @type: (out): the type
 *
 * Returns: whether there is such a type
 */
gboolean
mlg_template_type_parse (const char *name, MlgTemplateType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (g_strcmp0 (name, type_names[i]) == 0)
      {
        *type = (MlgTemplateType) i;
        return TRUE;
      }
  return FALSE;
}

static char *
dup_words (const xmlNode *element)
{
  g_autoptr (xmlChar) words = xmlNodeGetContent (element);

  return g_strstrip (g_strdup ((const char *) words));
}

static void
read_choice (MlgTemplateField *field, const xmlNode *element)
{
  MlgTemplateChoice *choice = g_new0 (MlgTemplateChoice, 1);

  choice->value = g_strdup (mlg_xml_get (element, "value"));
  choice->label = dup_words (element);
  g_ptr_array_add (field->choices, choice);
}

static void
read_part (MlgTemplateField *field, const xmlNode *element)
{
  const char *name = (const char *) element->name;

  if (g_str_equal (name, "label"))
    field->label = dup_words (element);
  else if (g_str_equal (name, "help"))
    field->help = dup_words (element);
  else if (g_str_equal (name, "choice"))
    read_choice (field, element);
  else if (g_str_equal (name, "column"))
    g_ptr_array_add (field->columns, mlg_template_field_read (element));
}

/**
 * mlg_template_field_read:
 * @element: a field or column element that follows the schema
 *
 * Returns: (transfer full): the field
 */
MlgTemplateField *
mlg_template_field_read (const xmlNode *element)
{
  MlgTemplateField *field = g_new0 (MlgTemplateField, 1);

  field->choices = g_ptr_array_new_with_free_func (choice_free);
  field->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_template_field_free);
  field->name = g_strdup (mlg_xml_get (element, "name"));
  field->preset = g_strdup (mlg_xml_get (element, "default"));
  field->select = g_strdup (mlg_xml_get (element, "select"));
  field->required = mlg_xml_is_true (element, "required");
  mlg_template_type_parse (mlg_xml_get (element, "type"), &field->type);
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      read_part (field, child);
  if (field->label == NULL)
    field->label = dup_words (element);
  return field;
}

/**
 * mlg_template_field_find:
 * @fields: (element-type MlgTemplateField): fields, or columns
 *
 * Returns: (transfer none) (nullable): the one of this name
 */
const MlgTemplateField *
mlg_template_field_find (GPtrArray *fields, const char *name)
{
  for (guint i = 0; i < fields->len; i++)
    if (g_strcmp0 (((MlgTemplateField *) fields->pdata[i])->name, name) == 0)
      return fields->pdata[i];
  return NULL;
}

static const MlgTemplateChoice *
find_choice (const MlgTemplateField *field, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < field->choices->len; i++)
    {
      const MlgTemplateChoice *choice = field->choices->pdata[i];
      g_autofree char *label = g_utf8_casefold (choice->label, -1);

      if (g_str_equal (choice->value, text) || g_str_equal (label, folded))
        return choice;
    }
  return NULL;
}

static char *
parse_choice (const MlgTemplateField *field, const char *text, GError **error)
{
  const MlgTemplateChoice *choice = find_choice (field, text);
  g_autoptr (GString) all = g_string_new (NULL);

  if (choice != NULL)
    return g_strdup (choice->value);
  for (guint i = 0; i < field->choices->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "",
                            ((MlgTemplateChoice *) field->choices->pdata[i])->value);
  g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE,
               /* Translators: what was given, then all that can be chosen. */
               _ ("“%s” is not one of: %s"), text, all->str);
  return NULL;
}

/* An answer goes to XML, which may not hold control characters. */
static char *
parse_words (const char *text)
{
  char *words = g_strdup (text);

  mlg_clean_text (words);
  return words;
}

/**
 * mlg_template_field_parse:
 * @text: what a person or a file gave: "1 234,56 €", "23/11/2026", "12 mois", "oui"
 *
 * Returns: (transfer full): the value as it is kept; %NULL with %MLG_TEMPLATE_ERROR_VALUE, which
 *   says what is expected
 */
char *
mlg_template_field_parse (const MlgTemplateField *field, const char *text, GError **error)
{
  switch (field->type)
    {
    case MLG_TEMPLATE_DATE:
      return mlg_french_parse_date (text, error);
    case MLG_TEMPLATE_TIME:
      return mlg_french_parse_time (text, error);
    case MLG_TEMPLATE_DURATION:
      return mlg_french_parse_duration (text, error);
    case MLG_TEMPLATE_AMOUNT:
      return mlg_french_parse_amount (text, error);
    case MLG_TEMPLATE_PERCENTAGE:
    case MLG_TEMPLATE_NUMBER:
      return mlg_french_parse_number (text, error);
    case MLG_TEMPLATE_YES_NO:
      return mlg_french_parse_yes_no (text, error);
    case MLG_TEMPLATE_CHOICE:
      return parse_choice (field, text, error);
    case MLG_TEMPLATE_ROWS:
      g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE,
                   _ ("“%s” is a list of rows: give it in an answers file"), field->label);
      return NULL;
    case MLG_TEMPLATE_TEXT:
    case MLG_TEMPLATE_LONG_TEXT:
    case MLG_TEMPLATE_BODY:
    case MLG_TEMPLATE_PERSON:
    default:
      return parse_words (text);
    }
}

/**
 * mlg_template_field_print:
 * @kept: a value as it is kept
 *
 * Returns: (transfer full): the value as it is printed, in French
 */
char *
mlg_template_field_print (const MlgTemplateField *field, const char *kept)
{
  const MlgTemplateChoice *choice;

  if (field->type != MLG_TEMPLATE_CHOICE)
    return mlg_french_print (mlg_template_type_get_name (field->type), kept);
  choice = find_choice (field, kept);
  return g_strdup (choice != NULL ? choice->label : kept);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answers-rows.h"

#include <glib/gi18n-lib.h>

static const xmlNode *
find_named (const xmlNode *parent, const char *name)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && xmlStrEqual (child->name, (const xmlChar *) name))
      return child;
  return NULL;
}

static void
append_value (GString *text, const xmlNode *row, const char *column)
{
  const xmlNode *value = find_named (row, column);
  g_autoptr (xmlChar) words = value != NULL ? xmlNodeGetContent (value) : NULL;

  for (const char *p = (const char *) words; p != NULL && *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

static void
append_row (GString *text, const MlgTemplateField *field, const xmlNode *row)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  for (guint i = 0; i < field->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\t');
      append_value (text, row, ((MlgTemplateField *) field->columns->pdata[i])->name);
    }
}

/**
 * mlg_answers_dup_rows:
 * @field: the name of a field of type rows
 *
 * Returns: (transfer full) (nullable): its rows, with values in the form that files carry; %NULL without an
 *   answer
 */
char *
mlg_answers_dup_rows (MlgAnswers *self, const char *field)
{
  const MlgTemplateField *description =
      mlg_template_field_find (mlg_template_get_fields (mlg_answers_get_template (self)), field);
  g_autoptr (xmlDoc) context = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewNode (NULL, (const xmlChar *) "context");
  const xmlNode *answer;
  GString *text;

  xmlDocSetRootElement (context, root);
  mlg_answers_add_to_context (self, root);
  answer = find_named (root, field);
  if (description == NULL || answer == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (const xmlNode *row = answer->children; row != NULL; row = row->next)
    if (row->type == XML_ELEMENT_NODE)
      append_row (text, description, row);
  return g_string_free (text, FALSE);
}

static gboolean
add_line (MlgAnswers *self, const MlgTemplateField *field, const char *line, GError **error)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = g_strv_length (cells);

  for (guint i = 0; i < n && i < field->columns->len; i++)
    g_hash_table_insert (values, ((MlgTemplateField *) field->columns->pdata[i])->name,
                         g_strstrip (cells[i]));
  return mlg_answers_add_row (self, field->name, values, error);
}

/**
 * mlg_answers_set_rows:
 * @field: the name of a field of type rows
 * @text: all its rows, with values as people write them; lines without a value are left out
 *
 * Errors: %MLG_TEMPLATE_ERROR_UNKNOWN, %MLG_TEMPLATE_ERROR_VALUE; some rows are set then: whoever writes
 * them to a file gives up.
 */
gboolean
mlg_answers_set_rows (MlgAnswers *self, const char *field, const char *text, GError **error)
{
  const MlgTemplateField *description =
      mlg_template_field_find (mlg_template_get_fields (mlg_answers_get_template (self)), field);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (description == NULL || description->type != MLG_TEMPLATE_ROWS)
    {
      g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN,
                   _ ("the template has no list “%s”"), field);
      return FALSE;
    }
  mlg_answers_clear (self, field);
  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (*line));

      if (*stripped != '\0' && !add_line (self, description, *line, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_template_field_print_plain:
 * @kept: a value in the form that files carry
 *
 * Returns: (transfer full): the value as people may write it: as it is printed, unless that would not be
 *   understood when it is written
 */
char *
mlg_template_field_print_plain (const MlgTemplateField *field, const char *kept)
{
  g_autofree char *printed = *kept != '\0' ? mlg_template_field_print (field, kept) : g_strdup ("");
  g_autofree char *again =
      printed != NULL && *printed != '\0' ? mlg_template_field_parse (field, printed, NULL) : NULL;

  return g_strcmp0 (again, kept) == 0 ? g_steal_pointer (&printed) : g_strdup (kept);
}

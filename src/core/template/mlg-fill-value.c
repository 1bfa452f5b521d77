/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-fill-private.h"
#include "mlg-french.h"

/* Values in the text: printed in French as their type says; a gap that shows where there is none. */

/* Line ends inside a value are line ends inside the paragraph. */
void
mlg_fill_words (MlgFill *self, xmlNode *to, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        mlg_fill_add (self, to, "br");
      xmlNodeAddContent (to, (const xmlChar *) g_strdelimit (lines[i], "\r", ' '));
    }
}

static void
add_gap (MlgFill *self, xmlNode *to, const char *name, const char *expected)
{
  xmlNode *gap = mlg_fill_add (self, to, "field");

  mlg_xml_set (gap, "name", name);
  mlg_xml_set (gap, "missing", "true");
  mlg_fill_words (self, gap, expected);
}

/* One issue for each field, however often it is printed. */
static void
report_missing (MlgFill *self, const xmlNode *where, const char *name, const char *expected)
{
  if (g_hash_table_add (self->missing, g_strdup (name)))
    mlg_issue_list_add (self->issues, MLG_SEVERITY_WARNING, NULL, mlg_xml_get_line (where),
                        mlg_xml_get_column (where),
                        /* Translators: a field's label and its name. */
                        _ ("“%s” (%s) is not filled"), expected, name);
}

/* A record given for a body or a person prints its name. */
static char *
get_words (const xmlNode *node)
{
  g_autoptr (xmlChar) words = NULL;

  if (node->type == XML_ELEMENT_NODE)
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
      if (child->type == XML_ELEMENT_NODE && xmlStrEqual (child->name, (const xmlChar *) "name"))
        node = child;
  words = xmlNodeGetContent (node);
  return g_strdup ((const char *) words);
}

static char *
print_node (const xmlNode *node, const char *format)
{
  gboolean element = node->type == XML_ELEMENT_NODE;
  const char *title = element ? mlg_xml_get (node, "title") : NULL;
  g_autofree char *words = get_words (node);

  if (title != NULL && format == NULL)
    return g_strdup (title);
  if (format == NULL && element)
    format = mlg_xml_get (node, "type");
  return *words != '\0' ? mlg_french_print (format, words) : g_steal_pointer (&words);
}

/* The element of a field: the nearest one, in the row of a repeat or around it. */
static xmlNode *
find_value (xmlNode *at, const char *name)
{
  for (; at != NULL && at->type == XML_ELEMENT_NODE; at = at->parent)
    for (xmlNode *child = at->children; child != NULL; child = child->next)
      if (child->type == XML_ELEMENT_NODE && xmlStrEqual (child->name, (const xmlChar *) name))
        return child;
  return NULL;
}

/* A field that was described. One that is not required and not answered prints nothing. */
void
mlg_fill_field (MlgFill *self, const xmlNode *field, xmlNode *to, xmlNode *at)
{
  const char *name = mlg_xml_get (field, "name");
  const MlgTemplateField *description =
      mlg_template_field_find (mlg_template_get_fields (self->template), name);
  xmlNode *node = find_value (at, name);
  g_autofree char *printed = node != NULL ? print_node (node, NULL) : NULL;

  g_assert (description != NULL);
  if (printed != NULL && *printed != '\0')
    mlg_fill_words (self, to, printed);
  else if (description->required)
    {
      add_gap (self, to, name, description->label);
      report_missing (self, field, name, description->label);
    }
}

void
mlg_fill_value (MlgFill *self, const xmlNode *value, xmlNode *to, xmlNode *at)
{
  const char *select = mlg_xml_get (value, "select");
  const char *missing = mlg_xml_get (value, "missing");
  const char *format = mlg_xml_get (value, "format");
  g_autoptr (GPtrArray) nodes = mlg_evaluator_select (self->evaluator, select, at, &self->error);
  g_autofree char *printed = NULL;

  if (nodes == NULL)
    {
      mlg_fill_fault (self, value);
      return;
    }
  if (nodes->len > 0)
    printed = print_node (nodes->pdata[0], format);
  else
    {
      /* An expression that gives words or a number: count(…), concat(…). */
      g_autofree char *text = mlg_evaluator_get_text (self->evaluator, select, at, &self->error);

      if (text == NULL)
        {
          mlg_fill_fault (self, value);
          return;
        }
      printed = *text != '\0' ? mlg_french_print (format, text) : g_steal_pointer (&text);
    }
  if (*printed != '\0')
    mlg_fill_words (self, to, printed);
  else if (missing != NULL)
    {
      add_gap (self, to, select, missing);
      report_missing (self, value, select, missing);
    }
}

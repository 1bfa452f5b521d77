/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-answers.h"
#include "mlg-expression.h"

/* Answers that records give: each field says by an expression where it is found in them. */
typedef struct
{
  MlgAnswers *answers;
  MlgEvaluator *evaluator;
  MlgIssueList *issues;
} Taking;

static void
warn (Taking *self, const GError *error)
{
  mlg_issue_list_add (self->issues, MLG_SEVERITY_WARNING, NULL, 0, 0, "%s", error->message);
}

static const xmlNode *
find_name (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && xmlStrEqual (child->name, (const xmlChar *) "name"))
      return child;
  return node;
}

/* What people read: a record's name, the title of a code; a choice is made by its code. */
static char *
get_node_words (const MlgTemplateField *field, const xmlNode *node)
{
  const char *title = node->type == XML_ELEMENT_NODE ? mlg_xml_get (node, "title") : NULL;
  g_autoptr (xmlChar) words = NULL;

  if (title != NULL && field->type != MLG_TEMPLATE_CHOICE)
    return g_strdup (title);
  words = xmlNodeGetContent (node->type == XML_ELEMENT_NODE ? find_name (node) : node);
  return g_strdup ((const char *) words);
}

/* Returns: (nullable): what the records have for the field. */
static char *
get_words (Taking *self, const MlgTemplateField *field, xmlNode *at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nodes = mlg_evaluator_select (self->evaluator, field->select, at, &error);
  char *words = NULL;

  if (nodes != NULL && nodes->len > 0)
    words = get_node_words (field, nodes->pdata[0]);
  else if (nodes != NULL)
    words = mlg_evaluator_get_text (self->evaluator, field->select, at, &error);
  if (error != NULL)
    warn (self, error);
  /* A moment is a date and a time. */
  if (words != NULL && field->type == MLG_TEMPLATE_DATE)
    words[strcspn (words, "T")] = '\0';
  return words;
}

static void
take_words (Taking *self, const MlgTemplateField *field, xmlNode *at)
{
  g_autofree char *words = get_words (self, field, at);
  g_autoptr (GError) error = NULL;

  if (words != NULL && *words != '\0'
      && !mlg_answers_set (self->answers, field->name, words, &error))
    warn (self, error);
}

static void
take_row (Taking *self, const MlgTemplateField *field, xmlNode *row)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < field->columns->len; i++)
    {
      const MlgTemplateField *column = field->columns->pdata[i];
      char *words = column->select != NULL ? get_words (self, column, row) : NULL;

      if (words != NULL)
        g_hash_table_insert (values, column->name, words);
    }
  if (!mlg_answers_add_row (self->answers, field->name, values, &error))
    warn (self, error);
}

static void
take_rows (Taking *self, const MlgTemplateField *field, xmlNode *at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = mlg_evaluator_select (self->evaluator, field->select, at, &error);

  if (rows == NULL)
    warn (self, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    take_row (self, field, rows->pdata[i]);
}

/**
 * mlg_answers_take_records:
 * @records: the records that the template is filled with, as mlg_record_make_context() makes them
 * @issues: gets a warning for each value that its field does not take
 *
 * Answers from records the fields that have no answer of their own and say where records have it.
 * What somebody answered stays; a default gives way.
 */
void
mlg_answers_take_records (MlgAnswers *self, xmlDoc *records, MlgIssueList *issues)
{
  GPtrArray *fields = mlg_template_get_fields (mlg_answers_get_template (self));
  g_autoptr (MlgEvaluator) evaluator = mlg_evaluator_new (records);
  Taking taking = { self, evaluator, issues };
  xmlNode *at = xmlDocGetRootElement (records);

  for (guint i = 0; i < fields->len; i++)
    {
      const MlgTemplateField *field = fields->pdata[i];

      if (field->select == NULL || mlg_answers_is_answered (self, field->name))
        continue;
      if (field->type == MLG_TEMPLATE_ROWS)
        take_rows (&taking, field, at);
      else
        take_words (&taking, field, at);
    }
}

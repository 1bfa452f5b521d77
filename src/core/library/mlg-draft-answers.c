/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-draft-answers.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-xml-write.h"

/* Answers to the questions of one revision, carried to another. */

static void
tell_lost (MlgIssueList *issues, const MlgTemplateField *field, const char *name, const char *text)
{
  mlg_issue_list_add (issues, MLG_SEVERITY_WARNING, NULL, 0, 0,
                      _ ("the answer to “%s” has no place any more: %s"),
                      field != NULL ? field->label : name, text);
}

static gboolean
is_taken (const MlgTemplateField *field, const char *text)
{
  g_autofree char *kept = mlg_template_field_parse (field, text, NULL);

  return kept != NULL;
}

/* Values of rows whose column went, or takes other values. */
static void
prune_row (xmlNode *row, const MlgTemplateField *field, MlgIssueList *issues)
{
  for (xmlNode *value = row->children, *next; value != NULL; value = next)
    {
      const char *name = value->type == XML_ELEMENT_NODE ? mlg_xml_get (value, "name") : NULL;
      const MlgTemplateField *column =
          name != NULL ? mlg_template_field_find (field->columns, name) : NULL;
      g_autoptr (xmlChar) text = xmlNodeGetContent (value);

      next = value->next;
      if (name == NULL || (column != NULL && is_taken (column, (const char *) text)))
        continue;
      tell_lost (issues, column, name, (const char *) text);
      xmlUnlinkNode (value);
      xmlFreeNode (value);
    }
}

static gboolean
fits (const MlgTemplateField *before, const MlgTemplateField *field, const char *text)
{
  if (field == NULL || before == NULL)
    return FALSE;
  if (before->type == MLG_TEMPLATE_ROWS || field->type == MLG_TEMPLATE_ROWS)
    return before->type == field->type;
  return is_taken (field, text);
}

static void
prune_answer (xmlNode *answer, MlgTemplate *from, MlgTemplate *to, MlgIssueList *issues)
{
  const char *name = mlg_xml_get (answer, "name");
  const MlgTemplateField *before = mlg_template_field_find (mlg_template_get_fields (from), name);
  const MlgTemplateField *field = mlg_template_field_find (mlg_template_get_fields (to), name);
  g_autoptr (xmlChar) text = xmlNodeGetContent (answer);

  if (!fits (before, field, (const char *) text))
    {
      tell_lost (issues, before, name, (const char *) text);
      xmlUnlinkNode (answer);
      xmlFreeNode (answer);
      return;
    }
  if (field->type == MLG_TEMPLATE_ROWS)
    for (xmlNode *row = answer->children; row != NULL; row = row->next)
      if (row->type == XML_ELEMENT_NODE)
        prune_row (row, field, issues);
}

/**
 * mlg_draft_carry_answers:
 * @to: another revision of the template that was answered, or another template
 * @issues: gets a warning for each answer that has no place there
 *
 * Returns: (transfer full): the answers to the questions that @to asks too
 */
MlgAnswers *
mlg_draft_carry_answers (MlgAnswers *answers, MlgTemplate *to, MlgIssueList *issues, GError **error)
{
  g_autoptr (GBytes) bytes = mlg_answers_to_xml (answers);
  g_autoptr (xmlDoc) doc = mlg_xml_read_bytes (bytes, _ ("answers"), NULL, NULL, error);
  g_autofree char *revision = g_strdup_printf ("%u", mlg_template_get_revision (to));
  g_autoptr (GBytes) carried = NULL;
  xmlNode *root;

  if (doc == NULL)
    return NULL;
  root = xmlDocGetRootElement (doc);
  mlg_xml_set (root, "template", mlg_template_get_uri (to));
  mlg_xml_set (root, "revision", revision);
  for (xmlNode *answer = root->children, *next; answer != NULL; answer = next)
    {
      next = answer->next;
      if (answer->type == XML_ELEMENT_NODE)
        prune_answer (answer, mlg_answers_get_template (answers), to, issues);
    }
  carried = mlg_xml_write (doc);
  return mlg_answers_read_xml (to, carried, _ ("answers"), issues, NULL, error);
}

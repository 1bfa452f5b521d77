/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answers.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-grammar.h"
#include "document/mlg-xml-write.h"
#include "store/mlg-clean-text.h"

#define GRAMMAR "/org/maillage/formats/answers.rng"

/* What was answered to the fields of a template, kept as XML: one element for each field that has an
 * answer, in the order in which they were given. A value is in the form that files carry. */
struct _MlgAnswers
{
  GObject parent_instance;
  MlgTemplate *template; /* (owned) */
  xmlDoc *tree;          /* (owned) */
};

G_DEFINE_FINAL_TYPE (MlgAnswers, mlg_answers, G_TYPE_OBJECT)

static void
mlg_answers_finalize (GObject *object)
{
  MlgAnswers *self = MLG_ANSWERS (object);

  g_clear_object (&self->template);
  g_clear_pointer (&self->tree, xmlFreeDoc);
  G_OBJECT_CLASS (mlg_answers_parent_class)->finalize (object);
}

static void
mlg_answers_class_init (MlgAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_answers_finalize;
}

static void
mlg_answers_init (MlgAnswers *self)
{
}

static xmlNode *
root_of (MlgAnswers *self)
{
  return xmlDocGetRootElement (self->tree);
}

/**
 * mlg_answers_new:
 * @template: (transfer none): what is filled
 *
 * Returns: (transfer full): no answers yet
 */
MlgAnswers *
mlg_answers_new (MlgTemplate *template)
{
  MlgAnswers *self = g_object_new (MLG_TYPE_ANSWERS, NULL);
  g_autofree char *revision = g_strdup_printf ("%u", mlg_template_get_revision (template));
  xmlNode *root;

  self->template = g_object_ref (template);
  self->tree = xmlNewDoc ((const xmlChar *) "1.0");
  root = xmlNewDocNode (self->tree, NULL, (const xmlChar *) "answers", NULL);
  xmlDocSetRootElement (self->tree, root);
  xmlSetNs (root, xmlNewNs (root, (const xmlChar *) MLG_ANSWERS_NAMESPACE, NULL));
  mlg_xml_set (root, "template", mlg_template_get_uri (template));
  mlg_xml_set (root, "revision", revision);
  return self;
}

static xmlNode *
find_named (const xmlNode *parent, const char *name)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_strcmp0 (mlg_xml_get (child, "name"), name) == 0)
      return child;
  return NULL;
}

static const MlgTemplateField *
find_field (MlgAnswers *self, const char *name, GError **error)
{
  const MlgTemplateField *field =
      mlg_template_field_find (mlg_template_get_fields (self->template), name);

  if (field == NULL)
    g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN,
                 _ ("the template has no field “%s”"), name);
  return field;
}

static xmlNode *
ensure_answer (MlgAnswers *self, const char *name)
{
  xmlNode *answer = find_named (root_of (self), name);

  if (answer != NULL)
    return answer;
  answer = xmlNewChild (root_of (self), root_of (self)->ns, (const xmlChar *) "answer", NULL);
  mlg_xml_set (answer, "name", name);
  return answer;
}

static void
set_words (xmlNode *element, const char *text)
{
  xmlNodeSetContent (element, NULL);
  xmlNodeAddContent (element, (const xmlChar *) text);
}

/**
 * mlg_answers_set:
 * @field: the name of a field
 * @text: what was answered, as people write it; "" takes the answer away
 *
 * Errors: %MLG_TEMPLATE_ERROR_UNKNOWN, %MLG_TEMPLATE_ERROR_VALUE.
 */
gboolean
mlg_answers_set (MlgAnswers *self, const char *field, const char *text, GError **error)
{
  const MlgTemplateField *description = find_field (self, field, error);
  g_autofree char *stripped = g_strdup (text);
  g_autofree char *kept = NULL;

  if (description == NULL)
    return FALSE;
  mlg_clean_text (stripped); /* first: a control character alone is no answer */
  g_strstrip (stripped);
  if (*stripped == '\0')
    {
      mlg_answers_clear (self, field);
      return TRUE;
    }
  kept = mlg_template_field_parse (description, stripped, error);
  if (kept == NULL)
    {
      g_prefix_error (error, "%s: ", field);
      return FALSE;
    }
  set_words (ensure_answer (self, field), kept);
  return TRUE;
}

/**
 * mlg_answers_clear:
 *
 * Takes the answer to a field away: its default counts again.
 */
void
mlg_answers_clear (MlgAnswers *self, const char *field)
{
  xmlNode *answer = find_named (root_of (self), field);

  if (answer == NULL)
    return;
  xmlUnlinkNode (answer);
  xmlFreeNode (answer);
}

/**
 * mlg_answers_get:
 *
 * Returns: (transfer full) (nullable): the answer, else the default, in the form that files carry;
 *   %NULL for none, and for rows
 */
char *
mlg_answers_get (MlgAnswers *self, const char *field)
{
  const MlgTemplateField *description = find_field (self, field, NULL);
  const xmlNode *answer = find_named (root_of (self), field);
  g_autoptr (xmlChar) words = NULL;

  if (description == NULL || description->type == MLG_TEMPLATE_ROWS)
    return NULL;
  if (answer == NULL)
    return g_strdup (description->preset);
  if (xmlFirstElementChild ((xmlNode *) answer) != NULL)
    answer = find_named (answer, "name");
  words = answer != NULL ? xmlNodeGetContent (answer) : NULL;
  return g_strdup ((const char *) words);
}

static gboolean
add_value (MlgAnswers *self,
           xmlNode *row,
           const MlgTemplateField *column,
           const char *text,
           GError **error)
{
  g_autofree char *kept = mlg_template_field_parse (column, text, error);
  xmlNode *value;

  if (kept == NULL)
    return FALSE;
  value = xmlNewChild (row, row->ns, (const xmlChar *) "value", NULL);
  mlg_xml_set (value, "name", column->name);
  set_words (value, kept);
  return TRUE;
}

/**
 * mlg_answers_add_row:
 * @field: the name of a field of type rows
 * @values: (element-type utf8 utf8): column → what was answered, as people write it
 *
 * Adds a row after those that are there. All of it or nothing.
 *
 * Errors: %MLG_TEMPLATE_ERROR_UNKNOWN, %MLG_TEMPLATE_ERROR_VALUE.
 */
gboolean
mlg_answers_add_row (MlgAnswers *self, const char *field, GHashTable *values, GError **error)
{
  const MlgTemplateField *description = find_field (self, field, error);
  xmlNode *row;

  if (description == NULL)
    return FALSE;
  row =
      xmlNewChild (ensure_answer (self, field), root_of (self)->ns, (const xmlChar *) "row", NULL);
  for (guint i = 0; i < description->columns->len; i++)
    {
      const MlgTemplateField *column = description->columns->pdata[i];
      const char *text = g_hash_table_lookup (values, column->name);

      if (text == NULL || *text == '\0')
        continue;
      if (!add_value (self, row, column, text, error))
        {
          g_prefix_error (error, "%s, %s: ", field, column->name);
          xmlUnlinkNode (row);
          xmlFreeNode (row);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * mlg_answers_get_template:
 *
 * Returns: (transfer none): what is filled
 */
MlgTemplate *
mlg_answers_get_template (MlgAnswers *self)
{
  return self->template;
}

/**
 * mlg_answers_is_answered:
 *
 * Returns: whether the field has an answer of its own, whatever its default
 */
gboolean
mlg_answers_is_answered (MlgAnswers *self, const char *field)
{
  return find_named (root_of (self), field) != NULL;
}

/**
 * mlg_answers_is_filled:
 *
 * Returns: whether the field has an answer or a default
 */
gboolean
mlg_answers_is_filled (MlgAnswers *self, const char *field)
{
  const xmlNode *answer = find_named (root_of (self), field);
  g_autofree char *value = NULL;

  if (answer != NULL && xmlFirstElementChild ((xmlNode *) answer) != NULL)
    return TRUE;
  value = mlg_answers_get (self, field);
  return value != NULL && *value != '\0';
}

/* One value in the context: its type says how it prints. */
static void
put_value (xmlNode *parent, const MlgTemplateField *field, const char *kept)
{
  xmlNode *element = xmlNewChild (parent, NULL, (const xmlChar *) field->name, NULL);
  g_autofree char *printed = mlg_template_field_print (field, kept);

  mlg_xml_set (element, "type", mlg_template_type_get_name (field->type));
  if (field->type == MLG_TEMPLATE_CHOICE)
    mlg_xml_set (element, "title", printed);
  xmlNodeAddContent (element, (const xmlChar *) kept);
}

static void
put_row (xmlNode *parent, const MlgTemplateField *field, const xmlNode *row)
{
  xmlNode *element = xmlNewChild (parent, NULL, (const xmlChar *) "row", NULL);

  for (const xmlNode *value = row->children; value != NULL; value = value->next)
    {
      const char *name = value->type == XML_ELEMENT_NODE ? mlg_xml_get (value, "name") : NULL;
      const MlgTemplateField *column =
          name != NULL ? mlg_template_field_find (field->columns, name) : NULL;
      g_autoptr (xmlChar) words = NULL;

      if (column == NULL)
        continue;
      words = xmlNodeGetContent (value);
      put_value (element, column, (const char *) words);
    }
}

/* A body or a person whose record was given: its elements, under the field's name. */
static void
put_parts (xmlNode *parent, const MlgTemplateField *field, const xmlNode *answer)
{
  xmlNode *element = xmlNewChild (parent, NULL, (const xmlChar *) field->name, NULL);

  mlg_xml_set (element, "type", mlg_template_type_get_name (field->type));
  for (const xmlNode *value = answer->children; value != NULL; value = value->next)
    {
      g_autoptr (xmlChar) words = NULL;

      if (value->type != XML_ELEMENT_NODE)
        continue;
      if (field->type == MLG_TEMPLATE_ROWS)
        {
          put_row (element, field, value);
          continue;
        }
      words = xmlNodeGetContent (value);
      xmlNewTextChild (element, NULL, (const xmlChar *) mlg_xml_get (value, "name"), words);
    }
}

/**
 * mlg_answers_add_to_context:
 * @context: an element that gets a child for each field that has a value
 *
 * Gives the answers to expressions: each field is an element of its name, with its type.
 */
void
mlg_answers_add_to_context (MlgAnswers *self, xmlNode *context)
{
  GPtrArray *fields = mlg_template_get_fields (self->template);

  for (guint i = 0; i < fields->len; i++)
    {
      const MlgTemplateField *field = fields->pdata[i];
      const xmlNode *answer = find_named (root_of (self), field->name);
      g_autofree char *kept = mlg_answers_get (self, field->name);

      if (answer != NULL && xmlFirstElementChild ((xmlNode *) answer) != NULL)
        put_parts (context, field, answer);
      else if (kept != NULL && *kept != '\0')
        put_value (context, field, kept);
    }
}

/**
 * mlg_answers_to_xml:
 *
 * Returns: (transfer full): the answers as a file
 */
GBytes *
mlg_answers_to_xml (MlgAnswers *self)
{
  return mlg_xml_write (self->tree);
}

static void
take_row (
    MlgAnswers *self, const char *field, const xmlNode *row, const char *file, MlgIssueList *issues)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GError) error = NULL;

  for (const xmlNode *value = row->children; value != NULL; value = value->next)
    {
      g_autoptr (xmlChar) words = NULL;

      if (value->type != XML_ELEMENT_NODE)
        continue;
      words = xmlNodeGetContent (value);
      g_hash_table_insert (values, (gpointer) mlg_xml_get (value, "name"),
                           g_strdup ((const char *) words));
    }
  if (!mlg_answers_add_row (self, field, values, &error))
    mlg_issue_list_add (issues, MLG_SEVERITY_WARNING, file, mlg_xml_get_line (row),
                        mlg_xml_get_column (row), "%s", error->message);
}

static void
take_parts (MlgAnswers *self, const char *field, const xmlNode *answer)
{
  xmlNode *copy = xmlDocCopyNode ((xmlNode *) answer, self->tree, 1);

  mlg_answers_clear (self, field);
  xmlAddChild (root_of (self), copy);
  xmlReconciliateNs (self->tree, copy);
}

static void
take_answer (MlgAnswers *self, const xmlNode *answer, const char *file, MlgIssueList *issues)
{
  const char *name = mlg_xml_get (answer, "name");
  const MlgTemplateField *field = find_field (self, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlChar) words = NULL;

  if (field == NULL)
    mlg_issue_list_add (issues, MLG_SEVERITY_WARNING, file, mlg_xml_get_line (answer),
                        mlg_xml_get_column (answer), _ ("the template has no field “%s”"), name);
  else if (field->type == MLG_TEMPLATE_ROWS)
    for (const xmlNode *row = answer->children; row != NULL; row = row->next)
      {
        if (row->type == XML_ELEMENT_NODE)
          take_row (self, name, row, file, issues);
      }
  else if (xmlFirstElementChild ((xmlNode *) answer) != NULL)
    take_parts (self, name, answer);
  else
    {
      words = xmlNodeGetContent (answer);
      if (!mlg_answers_set (self, name, (const char *) words, &error))
        mlg_issue_list_add (issues, MLG_SEVERITY_WARNING, file, mlg_xml_get_line (answer),
                            mlg_xml_get_column (answer), "%s", error->message);
    }
}

/**
 * mlg_answers_read_xml:
 * @template: (transfer none): what is filled
 * @bytes: a file that mlg_answers_to_xml() wrote, or of the same form
 * @issues: gets a warning for each answer that the template does not take: the others are taken
 *
 * Errors: those of the document's XML reader, %MLG_TEMPLATE_ERROR_INVALID.
 *
 * Returns: (transfer full): the answers
 */
MlgAnswers *
mlg_answers_read_xml (MlgTemplate *template,
                      GBytes *bytes,
                      const char *name,
                      MlgIssueList *issues,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (xmlDoc) tree = mlg_xml_read_bytes (bytes, name, NULL, cancellable, error);
  MlgAnswers *self;

  if (tree == NULL)
    return NULL;
  if (!mlg_grammar_validate (mlg_grammar_get (GRAMMAR), tree, name, issues))
    {
      g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_INVALID,
                   _ ("%s: this is not a valid file of answers"), name != NULL ? name : "?");
      return NULL;
    }
  self = mlg_answers_new (template);
  for (xmlNode *child = xmlDocGetRootElement (tree)->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      take_answer (self, child, name, issues);
  return self;
}

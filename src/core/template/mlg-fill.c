/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-fill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-fill-private.h"

/* From a template, answers and records to a document. */

/* Expressions start from the element "context": the fields are its children, then what the caller
 * gave, then the template itself, for its criteria, lots and identity. @piece: (nullable): the number
 * of the piece that is filled alone. */
static xmlDoc *
make_context (MlgTemplate *template, MlgAnswers *answers, xmlDoc *given, const char *piece)
{
  xmlDoc *context = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (context, NULL, (const xmlChar *) "context", NULL);
  xmlNode *source = xmlDocGetRootElement (mlg_template_get_tree (template));
  xmlNode *part;

  xmlDocSetRootElement (context, root);
  mlg_answers_add_to_context (answers, root);
  if (given != NULL)
    for (xmlNode *child = xmlDocGetRootElement (given)->children; child != NULL;
         child = child->next)
      xmlAddChild (root, xmlDocCopyNode (child, context, 1));
  part = xmlNewChild (root, NULL, (const xmlChar *) "template", NULL);
  mlg_xml_set (part, "revision", mlg_xml_get (source, "revision"));
  mlg_xml_set (part, "piece", piece);
  return context;
}

/* The same elements without a namespace, so that expressions need no prefix. */
static void
copy_plain (const xmlNode *from, xmlNode *to)
{
  for (const xmlNode *child = from->children; child != NULL; child = child->next)
    {
      xmlNode *copy;

      if (child->type == XML_TEXT_NODE)
        xmlNodeAddContent (to, child->content);
      if (child->type != XML_ELEMENT_NODE)
        continue;
      copy = xmlNewChild (to, NULL, child->name, NULL);
      for (const xmlAttr *attribute = child->properties; attribute != NULL;
           attribute = attribute->next)
        if (attribute->ns == NULL)
          mlg_xml_set (copy, (const char *) attribute->name,
                       mlg_xml_get (child, (const char *) attribute->name));
      copy_plain (child, copy);
    }
}

static void
add_template_parts (xmlDoc *context, MlgTemplate *template)
{
  static const char *const names[] = { "identity", "purchase", "criteria" };
  xmlNode *source = xmlDocGetRootElement (mlg_template_get_tree (template));
  xmlNode *part = xmlLastElementChild (xmlDocGetRootElement (context));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      xmlNode *child = mlg_template_find_child (source, names[i]);

      if (child != NULL)
        copy_plain (child, xmlNewChild (part, NULL, (const xmlChar *) names[i], NULL));
    }
}

/* Prepares an empty one; @template and @issues must outlive it. @alone is the number of the piece when
 * only one is filled. */
void
mlg_fill_start (MlgFill *self,
                MlgTemplate *template,
                MlgAnswers *answers,
                xmlDoc *given,
                const char *alone,
                MlgIssueList *issues)
{
  self->template = template;
  self->issues = issues;
  self->context = make_context (template, answers, given, alone);
  add_template_parts (self->context, template);
  self->evaluator = mlg_evaluator_new (self->context);
  self->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
copy_property (const xmlNode *from, xmlNode *to, const char *name)
{
  const char *value = mlg_xml_get (from, name);

  if (value != NULL)
    mlg_xml_set (to, name, value);
}

/* Returns: (transfer none): the root of a new document that is written into */
xmlNode *
mlg_fill_start_document (MlgFill *self)
{
  xmlNode *root;
  const char *language = mlg_template_get_language (self->template);

  self->out = xmlNewDoc ((const xmlChar *) "1.0");
  root = xmlNewDocNode (self->out, NULL, (const xmlChar *) "document", NULL);
  xmlDocSetRootElement (self->out, root);
  self->ns = xmlNewNs (root, (const xmlChar *) MLG_DOCUMENT_NAMESPACE, NULL);
  xmlSetNs (root, self->ns);
  xmlNewNsProp (root, xmlSearchNsByHref (self->out, root, XML_XML_NAMESPACE),
                (const xmlChar *) "lang", (const xmlChar *) language);
  return root;
}

static void
fill_part (MlgFill *self, const xmlNode *piece, const char *name, xmlNode *to, xmlNode *at)
{
  const xmlNode *part = mlg_template_find_child (piece, name);

  if (part != NULL)
    mlg_fill_children (self, part, mlg_fill_add (self, to, name), at);
}

/* What was answered to a field of this name and type (nullable). */
static char *
find_answer (const xmlNode *context, const char *name, const char *type)
{
  for (const xmlNode *field = context->children; field != NULL; field = field->next)
    if (field->type == XML_ELEMENT_NODE && strcmp ((const char *) field->name, name) == 0
        && g_strcmp0 (mlg_xml_get (field, "type"), type) == 0
        && xmlFirstElementChild ((xmlNode *) field) == NULL)
      {
        g_autoptr (xmlChar) text = xmlNodeGetContent (field);

        return g_strstrip (g_strdup ((const char *) text));
      }
  return NULL;
}

/* Who it is from and of which day, as far as it is known: programs show it with the file. */
static void
add_origin (MlgFill *self, xmlNode *head)
{
  static const char *const days[] = { "launch-date", "letter-date", "written-on", "meeting-date",
                                      "launch" };
  const xmlNode *context = xmlDocGetRootElement (self->context);
  g_autofree char *buyer = find_answer (context, "buyer", "body");

  if (buyer != NULL && *buyer != '\0')
    xmlNodeAddContent (mlg_fill_add (self, head, "author"), (const xmlChar *) buyer);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = find_answer (context, days[i], "date");

      if (day == NULL || !g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2}$", day, 0, 0))
        continue;
      xmlNodeAddContent (mlg_fill_add (self, head, "date"), (const xmlChar *) day);
      return;
    }
}

static void
add_head (MlgFill *self, xmlNode *root, const xmlNode *titled, xmlNode *at)
{
  xmlNode *head = mlg_fill_add (self, root, "head");
  xmlNode *title = mlg_fill_add (self, head, "title");
  g_autofree char *named = NULL;

  if (titled == NULL)
    {
      named = mlg_template_get_title (self->template);
      xmlNodeAddContent (title, (const xmlChar *) named);
      add_origin (self, head);
      return;
    }
  mlg_fill_children (self, mlg_template_find_child (titled, "title"), title, at);
  named = (char *) xmlNodeGetContent (title);
  xmlNodeSetContent (title, NULL);
  xmlNodeAddContent (title, (const xmlChar *) named);
  xmlFree (g_steal_pointer (&named));
  add_origin (self, head);
}

/* A piece of a set opens with its title, as it does within the set; a paper places its own, if any. */
static void
add_title (MlgFill *self, xmlNode *body, const xmlNode *piece, xmlNode *at)
{
  xmlNode *title;

  if (g_strcmp0 (mlg_xml_get (piece, "role"), "paper") == 0)
    return;
  title = mlg_fill_add (self, body, "p");
  mlg_xml_set (title, "role", "title");
  mlg_fill_children (self, mlg_template_find_child (piece, "title"), title, at);
}

static void
fill_one (MlgFill *self, const xmlNode *piece)
{
  xmlNode *at = xmlDocGetRootElement (self->context);
  xmlNode *root = mlg_fill_start_document (self);
  xmlNode *body;

  copy_property (piece, root, "orientation");
  copy_property (piece, root, "numbering");
  copy_property (piece, root, "before");
  copy_property (piece, root, "after");
  add_head (self, root, piece, at);
  fill_part (self, piece, "header", root, at);
  fill_part (self, piece, "footer", root, at);
  body = mlg_fill_add (self, root, "body");
  add_title (self, body, piece, at);
  mlg_fill_children (self, mlg_template_find_child (piece, "text"), body, at);
}

static void
fill_all (MlgFill *self)
{
  GPtrArray *pieces = mlg_template_get_pieces (self->template);
  xmlNode *at = xmlDocGetRootElement (self->context);
  xmlNode *root = mlg_fill_start_document (self);
  xmlNode *body;

  copy_property (pieces->pdata[0], root, "orientation");
  add_head (self, root, NULL, at);
  fill_part (self, pieces->pdata[0], "header", root, at);
  fill_part (self, pieces->pdata[0], "footer", root, at);
  body = mlg_fill_add (self, root, "body");
  for (guint i = 0; i < pieces->len; i++)
    {
      const xmlNode *piece = pieces->pdata[i];
      xmlNode *section;

      if (i > 0)
        mlg_fill_add (self, body, "page-break");
      section = mlg_fill_add (self, body, "section");
      copy_property (piece, section, "orientation");
      copy_property (piece, section, "numbering");
      copy_property (piece, section, "before");
      copy_property (piece, section, "after");
      mlg_xml_set (section, "numbered", "false");
      mlg_fill_children (self, mlg_template_find_child (piece, "title"),
                         mlg_fill_add (self, section, "heading"), at);
      mlg_fill_children (self, mlg_template_find_child (piece, "text"), section, at);
    }
}

/* Returns: (nullable): all the pieces in one tree, from the same answers; what is wrong with them is
 *   told when they are filled for themselves */
xmlDoc *
mlg_fill_make_set (MlgFill *self)
{
  g_autoptr (MlgIssueList) told = mlg_issue_list_new ();
  g_autoptr (GHashTable) missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MlgFill set = { .template = self->template,
                  .evaluator = self->evaluator,
                  .context = self->context,
                  .issues = told,
                  .cancellable = self->cancellable,
                  .missing = missing };

  fill_all (&set);
  if (set.error != NULL)
    g_clear_pointer (&set.out, xmlFreeDoc);
  g_clear_error (&set.error);
  return set.out;
}

void
mlg_fill_clear (MlgFill *self)
{
  g_clear_pointer (&self->evaluator, mlg_evaluator_free);
  g_clear_pointer (&self->context, xmlFreeDoc);
  g_clear_pointer (&self->out, xmlFreeDoc);
  g_clear_pointer (&self->missing, g_hash_table_unref);
  g_clear_error (&self->error);
}

/**
 * mlg_fill:
 * @template: what to fill
 * @answers: what was answered
 * @context: (nullable): records, as children of the root, that expressions may use
 * @piece: the piece, from 0, or %MLG_FILL_ALL_PIECES
 * @issues: gets a warning for each required field without a value, and for each reference whose
 *   target is not there
 * @cancellable: (nullable): gives up
 *
 * Fills a template. Gaps are marked in the document. A reference from one piece to another shows the
 * same number in the set and in the piece alone. Any thread.
 *
 * Errors: %MLG_TEMPLATE_ERROR_UNKNOWN for a piece that does not exist,
 * %MLG_TEMPLATE_ERROR_EXPRESSION for an expression that costs too much.
 *
 * Returns: (transfer full): a document
 */
MlgDocument *
mlg_fill (MlgTemplate *template,
          MlgAnswers *answers,
          xmlDoc *context,
          guint piece,
          MlgIssueList *issues,
          GCancellable *cancellable,
          GError **error)
{
  GPtrArray *pieces = mlg_template_get_pieces (template);
  MlgFill self = { .cancellable = cancellable };
  g_autofree char *title = mlg_template_get_title (template);
  g_autofree char *alone = piece != MLG_FILL_ALL_PIECES ? g_strdup_printf ("%u", piece + 1) : NULL;
  MlgDocument *document = NULL;

  if (piece == MLG_FILL_ALL_PIECES && pieces->len == 1)
    piece = 0;
  if (piece != MLG_FILL_ALL_PIECES && piece >= pieces->len)
    {
      g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN,
                   _ ("The template has no piece %u"), piece + 1);
      return NULL;
    }
  mlg_fill_start (&self, template, answers, context, alone, issues);
  if (piece == MLG_FILL_ALL_PIECES)
    fill_all (&self);
  else
    fill_one (&self, pieces->pdata[piece]);
  if (self.error == NULL)
    {
      mlg_fill_resolve_references (&self, piece != MLG_FILL_ALL_PIECES && pieces->len > 1);
      document = mlg_document_new_for_tree (g_steal_pointer (&self.out), title);
    }
  else
    g_propagate_error (error, g_steal_pointer (&self.error));
  mlg_fill_clear (&self);
  return document;
}

/**
 * mlg_fill_list_missing:
 *
 * Returns: (transfer full): the labels of the required fields without a value
 */
GStrv
mlg_fill_list_missing (MlgTemplate *template, MlgAnswers *answers)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  GPtrArray *fields = mlg_template_get_fields (template);

  for (guint i = 0; i < fields->len; i++)
    {
      const MlgTemplateField *field = fields->pdata[i];

      if (field->required && !mlg_answers_is_filled (answers, field->name))
        g_strv_builder_add (missing, field->label);
    }
  return g_strv_builder_end (missing);
}

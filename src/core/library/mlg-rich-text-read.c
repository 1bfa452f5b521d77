/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document.h"
#include "document/mlg-xml-write.h"
#include "mlg-rich-text.h"
#include "library/mlg-fragment.h"
#include "template/mlg-template.h"

#define LINE_SEPARATOR "\u2028" /* ends a line without ending the paragraph */

typedef struct
{
  GPtrArray *lines;   /* of MlgRichLine */
  GHashTable *labels; /* (unowned) (nullable) */
} Reader;

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *) node->name);
}

static MlgRichNode *
take_node (const xmlNode *element)
{
  const char *prefix = element->ns != NULL ? (const char *) element->ns->prefix : NULL;
  g_autofree char *name =
      g_strconcat (prefix != NULL ? prefix : "", prefix != NULL ? ":" : "", element->name, NULL);
  MlgRichNode *node = mlg_rich_node_new (name);

  for (const xmlAttr *a = element->properties; a != NULL; a = a->next)
    {
      const char *space = a->ns != NULL ? (const char *) a->ns->prefix : NULL;
      g_autofree char *key =
          g_strconcat (space != NULL ? space : "", space != NULL ? ":" : "", a->name, NULL);
      g_autoptr (xmlChar) value = xmlNodeListGetString (a->doc, a->children, 1);

      mlg_rich_node_set (node, key, value != NULL ? (const char *) value : "");
    }
  return node;
}

static void append_shown (Reader *self, const xmlNode *node, GString *shown);

static void
append_children (Reader *self, const xmlNode *element, GString *shown)
{
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    append_shown (self, child, shown);
}

static void
append_words (GString *shown, const char *words)
{
  for (const char *p = words; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (shown, *p);
    else if (shown->len > 0 && shown->str[shown->len - 1] != ' ')
      g_string_append_c (shown, ' ');
}

static void
end_line (GString *shown)
{
  if (shown->len > 0 && !g_str_has_suffix (shown->str, LINE_SEPARATOR))
    g_string_append (shown, LINE_SEPARATOR);
}

static void
append_field (Reader *self, const char *name, GString *shown)
{
  const char *label = self->labels != NULL ? g_hash_table_lookup (self->labels, name) : NULL;

  g_string_append (shown, label != NULL ? label : name);
}

static void
append_named (Reader *self, const xmlNode *node, GString *shown)
{
  const char *name = mlg_xml_get (node, "name");
  const char *missing = mlg_xml_get (node, "missing");
  const char *select = mlg_xml_get (node, "select");
  const char *to = mlg_xml_get (node, "to");
  const char *alt = mlg_xml_get (node, "alt");

  if (mlg_document_node_is (node, "field") && name != NULL)
    append_field (self, name, shown);
  else if (mlg_template_node_is (node, "value") && missing != NULL
           && !g_str_equal (missing, "true"))
    g_string_append (shown, missing);
  else if (mlg_template_node_is (node, "value") && select != NULL)
    append_field (self, g_str_has_prefix (select, "/context/") ? select + 9 : select, shown);
  else if (to != NULL)
    g_string_append_printf (shown, "→ %s", to);
  else
    g_string_append (shown, alt != NULL ? alt : "");
}

/* A condition or a repeat inside what is kept whole: what it is, then the text. */
static void
append_control (Reader *self, const xmlNode *node, GString *shown)
{
  g_autoptr (MlgRichNode) taken = take_node (node);
  g_autofree char *told = mlg_rich_node_tell (taken, self->labels);

  g_string_append_printf (shown, "[%s: ", told);
  append_children (self, node, shown);
  if (g_str_has_suffix (shown->str, LINE_SEPARATOR))
    g_string_truncate (shown, shown->len - strlen (LINE_SEPARATOR));
  g_string_append_c (shown, ']');
}

static void
append_element (Reader *self, const xmlNode *node, GString *shown)
{
  static const char *const controls[] = { "when", "otherwise", "repeat", "note", NULL };
  static const char *const named[] = { "field", "value", "image", NULL };
  static const char *const lines[] = { "caption", "row", "p", "heading", "section", NULL };

  if (mlg_document_node_is (node, "cell") && xmlPreviousElementSibling ((xmlNode *) node) != NULL)
    g_string_append (shown, " | ");
  if (is_one_of (node, controls))
    append_control (self, node, shown);
  else if (is_one_of (node, named) || (mlg_document_node_is (node, "ref") && !node->children))
    append_named (self, node, shown);
  else if (mlg_document_node_is (node, "br"))
    g_string_append (shown, LINE_SEPARATOR);
  else if (mlg_document_node_is (node, "tab"))
    g_string_append (shown, "⇥");
  else
    append_children (self, node, shown);
  if (mlg_document_node_is (node, "cell") && g_str_has_suffix (shown->str, LINE_SEPARATOR))
    g_string_truncate (shown, shown->len - strlen (LINE_SEPARATOR));
  if (is_one_of (node, lines))
    end_line (shown);
}

static void
append_shown (Reader *self, const xmlNode *node, GString *shown)
{
  if (node->type == XML_ELEMENT_NODE)
    append_element (self, node, shown);
  else if (node->content != NULL && !xmlIsBlankNode (node))
    append_words (shown, (const char *) node->content);
  else if (node->type == XML_TEXT_NODE && mlg_document_node_is (node->parent, "p"))
    g_string_append_c (shown, ' ');
}

/* What stands for an atom: never nothing, so that it can be seen. */
static char *
dup_shown (Reader *self, const xmlNode *node)
{
  GString *shown = g_string_new (NULL);

  append_shown (self, node, shown);
  while (g_str_has_suffix (shown->str, LINE_SEPARATOR) && shown->len > strlen (LINE_SEPARATOR))
    g_string_truncate (shown, shown->len - strlen (LINE_SEPARATOR));
  if (shown->len == 0)
    g_string_append_printf (shown, "‹%s›", (const char *) node->name);
  return g_string_free (shown, FALSE);
}

static void
add_atom (Reader *self, MlgRichLine *line, GPtrArray *path, const xmlNode *node)
{
  g_autofree char *shown = dup_shown (self, node);
  g_autofree char *xml =
      line->kind == MLG_RICH_BLOCK ? mlg_xml_write_node (node) : mlg_xml_write_in_line (node);

  g_ptr_array_add (line->spans, mlg_rich_span_new (path, shown, xml));
}

static void
add_spans (Reader *self, MlgRichLine *line, GPtrArray *path, const xmlNode *element)
{
  static const char *const styles[] = { "b", "i", "sup", "sub", "span", "link", "ref", NULL };

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      g_ptr_array_add (line->spans, mlg_rich_span_new (path, (const char *) child->content, NULL));
    else if (is_one_of (child, styles) && child->children != NULL)
      {
        g_ptr_array_add (path, take_node (child));
        add_spans (self, line, path, child);
        g_ptr_array_set_size (path, (int) path->len - 1);
      }
    else
      add_atom (self, line, path, child);
}

static MlgRichLine *
add_line (Reader *self, MlgRichKind kind, GPtrArray *path, MlgRichNode *own)
{
  MlgRichLine *line = mlg_rich_line_new (kind, path, own);

  g_ptr_array_add (self->lines, line);
  return line;
}

static void
add_words (Reader *self, MlgRichKind kind, GPtrArray *path, const xmlNode *element)
{
  g_autoptr (MlgRichNode) own = take_node (element);
  g_autoptr (GPtrArray) inside = mlg_rich_path_new ();

  add_spans (self, add_line (self, kind, path, own), inside, element);
}

static void
add_block (Reader *self, GPtrArray *path, const xmlNode *node)
{
  g_autoptr (GPtrArray) inside = mlg_rich_path_new ();

  add_atom (self, add_line (self, MLG_RICH_BLOCK, path, NULL), inside, node);
}

static void
add_head (Reader *self, GPtrArray *path)
{
  MlgRichNode *node = path->pdata[path->len - 1];
  g_autoptr (GPtrArray) inside = mlg_rich_path_new ();
  g_autofree char *told = mlg_rich_node_tell (node, self->labels);
  MlgRichLine *line = add_line (self, MLG_RICH_HEAD, path, NULL);

  g_ptr_array_add (line->spans, mlg_rich_span_new (inside, told, ""));
}

static gboolean
has_elements (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return TRUE;
  return FALSE;
}

static void
add_flow (Reader *self, GPtrArray *path, const xmlNode *element)
{
  static const char *const containers[] = { "section",   "list",   "item", "when",
                                            "otherwise", "repeat", "note", NULL };

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE && xmlIsBlankNode (child))
      continue;
    else if (mlg_document_node_is (child, "p"))
      add_words (self, MLG_RICH_PARAGRAPH, path, child);
    else if (mlg_document_node_is (child, "heading"))
      add_words (self, MLG_RICH_HEADING, path, child);
    else if (is_one_of (child, containers) && has_elements (child))
      {
        g_ptr_array_add (path, take_node (child));
        if (mlg_rich_node_needs_head (path->pdata[path->len - 1]))
          add_head (self, path);
        add_flow (self, path, child);
        g_ptr_array_set_size (path, (int) path->len - 1);
      }
    else
      add_block (self, path, child);
}

/**
 * mlg_rich_text_read:
 * @markup: the text of a clause: a fragment in its canonical form
 * @labels: (nullable) (element-type utf8 utf8): what fields are called, by their names
 *
 * Returns: (transfer full) (element-type MlgRichLine): its lines; %NULL with @error set when it is not XML
 */
GPtrArray *
mlg_rich_text_read (const char *markup, GHashTable *labels, GError **error)
{
  g_autoptr (xmlDoc) doc = mlg_fragment_read (markup, error);
  g_autoptr (GPtrArray) path = mlg_rich_path_new ();
  Reader self = { NULL, labels };

  if (doc == NULL)
    return NULL;
  self.lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_rich_line_free);
  add_flow (&self, path, xmlDocGetRootElement (doc));
  return self.lines;
}

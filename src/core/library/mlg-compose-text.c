/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-compose-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-document.h"
#include "library/mlg-fragment.h"
#include "library/mlg-template-record.h"

/* What stands before the pieces of a template, and what is mended once they are together. */

/**
 * mlg_compose_write_number:
 *
 * Returns: (transfer full): the number in as few digits as say it, with a point
 */
char *
mlg_compose_write_number (double number)
{
  char *text = g_malloc (G_ASCII_DTOSTR_BUF_SIZE);

  for (int digits = 15; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);

      g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, format, number);
      if (!(g_ascii_strtod (text, NULL) < number) && !(g_ascii_strtod (text, NULL) > number))
        break;
    }
  return text;
}

static void
append_lines (GString *text, const char *name, const char *lines)
{
  g_auto (GStrv) each = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (char **line = each; *line != NULL; line++)
    mlg_fragment_append (text, name, *line);
}

static void
append_identity (MlgRecord *t, GString *text)
{
  const char *day = mlg_record_get_text (t, MLG_TEMPLATE_RECORD_CHECKED_ON);
  const char *checked = mlg_record_get_text (t, MLG_TEMPLATE_RECORD_CHECKED);
  g_autofree char *escaped = g_markup_escape_text (checked != NULL ? checked : "", -1);

  g_string_append (text, "<identity>\n");
  mlg_fragment_append (text, "title", mlg_record_get_text (t, MLG_TEMPLATE_RECORD_TITLE));
  mlg_fragment_append (text, "summary", mlg_record_get_text (t, MLG_TEMPLATE_RECORD_SUMMARY));
  mlg_fragment_append (text, "origin", mlg_record_get_text (t, MLG_TEMPLATE_RECORD_ORIGIN));
  mlg_fragment_append (text, "licence", mlg_record_get_text (t, MLG_TEMPLATE_RECORD_LICENCE));
  mlg_fragment_append (text, "reliability",
                       mlg_record_get_text (t, MLG_TEMPLATE_RECORD_RELIABILITY));
  if (day != NULL)
    g_string_append_printf (text, "<checked on=\"%s\">%s</checked>\n", day, escaped);
  append_lines (text, "theme", mlg_record_get_text (t, MLG_TEMPLATE_RECORD_THEMES));
  append_lines (text, "keyword", mlg_record_get_text (t, MLG_TEMPLATE_RECORD_KEYWORDS));
  g_string_append (text, "</identity>\n");
}

static char *
write_purchase_attributes (MlgRecord *t)
{
  g_autofree char *value =
      mlg_record_is_null (t, MLG_TEMPLATE_RECORD_VALUE)
          ? NULL
          : mlg_compose_write_number (mlg_record_get_real (t, MLG_TEMPLATE_RECORD_VALUE));
  g_autofree char *months = mlg_record_dup_plain (t, MLG_TEMPLATE_RECORD_MONTHS);
  GString *text = g_string_new (NULL);

  mlg_fragment_append_attribute (text, "nature",
                                 mlg_record_get_text (t, MLG_TEMPLATE_RECORD_NATURE));
  mlg_fragment_append_attribute (text, "kind", mlg_record_get_text (t, MLG_TEMPLATE_RECORD_KIND));
  mlg_fragment_append_attribute (text, "procedure",
                                 mlg_record_get_text (t, MLG_TEMPLATE_RECORD_PROCEDURE));
  mlg_fragment_append_attribute (text, "value", value);
  mlg_fragment_append_attribute (text, "months", months);
  return g_string_free (text, FALSE);
}

/* The rest of the purchase is in the head, whose element has no attributes. */
static void
append_head (MlgRecord *t, GString *text)
{
  static const char start[] = "<purchase";
  g_autofree char *attributes = write_purchase_attributes (t);
  const char *head = mlg_record_get_text (t, MLG_TEMPLATE_RECORD_HEAD);

  if (head == NULL)
    head = "";
  if (g_str_has_prefix (head, start))
    g_string_append_printf (text, "%s%s%s\n", start, attributes, head + strlen (start));
  else if (*attributes != '\0')
    g_string_append_printf (text, "%s%s/>\n%s\n", start, attributes, head);
  else
    g_string_append_printf (text, "%s\n", head);
}

/**
 * mlg_compose_append_start:
 *
 * Appends what a template's record says: from the start tag to where the pieces begin.
 */
void
mlg_compose_append_start (MlgRecord *template, GString *text)
{
  const char *language = mlg_record_get_text (template, MLG_TEMPLATE_RECORD_LANGUAGE);

  g_string_append (text, "<template " MLG_FRAGMENT_NAMESPACES);
  mlg_fragment_append_attribute (text, "xml:lang", language != NULL ? language : "fr");
  mlg_fragment_append_attribute (text, "uri",
                                 mlg_record_get_text (template, MLG_TEMPLATE_RECORD_URI));
  g_string_append_printf (text, " revision=\"%" G_GINT64_FORMAT "\">\n",
                          mlg_record_get_integer (template, MLG_TEMPLATE_RECORD_REVISION));
  append_identity (template, text);
  append_head (template, text);
}

/**
 * mlg_compose_append_end:
 */
void
mlg_compose_append_end (GString *text)
{
  g_string_append (text, "</template>\n");
}

#define USE_START "<use id=\""

/**
 * mlg_compose_append_piece:
 * @content: the XML of a piece with its marks
 * @append: called for each mark
 */
void
mlg_compose_append_piece (const char *content, MlgComposeUse append, gpointer data, GString *text)
{
  const char *done = content;

  for (const char *mark = strstr (done, USE_START); mark != NULL; mark = strstr (done, USE_START))
    {
      const char *end = strstr (mark, "/>");

      g_string_append_len (text, done, mark - done);
      append (g_ascii_strtoll (mark + strlen (USE_START), NULL, 10), data, text);
      done = end != NULL ? end + strlen ("/>") : mark + strlen (mark);
    }
  g_string_append (text, done);
}

/* Clauses come from many templates: what one points to need not be in this one. */
typedef struct
{
  GHashTable *ids;       /* (owned) xml:id met */
  GPtrArray *references; /* (owned) (element-type xmlNode) */
} Mending;

static void
collect (Mending *self, xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      const char *id;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      id = mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id");
      if (id != NULL && !g_hash_table_add (self->ids, g_strdup (id)))
        xmlUnsetNsProp (node, xmlSearchNsByHref (node->doc, node, XML_XML_NAMESPACE),
                        (const xmlChar *) "id");
      if (mlg_document_node_is (node, "ref") || mlg_template_node_is (node, "related"))
        g_ptr_array_add (self->references, node);
      collect (self, node->children);
    }
}

static void
unwrap (xmlNode *node)
{
  for (xmlNode *child = node->children, *next; child != NULL; child = next)
    {
      next = child->next;
      xmlUnlinkNode (child);
      xmlAddPrevSibling (node, child);
    }
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

/**
 * mlg_compose_mend:
 * @tree: a template put together from parts
 *
 * Gives each identifier to one element only, and leaves of a reference to a place that is not there the
 * words alone.
 */
void
mlg_compose_mend (xmlDoc *tree, const char *name, MlgIssueList *issues)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  Mending mending = { ids, references };

  collect (&mending, xmlDocGetRootElement (tree));
  for (guint i = 0; i < references->len; i++)
    {
      const char *to = mlg_xml_get (references->pdata[i], "to");

      if (to != NULL && g_hash_table_contains (ids, to))
        continue;
      mlg_issue_list_add (
          issues, MLG_SEVERITY_NOTE, name, 0, 0,
          _ ("a reference to “%s”, which is not in this template, is left as its words"),
          to != NULL ? to : "?");
      unwrap (references->pdata[i]);
    }
}

/**
 * mlg_compose_finish:
 * @tree: (transfer full): the tree of a template that somebody changed
 * @name: as people know it
 *
 * Errors: %MLG_TEMPLATE_ERROR_INVALID, with the first fault in its message.
 *
 * Returns: (transfer full): the template
 */
MlgTemplate *
mlg_compose_finish (xmlDoc *tree, const char *name, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  MlgTemplate *template;

  mlg_fragment_adopt (xmlDocGetRootElement (tree));
  mlg_compose_mend (tree, name, issues);
  template = mlg_template_new_for_tree (tree, name, issues, error);
  for (guint i = 0; template == NULL && i < mlg_issue_list_get_n (issues); i++)
    {
      const MlgIssue *issue = mlg_issue_list_get (issues, i);

      if (issue->severity != MLG_SEVERITY_ERROR)
        continue;
      g_prefix_error (error, "%s: ", issue->message);
      break;
    }
  return template;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "mlg-document-error.h"

/**
 * SECTION: the border for XML
 *
 * Every XML file that comes from outside passes mlg_xml_read_bytes(): no document type, so no
 * entity of its own; nothing fetched; limits on size, depth and count that stop the parser at once.
 * Each element remembers the line and the column where it starts.
 */

const MlgXmlLimits mlg_xml_default_limits = {
  .max_bytes = 128 * 1024 * 1024,
  .max_depth = 200,
  .max_nodes = 10 * 1000 * 1000,
};

/* Why the parser was stopped by us. */
typedef enum
{
  STOP_NONE,
  STOP_DOCTYPE,
  STOP_DEPTH,
  STOP_NODES,
  STOP_CANCELLED
} Stop;

typedef struct
{
  const MlgXmlLimits *limits; /* (unowned) */
  GCancellable *cancellable;  /* (unowned) (nullable) */
  guint depth;
  guint nodes;
  Stop stop;
  int line; /* where it was stopped, or where the first error is */
  int column;
  char *reason; /* (owned) (nullable) the first error, in the words of libxml2 */
} Reading;

typedef xmlParserCtxt MlgXmlParser;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgXmlParser, xmlFreeParserCtxt)

/* A position fits in the pointer that libxml2 leaves to applications: its own line field stops at
 * 65535 and it has no column. */
#define COLUMN_BITS (GLIB_SIZEOF_VOID_P == 8 ? 24 : 8)
#define COLUMN_MAX  (((guintptr) 1 << COLUMN_BITS) - 1)

static void
set_position (xmlNode *node, int line, int column)
{
  guintptr packed = ((guintptr) MAX (line, 0) << COLUMN_BITS) | MIN ((guintptr) column, COLUMN_MAX);

  node->_private = (void *) packed;
}

/**
 * mlg_xml_get_line:
 * @node: an element read by mlg_xml_read_bytes(), or any node inside one
 *
 * Returns: the line where the element starts, from 1, or 0 when it was not read from a file
 */
int
mlg_xml_get_line (const xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->parent;
  return node == NULL ? 0 : (int) ((guintptr) node->_private >> COLUMN_BITS);
}

/**
 * mlg_xml_get_column:
 * @node: an element read by mlg_xml_read_bytes(), or any node inside one
 *
 * Returns: the column of the element's first character, in bytes from 1, or 0 when unknown
 */
int
mlg_xml_get_column (const xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->parent;
  return node == NULL ? 0 : (int) ((guintptr) node->_private & COLUMN_MAX);
}

/**
 * mlg_xml_fault:
 * @issues: gets an error
 * @file: (nullable): the file as people know it
 * @node: where the fault is
 * @format: what is wrong, for people
 *
 * Says what is wrong with an element that was read, and where it stands.
 */
void
mlg_xml_fault (MlgIssueList *issues, const char *file, const xmlNode *node, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mlg_issue_list_add (issues, MLG_SEVERITY_ERROR, file, mlg_xml_get_line (node),
                      mlg_xml_get_column (node), "%s", message);
}

/**
 * mlg_xml_copy_position:
 * @to: an element made from @from
 * @from: an element with a position
 */
void
mlg_xml_copy_position (xmlNode *to, const xmlNode *from)
{
  g_return_if_fail (to != NULL && from != NULL);

  to->_private = from->_private;
}

/**
 * mlg_xml_get_ns:
 * @node: an element
 * @ns: (nullable): the namespace of the attribute
 * @name: its local name
 *
 * Returns: (transfer none) (nullable): the value, or %NULL when there is no such attribute; valid
 *   until the attribute changes
 */
const char *
mlg_xml_get_ns (const xmlNode *node, const char *ns, const char *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      if (strcmp ((const char *) attribute->name, name) != 0)
        continue;
      if ((attribute->ns == NULL) != (ns == NULL))
        continue;
      if (ns != NULL && strcmp ((const char *) attribute->ns->href, ns) != 0)
        continue;
      /* Without a document type there are no entities, so the value is one text node. */
      return attribute->children != NULL ? (const char *) attribute->children->content : "";
    }
  return NULL;
}

/**
 * mlg_xml_get:
 * @node: an element
 * @name: an attribute without namespace
 *
 * Returns: (transfer none) (nullable): the value, or %NULL when there is no such attribute; valid
 *   until the attribute changes
 */
const char *
mlg_xml_get (const xmlNode *node, const char *name)
{
  return mlg_xml_get_ns (node, NULL, name);
}

/**
 * mlg_xml_is_true:
 * @node: an element
 * @name: an attribute without namespace
 *
 * Returns: whether the attribute is there and says "true"
 */
gboolean
mlg_xml_is_true (const xmlNode *node, const char *name)
{
  return g_strcmp0 (mlg_xml_get (node, name), "true") == 0;
}

/**
 * mlg_xml_set:
 * @node: an element
 * @name: an attribute without namespace
 * @value: (nullable): its value, or %NULL to remove it
 */
void
mlg_xml_set (xmlNode *node, const char *name, const char *value)
{
  if (value != NULL)
    xmlSetProp (node, (const xmlChar *) name, (const xmlChar *) value);
  else
    xmlUnsetProp (node, (const xmlChar *) name);
}

/* The parser tells us about an element when it has read its whole start tag. A start tag holds no
 * other "<", so the last one before here is its beginning, and it is still in the buffer. */
static void
find_tag_start (const xmlParserInput *input, int *line, int *column)
{
  const xmlChar *cur = input->cur;
  const xmlChar *start = cur;
  const xmlChar *line_start = NULL;

  *line = input->line;
  while (start > input->base && *start != '<')
    if (*--start == '\n')
      (*line)--;
  if (*line == input->line)
    {
      *column = MAX (input->col - (int) (cur - start), 1);
      return;
    }
  for (line_start = start; line_start > input->base && line_start[-1] != '\n';)
    line_start--;
  *column = (int) (start - line_start) + 1;
}

static void
stop_parser (xmlParserCtxt *parser, Stop why)
{
  Reading *reading = parser->_private;

  if (reading->stop == STOP_NONE)
    {
      reading->stop = why;
      find_tag_start (parser->input, &reading->line, &reading->column);
    }
  xmlStopParser (parser);
}

static void
on_doctype_found (void *data,
                  const xmlChar *name G_GNUC_UNUSED,
                  const xmlChar *public_id G_GNUC_UNUSED,
                  const xmlChar *system_id G_GNUC_UNUSED)
{
  stop_parser (data, STOP_DOCTYPE);
}

static void
on_element_started (void *data,
                    const xmlChar *local_name,
                    const xmlChar *prefix,
                    const xmlChar *uri,
                    int n_namespaces,
                    const xmlChar **namespaces,
                    int n_attributes,
                    int n_defaulted,
                    const xmlChar **attributes)
{
  xmlParserCtxt *parser = data;
  Reading *reading = parser->_private;
  int line = 0, column = 0;

  reading->nodes += 1 + (guint) n_attributes;
  if (++reading->depth > reading->limits->max_depth)
    stop_parser (parser, STOP_DEPTH);
  else if (reading->nodes > reading->limits->max_nodes)
    stop_parser (parser, STOP_NODES);
  else if (reading->nodes % 64 == 0 && g_cancellable_is_cancelled (reading->cancellable))
    stop_parser (parser, STOP_CANCELLED);
  if (reading->stop != STOP_NONE)
    return;

  find_tag_start (parser->input, &line, &column);
  xmlSAX2StartElementNs (data, local_name, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
  if (parser->node != NULL)
    set_position (parser->node, line, column);
}

static void
on_element_ended (void *data, const xmlChar *local_name, const xmlChar *prefix, const xmlChar *uri)
{
  xmlParserCtxt *parser = data;
  Reading *reading = parser->_private;

  reading->depth--;
  if (reading->stop == STOP_NONE)
    xmlSAX2EndElementNs (data, local_name, prefix, uri);
}

/**
 * mlg_xml_get_options:
 *
 * Returns: the parser options of the border, for readers that stream
 */
int
mlg_xml_get_options (void)
{
  int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA
                | XML_PARSE_BIG_LINES;

#if LIBXML_VERSION >= 21300
  options |= XML_PARSE_NO_XXE;
#endif
  return options;
}

/* libxml2 wants its tables filled once, before any thread uses them. */
static void
ensure_library (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      xmlInitParser ();
      g_once_init_leave (&done, 1);
    }
}

/* The first error explains the file, those that follow are its echoes. A duplicate identifier is
 * told by the readers that care, with the places of both. */
static void
on_error_found (void *data, const xmlError *error)
{
  Reading *reading = ((xmlParserCtxt *) data)->_private;

  if (error->level != XML_ERR_FATAL || reading->reason != NULL)
    return;
  reading->reason = g_strchomp (g_strdup (error->message != NULL ? error->message : ""));
  reading->line = error->line;
  reading->column = error->int2;
}

static MlgXmlParser *
parser_new (Reading *reading)
{
  MlgXmlParser *parser = NULL;

  ensure_library ();
  parser = xmlNewParserCtxt ();
  if (parser == NULL)
    g_error ("libxml2: out of memory");
  parser->_private = reading;
  parser->sax->serror = (xmlStructuredErrorFunc) on_error_found;
  parser->sax->internalSubset = on_doctype_found;
  parser->sax->startElementNs = on_element_started;
  parser->sax->endElementNs = on_element_ended;
  return parser;
}

static void
set_stop_error (const Reading *reading, const char *name, GError **error)
{
  switch (reading->stop)
    {
    case STOP_DOCTYPE:
      g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_REFUSED,
                   _ ("%s:%d: a document type declaration (DOCTYPE) is never read from outside: "
                      "remove it"),
                   name, reading->line);
      break;
    case STOP_DEPTH:
      g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_REFUSED,
                   _ ("%s:%d: more than %u elements inside one another"), name, reading->line,
                   reading->limits->max_depth);
      break;
    case STOP_NODES:
      g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_REFUSED,
                   _ ("%s:%d: more than %u elements and attributes"), name, reading->line,
                   reading->limits->max_nodes);
      break;
    case STOP_CANCELLED:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Reading was cancelled"));
      break;
    case STOP_NONE:
    default:
      g_assert_not_reached ();
    }
}

static void
set_syntax_error (const Reading *reading, const char *name, GError **error)
{
  g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_DAMAGED,
               _ ("%s:%d:%d: this is not well-formed XML: %s"), name, reading->line,
               reading->column, reading->reason != NULL ? reading->reason : "");
}

static gboolean
check_size (GBytes *bytes, const char *name, const MlgXmlLimits *limits, GError **error)
{
  gsize size = g_bytes_get_size (bytes);
  g_autofree char *most = NULL;

  if (size == 0)
    {
      g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_DAMAGED, _ ("%s is empty"), name);
      return FALSE;
    }
  if (size <= limits->max_bytes && size <= G_MAXINT)
    return TRUE;
  most = g_format_size (limits->max_bytes);
  g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_REFUSED,
               _ ("%s is larger than %s, the most that is read of one XML file"), name, most);
  return FALSE;
}

/**
 * mlg_xml_read_bytes:
 * @bytes: an XML file, in any encoding that it declares
 * @name: the file as people know it, for messages
 * @limits: (nullable): what it may cost, or %NULL for mlg_xml_default_limits
 * @cancellable: (nullable): to stop from another thread
 * @error: %MLG_DOCUMENT_ERROR_DAMAGED when it is not well-formed, %MLG_DOCUMENT_ERROR_REFUSED for a
 *   DOCTYPE or a limit, %G_IO_ERROR_CANCELLED
 *
 * Reads a foreign XML file into a tree. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the tree, whose elements know their position
 */
xmlDoc *
mlg_xml_read_bytes (GBytes *bytes,
                    const char *name,
                    const MlgXmlLimits *limits,
                    GCancellable *cancellable,
                    GError **error)
{
  Reading reading = { limits != NULL ? limits : &mlg_xml_default_limits, cancellable };
  g_autoptr (MlgXmlParser) parser = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autofree char *reason = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (!check_size (bytes, name, reading.limits, error))
    return NULL;

  parser = parser_new (&reading);
  doc = xmlCtxtReadMemory (parser, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes),
                           NULL, NULL, mlg_xml_get_options ());
  reason = reading.reason;
  if (reading.stop != STOP_NONE)
    set_stop_error (&reading, name, error);
  else if (doc == NULL || xmlDocGetRootElement (doc) == NULL || !parser->wellFormed)
    set_syntax_error (&reading, name, error);
  else
    return g_steal_pointer (&doc);
  return NULL;
}

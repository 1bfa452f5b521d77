/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-grammar.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "mlg-grammar-repeats.h"
#include "mlg-xml.h"

#define RELAXNG_NAMESPACE "http://relaxng.org/ns/structure/1.0"

struct _MlgGrammar
{
  xmlRelaxNG *relaxng; /* (owned) never changes once made, so that threads may share it */
};

typedef xmlRelaxNGParserCtxt MlgGrammarParser;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgGrammarParser, xmlRelaxNGFreeParserCtxt)
typedef xmlRelaxNGValidCtxt MlgGrammarValidation;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgGrammarValidation, xmlRelaxNGFreeValidCtxt)

static gboolean
is_grammar_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && strcmp ((const char *) node->ns->href, RELAXNG_NAMESPACE) == 0
         && strcmp ((const char *) node->name, name) == 0;
}

static xmlDoc *
read_grammar (const char *resource_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  xmlDoc *doc = NULL;

  if (bytes != NULL)
    doc = mlg_xml_read_bytes (bytes, resource_path, NULL, NULL, &error);
  if (doc == NULL)
    g_error ("%s: %s", resource_path, error->message); /* a broken build, not a broken file */
  return doc;
}

/* A definition given inside an include replaces the one of the grammar included. */
static gboolean
is_overridden (const xmlNode *include, const xmlNode *definition)
{
  const char *name = mlg_xml_get (definition, "name");

  for (const xmlNode *child = include->children; child != NULL; child = child->next)
    {
      if (is_grammar_element (definition, "start") && is_grammar_element (child, "start"))
        return TRUE;
      if (!is_grammar_element (definition, "define") || !is_grammar_element (child, "define"))
        continue;
      if (g_strcmp0 (name, mlg_xml_get (child, "name")) == 0)
        return TRUE;
    }
  return FALSE;
}

static void expand_includes (xmlNode *grammar, const char *resource_path);

/* An include is a div with the definitions of the other grammar, those overridden left out. Doing
 * it here keeps libxml2 from opening any address. */
static void
expand_include (xmlNode *include, const char *resource_path)
{
  g_autofree char *folder = g_path_get_dirname (resource_path);
  const char *href = mlg_xml_get (include, "href");
  g_autofree char *path = g_build_path ("/", folder, href, NULL);
  g_autoptr (xmlDoc) doc = read_grammar (path);
  xmlNode *grammar = xmlDocGetRootElement (doc);
  xmlNode *copy = NULL;

  expand_includes (grammar, path);
  copy = xmlDocCopyNode (grammar, include->doc, 1);
  xmlNodeSetName (copy, (const xmlChar *) "div");
  for (xmlNode *child = copy->children, *next = NULL; child != NULL; child = next)
    {
      next = child->next;
      if (is_overridden (include, child))
        {
          xmlUnlinkNode (child);
          xmlFreeNode (child);
        }
    }
  xmlAddPrevSibling (include, copy);
  xmlNodeSetName (include, (const xmlChar *) "div");
  xmlUnsetProp (include, (const xmlChar *) "href");
}

static void
expand_includes (xmlNode *grammar, const char *resource_path)
{
  for (xmlNode *child = grammar->children; child != NULL; child = child->next)
    if (is_grammar_element (child, "include"))
      expand_include (child, resource_path);
}

static MlgGrammar *
grammar_new (const char *resource_path)
{
  g_autoptr (xmlDoc) doc = read_grammar (resource_path);
  g_autoptr (MlgGrammarParser) parser = NULL;
  MlgGrammar *self = g_new0 (MlgGrammar, 1);

  expand_includes (xmlDocGetRootElement (doc), resource_path);
  parser = xmlRelaxNGNewDocParserCtxt (doc);
  self->relaxng = xmlRelaxNGParse (parser);
  if (self->relaxng == NULL)
    g_error ("%s is not a grammar", resource_path);
  return self;
}

/**
 * mlg_grammar_get:
 * @resource_path: a RELAX NG grammar in the program's resources, such as
 *   "/org/maillage/formats/document.rng"; it may include others of the same folder
 *
 * May be called from any thread. A grammar that is missing or broken is a fault of the build and
 * ends the program.
 *
 * Returns: (transfer none): the compiled grammar
 */
const MlgGrammar *
mlg_grammar_get (const char *resource_path)
{
  static GMutex mutex;
  static GHashTable *grammars = NULL; /* (element-type utf8 MlgGrammar) */
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  MlgGrammar *grammar = NULL;

  g_return_val_if_fail (resource_path != NULL, NULL);

  if (grammars == NULL)
    grammars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  grammar = g_hash_table_lookup (grammars, resource_path);
  if (grammar == NULL)
    {
      grammar = grammar_new (resource_path);
      g_hash_table_insert (grammars, g_strdup (resource_path), grammar);
    }
  return grammar;
}

typedef struct
{
  const char *file;     /* (unowned) (nullable) */
  MlgIssueList *issues; /* (unowned) */
  const xmlNode *last;  /* (unowned) (nullable) what the last issue was about */
  guint n_found;
} Validation;

static char *
describe_error (const xmlError *error)
{
  const char *one = error->str1 != NULL ? error->str1 : "?";
  const char *two = error->str2 != NULL ? error->str2 : "?";
  char *text = NULL;

  switch (error->code)
    {
    case XML_RELAXNG_ERR_ELEMWRONG:
    case XML_RELAXNG_ERR_EXTRACONTENT:
    case XML_RELAXNG_ERR_ELEMNAME:
      return g_strdup_printf (_ ("\"%s\" may not stand here"),
                              error->code == XML_RELAXNG_ERR_ELEMWRONG ? one : two);
    case XML_RELAXNG_ERR_NOELEM:
      return g_strdup_printf (_ ("an element \"%s\" is expected"), one);
    case XML_RELAXNG_ERR_ELEMNONS:
    case XML_RELAXNG_ERR_ELEMWRONGNS:
      return g_strdup_printf (_ ("\"%s\" is not in the right namespace"), one);
    case XML_RELAXNG_ERR_TEXTWRONG:
      return g_strdup_printf (_ ("no text may stand directly in \"%s\""), one);
    case XML_RELAXNG_ERR_INVALIDATTR:
      return g_strdup_printf (_ ("\"%s\" has an attribute \"%s\" that is unknown or wrong"), two,
                              one);
    case XML_RELAXNG_ERR_ATTRVALID:
      return g_strdup_printf (_ ("an attribute of \"%s\" is missing or wrong"), one);
    case XML_RELAXNG_ERR_CONTENTVALID:
      return g_strdup_printf (_ ("\"%s\" is incomplete, or holds what it may not"), one);
    case XML_RELAXNG_ERR_VALUE:
    case XML_RELAXNG_ERR_DATATYPE:
    case XML_RELAXNG_ERR_TYPEVAL:
      return g_strdup_printf (_ ("the value \"%s\" is wrong"), two[0] != '?' ? two : one);
    default:
      text = g_strdup (error->message != NULL ? error->message : "");
      return g_strchomp (text);
    }
}

static void
on_error_found (void *data, const xmlError *error)
{
  Validation *validation = data;
  const xmlNode *node = error->node;
  g_autofree char *text = NULL;

  if (error->code == XML_RELAXNG_ERR_EXTRACONTENT && node == validation->last)
    return; /* the same fault seen from around */

  text = describe_error (error);
  validation->last = node;
  validation->n_found++;
  mlg_issue_list_add (validation->issues, MLG_SEVERITY_ERROR, validation->file,
                      node != NULL ? mlg_xml_get_line (node) : error->line,
                      node != NULL ? mlg_xml_get_column (node) : 0, "%s", text);
}

static void
ignore_error (void *data G_GNUC_UNUSED, const xmlError *error G_GNUC_UNUSED)
{
}

/* The handler's type has no const in older versions of libxml2. */
static int
validate (const MlgGrammar *self, xmlDoc *doc, Validation *validation)
{
  g_autoptr (MlgGrammarValidation) context = xmlRelaxNGNewValidCtxt (self->relaxng);

  xmlRelaxNGSetValidStructuredErrors (
      context, (xmlStructuredErrorFunc) (validation != NULL ? on_error_found : ignore_error),
      validation);
  return xmlRelaxNGValidateDoc (context, doc);
}

/* The short way, which says nothing of what is wrong. */
static gboolean
is_valid (const MlgGrammar *self, xmlDoc *doc)
{
  GPtrArray *hidden = mlg_grammar_hide_repeats (doc);
  gboolean valid = hidden->len > 0 && validate (self, doc, NULL) == 0;

  mlg_grammar_show_repeats (hidden);
  return valid;
}

/**
 * mlg_grammar_validate:
 * @self: a grammar
 * @doc: a tree, read by mlg_xml_read_bytes() for the issues to have a place
 * @file: (nullable): the file as people know it
 * @issues: receives one error per fault
 *
 * May be called from any thread, while no other one looks at @doc.
 *
 * Returns: whether @doc follows the grammar
 */
gboolean
mlg_grammar_validate (const MlgGrammar *self, xmlDoc *doc, const char *file, MlgIssueList *issues)
{
  Validation validation = { file, issues, NULL, 0 };
  int result = 0;

  g_return_val_if_fail (self != NULL && doc != NULL && issues != NULL, FALSE);

  if (is_valid (self, doc))
    return TRUE;
  result = validate (self, doc, &validation);
  if (result != 0 && validation.n_found == 0)
    mlg_issue_list_add (issues, MLG_SEVERITY_ERROR, file, 0, 0,
                        _ ("the file does not follow its schema"));
  return result == 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-stylesheet.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#include "mlg-document-error.h"
#include "mlg-plain-numbers.h"
#include "mlg-xml.h"

/* Stylesheets come from the program itself. All the same they can neither read nor write a file,
 * nor reach the network: what they work on comes from outside. */

struct _MlgStylesheet
{
  xsltStylesheet *compiled; /* (owned) never changes once made, so that threads may share it */
};

typedef xsltTransformContext MlgTransformation;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgTransformation, xsltFreeTransformContext)
typedef xsltSecurityPrefs MlgSecurity;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgSecurity, xsltFreeSecurityPrefs)

static xmlDoc *
read_stylesheet (const char *resource_path)
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

static gboolean
is_include (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && strcmp ((const char *) node->ns->href, (const char *) XSLT_NAMESPACE) == 0
         && strcmp ((const char *) node->name, "include") == 0;
}

/* Puts what another stylesheet holds in the place of the include, so that libxslt has no address
 * to open. */
static void
expand_includes (xmlDoc *doc, const char *resource_path)
{
  g_autofree char *folder = g_path_get_dirname (resource_path);

  for (xmlNode *node = xmlDocGetRootElement (doc)->children, *next = NULL; node != NULL;
       node = next)
    {
      g_autofree char *path = NULL;
      g_autoptr (xmlDoc) included = NULL;

      next = node->next;
      if (!is_include (node))
        continue;
      path = g_build_path ("/", folder, mlg_xml_get (node, "href"), NULL);
      included = read_stylesheet (path);
      expand_includes (included, path);
      for (const xmlNode *child = xmlDocGetRootElement (included)->children; child != NULL;
           child = child->next)
        xmlAddPrevSibling (node, xmlDocCopyNode ((xmlNode *) child, doc, 1));
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
}

static MlgStylesheet *
stylesheet_new (const char *resource_path)
{
  xmlDoc *doc = read_stylesheet (resource_path);
  MlgStylesheet *self = g_new0 (MlgStylesheet, 1);

  expand_includes (doc, resource_path);
  self->compiled = xsltParseStylesheetDoc (doc); /* owns the document now */
  if (self->compiled == NULL || self->compiled->errors > 0)
    g_error ("%s is no stylesheet", resource_path);
  return self;
}

/**
 * mlg_stylesheet_get:
 * @resource_path: a stylesheet among the resources of the program
 *
 * May be called from any thread.
 *
 * Returns: (transfer none): the stylesheet, compiled at the first call
 */
const MlgStylesheet *
mlg_stylesheet_get (const char *resource_path)
{
  static GMutex mutex;
  static GHashTable *known = NULL;
  MlgStylesheet *self = NULL;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  g_return_val_if_fail (resource_path != NULL, NULL);

  if (known == NULL)
    {
      xmlInitParser ();
      xsltInit ();
      known = g_hash_table_new (g_str_hash, g_str_equal);
    }
  self = g_hash_table_lookup (known, resource_path);
  if (self == NULL)
    {
      self = stylesheet_new (resource_path);
      g_hash_table_insert (known, g_strdup (resource_path), self);
    }
  return self;
}

static MlgSecurity *
forbid_everything (void)
{
  static const xsltSecurityOption options[] = { XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
                                                XSLT_SECPREF_CREATE_DIRECTORY,
                                                XSLT_SECPREF_READ_NETWORK,
                                                XSLT_SECPREF_WRITE_NETWORK };
  MlgSecurity *security = xsltNewSecurityPrefs ();

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    xsltSetSecurityPrefs (security, options[i], xsltSecurityForbid);
  return security;
}

static xmlDoc *
transform (const MlgStylesheet *self, xmlDoc *source, xsltTransformContext *context)
{
  MlgPlainNumbers former = mlg_plain_numbers_begin ();
  xmlDoc *result = xsltApplyStylesheetUser (self->compiled, source, NULL, NULL, NULL, context);

  mlg_plain_numbers_end (former);
  return result;
}

G_GNUC_PRINTF (2, 3)
static void
on_error_found (void *data, const char *format, ...)
{
  GString *reasons = data;
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (reasons, format, args);
  va_end (args);
}

/**
 * mlg_stylesheet_apply:
 * @self: a stylesheet
 * @source: what to transform, which does not change
 * @parameters: (nullable) (array zero-terminated=1): names and values, two by two; the values are
 *   words, not expressions
 * @error: %MLG_DOCUMENT_ERROR_REFUSED when the stylesheet could not go through
 *
 * May be called from any thread; @source is used by one at a time.
 *
 * Returns: (transfer full) (nullable): the result, without an element around when there is no text
 */
xmlDoc *
mlg_stylesheet_apply (const MlgStylesheet *self,
                      xmlDoc *source,
                      const char *const *parameters,
                      GError **error)
{
  g_autoptr (MlgSecurity) security = forbid_everything ();
  g_autoptr (MlgTransformation) context = NULL;
  g_autoptr (xmlDoc) result = NULL;
  g_autoptr (GString) reasons = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && source != NULL, NULL);

  context = xsltNewTransformContext (self->compiled, source);
  xsltSetTransformErrorFunc (context, reasons, on_error_found);
  if (xsltSetCtxtSecurityPrefs (security, context) == 0
      && (parameters == NULL || xsltQuoteUserParams (context, (const char **) parameters) == 0))
    result = transform (self, source, context);
  if (result != NULL && context->state == XSLT_STATE_OK)
    return g_steal_pointer (&result);
  g_strchomp (reasons->str);
  g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_REFUSED,
               _ ("The document could not be transformed: %s"), reasons->str);
  return NULL;
}

/**
 * mlg_stylesheet_print:
 * @self: a stylesheet
 * @result: what it gave
 *
 * Returns: (transfer full): the result as the stylesheet wants it written (xsl:output)
 */
GBytes *
mlg_stylesheet_print (const MlgStylesheet *self, xmlDoc *result)
{
  xmlChar *text = NULL;
  int length = 0;

  g_return_val_if_fail (self != NULL && result != NULL, NULL);

  if (xsltSaveResultToString (&text, &length, result, self->compiled) != 0)
    g_error ("libxslt: out of memory");
  return text != NULL ? g_bytes_new_with_free_func (text, (gsize) length, xmlFree, text)
                      : g_bytes_new_static ("", 0);
}

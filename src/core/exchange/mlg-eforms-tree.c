/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-eforms-private.h"

/* How namespaces are called in the paths of this room. The prefixes of a notice mean nothing: names
 * are compared by the address of their namespace. */
static const struct
{
  const char *prefix;
  const char *uri;
} namespaces[] = {
  { "cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" },
  { "cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" },
  { "ext", "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2" },
  { "efext", "http://data.europa.eu/p27/eforms-ubl-extensions/1" },
  { "efac", "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1" },
  { "efbc", "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1" },
};

/* Where the extensions of eForms hang: written "*" in a path. */
#define EXTENSION "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension"

static gboolean
is_step (const xmlNode *node, const char *step, gsize length)
{
  const char *colon = memchr (step, ':', length);
  gsize prefix = 0;

  g_assert (colon != NULL);
  prefix = (gsize) (colon - step);
  if (node->type != XML_ELEMENT_NODE || node->ns == NULL
      || strncmp ((const char *) node->name, colon + 1, length - prefix - 1) != 0
      || node->name[length - prefix - 1] != '\0')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (namespaces); i++)
    if (strlen (namespaces[i].prefix) == prefix
        && strncmp (namespaces[i].prefix, step, prefix) == 0)
      return g_str_equal (node->ns->href, namespaces[i].uri);
  g_assert_not_reached ();
}

static void
collect (const xmlNode *from, const char *path, GPtrArray *found)
{
  gsize length = strcspn (path, "/");

  if (*path == '*')
    {
      g_autofree char *whole = g_strconcat (EXTENSION, path + 1, NULL);

      collect (from, whole, found);
      return;
    }
  for (xmlNode *child = from->children; child != NULL; child = child->next)
    if (!is_step (child, path, length))
      continue;
    else if (path[length] == '\0')
      g_ptr_array_add (found, child);
    else
      collect (child, path + length + 1, found);
}

/**
 * mlg_eforms_find_all:
 * @from: (nullable): an element
 * @path: names of elements with the prefixes of this file, separated by "/"; a "*" is the way to
 *   the extension of eForms
 *
 * Returns: (transfer container) (element-type xmlNode): the elements there, in order
 */
GPtrArray *
mlg_eforms_find_all (const xmlNode *from, const char *path)
{
  GPtrArray *found = g_ptr_array_new ();

  if (from != NULL)
    collect (from, path, found);
  return found;
}

/**
 * mlg_eforms_find:
 *
 * Returns: (transfer none) (nullable): the first element there, see mlg_eforms_find_all()
 */
xmlNode *
mlg_eforms_find (const xmlNode *from, const char *path)
{
  g_autoptr (GPtrArray) found = mlg_eforms_find_all (from, path);

  return found->len > 0 ? found->pdata[0] : NULL;
}

/**
 * mlg_eforms_dup_words:
 *
 * Returns: (transfer full): what an element says, without the space around it
 */
char *
mlg_eforms_dup_words (const xmlNode *node)
{
  g_autoptr (xmlChar) words = node != NULL ? xmlNodeGetContent (node) : NULL;

  return g_strstrip (g_strdup (words != NULL ? (const char *) words : ""));
}

/**
 * mlg_eforms_get:
 *
 * Returns: (transfer full): what the first element there says, "" when there is none
 */
char *
mlg_eforms_get (const xmlNode *from, const char *path)
{
  return mlg_eforms_dup_words (mlg_eforms_find (from, path));
}

/**
 * mlg_eforms_get_text:
 *
 * Returns: (transfer full): what the element there in the language of reading says, else the first
 *   one in another; "" when there is none. It is then known to be in the template.
 */
char *
mlg_eforms_get_text (MlgEforms *self, const xmlNode *from, const char *path)
{
  g_autoptr (GPtrArray) found = mlg_eforms_find_all (from, path);

  for (guint i = 0; i < found->len; i++)
    if (mlg_eforms_speaks (found->pdata[i], self->language))
      {
        g_hash_table_add (self->seen, found->pdata[i]);
        return mlg_eforms_dup_words (found->pdata[i]);
      }
  if (found->len == 0)
    return g_strdup ("");
  if (g_hash_table_add (self->seen, found->pdata[0]))
    self->n_foreign++;
  return mlg_eforms_dup_words (found->pdata[0]);
}

/**
 * mlg_eforms_get_codes:
 * @list: the name of the list, as the attribute listName gives it
 *
 * Returns: (transfer full): the codes of this list there
 */
GStrv
mlg_eforms_get_codes (const xmlNode *from, const char *path, const char *list)
{
  g_autoptr (GPtrArray) found = mlg_eforms_find_all (from, path);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (mlg_xml_get (found->pdata[i], "listName"), list) == 0)
      {
        g_autofree char *code = mlg_eforms_dup_words (found->pdata[i]);

        g_strv_builder_add (codes, code);
      }
  return g_strv_builder_end (codes);
}

/**
 * mlg_eforms_say:
 * @node: the element that is spoken of
 *
 * Adds a remark with the place of @node.
 */
void
mlg_eforms_say (MlgEforms *self, MlgSeverity severity, const xmlNode *node, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mlg_issue_list_add (self->issues, severity, self->file, mlg_xml_get_line (node),
                      mlg_xml_get_column (node), "%s", message);
}

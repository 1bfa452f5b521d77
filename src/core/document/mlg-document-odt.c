/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-document-odt-private.h"

/* OpenDocument text, in a package or flat: its parts, styles and metadata. */

static void
collect_styles (MlgOdt *self, const xmlNode *parent)
{
  for (xmlNode *child = parent != NULL ? parent->children : NULL; child != NULL;
       child = child->next)
    {
      const char *name = NULL;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      name = mlg_xml_get_ns (child, STYLE, "name");
      if (name != NULL && mlg_odt_is (child, STYLE, "style"))
        g_hash_table_insert (self->styles, (gpointer) name, child);
      else if (name != NULL && mlg_odt_is (child, TEXT, "list-style"))
        g_hash_table_insert (self->lists, (gpointer) name, child);
    }
}

static void
read_metadata (MlgOdt *self, const xmlNode *root)
{
  const xmlNode *meta = mlg_odt_find (root, OFFICE, "meta");
  static const char *const names[] = { "title", "subject" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const xmlNode *node = mlg_odt_find (meta, DC, names[i]);
      g_autoptr (xmlChar) text = node != NULL ? xmlNodeGetContent (node) : NULL;

      mlg_document_builder_add_head (self->reading.builder, names[i], (char *) text);
    }
}

static guint
count_images (const xmlNode *parent)
{
  guint n = 0;

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "frame") == 0
        && mlg_odt_find (node, DRAW, "image") != NULL)
      n++;
    else
      n += count_images (node);
  return n;
}

static void
see_page_part (MlgOdt *self, const xmlNode *part, gboolean taken)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (xmlNode *block = part->children; block != NULL; block = block->next)
    {
      g_autoptr (xmlChar) text = xmlNodeGetContent (block);

      g_string_append_printf (words, "%s ", text != NULL ? (const char *) text : "");
    }
  mlg_reading_see_page_part (&self->reading, words->str, count_images (part), taken);
}

static gboolean
is_page_part (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE
         && (g_str_has_prefix ((const char *) node->name, "header")
             || g_str_has_prefix ((const char *) node->name, "footer"));
}

/* The header and the footer of the first kind of page; the words of the others are told. */
static void
read_page_parts (MlgOdt *self, const xmlNode *root)
{
  const xmlNode *pages = mlg_odt_find (root, OFFICE, "master-styles");
  const xmlNode *first = mlg_odt_find (pages, STYLE, "master-page");
  g_autoptr (GHashTable) read = g_hash_table_new (g_str_hash, g_str_equal);

  for (const xmlNode *page = first; page != NULL; page = page->next)
    for (xmlNode *part = page->children; part != NULL; part = part->next)
      {
        const char *name = (const char *) part->name;
        gboolean taken = FALSE;

        if (!is_page_part (part))
          continue;
        taken = page == first
                && (mlg_odt_is (part, STYLE, "header") || mlg_odt_is (part, STYLE, "footer"))
                && g_hash_table_add (read, (gpointer) name);
        see_page_part (self, part, taken);
        if (!taken)
          continue;
        mlg_document_builder_open (self->reading.builder, name);
        mlg_odt_read_blocks (self, part);
        mlg_document_builder_close (self->reading.builder, name);
      }
}

/* The language of what says nothing else; "fr" and "FR" are "fr-FR". */
static void
read_language (MlgOdt *self, const xmlNode *root)
{
  const xmlNode *styles = mlg_odt_find (root, OFFICE, "styles");

  for (const xmlNode *node = styles != NULL ? styles->children : NULL; node != NULL;
       node = node->next)
    {
      const xmlNode *look = mlg_odt_is (node, STYLE, "default-style")
                                ? mlg_odt_find (node, STYLE, "text-properties")
                                : NULL;
      const char *language = look != NULL ? mlg_xml_get_ns (look, FO, "language") : NULL;
      const char *country = look != NULL ? mlg_xml_get_ns (look, FO, "country") : NULL;
      g_autofree char *tag = NULL;

      if (language == NULL || strcmp (language, "none") == 0
          || g_strcmp0 (mlg_xml_get_ns (node, STYLE, "family"), "paragraph") != 0)
        continue;
      tag = country != NULL && *country != '\0' && strcmp (country, "none") != 0
                ? g_strdup_printf ("%s-%s", language, country)
                : g_strdup (language);
      mlg_document_builder_set_language (self->reading.builder, tag);
    }
}

/* How headings are numbered: the first level says it, when the others follow it. */
static void
read_outline (MlgOdt *self, const xmlNode *root)
{
  const xmlNode *outline =
      mlg_odt_find (mlg_odt_find (root, OFFICE, "styles"), TEXT, "outline-style");
  const xmlNode *first = mlg_odt_find (outline, TEXT, "outline-level-style");
  const char *numbering =
      first != NULL ? mlg_odt_numbering (mlg_xml_get_ns (first, STYLE, "num-format")) : NULL;

  self->outline = numbering != NULL;
  if (self->outline)
    mlg_document_builder_set_numbering (self->reading.builder, numbering,
                                        mlg_odt_label_part (first, "num-prefix"),
                                        mlg_odt_label_part (first, "num-suffix"));
}

static void
collect_all_styles (MlgOdt *self, const xmlNode *root)
{
  collect_styles (self, mlg_odt_find (root, OFFICE, "styles"));
  collect_styles (self, mlg_odt_find (root, OFFICE, "automatic-styles"));
}

static MlgDocument *
read_content (xmlDoc *content,
              xmlDoc *styles,
              xmlDoc *meta,
              MlgPackage *package,
              const char *name,
              MlgIssueList *issues,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) lists = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) pages = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  MlgOdt self = {
    .package = package, .styles = by_name, .lists = lists, .pages = pages, .counts = counts
  };
  g_auto (MlgReading) owner = { 0 };
  xmlNode *root = xmlDocGetRootElement (content);
  const xmlNode *looks = NULL;
  xmlNode *text = mlg_odt_find (mlg_odt_find (root, OFFICE, "body"), OFFICE, "text");

  if (text == NULL)
    {
      g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_UNSUPPORTED,
                   _ ("%s is an OpenDocument file, but not a text: save it as ODT"), name);
      return NULL;
    }
  mlg_reading_init (&owner, name, issues);
  self.reading = owner;
  if (styles != NULL)
    collect_all_styles (&self, xmlDocGetRootElement (styles));
  collect_all_styles (&self, root);
  looks = styles != NULL ? xmlDocGetRootElement (styles) : root;
  mlg_odt_collect_pages (&self, looks);
  read_metadata (&self, meta != NULL ? xmlDocGetRootElement (meta) : root);
  read_page_parts (&self, looks);
  read_language (&self, looks);
  read_outline (&self, looks);
  mlg_odt_read_blocks (&self, text);
  if (!mlg_reading_fill_images (&self.reading, package, cancellable, error))
    return NULL;
  {
    MlgDocument *document = mlg_document_builder_finish (self.reading.builder, name);

    mlg_reading_report (&self.reading);
    return document;
  }
}

static xmlDoc *
read_part (MlgPackage *package,
           const char *part,
           const char *name,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GBytes) bytes = mlg_package_read_part (package, part, cancellable, error);
  g_autofree char *place = g_strconcat (name, "/", part, NULL);

  return bytes != NULL ? mlg_xml_read_bytes (bytes, place, NULL, cancellable, error) : NULL;
}

/* A package that holds a media type says with it that it is an OpenDocument file. */
static gboolean
check_media_type (MlgPackage *package, const char *name, GCancellable *cancellable, GError **error)
{
  static const char start[] = "application/vnd.";
  g_autoptr (GBytes) bytes = NULL;

  if (!mlg_package_has_part (package, "mimetype"))
    return TRUE;
  bytes = mlg_package_read_part (package, "mimetype", cancellable, error);
  if (bytes == NULL)
    return FALSE;
  if (g_bytes_get_size (bytes) >= sizeof start - 1
      && memcmp (g_bytes_get_data (bytes, NULL), start, sizeof start - 1) == 0)
    return TRUE;
  g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_DAMAGED,
               _ ("%s: the package is damaged: its media type is not that of an OpenDocument file"),
               name);
  return FALSE;
}

static gboolean
check_manifest (MlgPackage *package, const char *name, GCancellable *cancellable, GError **error)
{
  static const char part[] = "META-INF/manifest.xml";
  g_autoptr (GBytes) bytes = NULL;

  if (!mlg_package_has_part (package, part))
    return TRUE;
  bytes = mlg_package_read_part (package, part, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  if (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                    "encryption-data")
      == NULL)
    return TRUE;
  g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_ENCRYPTED, "%s: %s", name,
               _ ("the file is protected by a password: save it without one"));
  return FALSE;
}

/**
 * mlg_document_read_odt:
 * @package: an OpenDocument text
 * @name: the file as people know it
 * @issues: receives what was not understood
 * @cancellable: (nullable): to stop from another thread
 * @error: see #MlgDocumentError
 *
 * Returns: (transfer full) (nullable): the document
 */
MlgDocument *
mlg_document_read_odt (MlgPackage *package,
                       const char *name,
                       MlgIssueList *issues,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (xmlDoc) content = NULL;
  g_autoptr (xmlDoc) styles = NULL;
  g_autoptr (xmlDoc) meta = NULL;

  if (!check_media_type (package, name, cancellable, error)
      || !check_manifest (package, name, cancellable, error))
    return NULL;
  content = read_part (package, "content.xml", name, cancellable, error);
  if (content == NULL)
    return NULL;
  if (mlg_package_has_part (package, "styles.xml")
      && (styles = read_part (package, "styles.xml", name, cancellable, error)) == NULL)
    return NULL;
  if (mlg_package_has_part (package, "meta.xml")
      && (meta = read_part (package, "meta.xml", name, cancellable, error)) == NULL)
    return NULL;
  return read_content (content, styles, meta, package, name, issues, cancellable, error);
}

/**
 * mlg_document_read_fodt:
 * @bytes: a flat OpenDocument text
 * @name: the file as people know it
 * @issues: receives what was not understood
 * @cancellable: (nullable): to stop from another thread
 * @error: see #MlgDocumentError
 *
 * Returns: (transfer full) (nullable): the document
 */
MlgDocument *
mlg_document_read_fodt (GBytes *bytes,
                        const char *name,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (xmlDoc) content = mlg_xml_read_bytes (bytes, name, NULL, cancellable, error);

  if (content == NULL)
    return NULL;
  return read_content (content, NULL, NULL, NULL, name, issues, cancellable, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-document-docx-private.h"

/* The parts of a Word document and how they refer to each other. */

xmlDoc *
mlg_docx_read_part (MlgPackage *package, const char *part, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = mlg_package_read_part (package, part, NULL, error);
  g_autofree char *place = g_strconcat (name, "/", part, NULL);

  return bytes != NULL ? mlg_xml_read_bytes (bytes, place, NULL, NULL, error) : NULL;
}

static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *path = NULL;

  if (target[0] == '/')
    return g_strdup (target + 1);
  path = g_canonicalize_filename (target, *folder == '.' ? "/" : folder);
  return g_strdup (path[0] == '/' ? path + 1 : path);
}

/* Fills @targets and returns the part of this kind, such as the main one. */
char *
mlg_docx_read_relationships (MlgPackage *package,
                             const char *part,
                             const char *kind,
                             GHashTable *targets)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *root = g_strconcat ("/", *folder == '.' ? "" : folder, NULL);
  g_autofree char *path =
      *part == '\0' ? g_strdup ("_rels/.rels") : g_strdup_printf ("%s/_rels/%s.rels", folder, base);
  const char *file = g_str_has_prefix (path, "./") ? path + 2 : path;
  g_autoptr (xmlDoc) doc =
      mlg_package_has_part (package, file) ? mlg_docx_read_part (package, file, part, NULL) : NULL;
  char *found = NULL;

  for (const xmlNode *node = doc != NULL ? xmlDocGetRootElement (doc)->children : NULL;
       node != NULL; node = node->next)
    {
      const char *id = mlg_docx_is (node, "Relationship") ? mlg_docx_get (node, "Id") : NULL;
      const char *type = mlg_docx_get (node, "Type");
      const char *target = mlg_docx_get (node, "Target");
      g_autofree char *resolved = NULL;

      if (id == NULL || type == NULL || target == NULL)
        continue;
      resolved = g_strcmp0 (mlg_docx_get (node, "TargetMode"), "External") == 0
                     ? g_strdup (target)
                     : resolve (root, target);
      if (found == NULL && g_str_has_suffix (type, kind))
        found = g_strdup (resolved);
      if (targets != NULL)
        g_hash_table_insert (targets, g_strdup (id), g_steal_pointer (&resolved));
    }
  return found;
}

static xmlDoc *
read_related (MlgPackage *package, const char *main_part, const char *kind)
{
  g_autofree char *part = mlg_docx_read_relationships (package, main_part, kind, NULL);

  return part != NULL && mlg_package_has_part (package, part)
             ? mlg_docx_read_part (package, part, main_part, NULL)
             : NULL;
}

static void
collect_by_id (xmlDoc *doc, GHashTable *found)
{
  for (xmlNode *node = doc != NULL ? xmlDocGetRootElement (doc)->children : NULL; node != NULL;
       node = node->next)
    if (node->type == XML_ELEMENT_NODE && mlg_docx_get (node, "id") != NULL)
      g_hash_table_insert (found, g_strdup (mlg_docx_get (node, "id")), node);
}

static void
collect_levels (MlgDocx *self, xmlDoc *styles)
{
  for (xmlNode *node = styles != NULL ? xmlDocGetRootElement (styles)->children : NULL;
       node != NULL; node = node->next)
    {
      const char *name = mlg_docx_is (node, "style") ? mlg_docx_value (node, "name") : NULL;
      const char *outline = mlg_docx_value (mlg_docx_find (node, "pPr"), "outlineLvl");
      guint level = 0;

      if (name == NULL || mlg_docx_get (node, "styleId") == NULL)
        continue;
      g_hash_table_insert (self->styles, g_strdup (mlg_docx_get (node, "styleId")), node);
      if (g_ascii_strncasecmp (name, "heading ", 8) == 0)
        level = (guint) g_ascii_strtoull (name + 8, NULL, 10);
      else if (outline != NULL)
        level = (guint) g_ascii_strtoull (outline, NULL, 10) + 1;
      if (level > 0 && level <= 9)
        g_hash_table_insert (self->levels, g_strdup (mlg_docx_get (node, "styleId")),
                             GUINT_TO_POINTER (level));
    }
}

/* What the file says about itself; of persons it names, nothing is taken over. */
static void
read_metadata (MlgDocx *self, MlgPackage *package)
{
  static const char *const names[] = { "title", "subject" };
  g_autoptr (xmlDoc) core = read_related (package, "", "/core-properties");

  for (gsize i = 0; core != NULL && i < G_N_ELEMENTS (names); i++)
    {
      const xmlNode *node = mlg_docx_find (xmlDocGetRootElement (core), names[i]);
      g_autoptr (xmlChar) text = node != NULL ? xmlNodeGetContent (node) : NULL;

      mlg_document_builder_add_head (self->reading.builder, names[i], (char *) text);
    }
}

/* The language of what says nothing else. */
static void
read_language (MlgDocx *self, xmlDoc *styles)
{
  const xmlNode *defaults =
      styles != NULL ? mlg_docx_find (xmlDocGetRootElement (styles), "docDefaults") : NULL;
  const xmlNode *look = mlg_docx_find (mlg_docx_find (defaults, "rPrDefault"), "rPr");

  mlg_document_builder_set_language (self->reading.builder, mlg_docx_value (look, "lang"));
}

/* Footnotes, endnotes and comments have relationships of their own; their names differ. */
static void
read_notes (
    MlgDocx *self, MlgPackage *package, const char *main_part, const char *kind, GHashTable *found)
{
  g_autofree char *part = mlg_docx_read_relationships (package, main_part, kind, NULL);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xmlDoc *doc = read_related (package, main_part, kind);
  GHashTableIter iter;
  gpointer id = NULL, target = NULL;

  if (doc == NULL)
    return;
  g_ptr_array_add (self->note_parts, doc);
  collect_by_id (doc, found);
  g_free (mlg_docx_read_relationships (package, part, "/none", targets));
  g_hash_table_iter_init (&iter, targets);
  while (g_hash_table_iter_next (&iter, &id, &target))
    g_hash_table_insert (self->note_targets, g_strdup_printf ("%p/%s", (void *) found, (char *) id),
                         g_strdup (target));
}

static MlgDocument *
read_document (MlgDocx *self,
               MlgPackage *package,
               const char *main_part,
               const char *name,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (xmlDoc) text = mlg_docx_read_part (package, main_part, name, error);
  g_autoptr (xmlDoc) styles = read_related (package, main_part, "/styles");
  g_autoptr (xmlDoc) numbering = read_related (package, main_part, "/numbering");
  xmlNode *body = text != NULL ? mlg_docx_find (xmlDocGetRootElement (text), "body") : NULL;
  MlgDocument *document = NULL;

  if (text == NULL)
    return NULL;
  if (body == NULL)
    {
      g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_UNSUPPORTED,
                   _ ("%s is an Office file, but not a text: save it as DOCX"), name);
      return NULL;
    }
  g_free (mlg_docx_read_relationships (package, main_part, "/none", self->targets));
  collect_levels (self, styles);
  read_notes (self, package, main_part, "/footnotes", self->footnotes);
  read_notes (self, package, main_part, "/endnotes", self->endnotes);
  read_notes (self, package, main_part, "/comments", self->comments);
  read_metadata (self, package);
  read_language (self, styles);
  mlg_docx_collect_formats (self, numbering);
  mlg_docx_read_outline (self);
  mlg_docx_collect_sections (self, body);
  mlg_docx_read_page_parts (self, package, body);
  if (self->sections->len > 0)
    mlg_document_builder_set_landscape (self->reading.builder,
                                        g_array_index (self->sections, gboolean, 0));
  mlg_docx_read_blocks (self, body);
  mlg_docx_report_uncalled (self, self->footnotes);
  mlg_docx_report_uncalled (self, self->endnotes);
  mlg_docx_report_uncalled (self, self->comments);
  if (!mlg_reading_fill_images (&self->reading, package, cancellable, error))
    return NULL;
  document = mlg_document_builder_finish (self->reading.builder, name);
  mlg_reading_report (&self->reading);
  return document;
}

/**
 * mlg_document_read_docx:
 * @package: a Word document
 * @name: the file as people know it
 * @issues: receives what was not understood
 * @cancellable: (nullable): to stop from another thread
 * @error: see #MlgDocumentError
 *
 * The main part is found through its relationship, not by its name.
 *
 * Returns: (transfer full) (nullable): the document
 */
MlgDocument *
mlg_document_read_docx (MlgPackage *package,
                        const char *name,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *main_part = mlg_docx_read_relationships (package, "", "/officeDocument", NULL);
  MlgDocx self = { 0 };
  MlgDocument *document = NULL;
  GHashTable **tables[] = { &self.levels,    &self.styles,   &self.restarted,
                            &self.footnotes, &self.endnotes, &self.comments };
  GHashTable **texts[] = { &self.targets, &self.note_targets, &self.counts };

  if (main_part == NULL)
    {
      g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_DAMAGED,
                   _ ("%s does not say which of its parts is the text"), name);
      return NULL;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    *tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, mlg_docx_level_free);
  self.note_parts = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeDoc);
  self.fields = g_array_new (FALSE, FALSE, sizeof (MlgDocxField));
  g_array_set_clear_func (self.fields, mlg_docx_clear_field);
  self.sections = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self.package = package;
  mlg_reading_init (&self.reading, name, issues);
  document = read_document (&self, package, main_part, name, cancellable, error);
  mlg_reading_clear (&self.reading);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    g_hash_table_unref (*tables[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_hash_table_unref (*texts[i]);
  g_hash_table_unref (self.formats);
  g_ptr_array_unref (self.note_parts);
  g_array_unref (self.fields);
  g_array_unref (self.sections);
  return document;
}

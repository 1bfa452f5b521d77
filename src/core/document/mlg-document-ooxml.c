/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-ooxml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-document-writing.h"
#include "mlg-outgoing.h"
#include "mlg-package-writer.h"
#include "mlg-stylesheet.h"

/* Word documents (ECMA-376). The stylesheet makes the parts; here they are put in their place. */

#define STYLESHEET "/org/maillage/formats/docx.xsl"

typedef struct
{
  MlgPackageWriter *writer;  /* (unowned) */
  xmlDoc *tree;              /* (unowned) */
  GCancellable *cancellable; /* (unowned) (nullable) */
} Docx;

static gboolean
holds (const Docx *self, MlgDocument *document, const char *part)
{
  const xmlNode *root = xmlDocGetRootElement (self->tree);

  return mlg_document_get_part (document, part) != NULL
         || mlg_xml_get_ns (root, MLG_OUTGOING_NAMESPACE, part) != NULL;
}

static gboolean
add_part (const Docx *self, const char *name, const char *part, GError **error)
{
  const MlgStylesheet *stylesheet = mlg_stylesheet_get (STYLESHEET);
  const char *const parameters[] = { "part", part, NULL };
  g_autoptr (xmlDoc) result = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  result = mlg_stylesheet_apply (stylesheet, self->tree, parameters, error);
  if (result == NULL)
    return FALSE;
  bytes = mlg_stylesheet_print (stylesheet, result);
  mlg_package_writer_add (self->writer, name, bytes);
  return TRUE;
}

static gboolean
add_fixed_parts (const Docx *self, GError **error)
{
  static const char *const parts[][2] = {
    { "[Content_Types].xml", "types" },  { "_rels/.rels", "root-relations" },
    { "word/document.xml", "document" }, { "word/_rels/document.xml.rels", "relations-body" },
    { "word/styles.xml", "styles" },     { "word/numbering.xml", "numbering" },
    { "word/settings.xml", "settings" }, { "docProps/core.xml", "core" },
    { "docProps/app.xml", "app" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!add_part (self, parts[i][0], parts[i][1], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_parts_aside (const Docx *self, MlgDocument *document, GError **error)
{
  static const char *const parts[] = { "header", "footer", "footnotes", "endnotes", "comments" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("word/%s.xml", parts[i]);
      g_autofree char *relations_name = g_strdup_printf ("word/_rels/%s.xml.rels", parts[i]);
      g_autofree char *relations = g_strdup_printf ("relations-%s", parts[i]);

      if (holds (self, document, parts[i])
          && (!add_part (self, name, parts[i], error)
              || !add_part (self, relations_name, relations, error)))
        return FALSE;
    }
  return TRUE;
}

static void
add_images (const Docx *self, MlgDocument *document, MlgIssueList *issues)
{
  g_autoptr (GPtrArray) images = mlg_writing_collect_images (self->tree);

  for (guint i = 0; i < images->len; i++)
    {
      const MlgImagePart *image = images->pdata[i];
      g_autofree char *name = g_strconcat ("word/media/", image->name, NULL);

      if (strcmp (image->type, "image/webp") == 0 || strcmp (image->type, "image/svg+xml") == 0)
        mlg_issue_list_add (issues, MLG_SEVERITY_WARNING, mlg_document_get_name (document), 0, 0,
                            _ ("%s: some versions of Word do not show images of type %s"),
                            image->name, image->type);
      mlg_package_writer_add_stored (self->writer, name, image->data);
    }
}

/**
 * mlg_document_write_docx:
 *
 * Writes a Word document that a person restyles in one place: the styles that Word knows for
 * headings, lists, notes and the table of contents, numbering, fields that follow, sections for
 * pages that lie differently. Notes to the drafter are comments. See #MlgDocumentWriteFunc.
 */
gboolean
mlg_document_write_docx (MlgDocument *document,
                         GOutputStream *stream,
                         MlgIssueList *issues,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (xmlDoc) tree = mlg_outgoing_new (document);
  g_autoptr (MlgPackageWriter) writer = mlg_package_writer_new (stream, cancellable);
  g_autofree char *date = mlg_writing_get_head (document, "date");
  Docx self = { writer, tree, cancellable };

  mlg_package_writer_set_date (writer, date);
  if (!mlg_outgoing_number_pages (tree, document, cancellable, error))
    return FALSE;
  if (!add_fixed_parts (&self, error) || !add_parts_aside (&self, document, error))
    return FALSE;
  add_images (&self, document, issues);
  g_clear_pointer (&tree, xmlFreeDoc); /* while the parts are packed */
  return mlg_package_writer_finish (writer, error);
}

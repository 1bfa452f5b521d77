/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-odf.h"

#include <string.h>

#include "mlg-document-writing.h"
#include "mlg-odf-body.h"
#include "mlg-outgoing.h"
#include "mlg-package-writer.h"
#include "mlg-stylesheet.h"

/* OpenDocument text, in a package or flat. The stylesheet makes the XML around the text, mlg-odf-body
 * the text; here all is put in its place, with the images. */

#define STYLESHEET "/org/maillage/formats/odt.xsl"
#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* A document on its way out. */
typedef struct
{
  xmlDoc *tree;     /* (owned) (nullable) of mlg_outgoing_new() */
  xmlDoc *skeleton; /* (owned) what the stylesheet sees of it */
} Outgoing;

static void
outgoing_init (Outgoing *self, MlgDocument *document)
{
  self->tree = mlg_outgoing_new (document);
  mlg_odf_name_looks (self->tree);
  self->skeleton = mlg_odf_skeleton_new (self->tree);
}

static void
outgoing_clear (Outgoing *self)
{
  g_clear_pointer (&self->tree, xmlFreeDoc);
  g_clear_pointer (&self->skeleton, xmlFreeDoc);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outgoing, outgoing_clear)

/* Makes a part, a piece at a time. */
static gboolean
make_part (const Outgoing *outgoing,
           const char *part,
           MlgOdfTakeFunc take,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  const MlgStylesheet *stylesheet = mlg_stylesheet_get (STYLESHEET);
  const char *const parameters[] = { "part", part, NULL };
  g_autoptr (xmlDoc) result = NULL;
  g_autoptr (GBytes) frame = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  result = mlg_stylesheet_apply (stylesheet, outgoing->skeleton, parameters, error);
  if (result == NULL)
    return FALSE;
  frame = mlg_stylesheet_print (stylesheet, result);
  mlg_odf_fill (frame, outgoing->tree, strcmp (part, "flat") == 0, take, data);
  return TRUE;
}

static void
add_media_type (MlgPackageWriter *writer)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (MEDIA_TYPE, sizeof MEDIA_TYPE - 1);

  mlg_package_writer_add_stored (writer, "mimetype", bytes);
}

static void
pack_piece (const GString *piece, gpointer writer)
{
  mlg_package_writer_append (writer, piece->str, piece->len);
}

static gboolean
add_xml_parts (MlgPackageWriter *writer,
               const Outgoing *outgoing,
               GCancellable *cancellable,
               GError **error)
{
  static const char *const parts[] = { "content", "styles", "meta" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat (parts[i], ".xml", NULL);

      mlg_package_writer_begin (writer, name);
      if (!make_part (outgoing, parts[i], pack_piece, writer, cancellable, error))
        return FALSE;
      mlg_package_writer_end (writer);
    }
  return TRUE;
}

static void
append_entry (GString *manifest, const char *path, const char *type)
{
  g_string_append_printf (
      manifest, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>", path,
      type);
}

static void
add_image (const MlgImagePart *image, MlgPackageWriter *writer, GString *manifest)
{
  g_autofree char *name = g_strconcat ("Pictures/", image->name, NULL);

  append_entry (manifest, name, image->type);
  mlg_package_writer_add_stored (writer, name, image->data);
}

static void
add_images (MlgPackageWriter *writer, xmlDoc *tree, GString *manifest)
{
  g_autoptr (GPtrArray) images = mlg_writing_collect_images (tree);

  for (guint i = 0; i < images->len; i++)
    add_image (images->pdata[i], writer, manifest);
}

static void
add_manifest (MlgPackageWriter *writer, GString *manifest)
{
  g_autoptr (GBytes) bytes = NULL;

  g_string_append (manifest, "</manifest:manifest>\n");
  bytes = g_bytes_new (manifest->str, manifest->len);
  mlg_package_writer_add (writer, "META-INF/manifest.xml", bytes);
}

/**
 * mlg_document_write_odt:
 *
 * Writes an OpenDocument 1.3 text that a person restyles in one place: named styles for headings,
 * paragraphs, lists and tables, numbering of headings, a table of contents, references that follow.
 * Notes to the drafter are comments. See #MlgDocumentWriteFunc.
 */
gboolean
mlg_document_write_odt (MlgDocument *document,
                        GOutputStream *stream,
                        MlgIssueList *issues G_GNUC_UNUSED,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (Outgoing) outgoing = { 0 };
  g_autoptr (MlgPackageWriter) writer = mlg_package_writer_new (stream, cancellable);
  g_autofree char *date = mlg_writing_get_head (document, "date");
  g_autoptr (GString) manifest =
      g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
                    "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                    "manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" "
                    "manifest:version=\"1.3\" manifest:media-type=\"" MEDIA_TYPE "\"/>");

  outgoing_init (&outgoing, document);
  append_entry (manifest, "content.xml", "text/xml");
  append_entry (manifest, "styles.xml", "text/xml");
  append_entry (manifest, "meta.xml", "text/xml");
  mlg_package_writer_set_date (writer, date);
  add_media_type (writer);
  if (!add_xml_parts (writer, &outgoing, cancellable, error))
    return FALSE;
  add_images (writer, outgoing.tree, manifest);
  add_manifest (writer, manifest);
  outgoing_clear (&outgoing); /* while the parts are packed */
  return mlg_package_writer_finish (writer, error);
}

/* A file that is written a piece at a time, until something goes wrong. */
typedef struct
{
  GOutputStream *stream;     /* (unowned) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  GError *error;             /* (owned) (nullable) the first one */
} FlatFile;

static void
write_piece (const GString *piece, gpointer data)
{
  FlatFile *file = data;

  if (file->error == NULL)
    g_output_stream_write_all (file->stream, piece->str, piece->len, NULL, file->cancellable,
                               &file->error);
}

/**
 * mlg_document_write_fodt:
 *
 * Writes the same as mlg_document_write_odt() in one XML file, images included. See
 * #MlgDocumentWriteFunc.
 */
gboolean
mlg_document_write_fodt (MlgDocument *document,
                         GOutputStream *stream,
                         MlgIssueList *issues G_GNUC_UNUSED,
                         GCancellable *cancellable,
                         GError **error)
{
  g_auto (Outgoing) outgoing = { 0 };
  FlatFile file = { stream, cancellable, NULL };

  outgoing_init (&outgoing, document);
  if (!make_part (&outgoing, "flat", write_piece, &file, cancellable, error))
    return FALSE;
  if (file.error == NULL)
    return TRUE;
  g_propagate_error (error, file.error);
  return FALSE;
}

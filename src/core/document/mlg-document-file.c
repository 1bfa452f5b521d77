/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-document-docx.h"
#include "mlg-document-odt.h"
#include "mlg-package.h"
#include "mlg-regular-file.h"

static MlgDocument *
refuse (const char *name, MlgDocumentError code, GError **error, const char *reason)
{
  g_set_error (error, MLG_DOCUMENT_ERROR, (int) code, "%s: %s", name, reason);
  return NULL;
}

static gboolean
begins_with (GBytes *bytes, const char *start, gsize length)
{
  return g_bytes_get_size (bytes) >= length
         && memcmp (g_bytes_get_data (bytes, NULL), start, length) == 0;
}

static gboolean
contains (GBytes *bytes, const char *needle, gsize length)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i + length <= size; i++)
    if (data[i] == needle[0] && memcmp (data + i, needle, length) == 0)
      return TRUE;
  return FALSE;
}

/* Office files older than packages, and packages that Office encrypted, share one container. */
static MlgDocument *
refuse_compound (GBytes *bytes, const char *name, GError **error)
{
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  if (contains (bytes, encrypted, sizeof encrypted))
    return refuse (name, MLG_DOCUMENT_ERROR_ENCRYPTED, error,
                   _ ("the file is protected by a password: save it without one"));
  return refuse (name, MLG_DOCUMENT_ERROR_UNSUPPORTED, error,
                 _ ("this is an old Office file: open it and save it as ODT or DOCX"));
}

static MlgDocument *
read_package (GBytes *bytes,
              const char *name,
              MlgIssueList *issues,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (MlgPackage) package = mlg_package_new (bytes, name, NULL, error);

  if (package == NULL)
    return NULL;
  if (mlg_package_has_part (package, "content.xml"))
    return mlg_document_read_odt (package, name, issues, cancellable, error);
  if (mlg_package_has_part (package, "[Content_Types].xml"))
    return mlg_document_read_docx (package, name, issues, cancellable, error);
  return refuse (name, MLG_DOCUMENT_ERROR_UNSUPPORTED, error,
                 _ ("this archive is not a document: ODT and DOCX are read"));
}

/**
 * mlg_document_read_bytes:
 * @bytes: a file
 * @name: the file as people know it, for messages
 * @issues: receives what was not understood
 * @cancellable: (nullable): to stop from another thread
 * @error: see #MlgDocumentError
 *
 * Reads a document of any readable format, which is found by its content. May be called from any
 * thread.
 *
 * Returns: (transfer full) (nullable): the document
 */
MlgDocument *
mlg_document_read_bytes (GBytes *bytes,
                         const char *name,
                         MlgIssueList *issues,
                         GCancellable *cancellable,
                         GError **error)
{
  static const char flat[] = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  g_autoptr (GBytes) head = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL && issues != NULL, NULL);

  if (mlg_package_is_package (bytes))
    return read_package (bytes, name, issues, cancellable, error);
  if (begins_with (bytes, "\xd0\xcf\x11\xe0", 4))
    return refuse_compound (bytes, name, error);
  if (begins_with (bytes, "%PDF", 4))
    return refuse (name, MLG_DOCUMENT_ERROR_UNSUPPORTED, error,
                   _ ("a PDF cannot be read: ask for the ODT or DOCX that it was made from"));
  if (begins_with (bytes, "{\\rtf", 5))
    return refuse (name, MLG_DOCUMENT_ERROR_UNSUPPORTED, error,
                   _ ("this is an old Office file: open it and save it as ODT or DOCX"));
  head = g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), 8192));
  if (contains (head, flat, sizeof flat - 1))
    return mlg_document_read_fodt (bytes, name, issues, cancellable, error);
  return mlg_document_read_xml (bytes, name, issues, cancellable, error);
}

/**
 * mlg_document_load_file:
 * @path: a file
 * @cancellable: (nullable): to stop from another thread
 * @error: %MLG_DOCUMENT_ERROR_REFUSED when it is too large, or #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): what the file holds
 */
GBytes *
mlg_document_load_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = NULL;
  gboolean too_large = FALSE;
  GBytes *bytes = mlg_regular_file_load (file, mlg_package_default_limits.max_file, &too_large,
                                         cancellable, error);

  if (!too_large)
    return bytes;
  name = g_path_get_basename (path);
  refuse (name, MLG_DOCUMENT_ERROR_REFUSED, error, _ ("the file is too large"));
  return NULL;
}

/**
 * mlg_document_read_file:
 * @path: a file
 * @issues: receives what was not understood
 * @cancellable: (nullable): to stop from another thread
 * @error: see #MlgDocumentError and #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the document, see mlg_document_read_bytes()
 */
MlgDocument *
mlg_document_read_file (const char *path,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = mlg_document_load_file (path, cancellable, error);

  return bytes != NULL ? mlg_document_read_bytes (bytes, name, issues, cancellable, error) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-attach.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "mlg-document-content.h"
#include "mlg-meeting-document.h"
#include "mlg-meeting-edit.h"

static gboolean
check_size (const char *name, GBytes *bytes, GError **error)
{
  gsize size = g_bytes_get_size (bytes);

  if (size <= MLG_ATTACHMENT_MAX)
    return TRUE;
  g_set_error (
      error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
      /* Translators: a file's name and two numbers of megabytes. */
      _ ("%s: %.1f MB are too much to keep with a meeting (the limit is %d MB): give a link "
         "instead"),
      name, (double) size / (1024 * 1024), MLG_ATTACHMENT_MAX / (1024 * 1024));
  return FALSE;
}

static MlgRecord *
make_document (gint64 meeting, gint64 item, const char *name, const char *media_type, GBytes *bytes)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *guess = media_type == NULL ? g_content_type_guess (
                               name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL)
                                              : NULL;
  MlgRecord *document = mlg_record_new (&mlg_meeting_document_kind);

  mlg_record_set_integer (document, MLG_MEETING_DOCUMENT_MEETING, meeting);
  if (item != 0)
    mlg_record_set_integer (document, MLG_MEETING_DOCUMENT_ITEM, item);
  mlg_record_set_text (document, MLG_MEETING_DOCUMENT_NAME, name);
  mlg_record_set_text (document, MLG_MEETING_DOCUMENT_MEDIA_TYPE,
                       media_type != NULL ? media_type : guess);
  mlg_record_set_integer (document, MLG_MEETING_DOCUMENT_SIZE, (gint64) g_bytes_get_size (bytes));
  mlg_record_set_text (document, MLG_MEETING_DOCUMENT_ADDED_ON, today);
  return document;
}

/**
 * mlg_meeting_attach:
 * @item: an item of its agenda; 0 for the meeting as a whole
 * @name: the name of the file
 * @media_type: (nullable): "application/pdf"; %NULL to guess
 * @bytes: what the file holds, up to %MLG_ATTACHMENT_MAX
 *
 * Keeps a file with a meeting. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when it is too large, or the meeting's state does not allow it.
 *
 * Returns: the #MlgMeetingDocument; 0 with @error set
 */
gint64
mlg_meeting_attach (MlgConnection *db,
                    gint64 meeting,
                    gint64 item,
                    const char *name,
                    const char *media_type,
                    GBytes *bytes,
                    GError **error)
{
  g_autoptr (MlgRecord) document = NULL;
  g_autoptr (MlgRecord) content = mlg_record_new (&mlg_document_content_kind);
  g_autofree char *text = NULL;
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  if (!check_size (name, bytes, error))
    return 0;
  document = make_document (meeting, item, name, media_type, bytes);
  if (!mlg_meeting_store (db, document, error))
    return 0;
  /* An empty file has no text at all, which the record would refuse: a line end decodes to nothing. */
  text = size > 0 ? g_base64_encode (data, size) : g_strdup ("\n");
  mlg_record_set_integer (content, MLG_DOCUMENT_CONTENT_DOCUMENT, mlg_record_get_id (document));
  mlg_record_set_text (content, MLG_DOCUMENT_CONTENT_CONTENT, text);
  return mlg_meeting_store (db, content, error) ? mlg_record_get_id (document) : 0;
}

/**
 * mlg_meeting_load_attachment:
 * @document: a #MlgMeetingDocument
 *
 * Returns: (transfer full): what the file holds; %NULL with %MLG_STORE_ERROR_MISSING when only a link was
 *   given
 */
GBytes *
mlg_meeting_load_attachment (MlgConnection *db, gint64 document, GError **error)
{
  g_autofree char *text = NULL;
  gsize size = 0;
  guchar *data;

  if (!mlg_connection_get_text (db, &text, error,
                                "SELECT content FROM document_content WHERE document=?1", "i",
                                document))
    return NULL;
  if (text == NULL)
    {
      g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                           _ ("The document has no file: only a link was given"));
      return NULL;
    }
  data = g_base64_decode (text, &size);
  return g_bytes_new_take (data, size);
}

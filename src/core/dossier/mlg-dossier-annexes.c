/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-annexes.h"

#include "meetings/mlg-meeting-attach.h"
#include "meetings/mlg-meeting-document.h"
#include "store/mlg-record-sql.h"

/* The documents that are attached to a meeting go with its dossier, as they are. */

#define ATTACHED                                                                                   \
  "WHERE meeting=?1 AND EXISTS (SELECT 1 FROM document_content AS c"                               \
  " WHERE c.document=meeting_document.id) ORDER BY id"

/* A name as files may have: of no other folder, and not hidden. */
static char *
make_name (guint number, const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "/\\:\r\n\t", '-');

  return g_strdup_printf ("annexes/%02u-%s", number, plain);
}

static gboolean
save (
    MlgConnection *db, MlgRecord *document, MlgDossierFolder *folder, guint number, GError **error)
{
  g_autoptr (GBytes) bytes = mlg_meeting_load_attachment (db, mlg_record_get_id (document), error);
  g_autofree char *name =
      make_name (number, mlg_record_get_text (document, MLG_MEETING_DOCUMENT_NAME));

  return bytes != NULL && mlg_dossier_folder_write (folder, name, bytes, error);
}

/**
 * mlg_dossier_save_annexes:
 * @folder: gets the files, in "annexes", numbered in the order in which they were attached
 *
 * Writes the documents that are kept with a meeting; those that are only linked to stay where they are.
 *
 * Returns: whether all of them were written
 */
gboolean
mlg_dossier_save_annexes (MlgConnection *db,
                          gint64 meeting,
                          MlgDossierFolder *folder,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GPtrArray) documents =
      mlg_record_load_where (db, &mlg_meeting_document_kind, error, ATTACHED, "i", meeting);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !save (db, documents->pdata[i], folder, i + 1, error))
      return FALSE;
  return documents != NULL;
}

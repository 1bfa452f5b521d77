/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-annexes.h"

#include "meetings/mlg-meeting-attach.h"
#include "meetings/mlg-meeting-document.h"
#include "store/mlg-record-sql.h"

/* The documents that are attached to a meeting go with its dossier, as they are. */

static void
annex_free (gpointer data)
{
  MlgDossierAnnex *annex = data;

  g_free (annex->title);
  g_free (annex->file);
  g_free (annex->link);
  g_free (annex->digest);
  g_free (annex);
}

/* A name as files may have: of no other folder, and not hidden. */
static char *
make_name (guint number, const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "/\\:\r\n\t", '-');

  return g_strdup_printf ("annexes/%02u-%s", number, plain);
}

/* A document is not changed, only taken away and attached anew; a link may lead elsewhere. */
static MlgDossierAnnex *
make_annex (MlgRecord *document, guint number)
{
  MlgDossierAnnex *annex = g_new0 (MlgDossierAnnex, 1);

  annex->id = mlg_record_get_id (document);
  annex->title = g_strdup (mlg_record_get_text (document, MLG_MEETING_DOCUMENT_NAME));
  annex->link = g_strdup (mlg_record_get_text (document, MLG_MEETING_DOCUMENT_LINK));
  if (annex->link == NULL && !mlg_record_is_null (document, MLG_MEETING_DOCUMENT_SIZE))
    annex->file = make_name (number, annex->title);
  annex->digest = g_strdup_printf ("%s %" G_GINT64_FORMAT, annex->link != NULL ? annex->link : "",
                                   mlg_record_get_integer (document, MLG_MEETING_DOCUMENT_SIZE));
  return annex;
}

/**
 * mlg_dossier_list_annexes:
 *
 * Returns: (transfer full) (element-type MlgDossierAnnex): the documents of a meeting and of the items of
 *   its agenda, in the order in which they were attached; their files are numbered in this order. %NULL
 *   with @error set
 */
GPtrArray *
mlg_dossier_list_annexes (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (GPtrArray) documents = mlg_record_load_where (
      db, &mlg_meeting_document_kind, error, "WHERE meeting=?1 ORDER BY id", "i", meeting);
  GPtrArray *annexes;
  guint number = 0;

  if (documents == NULL)
    return NULL;
  annexes = g_ptr_array_new_with_free_func (annex_free);
  for (guint i = 0; i < documents->len; i++)
    {
      MlgDossierAnnex *annex = make_annex (documents->pdata[i], number + 1);

      number += annex->file != NULL;
      g_ptr_array_add (annexes, annex);
    }
  return annexes;
}

static gboolean
save (MlgConnection *db, const MlgDossierAnnex *annex, MlgDossierFolder *folder, GError **error)
{
  g_autoptr (GBytes) bytes = mlg_meeting_load_attachment (db, annex->id, error);

  return bytes != NULL && mlg_dossier_folder_write (folder, annex->file, bytes, error);
}

/**
 * mlg_dossier_save_annexes:
 * @annexes: (element-type MlgDossierAnnex): what mlg_dossier_list_annexes() gave
 * @folder: gets the files, in "annexes"
 *
 * Writes the documents that are kept with a meeting; those that are only linked to stay where they are.
 *
 * Returns: whether all of them were written
 */
gboolean
mlg_dossier_save_annexes (MlgConnection *db,
                          GPtrArray *annexes,
                          MlgDossierFolder *folder,
                          GCancellable *cancellable,
                          GError **error)
{
  for (guint i = 0; i < annexes->len; i++)
    {
      const MlgDossierAnnex *annex = annexes->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || (annex->file != NULL && !save (db, annex, folder, error)))
        return FALSE;
    }
  return TRUE;
}

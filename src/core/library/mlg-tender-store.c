/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tender-store.h"

#include "library/mlg-compose.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-draft.h"
#include "library/mlg-template-edit.h"

/**
 * mlg_tender_read:
 * @kind: of templates or of drafts
 *
 * Returns: (transfer full): the text of a template or of a draft
 */
MlgTemplate *
mlg_tender_read (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  return kind == &mlg_draft_kind ? mlg_compose_draft (db, id, NULL, error)
                                 : mlg_compose_template (db, id, NULL, error);
}

/**
 * mlg_tender_store:
 * @text: (nullable): what mlg_tender_read() gave, with changes; %NULL when changing it failed, with @error set
 * @note: what changed, for the list of the template's revisions
 *
 * Writes a changed text: of a template as its next revision, of a draft for it alone. In an action only.
 */
gboolean
mlg_tender_store (MlgConnection *db,
                  const MlgKind *kind,
                  gint64 id,
                  MlgTemplate *text,
                  const char *note,
                  GError **error)
{
  if (text == NULL)
    return FALSE;
  return kind == &mlg_draft_kind ? mlg_draft_write_text (db, id, text, error)
                                 : mlg_template_store (db, text, note, error) != 0;
}

/**
 * mlg_tender_count_shared:
 * @template: an id
 * @uris: (element-type utf8): a set of identifiers of clauses
 * @n: (out): how many of them other templates follow too, so that they change there as well
 */
gboolean
mlg_tender_count_shared (
    MlgConnection *db, gint64 template, GHashTable *uris, guint *n, GError **error)
{
  GHashTableIter iter;
  gpointer uri;

  *n = 0;
  g_hash_table_iter_init (&iter, uris);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    {
      gint64 others = 0;

      if (!mlg_connection_get_integer (db, &others, error,
                                       "SELECT count(*) FROM clause c JOIN clause_use u"
                                       " ON u.clause=c.id AND u.kept IS NULL"
                                       " JOIN piece p ON p.id=u.piece AND p.template<>?2"
                                       " WHERE c.uri=?1",
                                       "ti", (const char *) uri, template))
        return FALSE;
      *n += others > 0;
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-directory-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-member-edit.h"

/* Bodies of the directory become bodies of the network. */

enum
{
  BODIES_BETWEEN_REPORTS = 100
};

/* The codes of départements and regions are not those of communes. */
static gboolean
find_by_code (MlgConnection *db, const MlgDirectoryEntry *entry, gint64 *body, GError **error)
{
  if (entry->insee == NULL)
    return TRUE;
  if (g_str_equal (entry->kind, "commune"))
    return mlg_connection_get_integer (
        db, body, error,
        "SELECT id FROM body WHERE insee=?1 AND (category IS NULL OR category='7210')"
        " ORDER BY id LIMIT 1",
        "t", entry->insee);
  return mlg_connection_get_integer (
      db, body, error, "SELECT id FROM body WHERE insee=?1 AND category=?2 ORDER BY id LIMIT 1",
      "tt", entry->insee, g_str_equal (entry->kind, "region") ? "7230" : "7220");
}

/**
 * mlg_directory_find_body:
 * @entry: a body of the directory
 * @body: (out): the body of the network that it is, by its SIREN, else by its INSEE code; 0 for none
 *
 * Returns: %FALSE only for an error
 */
gboolean
mlg_directory_find_body (MlgConnection *db,
                         const MlgDirectoryEntry *entry,
                         gint64 *body,
                         GError **error)
{
  *body = 0;
  if (entry->siren != NULL
      && !mlg_connection_get_integer (db, body, error,
                                      "SELECT id FROM body WHERE siren=?1 ORDER BY"
                                      " siret IS NOT NULL, id LIMIT 1",
                                      "t", entry->siren))
    return FALSE;
  return *body != 0 || find_by_code (db, entry, body, error);
}

/**
 * mlg_directory_add_body:
 * @entry: a body of the directory
 * @status: (nullable): one of mlg_body_statuses, which it gets from today
 * @body: (out) (optional): the new body, or the one that was there
 * @added: (out) (optional): whether it is new
 *
 * Adds a body with all that the directory knows of it, unless it is there. In an action only.
 */
gboolean
mlg_directory_add_body (MlgConnection *db,
                        const MlgDirectoryEntry *entry,
                        const char *status,
                        gint64 *body,
                        gboolean *added,
                        GError **error)
{
  g_autoptr (MlgRecord) record = NULL;
  gint64 id = 0;

  if (!mlg_directory_find_body (db, entry, &id, error))
    return FALSE;
  if (added != NULL)
    *added = id == 0;
  if (id == 0)
    {
      record = mlg_directory_entry_to_body (entry);
      if (!mlg_record_insert (db, record, error))
        return FALSE;
      id = mlg_record_get_id (record);
      if (status != NULL && !mlg_body_set_status (db, id, status, NULL, error))
        return FALSE;
    }
  if (body != NULL)
    *body = id;
  return TRUE;
}

/**
 * mlg_directory_add_bodies:
 * @entries: (element-type MlgDirectoryEntry): bodies of the directory
 * @status: (nullable): one of mlg_body_statuses, which the new ones get from today
 * @counts: (out): how many were added, and how many were there
 *
 * Adds those that are not there yet. In an action only.
 */
gboolean
mlg_directory_add_bodies (MlgConnection *db,
                          GPtrArray *entries,
                          const char *status,
                          MlgDirectoryCounts *counts,
                          GError **error)
{
  *counts = (MlgDirectoryCounts){ 0 };
  for (guint i = 0; i < entries->len; i++)
    {
      gboolean added = FALSE;

      if (i % BODIES_BETWEEN_REPORTS == 0
          && !mlg_connection_report (db, 1.0 * i / entries->len, _ ("Adding bodies"), error))
        return FALSE;
      if (!mlg_directory_add_body (db, entries->pdata[i], status, NULL, &added, error))
        return FALSE;
      counts->n_added += added;
      counts->n_present += !added;
    }
  return TRUE;
}

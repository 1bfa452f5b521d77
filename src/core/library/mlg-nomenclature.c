/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-nomenclature.h"

#include <gio/gio.h>
#include <string.h>

#include "mlg-cpv-code.h"
#include "library/mlg-cpv.h"
#include "store/mlg-record-sql.h"

#define DIVISIONS "/org/maillage/nomenclature/cpv-divisions.tsv"

/* Codes are found by their eight digits: files write them with or without the check digit. */

/**
 * mlg_nomenclature_find:
 * @code: (nullable): with or without its check digit
 *
 * Returns: the id of the code; 0 when the network file does not have it; -1 with @error set
 */
gint64
mlg_nomenclature_find (MlgConnection *db, const char *code, GError **error)
{
  g_autofree char *from = code != NULL ? g_strndup (code, MLG_CPV_DIGITS) : NULL;
  g_autofree char *until = from != NULL ? g_strconcat (from, ".", NULL) : NULL;
  gint64 id = 0;

  if (from == NULL || strlen (from) < MLG_CPV_DIGITS)
    return 0;
  /* "-", which comes before the check digit, comes before "." */
  if (!mlg_connection_get_integer (db, &id, error, "SELECT id FROM cpv WHERE code>=?1 AND code<?2",
                                   "tt", from, until))
    return -1;
  return id;
}

/* The nearest code that is there and that this one is a part of: for 90911200, 90911000 or 90910000 … */
static gint64
find_parent (MlgConnection *db, const char *code, GError **error)
{
  gint64 id = 0;

  for (gsize n = MLG_CPV_DIGITS - 1; n >= 2 && id == 0; n--)
    {
      g_autofree char *broader =
          g_strdup_printf ("%.*s%.*s", (int) n, code, (int) (MLG_CPV_DIGITS - n), "000000");

      if (strncmp (broader, code, MLG_CPV_DIGITS) != 0)
        id = mlg_nomenclature_find (db, broader, error);
    }
  return id;
}

/**
 * mlg_nomenclature_put:
 * @counts: (nullable): of a list of codes
 *
 * Adds a code, or gives it this name and check digit. One of a list gets its place by
 * mlg_nomenclature_settle(), when all are there. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for what is no code.
 *
 * Returns: its id; -1 with @error set
 */
gint64
mlg_nomenclature_put (MlgConnection *db,
                      const char *code,
                      const char *name,
                      MlgNomenclatureCounts *counts,
                      GError **error)
{
  gint64 id = mlg_nomenclature_find (db, code, error);
  g_autoptr (MlgRecord) record = NULL;
  g_autoptr (MlgRecord) before = NULL;
  gint64 parent;

  if (id < 0)
    return -1;
  record = id > 0 ? mlg_record_load (db, &mlg_cpv_kind, id, error) : mlg_record_new (&mlg_cpv_kind);
  if (record == NULL)
    return -1;
  before = mlg_record_copy (record);
  if (!mlg_record_parse (record, MLG_CPV_CODE, code, error))
    return -1;
  mlg_record_set_text (record, MLG_CPV_NAME, name);
  if (counts != NULL)
    counts->read++;
  if (id > 0 && mlg_record_equal (record, before))
    return id;
  parent = id == 0 && counts == NULL ? find_parent (db, code, error) : 0;
  if (parent < 0)
    return -1;
  if (parent > 0)
    mlg_record_set_integer (record, MLG_CPV_PARENT, parent);
  if (!(id > 0 ? mlg_record_update (db, record, error) : mlg_record_insert (db, record, error)))
    return -1;
  if (counts != NULL && id > 0)
    counts->changed++;
  else if (counts != NULL)
    counts->added++;
  return mlg_record_get_id (record);
}

/* Puts each code under the nearest one that is there: 90911200 under 90911000, or 90910000, … */
static const char settle_sql[] =
    "WITH RECURSIVE up(id, code, n) AS ("
    "  SELECT id, code, 7 FROM cpv WHERE substr(code, 3, 6) <> '000000'"
    "  UNION ALL SELECT id, code, n - 1 FROM up WHERE n > 2),"
    " found(id, parent, n) AS ("
    "  SELECT up.id, cpv.id, up.n FROM up JOIN cpv"
    "   ON cpv.code >= substr(up.code, 1, up.n) || substr('000000', 1, 8 - up.n)"
    "   AND cpv.code < substr(up.code, 1, up.n) || substr('000000', 1, 8 - up.n) || '.'"
    "   AND cpv.id <> up.id),"
    " best(id, parent, n) AS (SELECT id, parent, max(n) FROM found GROUP BY id)"
    " UPDATE cpv SET parent = (SELECT best.parent FROM best WHERE best.id = cpv.id)"
    " WHERE parent IS NOT (SELECT best.parent FROM best WHERE best.id = cpv.id)";

/**
 * mlg_nomenclature_settle:
 *
 * Puts each code under the one that it is a part of, as its digits say. In an action only.
 */
gboolean
mlg_nomenclature_settle (MlgConnection *db, GError **error)
{
  return mlg_connection_execute (db, error, settle_sql, "");
}

static gboolean
put_line (MlgConnection *db, const char *line, GError **error)
{
  const char *tab = strchr (line, '\t');
  g_autofree char *code = tab != NULL ? g_strndup (line, (gsize) (tab - line)) : NULL;

  return code == NULL || *line == '#' || mlg_nomenclature_put (db, code, tab + 1, NULL, error) > 0;
}

/**
 * mlg_nomenclature_ensure:
 *
 * Makes sure that the divisions, which come with the program, are there. In an action only.
 */
gboolean
mlg_nomenclature_ensure (MlgConnection *db, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 n = 0;

  if (!mlg_connection_get_integer (
          db, &n, error, "SELECT count(*) FROM cpv WHERE substr(code, 3, 6)='000000'", ""))
    return FALSE;
  if (n > 0)
    return TRUE;
  bytes = g_resources_lookup_data (DIVISIONS, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (!put_line (db, *line, error))
      return FALSE;
  return TRUE;
}

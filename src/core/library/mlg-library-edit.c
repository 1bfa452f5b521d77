/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-edit.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause-edit.h"
#include "library/mlg-clause-trait.h"
#include "library/mlg-clause-use.h"
#include "library/mlg-clause.h"
#include "library/mlg-cpv.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-linked-clause.h"
#include "library/mlg-nomenclature.h"
#include "library/mlg-older-clause.h"
#include "library/mlg-older-template.h"
#include "library/mlg-piece.h"
#include "library/mlg-sheet-clause.h"
#include "library/mlg-sheet.h"
#include "library/mlg-template-edit.h"
#include "library/mlg-template-record.h"
#include "library/mlg-template-trait.h"
#include "library/mlg-threshold.h"
#include "library/mlg-uri.h"

/* How a record of each kind is written; %NULL for what follows from other records only. */
typedef gboolean (*StoreFunc) (MlgConnection *db, MlgRecord *record, GError **error);

static gboolean
store_plain (MlgConnection *db, MlgRecord *record, GError **error)
{
  return mlg_record_get_id (record) == 0 ? mlg_record_insert (db, record, error)
                                         : mlg_record_update (db, record, error);
}

static gboolean
store_code (MlgConnection *db, MlgRecord *record, GError **error)
{
  return store_plain (db, record, error) && mlg_nomenclature_settle (db, error);
}

/* A sheet travels: each change is another revision. */
static gboolean
store_sheet (MlgConnection *db, MlgRecord *record, GError **error)
{
  g_autofree char *uri = mlg_uri_new ();

  if (mlg_record_is_null (record, MLG_SHEET_URI))
    mlg_record_set_text (record, MLG_SHEET_URI, uri);
  mlg_record_set_integer (record, MLG_SHEET_REVISION,
                          mlg_record_get_integer (record, MLG_SHEET_REVISION) + 1);
  return store_plain (db, record, error);
}

static gboolean
store_link (MlgConnection *db, MlgRecord *record, GError **error)
{
  return mlg_record_validate (record, NULL, error)
         && mlg_clause_link (db, mlg_record_get_integer (record, MLG_LINKED_CLAUSE_CLAUSE),
                             mlg_record_get_integer (record, MLG_LINKED_CLAUSE_OTHER), TRUE, error);
}

static const struct
{
  const MlgKind *kind;
  StoreFunc store;
  gboolean removable;
} ways[] = {
  { &mlg_clause_kind, mlg_clause_store, TRUE },
  { &mlg_template_record_kind, mlg_template_store_record, TRUE },
  { &mlg_draft_kind, mlg_draft_store, TRUE },
  { &mlg_sheet_kind, store_sheet, TRUE },
  { &mlg_sheet_clause_kind, store_plain, TRUE },
  { &mlg_cpv_kind, store_code, TRUE },
  { &mlg_threshold_kind, mlg_threshold_store, TRUE },
  { &mlg_linked_clause_kind, store_link, TRUE },
  { &mlg_clause_trait_kind, NULL, FALSE },
  { &mlg_template_trait_kind, NULL, FALSE },
  { &mlg_piece_kind, NULL, FALSE },
  { &mlg_clause_use_kind, NULL, FALSE },
  { &mlg_older_clause_kind, NULL, FALSE },
  { &mlg_older_template_kind, NULL, FALSE },
};

static int
find_way (const MlgKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].kind == kind)
      return (int) i;
  return -1;
}

static gboolean
refuse (const MlgKind *kind, GError **error)
{
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
               /* Translators: a kind of record. */
               _ ("%s: the program writes this; change the clause or the template"),
               _ (kind->title));
  return FALSE;
}

/**
 * mlg_library_has_kind:
 *
 * Returns: whether records of this kind are of the library
 */
gboolean
mlg_library_has_kind (const MlgKind *kind)
{
  return find_way (kind) >= 0;
}

/**
 * mlg_library_store:
 * @record: a record of a kind of the library, new or changed
 *
 * Stores it, with all that follows: older wordings, revisions, identifiers. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for what the record may not say, and for what nobody writes by hand.
 */
gboolean
mlg_library_store (MlgConnection *db, MlgRecord *record, GError **error)
{
  int way = find_way (mlg_record_get_kind (record));

  g_return_val_if_fail (way >= 0, FALSE);

  if (ways[way].store == NULL)
    return refuse (ways[way].kind, error);
  return ways[way].store (db, record, error);
}

/**
 * mlg_library_remove:
 * @kind: a kind of the library
 *
 * Removes a record with what belongs to it. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for a clause that templates use, and for what nobody writes by hand.
 */
gboolean
mlg_library_remove (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  int way = find_way (kind);

  g_return_val_if_fail (way >= 0, FALSE);

  if (kind == &mlg_clause_kind)
    return mlg_clause_remove (db, id, error);
  return ways[way].removable ? mlg_record_remove (db, kind, id, error) : refuse (kind, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "members/mlg-body.h"
#include "members/mlg-group.h"
#include "mlg-import-private.h"
#include "store/mlg-fold.h"
#include "store/mlg-record-sql.h"

/* What is in the network file, as the planning of rows asks for it. */

void
mlg_import_lookup_clear (MlgImportLookup *lookup)
{
  g_clear_pointer (&lookup->match, mlg_import_match_free);
  g_clear_pointer (&lookup->others, mlg_import_match_free);
  g_clear_pointer (&lookup->known, g_ptr_array_unref);
  g_clear_pointer (&lookup->bodies, mlg_import_bodies_free);
  g_clear_pointer (&lookup->people, mlg_import_people_free);
  g_clear_pointer (&lookup->by_id, g_hash_table_unref);
  g_clear_pointer (&lookup->groups, g_hash_table_unref);
  g_clear_pointer (&lookup->fields, g_ptr_array_unref);
  g_clear_pointer (&lookup->joined, g_hash_table_unref);
  g_clear_pointer (&lookup->links, g_array_unref);
}

gboolean
mlg_import_lookup_load_bodies (MlgImportLookup *lookup, GError **error)
{
  if (lookup->known != NULL)
    return TRUE;
  lookup->known = mlg_record_load_where (lookup->db, &mlg_body_kind, error, "ORDER BY id", "");
  if (lookup->known == NULL)
    return FALSE;
  lookup->match = mlg_import_match_new (&mlg_body_kind);
  for (guint i = 0; i < lookup->known->len; i++)
    mlg_import_match_add (lookup->match, lookup->known->pdata[i]);
  return TRUE;
}

/* Of a kind that is neither body nor person. */
gboolean
mlg_import_lookup_load_others (MlgImportLookup *lookup, const MlgKind *kind, GError **error)
{
  g_autoptr (GPtrArray) known = NULL;

  if (lookup->others != NULL)
    return TRUE;
  known = mlg_record_load_where (lookup->db, kind, error, "ORDER BY id", "");
  if (known == NULL)
    return FALSE;
  lookup->others = mlg_import_match_new (kind);
  for (guint i = 0; i < known->len; i++)
    mlg_import_match_add (lookup->others, known->pdata[i]);
  return TRUE;
}

/* Only after the bodies were loaded. */
MlgImportBodies *
mlg_import_lookup_get_bodies (MlgImportLookup *lookup)
{
  if (lookup->bodies != NULL)
    return lookup->bodies;
  lookup->bodies = mlg_import_bodies_new ();
  for (guint i = 0; i < lookup->known->len; i++)
    mlg_import_bodies_add (lookup->bodies, lookup->known->pdata[i]);
  return lookup->bodies;
}

static void
index_body (MlgImportLookup *lookup, MlgRecord *body)
{
  gint64 id = mlg_record_get_id (body);

  g_hash_table_insert (lookup->by_id, g_memdup2 (&id, sizeof id), body);
}

/* Returns: (nullable): a body of the file, or one that an earlier row adds. */
MlgRecord *
mlg_import_lookup_get_body (MlgImportLookup *lookup, gint64 id)
{
  if (lookup->by_id == NULL)
    {
      lookup->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < lookup->known->len; i++)
        index_body (lookup, lookup->known->pdata[i]);
    }
  return g_hash_table_lookup (lookup->by_id, &id);
}

/* Makes a body known that an earlier row adds. */
void
mlg_import_lookup_add_body (MlgImportLookup *lookup, MlgRecord *body)
{
  g_ptr_array_add (lookup->known, g_object_ref (body));
  mlg_import_match_add (lookup->match, body);
  if (lookup->bodies != NULL)
    mlg_import_bodies_add (lookup->bodies, body);
  if (lookup->by_id != NULL)
    index_body (lookup, body);
}

static gboolean
load_groups (MlgImportLookup *lookup, GError **error)
{
  g_autoptr (GPtrArray) groups =
      mlg_record_load_where (lookup->db, &mlg_group_kind, error, "ORDER BY id DESC", "");

  if (groups == NULL)
    return FALSE;
  lookup->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < groups->len; i++)
    {
      gint64 id = mlg_record_get_id (groups->pdata[i]);

      g_hash_table_insert (lookup->groups,
                           mlg_fold (mlg_record_get_text (groups->pdata[i], MLG_GROUP_NAME)),
                           g_memdup2 (&id, sizeof id));
    }
  return TRUE;
}

/* @id: (out): 0 when there is no such group */
gboolean
mlg_import_lookup_find_group (MlgImportLookup *lookup, const char *name, gint64 *id, GError **error)
{
  g_autofree char *folded = mlg_fold (name);
  const gint64 *found;

  if (lookup->groups == NULL && !load_groups (lookup, error))
    return FALSE;
  found = g_hash_table_lookup (lookup->groups, folded);
  *id = found != NULL ? *found : 0;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-body.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgDirectoryEntry:
 *
 * A public body of the reference directory.
 */
typedef struct
{
  char *kind;        /* (owned) commune, CC, CA, CU, METRO, MET69, EPT, departement, region */
  char *siren;       /* (owned) (nullable) */
  char *insee;       /* (owned) (nullable) */
  char *name;        /* (owned) */
  char *departement; /* (owned) (nullable) */
  char *region;      /* (owned) (nullable) */
  char *epci;        /* (owned) (nullable) SIREN of the EPCI that a commune is in */
  char *postcode;    /* (owned) (nullable) the first one */
  gint64 population; /* people; 0 when unknown */
} MlgDirectoryEntry;

void mlg_directory_entry_free (MlgDirectoryEntry *entry);
const char *mlg_directory_get_category (const char *kind);
MlgRecord *mlg_directory_entry_to_body (const MlgDirectoryEntry *entry);

gboolean mlg_directory_attach (MlgConnection *db, GError **error);
GPtrArray *
mlg_directory_suggest (MlgConnection *db, const char *words, guint limit, GError **error);
MlgDirectoryEntry *mlg_directory_find (MlgConnection *db, const char *number, GError **error);
MlgDirectoryEntry *
mlg_directory_find_place (MlgConnection *db, const char *kind, const char *code, GError **error);
GPtrArray *mlg_directory_list_members (MlgConnection *db, const char *epci, GError **error);
GPtrArray *
mlg_directory_list_groupings (MlgConnection *db, const char *departement, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgDirectoryEntry, mlg_directory_entry_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-directory.h"
#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* What the network does with the directory: takes bodies from it, and follows what becomes of them. */

/**
 * MlgDirectoryCounts:
 *
 * What became of bodies of the directory that were to be added.
 */
typedef struct
{
  guint n_added;
  guint n_present; /* were there already */
} MlgDirectoryCounts;

/**
 * MlgDirectoryFinding:
 *
 * Something that the network and the directory do not say alike.
 */
typedef struct
{
  gint64 body;
  char *name;    /* (owned) the name of the body in the network */
  gboolean gone; /* the directory has no such body any more: nothing else is known */
  guint field;   /* else the field that differs: name, category, siren, insee, epci or population */
  char *ours;    /* (owned) (nullable) as files carry it */
  char *theirs;  /* (owned) as files carry it; NULL if @gone */
  char *our_name;   /* (owned) (nullable) of the intercommunal body that @ours is the number of */
  char *their_name; /* (owned) (nullable) of the one that @theirs is the number of */
} MlgDirectoryFinding;

void mlg_directory_finding_free (MlgDirectoryFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgDirectoryFinding, mlg_directory_finding_free)

gboolean mlg_directory_find_body (MlgConnection *db,
                                  const MlgDirectoryEntry *entry,
                                  gint64 *body,
                                  GError **error);
gboolean mlg_directory_add_body (MlgConnection *db,
                                 const MlgDirectoryEntry *entry,
                                 const char *status,
                                 gint64 *body,
                                 gboolean *added,
                                 GError **error);
gboolean mlg_directory_add_bodies (MlgConnection *db,
                                   GPtrArray *entries,
                                   const char *status,
                                   MlgDirectoryCounts *counts,
                                   GError **error);

GPtrArray *mlg_directory_compare (MlgConnection *db, GError **error);
char *mlg_directory_finding_dup_ours (const MlgDirectoryFinding *finding);
char *mlg_directory_finding_dup_theirs (const MlgDirectoryFinding *finding);
const char *mlg_directory_finding_get_title (const MlgDirectoryFinding *finding);
gboolean mlg_directory_apply (MlgConnection *db, GPtrArray *findings, GError **error);

G_END_DECLS

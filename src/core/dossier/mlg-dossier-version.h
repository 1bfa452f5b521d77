/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "dossier/mlg-dossier.h"

G_BEGIN_DECLS

/** The file that says what a folder has of a dossier. */
#define MLG_DOSSIER_VERSION_FILE "dossier-version.xml"

/**
 * MlgDossierVersion:
 *
 * What was written of a dossier the last time: each paper and each document attached
 * with a digest of what it says, and the files.
 */
struct _MlgDossierVersion
{
  guint number; /* from 1; 0 when nothing was written yet */
  xmlDoc *tree; /* (owned) (nullable) as it was read */
};

MlgDossierVersion *mlg_dossier_version_read (const char *folder,
                                             gint64 meeting,
                                             GCancellable *cancellable,
                                             GError **error);
void mlg_dossier_version_free (MlgDossierVersion *self);
guint mlg_dossier_version_compare (const MlgDossierVersion *before,
                                   const MlgDossier *dossier,
                                   xmlNode *parent);
GBytes *mlg_dossier_version_write (const MlgDossier *dossier, GStrv files);
GStrv mlg_dossier_version_list_files (const MlgDossierVersion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgDossierVersion, mlg_dossier_version_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** A folder being made aside, that takes its place when all of it is there. */
typedef struct _MlgDossierFolder MlgDossierFolder;

MlgDossierFolder *mlg_dossier_folder_new (const char *path, GError **error);
void mlg_dossier_folder_free (MlgDossierFolder *self);
char *mlg_dossier_folder_add (MlgDossierFolder *self, const char *name, GError **error);
gboolean
mlg_dossier_folder_write (MlgDossierFolder *self, const char *name, GBytes *bytes, GError **error);
gboolean mlg_dossier_folder_publish (MlgDossierFolder *self, GError **error);
GStrv mlg_dossier_folder_list (const MlgDossierFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgDossierFolder, mlg_dossier_folder_free)

G_END_DECLS

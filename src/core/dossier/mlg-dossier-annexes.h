/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/mlg-dossier-folder.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

gboolean mlg_dossier_save_annexes (MlgConnection *db,
                                   gint64 meeting,
                                   MlgDossierFolder *folder,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS

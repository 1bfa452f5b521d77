/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"

G_BEGIN_DECLS

/** Files that are written side by side, by as many threads as there are processors; a lane has those of a format. */
typedef struct _MlgDossierLanes MlgDossierLanes;

MlgDossierLanes *mlg_dossier_lanes_new (void);
void mlg_dossier_lanes_free (MlgDossierLanes *self);
void mlg_dossier_lanes_open (MlgDossierLanes *self);
void mlg_dossier_lanes_add (MlgDossierLanes *self, MlgDocument *document, const char *path);
gboolean mlg_dossier_lanes_run (MlgDossierLanes *self,
                                MlgIssueList *issues,
                                GCancellable *cancellable,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgDossierLanes, mlg_dossier_lanes_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"

G_BEGIN_DECLS

/** Papers being bound into one document. */
typedef struct _MlgDossierBinder MlgDossierBinder;

MlgDossierBinder *mlg_dossier_binder_new (MlgDocument *cover);
void mlg_dossier_binder_free (MlgDossierBinder *self);
void mlg_dossier_binder_open_part (MlgDossierBinder *self, MlgDocument *opening);
void mlg_dossier_binder_add (MlgDossierBinder *self,
                             MlgDocument *paper,
                             const char *name,
                             const char *summary);
MlgDocument *mlg_dossier_binder_finish (MlgDossierBinder *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgDossierBinder, mlg_dossier_binder_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

#define MLG_TYPE_DOSSIER_FORM (mlg_dossier_form_get_type ())
G_DECLARE_FINAL_TYPE (MlgDossierForm, mlg_dossier_form, MLG, DOSSIER_FORM, AdwExpanderRow)

void mlg_dossier_form_set_meeting (MlgDossierForm *self, MlgRecord *meeting);

G_END_DECLS

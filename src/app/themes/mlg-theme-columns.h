/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-table.h"

G_BEGIN_DECLS

extern const MlgColumn mlg_theme_columns[];
extern const MlgFacetKind mlg_theme_facets[];
extern const MlgColumn mlg_questionnaire_columns[];
extern const MlgFacetKind mlg_questionnaire_facets[];

char *mlg_theme_text_line (MlgRecord *theme);
char *mlg_questionnaire_text_line (MlgRecord *questionnaire);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-column-set.h"
#include "widgets/mlg-facet-button.h"

G_BEGIN_DECLS

extern const MlgColumn mlg_person_columns[];
extern const MlgFacetKind mlg_person_facets[];

G_END_DECLS

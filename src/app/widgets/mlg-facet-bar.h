/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-facet-button.h"

G_BEGIN_DECLS

#define MLG_TYPE_FACET_BAR (mlg_facet_bar_get_type ())
G_DECLARE_FINAL_TYPE (MlgFacetBar, mlg_facet_bar, MLG, FACET_BAR, GtkWidget)

void mlg_facet_bar_set_kinds (MlgFacetBar *self, MlgStore *store, const MlgFacetKind *kinds);
MlgQuery *mlg_facet_bar_apply (MlgFacetBar *self, MlgQuery *query);
void mlg_facet_bar_set_query (MlgFacetBar *self, MlgQuery *query);
gboolean mlg_facet_bar_is_active (MlgFacetBar *self);
void mlg_facet_bar_clear (MlgFacetBar *self);
void
mlg_facet_bar_narrow (MlgFacetBar *self, const char *name, const char *value, const char *title);

G_END_DECLS

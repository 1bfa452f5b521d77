/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-query.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

/**
 * MlgFacetKind:
 * @name: its name in code
 * @title: marked N_()
 * @kinds: static, ended by %NULL: the kinds of records on which the counts depend
 * @read: the values to choose from, with their counts (element-type MlgFacet)
 * @apply: the query with a condition on these values in the place of any other of this facet
 *
 * By what a list can be narrowed down.
 */
typedef struct
{
  const char *name;
  const char *title;
  const MlgKind *const *kinds;
  GPtrArray *(*read) (MlgQuery *query, MlgConnection *db, GError **error);
  MlgQuery *(*apply) (MlgQuery *query, const char *const *values);
} MlgFacetKind;

#define MLG_TYPE_FACET_BUTTON (mlg_facet_button_get_type ())
G_DECLARE_FINAL_TYPE (MlgFacetButton, mlg_facet_button, MLG, FACET_BUTTON, GtkWidget)

GtkWidget *mlg_facet_button_new (const MlgFacetKind *kind, MlgStore *store);
const MlgFacetKind *mlg_facet_button_get_kind (MlgFacetButton *self);
void mlg_facet_button_set_query (MlgFacetButton *self, MlgQuery *query);
GStrv mlg_facet_button_get_values (MlgFacetButton *self);
const char *mlg_facet_button_get_title (MlgFacetButton *self, const char *value);
void mlg_facet_button_choose (MlgFacetButton *self, const char *value, const char *title);
void mlg_facet_button_remove (MlgFacetButton *self, const char *value);

G_END_DECLS

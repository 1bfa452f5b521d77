/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-word-difference.h"

G_BEGIN_DECLS

#define MLG_TYPE_DIFFERENCE_VIEW (mlg_difference_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgDifferenceView, mlg_difference_view, MLG, DIFFERENCE_VIEW, GtkWidget)

GtkWidget *mlg_difference_view_new (void);
void mlg_difference_view_set_texts (MlgDifferenceView *self,
                                    const char *before,
                                    const char *after,
                                    GPtrArray *runs);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-outline-plan.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_OUTLINE_SECTION (mlg_outline_section_get_type ())
G_DECLARE_FINAL_TYPE (MlgOutlineSection, mlg_outline_section, MLG, OUTLINE_SECTION, GtkWidget)

void mlg_outline_section_set_store (MlgOutlineSection *self, MlgStore *store);
void mlg_outline_section_show (MlgOutlineSection *self, MlgOutlinePlan *plan, guint item);
void mlg_outline_section_clear (MlgOutlineSection *self);

G_END_DECLS

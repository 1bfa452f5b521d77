/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MINUTES_SECTION (mlg_minutes_section_get_type ())
G_DECLARE_FINAL_TYPE (MlgMinutesSection, mlg_minutes_section, MLG, MINUTES_SECTION, GtkWidget)

GtkWidget *mlg_minutes_section_new (MlgStore *store);
void mlg_minutes_section_show (MlgMinutesSection *self, MlgRecord *item, GPtrArray *entries);

G_END_DECLS

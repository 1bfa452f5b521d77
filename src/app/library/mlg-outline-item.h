/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "library/mlg-outline-plan.h"

G_BEGIN_DECLS

#define MLG_TYPE_OUTLINE_ITEM (mlg_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (MlgOutlineItem, mlg_outline_item, MLG, OUTLINE_ITEM, GObject)

MlgOutlineItem *mlg_outline_item_new (const MlgPlanItem *planned);
void mlg_outline_item_show (MlgOutlineItem *self, const MlgPlanItem *planned);
char *mlg_outline_item_write_dimensions (const MlgPlanItem *planned);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "members/mlg-member-link.h"

G_BEGIN_DECLS

#define MLG_TYPE_LINK_ROW (mlg_link_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgLinkRow, mlg_link_row, MLG, LINK_ROW, AdwActionRow)

GtkWidget *mlg_link_row_new (const MlgMemberLink *link);
const MlgMemberLink *mlg_link_row_get_link (GtkWidget *row);

G_END_DECLS

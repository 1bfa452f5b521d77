/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_INVITEE_ROW (mlg_invitee_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgInviteeRow, mlg_invitee_row, MLG, INVITEE_ROW, GtkWidget)

GtkListItemFactory *mlg_invitee_row_make_factory (void);

G_END_DECLS

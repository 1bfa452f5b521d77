/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of which each is followed by those inside it, put elsewhere with all that is inside them. */

/** How deep a row is, or is to be. */
typedef guint (*MlgHeadGetLevel) (gpointer row);
typedef void (*MlgHeadSetLevel) (gpointer row, guint level);

gboolean mlg_head_order_move (GPtrArray *rows, guint i, MlgHeadGetLevel get, gboolean down);
gboolean mlg_head_order_go_in (GPtrArray *rows, guint i, MlgHeadGetLevel get, MlgHeadSetLevel set);
gboolean mlg_head_order_go_out (GPtrArray *rows, guint i, MlgHeadGetLevel get, MlgHeadSetLevel set);
guint mlg_head_order_find_end (GPtrArray *rows, guint i, MlgHeadGetLevel get);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_NEW_NETWORK_PAGE (mlg_new_network_page_get_type ())
G_DECLARE_FINAL_TYPE (MlgNewNetworkPage, mlg_new_network_page, MLG, NEW_NETWORK_PAGE, GtkWidget)

void mlg_new_network_page_begin (MlgNewNetworkPage *self);

G_END_DECLS

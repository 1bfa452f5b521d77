/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-kind.h"

G_BEGIN_DECLS

void mlg_member_address_copy (GtkWidget *widget, const MlgKind *kind, GArray *ids);

G_END_DECLS

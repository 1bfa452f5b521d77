/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

void mlg_library_preview (GtkWidget *widget, MlgRecord *record);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-kind.h"

G_BEGIN_DECLS

void mlg_library_archive (GtkWidget *widget, const MlgKind *kind, GArray *ids, gboolean archived);

G_END_DECLS

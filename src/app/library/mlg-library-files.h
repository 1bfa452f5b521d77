/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mlg_library_files_import (GtkWidget *page);
void mlg_library_files_accept_drops (GtkWidget *page);

G_END_DECLS

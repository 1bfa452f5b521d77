/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mlg_choice_labels_fit (GtkDropDown *list);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

gboolean mlg_field_edit (
    GtkWidget *widget, MlgRecord *record, guint field, const char *text, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/mlg-document.h"
#include "mlg-host.h"

G_BEGIN_DECLS

/**
 * MlgPagesMake:
 * @missing: (out) (transfer full) (nullable): what is not known yet; left %NULL for nothing
 *
 * Makes a document. In the reader's thread.
 *
 * Returns: (transfer full): the document; %NULL with @error set
 */
typedef MlgDocument *(*MlgPagesMake) (
    MlgConnection *db, gpointer data, GStrv *missing, GCancellable *cancellable, GError **error);

#define MLG_TYPE_PAGES_WINDOW (mlg_pages_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgPagesWindow, mlg_pages_window, MLG, PAGES_WINDOW, AdwWindow)

GtkWidget *mlg_pages_window_new (MlgHost *host,
                                 const char *title,
                                 const char *file_name,
                                 MlgPagesMake make,
                                 gpointer data,
                                 GDestroyNotify free_data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-connection.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/**
 * MlgLibraryWrite:
 *
 * Does one thing to a record of the library, in the writer's thread: @text and @number are what was given to
 * mlg_library_commit_deed().
 */
typedef gboolean (*MlgLibraryWrite) (
    MlgConnection *db, gint64 id, const char *text, gint64 number, GError **error);

gboolean mlg_library_commit (
    GtkWidget *widget, MlgRecord *record, guint field, const char *text, GError **error);
void mlg_library_commit_rows (GtkWidget *root);
void mlg_library_commit_removal (GtkWidget *widget, MlgRecord *record, const char *done);
void mlg_library_commit_new (GtkWidget *widget, MlgRecord *record, const char *done);
void mlg_library_commit_deed (GtkWidget *widget,
                              const char *action,
                              MlgLibraryWrite write,
                              gint64 id,
                              const char *text,
                              gint64 number,
                              const char *done);

G_END_DECLS

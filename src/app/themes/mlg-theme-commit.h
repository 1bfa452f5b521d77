/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-action.h"
#include "store/mlg-record.h"
#include "widgets/mlg-field-form.h"

G_BEGIN_DECLS

/**
 * MlgThemeMaking:
 *
 * Makes a record, in an action.
 *
 * Returns: its id; 0 with @error set
 */
typedef gint64 (*MlgThemeMaking) (MlgConnection *db, gpointer data, GError **error);

gboolean mlg_theme_commit (
    GtkWidget *widget, MlgRecord *record, guint field, const char *text, GError **error);
void mlg_theme_commit_fields (MlgFieldForm *form, const char *const *fields);
void mlg_theme_commit_new (GtkWidget *widget, MlgRecord *record, const char *done);
void mlg_theme_commit_removal (GtkWidget *widget, MlgRecord *record, const char *done);
void mlg_theme_commit_making (GtkWidget *widget,
                              const char *action,
                              const MlgKind *kind,
                              MlgThemeMaking make_it,
                              gpointer data,
                              GDestroyNotify free_data,
                              const char *done);

G_END_DECLS

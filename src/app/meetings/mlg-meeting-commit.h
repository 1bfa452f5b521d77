/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"
#include "widgets/mlg-field-form.h"

G_BEGIN_DECLS

gboolean mlg_meeting_commit (
    GtkWidget *widget, MlgRecord *record, guint field, const char *text, GError **error);
void mlg_meeting_commit_fields (MlgFieldForm *form, const char *const *fields);

void mlg_meeting_commit_new (GtkWidget *widget, MlgRecord *record, const char *done);
void mlg_meeting_commit_removal (GtkWidget *widget, MlgRecord *record, const char *done);

G_END_DECLS

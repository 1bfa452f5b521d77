/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_SUGGESTION_ENTRY (mlg_suggestion_entry_get_type ())
G_DECLARE_FINAL_TYPE (MlgSuggestionEntry, mlg_suggestion_entry, MLG, SUGGESTION_ENTRY, GtkWidget)

GtkWidget *mlg_suggestion_entry_new (const char *label);
void mlg_suggestion_entry_set_label (MlgSuggestionEntry *self, const char *label);
void mlg_suggestion_entry_set_name (MlgSuggestionEntry *self, const char *name);
const char *mlg_suggestion_entry_get_text (MlgSuggestionEntry *self);
void mlg_suggestion_entry_set_text (MlgSuggestionEntry *self, const char *text);
void mlg_suggestion_entry_clear (MlgSuggestionEntry *self);
void mlg_suggestion_entry_add (MlgSuggestionEntry *self,
                               const char *title,
                               const char *subtitle,
                               gboolean dim);
guint mlg_suggestion_entry_get_n (MlgSuggestionEntry *self);
void mlg_suggestion_entry_show (MlgSuggestionEntry *self);
void mlg_suggestion_entry_hide (MlgSuggestionEntry *self);

G_END_DECLS
